"""Markdown: what is code, target or markup is masked, and blocks are found by line, as CommonMark and its tables lay them out.

The text is not rendered. An indented line is taken for prose, since drafts indent paragraphs far more often than they show code so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from factcheck.document import Block, Cell, Document, Mask, Span
from factcheck.pattern import lazy_pattern
from factcheck.read.markdown_masks import code_and_comments, links_and_tags
from factcheck.read.metadata import front_matter
from factcheck.read.wrapping import wraps

# Nobody wraps at fewer columns; shorter lines are lines of their own, as in an address, a poem, or a draft with a line a paragraph.
WRAPPED = 50
QUOTE = lazy_pattern(r"[ \t]{0,3}(?:>[ \t]?)+")
HEADING = lazy_pattern(r"[ \t]{0,3}#{1,6}(?:[ \t]+|$)")
# "第一季度\n====" and "Second quarter\n---": the line above is a heading.
UNDERLINE = lazy_pattern(r"[ \t]{0,3}(?:=+|-+)[ \t]*")
RULE = lazy_pattern(r"[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
# "- 3 stores", "2. 营收", "1) costs", "- [x] done". A year at the head of a line ("2021. It was …") is a figure, no item's number.
ITEM = lazy_pattern(r"[ \t]*(?:[-*+]|\d{1,3}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
# "| --- | :-: |" under a row of a table.
DELIMITER = lazy_pattern(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
PIPE = lazy_pattern(r"(?<!\\)\|")
# "[1]: https://example.org "Title"", and "[^1]: " before the words of a footnote.
DEFINITION = lazy_pattern(r"[ \t]{0,3}\[(?!\^)([^\[\]]{1,200})\]:[ \t]*\S.*")
FOOTNOTE = lazy_pattern(r"[ \t]{0,3}\[\^[^\[\]\s]{1,100}\]:[ \t]*")


@dataclass
class Blocks:
    """The blocks found so far, and the one that a next line may continue."""

    text: str
    found: list[Block] = field(default_factory=list)
    masks: list[Mask] = field(default_factory=list)
    defined: set[str] = field(default_factory=set)
    tables: list[list[Cell]] = field(default_factory=list)
    start: int | None = None
    end: int = 0
    kind: str = "paragraph"
    in_quote: bool = False

    def close(self) -> None:
        """What comes next is another block."""
        if self.start is not None and self.start < self.end:
            self.found.append(Block(Span(self.start, self.end), self.kind))
        self.start = None

    def open(self, start: int, end: int, kind: str) -> None:
        """Start a block of one line; a next line may continue it."""
        self.close()
        self.start, self.end, self.kind = start, end, kind

    def whole(self, start: int, end: int, kind: str) -> Span:
        """A block that no next line continues; its words without the blanks around them."""
        self.close()
        while start < end and self.text[start] in " \t":
            start += 1
        while end > start and self.text[end - 1] in " \t":
            end -= 1
        if end > start:
            self.found.append(Block(Span(start, end), kind))
        return Span(start, end)

    def mask(self, start: int, end: int, name: str) -> None:
        """A stretch of markup."""
        if end > start:
            self.masks.append(Mask(Span(start, end), name))


def read_markdown(text: str, name: str) -> Document:
    """The document of a Markdown text: title, date, publisher and address from its front matter where it has one."""
    front, stated = front_matter(text)
    document = Document(text, name=name, **stated)
    opaque = [*([Mask(front, "front-matter")] if front else []), *code_and_comments(text, start=front.end if front else 0)]
    blocks = Blocks(text)
    _read_lines(document, blocks, opaque)
    inline = links_and_tags(text, hidden=[*opaque, *blocks.masks], defined=blocks.defined)
    masks = list(_apart(sorted([*opaque, *blocks.masks, *inline], key=lambda mask: mask.span)))
    structure = tuple(sorted(blocks.found, key=lambda block: block.span))
    masks = sorted([*masks, *wraps(text, structure, masks, least=WRAPPED)], key=lambda mask: mask.span)
    tables = tuple(tuple(cells) for cells in blocks.tables)
    title = document.title or _first_heading(text, structure)
    return replace(document, masks=tuple(masks), structure=structure, tables=tables, title=title)


def _apart(masks: Iterable[Mask]) -> Iterator[Mask]:
    """Each code point under one mask: the sign of a quotation may stand in a code span that runs over two lines."""
    reached = 0
    for mask in masks:
        if mask.span.end > reached:
            yield Mask(Span(max(mask.span.start, reached), mask.span.end), mask.name)
            reached = mask.span.end


def _first_heading(text: str, structure: tuple[Block, ...]) -> str | None:
    headings = (text[block.span.start : block.span.end] for block in structure if block.kind == "heading")
    return next(headings, None)


def _read_lines(document: Document, blocks: Blocks, opaque: list[Mask]) -> None:
    lines = [document.line(number) for number in range(1, len(document.line_starts) + 1)]
    tables = _tables(document.text, lines)
    covers = iter([mask for mask in opaque if mask.name != "code"])
    cover = next(covers, None)
    for number, line in enumerate(lines):
        while cover is not None and cover.span.end <= line.start:
            cover = next(covers, None)
        if cover is not None and _hidden(document.text, line, cover.span):
            if cover.name == "code-block" and line.start <= cover.span.start:
                blocks.whole(cover.span.start, cover.span.end, "code")
            blocks.close()
        elif number in tables:
            _read_row(blocks, line, tables[number])
        else:
            _read_line(blocks, line)
    blocks.close()


def _hidden(text: str, line: Span, cover: Span) -> bool:
    """Whether a line holds nothing but what is covered."""
    before, after = text[line.start : max(line.start, cover.start)], text[min(line.end, cover.end) : line.end]
    return len(line) > 0 and line.overlaps(cover) and not (before + after).strip(" \t>")


class Row(NamedTuple):
    """A line of a table: its number in the table; whether it is a heading, and has another one below."""

    number: int
    heading: bool = False
    upper: bool = False


def _tables(text: str, lines: list[Span]) -> dict[int, Row | None]:
    """The lines that are rows of tables; None for the delimiter, which holds no words.

    A line of as many cells right above the heading is one too, as drafts write headings of two lines, though GFM has but one.
    """
    rows: dict[int, Row | None] = {}
    below = 0
    for number, line in enumerate(lines[1:], start=1):
        words = text[line.start : line.end]
        if "|" in words and DELIMITER.fullmatch(words) and "|" in text[lines[number - 1].start : lines[number - 1].end]:
            two = number > 1 and number - 2 not in rows and _alike(text, lines[number - 2], lines[number - 1])
            if two:
                rows[number - 2] = Row(0, heading=True, upper=True)
            rows[number - 1], rows[number], below = Row(int(two), heading=True), None, 1 + two
        elif number - 1 in rows and "|" in words:
            rows[number], below = Row(below), below + 1
    return rows


def _alike(text: str, first: Span, second: Span) -> bool:
    """Whether two lines have as many cells, three at least, and begin with a pipe."""
    counts = [len(PIPE.findall(text, line.start, line.end)) for line in (first, second)]
    return counts[0] == counts[1] > 3 and all(text[line.start : line.end].lstrip().startswith("|") for line in (first, second))


def _read_row(blocks: Blocks, line: Span, row: Row | None) -> None:
    if row is None:
        blocks.close()
        blocks.mask(line.start, line.end, "markup")
        return
    if row.number == 0:
        blocks.tables.append([])
    pipes = [pipe.start() for pipe in PIPE.finditer(blocks.text, line.start, line.end)]
    edges = [line.start - 1, *pipes, line.end]
    words = [blocks.whole(start + 1, end, "cell") for start, end in pairwise(edges)]
    # "| a | b |" has a pipe at either end, "a | b" has none
    first = 1 if len(pipes) > 1 and not words[0] else 0
    words = words[first : len(words) - (1 if len(pipes) > 1 and not words[-1] else 0)]
    rows, cells = range(row.number, row.number + 1), blocks.tables[-1]
    for column, span in enumerate(words):
        if row.upper and not span and cells and cells[-1].span:
            cells[-1] = replace(cells[-1], columns=range(cells[-1].columns.start, column + 1))  # it stands over this one too
        else:
            cells.append(Cell(span, rows, range(column, column + 1), heading=row.heading))


def _read_line(blocks: Blocks, line: Span) -> None:
    text = blocks.text
    quote = QUOTE.match(text, line.start, line.end)
    start = quote.end() if quote else line.start
    blocks.mask(line.start, start, "markup")
    # "> 引文" followed by "续行" without the sign is one quotation (CommonMark's laziness); a new sign begins one.
    if (quote is not None) != blocks.in_quote and (quote or blocks.start is None):
        blocks.close()
    blocks.in_quote = quote is not None or (blocks.in_quote and blocks.start is not None)
    if not text[start : line.end].strip():
        blocks.close()
    elif blocks.start is not None and blocks.kind != "item" and UNDERLINE.fullmatch(text, start, line.end):
        blocks.kind = "heading"
        blocks.mask(start, line.end, "markup")
        blocks.close()
    elif RULE.fullmatch(text, start, line.end):
        blocks.close()
        blocks.mask(start, line.end, "markup")
    elif definition := DEFINITION.fullmatch(text, start, line.end):
        blocks.close()
        blocks.mask(start, line.end, "link")
        blocks.defined.add(definition[1].lower())
    else:
        _read_words(blocks, start, line.end)


def _read_words(blocks: Blocks, start: int, end: int) -> None:
    text = blocks.text
    heading, item, footnote = (pattern.match(text, start, end) for pattern in (HEADING, ITEM, FOOTNOTE))
    if heading:
        blocks.mask(start, heading.end(), "markup")
        blocks.whole(heading.end(), _before_closing(text, heading.end(), end), "heading")
    elif footnote:
        blocks.mask(start, footnote.end(), "footnote")
        blocks.open(footnote.end(), end, "footnote")
    elif item:
        blocks.mask(start, item.end(), "markup")
        blocks.open(item.end(), end, "item")
    elif blocks.start is not None:
        blocks.end = end
    else:
        words = text[start:end]
        blocks.open(start + len(words) - len(words.lstrip()), end, "quotation" if blocks.in_quote else "paragraph")


def _before_closing(text: str, start: int, end: int) -> int:
    """Where the words of a heading end: "## Costs ##" may close with the sign it opened with, "## C#" does not."""
    words = text[start:end].rstrip()
    bare = words.rstrip("#")
    return start + len(bare if not bare or bare[-1] in " \t" else words)
