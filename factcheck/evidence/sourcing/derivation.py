"""Derivation: figures that no source states, but that follow from what one states.

A sum, a difference, a share, a growth rate or a multiple of figures that stand together. A result is believed only where it is no
luck: with n figures about there are some n² ways to reckon, and a figure of two digits is hit by one in thirty of them. How many
were tried times how wide the target is must stay below one in twenty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import permutations

from factcheck import agreement
from factcheck.displacement import DECADE, LUCK
from factcheck.document import Document, Span
from factcheck.evidence.sourcing.alignment import Alignment
from factcheck.evidence.sourcing.sayings import LOOSE, Saying
from factcheck.evidence.working import quoted
from factcheck.formula import FALL, GROWTH, INCREASE, SHARE, SUM, Formula
from factcheck.lexicon import finder
from factcheck.passage import passage
from factcheck.quantity import Quantity
from factcheck.wording import language_of, plain

# More figures than these in a sentence are a table, of which anything follows.
OPERANDS = 8
ADDENDS = 5


@dataclass(frozen=True, slots=True, eq=False)
class Derivation:
    """A reckoning that gives a figure of the draft: its operands in the source, and the line that shows it."""

    operands: tuple[Saying, ...]
    working: tuple[str, ...]


class Reckoning:
    """What may be reckoned with in a draft and its source: the amounts of each sentence."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self.stated: dict[int, list[Saying]] = {}
        self.cited: dict[int, list[Saying]] = {}
        for saying in alignment.source:
            if saying.amount is not None:
                self.stated.setdefault(_sentence(saying), []).append(saying)
        for which, other in sorted(alignment.pairs.items()):
            if alignment.source[other].amount is not None:
                self.cited.setdefault(_sentence(alignment.draft[which]), []).append(alignment.source[other])

    def derived(self, which: int) -> Derivation | None:
        """How a figure of the draft follows from figures of its source that stand together; None where it does not, or may by luck."""
        saying = self.alignment.draft[which]
        if saying.amount is None or saying.amount.vague or (saying.family in LOOSE and saying.family != "count"):
            return None
        for operands in (*self._together(_sentence(saying)), self._named(saying)):
            if not 2 <= len(operands) <= OPERANDS:
                continue
            tried = list(_reckoned(saying, operands))
            used = next(((formula, used) for formula, used in tried if _gives(formula, saying, used)), None)
            if used is not None and len(tried) * _width(saying) < LUCK:
                return Derivation(used[1], (_shown(*used, saying),))
        return None

    def _named(self, saying: Saying) -> list[Saying]:
        """The source's figures of the two measures that a sentence names: "net profit was 6.7% of revenue", wherever both are stated."""
        named = _measures(saying.document, passage(saying.document).sentence(saying.span.start))
        if len(named) != 2 or saying.family != "rate":
            return []
        return [
            one
            for one in self.alignment.source
            if one.amount is not None and named & _measures(one.document, passage(one.document).clause(one.span.start))
        ]

    def _together(self, sentence: int) -> Iterator[list[Saying]]:
        """The source's figures that the draft's sentence repeats, and those of each sentence of the source that it takes one from."""
        cited = self.cited.get(sentence, [])
        yield cited
        for number in sorted({_sentence(saying) for saying in cited}):
            yield self.stated[number]


def _measures(document: Document, stretch: Span) -> set[str]:
    """The measures that a stretch of a text names."""
    tokens = passage(document).tokens(stretch, finder())
    return {word.meaning for token in tokens for word in token.words if word.kind == "measure"}


def _sentence(saying: Saying) -> int:
    return passage(saying.document).number(saying.span.start)


def _reckoned(saying: Saying, operands: Sequence[Saying]) -> Iterator[tuple[Formula, tuple[Saying, ...]]]:
    """Every reckoning that is tried: the formula, and the operands in the order of its roles."""
    alike = [one for one in operands if one.family not in ("rate", "point", "ordinal") and one.amount is not None]
    for first, second in permutations(alike, 2):
        if first.family != second.family or first.unit != second.unit:
            continue
        if saying.family == "rate":
            yield GROWTH, (first, second)
            yield FALL, (first, second)
            yield SHARE, (first, second)
        elif saying.family == first.family and (saying.unit == first.unit or saying.family == "count"):
            yield INCREASE, (first, second)
    if saying.family != "rate" and "/" not in saying.family:
        same = [one for one in alike if one.family == saying.family and (one.unit == saying.unit or saying.family == "count")]
        for start in range(len(same)):
            for end in range(start + 2, min(len(same), start + ADDENDS) + 1):
                yield SUM, tuple(same[start:end])


ROLES = {"growth": ("before", "after"), "fall": ("before", "after"), "share": ("part", "whole"), "increase": ("before", "after")}


def _gives(formula: Formula, saying: Saying, operands: Sequence[Saying]) -> bool:
    amounts = [_plain(one) for one in operands]
    stated = replace(_plain(saying), unit=amounts[0].unit if saying.family != "rate" else "percent")
    if formula is SUM:
        return agreement.compare(formula, addend=amounts, total=stated).verdict == "agrees"
    roles = dict(zip(ROLES[formula.name], amounts, strict=True))
    return agreement.compare(formula, **roles, **{formula.stated: stated}).verdict == "agrees"


def _plain(saying: Saying) -> Quantity:
    """The amount as the source has it; a rate in percent."""
    assert saying.amount is not None
    if saying.family == "rate" and saying.scale != 1:
        return replace(saying.amount, value=saying.values[0], decimals=saying.amount.decimals + 2, unit="percent")
    return replace(saying.amount, counted=False) if saying.family != "count" else saying.amount


def _width(saying: Saying) -> Fraction:
    """How likely a number drawn blindly is to agree with a figure: the width of what it stands for, in decades."""
    assert saying.amount is not None
    stated = replace(saying.amount, counted=False).interval()
    value = abs(Fraction(saying.amount.value))
    if not value or stated.low is None or stated.high is None:
        return Fraction(1)
    return (stated.high - stated.low) / value * DECADE


def _shown(formula: Formula, operands: Sequence[Saying], saying: Saying) -> str:
    words = [quoted(one.mention) for one in operands if one.mention is not None]
    signs = {
        "sum": " + ".join(words),
        "growth": f"{words[1]} / {words[0]} − 1",
        "fall": f"1 − {words[1]} / {words[0]}",
        "share": f"{words[0]} / {words[1]}",
        "increase": f"{words[1]} − {words[0]}",
    }
    assert saying.amount is not None
    return f"{signs[formula.name]} = {plain(saying.amount.value, unit=saying.unit, language=language_of(saying.text))}"
