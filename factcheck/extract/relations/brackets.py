"""Brackets that compare figures of their own: "168 fps against 152 (lows: 121 against 104), a gain of 10.5%"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import alike
from factcheck.pattern import lazy_pattern

IN_BRACKETS = lazy_pattern(r"[(（][^()（）]*[)）]")


def parted(prepared: Prepared, casts: Sequence[Cast]) -> list[Sequence[Cast]]:
    """The figures of a sentence that are to be read together: all, but for each bracket that holds both ends of a comparison.

    （去年同期152亿元） has only one end, and so goes with the figures around it.
    """
    if len(casts) < 3:
        return [casts]
    start, end = casts[0].mention.span.start, casts[-1].mention.span.end
    sentence = prepared.sentence(start)
    inside = [
        [one for one in casts if match.start() < one.mention.span.start < match.end()]
        for match in IN_BRACKETS.finditer(prepared.folded, sentence.start, max(end, sentence.end))
    ]
    apart = [members for members in inside if len(members) < len(casts) and _compares(members)]
    within = {id(one) for members in apart for one in members}
    return [[one for one in casts if id(one) not in within], *apart]


def _compares(members: Sequence[Cast]) -> bool:
    """Whether one of some figures is the level before of another: "121 against 104", 其中线上21亿元，去年14亿元."""
    return any(_is_before(one) and not _is_before(other) and alike(one, other) for one, other in permutations(members, 2))


def _is_before(one: Cast) -> bool:
    return one.part == "before" or (one.weak_before and one.part in ("level", "after"))
