"""A document is a text as read, with the way back to the file it came from.

Nothing here changes a text: a span is a range of code points of `Document.text`, and a place is where an editor finds it.
"""

from __future__ import annotations

import bisect
import datetime
import hashlib
import reprlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from itertools import accumulate
from typing import NamedTuple, TypeVar, cast

from factcheck.pattern import lazy_pattern

# Own index over the three line ends that editors count; `splitlines` also splits at U+2028, \x0b, \x0c and \x85.
LINE_END = lazy_pattern(r"\r\n|\n|\r")
LINE = lazy_pattern(r"[^\r\n]+")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got start={self.start}, end={self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> Span:
        """The span so many code points further on."""
        return Span(self.start + by, self.end + by)

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Place(NamedTuple):
    """Where an editor finds an offset: both 1-based, the column in code points."""

    line: int
    column: int


# What a program needs to find a place, and no reader counts.
UNSPOKEN = ("box", "run", "id")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a stretch of a text lies in a file that is no plain text.

    `parts` name it from the outside in: `(("paragraph", "12"), ("run", "3"))`, `(("page", "2"), ("box", "72 708.4 120 720.1"))` in points
    from the lower left corner, `(("sheet", "2021"), ("cell", "B7"))`, `(("cue", "12"),)`.
    """

    span: Span
    parts: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return ", ".join(f"{name} {value}" for name, value in self.parts if name not in UNSPOKEN)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that belongs together: `kind` is heading, paragraph, item, quotation, caption, footnote, cell or code."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its words (an empty span where it has none) and the rows and columns that it covers, counted from 0.

    `heading` is true where the format says so: the first row in Markdown, `<th>` in HTML.
    """

    span: Span
    rows: range
    columns: range
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch that is no prose: `name` says what it is (tag, code, link, front-matter …)."""

    span: Span
    name: str


@dataclass(frozen=True, eq=False)
class Document:
    """A text with its name, what is known of its publication, and its structure.

    `text` is exactly what the file holds after decoding. `published` is the date the file itself states in its metadata, None
    where it states none (a date line in the text is read by `factcheck.extract`). `masks`, `blocks` and `tables` (the cells of each,
    row by row) come from the reader that knows the format; a document made from a string has the structure that plain text with
    Markdown headings shows. `anchors` lead back to a file that is no plain text, in the order of the text. `earlier` is the
    document before an edit, where what the edit left behind is to be looked for.
    """

    text: str
    name: str = "text"
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    masks: tuple[Mask, ...] = ()
    structure: tuple[Block, ...] | None = None
    tables: tuple[tuple[Cell, ...], ...] = ()
    anchors: tuple[Anchor, ...] = ()
    earlier: Document | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            kind = type(self.text).__name__
            raise TypeError(f"a Document needs its text as str, got {kind}; decode bytes first, or use factcheck.read(path)")

    def __repr__(self) -> str:
        # Every mention and claim holds its document: one that is printed would print the whole text.
        return f"Document({reprlib.repr(self.text)}, name={self.name!r})"

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, as hexadecimal digits."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    def place(self, offset: int) -> Place:
        """The line and column of an offset."""
        line = bisect.bisect_right(self.line_starts, offset)
        return Place(line, offset - self.line_starts[line - 1] + 1)

    def anchor(self, offset: int) -> Anchor | None:
        """Where the file that is no plain text holds the character at an offset."""
        number = bisect.bisect_right(self.anchors, offset, key=lambda anchor: anchor.span.start) - 1
        found = self.anchors[number] if number >= 0 else None
        return found if found is not None and offset < max(found.span.end, found.span.start + 1) else None

    def line(self, number: int) -> Span:
        """The span of a 1-based line, without its line end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    @cached_property
    def _laid_masks(self) -> tuple[list[Mask], list[int], list[int]]:
        """The masks by where they start, with how far they and those before them reach."""
        masks = sorted(self.masks, key=lambda mask: mask.span)
        return masks, [mask.span.start for mask in masks], list(accumulate((mask.span.end for mask in masks), max))

    def masks_over(self, span: Span) -> list[Mask]:
        """The masks that share a code point with a stretch, by where they start."""
        masks, starts, reaches = self._laid_masks
        near = masks[bisect.bisect_right(reaches, span.start) : bisect.bisect_left(starts, span.end)]
        return [mask for mask in near if mask.span.overlaps(span)]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The document's blocks in reading order: the reader's, or the lines of plain text."""
        return self.structure if self.structure is not None else tuple(plain_blocks(self))

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character at an offset; None between blocks."""
        number = bisect.bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        block = self.blocks[number] if number >= 0 else None
        return block if block is not None and offset < block.span.end else None


Worked = TypeVar("Worked")


def once_a_document(work: Callable[[Document], Worked]) -> Callable[[Document], Worked]:
    """A function of a document that is worked out once for each, kept where its cached properties are and forgotten with it."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def known(document: Document) -> Worked:
        held = vars(document)
        if name not in held:
            held[name] = work(document)
        return cast("Worked", held[name])

    return known


def plain_blocks(document: Document) -> list[Block]:
    """Every line that is not blank is a block: a wrapped line is rare in drafts, a line as paragraph is the rule on the web."""
    blocks, fenced = [], False
    for line in LINE.finditer(document.text):
        span, words = Span(line.start(), line.end()), line[0].strip()
        if words.startswith("```"):
            fenced = not fenced
        if not words:
            continue
        if fenced or words.startswith("```"):
            kind = "code"
        elif words.startswith("#"):
            kind = "heading"
        else:
            kind = "paragraph"
        blocks.append(Block(span, kind))
    return blocks
