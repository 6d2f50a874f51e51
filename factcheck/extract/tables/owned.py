"""The subject of a figure in a table: the name in its headings, else in its caption, else in the headings above."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.document import Cell, Span
from factcheck.extract.context import Context
from factcheck.extract.prepared import Prepared
from factcheck.extract.tables.grid import Grid
from factcheck.extract.tables.headings import label, own_words
from factcheck.extract.tables.named import Headings
from factcheck.lexicon import places
from factcheck.pattern import lazy_pattern

HAN = lazy_pattern(r"[\u3400-\u9fff]")


def give_subject(grid: Grid, headings: Headings, context: Context) -> None:
    """Give a figure its subject; none where two names stand beside it.

    A label that the lexicon does not know, beside a measure from elsewhere, is the part that the figure is of (Groceries under "Revenue
    by segment"): a common noun, as is what a name is parted by (Norway | Gold).
    """
    prepared = grid.prepared
    named = _entities(prepared, (cell.span for cell in headings.own))
    narrowed = context.measure is not None and grid.narrows(context.measure)
    parts = [cell for cell in headings.own if grid.holds_unknown(cell) and not _speaks(context, cell)]
    carried = None if named or parts else _above(grid)
    context.subject = None
    if len(named) == 1:
        context.subject = named.pop()
        if parts or narrowed:
            context.carried |= {"owner", "part"}
    elif len(parts) == 1 and not named:
        words = own_words(prepared, parts[0].span)
        context.subject = prepared.document.text[words.start : words.end] or None
        context.carried |= {"owner", "part"}
    elif carried is not None:
        context.subject = carried
        context.carried |= {"subject", "owner", "part"} if narrowed else {"subject"}


def _speaks(context: Context, cell: Cell) -> bool:
    """Whether a heading is where a figure has its measure from, in the heading's own words."""
    return context.measure is None and context.measure_text is not None and context.measure_text in _text(context, cell)


def _text(context: Context, cell: Cell) -> str:
    return context.mention.document.text[cell.span.start : cell.span.end]


def _above(grid: Grid) -> str | None:
    """The one name of the caption, else of the headings above, else the one that the text before has; none where the table is aside."""
    for span in (*grid.captions, *grid.above):
        if label(grid.prepared.folded[span.start : span.end]).has("aside"):
            return None
        named = _entities(grid.prepared, [span])
        if named:
            return named.pop() if len(named) == 1 and not _runs_on(grid.prepared, span) else None
    return grid.told


def _runs_on(prepared: Prepared, span: Span) -> bool:
    """Whether the place that a line names is the first part of a longer name: 台北捷運."""
    for token in prepared.tokens_in(span.start, span.end):
        if token.meaning("entity") in places() and HAN.match(prepared.folded, token.end) and token.end not in prepared.starting:
            return True
    return False


def _entities(prepared: Prepared, spans: Iterable[Span]) -> set[str]:
    tokens = (token for span in spans for token in prepared.tokens_in(span.start, span.end))
    return {name for token in tokens if (name := token.meaning("entity")) is not None}
