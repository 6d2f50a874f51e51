"""The times of a document: its dates and periods, words such as 去年, and lengths that reach back from a day: 近三年."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.document import Span
from factcheck.extract.mentions import Found
from factcheck.extract.periods import PeriodFigure
from factcheck.extract.prepared import Prepared
from factcheck.extract.rolling import is_rolling, stretch_until
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern
from factcheck.period import Period, Relative

TIMES = frozenset({"date", "period"})
# Kinds of mentions that are no figures.
NAMES = frozenset({"identifier", "ordinal", "other"})
YEAR = lazy_pattern(r"[0-9X]{4}")
TODAY = Relative("day", 0)


@dataclass(frozen=True, slots=True)
class Time:
    """A time where it stands, as far as the text or the document's date gives it.

    `words` is set for one without a number, `covers` is the stretch that the words around a date let end with it,
    `fiscal` the fiscal year that only a company's calendar can place, `rolling` a length that the day of writing places. `months` is
    how long a stretch is that ends with it.
    """

    span: Span
    period: Period | None
    words: Relative | None = None
    covers: Period | None = None
    fiscal: PeriodFigure | None = None
    rolling: bool = False
    months: int | None = None

    @property
    def is_stretch(self) -> bool:
        """Whether it is a stretch by its own words: a year, a half-year, from one day to another; a month may be that of a count."""
        if self.covers is not None:
            return True
        period = self.period
        return period is not None and ".." not in period.edtf and (period.is_range or YEAR.fullmatch(period.edtf) is not None)


def find_times(prepared: Prepared, found: Found, *, published: Period | None) -> list[Time]:
    """The times of a document in reading order; `published` is its own date."""
    dated = _dated(found)
    return sorted((*dated, *_rolling(prepared, found, dated, published=published)), key=lambda time: time.span)


def _dated(found: Found) -> list[Time]:
    """The dates and periods of a document in reading order; of damaged dates their first reading."""
    times = [
        Time(
            figure.span,
            period := figure.resolved or figure.period,
            covers=_stretch(period, figure),
            fiscal=figure if figure.fiscal is not None else None,
            months=figure.months,
        )
        if figure.numbered
        else Time(figure.span, figure.resolved, figure.relative)
        for figure in found.periods
        if figure.numbered or _places(figure)
    ]
    times += [
        Time(mention.span, _reading(mention)) for mention in found.mentions if mention.kind in TIMES and mention.period is None
    ]
    return sorted(times, key=lambda time: time.span)


def _rolling(prepared: Prepared, found: Found, dated: Sequence[Time], *, published: Period | None) -> Iterator[Time]:
    """The lengths that the day of writing places, each with the stretch that a sum over it covers: 近三年.

    Behind a day in its sentence, a length is told from that: "by 30 June, users in the past 12 months".
    """
    starts = [time.span.start for time in dated]
    for mention in found.mentions:
        if not is_rolling(prepared, mention):
            continue
        before = bisect.bisect_left(starts, mention.span.start)
        sentence = prepared.sentence(mention.span.start)
        if before and starts[before - 1] >= sentence.start and not dated[before - 1].is_stretch:
            continue
        stretch = stretch_until(prepared, mention, published=published)
        yield Time(mention.span, None, covers=stretch, rolling=True)


def _places(figure: PeriodFigure) -> bool:
    """Whether words without a number give other figures a time; "today" is no date but the present, which need not be told."""
    return figure.relative is not None and figure.relative != TODAY


def _stretch(period: Period, figure: PeriodFigure) -> Period | None:
    return period.reaching_back(figure.months) if figure.months is not None else None


def _reading(mention: Mention) -> Period | None:
    if mention.readings and isinstance(mention.readings[0].value, str):
        return Period(mention.readings[0].value, inferred=True)
    return None
