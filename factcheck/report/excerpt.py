"""A place in a text, quoted on one line: the span in ⟦ ⟧, and as much around it as fits.

Marks in the line rather than carets beneath it: a full-width character is two columns wide in one font and not in the next.
"""

from __future__ import annotations

import unicodedata

from factcheck.document import Document, Span

COLUMNS = 100
# A draft may hold what a terminal obeys, or what turns the line around; a quotation shows a sign in its place.
SHOWN = (
    {code: chr(0x2400 + code) for code in range(0x20)}
    | {0x7F: "\u2421", ord("\t"): " ", ord("\n"): "⏎", ord("\r"): ""}
    | dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd")
)


def excerpt(document: Document, span: Span, *, opening: str = "⟦", closing: str = "⟧", columns: int = COLUMNS) -> str:
    """The line or lines of a span, cut with … where they are longer than the columns."""
    text = document.text
    first, last = document.line(document.place(span.start).line), document.line(document.place(span.end).line)
    quoted = shortened(text[span.start : span.end], columns)
    room = columns - width(quoted)
    # A paragraph may be a line of a million characters: what cannot fit is not looked at, one more tells that there is more.
    before = text[max(first.start, span.start - columns - 1) : span.start].lstrip()
    after = text[span.end : min(max(last.end, span.end), span.end + columns + 1)].rstrip()
    # What one side leaves over is the other's.
    half = room // 2
    right = ending(after, max(half, room - width(before)))
    left = beginning(before, max(half, room - width(right)))
    return shown(left) + opening + shown(quoted) + closing + shown(right)


def width(text: str) -> int:
    """How many columns a text takes: two for a full-width character."""
    return len(text) + sum(unicodedata.east_asian_width(character) in "WF" for character in text)


def shortened(text: str, columns: int) -> str:
    """A text with its middle left out where it is too long."""
    if len(text) <= columns and width(text) <= columns:
        return text
    return fitting(text, columns // 2) + "…" + fitting(text[::-1], columns // 2)[::-1]


def ending(text: str, columns: int) -> str:
    """As much of the head of a text as fits."""
    kept = fitting(text, columns)
    return kept if kept == text else kept + "…"


def beginning(text: str, columns: int) -> str:
    """As much of the tail of a text as fits."""
    kept = fitting(text[::-1], columns)[::-1]
    return kept if kept == text else "…" + kept


def fitting(text: str, columns: int) -> str:
    """The head of a text that fits in so many columns."""
    taken = kept = 0
    for character in text:
        taken += width(character)
        if taken > columns:
            break
        kept += 1
    return text[:kept]


def shown(text: str) -> str:
    """A text with its control characters made visible."""
    return text.translate(SHOWN)
