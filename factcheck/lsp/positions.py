r"""Positions of the Language Server Protocol and offsets in code points: UTF-16 units unless editor and server agree on others.

A line ends where the protocol says so (3.17: \n, \r\n, \r), as it does in a Document.
"""

from __future__ import annotations

from lsprotocol import types

from factcheck.document import Document, Span

ASTRAL = 0xFFFF


def size(character: str, encoding: str) -> int:
    """How many units a character takes in an encoding of the protocol."""
    if encoding == "utf-8":
        return len(character.encode("utf-8", "surrogatepass"))
    return 2 if encoding == "utf-16" and ord(character) > ASTRAL else 1


def position(document: Document, offset: int, *, encoding: str) -> types.Position:
    """Where an offset stands: line and units, both from 0."""
    line = document.place(offset).line
    before = document.text[document.line_starts[line - 1] : offset]
    return types.Position(line=line - 1, character=units(before, encoding))


def units(words: str, encoding: str) -> int:
    """How long a text is in an encoding; most lines hold nothing that takes more than one unit."""
    if encoding == "utf-32" or words.isascii():
        return len(words)
    return sum(size(character, encoding) for character in words)


def offset(document: Document, at: types.Position, *, encoding: str) -> int:
    """The offset of a position; one behind the end of a line or of the text is taken for that end, as the protocol asks."""
    if at.line >= len(document.line_starts):
        return len(document.text)
    line = document.line(at.line + 1)
    left = at.character
    for place in range(line.start, line.end):
        if left <= 0:
            return place
        left -= size(document.text[place], encoding)
    return line.end


def range_of(document: Document, span: Span, *, encoding: str) -> types.Range:
    """The range of a span."""
    return types.Range(position(document, span.start, encoding=encoding), position(document, span.end, encoding=encoding))


def span_of(document: Document, area: types.Range, *, encoding: str) -> Span:
    """The span of a range."""
    start = offset(document, area.start, encoding=encoding)
    return Span(start, max(start, offset(document, area.end, encoding=encoding)))
