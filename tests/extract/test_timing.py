"""When a figure is of: its own words of time, those it is compared with, and what is known of a text without a date."""

import datetime

import pytest

from factcheck import Document, claims
from factcheck.evidence.keys import time
from factcheck.period import Period, Relative

LAST_YEAR, THIS_YEAR = Relative("year", -1), Relative("year", 0)


def times(text: str, published: datetime.date | None = None) -> list[Period | None]:
    """The period or date of each figure of a text."""
    return [claim.period or claim.as_of for claim in claims(Document(text, published=published))]


@pytest.mark.parametrize(
    "text",
    [
        "去年营收100亿元，今年营收120亿元。",
        "去年營收100億元，今年營收120億元。",
        "Revenue was $5 million last year. This year revenue was $6 million.",
    ],
)
def test_last_year_and_this_year_of_an_undated_text_are_two_times(text: str) -> None:
    """No year is made up, and yet the two are told apart."""
    assert [Period("XXXX", relative=LAST_YEAR), Period("XXXX", relative=THIS_YEAR)] == times(text)


def test_words_of_time_by_the_date_of_the_document() -> None:
    """With a date of the document they are years."""
    found = times("去年营收100亿元，今年营收120亿元。", datetime.date(2022, 11, 30))

    assert [Period("2021", inferred=True), Period("2022", inferred=True)] == found


def test_a_relative_time_is_known_in_its_own_document_only() -> None:
    """去年 twice in one text is one time; in two texts nobody knows."""
    twice = claims(Document("去年，腾讯营收5600亿元。腾讯去年营收5601亿元。", name="a.md"))
    elsewhere = claims(Document("腾讯去年营收5602亿元。", name="b.md"))

    assert time(twice[0]) == time(twice[1]) is not None
    assert time(twice[0]) != time(elsewhere[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年上半年营收100亿元，上年同期为90亿元。", ["2022-01-01/2022-06-30", "2021-01-01/2021-06-30"]),
        ("2022年上半年营收100亿元，去年为90亿元。", ["2022-01-01/2022-06-30", "2021-01-01/2021-06-30"]),
        ("2022年营收100亿元，较上年同期的90亿元有所增长。", ["2022", "2021"]),
        ("In 2022 revenue was $100 million, against $90 million a year earlier.", ["2022", "2021"]),
        ("与上年同期相比，营收增至100亿元。", [None]),
        ("目前员工500人，去年为400人。", [None, "XXXX"]),
    ],
)
def test_times_beside_another_one(text: str, expected: list[str | None]) -> None:
    """上年同期 is the stretch before; what is only compared with is not the time of the figure."""
    assert expected == [found.edtf if found else None for found in times(text)]
