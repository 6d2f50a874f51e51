"""A binding: the cells of a table that follow from each other, by role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

# The row and the column of a cell, counted from 0.
Spot: TypeAlias = tuple[int, int]
# Rows lie above each other, columns side by side.
Axis: TypeAlias = Literal["rows", "columns"]
AXES: tuple[Axis, Axis] = ("rows", "columns")
# The verdicts of figures that follow from others.
RIGHT = ("agrees", "agrees by rounding")


def crossing(axis: Axis) -> Axis:
    """What lies across rows or columns."""
    return "rows" if axis == "columns" else "columns"


def spot_at(axis: Axis, place: int, line: int) -> Spot:
    """The cell of a row or column (`place`) on a line that crosses it."""
    return (place, line) if axis == "rows" else (line, place)


@dataclass(frozen=True, slots=True)
class Binding:
    """The name of a relation, and the cells that play its roles."""

    name: str
    roles: Mapping[str, tuple[Spot, ...]]


def believed(agreeing: Sequence[Binding], disagreeing: Sequence[Binding]) -> list[Binding]:
    """The bindings that a table as a whole bears out.

    Where most lines of a table do not add up, it is read wrong (a list of some, rows that overlap, other prices), not written wrong.
    """
    alone = not agreeing and len(disagreeing) == 1
    return [*agreeing, *(disagreeing if alone or len(disagreeing) <= len(agreeing) else ())]
