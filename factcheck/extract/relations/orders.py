"""Frame of orders: figures that words rank: 教育最多，为13.1亿元，其次是医疗12.3亿元; "the largest group (340), followed by clerks (210)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from factcheck import lexicon
from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind, alike, amounts_in, percents_in
from factcheck.lexicon.calendar import alternatives
from factcheck.pattern import lazy_pattern

NO_LEVEL = ("rate", "change", "points", "before", "average", "one_in", "aside")
# How far a superlative may stand from its figure, and the members of a ranking from each other.
NEAR, APART = 48, 60
# 、, "; ", ", then 87": what may stand between the members of a list that is said to be in order.
MEMBER = lazy_pattern(r"[^。；;!?！？0-9]{0,24}")


def orders(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """A figure that is said to be the most, with the next one behind 其次 or "followed by"; and lists 由高到低."""
    for figures in (amounts_in(casts), percents_in(casts)):
        levels = [one for one in figures if one.part not in NO_LEVEL]
        for place, first in enumerate(levels[:-1]):
            descends = _ranked(prepared, first, levels[place + 1])
            if descends is not None:
                yield from _pairs(_following(prepared, levels[place:]), bind, descends=descends)
        # the 低 of 由高到低 is no fall, though it makes the figure behind it one
        yield from _listed(prepared, [one for one in figures if one.part not in ("aside", "one_in")], bind)


def _pairs(ranked: Sequence[Cast], bind: Bind, *, descends: bool) -> Iterator[Relation]:
    for one, other in pairwise(ranked):
        more, less = (one, other) if descends else (other, one)
        yield Relation("order", {"more": (bind(more),), "less": (bind(less),)})


def _ranked(prepared: Prepared, first: Cast, second: Cast) -> bool | None:
    """Whether a figure is said to be the most and the one behind it to come next; False where the least comes first, None where neither."""
    folded = prepared.folded
    start, end = first.mention.span.end, second.mention.span.start
    if not _of_one_scale(first, second) or end - start > APART or _next().search(folded, start, end) is None:
        return None
    sentence = prepared.sentence(first.mention.span.start).start
    ahead = max(sentence, first.mention.span.start - NEAR)
    found = list(_superlative().finditer(folded, ahead, first.mention.span.start))
    if not found or _of_another_thing(prepared, found[-1].end(), first):
        return None
    return found[-1].lastgroup == "most"


def _following(prepared: Prepared, levels: Sequence[Cast]) -> list[Cast]:
    """A first and a second figure, and those behind them that are said to come third or last."""
    ranked = list(levels[:2])
    for one, other in pairwise(levels[1:]):
        start, end = one.mention.span.end, other.mention.span.start
        if end - start > APART or not _of_one_scale(one, other) or _then().search(prepared.folded, start, end) is None:
            break
        ranked.append(other)
    return ranked


def _listed(prepared: Prepared, levels: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """由高到低依次为92、89和75: all figures to the end of the sentence, one kind, each right behind the one before."""
    for place, first in enumerate(levels[:-1]):
        start = prepared.sentence(first.mention.span.start).start
        head = max(start, first.mention.span.start - NEAR)
        said = _in_order().search(prepared.folded, head, first.mention.span.start)
        if said is None or (place and levels[place - 1].mention.span.start >= said.end()):
            continue
        members = [first]
        for other in levels[place + 1 :]:
            between = prepared.folded[members[-1].mention.span.end : other.mention.span.start]
            if not _of_one_scale(members[-1], other) or MEMBER.fullmatch(between) is None:
                break
            members.append(other)
        yield from _pairs(members, bind, descends=said.lastgroup == "falling")


def _of_one_scale(one: Cast, other: Cast) -> bool:
    """Whether two figures can be ranked: alike, and hedged in no way that leaves open which is the larger."""
    known = {one.mention.hedge, other.mention.hedge} <= {"exact", "about"}
    return known and (one.mention.kind == other.mention.kind == "percent" or alike(one, other))


def _of_another_thing(prepared: Prepared, start: int, first: Cast) -> bool:
    """Whether the measure of a figure stands behind the superlative, which is then of something else: 评分最高的影片收入3亿元."""
    tokens = prepared.tokens_in(start, first.mention.span.start)
    measure = None if "measure" in first.context.carried else first.context.measure
    return measure is not None and any(token.meaning("measure") == measure for token in tokens)


@cache
def _superlative() -> re.Pattern[str]:
    return _either("most", "least")


@cache
def _next() -> re.Pattern[str]:
    return _either("next")


@cache
def _then() -> re.Pattern[str]:
    return _either("then")


@cache
def _in_order() -> re.Pattern[str]:
    return _either("falling", "rising")


def _either(*names: str) -> re.Pattern[str]:
    """A pattern of the words of some rows, each row a group of its name."""
    rows = lexicon.page("usage.toml")["order"]
    words = "|".join(f"(?P<{name}>{alternatives(rows[name])})" for name in names)
    return lazy_pattern(rf"(?<![a-z])(?:{words})(?![a-z])", re.VERBOSE)
