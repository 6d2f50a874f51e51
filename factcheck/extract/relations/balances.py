"""Frames of balances: exports less imports, what came in less what went out, and what was there at first and in the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from factcheck import lexicon
from factcheck.claim import Relation
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind, amounts_in, can_be_negative, of_one_kind, of_one_noun
from factcheck.extract.relations.runs import Paragraph, said, value

FLOWS = ("inflow", "outflow")
# Of another flow than the change from the first figure to the last.
NO_LEVEL = ("rate", "average", "each", "one_in", "aside")


def differences(paragraph: Paragraph, bind: Bind) -> Iterator[Relation]:
    """出口45.2亿元，进口18.6亿元，贸易顺差26.6亿元; 出生率…，死亡率…，自然增长率…: one measure is what two others differ by."""
    for row in _rows()["difference"]:
        for run in paragraph.runs():
            ends = [[one for one in run if one.context.measure in row[role] and _is_level(one)] for role in ("of", "less")]
            named = [one for one in run if one.context.measure == row["name"] and _is_level(one)]
            if any(len(found) != 1 for found in (*ends, named)):
                continue
            after, before, change = ends[0][0], ends[1][0], named[0]
            if can_be_negative(paragraph.prepared, change) and value(change) > 0:
                continue  # 自然增长-0.33万人, whose sign is read as a dash
            if not (of_one_kind(after, before) and of_one_kind(after, change)):
                continue
            if not row.get("signed", False) and value(after) < value(before):
                after, before = before, after  # 逆差, a deficit
            yield Relation("balance", {"after": (bind(after),), "before": (bind(before),), "change": (bind(change),)})


def _is_level(one: Cast) -> bool:
    """Whether a figure is of its measure and not of a change of it: not the 5% of 出口增长5%."""
    return one.part not in ("rate", "change", "points", "before", "average", "share") and "measure" not in one.context.carried


def flows(paragraph: Paragraph, bind: Bind) -> Iterator[Relation]:
    """新开14间，关闭5间，净增9间; 年初86间，新开14间，关闭5间，年底95间; "began with 18, added three, sold two and ended with 19"."""
    amounts = [one for one in amounts_in(paragraph.casts) if one.part not in NO_LEVEL]
    ways = [_way(paragraph, one) for one in amounts]
    for place, (first, second) in enumerate(pairwise(ways)):
        if {first, second} != set(FLOWS) or not _together(amounts[place : place + 2]):
            continue
        inflow, outflow = sorted(amounts[place : place + 2], key=lambda one: ways[amounts.index(one)] or "")
        around = [(amounts[at], ways[at]) for at in (place - 1, place + 2) if 0 <= at < len(amounts)]
        around = [(one, way) for one, way in around if _together(sorted([one, inflow], key=_place))]
        net = next((one for one, way in around if way in ("net", "loss")), None)
        if net is not None:
            falls = ways[amounts.index(net)] == "loss"
            after, before = (outflow, inflow) if falls else (inflow, outflow)
            yield Relation("balance", {"after": (bind(after),), "before": (bind(before),), "change": (bind(net),)})
        ends = _ends(amounts, ways, place)
        if ends is not None and all(of_one_noun(one, inflow) for one in ends):
            roles = {"opening": ends[0], "inflow": inflow, "outflow": outflow, "closing": ends[1]}
            yield Relation("roll-forward", {role: (bind(one),) for role, one in roles.items()})


def _ends(amounts: Sequence[Cast], ways: Sequence[str | None], place: int) -> tuple[Cast, Cast] | None:
    """What was there before two flows and what is there behind them; also 由212间增至231间，新开24间，关闭5间."""
    before = amounts[place - 1] if place else None
    behind = amounts[place + 2] if place + 2 < len(amounts) else None
    if before is not None and behind is not None and ways[place + 2] == "closing" and before.part not in ("change", "part"):
        return before, behind
    pair = amounts[max(0, place - 2) : place]
    if [one.part for one in pair] == ["before", "after"]:
        return pair[0], pair[1]
    return None


def _together(figures: Sequence[Cast]) -> bool:
    """Whether two figures are of one kind and stand in one sentence, or in two that follow each other."""
    one, other = figures
    return of_one_noun(one, other) and other.context.sentence - one.context.sentence <= 1


def _place(one: Cast) -> int:
    return one.mention.span.start


def _way(paragraph: Paragraph, one: Cast) -> str | None:
    """Which way a figure goes by the words beside it: in, out, net, or what is there in the end; None where they say none or several."""
    words = paragraph.words(one)
    ways: list[str] = [way for way, names in _rows()["flow"].items() if any(said(name, words) for name in names)]
    if "net" in ways or "loss" in ways:
        return next(way for way in ways if way in ("net", "loss"))  # 净增 is no 增
    return ways[0] if len(ways) == 1 else None


@cache
def _rows() -> Mapping[str, Any]:
    return lexicon.page("wholes.toml")
