"""Words in quotation marks, and the passages of sources that they may be taken from: alike in words, compared digit by digit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from factcheck.document import Document, Span
from factcheck.passage import passage
from factcheck.pattern import lazy_pattern

QUOTATION = lazy_pattern(
    r"""
      “ (?P<curly> [^“”\n]{1,600}) ”                # “收治病人12640人次”
    | 「 (?P<corner> [^「」\n]{1,600}) 」            # 「收治病人12640人次」
    | 『 (?P<double> [^『』\n]{1,600}) 』            # 『收治病人12640人次』
    | " (?P<straight> [^"\n]{1,600}) "              # "treated 12,640 patients"
    """,
    re.VERBOSE,
)
NUMBER = lazy_pattern(
    r"""
      [0-9] [0-9,]* (?: \. [0-9]+ )?                 # 12,640  8.4
    """,
    re.VERBOSE,
)
MASK = "#"
# How many words' worth of signs besides figures a quotation needs to be known again, and how like its passage it has to be (0–100).
FEWEST, ALIKE = 10, 90


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with one sign in the place of each number: two texts are compared by their words, and their numbers exactly."""

    text: str
    numbers: tuple[tuple[int, Span, str], ...]

    def offset(self, place: int) -> int:
        """Where a place of the masked text stands in the text."""
        return place + sum(len(span) - len(MASK) for number, span, _ in self.numbers if number < place)

    def within(self, start: int, end: int) -> list[tuple[Span, str]]:
        """The numbers of a stretch of the masked text: where each stands in the text, and its digits."""
        return [(span, digits) for place, span, digits in self.numbers if start <= place < end]


def masked(folded: str) -> Masked:
    """A folded text with its numbers masked."""
    parts, numbers, end, length = [], [], 0, 0
    for match in NUMBER.finditer(folded):
        parts += [folded[end : match.start()], MASK]
        length += match.start() - end
        numbers.append((length, Span(*match.span()), match[0].rstrip(",").replace(",", "")))
        length, end = length + 1, match.end()
    return Masked("".join((*parts, folded[end:])), tuple(numbers))


def quotations(document: Document) -> Iterator[Span]:
    """What stands between quotation marks in a document, long enough to be known again, with a number in it."""
    folded = passage(document).folded
    for match in QUOTATION.finditer(document.text):
        span = Span(*match.span(match.lastgroup or 0))
        words = masked(folded[span.start : span.end])
        if words.numbers and len(words.text) - len(words.numbers) >= FEWEST:
            yield span


@dataclass(frozen=True, slots=True)
class Altered:
    """A number of a quotation that its passage has otherwise: its place in the quotation, its digits here and there."""

    span: Span
    here: str
    there: str


def altered(quotation: str, passages: Sequence[Masked]) -> tuple[int, list[Altered]] | None:
    """Which passage a quotation is taken from, and the numbers that it changed; None where no passage is like it.

    Both are folded. A passage that has the quotation's numbers answers for it, whatever others say.
    """
    words = masked(quotation)
    found = process.extract(words.text, [one.text for one in passages], scorer=fuzz.partial_ratio, score_cutoff=ALIKE, limit=8)
    best: tuple[int, list[Altered]] | None = None
    for _, _, which in found:
        changed = _compared(words, passages[which])
        if changed == []:
            return which, []
        if changed is not None and best is None:
            best = which, changed
    return best


def _compared(words: Masked, passage: Masked) -> list[Altered] | None:
    """The numbers that differ where the two texts lie on each other; None where they do not lie number on number."""
    lie = fuzz.partial_ratio_alignment(words.text, passage.text)
    if lie is None:
        return None
    mine, theirs = words.within(lie.src_start, lie.src_end), passage.within(lie.dest_start, lie.dest_end)
    common = words.text[lie.src_start : lie.src_end]
    if not mine or len(mine) != len(theirs) or len(common) - len(mine) < FEWEST:
        return None
    return [Altered(span, here, there) for (span, here), (_, there) in zip(mine, theirs, strict=True) if here != there]


def passages(texts: Iterable[str]) -> list[Masked]:
    """Texts ready to be compared; they are folded already."""
    return [masked(text) for text in texts]
