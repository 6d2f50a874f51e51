"""Tables in HTML: which rows and columns each cell covers, `rowspan` and `colspan` counted as browsers lay them out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.document import Cell, Span

# A cell that claims more than this spans what no table shows; HTML itself admits 1,000 columns and 65,534 rows.
WIDEST = 100


@dataclass
class Open:
    """A table that has not ended: its cells, where the next one goes, and to which row each column is taken by a cell above."""

    cells: list[Cell] = field(default_factory=list)
    row: int = -1
    column: int = 0
    taken: dict[int, int] = field(default_factory=dict)
    writing: bool = False


class Tables:
    """The tables of a page as its tags come; one inside another is a table of its own."""

    def __init__(self) -> None:
        self.open: list[Open] = []
        self.found: list[list[Cell]] = []

    def follow(self, element: str, place: Span, *, closes: bool, attributes: Mapping[str, int]) -> None:
        """A tag of a table. `attributes` are the spans that it states."""
        if element == "table":
            if closes:
                self.open = self.open[:-1]
            else:
                self.open.append(Open())
                self.found.append(self.open[-1].cells)
            return
        if not self.open:
            return
        table = self.open[-1]
        table.writing = False
        if closes:
            return
        if element == "tr" or table.row < 0:
            table.row, table.column = table.row + 1, 0
        if element != "tr":
            self._cell(table, place.end, heading=element == "th", attributes=attributes)

    def write(self, words: Span) -> None:
        """Words of the cell that is open."""
        if self.open and self.open[-1].writing:
            cells = self.open[-1].cells
            start = words.start if not len(cells[-1].span) else cells[-1].span.start
            cells[-1] = Cell(Span(start, words.end), cells[-1].rows, cells[-1].columns, cells[-1].heading)

    def done(self) -> tuple[tuple[Cell, ...], ...]:
        """The tables that have cells, in the order in which they begin."""
        return tuple(tuple(cells) for cells in self.found if cells)

    def _cell(self, table: Open, place: int, *, heading: bool, attributes: Mapping[str, int]) -> None:
        while table.taken.get(table.column, 0) > table.row:
            table.column += 1
        rows, columns = (min(max(attributes.get(name, 1), 1), WIDEST) for name in ("rowspan", "colspan"))
        covered = range(table.column, table.column + columns)
        table.cells.append(Cell(Span(place, place), range(table.row, table.row + rows), covered, heading))
        table.taken |= dict.fromkeys(covered, table.row + rows)
        table.column, table.writing = covered.stop, True
