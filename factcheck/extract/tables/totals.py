"""Totals: a row or a column of a table that adds up others.

A table does not say which of its rows overlap, so a total that misses them is only doubted where one reading is left: no row set apart
as 其中 or "of which" explains it, no row left out does, and the other columns of the table add up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.agreement import compare
from factcheck.extract.tables.bindings import AXES, RIGHT, Axis, Binding, Spot, believed, spot_at
from factcheck.extract.tables.grid import Grid
from factcheck.extract.tables.headings import consists_of, label, opens_with
from factcheck.formula import SUM
from factcheck.lexicon import units
from factcheck.quantity import Quantity

ADDED = frozenset({"money", "count", "measure"})
# Figures of these dimensions have no sum.
INTENSIVE = frozenset({"temperature", "speed", "pressure", "frequency", "sound", "degree", "mass_concentration", "score", "rank"})
# A lone total that misses its rows by more is the total of something else (all symptoms, all countries), not a slip.
SLIP = Fraction(1, 4)
# A table with more totals is a list of accounts, and among more rows some that were left out explain any total.
MOST = 12
MANY = 40


def totals(grid: Grid) -> list[Binding]:
    """The sums of a table that its other lines bear out."""
    return [binding for axis in AXES for place in total_lines(grid, axis) for binding in _of_total(grid, axis, place)]


def counted_exactly(grid: Grid) -> bool:
    """Whether the sums of a table show that its figures were counted, not rounded: most of several add up to the unit."""
    lines = [
        sum(Fraction(addend.value) for addend in addends) == Fraction(total.value)
        for axis in AXES
        for place in total_lines(grid, axis)
        for places in _readings(grid, axis, place)[:1]
        for line in _lines(grid, axis)
        for addends, total in _figures(grid, [spot_at(axis, one, line) for one in places], spot_at(axis, place, line))
    ]
    wrong = len(lines) - sum(lines)
    return sum(lines) >= 2 and wrong <= max(1, sum(lines) // 3)


def _places(grid: Grid, axis: Axis) -> list[int]:
    """The columns that hold figures, or the rows below the headings: one without a figure misses it."""
    if axis == "columns":
        return grid.places(axis)
    return [row for row in grid.rows if row >= grid.body and row not in grid.groups and grid.row_headings(row)]


def _lines(grid: Grid, axis: Axis) -> list[int]:
    return sorted({spot[1 if axis == "rows" else 0] for spot in grid.figures})


def _label(grid: Grid, axis: Axis, place: int) -> str:
    return grid.row_label(place) if axis == "rows" else grid.column_label(place)


def total_lines(grid: Grid, axis: Axis) -> list[int]:
    """The rows, or columns, that say that they are sums; none where there are too many to tell what each adds up."""
    known = grid.totals.get(axis)
    if known is None:
        places = [place for place in _places(grid, axis) if _is_total(_label(grid, axis, place))]
        known = grid.totals[axis] = places if len(places) <= MOST else []
    return known


def _is_total(name: str) -> bool:
    return consists_of(name, "total") or consists_of(name, "subtotal")


def _of_total(grid: Grid, axis: Axis, place: int) -> list[Binding]:
    agreeing, disagreeing = [], []
    readings = _readings(grid, axis, place)
    for line in _lines(grid, axis):
        if not _summed(grid, axis, line):
            continue
        total = spot_at(axis, place, line)
        spots = [[spot_at(axis, one, line) for one in reading] for reading in readings]
        right = next((addends for addends in spots if _adds_up(grid, addends, total)), None)
        if right is not None:
            agreeing.append(Binding("sum", {"addend": tuple(right), "total": (total,)}))
        elif len(readings) == 1 and _is_wrong(grid, spots[0], total):
            disagreeing.append(Binding("sum", {"addend": tuple(spots[0]), "total": (total,)}))
    alone = len(agreeing) + len(disagreeing) == 1
    if alone and disagreeing and not _is_slip(grid, disagreeing[0]):
        return []
    return believed(agreeing, disagreeing)


def _readings(grid: Grid, axis: Axis, place: int) -> list[list[int]]:
    """The ways to read which rows a total adds up, the likeliest first; the rows marked as parts of another are never among them."""
    above = [one for one in _places(grid, axis) if one < place]
    if axis == "rows":
        above = [one for one in above if _same_heads(grid, one, place)]
    sums = [one for one in above if one in total_lines(grid, axis)]
    items = [one for one in above if one not in sums and not opens_with(_label(grid, axis, one), "part")]
    since = [one for one in items if not sums or one > sums[-1]]
    readings = [since]
    if len(items) + len(sums) < len(above):
        # Below a row that opens with 其中 the next ones may be parts as well.
        first = next(one for one in above if one not in sums and one not in items)
        readings.append([one for one in since if one < first])
    if sums:
        readings += [items, [*sums, *since], sums]
    return [reading for reading in readings if len(reading) >= 2]


def _same_heads(grid: Grid, row: int, total: int) -> bool:
    """Whether a row stands under the label under which the total stands, or the total under none of its own."""
    return grid.group(total) is None or grid.group(row) in (None, grid.group(total)) or consists_of(grid.row_label(total), "total")


def _summed(grid: Grid, axis: Axis, line: int) -> bool:
    """Whether figures of a line have a sum: no averages, prices, shares, ranks."""
    cells = grid.column_headings(line) if axis == "rows" else grid.row_headings(line)
    return not any(grid.words(cell).has("not_summed", "change") for cell in cells)


def _figures(grid: Grid, addends: Sequence[Spot], total: Spot) -> Iterator[tuple[list[Quantity], Quantity]]:
    """The quantities of a sum, once, where all are there and of one kind."""
    mentions = [grid.figures.get(spot) for spot in (*addends, total)]
    quantities = [mention.quantity for mention in mentions if mention is not None and mention.quantity is not None]
    if len(quantities) < len(mentions) or len({(mention.kind, mention.unit) for mention in mentions if mention is not None}) > 1:
        return
    kind, unit = mentions[-1].kind if mentions[-1] is not None else None, units().get(quantities[-1].unit or "")
    if kind in ADDED and (unit is None or unit.dimension not in INTENSIVE):
        yield quantities[:-1], quantities[-1]


def _adds_up(grid: Grid, addends: Sequence[Spot], total: Spot) -> bool:
    """Whether a total is the sum of those of its rows that have a figure."""
    held = [spot for spot in addends if spot in grid.figures]
    if len(held) < 2 or any(not grid.blank(*spot) for spot in addends if spot not in grid.figures):
        return False
    return any(compare(SUM, addend=quantities, total=[whole]).verdict in RIGHT for quantities, whole in _figures(grid, held, total))


def _is_wrong(grid: Grid, addends: Sequence[Spot], total: Spot) -> bool:
    """Whether a total misses its rows, and no rows left out explain it."""
    if len(addends) > MANY or any(spot not in grid.figures for spot in addends) or _names_some(grid):
        return False
    for quantities, whole in _figures(grid, addends, total):
        return compare(SUM, addend=quantities, total=[whole]).verdict == "disagrees" and not _left_out(quantities, whole)
    return False


def _left_out(quantities: Sequence[Quantity], whole: Quantity) -> bool:
    """Whether some neighbouring rows are what a sum has too much: parts of others that nothing marks as such."""
    slack = sum((one.unit_of_last_digit("loose") for one in (*quantities, whole)), Fraction(0))
    reached = [Fraction(0)]
    for one in quantities:
        reached.append(reached[-1] + Fraction(one.value))
    excess = reached[-1] - Fraction(whole.value)
    return any(
        abs(reached[stop] - reached[start] - excess) <= slack
        for start in range(len(quantities))
        for stop in range(start + 1, len(quantities) + 1)
        if stop - start < len(quantities)
    )


def _names_some(grid: Grid) -> bool:
    """Whether the table says that it lists only some: "top ten", 主要."""
    folded = grid.prepared.folded
    return any(label(folded[span.start : span.end]).has("some") for span in grid.captions)


def _is_slip(grid: Grid, binding: Binding) -> bool:
    """Whether a lone total is near enough to its sum to be the sum gone wrong."""
    for quantities, whole in _figures(grid, binding.roles["addend"], binding.roles["total"][0]):
        added, stated = sum((Fraction(one.value) for one in quantities), Fraction(0)), Fraction(whole.value)
        near = stated != 0 and abs(added - stated) <= SLIP * abs(stated)
        return near or _is_power(added, stated)
    return False


def _is_power(added: Fraction, stated: Fraction) -> bool:
    """Whether one is the other with its point shifted."""
    if added <= 0 or stated <= 0:
        return False
    ratio = max(added, stated) / min(added, stated)
    return ratio.denominator == 1 and str(ratio.numerator).rstrip("0") == "1"
