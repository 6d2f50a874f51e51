"""Names in tables: what stands in a column, or in a row, whose heading says what kind of thing it names (City | Population)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.document import Cell, Span
from factcheck.extract.names.name import Name
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import page
from factcheck.lexicon.names import endings, words
from factcheck.pattern import lazy_pattern

# A name in a cell, without the looks, links and marks around it: **Oslo**, <a href="…">Oslo</a>, Oslo¹
IN_CELL = lazy_pattern(
    r"(?:[*_ ]|<[^<>]{0,200}>){0,6}(?P<name>[^\d<>*_|()（）\[\]¹²³†‡：:，,;；/]{2,40}?)"
    r"(?:[*_ ¹²³†‡]|<[^<>]{0,200}>|[(（\[][^()（）\[\]]{0,40}[)）\]]){0,6}"
)
CAPITAL = lazy_pattern(r"[A-ZÀ-ÖØ-Þ]")
HAN = lazy_pattern(r"[\u3400-\u9fff]")
DIGIT = lazy_pattern(r"[0-9]")
MOST_WORDS = 5


def tabled_names(prepared: Prepared) -> Iterator[Name]:
    """The names of the tables of a document, in no order."""
    for cells in prepared.document.tables:
        corner = next((cell for cell in cells if cell.rows.start == 0 and cell.columns.start == 0), None)
        heads = {cell.columns.start: cell for cell in cells if cell.rows.start == 0}
        for column, head in sorted(heads.items()):
            kind = _kind(prepared, head)
            if kind is None:
                continue
            below = [cell for cell in cells if cell.columns.start == column and cell.rows.start >= head.rows.stop]
            beside = [cell for other, cell in heads.items() if other > column]
            if head is corner and _names_columns(prepared, below, beside):
                yield from _named(prepared, beside, kind)
            elif any(DIGIT.search(prepared.folded, cell.span.start, cell.span.end) for cell in cells):
                yield from _named(prepared, below, kind)


def _kind(prepared: Prepared, head: Cell) -> str | None:
    """What a heading says that its column names: a kind of names, "" for a kind that names do not end with; None for no kind."""
    match = IN_CELL.fullmatch(prepared.folded, head.span.start, head.span.end)
    if match is None:
        return None
    said = match["name"].strip()
    if said in _bearers():
        return _bearers()[said]
    said = said.removesuffix("名称").removesuffix("名").removesuffix(" name")
    return endings().get(said) or _bearers().get(said)


def _bearers() -> dict[str, str]:
    return {word: kind for kind, listed in page("names.toml")["bearer"].items() for word in listed}


def _names_columns(prepared: Prepared, below: Sequence[Cell], beside: Sequence[Cell]) -> bool:
    """Whether the corner of a table speaks of its top row: the rows below measure, and the columns do not."""
    return any(_measures(prepared, cell) for cell in below) and not any(_measures(prepared, cell) for cell in beside)


def _measures(prepared: Prepared, cell: Cell) -> bool:
    tokens = prepared.tokens_in(cell.span.start, cell.span.end)
    return any(token.has("measure") for token in tokens)


def _named(prepared: Prepared, cells: Sequence[Cell], kind: str) -> Iterator[Name]:
    for cell in cells:
        match = IN_CELL.fullmatch(prepared.document.text, cell.span.start, cell.span.end)
        if match is not None:
            start = match.start("name") + len(match["name"]) - len(match["name"].lstrip())
            span = Span(start, start + len(match["name"].strip()))
            if _can_be_name(prepared, span):
                yield Name(span.start, span.end, match["name"].strip(), prepared.folded[span.start : span.end], kind or None)


def _can_be_name(prepared: Prepared, span: Span) -> bool:
    """Whether the words of a cell are a name: no sum, no word of the lexicon, none of those that all texts have."""
    text, folded = prepared.document.text[span.start : span.end], prepared.folded[span.start : span.end]
    tokens = prepared.tokens_in(span.start, span.end)
    if any(token.start == span.start and token.end == span.end for token in tokens) or any(token.has("part") for token in tokens):
        return False
    if folded in words("common", "words") or any(word in folded for word in ("其他", "其它", "other", "合计", "平均", "average")):
        return False
    if HAN.match(text):
        return len(text) > 1 and all(HAN.match(character) or character in "·•‧" for character in text)
    return CAPITAL.match(text) is not None and len(text.split()) <= MOST_WORDS and folded not in words("plain", "words")
