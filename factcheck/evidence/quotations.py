"""Words in quotation marks, and the passages of sources that they may be taken from: alike in words, compared number by number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

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
# Smaller numbers in words are articles and turns of phrase as often as figures: 头一年, "one of the two".
SPELLED = 10
# Where a number that was read stands in a text, with its scale, and what it says.
Read: TypeAlias = tuple[Span, Fraction]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as a text has it: where, its digits (none where it is written in words), its words, and what it says, where that is known."""

    span: Span
    digits: str
    words: str
    value: Fraction | None

    def differs(self, other: Numeral) -> bool:
        """Whether two numbers are not the same: digit by digit where both are written so, by what they say where one is in words."""
        if self.digits and other.digits:
            return self.digits != other.digits
        return self.value is not None and other.value is not None and self.value != other.value


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with one sign in the place of each number: two texts are compared by their words, and their numbers by themselves."""

    text: str
    numbers: tuple[tuple[int, Numeral], ...]

    def offset(self, place: int) -> int:
        """Where a place of the masked text stands in the text."""
        return place + sum(len(numeral.span) - len(MASK) for at, numeral in self.numbers if at < place)

    def within(self, start: int, end: int) -> list[Numeral]:
        """The numbers of a stretch of the masked text, where each stands in the text."""
        return [numeral for place, numeral in self.numbers if start <= place < end]


def masked(folded: str, *, read: Sequence[Read] = ()) -> Masked:
    """A folded text with its numbers masked: those in digits, and of the numbers `read` in it those in words too."""
    values = {span.start: value for span, value in read}
    found = [
        Numeral(Span(*match.span()), match[0].rstrip(",").replace(",", ""), match[0], values.get(match.start()))
        for match in NUMBER.finditer(folded)
    ]
    found += [Numeral(span, "", folded[span.start : span.end], value) for span, value in read if is_spelled(folded, span, value)]
    parts, numbers, end, length = [], [], 0, 0
    for numeral in sorted(found, key=lambda one: one.span):
        parts += [folded[end : numeral.span.start], MASK]
        length += numeral.span.start - end
        numbers.append((length, numeral))
        length, end = length + 1, numeral.span.end
    return Masked("".join((*parts, folded[end:])), tuple(numbers))


def is_spelled(folded: str, span: Span, value: Fraction) -> bool:
    """Whether a number is written in words, and says more than a turn of phrase does."""
    return abs(value) >= SPELLED and not any(character.isdigit() for character in folded[span.start : span.end])


def quotations(document: Document, *, read: Sequence[Read] = ()) -> Iterator[Span]:
    """What stands between quotation marks in a document, long enough to be known again, with a number in it."""
    folded = passage(document).folded
    for match in QUOTATION.finditer(document.text):
        span = Span(*match.span(match.lastgroup or 0))
        words = masked(folded[span.start : span.end], read=inside(read, span))
        if words.numbers and len(words.text) - len(words.numbers) >= FEWEST:
            yield span


def inside(read: Sequence[Read], span: Span) -> list[Read]:
    """The numbers of a stretch, counted from where it begins."""
    return [(one.moved(-span.start), value) for one, value in read if span.contains(one)]


@dataclass(frozen=True, slots=True)
class Altered:
    """A number of a quotation that its passage has otherwise: its place in the quotation, its words there."""

    span: Span
    there: str


def altered(quotation: str, passages: Sequence[Masked], *, read: Sequence[Read] = ()) -> tuple[int, list[Altered]] | None:
    """Which passage a quotation is taken from, and the numbers that it changed; None where no passage is like it.

    Both are folded, `read` are the numbers of the quotation. A passage that has the quotation's numbers answers for it, whatever others say.
    """
    best: tuple[int, list[Altered]] | None = None
    # The words of a number may be masked in one of the two only, where the other was not read: each is laid beside both.
    for words in dict.fromkeys((masked(quotation), masked(quotation, read=read))):
        found = process.extract(words.text, [one.text for one in passages], scorer=fuzz.partial_ratio, score_cutoff=ALIKE, limit=8)
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
    return [
        Altered(here.span, there.digits or there.words) for here, there in zip(mine, theirs, strict=True) if here.differs(there)
    ]
