"""Ages, heights, temperatures of the body and hours of a day are ones that people have had.

The bounds are records, so whatever lies beyond them is news of its own: 122 years (Jeanne Calment, 1875–1997, the longest life verified),
272 cm (Robert Wadlow, the tallest man measured), 46.5 °C (the highest temperature survived, Atlanta 1980), 24 hours. Left alone: ages of
what is no person, stories and legends, and hours that several people or machines work together.

Bad:  她于昨日去世，享年⟦183岁⟧。
Bad:  He died at home, aged ⟦162⟧.
Bad:  这名球员身高⟦320厘米⟧。
Bad:  患者体温升至⟦58℃⟧。
Bad:  他平均每天工作⟦26小时⟧。
Good: 她于昨日去世，享年103岁。
Good: 村口的古树树龄183岁。
Good: 这名球员身高220厘米。
Good: 水温升至58℃。
Good: He died at home, aged 102.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from factcheck import lexicon
from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.evidence.vicinity import words_before
from factcheck.evidence.working import quoted
from factcheck.finding import Finding, on
from factcheck.messages import say

LEVEL = "warning"
REACH = 16


@dataclass(frozen=True, slots=True)
class Bound:
    """The most that a person has had: in the base unit of a dimension, or None for a bare number; `words` say what it is."""

    kinds: tuple[str, ...]
    dimension: str | None
    most: Fraction
    words: str


# Gerontology Research Group; Guinness World Records (tallest man ever, highest body temperature). Base units: year, metre, kelvin, day.
BOUNDS = {
    "human.age": Bound(("age", "count", "duration"), None, Fraction(122), say("the longest life on record is 122 years")),
    "human.height": Bound(("measure",), "length", Fraction("2.72"), say("the tallest person on record was 272 cm")),
    "human.temperature": Bound(
        ("measure",), "temperature", Fraction("319.65"), say("the highest body temperature survived is 46.5 °C")
    ),
    "human.daily": Bound(("duration",), "hour", Fraction(24), say("a day has 24 hours")),
}


def check(case: Case) -> Iterator[Finding]:
    """Look at every figure behind a word that makes it one of a person."""
    for claim in case.claims:
        if claim.mention.kind not in ("age", "count", "duration", "measure") or claim.quantity is None or claim.role == "change":
            continue
        for kind, bound in BOUNDS.items():
            if claim.mention.kind in bound.kinds and _said_of_a_person(claim, kind) and _beyond(claim, bound):
                yield on(
                    claim,
                    say("{claim} is more than any person has had: {words}", claim=quoted(claim), words=bound.words),
                    working=(bound.words,),
                )


def _said_of_a_person(claim: Claim, kind: str) -> bool:
    """Whether a word of a class leads to a figure with no other figure between: 享年, aged, 身高, 体温."""
    words = words_before(claim.mention, reach=REACH)
    place = next((token.end for token in reversed(words) if token.has(kind)), None)
    if place is None:
        return False
    between = claim.document.text[place : claim.mention.number.start]
    return not any(character.isdigit() for character in between)


def _beyond(claim: Claim, bound: Bound) -> bool:
    quantity = claim.quantity
    if quantity is None or quantity.vague:
        return False
    low = quantity.interval("loose").low
    if low is None:
        return False
    if bound.dimension is None:
        return claim.mention.unit in (None, "year", "person") and low > bound.most
    unit = lexicon.units().get(quantity.unit or "")
    if bound.dimension == "hour":
        return quantity.unit in ("hour", "hour/day") and low > bound.most
    if unit is None or unit.dimension != bound.dimension:
        return False
    return low * Fraction(unit.factor) + Fraction(unit.offset) > bound.most
