"""What the examples of the date checks do not show: repairs, notes on yearless dates, and what could not be decided."""

import datetime
from decimal import Decimal

import pytest

from factcheck.case import Case
from factcheck.checks.date import age_mismatch, duration_mismatch, impossible_date, range_reversed, weekday_mismatch
from factcheck.document import Document, Span
from factcheck.extract.periods import find_periods
from factcheck.finding import Checked, Finding, Fix
from factcheck.lexicon import fold
from factcheck.mention import Kind, Mention
from factcheck.quantity import quantity


def case(text: str, *figures: tuple[str, int, str], published: datetime.date | None = None) -> Case:
    """A hand-made case: the dates of a text, and (words, value, kind) of its other figures."""
    document = Document(text, published=published)
    dates = [
        Mention(document, figure.span, figure.number, figure.kind, period=figure.period, hedge=figure.hedge)
        for figure in find_periods(fold(text))
    ]
    others = [_figure(document, *figure) for figure in figures]
    return Case((document,), tuple(sorted(dates + others, key=lambda mention: mention.span)))


def _figure(document: Document, words: str, value: int, unit: str) -> Mention:
    start = document.text.index(words)
    span = Span(start, start + len(words))
    kind: Kind = "age" if unit == "age" else "duration"
    return Mention(document, span, span, kind, quantity(Decimal(value), "year" if unit == "age" else unit))


def repaired(finding: Finding, fix: Fix) -> str:
    """The text with one fix applied."""
    text = finding.document.text
    for edit in sorted(fix.edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def findings(made: Case, check: object) -> list[Finding]:
    """The findings of a check's module."""
    return [found for found in check.check(made) if isinstance(found, Finding)]  # type: ignore[attr-defined]


def test_both_repairs_of_a_weekday() -> None:
    """Either the weekday or the day is wrong; both repairs are offered, in the words of the draft."""
    (finding,) = findings(case("会议将于2021年6月30日（星期二）举行。"), weekday_mismatch)

    assert ["会议将于2021年6月30日（星期三）举行。", "会议将于2021年6月29日（星期二）举行。"] == [
        repaired(finding, fix) for fix in finding.fixes
    ]


def test_an_abbreviated_weekday_is_repaired_as_one() -> None:
    """Thu becomes Tue, not Tuesday."""
    (finding,) = findings(case("It met on Thu, 27 June 2017 in Leeds."), weekday_mismatch)

    assert "It met on Tue, 27 June 2017 in Leeds." == repaired(finding, finding.fixes[0])


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("大会将于8月20日（周三）开幕。", "note"),  # Friday, Saturday, Sunday in 2021, 2022, 2023
        ("大会将于8月20日（周六）开幕。", None),
        ("大会将于8月20日（周五）开幕。", None),
    ],
)
def test_a_yearless_date_is_a_note_where_no_near_year_fits(text: str, level: str | None) -> None:
    """Without a year the publication's and its neighbours are tried."""
    found = findings(case(text, published=datetime.date(2022, 11, 30)), weekday_mismatch)

    assert [level] * (level is not None) == [finding.level for finding in found]


def test_without_a_publication_a_yearless_date_is_left_alone() -> None:
    """Nothing is assumed of an undated text."""
    assert [] == findings(case("大会将于8月20日（周三）开幕。"), weekday_mismatch)


@pytest.mark.parametrize(
    "text", ["It met on Monday to Friday, 27 June 2017.", "He sat 27 June 2017 out.", "Since 1 June 1700 (Monday) it ran."]
)
def test_weekdays_that_are_left_alone(text: str) -> None:
    """A stretch of weekdays, a verb, and the old calendar."""
    assert [] == findings(case(text), weekday_mismatch)


def test_the_last_day_of_the_month_mends_an_impossible_date() -> None:
    """One repair that the calendar knows; others are for the writer."""
    (finding,) = findings(case("合同于2023年2月30日签署。"), impossible_date)

    assert ["合同于2023年2月28日签署。"] == [repaired(finding, fix) for fix in finding.fixes]


def test_a_month_that_does_not_exist_has_no_repair() -> None:
    """Of 13月5日 nobody knows which month was meant."""
    (finding,) = findings(case("13月5日召开"), impossible_date)

    assert () == finding.fixes


def test_every_range_is_counted_as_checked() -> None:
    """Ranges that run forward agree; open ones are not compared."""
    checked = list(range_reversed.check(case("2009—2013年的数据，2016年之后停止")))

    assert ["agrees"] == [found.verdict for found in checked if isinstance(found, Checked)]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "verdict"),
    [
        ("从2014年到2020年的6年间", "6年间", 6, "year", "agrees"),
        ("从2014年到2020年的7年间", "7年间", 7, "year", "agrees"),
        ("从2014年到2020年的8年间", "8年间", 8, "year", "disagrees"),
        ("从2014年到2020年的70个月", "70个月", 70, "month", "undecidable"),
        ("2019年6月至2020年3月共10个月", "10个月", 10, "month", "agrees"),
        ("2019年6月至2020年3月共12个月", "12个月", 12, "month", "disagrees"),
        ("2021年12月30日至2022年3月30日共91天", "91天", 91, "day", "agrees"),
        ("2021年12月30日至2022年3月30日的3个月", "3个月", 3, "month", "agrees"),
        ("12月30日至3月30日共91天", "91天", 91, "day", "undecidable"),
        ("from 5 May to 9 May, a term of 5 days", "5 days", 5, "day", "agrees"),
        ("from 3 May 2021 to 31 May 2021, a total of 4 weeks", "4 weeks", 4, "week", "agrees"),
    ],
)
def test_lengths_by_the_precision_of_the_dates(text: str, words: str, value: int, unit: str, verdict: str) -> None:
    """Both ways of counting agree; a unit finer than the dates cannot be decided."""
    checked = [found for found in duration_mismatch.check(case(text, (words, value, unit))) if isinstance(found, Checked)]

    assert [verdict] == [found.verdict for found in checked]


@pytest.mark.parametrize(
    ("text", "words", "value", "verdict"),
    [
        ("She was born on 3 May 1921 and died on 2 May 1997, aged 75.", "75", 75, "agrees"),
        ("She was born on 3 May 1921 and died on 2 May 1997, aged 76.", "76", 76, "disagrees"),
        ("He was born in 1921 and died in 1997, aged 75.", "75", 75, "agrees"),
        ("Lin (1921–1997) died aged 86.", "86", 86, "disagrees"),
        ("他1921年出生，1997年去世，享年77岁。", "77岁", 77, "agrees"),
    ],
)
def test_ages_by_the_precision_of_the_dates(text: str, words: str, value: int, verdict: str) -> None:
    """Full dates leave one age, years two, and the traditional Chinese count one more."""
    checked = [found for found in age_mismatch.check(case(text, (words, value, "age"))) if isinstance(found, Checked)]

    assert [verdict] == [found.verdict for found in checked]
