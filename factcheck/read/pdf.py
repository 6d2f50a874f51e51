"""PDF: the words of each page in their order, with the box of every line; running heads and page numbers are masked.

A PDF holds no paragraphs, only glyphs in places: lines that stand close together and are about as wide as the column are one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from factcheck.document import Document, Mask, Span
from factcheck.messages import say
from factcheck.pattern import lazy_pattern
from factcheck.read.archive import missing
from factcheck.read.assembly import Assembly
from factcheck.read.encoding import ReadError
from factcheck.read.wrapping import wraps

# Beyond this a "PDF" is a book; half a minute's work.
MOST_PAGES = 3000
# A line is a running head when so many pages have it in their first or last lines; two pages may begin alike by chance.
REPEATED = 3
EDGE = 2
# Word and LaTeX set the marks of notes at 58 to 70 % of the size of their line.
RAISED = 0.75
PAGE_NUMBER = lazy_pattern(
    r"[-–—\s]*(?:第\s*)?(?:page\s*)?[0-9ivxlc]{1,5}(?:\s*(?:/|of|页，?共|页)\s*[0-9]{0,5}\s*页?)?[-–—\s]*", re.IGNORECASE
)
DIGITS = lazy_pattern("[0-9]+")
# Where a line that is followed by another is the last of its paragraph: a stop, and room left on the line.
STOP = tuple("。！？.!?：:")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: what it says, its box in points from the lower left corner, and where in it the marks of notes stand."""

    words: str
    left: Decimal
    bottom: Decimal
    right: Decimal
    top: Decimal
    raised: tuple[int, ...] = ()

    @property
    def box(self) -> str:
        """Left, bottom, right and top."""
        return " ".join(str(edge) for edge in (self.left, self.bottom, self.right, self.top))


def read_pdf(content: bytes, name: str) -> Document:
    """The document of a PDF. Raises ReadError."""
    try:
        import pypdfium2
    except ImportError:
        raise missing(name, "pdf") from None
    try:
        file = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(name, say("the PDF is encrypted"), say("save it without a password")) from None
        raise ReadError(name, say("expected a PDF, found a damaged one"), say("make it again from its source")) from None
    try:
        if len(file) > MOST_PAGES:
            raise ReadError(
                name, say("expected at most {most} pages, found {count}", most=MOST_PAGES, count=len(file)), say("split it")
            )
        pages = [lines_of(file[number]) for number in range(len(file))]
        stated = file.get_metadata_dict()
    except pypdfium2.PdfiumError:
        raise ReadError(name, say("expected a PDF, found one with a damaged page"), say("make it again from its source")) from None
    finally:
        file.close()
    if not any(pages):
        raise ReadError(name, say("the PDF holds no text, only pictures"), say("have its text recognised first"))
    return assembled(pages, name, stated)


def lines_of(page: Any) -> list[Line]:
    """The lines of a page in the order of its text."""
    view = page.get_textpage()
    try:
        text = view.get_text_range()
        lines, start = [], 0
        for words in text.splitlines(keepends=True):
            shown = words.rstrip("\r\n")
            if shown.strip():
                lines.append(boxed(view, shown, start))
            start += len(words)
        return lines
    finally:
        view.close()


def boxed(view: Any, words: str, start: int) -> Line:
    """A line with the box around its characters."""
    boxes = {offset: view.get_charbox(start + offset) for offset, sign in enumerate(words) if not sign.isspace()}
    left, bottom, right, top = ([box[side] for box in boxes.values()] for side in range(4))
    # The library gives floats; a tenth of a point is finer than any reader points.
    edges = [Decimal(str(round(edge, 1))) for edge in (min(left), min(bottom), max(right), max(top))]
    tallest = max((box[3] - box[1] for box in boxes.values()), default=0)
    foot = sorted(bottom)[len(bottom) // 2]
    raised = tuple(offset for offset, box in boxes.items() if is_raised(words[offset], box, tallest, foot))
    return Line(words, edges[0], edges[1], edges[2], edges[3], raised)


def is_raised(sign: str, box: Sequence[float], tallest: float, foot: float) -> bool:
    """Whether a digit is the mark of a note: small, and above the foot of its line."""
    return sign.isdigit() and box[3] - box[1] < tallest * RAISED and box[1] - foot > tallest * (1 - RAISED) / 2


def furniture(pages: list[list[Line]]) -> set[str]:
    """The lines at the edges of pages that stand on many, whatever number they carry."""
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({bare(line.words) for line in (*lines[:EDGE], *lines[-EDGE:])})
    return {words for words, count in seen.items() if count >= min(REPEATED, max(len(pages), 2))}


def bare(words: str) -> str:
    """A running head without the number of its page."""
    return DIGITS.sub("#", " ".join(words.split()))


def assembled(pages: list[list[Line]], name: str, stated: dict[str, str]) -> Document:
    """The document of some pages."""
    text, repeated = Assembly(), furniture(pages)
    for number, lines in enumerate(pages, start=1):
        column = max((line.right for line in lines), default=Decimal(0))
        start, last = text.length, None
        for order, line in enumerate(lines):
            at_edge = order < EDGE or order >= len(lines) - EDGE
            aside = at_edge and (PAGE_NUMBER.fullmatch(line.words) is not None or (len(pages) > 1 and bare(line.words) in repeated))
            if last is not None and (aside or ends(last, line, column)):
                text.block(start, "paragraph")
                start = text.length
            span = text.add(line.words, parts=(("page", str(number)), ("box", line.box)), mask="furniture" if aside else None)
            if not aside:
                text.masks += [Mask(Span(span.start + place, span.start + place + 1), "note-mark") for place in line.raised]
            text.end()
            last = line
            if aside:
                start, last = text.length, None
        text.block(start, "paragraph")
    text.masks = sorted([*text.masks, *wraps("".join(text.pieces), text.blocks)], key=lambda mask: mask.span)
    return text.document(name, title=stated.get("Title") or None, publisher=stated.get("Author") or None)


def ends(line: Line, following: Line, column: Decimal) -> bool:
    """Whether a paragraph ends with a line: room above the next, another size of type, or a stop with room left behind it."""
    height, next_height = line.top - line.bottom, following.top - following.bottom
    gap = line.bottom - following.top
    if gap < -height or gap > max(height, next_height) * Decimal("1.2") or abs(height - next_height) > height * Decimal("0.6"):
        return True
    return line.words.rstrip().endswith(STOP) and line.right < column - 2 * height
