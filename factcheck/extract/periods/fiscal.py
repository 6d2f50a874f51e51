"""Fiscal years: what FY2022 and its quarters are by the calendar of a company, and the calendar that a text itself tells.

A fiscal year has the name of the calendar year in which it ends, as most companies and the US government count; a year of two numbers,
2021/22, ends in the second. Where no calendar is known FY2022 is `2022~`, about 2022, and a part of it is nothing that could be dated.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable

from factcheck.extract.periods.moment import WHOLE_YEAR, PeriodFigure
from factcheck.period import Period

MONTHS_IN_YEAR = 12
# For what is the same in every year.
ANY_YEAR = 2023


def calendar_of(figures: Iterable[PeriodFigure]) -> str | None:
    """The last day of the fiscal year (`03-31`) that a text tells by a year "ended 31 March 2022", or "ended 31 March"; None where none or several do."""
    ends = (figure.period.resolved(ANY_YEAR).end for figure in figures if figure.months == MONTHS_IN_YEAR)
    days = {end.strftime("%m-%d") for end in ends if end is not None and _ends_month(end)}
    days = {"02-28" if day == "02-29" else day for day in days}
    return days.pop() if len(days) == 1 else None


def _ends_month(day: datetime.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def fiscal_period(figure: PeriodFigure, *, year_end: str | None) -> Period | None:
    """The days of a fiscal year or its part, by the last day of the fiscal year; marked inferred.

    `2022~` for a year, None for a part of one where the calendar is not known.
    """
    assert figure.fiscal is not None
    years = figure.period.edtf.split("/")
    if not all(len(year) == len("2022") and year.isdecimal() for year in years):
        return None
    first, last = int(years[0]), int(years[-1])
    if len(years) == 1 or last == first + 1:
        first = last
    if year_end is None:
        return Period(f"{last:04d}~") if figure.fiscal == WHOLE_YEAR and first == last else None
    month = int(year_end[:2])
    start = first * MONTHS_IN_YEAR + month - MONTHS_IN_YEAR + int(figure.fiscal[0][:2]) - 1
    end = last * MONTHS_IN_YEAR + month - MONTHS_IN_YEAR + int(figure.fiscal[1][:2]) - 1
    return Period(f"{_month(start)}-01/{_last_day(end)}", inferred=True)


def _month(count: int) -> str:
    return f"{count // MONTHS_IN_YEAR:04d}-{count % MONTHS_IN_YEAR + 1:02d}"


def _last_day(count: int) -> str:
    return f"{_month(count)}-{calendar.monthrange(count // MONTHS_IN_YEAR, count % MONTHS_IN_YEAR + 1)[1]:02d}"
