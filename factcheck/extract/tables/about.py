"""What the figure in a cell is about: what its row, its column and the caption say, and nothing from the cell beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.document import Cell, Span
from factcheck.extract.context import Context
from factcheck.extract.measuring import fits
from factcheck.extract.prepared import Prepared
from factcheck.extract.tables.bindings import Spot
from factcheck.extract.tables.grid import Grid
from factcheck.extract.tables.headings import BRACKETS, consists_of, rest
from factcheck.lexicon import Token, fold, measures, page
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

WORD = lazy_pattern(r"[a-z][a-z'-]*|[\u3400-\u9fff]")
# Words of a heading that name no thing of their own.
KNOWN = ("measure", "entity", "scope", "unit", "basis", "time", "part.total")


def describe(prepared: Prepared, tables: Sequence[Grid], contexts: Sequence[Context]) -> None:
    """Give the contexts of a table's figures what its headings say of them."""
    by_start = {context.mention.number.start: context for context in contexts}
    for grid in tables:
        for spot, mention in grid.figures.items():
            context = by_start.get(mention.number.start)
            if context is not None:
                context.mention = mention
                _describe(prepared, grid, spot, context)


def _describe(prepared: Prepared, grid: Grid, spot: Spot, context: Context) -> None:
    row, column = spot
    group = grid.group(row)
    cells = [*grid.row_headings(row), *grid.column_headings(column), *((group,) if group is not None else ())]
    context.carried = set()
    context.before, context.after = [], []
    _name(prepared, grid, cells, context)
    _own(prepared, grid, cells, context)
    context.scope = tuple(sorted({scope for span in _spans(cells) for scope in _scopes(prepared, span)}))
    _date(grid, cells, context)
    is_change = any(grid.words(cell).has("change") for cell in cells)
    is_share = context.mention.kind == "percent" and any(
        token.has("part.share") for span in _spans(cells) for token in prepared.tokens_in(span.start, span.end)
    )
    context.role = "change" if is_change else "share" if is_share else "level"
    if context.role == "change":
        _compare(prepared, cells, context)


def _spans(cells: Sequence[Cell]) -> Iterator[Span]:
    return (cell.span for cell in cells)


def _scopes(prepared: Prepared, span: Span) -> Iterator[str]:
    for token in prepared.tokens_in(span.start, span.end):
        yield from (word.meaning for word in token.words if word.kind.startswith("scope."))


def _name(prepared: Prepared, grid: Grid, cells: Sequence[Cell], context: Context) -> None:
    """The measure: the one that row, column and group name together, else that of the caption; none where they name two."""
    context.measure = context.measure_text = context.measure_token = None
    found = [token for span in _spans(cells) for token in _measures_in(prepared, span, context.mention)]
    names = {name for token in found if (name := _meant(token, context.mention)) is not None}
    narrow = {name for name in names if not measures()[name].broad} or names
    carried = False
    if not narrow:
        found = [token for span in grid.captions for token in _measures_in(prepared, span, context.mention)]
        narrow = {name for token in found if (name := _meant(token, context.mention)) is not None}
        carried = True
    if len(narrow) != 1:
        return
    name = next(iter(narrow))
    token = next(token for token in found if _meant(token, context.mention) == name)
    context.measure_text = prepared.document.text[token.start : token.end]
    cell = next((cell for cell in cells if cell.span.start <= token.start < cell.span.end), None)
    if cell is not None and _unknown(prepared, grid, cell):
        # "Cloud revenue" is no revenue of the whole: what the lexicon does not know stands for itself
        context.measure_text = grid.words(cell).text and prepared.document.text[cell.span.start : cell.span.end].strip("*_ ")
        return
    context.measure, context.measure_token = name, token
    if carried:
        context.carried.add("measure")


def _measures_in(prepared: Prepared, span: Span, mention: Mention) -> Iterator[Token]:
    for token in prepared.tokens_in(span.start, span.end):
        if token.has("measure") and _meant(token, mention) is not None:
            yield token


def _meant(token: Token, mention: Mention) -> str | None:
    """The measure that a word names for a figure."""
    known = measures()
    return next((word.meaning for word in token.words if word.kind == "measure" and fits(known[word.meaning], mention)), None)


def _own(prepared: Prepared, grid: Grid, cells: Sequence[Cell], context: Context) -> None:
    """The subject: the one that a heading names, then the caption, then the document's; none beside a label that nobody knows."""
    named = _entities(prepared, _spans(cells))
    captioned = _entities(prepared, grid.captions)
    if len(named) == 1:
        context.subject = named.pop()
        return
    if named or any(_unknown(prepared, grid, cell) for cell in cells):
        context.subject = None
        return
    if len(captioned) == 1:
        context.subject = captioned.pop()
    if context.subject is not None:
        context.carried.add("subject")


def _entities(prepared: Prepared, spans: Iterator[Span] | Sequence[Span]) -> set[str]:
    tokens = (token for span in spans for token in prepared.tokens_in(span.start, span.end))
    return {name for token in tokens if (name := token.meaning("entity")) is not None}


def _unknown(prepared: Prepared, grid: Grid, cell: Cell) -> bool:
    """Whether a heading holds words that are no measure, name, time, unit, nor of those that headings have for themselves."""
    folded = prepared.folded[cell.span.start : cell.span.end]
    if consists_of(folded, "total"):
        return False
    characters = list(folded)
    covered = [
        *(
            Span(token.start, token.end)
            for token in prepared.tokens_in(cell.span.start, cell.span.end)
            if any(token.has(kind) for kind in KNOWN)
        ),
        *(time.span for time in grid.times_in(cell)),
    ]
    for span in covered:
        for place in range(span.start, min(span.end, cell.span.end)):
            characters[place - cell.span.start] = " "
    left = rest(BRACKETS.sub(" ", "".join(characters)))
    return any(match[0] not in _neutral() for match in WORD.finditer(left))


@cache
def _neutral() -> frozenset[str]:
    return frozenset(fold(word) for word in page("tables.toml")["heading"]["neutral"])


def _date(grid: Grid, cells: Sequence[Cell], context: Context) -> None:
    """The time: the one that the headings name, else the one of the caption."""
    context.period = context.as_of = context.against = None
    times = [time for cell in cells for time in grid.times_in(cell)]
    if not times:
        times = list(grid.around)
        context.carried |= {"period"} if len(times) == 1 else set()
    if len(times) != 1 or times[0].period is None:
        return
    if context.measure is None or not measures()[context.measure].flow:
        context.as_of = times[0].period
    else:
        context.period = times[0].period


def _compare(prepared: Prepared, cells: Sequence[Cell], context: Context) -> None:
    """What a change is measured from, where a heading says it: 同比, "year on year"."""
    for span in _spans(cells):
        for token in prepared.tokens_in(span.start, span.end):
            basis = next((word.meaning for word in token.words if word.kind.startswith("basis.")), None)
            if basis is not None:
                context.against = basis
                return
