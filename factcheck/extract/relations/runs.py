"""Runs: the figures of one full sentence, which in lists goes on over semicolons, and the paragraph that the runs stand in."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import TypeAlias

from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast, Part
from factcheck.extract.relations.frames import of_one_kind
from factcheck.pattern import lazy_pattern

# A sentence that ends so is gone on with: 第一产业41亿元；第二产业138亿元；
GOES_ON = lazy_pattern(r"[;；]\s*$")
# "1,240 at sea and 610": the words behind a figure that are its own, and where those before it begin.
OWN = lazy_pattern(r"[^,，;；:(（。]*?(?=[,，;；:(（。]|[ ]and[ ]|[.]?\s*$)")
SEPARATE = lazy_pattern(r"[,，;；。:]|[ ]and(?:[ ]|$)")
# No text leads further back than over so many levels of one measure.
NEAR = 40
Levels: TypeAlias = Mapping[str, Sequence[Cast]]
LEVELS: tuple[Part, ...] = ("level", "after", "total", "whole", "part")


@dataclass(slots=True, eq=False)
class Paragraph:
    """The figures of a paragraph in reading order, and the run that each stands in.

    `levels` are those of its document by their measure, `every` are all figures of the document.
    """

    prepared: Prepared
    casts: list[Cast]
    run_of: dict[int, int]
    levels: Levels
    every: Sequence[Cast]

    def runs(self) -> Iterator[list[Cast]]:
        """The figures of each run."""
        for _, members in groupby(self.casts, key=self.run):
            yield list(members)

    def run(self, one: Cast) -> int:
        """The number of the run that a figure stands in."""
        return self.run_of[id(one)]

    def before(self, one: Cast) -> str:
        """The folded words between the figure before and this one, in its own sentence."""
        place = self.casts.index(one)
        start = self.prepared.sentence(one.mention.span.start).start
        if place:
            start = max(start, self.casts[place - 1].mention.span.end)
        return self.prepared.folded[start : one.mention.span.start]

    def behind(self, one: Cast) -> str:
        """The folded words between this figure and the next one, in its own sentence."""
        place = self.casts.index(one)
        end = self.prepared.sentence(one.mention.span.start).end
        if place + 1 < len(self.casts):
            end = min(end, self.casts[place + 1].mention.span.start)
        return self.prepared.folded[one.mention.span.end : max(end, one.mention.span.end)]

    def words(self, one: Cast) -> str:
        """The words that say what a figure is: those before it in Chinese, in English also its noun and what stands behind."""
        behind = OWN.match(self.behind(one))
        ahead = self.before(one)
        closed = ahead.isascii() and ahead.endswith(", ")  # "13 about other things, 15 fewer than before"
        before = "" if closed else SEPARATE.split(ahead.rstrip(",，:： "))[-1]
        noun = self.prepared.folded[one.mention.number.end : one.mention.span.end]
        return f"{before} {noun} {behind[0] if behind is not None and before.isascii() else ''}"


def said(name: str, words: str) -> bool:
    """Whether a word stands among some words of `Paragraph.words`: a whole word in English."""
    return name in words and (not name.isascii() or f" {name} " in f" {words} ")


def paragraphs(prepared: Prepared, casts: Sequence[Cast]) -> Iterator[Paragraph]:
    """The paragraphs that have more than two figures."""
    levels = _levels(casts)
    for _, group in groupby(casts, key=lambda one: prepared.paragraph_start(one.mention.span.start)):
        members = list(group)
        if len(members) > 2:
            yield Paragraph(prepared, members, _runs(prepared, members), levels, casts)


def _levels(casts: Sequence[Cast]) -> Levels:
    """The levels of a document by the measure that their clause names, and residents as a population."""
    found: dict[str, list[Cast]] = {}
    for one in casts:
        measure = "population" if one.mention.unit == "resident" else one.context.measure
        if measure is not None and one.part in LEVELS and "measure" not in one.context.carried:
            found.setdefault(measure, []).append(one)
    return found


def _runs(prepared: Prepared, casts: Sequence[Cast]) -> dict[int, int]:
    """The number of the run of each figure: of its sentence, or of the first one where semicolons lead on."""
    first: dict[int, int] = {}
    starts = prepared.passage.starts
    for one in casts:
        sentence = one.context.sentence
        if sentence not in first:
            number = sentence
            while number > 0 and number not in first and GOES_ON.search(prepared.folded, starts[number - 1], starts[number]):
                number -= 1
            first[sentence] = first.get(number, number)
    return {id(one): first[one.context.sentence] for one in casts}


def value(one: Cast) -> Fraction:
    """The value that a figure states; zero where it states none."""
    return Fraction(one.mention.quantity.value) if one.mention.quantity is not None else Fraction(0)


def before(levels: Sequence[Cast], one: Cast) -> Sequence[Cast]:
    """The last of some levels that stand before a figure."""
    place = bisect.bisect_left(levels, one.mention.span, key=lambda level: level.mention.span)
    return levels[max(0, place - NEAR) : place]


def whole_named(paragraph: Paragraph, measures: Sequence[str], part: Cast) -> Cast | None:
    """The whole of a measure that a document has named before a part: its largest level that no other year is said of."""
    return max(levels_named(paragraph, measures, part), key=value, default=None)


def levels_named(paragraph: Paragraph, measures: Sequence[str], part: Cast) -> list[Cast]:
    """The levels of some measures that a document has named before a part, of its kind and not of another year."""
    return [
        one
        for measure in measures
        for one in before(paragraph.levels.get(measure, ()), part)
        if of_one_kind(one, part) and one.mention.hedge in ("exact", "about") and not _of_another_time(one, part)
    ]


def _of_another_time(one: Cast, other: Cast) -> bool:
    """Whether two figures each have a time in their own clause, and not the same one."""
    if "period" in one.context.carried or "period" in other.context.carried:
        return False
    times = [context.period or context.as_of for context in (one.context, other.context)]
    return None not in times and times[0] != times[1]
