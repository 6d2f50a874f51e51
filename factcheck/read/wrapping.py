"""Line ends inside a paragraph that only keep a line short: a reader reads on, and so does extraction."""

from __future__ import annotations

import bisect
import unicodedata
from collections.abc import Iterator, Sequence

from factcheck.document import Block, Mask, Span
from factcheck.pattern import lazy_pattern

PROSE = ("paragraph", "item", "quotation", "footnote", "caption", "heading")
LINE_END = lazy_pattern(r"\r\n|\n|\r")


def wraps(text: str, blocks: Sequence[Block], masks: Sequence[Mask] = (), *, least: int = 0) -> Iterator[Mask]:
    """The line ends inside blocks of prose, outside masks. `least` is the columns that a line fills before it is taken for wrapped."""
    covers = sorted(mask.span for mask in masks)
    starts = [span.start for span in covers]
    for block in blocks:
        if block.kind not in PROSE:
            continue
        line = block.span.start
        for end in LINE_END.finditer(text, block.span.start, block.span.end):
            number = bisect.bisect_right(starts, end.start()) - 1
            covered = number >= 0 and covers[number].end > end.start()
            if not covered and (not least or columns(text[line : end.start()], least) >= least):
                yield Mask(Span(*end.span()), "wrap")
            line = end.end()


def columns(line: str, enough: int) -> int:
    """How many columns a line fills, counted as far as needed; none where it ends in a break that its author made ("  ", a backslash)."""
    if line.endswith(("  ", "\\")):
        return 0
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line[:enough])
