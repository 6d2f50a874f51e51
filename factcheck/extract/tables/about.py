"""What the figure in a cell is about: what its row, its column and the caption say, and nothing from the cell beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.document import Cell, Span
from factcheck.extract.context import Context
from factcheck.extract.mentions import Found
from factcheck.extract.prepared import Prepared
from factcheck.extract.tables.bindings import Spot
from factcheck.extract.tables.grid import Grid
from factcheck.extract.tables.headings import names_measure
from factcheck.extract.tables.measured import give_measure
from factcheck.extract.tables.named import headings_of
from factcheck.extract.tables.owned import give_subject
from factcheck.extract.tables.scopes import set_apart
from factcheck.extract.tables.times import Calendar, give_time


def describe(prepared: Prepared, found: Found, tables: Sequence[Grid], contexts: Sequence[Context]) -> None:
    """Give the contexts of a table's figures what its headings say of them."""
    by_start = {context.mention.number.start: context for context in contexts}
    if not tables:
        return
    calendar, described = Calendar(prepared, found), []
    for grid in tables:
        first = by_start.get(min(mention.number.start for mention in grid.figures.values()))
        grid.told = first.subject if first is not None else None
        inside = {
            spot: by_start[mention.number.start] for spot, mention in grid.figures.items() if mention.number.start in by_start
        }
        for spot, context in inside.items():
            context.mention = grid.figures[spot]
            _describe(prepared, grid, spot, context, calendar)
        described.append((grid, list(inside.values())))
    set_apart(described)


def _describe(prepared: Prepared, grid: Grid, spot: Spot, context: Context, calendar: Calendar) -> None:
    headings = headings_of(grid, spot)
    context.carried = set()
    context.before, context.after = [], []
    is_change = any(grid.words(cell).has("change") for cell in headings.own)
    is_share = context.mention.kind == "percent" and any(_says_share(grid, cell) for cell in headings.own)
    context.role = "change" if is_change else "share" if is_share else "level"
    give_measure(grid, headings, context)
    give_subject(grid, headings, context)
    context.scope = tuple(sorted({scope for cell in headings.own for scope in _scopes(prepared, cell.span)}))
    give_time(grid, spot, headings, context, calendar)
    if is_change and context.against is None:
        context.against = _compared(prepared, headings.own)


def _says_share(grid: Grid, cell: Cell) -> bool:
    """Whether a heading says that its figures are shares of others; a market share is a level."""
    return grid.words(cell).has("share") and not names_measure(grid.prepared, cell.span)


def _scopes(prepared: Prepared, span: Span) -> Iterator[str]:
    for token in prepared.tokens_in(span.start, span.end):
        yield from (word.meaning for word in token.words if word.kind.startswith("scope."))


def _compared(prepared: Prepared, cells: Sequence[Cell]) -> str | None:
    """What a change is measured from, where a heading says it: 同比, "year on year"."""
    words = (word for cell in cells for token in prepared.tokens_in(cell.span.start, cell.span.end) for word in token.words)
    return next((word.meaning for word in words if word.kind.startswith("basis.")), None)
