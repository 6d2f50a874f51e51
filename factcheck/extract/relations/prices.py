"""Frames of price and average: a number of things, what each is worth, what all are worth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind, alike, of

PERIODS = ("basis.per_period", "scope.monthly", "scope.daily")
# 每千人拥有医生2.5人, "2.5 doctors per 1,000 people"
PER_MANY = re.compile(r"每[十百千万亿0-9]")


def prices(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """共售出…张门票，每张…元，总收入…元; 每股…元发行…股，募资…元."""
    each = of(casts, "each")
    if len(each) != 1 or each[0].mention.kind != "money":
        return
    place = casts.index(each[0])
    around = [casts[index] for index in (place - 1, place + 1) if 0 <= index < len(casts)]
    counts = [
        one for one in around if one.mention.kind == "count" and one.part not in ("change", "before") and _of_things(each[0], one)
    ]
    if not counts or _per_period(prepared, each[0]):
        return
    last = max(place, casts.index(counts[0]))
    total = casts[last + 1] if last + 1 < len(casts) else None
    others = [one for one in casts[last + 2 :] if one.mention.kind == "money"]
    if total is None or others or not _is_total(prepared, total, each[0]):
        return
    yield Relation("product", {"factor": (bind(counts[0]), bind(each[0])), "product": (bind(total),)})


def _is_total(prepared: Prepared, total: Cast, each: Cast) -> bool:
    """Whether a sum of money can be what all things cost: not what was earned on them, and not another price."""
    if total.mention.kind != "money" or not alike(total, each) or total.part in ("change", "before", "average", "rate"):
        return False
    words = prepared.tokens_in(max(each.mention.span.end, total.context.clause.start), total.mention.number.start)
    return not any(token.has("sense.profit") or token.has("sense.loss") for token in words)


def _of_things(each: Cast, count: Cast) -> bool:
    """Whether the things counted are those of the price: 每张 prices 1200张门票, not 1200人."""
    word = each.context.cue("part.each")
    classifier = word.words[0].text[1:] if word is not None and word.words[0].text.startswith("每") else ""
    return not classifier or classifier in count.mention.text


def _per_period(prepared: Prepared, each: Cast) -> bool:
    """Whether a price or an average is one of many: 每人每月500元, "$3,000 a month", or a rate per thousand."""
    clause, place = each.context.clause, each.mention.span.end
    near = prepared.tokens_in(clause.start, min(clause.end, place + 12))
    return (
        any(token.has(kind) for token in near for kind in PERIODS)
        or PER_MANY.search(prepared.folded, clause.start, place) is not None
    )


def averages(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """…名员工共获奖金…元，人均…元; "the 200 staff shared $300,000, or $1,500 each"."""
    stated = of(casts, "average") or [one for one in of(casts, "each") if one is casts[-1]]
    if len(stated) != 1 or len(casts) != 3:
        return
    average = stated[0]
    if _per_period(prepared, average):
        return
    others = [one for one in casts if one is not average]
    totals = [one for one in others if alike(one, average) and one.part in ("level", "after", "total", "change")]
    counts = [
        one
        for one in others
        if one not in totals and one.mention.kind == "count" and one.part in ("level", "after", "total", "part")
    ]
    if len(totals) == 1 and len(counts) == 1:
        yield Relation("average", {"total": (bind(totals[0]),), "count": (bind(counts[0]),), "average": (bind(average),)})
