"""Tables of one document that give other figures for the same things: they are of other scopes, whatever their captions say.

Nobody prints a figure twice to contradict it. Two tables that disagree more often than they agree count other people, another year's
prices or a part; where they agree but for a figure or two, that figure is wrong, and left to the checks. So is the one figure that two
tables have in common, unless a caption may tell them apart.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations

from factcheck.evidence.conversion import agree
from factcheck.extract.context import Context
from factcheck.extract.tables.grid import Grid
from factcheck.extract.tables.headings import unknown_in

# More tables that tell of one thing are a series, of which only the first are held against each other.
MOST = 12
Told = Mapping[Hashable, Context]


def set_apart(tables: Sequence[tuple[Grid, Sequence[Context]]]) -> None:
    """Mark the figures of tables that disagree as those of parts. `tables` are the grids with the contexts of their figures."""
    told: list[Told] = [{key: context for context in held if (key := _key(context)) is not None} for _, held in tables]
    telling: dict[Hashable, list[int]] = {}
    for which, tells in enumerate(told):
        for key in tells:
            telling.setdefault(key, []).append(which)
    common: dict[tuple[int, int], list[Hashable]] = {}
    for key, which_tell in telling.items():
        for pair in combinations(which_tell[:MOST], 2):
            common.setdefault(pair, []).append(key)
    for (first, second), keys in common.items():
        wrong = [key for key in keys if _disagree(told[first][key], told[second][key])]
        if 2 * len(wrong) > len(keys) and (len(keys) > 1 or _captioned(tables[first][0], tables[second][0])):
            for key in wrong:
                told[first][key].carried |= {"owner", "part"}
                told[second][key].carried |= {"owner", "part"}


def _key(context: Context) -> Hashable | None:
    """What a figure is of; None where a part of it is unknown."""
    if context.subject is None or context.measure is None or "owner" in context.carried:
        return None
    when = context.period or context.as_of
    return context.subject, context.measure, context.role, context.scope, None if when is None else when.edtf


def _disagree(one: Context, other: Context) -> bool:
    figures = [one.mention.quantity, other.mention.quantity]
    return None not in figures and agree([figure for figure in figures if figure is not None]) == "disagrees"


def _captioned(one: Grid, other: Grid) -> bool:
    """Whether the lines above two tables differ, and one of them holds words that no lexicon knows."""
    prepared, text = one.prepared, one.prepared.document.text
    lines = [span for grid in (one, other) for span in grid.captions[:1]]
    if len({text[span.start : span.end] for span in lines}) < len(lines):
        return False
    return any(unknown_in(prepared, span, [time.span for time in one.times_within(span)]) for span in lines)
