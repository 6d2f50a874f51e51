"""Columns of shares: 收入 | 占比, "Votes | % of total". A row of shares under its row is the same thing turned."""

from __future__ import annotations

from factcheck.agreement import compare
from factcheck.extract.tables.bindings import AXES, RIGHT, Axis, Binding, Spot, believed, crossing, spot_at
from factcheck.extract.tables.grid import Grid
from factcheck.extract.tables.totals import total_lines
from factcheck.formula import SHARE

WHOLE = 100


def shares(grid: Grid) -> list[Binding]:
    """The shares that a table divides by the total of the figures beside them, where its other lines bear out that it does."""
    found: list[Binding] = []
    for axis in AXES:
        for place in grid.places(axis):
            level = grid.lender(axis, place)
            if level is not None and not grid.is_change(axis, place):
                found += _of_total(grid, axis, level, place)
    return found


def _of_total(grid: Grid, axis: Axis, level: int, place: int) -> list[Binding]:
    across = crossing(axis)
    wholes = [line for line in grid.places(across) if _is_whole(grid, spot_at(axis, place, line))] or total_lines(grid, across)
    if len(wholes) != 1 or spot_at(axis, level, wholes[0]) not in grid.figures:
        return []
    whole = spot_at(axis, level, wholes[0])
    agreeing, disagreeing = [], []
    for line in grid.places(across):
        part, share = spot_at(axis, level, line), spot_at(axis, place, line)
        binding = Binding("share", {"part": (part,), "whole": (whole,), "rate": (share,)})
        verdict = _verdict(grid, part, whole, share) if line != wholes[0] else None
        if verdict in RIGHT:
            agreeing.append(binding)
        elif verdict == "disagrees":
            disagreeing.append(binding)
    # Nothing but the figures says of what they are shares.
    return believed(agreeing, disagreeing) if agreeing else []


def _is_whole(grid: Grid, spot: Spot) -> bool:
    """Whether a share says that its line is the whole: 100%."""
    share = grid.figures.get(spot)
    return share is not None and share.kind == "percent" and share.quantity is not None and share.quantity.value == WHOLE


def _verdict(grid: Grid, part: Spot, whole: Spot, share: Spot) -> str | None:
    mentions = [grid.figures.get(spot) for spot in (part, whole, share)]
    quantities = [mention.quantity for mention in mentions if mention is not None and mention.quantity is not None]
    if len(quantities) != 3 or mentions[2] is None or mentions[2].kind != "percent" or quantities[0].unit != quantities[1].unit:
        return None
    return compare(SHARE, part=quantities[:1], whole=quantities[1:2], rate=quantities[2:]).verdict
