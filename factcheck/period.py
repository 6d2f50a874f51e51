"""Periods: instants and durations on the calendar, with the precision at which they are written.

Values are ISO 8601-2 (EDTF) strings: `2021-06-30`, `2021-06`, `2021`, `XXXX-08-20` where the year is not written, `199X` for a
decade, `19XX` for a century, `-0220` for 221 BC, `2021-21` to `2021-24` for spring to winter, an interval `2022-01-01/2022-06-30`
for a half-year or quarter, `2016/..` for an open one, `2022~` for a fiscal year whose calendar is not known,
`2021-08-26T06:29:45` with a clock time and `T08:02` for one alone.

A date that no calendar has, such as `2023-02-30`, is kept as it was written: `impossible` says why. 去年 of a text without a date is
no year that anyone knows, and yet not that of 今年: it is `XXXX` with its distance from the unknown day of writing (`relative`).
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from factcheck.messages import say
from factcheck.pattern import lazy_pattern

DATE = lazy_pattern(
    r"""
      (?P<year>-[0-9]{4}|[0-9X]{4})                                        # 2021, XXXX, 199X, 19XX, XX98, -0220
      (?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?               # 2021-06, 2021-06-30, 2021-XX-XX
      (?:T(?P<clock>[0-9]{2}(?::[0-9]{2}){0,2})(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?    # T06:29:45, T06:29Z, T06:29+08:00
    """,
    re.VERBOSE,
)
MONTHS = tuple(calendar.month_name)
# Where a month stands, EDTF level 1 writes spring, summer, autumn and winter so; no calendar says on which days they begin.
SEASONS = range(21, 25)
# A stretch that is told by its last day is one of accounts: ten years are more than any.
LONGEST_STRETCH = 120
# February has 29 days in some year, so that 29 February without a year is no mistake.
LONGEST = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


Base: TypeAlias = Literal["document", "previous", "same"]
Step: TypeAlias = Literal["day", "week", "month", "quarter", "year", "century"]
# How many of which unit of an ISO 8601 duration a step is; ISO 8601-2 gives durations a sign.
DURATIONS: dict[Step, tuple[int, str]] = {
    "day": (1, "D"),
    "week": (1, "W"),
    "month": (1, "M"),
    "quarter": (3, "M"),
    "year": (1, "Y"),
    "century": (100, "Y"),
}


class Relative(NamedTuple):
    """How far a period lies from another: 去年 is a year (`step`) before (`offset` -1) the document's own date (`base`).

    `previous` counts from the time that the text spoke of last (同年, "the following year"), and `same` is as long a stretch as that
    one (上年同期, "a year earlier").
    """

    step: Step
    offset: int
    base: Base = "document"

    @property
    def duration(self) -> str:
        """The distance as a signed ISO 8601 duration.

        >>> Relative("year", -1).duration, Relative("quarter", -1).duration, Relative("day", 0).duration
        ('-P1Y', '-P3M', 'P0D')
        """
        size, unit = DURATIONS[self.step]
        return f"{'-' if self.offset < 0 else ''}P{abs(self.offset) * size}{unit}"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time. `inferred` marks one that was resolved with a date that its own words do not give.

    `relative` says how far it lies from the day of writing where that is not known: two such periods of one document are the same
    where all is equal, and no such period is that of another document.
    """

    edtf: str
    inferred: bool = False
    relative: Relative | None = None

    @property
    def start(self) -> datetime.date | None:
        """The first day, None where the year is unknown or the start is open."""
        return _day(self.edtf.split("/")[0], last=False)

    @property
    def end(self) -> datetime.date | None:
        """The last day, None where the year is unknown or the end is open."""
        return _day(self.edtf.split("/")[-1], last=True)

    @property
    def days(self) -> int | None:
        """How many days it holds, both ends counted; zero or less where it runs backwards."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1

    @property
    def year_known(self) -> bool:
        """Whether the year is written or resolved, to the century at least."""
        return not self.edtf.startswith("T") and "XX" not in {part[:2] for part in self.edtf.split("/")}

    @property
    def is_range(self) -> bool:
        """Whether it is written with two ends, one of which may be open."""
        return "/" in self.edtf

    @property
    def is_day(self) -> bool:
        """Whether it is one day of a known year."""
        return self.start is not None and self.start == self.end and not self.is_range

    @property
    def impossible(self) -> str | None:
        """The fact of the calendar that this date runs against, None where there is none.

        >>> Period("2023-02-29").impossible, Period("XXXX-02-29").impossible
        ('February 2023 has 28 days', None)
        """
        return next((fact for part in self.edtf.split("/") if (fact := _impossible(part)) is not None), None)

    @property
    def reversed(self) -> bool:
        """Whether it ends before it starts. Without years only days of one month can tell: December to March crosses a year."""
        if not self.is_range:
            return False
        first, second = (DATE.fullmatch(part) for part in self.edtf.split("/"))
        if first is None or second is None:
            return False
        if "X" in first["year"] or "X" in second["year"]:
            return first["year"] == second["year"] and _same_month(first, second) and first["day"] > second["day"]
        precision = min(sum(match[part] is not None for part in ("year", "month", "day")) for match in (first, second))
        return _sortable(first)[:precision] > _sortable(second)[:precision]

    def resolved(self, year: int) -> Period:
        """The same period in a given year, marked inferred; unchanged where the year is known.

        A range that runs from December to March ends in the year after the one given.
        """
        if "XXXX" not in self.edtf:
            return self
        first, *rest = self.edtf.split("/")
        crosses = rest and first.startswith("XXXX-") and rest[0].startswith("XXXX-") and first[5:7] > rest[0][5:7]
        ends = [part.replace("XXXX", f"{year + bool(crosses):04d}") for part in rest]
        return Period("/".join([first.replace("XXXX", f"{year:04d}"), *ends]), inferred=True)

    def reaching_back(self, months: int) -> Period | None:
        """The stretch of so many months that ends where this one does, marked inferred; None where its end is unknown.

        >>> Period("2022-09-30").reaching_back(6), Period("2022-03").reaching_back(12)
        (Period(edtf='2022-04-01/2022-09-30', inferred=True, relative=None), Period(edtf='2021-04-01/2022-03-31', inferred=True, relative=None))
        """
        if self.end is None or not 0 < months <= LONGEST_STRETCH:
            return None
        after = self.end + datetime.timedelta(days=1)
        count = after.year * 12 + after.month - 1 - months
        if count < 12:
            return None
        year, month = count // 12, count % 12 + 1
        start = datetime.date(year, month, min(after.day, calendar.monthrange(year, month)[1]))
        return Period(f"{start}/{self.end}", inferred=True)

    def shifted(self, years: int) -> Period:
        """The same stretch so many years later, marked inferred; 29 February becomes the 28th where the year has no other.

        >>> Period("XXXX", relative=Relative("year", 0)).shifted(-1)
        Period(edtf='XXXX', inferred=True, relative=Relative(step='year', offset=-1, base='document'))
        """
        if self.relative is not None:
            # A month or a quarter of an unknown year has no twin that could be written in its own steps.
            step, offset, base = self.relative
            size = {"year": 1, "quarter": 4, "month": 12}.get(step)
            return replace(self, inferred=True, relative=None if size is None else Relative(step, offset + years * size, base))
        return Period("/".join(_shifted(part, years) for part in self.edtf.split("/")), inferred=True)


def _same_month(first: re.Match[str], second: re.Match[str]) -> bool:
    return first["month"] is not None and first["month"] == second["month"] and None not in (first["day"], second["day"])


def _sortable(match: re.Match[str]) -> tuple[int, str, str]:
    return int(match["year"]), match["month"] or "", match["day"] or ""


# A text speaks of the same few dates over and over, and every comparison asks for their ends.
@lru_cache(maxsize=4096)
def _day(text: str, *, last: bool) -> datetime.date | None:
    """The first or last day of what one end of a period covers; None for an open end, an unknown century, or a date before Christ."""
    match = DATE.fullmatch(text)
    if match is None or match["year"].startswith(("XX", "-", "0000")):
        return None
    year = int(match["year"].replace("X", "9" if last else "0"))
    month = int(match["month"]) if match["month"] not in (None, "XX") else (12 if last else 1)
    if not 1 <= month <= 12 or year == 0:  # 00XX: the first century has no year 0
        return None
    length = calendar.monthrange(year, month)[1]
    day = int(match["day"]) if match["day"] not in (None, "XX") else (length if last else 1)
    return datetime.date(year, month, day) if 1 <= day <= length else None


def _impossible(text: str) -> str | None:
    match = DATE.fullmatch(text)
    if match is None or match["month"] in (None, "XX"):
        return None
    month = int(match["month"])
    if month in SEASONS and match["day"] is None:
        return None
    if not 1 <= month <= 12:
        return say("there is no month {month}", month=month)
    if match["day"] in (None, "XX"):
        return None
    day = int(match["day"])
    if day == 0:
        return say("there is no day 0")
    length, known = month_length(match["year"], month)
    if day <= length:
        return None
    if known:
        return say("{month} {year} has {length} days", month=say(MONTHS[month]), year=match["year"].lstrip("0"), length=length)
    template = "{month} has {length} days at most" if month == 2 else "{month} has {length} days"
    return say(template, month=say(MONTHS[month]), length=length)


def month_length(year: str, month: int) -> tuple[int, bool]:
    """How many days a month has, and whether its year had to be known for that: 29 for February of an unknown year."""
    if month != 2 or not year.isdecimal() or int(year) == 0:
        return LONGEST[month], False
    return calendar.monthrange(int(year), month)[1], True


def _shifted(text: str, years: int) -> str:
    match = DATE.fullmatch(text)
    if match is None or "X" in match["year"]:
        return text
    year = int(match["year"]) + years
    rest = text[len(match["year"]) :]
    if rest.startswith("-02-29") and not calendar.isleap(year):
        rest = "-02-28" + rest[6:]
    return year_text(year) + rest


def year_text(year: int) -> str:
    """A year as EDTF writes it; the years before Christ count from 0, so that 221 BC is -220."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def date_text(year: str | None, month: int | None = None, day: int | None = None, clock: str | None = None) -> str:
    """The EDTF string of what is written of a date; the parts before a known one are filled with X.

    >>> date_text(None, 8, 20), date_text("2021", 6), date_text(None, None, 15), date_text(None, clock="08:02")
    ('XXXX-08-20', '2021-06', 'XXXX-XX-15', 'T08:02')
    """
    if clock is not None and year is None and month is None and day is None:
        return f"T{clock}"
    text = year or "XXXX"
    if month is not None or day is not None:
        text += f"-{month:02d}" if month is not None else "-XX"
    if day is not None:
        text += f"-{day:02d}"
    return text if clock is None else f"{text}T{clock}"


HALVES = (("01-01", "06-30"), ("07-01", "12-31"))
QUARTERS = (("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31"))


def half(year: int | str, which: int) -> Period:
    """The first or second half of a calendar year."""
    first, last = HALVES[which - 1]
    return Period(f"{year}-{first}/{year}-{last}")


def quarter(year: int | str, which: int) -> Period:
    """A quarter of a calendar year."""
    first, last = QUARTERS[which - 1]
    return Period(f"{year}-{first}/{year}-{last}")
