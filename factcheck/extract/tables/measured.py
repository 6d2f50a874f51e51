"""The measure of a figure in a table: what its headings name, in the lexicon's words or in their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.document import Cell, Span
from factcheck.extract.context import Context
from factcheck.extract.measuring import fits
from factcheck.extract.prepared import Prepared
from factcheck.extract.tables.bindings import Axis
from factcheck.extract.tables.grid import Grid
from factcheck.extract.tables.headings import counts_things, own_words
from factcheck.extract.tables.named import Headings
from factcheck.lexicon import Token, measures
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

# "students by faculty", 按地区分
BY = lazy_pattern(r"(?:\bby[ ]|按|分)$")
BY_REACH = 3


def give_measure(grid: Grid, headings: Headings, context: Context) -> None:
    """Give a figure the measure that its row and column name together, else that of its group, else that of the caption.

    None where they name two. "Cloud revenue" is no revenue of the whole: what the lexicon does not know stands for itself, and so
    does the one label that it does not know where nothing else names a measure.
    """
    prepared, mention = grid.prepared, context.mention
    context.measure = context.measure_text = context.measure_token = None
    own = _named(prepared, _spans([*headings.row, *headings.column]), mention)
    lent = _named(prepared, _spans(headings.lent), mention)
    group = _named(prepared, _spans([headings.group] if headings.group is not None else []), mention)
    captions = (_named(prepared, [span], mention) for span in grid.captions if not _listed(grid, headings))
    captioned: dict[str, Token] = next(filter(None, captions), {})
    # 增速, 占比 and "Amount" name a measure of their own, and yet are of what the heading beside or above says.
    first = (lent, group, captioned, own) if _all_broad(own) else (own, lent, group, captioned)
    for found in filter(None, first):
        _take(grid, headings, context, found)
        if found is captioned:
            context.carried.add("measure")
        return
    near = [*headings.row, *headings.column]
    counted = [cell for cell in near if counts_things(prepared, cell.span)]
    unknown = [cell for cell in near if grid.holds_unknown(cell)]
    spoken = counted if len(counted) == 1 else unknown[-1:] if len(unknown) == 1 or unknown[-1:] == headings.column[-1:] else []
    spoken = spoken or [cell for cell in headings.lent if grid.holds_unknown(cell)][:1]
    if spoken:
        words = own_words(prepared, spoken[0].span)
        context.measure_text = prepared.document.text[words.start : words.end] or None


def _listed(grid: Grid, headings: Headings) -> bool:
    """Whether a heading that the lexicon does not know stands in a row of measures: beside "Patients", "Mean weekly hours" is one too."""
    pairs: tuple[tuple[Axis, list[Cell]], ...] = (("rows", headings.row), ("columns", headings.column))
    return any(grid.holds_unknown(cell) and grid.names_measures(axis) for axis, cells in pairs for cell in cells)


def _spans(cells: Iterable[Cell]) -> Iterator[Span]:
    return (cell.span for cell in cells)


def _take(grid: Grid, headings: Headings, context: Context, found: dict[str, Token]) -> None:
    narrow = {name for name in found if not measures()[name].broad} or set(found)
    if len(narrow) != 1:
        return
    name = narrow.pop()
    token, text = found[name], grid.prepared.document.text
    cell = next((cell for cell in (*headings.own, *headings.lent) if cell.span.start <= token.start < cell.span.end), None)
    if cell is not None and grid.holds_unknown(cell):
        words = own_words(grid.prepared, cell.span)
        context.measure_text = text[words.start : words.end]
        return
    context.measure, context.measure_token, context.measure_text = name, token, text[token.start : token.end]


def _named(prepared: Prepared, spans: Iterable[Span], mention: Mention) -> dict[str, Token]:
    """The measures that some stretches name for a figure, each with the word that names it first."""
    found: dict[str, Token] = {}
    for span in spans:
        for token in prepared.tokens_in(span.start, span.end):
            name = _meant(token, mention)
            if name is not None and not BY.search(prepared.folded, max(span.start, token.start - BY_REACH), token.start):
                found.setdefault(name, token)
    return found


def _meant(token: Token, mention: Mention) -> str | None:
    """The measure that a word names for a figure."""
    known = measures()
    return next((word.meaning for word in token.words if word.kind == "measure" and fits(known[word.meaning], mention)), None)


def _all_broad(names: Iterable[str]) -> bool:
    return all(measures()[name].broad for name in names)
