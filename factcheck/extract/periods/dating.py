"""Dates by other dates: the document's own date line, and what relative and yearless dates mean beside it.

A resolved date is marked inferred and stands beside the one that is written, never in its place.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from factcheck.extract.periods.moment import PeriodFigure
from factcheck.lexicon.calendar import alternatives, listed
from factcheck.pattern import lazy_pattern
from factcheck.period import DATE, Period, Relative, year_text

# How far down a document its date line may stand, and how long such a line is at most.
HEAD_LINES = 25
LINE_LENGTH = 80
BYLINE = lazy_pattern(rf"(?<![a-z])(?:{alternatives(listed('byline'))})(?![a-z])")
LINE = lazy_pattern(r"[^\r\n]+")
MONTHS_IN_QUARTER = 3
# Two digits are a year from 80 years before to 20 years after the day they are read on, as in java.text.SimpleDateFormat.
YEARS_AHEAD = 20


def document_date(folded: str, figures: Iterable[PeriodFigure]) -> Period | None:
    """The date of the document's own date line: a full date that fills most of a line near the top, or shares it with byline words.

    "2022-11-30 09:40" on its own, "来源：… 2022年11月30日", "2021-08-26 06:29:45 Anna Lee". None where there is no such line.
    """
    lines = list(islice((match for match in LINE.finditer(folded) if match[0].strip()), HEAD_LINES))
    head = lines[-1].end() if lines else 0
    days = [figure for figure in figures if figure.span.end <= head and _day(figure) is not None]
    for line in lines:
        for figure in days:
            if line.start() <= figure.span.start and figure.span.end <= line.end() and _is_date_line(line, figure):
                day = _day(figure)
                assert day is not None
                return Period(day.isoformat())
    return None


def _day(figure: PeriodFigure) -> datetime.date | None:
    first = figure.period.start
    return first if first is not None and figure.period.is_day else None


def _is_date_line(line: re.Match[str], figure: PeriodFigure) -> bool:
    words = line[0].strip(" \t#>*_-—|·•[]()（）【】")
    if len(words) > LINE_LENGTH:
        return False
    if 2 * len(figure.span) >= len(words) or BYLINE.search(words):
        return True
    before = line[0][: figure.span.start - line.start()].strip()
    return "T" in figure.period.edtf and (not before or figure.span.end == line.end())


def resolve(figures: Iterable[PeriodFigure], *, published: datetime.date | None) -> list[PeriodFigure]:
    """The figures with `resolved` filled in where the document's date, or the date spoken of before, tells what they mean.

    A date without a year is the nearest one not later than the publication, unless the words around it say that it is to come.
    Where the document has no date, 去年 stays as far from the day of writing as it says (`Period.relative`).
    """
    found: list[PeriodFigure] = []
    spoken: Period | None = None
    for figure in figures:
        resolved = _resolved(figure, spoken, published)
        known = resolved or (figure.period if figure.period.year_known else None)
        if known is not None and (figure.relative is None or figure.relative.base != "same"):
            spoken = known
        found.append(figure if resolved is None else replace(figure, resolved=resolved))
    return found


def _resolved(figure: PeriodFigure, spoken: Period | None, published: datetime.date | None) -> Period | None:
    relative, period = figure.relative, figure.period
    if period.edtf.startswith("T") or (period.year_known and relative is None):
        return None
    if relative is None:
        # 2020年…，21年底: the year in full that was spoken of before tells the century
        near = spoken.start if spoken is not None and not period.edtf.startswith("XXXX") else None
        origin = near or published
        return None if origin is None else _nearest(period, origin, future=figure.future)
    match relative.base:
        case "same":
            told = spoken is not None and (spoken.start is not None or spoken.relative is not None)
            return spoken.shifted(relative.offset) if told and spoken is not None else None
        case "previous":
            if spoken is not None and spoken.relative is not None:
                return _farther(period, relative, spoken.relative)
            if spoken is None or spoken.start is None:
                return None if published is None or relative.offset else _nearest(period, published, future=figure.future)
            return _stepped(period, relative, spoken.end or spoken.start)
        case _:
            if published is None:
                return _open(period, relative)
            return _stepped(period, relative, published, weekday=figure.weekday)


def _open(period: Period, relative: Relative) -> Period:
    """A period at a distance from a day that nobody knows, as precise as its step: 昨日 is a day, 上月 a month."""
    edtf = (
        {"day": "XXXX-XX-XX", "week": "XXXX-XX-XX/XXXX-XX-XX", "month": "XXXX-XX"}.get(relative.step, period.edtf)
        if period.edtf == "XXXX"
        else period.edtf
    )
    return Period(edtf, relative=relative)


def _farther(period: Period, relative: Relative, spoken: Relative) -> Period | None:
    """同年 and 次年, and a month of the same sentence, beside a year that is itself known by its distance only."""
    if relative.step != "year" or spoken.step != "year":
        return None
    return _open(period, Relative("year", spoken.offset + relative.offset))


def _stepped(period: Period, relative: Relative, origin: datetime.date, *, weekday: int | None = None) -> Period | None:
    """The period so many steps from a day: 去年上半年, 上月15日, 昨日, 上周五, 上世纪90年代."""
    offset = relative.offset
    match relative.step:
        case "year":
            return period.resolved(origin.year + offset)
        case "century":
            number = origin.year // 100 + offset
            return Period("/".join(part.replace("XX", f"{number:02d}", 1) for part in period.edtf.split("/")), inferred=True)
        case "day":
            return Period((origin + datetime.timedelta(days=offset)).isoformat(), inferred=True)
        case "week":
            monday = origin + datetime.timedelta(days=7 * offset + 1 - origin.isoweekday())
            if weekday is not None:
                return Period((monday + datetime.timedelta(days=weekday - 1)).isoformat(), inferred=True)
            return Period(f"{monday}/{monday + datetime.timedelta(days=6)}", inferred=True)
        case "quarter":
            count = origin.year * 4 + (origin.month - 1) // MONTHS_IN_QUARTER + offset
            first = datetime.date(count // 4, count % 4 * MONTHS_IN_QUARTER + 1, 1)
            return Period(f"{first:%Y-%m}/{first.year:04d}-{first.month + 2:02d}", inferred=True)
        case _:
            count = origin.year * 12 + origin.month - 1 + offset
            written = DATE.fullmatch(period.edtf)
            day = written["day"] if written is not None else None
            return Period(f"{count // 12:04d}-{count % 12 + 1:02d}" + (f"-{day}" if day else ""), inferred=True)


def _nearest(period: Period, published: datetime.date, *, future: bool) -> Period | None:
    """The nearest such date not later than the publication; the nearest not earlier where the words speak of the future."""
    edtf = period.edtf
    if edtf.startswith("XXXX-XX-"):
        day = int(edtf[8:10])
        count = published.year * 12 + published.month - 1
        count += (day < published.day) if future else -(day > published.day)
        return Period(f"{count // 12:04d}-{count % 12 + 1:02d}-{day:02d}", inferred=True)
    if edtf.startswith("XXXX"):
        year = published.year
        here = period.resolved(year)
        if here.start is None:
            return here
        if future and here.start < published:
            return period.resolved(year + 1)
        return period.resolved(year - 1) if not future and here.start > published else here
    if edtf.startswith("XX"):
        century = published.year // 100
        here = Period(edtf.replace("XX", f"{century:02d}"), inferred=True)
        later = here.start is not None and here.start.year > published.year + YEARS_AHEAD and not future
        return Period(edtf.replace("XX", year_text(century - 1)[-2:]), inferred=True) if later else here
    return None
