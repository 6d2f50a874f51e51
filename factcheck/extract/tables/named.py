"""What names a figure: the headings of its row and its column, and those that a change or a share has from the figure it is of."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.document import Cell
from factcheck.extract.tables.bindings import AXES, Spot
from factcheck.extract.tables.grid import Grid


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a figure, from the left and from the top.

    `lent` are those of the row or column that a row or column of changes or shares follows (收入 | 占比 | 同比), `group` the label of
    the rows among which its row stands.
    """

    row: list[Cell]
    column: list[Cell]
    lent: list[Cell]
    group: Cell | None

    @property
    def own(self) -> list[Cell]:
        """The headings of its row, its column and its group."""
        return [*self.row, *self.column, *([self.group] if self.group is not None else [])]


def headings_of(grid: Grid, spot: Spot) -> Headings:
    """The headings of the figure at a spot."""
    row, column = spot
    lenders = ((axis, grid.lender(axis, place)) for axis, place in zip(AXES, spot, strict=True))
    lent = [cell for axis, lender in lenders if lender is not None for cell in grid.headings(axis, lender)]
    return Headings(grid.row_headings(row), grid.column_headings(column), lent, grid.group(row))
