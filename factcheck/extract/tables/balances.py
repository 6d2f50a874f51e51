"""Lines that follow from those beside them without saying so: 收入 | 成本 | 毛利, Won | Drawn | Lost | Played, opening | in | out | closing.

Nothing but the figures says that a column is the sum or the difference of others. It is believed where the other lines of the table
agree, and so many of them that it is no luck: how many readings were tried times the chance that all of these agree stays small.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import prod
from typing import NamedTuple

from factcheck.agreement import compare
from factcheck.extract.tables.bindings import AXES, RIGHT, Axis, Binding, Spot, crossing, spot_at
from factcheck.extract.tables.grid import Grid
from factcheck.extract.tables.totals import ADDED, INTENSIVE, total_lines
from factcheck.formula import INCREASE, ROLL_FORWARD, SUM, Formula
from factcheck.lexicon import units
from factcheck.quantity import Quantity

# A table of more lines is a list, and nobody adds up more columns without saying so.
MOST = 24
LONGEST = 6
# As for figures that follow from a source: one in twenty.
LUCK = Fraction(1, 20)
FORMULAS: Mapping[str, Formula] = {"partition": SUM, "balance": INCREASE, "roll-forward": ROLL_FORWARD}
# The role of each relation that is worked out from the others.
RESULT = {"partition": "total", "balance": "change", "roll-forward": "closing"}


class Reading(NamedTuple):
    """A way in which a row or column may follow from others: the name of the relation, and the rows or columns by role."""

    name: str
    roles: Mapping[str, tuple[int, ...]]

    @property
    def result(self) -> int:
        """The row or column that follows."""
        return self.roles[RESULT[self.name]][0]


def balances(grid: Grid) -> list[Binding]:
    """The sums and differences of a table that no heading tells and its lines bear out."""
    found: list[Binding] = []
    for axis in AXES:
        places = [
            place
            for place in grid.places(axis)
            if not grid.depends(axis, place) and not grid.is_change(axis, place) and not _names_rows(grid, axis, place)
        ]
        if 2 < len(places) <= MOST:
            told = total_lines(grid, axis)
            readings = [reading for reading in _readings(places) if reading.result not in told]
            for place in places:
                found += _best(grid, axis, [reading for reading in readings if reading.result == place], len(readings))
    return found


def _names_rows(grid: Grid, axis: Axis, place: int) -> bool:
    """Whether a column names the rows, though some of its labels hold figures: Under 15, 15 to 64, Not stated."""
    return axis == "columns" and place == 0 and any(grid.is_label(row, 0) for row in grid.places("rows") if row >= grid.body)


def result_of(binding: Binding) -> tuple[Spot, ...]:
    """The cell that follows from the others of a binding of these."""
    return binding.roles[RESULT[binding.name]]


def _readings(places: Sequence[int]) -> Iterator[Reading]:
    for at, place in enumerate(places):
        for length in range(2, LONGEST + 1):
            if at >= length:
                yield Reading("partition", {"addend": tuple(places[at - length : at]), "total": (place,)})
            if length > 2 and at + length < len(places):  # the last of two is told as a difference
                yield Reading("partition", {"addend": tuple(places[at + 1 : at + 1 + length]), "total": (place,)})
        if at >= 2:
            first, second = places[at - 2 : at]
            yield Reading("balance", {"after": (first,), "before": (second,), "change": (place,)})
            yield Reading("balance", {"after": (second,), "before": (first,), "change": (place,)})
        if at >= 3:
            opening, inflow, outflow = places[at - 3 : at]
            roles = {"opening": (opening,), "inflow": (inflow,), "outflow": (outflow,), "closing": (place,)}
            yield Reading("roll-forward", roles)


def _best(grid: Grid, axis: Axis, readings: Sequence[Reading], tried: int) -> list[Binding]:
    """The bindings of the one reading that most lines of a row or column bear out."""
    judged = [_judged(grid, axis, reading) for reading in readings]
    agreeing, disagreeing, chance = max(judged, key=lambda one: len(one[0]), default=([], [], Fraction(1)))
    said = bool(readings) and _says_sum(grid, axis, readings[0].result)
    lucky = (len(readings) if said else tried) * chance >= LUCK
    if lucky or 2 * len(disagreeing) > len(agreeing) + said:
        return []
    return [*agreeing, *disagreeing]


def _says_sum(grid: Grid, axis: Axis, place: int) -> bool:
    """Whether a heading says that its figures are all of something: 资产总计, "All households", "Closing balance"."""
    return any(grid.words(cell).has("total", "end") for cell in grid.headings(axis, place))


def _judged(grid: Grid, axis: Axis, reading: Reading) -> tuple[list[Binding], list[Binding], Fraction]:
    """The lines that agree with a reading, those that do not, and how likely it is by luck that so many agree."""
    across = crossing(axis)
    agreeing, disagreeing, chances = [], [], []
    for line in grid.places(across):
        spots = {role: tuple(spot_at(axis, place, line) for place in places) for role, places in reading.roles.items()}
        figures = _figures(grid, spots)
        if figures is None or grid.is_change(across, line) or _intensive(grid, across, line):
            continue
        verdict = compare(FORMULAS[reading.name], **figures).verdict
        if verdict in RIGHT:
            agreeing.append(Binding(reading.name, spots))
            chances.append(_chance(figures, reading))
        elif verdict == "disagrees":
            disagreeing.append(Binding(reading.name, spots))
    return agreeing, disagreeing, prod(chances, start=Fraction(1))


def _intensive(grid: Grid, axis: Axis, place: int) -> bool:
    """Whether the figures of a line have no sum: prices, ages."""
    return any(grid.words(cell).has("not_summed") for cell in grid.headings(axis, place))


def _figures(grid: Grid, spots: Mapping[str, tuple[Spot, ...]]) -> dict[str, list[Quantity]] | None:
    """The quantities of one line by role, where all are there and of one kind that is added up."""
    mentions = [grid.figures.get(spot) for held in spots.values() for spot in held]
    kinds = {(mention.kind, mention.unit) if mention is not None else None for mention in mentions}
    if len(kinds) != 1 or None in kinds:
        return None
    kind, unit = kinds.pop()  # type: ignore[misc]
    known = units().get(unit or "")
    if kind not in ADDED or (known is not None and known.dimension in INTENSIVE):
        return None
    found = {role: [grid.figures[spot].quantity for spot in held] for role, held in spots.items()}
    return found if all(_is_one(figure) for held in found.values() for figure in held) else None  # type: ignore[return-value]


def _is_one(figure: Quantity | None) -> bool:
    """Whether a figure states one value: not 15 to 64, under 15 or 65 and over, the names of lines."""
    return figure is not None and figure.high is None and figure.hedge in ("exact", "about")


def _chance(figures: Mapping[str, Sequence[Quantity]], reading: Reading) -> Fraction:
    """How likely it is that the result of a line agrees by luck: its rounding over its size."""
    result = figures[RESULT[reading.name]][0]
    size = abs(Fraction(result.value))
    width = max(result.unit_of_last_digit("nearest"), Fraction(1) if result.counted else Fraction(0))
    widths = sum((one.unit_of_last_digit("nearest") for held in figures.values() for one in held), width)
    return min(Fraction(1), widths / size) if size else Fraction(1)
