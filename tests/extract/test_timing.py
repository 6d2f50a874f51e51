"""When a figure is of: its own words of time, those it is compared with, and what is known of a text without a date."""

import datetime

import pytest

from factcheck import Document, claims
from factcheck.evidence.keys import time
from factcheck.extract import build
from factcheck.lexicon import Word
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


def test_a_fiscal_year_by_the_calendar_of_the_ledger() -> None:
    """FY2022 of a subject whose fiscal year ends in June began in July 2021."""
    words = (Word("harbour line", "entity", "Harbour Line"), Word("harbour line", "fiscal_year_end", "06-30"))
    case = build([Document("In the second quarter of fiscal 2022, Harbour Line had revenue of $80 million.")], words=words)

    assert [Period("2021-10-01/2021-12-31", inferred=True)] == [claim.period for claim in case.claims]
    assert {("harbour line", "Harbour Line")} == set(case.names)


def test_a_fiscal_year_is_not_that_of_the_calendar() -> None:
    """Where no calendar is known FY2022 and 2022 are two times, and FY2022 twice is one."""
    fiscal, plain, again = (
        claims(Document(text))[0]
        for text in ("Revenue in FY2022 was $5 million.", "Revenue in 2022 was $6 million.", "2022财年营收500万美元。")
    )

    assert time(fiscal) == time(again) == "2022~"
    assert time(plain) == "2022-01-01/2022-12-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年营收30亿元。近三年累计营收80亿元。", ["2025", "2023-11-23/2026-11-22"]),
        ("2025年營收30億元。過去三年累計營收80億元。", ["2025", "2023-11-23/2026-11-22"]),
        ("2025年营收30亿元。最近6个月累计营收16亿元。", ["2025", "2026-05-23/2026-11-22"]),
        (
            "In 2025 revenue was $30 million. Over the past three years cumulative revenue was $80 million.",
            ["2025", "2023-11-23/2026-11-22"],
        ),
        ("2025年营收30亿元。近三年营收80亿元。", ["2025", None]),  # in all, or in each year
        ("2025年营收30亿元。未来五年累计投资80亿元。", ["2025", None]),
        ("By June 30, 2025, revenue in the past 12 months reached $80 million.", ["2025-06-30"]),
        ("截至2025年6月30日，过去12个月营收为80亿元。", ["2025-06-30"]),
        ("2025年营收30亿元，历时近三年的工程累计营收8亿元。", ["2025", "2025"]),
        ("In 2025 revenue was $30 million over the last three years of the lease.", ["2025"]),
    ],
)
def test_a_rolling_stretch_is_of_no_other_time(text: str, expected: list[str | None]) -> None:
    """近三年 runs up to the day of writing: what is summed over it is of that stretch, the rest of no time that stands before."""
    stated = claims(Document(text, published=datetime.date(2026, 11, 22)))
    found = [claim.period for claim in stated if claim.mention.kind != "duration"]

    assert expected == [period.edtf if period else None for period in found]


@pytest.mark.parametrize("text", ["2025年营收30亿元。近三年累计营收80亿元。", "2025年营收30亿元。未来三年累计营收80亿元。"])
def test_a_rolling_stretch_of_an_undated_text_is_not_known(text: str) -> None:
    """Nobody knows the day that it is told from, so its figures conflict with none."""
    assert ["2025", None] == [claim.period and claim.period.edtf for claim in claims(text) if claim.mention.kind == "money"]
