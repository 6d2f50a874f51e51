"""Dates and periods: where a text gives a time, as an EDTF string with the precision at which it is written.

The families of patterns (Chinese, English, numeric, years by their neighbours) each find their own; here the longest wins where two
overlap, neighbours are joined to ranges, and the words around a date that change it are read: 2016年之后, "end of 2020", 约.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.document import Span
from factcheck.extract.periods.chinese import find_chinese
from factcheck.extract.periods.dating import document_date, resolve
from factcheck.extract.periods.english import find_english
from factcheck.extract.periods.moment import Moment, PeriodFigure, Written
from factcheck.extract.periods.moment_words import end_of, names_end, surrounded
from factcheck.extract.periods.numeric import find_numeric
from factcheck.extract.periods.stretches import months_to
from factcheck.extract.periods.years import find_years
from factcheck.lexicon.calendar import alternatives, listed
from factcheck.pattern import lazy_pattern
from factcheck.period import Period, Relative

__all__ = ["PeriodFigure", "document_date", "find_periods", "resolve"]

FAMILIES = (find_chinese, find_english, find_numeric, find_years)
CONNECTOR = lazy_pattern(r"[ ]?(?:[-–—~〜−]{1,2}|(?:一?直|持续|延续|延长)?[至到]|to|through|thru|until|till)[ ]?(?:the[ ])?")
BETWEEN = lazy_pattern(r"(?:\bbetween[ ]|介于)(?:the[ ]|early[ ]|late[ ]|mid-?[ ]?)?$")
LISTED_BEFORE = lazy_pattern(r"[0-9年][ ]?[,，、][ ]?\Z")  # 1635年、1655和1664年间 are years of a list
BETWEEN_BEHIND = lazy_pattern(r"[ ]?(?:[之期]?间(?!隔)|中间)")  # 1991年和2002年 alone are two years
AND = lazy_pattern(r"[ ]?(?:and|与|和)[ ](?:the[ ])?|[与和]")
SENTENCE_END = lazy_pattern(r"[。！？!?;；\r\n]|\.[ ]")
FUTURE = lazy_pattern(rf"(?<![a-z])(?:{alternatives(listed('future'))})(?![a-z])".replace(r"\ ", "[ ]"))
CLAUSE = lazy_pattern(r"[,，。！？；;、\r\n]|\.[ ]")
DECADE, CENTURYLESS = lazy_pattern("[0-9]{3}X"), lazy_pattern("XX[0-9]X")
# How far before a date a word such as "will" or 预计 still speaks of it.
FUTURE_REACH = 40


def find_periods(folded: str, *, words: bool = False) -> list[PeriodFigure]:
    """The dates and periods of a folded text in reading order; with `words` also those without a number, such as 去年.

    A figure without a year hangs on the last year of its sentence, where there is one: `relative` says so.
    """
    moments = sorted(moment for family in FAMILIES for moment in family(folded))
    figures: list[PeriodFigure] = []
    dated = -1
    for moment in surrounded(folded, _ranges(folded, _in_century(folded, _longest(moments)))):
        relative = moment.relative
        if dated >= 0 and SENTENCE_END.search(folded, dated, moment.start):
            dated = -1
        if relative is None and dated >= 0 and _yearless(moment.written):
            relative = Relative("year", 0, "previous")
        figure = _figure(folded, moment, relative)
        if figure.period.year_known or relative is not None:
            dated = moment.end
        if moment.numbered or words:
            figures.append(figure)
    return figures


def _yearless(written: Written) -> bool:
    return written.year is None and not written.is_clock


def _longest(moments: list[Moment]) -> Iterator[Moment]:
    """Of moments that overlap, the longest; of two as long, the one that says more."""
    best: Moment | None = None
    for moment in moments:
        if best is None:
            best = moment
        elif moment.start >= best.end:
            yield best
            best = moment
        elif (moment.end - moment.start, len(moment.edtf)) > (best.end - best.start, len(best.edtf)):
            best = moment
    if best is not None:
        yield best


def _in_century(folded: str, moments: Iterator[Moment]) -> Iterator[Moment]:
    """A decade without a century is of that of the decade told before it in its paragraph: 20世纪60年代 … 80年代, the 1960s and '70s."""
    century, told = "", 0
    for moment in moments:
        year = moment.written.year or ""
        if "\n" in folded[told : moment.start]:
            century = ""
        told = moment.start
        if DECADE.fullmatch(year):
            century = year[:2]
        if century and CENTURYLESS.fullmatch(year) and moment.stop is None:
            yield moment._replace(written=moment.written._replace(year=century + year[2:]))
        else:
            yield moment


