"""Finding a quote again in a source that was changed since: by its words alone, then by words that are nearly the same.

Words may differ, figures may not: numbers are left out where the words are compared, and are compared by themselves, digit by digit.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from factcheck.claim import Claim
from factcheck.document import Document
from factcheck.evidence.quotations import masked
from factcheck.lexicon import fold
from factcheck.passage import passage

# Less like its quote than this (0–100), and a stretch of text is another one.
ALIKE = 80


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands now: its words there, how like they are (0–100), and whether its numbers are the same."""

    start: int
    words: str
    score: int
    same_numbers: bool


def found_again(claim: Claim, document: Document) -> Anchor | None:
    """The place of a claim's quote in a text that does not hold it as it was recorded; None where nothing is like it."""
    text = document.text
    if text.count(claim.quote) == 1:
        return Anchor(text.index(claim.quote), claim.quote, 100, same_numbers=True)
    sought, known = masked(fold(claim.quote)), masked(passage(document).folded)
    lie = fuzz.partial_ratio_alignment(sought.text, known.text, score_cutoff=ALIKE)
    if lie is None or len(sought.text) > len(known.text):
        return None
    start, end = known.offset(lie.dest_start), known.offset(lie.dest_end)
    numbers = [
        [numeral.digits for numeral in one]
        for one in (sought.within(0, len(sought.text)), known.within(lie.dest_start, lie.dest_end))
    ]
    return Anchor(start, text[start:end], int(lie.score), same_numbers=numbers[0] == numbers[1])


def told(claim: Claim, document: Document) -> str:
    """Where a quote was found again, for a message; empty where it was not."""
    anchor = found_again(claim, document)
    if anchor is None:
        return ""
    line = document.place(anchor.start).line
    if anchor.score == 100 and anchor.same_numbers:
        return f"; found again in line {line}, the words around it were changed"
    numbers = "its numbers are the same" if anchor.same_numbers else "its numbers are others"
    return f'; nearest in line {line}, {anchor.score}% alike, {numbers}: "{anchor.words}"'
