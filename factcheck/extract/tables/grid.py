"""A grid: the cells of a table with the figures that they hold and the headings that stand over and beside them."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from factcheck.document import Cell, Span
from factcheck.extract.prepared import Prepared
from factcheck.extract.tables.bindings import Spot
from factcheck.extract.tables.cells import held
from factcheck.extract.tables.headings import Label, label, says_nothing
from factcheck.extract.times import NAMES
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern
from factcheck.period import Period

TIMES = frozenset({"date", "period"})
# 2021, **2021**, 2021</b>
YEAR = lazy_pattern(r"[*_ ]{0,4}(?:1[89]|20)[0-9]{2}[*_ ]{0,4}(?:</?[a-z]{1,6}>)?")
# A caption is no longer than this, and a table has no more than so many lines around it that speak of it.
CAPTION = 160
AROUND = 2


@dataclass
class Grid:
    """A table: the figures of its body by row and column, and the words of its headings."""

    prepared: Prepared
    cells: Sequence[Cell]
    figures: dict[Spot, Mention]
    times: Sequence[Mention]
    captions: Sequence[Span]
    around: Sequence[Mention] = ()
    notes: Sequence[Mention] = ()
    labels: dict[Span, Label] = field(default_factory=dict)
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
        return {row: cell for row, cell in found.items() if cell.columns.start == 0 and self.is_label(row, 0)}

    def row_headings(self, row: int) -> list[Cell]:
        """The cells that name a row: the words in it."""
        return self._row_headings.get(row, [])

    def column_headings(self, column: int) -> list[Cell]:
        """The cells that stand over a column, from the top."""
        return self._column_headings.get(column, [])

    @cached_property
    def _row_headings(self) -> dict[int, list[Cell]]:
        found: dict[int, dict[Span, Cell]] = {}
        for (row, column), cell in sorted(self._at.items()):
            if self.is_label(row, column):
                found.setdefault(row, {})[cell.span] = cell
        return {row: list(cells.values()) for row, cells in found.items()}

    @cached_property
    def _column_headings(self) -> dict[int, list[Cell]]:
        found: dict[int, dict[Span, Cell]] = {}
        for (row, column), cell in sorted(self._at.items()):
            if row < self.body and row not in self.groups and self.is_label(row, column):
                found.setdefault(column, {})[cell.span] = cell
        return {column: list(cells.values()) for column, cells in found.items()}

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

    def times_in(self, cell: Cell) -> list[Mention]:
        """The times that a heading names."""
        return within([cell.span], self.times)

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


def years(prepared: Prepared, mentions: Sequence[Mention]) -> dict[Mention, Mention]:
    """The bare numbers that stand alone in a heading, or at the head of every row, and are years; they become periods."""
    starts = [mention.span.start for mention in mentions]
    found: dict[Mention, Mention] = {}
    for cells in prepared.document.tables:
        alone: dict[Spot, Mention] = {}
        for cell in cells:
            first, last = (bisect.bisect_left(starts, place) for place in (cell.span.start, cell.span.end))
            if last == first + 1 and YEAR.fullmatch(prepared.folded, cell.span.start, cell.span.end):
                alone[cell.rows.start, cell.columns.start] = mentions[first]
                if cell.heading and mentions[first].kind == "count":
                    found[mentions[first]] = _year(mentions[first])
        heads = [spot for spot in alone if spot[1] == 0]
        rows = {cell.rows.start for cell in cells if not cell.heading and len(cell.span) and cell.columns.start == 0}
        if len(heads) > 1 and rows == {row for row, _column in heads}:
            found |= {alone[spot]: _year(alone[spot]) for spot in heads if alone[spot].kind == "count"}
    return found


def _year(mention: Mention) -> Mention:
    return Mention(mention.document, mention.number, mention.number, "period", period=Period(mention.number_text))


def grids(prepared: Prepared, mentions: Sequence[Mention]) -> list[Grid]:
    """The tables of a document that hold figures."""
    starts = [mention.span.start for mention in mentions]
    masks = sorted(mask.span for mask in prepared.document.masks)
    ends = [block.span.end for block in prepared.document.blocks]
    found = []
    for cells in prepared.document.tables:
        figures: dict[Spot, Mention] = {}
        times: list[Mention] = []
        notes: list[Mention] = []
        for cell in cells:
            first, last = (bisect.bisect_left(starts, place) for place in (cell.span.start, cell.span.end))
            inside = [mention for mention in mentions[first:last] if mention.kind not in NAMES]
            times += [mention for mention in inside if mention.kind in TIMES]
            if inside and not cell.heading:
                figure, marks = held(prepared, cell, inside, masks)
                notes += marks
                if figure is not None:
                    figures[cell.rows.start, cell.columns.start] = figure
        if figures:
            captions = _captions(prepared, ends, min(cell.span.start for cell in cells))
            around = [mention for mention in within(captions, mentions) if mention.kind in TIMES]
            found.append(Grid(prepared, cells, figures, times, captions, around, notes))
    return found


def _captions(prepared: Prepared, ends: Sequence[int], start: int) -> list[Span]:
    """The blocks that speak of a table: its caption, and the short lines right above it; the nearest first."""
    blocks = prepared.document.blocks
    first = bisect.bisect_right(ends, start)
    found = []
    for block in reversed(blocks[max(0, first - AROUND) : first]):
        if block.kind in ("cell", "code") or len(block.span) > CAPTION:
            break
        found.append(block.span)
        if block.kind == "heading":
            break
    return found


def within(spans: Iterable[Span], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that stand in some stretches; they are in reading order."""
    found = []
    for span in spans:
        first = bisect.bisect_left(mentions, span.start, key=_start)
        last = bisect.bisect_left(mentions, span.end, lo=first, key=_start)
        found += [mention for mention in mentions[first:last] if mention.span.end <= span.end]
    return found


def _start(mention: Mention) -> int:
    return mention.span.start