def _ranges(folded: str, moments: Iterator[Moment]) -> Iterator[Moment]:
    """Two neighbours bound by a dash, 至, "to", or "between … and …" are one range."""
    before: Moment | None = None
    for moment in moments:
        if before is not None and _bound(folded, before, moment):
            last = end_of(moment, instant=True) if names_end(folded, moment) else moment
            before = _range(before, last)
            continue
        if before is not None:
            yield before
        before = moment
    if before is not None:
        yield before


def _bound(folded: str, first: Moment, second: Moment) -> bool:
    gap = second.start - first.end
    if gap > 14 or first.stop or second.stop or not (first.numbered and second.numbered):
        return False
    if first.written.is_clock != second.written.is_clock:
        return False
    between = folded[first.end : second.start]
    if CONNECTOR.fullmatch(between):
        return True
    if AND.fullmatch(between) is None:
        return False
    listed = LISTED_BEFORE.search(folded, max(0, first.start - 3), first.start) is not None
    behind = BETWEEN_BEHIND.match(folded, second.end) if between.strip() in ("和", "与") and not listed else None
    return behind is not None or BETWEEN.search(folded, max(0, first.start - 14), first.start) is not None


def _range(first: Moment, second: Moment) -> Moment:
    """One range of two dates; what one end leaves out is that of the other."""
    start, stop = first.written, second.written
    if stop.year is None and second.relative is None:
        stop = stop._replace(year=_next(start, stop))
        if stop.day is not None and stop.month is None:
            stop = stop._replace(month=start.month)
    if start.year is None and first.relative is None and stop.year is not None:
        start = start._replace(year=_previous(start, stop))
    hedge = first.hedge if first.hedge != "exact" else second.hedge
    return Moment(first.start, second.end, first.first, second.last, start, stop, hedge, first.relative or second.relative)


def _next(start: Written, stop: Written) -> str | None:
    """The year of an end that has none: that of the start, or the next one where its month is earlier."""
    if start.year is None or not start.year.isdecimal() or not start.month or not stop.month or stop.month >= start.month:
        return start.year
    return f"{int(start.year) + 1:04d}"


def _previous(start: Written, stop: Written) -> str | None:
    if stop.year is None or not stop.year.isdecimal() or not start.month or not stop.month or start.month <= stop.month:
        return stop.year
    return f"{int(stop.year) - 1:04d}"


def _figure(folded: str, moment: Moment, relative: Relative | None) -> PeriodFigure:
    period = Period(moment.edtf)
    span = Span(moment.start, moment.end)
    covers = period.is_range or moment.written.is_season or (moment.written.is_year and moment.bound is None)
    return PeriodFigure(
        span=span,
        number=Span(moment.first, moment.last),
        kind="period" if covers else "date",
        period=period,
        hedge=moment.hedge,
        relative=relative,
        impossible=period.impossible if moment.written.month is not None else None,
        numbered=moment.numbered,
        weekday=moment.weekday,
        months=months_to(folded, moment),
        fiscal=moment.fiscal,
        future=not period.year_known and _future(folded, moment),
    )


def _future(folded: str, moment: Moment) -> bool:
    """Whether a word before it in its clause says that it is still to come: 将于8月20日, "is due in May"."""
    clause = CLAUSE.split(folded[max(0, moment.start - FUTURE_REACH) : moment.start])[-1]
    return FUTURE.search(clause) is not None
