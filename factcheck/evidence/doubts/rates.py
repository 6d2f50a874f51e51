"""Rates whose "for every" is lost: "only one thousand doctors in a year 1.79 people" was 1.79 doctors for every thousand people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.document import Span
from factcheck.evidence.doubts.doubt import Doubt, standing
from factcheck.evidence.working import exponent_of, quoted
from factcheck.lexicon import Finder, Word, fold, page, units
from factcheck.messages import say
from factcheck.passage import passage

BACK, REACH, AROUND = 3, 60, 24
HUNDRED = 2  # powers of ten that people are counted by: from a hundred on
PERSON = "person"


def torn_rates(case: Case) -> Iterator[Doubt]:
    """Counts of people with a fraction, behind a round number of people, where no word makes a mean or a rate of them."""
    for place, claim in enumerate(case.claims):
        if claim.quantity is None or claim.quantity.decimals >= 0 or not _people(claim) or claim.quantity.hedge != "exact":
            continue
        base = _base(case.claims[max(0, place - BACK) : place], claim)
        if base is not None:
            words = say("{claim} counts no whole people", claim=quoted(claim))
            why = say("a rate for every {base}, whose words are torn apart", base=quoted(base))
            yield Doubt("torn-rate", claim, words, (standing(claim, support=why, others=(base,)),), (base,))


def _base(before: Sequence[Claim], claim: Claim) -> Claim | None:
    """The round number that a rate is of, in the same sentence; None where a word beside the two makes a mean or a rate of the count."""
    found = passage(claim.document)
    sentence = found.sentence(claim.span.start)
    for other in reversed(before):
        if other.document is not claim.document or other.span.start < sentence.start or claim.span.start - other.span.end > REACH:
            return None
        around = Span(max(sentence.start, other.span.start - AROUND), min(sentence.end, claim.span.end + AROUND))
        if found.tokens(around, _means()):
            return None
        if other.quantity is not None and _people(other):
            power = exponent_of(Fraction(other.quantity.value))
            if power is not None and power >= HUNDRED:
                return other
    return None


def _people(claim: Claim) -> bool:
    unit = units().get(claim.mention.unit or "")
    return claim.mention.kind == "count" and unit is not None and unit.dimension == PERSON


@cache
def _means() -> Finder:
    return Finder(Word(fold(word), "mean", "mean") for word in page("slips.toml")["torn"]["mean"])
