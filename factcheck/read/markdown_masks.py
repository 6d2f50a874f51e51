"""What in a Markdown text is no prose: code, comments, targets of links, tags.

Two passes from left to right. What can hide the signs of the others (a fence, a comment, a code span) is found first, so that
`<!-- … -->` in a code span is code and a backtick in a comment is a comment.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from factcheck.document import Mask, Span
from factcheck.pattern import lazy_pattern

OPAQUE = lazy_pattern(
    r"""
      (?:(?<=[\r\n])|\A)[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?
      (?P<fence>`{3,}|~{3,})[^`\r\n]*(?=[\r\n]|\Z)      # ```python
    | (?P<comment><!--)                                 # <!-- 12 of them -->
    | <(?P<raw>script|style|pre|textarea)\b             # <style>td { width: 12% }</style>
    | (?P<escape>\\[`<\\])                              # \` is a letter like any other
    | (?P<ticks>`+)                                     # `x = 12`, ``a ` b``
    """,
    re.VERBOSE | re.IGNORECASE,
)
BLANK_LINE = lazy_pattern(r"(?>\r\n|\n|\r)[ \t>]*(?=[\r\n]|\Z)")
TICKS = lazy_pattern(r"`+")

INLINE = lazy_pattern(
    r"""
      (?P<escape>\\.)                                                 # \[ opens nothing
    | (?P<autolink><[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>                  # <https://example.org/2021>
        |<[^\s<>@]{1,64}@[^\s<>@]{1,255}>)                            # <desk2@example.org>
    | (?P<tag></?(?P<element>[a-z][a-z0-9-]*)                                      # <b>, </td>, <img width="640" alt='12'>
        (?>\s+[a-z_:][a-z0-9_.:-]*(?>\s*=\s*(?:[^\s"'=<>`]+|'[^'<>]*'|"[^"<>]*"))?)*\s*/?>)
    | (?P<link>\]\(\s*                                                # ](https://example.org/2021 "Figures of 2021")
        (?:<[^<>\r\n]*>|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)
        (?:\s+(?:"[^"]{0,500}"|'[^']{0,500}'))?\s*\))
    | (?P<reference>\]\[(?P<label>[^\[\]]{0,200})\])                  # ][2]
    | (?P<footnote>\[\^[^\[\]\s]{1,100}\])                            # [^3]
    | (?P<number>\[\d{1,3}\])                                         # [4], where [4]: is defined
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# The marks of strong words: **1.2**亿元. A single star is as often a footnote's (143*) or a sign of multiplication.
STRONG = lazy_pattern(r"(?<![*\\])\*\*(?![*\s])[^*\r\n]{1,300}(?<!\s)\*\*(?!\*)")
# Elements that change how a word looks and not where it ends; a raised or lowered one is a word of its own (the mark of a note).
LOOKS = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "em", "font", "i", "ins", "mark", "q", "s", "small", "span", "strong", "u", "wbr"}
)
NAMES = {"autolink": "link", "tag": "tag", "link": "link", "reference": "link", "footnote": "footnote", "number": "link"}


def code_and_comments(text: str, *, start: int = 0) -> list[Mask]:
    """Fences (`code-block`), code spans (`code`), comments and raw elements, in reading order."""
    found = []
    spans = CodeSpans(text)
    unclosed: set[str] = set()
    match = OPAQUE.search(text, start)
    while match:
        opened = match.start("fence") if match["fence"] else match.start()
        end, name = match.end(), ""
        if match["fence"]:
            end, name = _fence_end(text, match), "code-block"
        elif match["comment"] or match["raw"]:
            element = (match["raw"] or "comment").lower()
            # "a <!-- b" without an end is text; looking for each again and again would take forever in a file of such.
            closing = None if element in unclosed else _closing(element).search(text, match.end())
            if closing is None:
                unclosed.add(element)
            else:
                end, name = closing.end(), element
        elif match["ticks"]:
            end = spans.end(match.start(), match.end())
            name = "code" if end > match.end() else ""
        if name:
            found.append(Mask(Span(opened, end), name))
        match = OPAQUE.search(text, end)
    return found


@cache
def _closing(element: str) -> re.Pattern[str]:
    return lazy_pattern("-->" if element == "comment" else rf"</{element}\s*>", re.IGNORECASE)


def _fence_end(text: str, opening: re.Match[str]) -> int:
    """The end of a fenced block: a line with as many of the same sign, or the end of the text."""
    fence = opening["fence"]
    closing = lazy_pattern(rf"(?<=[\r\n])[ \t>]*{fence[0]}{{{len(fence)},}}[ \t]*(?=[\r\n]|\Z)").search(text, opening.end())
    return closing.end() if closing else len(text)


class CodeSpans:
    """Finds where code spans end: at a run of as many backticks, in the same paragraph. Each paragraph is looked through once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraph_end = 0
        self.runs: dict[int, list[int]] = {}

    def end(self, start: int, opened: int) -> int:
        """The end of the code span that opens with the run `start`–`opened`; `opened` itself where it opens none."""
        if opened > self.paragraph_end:
            blank = BLANK_LINE.search(self.text, opened)
            self.paragraph_end = blank.start() if blank else len(self.text)
            self.runs = {}
            for run in TICKS.finditer(self.text, start, self.paragraph_end):
                self.runs.setdefault(len(run[0]), []).append(run.start())
        length = opened - start
        same = self.runs.get(length, [])
        index = bisect.bisect_left(same, opened)
        return same[index] + length if index < len(same) else opened


def links_and_tags(text: str, *, hidden: Sequence[Mask], defined: Collection[str] = ()) -> Iterator[Mask]:
    """Targets, tags and footnote signs outside what is hidden already. `defined` are the labels of links, in lower case.

    "[2]" without a definition is text, and its figure the reader's to explain.
    """
    spans = sorted(mask.span for mask in hidden)
    starts = [span.start for span in spans]
    for match in STRONG.finditer(text):
        for span in (Span(match.start(), match.start() + 2), Span(match.end() - 2, match.end())):
            if _shown(span, spans, starts):
                yield Mask(span, "inline")
    for match in INLINE.finditer(text):
        kind = match.lastgroup
        if kind is None or kind == "escape":
            continue
        label = match["label"] if kind == "reference" else match[0][1:-1]
        if (kind == "reference" and label and label.lower() not in defined) or (kind == "number" and label not in defined):
            continue
        span = Span(*match.span())
        if _shown(span, spans, starts):
            yield Mask(span, "inline" if (match["element"] or "").lower() in LOOKS else NAMES[kind])


def _shown(span: Span, hidden: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether a span lies outside what is hidden already."""
    index = bisect.bisect_left(starts, span.end)
    return index == 0 or hidden[index - 1].end <= span.start
