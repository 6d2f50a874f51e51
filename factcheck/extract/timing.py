"""When a figure is of: the period that it covers or the date on which it holds, and the time that a change is measured from.

A figure takes the time of its own words, else that of the nearest time before it in its sentence, else that of the sentence before;
a flow also that of its paragraph's first sentence, then that of its heading. What comes from outside the clause is marked.
"""

from __future__ import annotations

import bisect
from dataclasses import replace
from functools import cache

from factcheck.extract.context import Context
from factcheck.extract.dealing import dealt_times
from factcheck.extract.mentions import Found
from factcheck.extract.periods.fiscal import calendar_of, fiscal_period
from factcheck.extract.prepared import Prepared
from factcheck.extract.times import NAMES, TIMES, YEAR, Time, find_times
from factcheck.lexicon import Finder, Word, fold, measures, year_ends
from factcheck.lexicon.calendar import listed
from factcheck.pattern import lazy_pattern
from factcheck.period import Period, Relative

# "48,000 people in 2010 and 52,000 in 2020": the time right behind a figure is its own, whatever stood before
IN_TIME = lazy_pattern(r"[^,;:，；：。()（）0-9]{0,30}?[ ](?:in|during|by|at|on|as of|for)(?: the)? ?|[ ]?[(（]")
# "against 90 million a year earlier": words of time need no preposition
IN_WORDS = lazy_pattern(r"(?:[ ][a-z]+){0,2}[ ]")
# "compared with last year's 90 million", 较上年同期的90亿元: what stands this near is the figure of that time
OWNED = lazy_pattern(r"(?:的|为|是|['’]s)?[ ]?")
BRACKETED = lazy_pattern(r"[（(《\[][^）)》\]]*[）)》\]]")
FROM_YEAR_TO_YEAR = lazy_pattern(r"[0-9]{4}/[0-9]{4}")
NEAR = 14
# 较上年同期 compares with the time that it names, 与上年同期相比 is the name of a relation (year on year) besides.
COMPARING = frozenset({"join.compared", "basis"})
# How many times before a day one is looked for that has its year.
BACK = 12
MONTH_OF = lazy_pattern(r"XXXX-[0-9]{2}(?:-[0-9]{2})?$")
DATED = lazy_pattern(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(?:-[0-9]{2})?$")
UNKNOWN_YEAR = "XXXX-"
THIS_YEAR = Relative("year", 0)
LAST_YEAR = Relative("year", -1)


class Timing:
    """Finds the times of the figures of one document, in reading order."""

    def __init__(self, prepared: Prepared, found: Found, published: Period | None) -> None:
        self.prepared = prepared
        self.published = published
        self.times = find_times(prepared, found, published=published)
        self.starts = [time.span.start for time in self.times]
        self.figures = [mention for mention in found.mentions if mention.kind not in TIMES | NAMES]
        self.listed = dealt_times(prepared, self.times, found)
        self.year_end = calendar_of(found.periods)
        self.year_ends = year_ends(prepared.finder)

    def read(self, context: Context) -> None:
        """Give a figure its period or the date on which it holds, and what it is compared with."""
        own, against = self._around(context)
        if own is None and context.measure is not None and measures()[context.measure].flow:
            own = self._above(context)
        if against is not None and not (against.words is not None and against.words.base == "same"):
            context.against = against.period
        level = not measures()[context.measure].flow if context.measure is not None else own is None or not own.is_stretch
        period = None
        if own is not None:
            period = self._year_before(own, context) or (own.period if level else _covered(own, context) or own.period)
            period = self._of_year_before(own, self._of_year_above(own, period, context), context)
            period = self._by_calendar(own, context) if own.fiscal is not None else _end_of_range(period, context)
            if level and period is not None and ".." in period.edtf:
                period = None  # "has held 80 % since 1973": from when on is told, not when it was counted
            if own.span.start < context.clause.start:
                context.carried.add("period")
        elif self.published is not None:
            present = self.prepared.tokens_in(context.clause.start, context.mention.span.end)
            if level or any(token.has("time.present") for token in present):
                period, level = Period(self.published.edtf, inferred=True), True
                context.carried.add("period")
        if period is None:
            return
        if level:
            context.as_of = period
        else:
            context.period = period

    def _of_year_above(self, own: Time, period: Period | None, context: Context) -> Period | None:
        """A month whose year the text does not write, in the one year that the heading above names: 年末 under 2023年统计公报."""
        heading = self.prepared.heading(context.mention.span.start)
        if period is None or heading is None or not period.edtf.startswith(UNKNOWN_YEAR):
            return period
        if period.relative is not None and not (period.relative == THIS_YEAR and self.prepared.folded[own.span.start] == "年"):
            return period  # 今年末 is that of the day of writing
        inside = self.times[bisect.bisect_left(self.starts, heading.start) : bisect.bisect_left(self.starts, heading.end)]
        years = {time.period.edtf[:4] for time in inside if time.period is not None and YEAR.match(time.period.edtf)}
        if len(years) != 1 or UNKNOWN_YEAR.startswith(year := years.pop()):
            return period
        context.carried.add("period")
        return replace(period, edtf=year + period.edtf[4:], inferred=True, relative=None)

    def _of_year_before(self, own: Time, period: Period | None, context: Context) -> Period | None:
        """A day whose year the text does not write, in the year of the date before it in its paragraph, unless the year may have turned."""
        if period is None or period.relative is not None or MONTH_OF.match(period.edtf) is None:
            return period
        paragraph = self.prepared.paragraph_start(own.span.start)
        index = bisect.bisect_left(self.starts, own.span.start)
        for time in map(self.times.__getitem__, range(index - 1, max(-1, index - 1 - BACK), -1)):
            if time.span.start < paragraph:
                break
            dated = DATED.match(time.period.edtf) if time.period is not None else None
            if dated is not None:
                if dated["month"] > period.edtf[5:7]:
                    break
                context.carried.add("period")
                return replace(period, edtf=dated["year"] + period.edtf[4:], inferred=True)
        return period

    def _by_calendar(self, own: Time, context: Context) -> Period | None:
        """A fiscal year by the calendar of the figure's subject, else by the one that the text tells."""
        assert own.fiscal is not None
        known = self.year_ends.get(fold(context.subject or ""))
        return fiscal_period(own.fiscal, year_end=known or self.year_end)

    def _year_before(self, own: Time, context: Context) -> Period | None:
        """去年 behind a year of its own sentence: "2022年上半年100亿元，去年为90亿元" speaks of the same stretch a year before."""
        if own.words != LAST_YEAR:
            return None
        index = bisect.bisect_left(self.starts, own.span.start)
        before = self.times[index - 1] if index else None
        if before is None or before.period is None or before.span.start < context.sentence_start or before.words is not None:
            return None
        told = own.period.start if own.period is not None else None
        if before.period.start is None or (told is not None and before.period.start.year != told.year):
            return None
        context.carried.add("period")
        return before.period.shifted(-1)

    def _around(self, context: Context) -> tuple[Time | None, Time | None]:
        """The time a figure is of, and the time it is compared with."""
        place = context.mention.span.start
        index = bisect.bisect_left(self.starts, place)
        now = self._now(context)
        against = None
        if (listed := self.listed.get(place)) is not None:
            return listed, None
        behind = self._right_behind(context, index)
        if behind is not None:
            return behind, self._base_behind(index + 1, context)
        for time in map(self.times.__getitem__, range(index - 1, -1, -1)):
            if time.span.start < context.sentence_start:
                break
            if self._is_base(time) and not self._owns(time, context):
                against = against or time
            elif self._may_be_of(context, time, now=now) and not self._is_of_another(context, time):
                return time, against or self._base_behind(index, context)
        later, base = self._later(context, index)
        return later or self._earlier_sentence(index, context, now=now), against or base

    def _later(self, context: Context, index: int) -> tuple[Time | None, Time | None]:
        """The times behind a figure in its clause: its own, and the one before that which it is compared with."""
        base = None
        for time in map(self.times.__getitem__, range(index, len(self.times))):
            if time.span.start >= context.clause.end:
                break
            if self._is_base(time):
                base = base or time
            elif not (self._is_gloss(time) or self._labels(time)):
                return time, base
        return None, base

    def _labels(self, time: Time) -> bool:
        """Whether a time is that of what follows: £412 million (2022: £388 million)."""
        return self.prepared.folded[time.span.end : time.span.end + 1] in (":", "：")

    def _now(self, context: Context) -> int:
        """Where the last word for the present stands before a figure in its sentence: 目前, "now"; -1 where there is none."""
        words = self.prepared.tokens_in(context.sentence_start, context.mention.span.start)
        return next((token.start for token in reversed(words) if token.has("time.present")), -1)

    def _may_be_of(self, context: Context, time: Time, *, now: int) -> bool:
        """Whether a time before a figure may be its own: one of another clause is not where that tells an event, or now comes after."""
        if self._is_gloss(time):
            return False
        return time.span.start >= context.clause.start or not (time.span.start < now or self._tells_event(time))

    def _is_of_another(self, context: Context, time: Time) -> bool:
        """Whether a time is that of the figure before, from which this one tells the change: 从1950年的2400万增至3800万."""
        if context.cue("join.to") is None:
            return False
        place = bisect.bisect_left(self.figures, context.mention.span.start, key=lambda figure: figure.span.start) - 1
        before = self.figures[place] if place >= 0 else None
        if before is None or before.kind != context.mention.kind or before.span.start < time.span.end:
            return False
        return OWNED.fullmatch(self.prepared.folded, time.span.end, before.span.start) is not None

    def _owns(self, time: Time, context: Context) -> bool:
        """Whether a time that something is compared with is the time of this figure."""
        return OWNED.fullmatch(self.prepared.folded, time.span.end, context.mention.span.start) is not None

    def _right_behind(self, context: Context, index: int) -> Time | None:
        """The time that a preposition ties to a figure, with no other figure between: "52,000 in 2020"."""
        time = self.times[index] if index < len(self.times) else None
        end = context.mention.span.end
        if time is None or not end < time.span.start <= end + 40 or self._is_base(time, behind=end) or self._labels(time):
            return None
        if self.prepared.sentence_index(time.span.start) != context.sentence:
            return None  # "has 142 stores. At the end of 2022, …"
        pattern = IN_TIME if time.words is None else IN_WORDS
        return time if pattern.fullmatch(self.prepared.folded, end, time.span.start) is not None else None

    def _base_behind(self, index: int, context: Context) -> Time | None:
        for time in self.times[index : index + 1]:
            if time.span.start < context.clause.end and self._is_base(time):
                return time
        return None

    def _earlier_sentence(self, index: int, context: Context, *, now: int) -> Time | None:
        """The time of the sentence before in the same paragraph."""
        if now >= 0 or index == 0:
            return None
        time = self.times[index - 1]
        paragraph = self.prepared.paragraph_start(context.mention.span.start)
        number = self.prepared.sentence_index(time.span.start)
        if time.span.start >= paragraph and number == context.sentence - 1 and not self._is_base(time):
            lasts = time.is_stretch or self._counted_at(time)
            return time if lasts and not self._is_gloss(time) and not self._tells_event(time) else None
        return None

    def _counted_at(self, time: Time) -> bool:
        """Whether words such as 截至 and "as of" make a date the one at which things are counted, in the next sentence too."""
        before = self.prepared.tokens_in(time.span.start - NEAR, time.span.start + 1)
        return any(token.has("time.as_of") for token in before if token.start >= 0 and time.span.start - token.end <= 2)

    def _is_gloss(self, time: Time) -> bool:
        """Whether a time stands alone in brackets, which say of when the name or the figure before them is: 毛宗武（2004）."""
        return BRACKETED.fullmatch(self.prepared.folded, max(0, time.span.start - 1), time.span.end + 1) is not None

    def _above(self, context: Context) -> Time | None:
        """The stretch that a paragraph's first sentence speaks of, else the one that its heading names."""
        present = any(token.has("time.present") for token in self.prepared.tokens_in(context.clause.start, context.clause.end))
        if present or not self.times:
            return None
        paragraph = self.prepared.paragraph_start(context.mention.span.start)
        heading = self.prepared.heading(context.mention.span.start)
        for span in (self.prepared.sentence(paragraph), heading):
            if span is None or span.start > context.mention.span.start:
                continue
            inside = self.times[bisect.bisect_left(self.starts, span.start) : bisect.bisect_left(self.starts, span.end)]
            between = bisect.bisect_left(self.starts, context.mention.span.start) - bisect.bisect_left(self.starts, span.end)
            if len(inside) == 1 and inside[0].is_stretch and not self._is_base(inside[0]) and not (between and span is not heading):
                return None if self._tells_event(inside[0]) else inside[0]
        return None

    def _tells_event(self, time: Time) -> bool:
        """Whether the clause of a time tells what happened then, once: 成立于1998年, "founded in 1998"."""
        clause = self.prepared.clause(time.span.start)
        return bool(_events().tokens(self.prepared.folded[clause.start : clause.end]))

    def _is_base(self, time: Time, *, behind: int = 0) -> bool:
        """Whether a time is what something is compared with: 较2021年底, "than in May", by a word that stands behind a place."""
        clause = self.prepared.clause(time.span.start)
        tokens = self.prepared.tokens_in(max(behind, clause.start, time.span.start - 3 * NEAR), time.span.start)
        return any(not token.kinds.isdisjoint(COMPARING) for token in tokens if time.span.start - token.end <= NEAR)


@cache
def _events() -> Finder:
    return Finder(Word(word, "event", word) for word in listed("event"))


def _covered(time: Time, context: Context) -> Period | None:
    """The stretch that the words around a time give a flow; 近三年营收5亿元 may be that of each year, 累计 says that it is a sum."""
    summed = context.cue("part.total", "scope.cumulative") is not None
    return time.covers if summed or not time.rolling else None


def _end_of_range(period: Period | None, context: Context) -> Period | None:
    """2019—2021年，占比由15%升至60%: of a range, the figure behind 由 is of its start, the one behind 至 of its end."""
    if period is None or period.relative is not None or FROM_YEAR_TO_YEAR.fullmatch(period.edtf) is None:
        return period
    near = context.cue("join.from", "join.to")
    if near is None:
        return period
    return replace(period, edtf=period.edtf.split("/")[0 if near.has("join.from") else 1])
