"""What the families of date patterns hand over: a date or a stretch as its own words give it, before its neighbours are looked at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from factcheck.document import Span
from factcheck.lexicon.calendar import numbered
from factcheck.period import HALVES, QUARTERS, SEASONS, Base, Period, Relative, Step, date_text
from factcheck.quantity import Hedge

# The tables of words that place a date by another one, in calendar.toml, and what their numbers count.
WORD_TABLES: tuple[tuple[str, Step, Base], ...] = (
    ("same", "year", "same"),
    ("relative.year", "year", "document"),
    ("relative.quarter", "quarter", "document"),
    ("relative.month", "month", "document"),
    ("relative.week", "week", "document"),
    ("relative.day", "day", "document"),
    ("carried.year", "year", "previous"),
    ("carried.month", "month", "previous"),
)


ZONES = numbered("zone")


class Written(NamedTuple):
    """One end of a date as written: None for what is not. `stretch` is a part of a year such as ("07-01", "12-31").

    `year` is an EDTF year: `2021`, `-0220`, `199X`, `19XX`, `XX98`. `clock` is `06:29` or `06:29:45`.
    """

    year: str | None = None
    month: int | None = None
    day: int | None = None
    clock: str | None = None
    stretch: tuple[str, str] | None = None

    @property
    def edtf(self) -> str:
        """The EDTF string."""
        return f"{self.first}/{self.last}" if self.stretch else self.first

    @property
    def first(self) -> str:
        """Its start as one end of a range."""
        return (
            f"{self.year or 'XXXX'}-{self.stretch[0]}" if self.stretch else date_text(self.year, self.month, self.day, self.clock)
        )

    @property
    def last(self) -> str:
        """Its end as one end of a range."""
        return f"{self.year or 'XXXX'}-{self.stretch[1]}" if self.stretch else self.first

    @property
    def is_clock(self) -> bool:
        """Whether it is a time of day alone."""
        return self.clock is not None and self.year is None and self.month is None and self.day is None

    @property
    def is_season(self) -> bool:
        """Whether it is spring, summer, autumn or winter of a year."""
        return self.month in SEASONS and self.day is None

    @property
    def is_year(self) -> bool:
        """Whether it is a year alone, or a decade or century."""
        return self.month is None and self.day is None and self.clock is None and self.stretch is None


class Moment(NamedTuple):
    """A date at its place: `start` to `end` are its words, `first` to `last` its number (the words themselves where it has none).

    `stop` is the second end of a range, `bound` says that it runs on from here (`after`) or up to here (`before`). `weekday` is the ISO
    number of the day of the week that a relative week is told with: 上周五. `fiscal` is the part of a fiscal year, as if that were a
    calendar year ("04-01", "06-30" for its second quarter).
    """

    start: int
    end: int
    first: int
    last: int
    written: Written
    stop: Written | None = None
    hedge: Hedge = "exact"
    relative: Relative | None = None
    bound: Literal["after", "before"] | None = None
    numbered: bool = True
    weekday: int | None = None
    fiscal: tuple[str, str] | None = None

    @property
    def edtf(self) -> str:
        """The EDTF string of the whole."""
        if self.stop is not None:
            return f"{self.written.first}/{self.stop.last}"
        if self.bound == "after":
            return f"{self.written.first}/.."
        if self.bound == "before":
            return f"../{self.written.last}"
        return self.written.edtf


@dataclass(frozen=True, slots=True)
class PeriodFigure:
    """A date or period at its place.

    `span` is its words with those glued to it that change its meaning (前后, since), `number` reaches from its first to its last digit
    or number word; where it has none (去年, "last year": only found when asked for) it is the words themselves. `period` is as written,
    `resolved` what `resolve` makes of it with the document's date. `relative` says how it hangs on another date. `impossible` is
    the fact of the calendar that it runs against. `months` is the length of the stretch that ends with it: "the six months ended 30 June 2022".
    `fiscal` is the part of a fiscal year, as if that were a calendar year.
    """

    span: Span
    number: Span
    kind: Literal["date", "period"]
    period: Period
    hedge: Hedge = "exact"
    relative: Relative | None = None
    impossible: str | None = None
    resolved: Period | None = None
    numbered: bool = True
    future: bool = False
    weekday: int | None = None
    months: int | None = None
    fiscal: tuple[str, str] | None = None


Reader: TypeAlias = Callable[[str, re.Match[str]], Iterator[Moment]]


def scan(
    folded: str, *, anchors: Iterable[re.Match[str]], pattern: re.Pattern[str], readers: Mapping[str, Reader]
) -> Iterator[Moment]:
    """The moments of a text: `pattern` is tried where one of `anchors` says that a date may begin, and its outermost group names the reader.

    An anchor is a narrow pattern, so that the wide one is not tried at every code point.
    """
    done = 0
    for place in anchors:
        if place.start() < done:
            continue
        match = pattern.match(folded, place.start())
        if match is None:
            continue
        for moment in readers[match.lastgroup or ""](folded, match):
            done = max(done, moment.end)
            yield moment


WHOLE_YEAR = ("01-01", "12-31")


def half(which: int) -> tuple[str, str]:
    """The stretch of a half-year."""
    return HALVES[which - 1]


def quarter(which: int) -> tuple[str, str]:
    """The stretch of a quarter."""
    return QUARTERS[which - 1]


def quarters(count: int) -> tuple[str, str]:
    """The stretch from January through so many quarters: 前三季度."""
    return QUARTERS[0][0], QUARTERS[count - 1][1]


LAST_DAYS = ("01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31", "09-30", "10-31", "11-30", "12-31")


def months(count: int) -> tuple[str, str]:
    """The stretch from January through so many months: "the first nine months". The day of a leap February is left out."""
    return "01-01", LAST_DAYS[count - 1]


def century(number: int, *, before_christ: bool = False) -> str:
    """The EDTF year of a century: 20 is `19XX`. The second century before Christ is `-01XX`, from 200 BC less a year on."""
    return f"-{number - 1:02d}XX" if before_christ else f"{number - 1:02d}XX"


def half_century(number: int, *, second: bool) -> tuple[Written, Written]:
    """The ends of half a century: the second half of the 19th is 1851 to 1900."""
    base = (number - 1) * 100
    return Written(f"{base + (51 if second else 1):04d}"), Written(f"{base + (100 if second else 50):04d}")


def decade_of(number: int, *, last: bool) -> str:
    """The EDTF year of the first or last ten years of a century: 200X of the 21st."""
    return f"{number - 1:02d}{9 if last else 0}X"


def before_christ(year: int) -> str:
    """The EDTF year of a year before Christ: 1 BC is the year 0, so 221 BC is `-0220` (ISO 8601-1, 3.1.2.21)."""
    return f"-{year - 1:04d}" if year > 1 else "0000"


def clock_text(hour: int, minute: int = 0, second: int | None = None, zone: str | None = None) -> str | None:
    """A time of day, None where a day has none such; `zone` is a word of the calendar such as "gmt" or 北京时间.

    >>> clock_text(14, 30), clock_text(9, zone="gmt"), clock_text(8, zone="est"), clock_text(25)
    ('14:30', '09:00Z', '08:00-05:00', None)
    """
    if hour > 24 or minute > 59 or (second or 0) > 59:
        return None
    return f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "") + offset_text(zone)


def offset_text(zone: str | None) -> str:
    """The offset from Greenwich of a zone's name, as ISO 8601 writes it; nothing where none is named."""
    if zone is None:
        return ""
    minutes = ZONES[zone]
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}:{rest:02d}" if minutes else "Z"
