"""A grid: the cells of a table with the figures that they hold and the headings that stand over and beside them."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from factcheck.document import Cell, Span
from factcheck.extract.prepared import Prepared
from factcheck.extract.tables.bindings import AXES, Axis, Spot
from factcheck.extract.tables.headings import Label, consists_of, label, names_measure, narrowed_in, says_nothing, unknown_in
from factcheck.extract.times import Time
from factcheck.mention import Mention

# No table has more rows that are measures; a longer one has rows of what is measured.
MOST = 200


@dataclass
class Grid:
    """A table: the figures of its body by row and column, and the words of its headings.

    `times` are those of its document, `captions` the lines that speak of it and `above` the headings that it stands under, each the
    nearest first; `notes` are the numbers of notes in its cells, `told` whom the text before it speaks of.
    """

    prepared: Prepared
    cells: Sequence[Cell]
    figures: dict[Spot, Mention]
    times: Sequence[Time]
    captions: Sequence[Span]
    above: Sequence[Span] = ()
    notes: Sequence[Mention] = ()
    labels: dict[Span, Label] = field(default_factory=dict)
    told: str | None = None
    unknown: dict[Span, bool] = field(default_factory=dict)
    narrow: dict[str, bool] = field(default_factory=dict)
    totals: dict[str, list[int]] = field(default_factory=dict)
    read: dict[Spot, Mention] = field(init=False)

    def __post_init__(self) -> None:
        self.read = self.figures

    @cached_property
    def _at(self) -> dict[Spot, Cell]:
        return {(row, column): cell for cell in self.cells for row in cell.rows for column in cell.columns}

    @cached_property
    def rows(self) -> range:
        """The rows of the table."""
        return range(max((cell.rows.stop for cell in self.cells), default=0))

    @cached_property
    def columns(self) -> range:
        """The columns of the table."""
        return range(max((cell.columns.stop for cell in self.cells), default=0))

    @cached_property
    def body(self) -> int:
        """The first row with a figure: what stands above it are headings."""
        return min((row for row, _column in self.figures), default=self.rows.stop)

    @cached_property
    def top(self) -> int:
        """The first row of several cells: the lines above it are titles."""
        return first_row(self.cells)

    @property
    def stub(self) -> bool:
        """Whether the first column names the rows: what stands over it is of the whole table."""
        return all(column for _row, column in self.figures)

    def words(self, cell: Cell) -> Label:
        """What a cell says."""
        found = self.labels.get(cell.span)
        if found is None:
            found = self.labels[cell.span] = label(self.prepared.folded[cell.span.start : cell.span.end])
        return found

    def is_label(self, row: int, column: int) -> bool:
        """Whether the cell at a spot holds words, or a time, and no figure."""
        cell = self._at.get((row, column))
        if cell is None or not cell.span or (cell.rows.start, cell.columns.start) in self.figures:
            return False
        return not says_nothing(self.words(cell).text)

    @cached_property
    def groups(self) -> dict[int, Cell]:
        """The rows that hold one label and nothing else: they name the rows below."""
        held: dict[int, dict[Span, Cell]] = {}
        for (row, _column), cell in self._at.items():
            if cell.span:
                held.setdefault(row, {})[cell.span] = cell
        found = {row: next(iter(cells.values())) for row, cells in held.items() if len(cells) == 1 and len(self.columns) > 1}
        return {row: cell for row, cell in found.items() if row > self.top and cell.columns.start == 0 and self.is_label(row, 0)}

    def row_headings(self, row: int) -> list[Cell]:
        """The cells that name a row: the words in it."""
        return self._row_headings.get(row, [])

    def column_headings(self, column: int) -> list[Cell]:
        """The cells that stand over a column, from the top."""
        return self._column_headings.get(column, [])

    @cached_property
    def _measured(self) -> int:
        """The first column of figures that are no ranks: what stands behind it names no row, but for a column of units."""
        columns = {column for _row, column in self.figures}
        return min((column for column in columns if not self._says(column, "rank")), default=0)

    def _says(self, column: int, name: str) -> bool:
        """Whether a heading of a column is made of words of a class."""
        return any(consists_of(self.words(cell).text, name) for cell in self.column_headings(column))

    def _names_rows(self, column: int) -> bool:
        if column < self._measured or self._says(column, "unit"):
            return True
        # A table laid in two halves, side by side, has the column that names its rows twice
        return column > 0 and self.column_label(column) == self.column_label(0) != ""

    @cached_property
    def _row_headings(self) -> dict[int, list[Cell]]:
        found: dict[int, dict[Span, Cell]] = {}
        naming = {column for column in self.columns if self._names_rows(column)}
        for (row, column), cell in sorted(self._at.items()):
            if column in naming and self.is_label(row, column):
                found.setdefault(row, {})[cell.span] = cell
        return {row: list(cells.values()) for row, cells in found.items()}

    @cached_property
    def _column_headings(self) -> dict[int, list[Cell]]:
        found: dict[int, dict[Span, Cell]] = {}
        for (row, column), cell in sorted(self._at.items()):
            if self.top <= row < self.body and row not in self.groups and row not in self._dated and self.is_label(row, column):
                found.setdefault(column, {})[cell.span] = cell
        return {column: list(cells.values()) for column, cells in found.items()}

    @cached_property
    def _dated(self) -> set[int]:
        """The rows above the first figure that tell times of their own, such as when firms were founded, and head no column."""
        rows: dict[int, list[Cell]] = {}
        for (row, _column), cell in sorted(self._at.items()):
            if row < self.body and cell.span:
                rows.setdefault(row, []).append(cell)
        top = min(rows, default=0)
        return {row for row, (first, *others) in rows.items() if row > top and others and self._tells_times(first, others)}

    def _tells_times(self, first: Cell, others: Sequence[Cell]) -> bool:
        named = first.columns == range(1) and len(first.rows) == 1 and not self.times_in(first) and self.holds_unknown(first)
        return named and all(self.times_in(cell) for cell in others)

    def holds_unknown(self, cell: Cell) -> bool:
        """Whether a heading holds words that are no measure, name, time, unit, nor of those that headings have for themselves."""
        known = self.unknown.get(cell.span)
        if known is None:
            times = [time.span for time in self.times_in(cell)]
            known = self.unknown[cell.span] = unknown_in(self.prepared, cell.span, times)
        return known

    def names_measures(self, axis: Axis) -> bool:
        """Whether the rows, or the columns, are measures: one of their headings names one."""
        return self._measure_axes[axis]

    @cached_property
    def _measure_axes(self) -> dict[Axis, bool]:
        return {
            axis: any(
                names_measure(self.prepared, cell.span) for place in self.places(axis)[:MOST] for cell in self.headings(axis, place)
            )
            for axis in AXES
        }

    def narrows(self, measure: str) -> bool:
        """Whether the caption names a measure with words beside it that no lexicon knows: "Population aged 65 and over by city"."""
        if measure not in self.narrow:
            self.narrow[measure] = any(
                narrowed_in(self.prepared, span, measure, self.times_within(span)) for span in self.captions[:1]
            )
        return self.narrow[measure]

    def headings(self, axis: Axis, place: int) -> list[Cell]:
        """The headings of a row or of a column."""
        return self.row_headings(place) if axis == "rows" else self.column_headings(place)

    def places(self, axis: Axis) -> list[int]:
        """The rows, or the columns, that hold figures."""
        return self._places[axis]

    @cached_property
    def _places(self) -> dict[Axis, list[int]]:
        return {
            "rows": sorted({row for row, _column in self.figures}),
            "columns": sorted({column for _row, column in self.figures}),
        }

    def depends(self, axis: Axis, place: int) -> bool:
        """Whether a row or column holds nothing but changes or shares of the one before it: 占比, 同比增长（%）."""
        return any(
            self.words(cell).has("change", "share") and not self.holds_unknown(cell) and not names_measure(self.prepared, cell.span)
            for cell in self.headings(axis, place)
        )

    def lender(self, axis: Axis, place: int) -> int | None:
        """The row or column of levels that one of changes or shares follows."""
        if not self.depends(axis, place):
            return None
        return next((before for before in reversed(self.places(axis)) if before < place and not self.depends(axis, before)), None)

    def is_change(self, axis: Axis, place: int) -> bool:
        """Whether the headings of a row or column say that it holds changes."""
        return any(self.words(cell).has("change") for cell in self.headings(axis, place))

    def group(self, row: int) -> Cell | None:
        """The label of the rows among which a row stands."""
        above = bisect.bisect_left(self._grouped, row)
        return self.groups[self._grouped[above - 1]] if above else None

    @cached_property
    def _grouped(self) -> list[int]:
        return sorted(self.groups)

    def row_label(self, row: int) -> str:
        """The words of a row's first heading."""
        headings = self.row_headings(row)
        return self.words(headings[0]).text if headings else ""

    def column_label(self, column: int) -> str:
        """The words of a column's lowest heading."""
        headings = self.column_headings(column)
        return self.words(headings[-1]).text if headings else ""

    def times_in(self, cell: Cell) -> list[Time]:
        """The times that a heading names."""
        return self.times_within(cell.span)

    def times_within(self, span: Span) -> list[Time]:
        """The times that stand in a stretch of the document."""
        first, last = (bisect.bisect_left(self.times, place, key=_start) for place in (span.start, span.end))
        return [time for time in self.times[first:last] if time.span.end <= span.end]

    def cell(self, spot: Spot) -> Cell:
        """The cell at a spot."""
        return self._at[spot]

    def blank(self, row: int, column: int) -> bool:
        """Whether nothing, or a mark for nothing, stands at a spot."""
        cell = self._at.get((row, column))
        return cell is None or says_nothing(self.words(cell).text)

    def replace(self, changed: Mapping[Mention, Mention]) -> None:
        """Put other mentions in the place of some."""
        self.figures = {spot: changed.get(mention, mention) for spot, mention in self.figures.items()}

    @property
    def changed(self) -> dict[Mention, Mention]:
        """The mentions as they were read, with those that the table made of them."""
        return {self.read[spot]: mention for spot, mention in self.figures.items() if self.read[spot] is not mention}

    def uncounted(self) -> dict[Mention, Mention]:
        """The bare figures as rounded ones: without a unit, nobody says that they were counted one by one."""
        return {
            mention: replace(mention, quantity=replace(mention.quantity, counted=False))
            for mention in self.figures.values()
            if mention.quantity is not None and mention.quantity.unit is None and mention.quantity.counted
        }

    def to_one_digit(self) -> dict[Mention, Mention]:
        """The figures with the zeros that are digits: beside 8,412 the 9,000 of the same table was not rounded to thousands."""
        last: dict[tuple[str, str | None], int] = {}
        for mention in self.figures.values():
            if mention.quantity is not None and mention.quantity.value:
                kind = mention.kind, mention.unit
                last[kind] = min(last.get(kind, mention.quantity.significant), mention.quantity.significant)
        return {
            mention: replace(mention, quantity=replace(mention.quantity, significant=max(digit, mention.quantity.decimals)))
            for mention in self.figures.values()
            if mention.quantity is not None
            and (digit := last.get((mention.kind, mention.unit), mention.quantity.significant)) < mention.quantity.significant
        }


def _start(time: Time) -> int:
    return time.span.start


def first_row(cells: Sequence[Cell]) -> int:
    """The first row that holds words in more than one cell; the first of all where none does."""
    filled: dict[int, int] = {}
    for cell in cells:
        if len(cell.span):
            filled[cell.rows.start] = filled.get(cell.rows.start, 0) + 1
    return next((row for row in sorted(filled) if filled[row] > 1), min(filled, default=0))
