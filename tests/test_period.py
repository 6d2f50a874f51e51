"""Periods as EDTF strings: their days, what is known of them, and what the calendar has to say."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.period import Period, date_text, half, quarter, year_text

DAYS = st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2999, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2021-06-30", "2021-06-30", "2021-06-30"),
        ("2021-06", "2021-06-01", "2021-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021", "2021-01-01", "2021-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2021-XX-XX", "2021-01-01", "2021-12-31"),
        ("2022-01-01/2022-06-30", "2022-01-01", "2022-06-30"),
        ("2009/2013", "2009-01-01", "2013-12-31"),
        ("2016/..", "2016-01-01", None),
        ("../2010", None, "2010-12-31"),
        ("2021-08-26T06:29:45", "2021-08-26", "2021-08-26"),
        ("2021-08-26T06:29Z", "2021-08-26", "2021-08-26"),
        ("XXXX-08-20", None, None),
        ("XX98-05", None, None),
        ("T08:02", None, None),
        ("-0220", None, None),
        ("2023-02-30", None, None),
        ("2023-13", None, None),
    ],
)
def test_first_and_last_day(edtf: str, start: str | None, end: str | None) -> None:
    """A period starts on its first day and ends on its last, as far as its precision and its year tell."""
    period = Period(edtf)

    assert (start, end) == tuple(None if day is None else day.isoformat() for day in (period.start, period.end))


def test_days_count_both_ends() -> None:
    """The days of a half-year count its first and its last one."""
    assert half(2022, 1).days == 181
    assert quarter(2022, 3).days == 92
    assert Period("2016/..").days is None


@pytest.mark.parametrize(
    ("edtf", "fact"),
    [
        ("2023-02-29", "February 2023 has 28 days"),
        ("2024-02-29", None),
        ("XXXX-02-29", None),
        ("XXXX-02-30", "February has 29 days at most"),
        ("2019-04-31", "April has 30 days"),
        ("XXXX-04-31", "April has 30 days"),
        ("XXXX-13-05", "there is no month 13"),
        ("2021-05-00", "there is no day 0"),
        ("2021-05-01/2021-06-31", "June has 30 days"),
        ("XX98-02-29", None),
        ("199X", None),
        ("T25:00", None),
    ],
)
def test_impossible_dates_say_why(edtf: str, fact: str | None) -> None:
    """A date that no calendar has says which fact it runs against; 29 February of an unknown year is possible."""
    assert fact == Period(edtf).impossible


@given(DAYS)
def test_no_real_day_is_impossible(day: datetime.date) -> None:
    """Every day of the calendar is possible, and is its own start and end."""
    period = Period(day.isoformat())

    assert period.impossible is None
    assert (day, day) == (period.start, period.end)
    assert period.is_day


@pytest.mark.parametrize(
    ("edtf", "backwards"),
    [
        ("2013/2009", True),
        ("2009/2013", False),
        ("2021-06/2020-05", True),
        ("2021-05/2021", False),
        ("2021-09-30/2021-09-03", True),
        ("XXXX-02-16/XXXX-02-13", True),
        ("XXXX-12-30/XXXX-03-30", False),
        ("-0220/-0205", False),
        ("2016/..", False),
        ("2016", False),
    ],
)
def test_ranges_that_run_backwards(edtf: str, backwards: bool) -> None:
    """A range is compared at the precision that both ends have; without years only days of one month can tell."""
    assert backwards == Period(edtf).reversed


@pytest.mark.parametrize(
    ("edtf", "year", "resolved"),
    [
        ("XXXX-08-20", 2022, "2022-08-20"),
        ("XXXX-01-01/XXXX-06-30", 2021, "2021-01-01/2021-06-30"),
        ("XXXX-12-30/XXXX-03-30", 2019, "2019-12-30/2020-03-30"),
        ("XXXX/..", 2022, "2022/.."),
    ],
)
def test_a_missing_year_is_filled_in_and_marked(edtf: str, year: int, resolved: str) -> None:
    """A year from outside the words is marked inferred; a range that crosses the new year ends in the next one."""
    assert Period(resolved, inferred=True) == Period(edtf).resolved(year)


def test_a_written_year_stays() -> None:
    """A period with its year is not resolved again."""
    assert Period("2021-06") == Period("2021-06").resolved(2022)


@pytest.mark.parametrize(
    ("edtf", "known"),
    [("2021", True), ("199X", True), ("XXXX-05", False), ("XX98", False), ("T08:02", False), ("2016/..", True), ("-0220", True)],
)
def test_whether_the_year_is_known(edtf: str, known: bool) -> None:
    """A decade or century is known; a year of an unnamed century is not."""
    assert known == Period(edtf).year_known


def test_shifting_by_years_keeps_the_stretch() -> None:
    """The same period a year before: 29 February has no twin in a common year."""
    assert Period("2021-07-01/2021-09-30", inferred=True) == Period("2022-07-01/2022-09-30").shifted(-1)
    assert Period("2023-02-28", inferred=True) == Period("2024-02-29").shifted(-1)


def test_date_text_fills_the_parts_before_a_known_one() -> None:
    """What is not written before a known part is X; a time of day may stand alone."""
    assert date_text("2021", 6, 30, "06:29") == "2021-06-30T06:29"
    assert date_text(None, 8, 20) == "XXXX-08-20"
    assert date_text(None, None, 15) == "XXXX-XX-15"
    assert date_text(None) == "XXXX"
    assert date_text(None, clock="08:02") == "T08:02"
    assert year_text(-220) == "-0220"
