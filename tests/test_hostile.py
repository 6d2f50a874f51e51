"""No text takes more than linear time, whatever it holds: twice the text takes about twice as long."""

import time

import pytest

import factcheck

UNITS = [
    "营收3亿元增长5%", "revenue 3 million rose 5% ", "3 ", "1,", "(3", "九", "一百", "a 1b", "2021年", "2021-", "1.", "from 3 to 4 ", "。3万",
    "65438+0", "3、", "百分之", "京东3亿", "$5 ", "半年", "3(4)", "`1", "<b1 ", "a1@", "hundred and ", "三分", "—3", "1 1", "<", "&#1",
    "每人每月", "February19的19, ", "3元/股", "per 1,000 ", "3 tons of a a day ", "每股1%", "全程约30公里左右。",
]  # fmt: skip
SIZE = 2_500


def seconds(text):
    """The processor time of one run."""
    start = time.process_time()
    factcheck.check(factcheck.Document(text))
    return time.process_time() - start


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_length(unit):
    """Four times the text may take eight times as long, and noise; a quadratic reading takes sixteen. What looks so is timed again."""
    text = (unit * SIZE)[:SIZE]

    assert any(seconds((unit * 4 * SIZE)[: 4 * SIZE]) < 8 * seconds(text) + 0.2 for _ in range(2))


def test_a_row_of_digits_without_end_is_no_number():
    """Python refuses to write an integer of more than 4,300 digits; nobody states one."""
    for text in ("9" * 20_000, "0." + "9" * 20_000, "九" * 20_000, "1" + ",000" * 5_000):
        assert [] == [mention for mention in factcheck.extract(text) if mention.quantity is not None]
