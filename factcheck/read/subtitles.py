"""Subtitles, SubRip and WebVTT: the text as it is; the numbers and times of cues are masked, and each cue's words are one block."""

from __future__ import annotations

import re

from factcheck.document import Anchor, Block, Document, Mask, Span
from factcheck.pattern import lazy_pattern
from factcheck.read.wrapping import wraps

TIMES = lazy_pattern(
    r"""
    [ \t]*(?:[0-9]{1,3}:)?[0-9]{2}:[0-9]{2}[.,][0-9]{3}[ \t]*-->[ \t]*      # 00:01:02,500 -->
    (?:[0-9]{1,3}:)?[0-9]{2}:[0-9]{2}[.,][0-9]{3}[^\r\n]*                   # 00:01:04,000 align:start
    """,
    re.VERBOSE,
)
# Blocks of WebVTT that are never shown (W3C WebVTT, 4.1).
UNSHOWN = ("WEBVTT", "NOTE", "STYLE", "REGION")


def read_subtitles(text: str, name: str) -> Document:
    """The document of a subtitle file."""
    document = Document(text, name=name)
    masks, blocks, anchors = [], [], []
    for group in groups(document):
        first = group[0]
        times = next((number for number, line in enumerate(group[:2]) if TIMES.fullmatch(text, line.start, line.end)), None)
        if times is None:
            if text[first.start : first.end].startswith(UNSHOWN):
                masks.append(Mask(Span(first.start, group[-1].end), "cue"))
            else:
                blocks.append(Block(Span(first.start, group[-1].end), "paragraph"))
            continue
        masks.append(Mask(Span(first.start, group[times].end), "cue"))
        if group[times + 1 :]:
            words = Span(group[times + 1].start, group[-1].end)
            blocks.append(Block(words, "paragraph"))
            anchors.append(
                Anchor(words, (("cue", text[group[times].start : group[times].end].split("-->", maxsplit=1)[0].strip()),))
            )
    masks = sorted([*masks, *wraps(text, blocks)], key=lambda mask: mask.span)
    return Document(text, name=name, masks=tuple(masks), structure=tuple(blocks), anchors=tuple(anchors))


def groups(document: Document) -> list[list[Span]]:
    """The lines of a file, apart where a blank one stands."""
    found: list[list[Span]] = [[]]
    for number in range(1, len(document.line_starts) + 1):
        line = document.line(number)
        if document.text[line.start : line.end].strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [group for group in found if group]
