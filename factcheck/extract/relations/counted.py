"""Frame of counted shares: a percent in one breath with the two numbers that it is worked out from: 80.0%（36/45）, "36 of 45 (80.0%)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind
from factcheck.extract.relations.runs import value
from factcheck.pattern import lazy_pattern

# 36/45, "36 of 45", "36 out of 45"
OUT_OF = lazy_pattern(r"[ ]?/[ ]?|[ ](?:out[ ])?of[ ]")
# "45 patients ("
OPENS = lazy_pattern(r"(?:[ ][a-z]{1,16}){0,3}[ ]?[（(][ ]?")
CLOSES = lazy_pattern(r"[^（()）0-9]{0,24}[)）]")
# "80.0%)", "80.0%; " of a list in brackets: the percent says no more than itself.
ENDS = lazy_pattern(r"[ ]?[)）;；,，]")
BRACKET = lazy_pattern(r"[ ]?[（(][ ]?")


def counted_shares(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """有效率为80.0%（36/45）; "fever in 36 of 45 patients (80.0%)": a number, what it is out of, and the percent, one right behind the other."""
    for place in range(len(casts) - 2):
        three = casts[place : place + 3]
        found = _percent_first(prepared, three) or _percent_last(prepared, three)
        if found is not None:
            part, whole, rate = found
            yield Relation("share", {"part": (bind(part),), "whole": (bind(whole),), "rate": (bind(rate),)})


def _percent_first(prepared: Prepared, three: Sequence[Cast]) -> tuple[Cast, Cast, Cast] | None:
    rate, part, whole = three
    opened = BRACKET.fullmatch(prepared.folded, rate.mention.span.end, part.mention.span.start) is not None
    closed = CLOSES.match(prepared.folded, whole.mention.span.end) is not None
    return (part, whole, rate) if opened and closed and _out_of(prepared, part, whole) and rate.mention.kind == "percent" else None


def _percent_last(prepared: Prepared, three: Sequence[Cast]) -> tuple[Cast, Cast, Cast] | None:
    """A whole that is said to be one is bound by the frame of shares."""
    part, whole, rate = three
    if whole.part == "whole" or rate.mention.kind != "percent" or not _out_of(prepared, part, whole):
        return None
    between = prepared.folded[whole.mention.span.end : rate.mention.span.start]
    closed = ENDS.match(prepared.folded, rate.mention.span.end) is not None
    return (part, whole, rate) if closed and OPENS.fullmatch(between) is not None else None


def _out_of(prepared: Prepared, part: Cast, whole: Cast) -> bool:
    """Whether one number is said to be out of another."""
    between = prepared.folded[part.mention.span.end : whole.mention.span.start]
    counts = part.mention.kind == whole.mention.kind == "count"
    return counts and OUT_OF.fullmatch(between) is not None and 0 < value(part) <= value(whole)
