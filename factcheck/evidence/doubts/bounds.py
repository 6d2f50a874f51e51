"""Figures beyond what the world holds: more people than any country has, a product of a year that the world has not."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import islice
from typing import Any, cast

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.evidence.doubts.doubt import Doubt, reading, standing
from factcheck.evidence.vicinity import words_before
from factcheck.evidence.working import quoted
from factcheck.lexicon import Finder, Word, fold, page
from factcheck.mention import Reading
from factcheck.messages import say
from factcheck.passage import passage
from factcheck.quantity import Number, power_of_ten
from factcheck.wording import language_of, plain

# How far a measure stands in front of its figure, in code points, and how many figures back the people of a product.
REACH, BACK = 60, 6
# Powers of ten that are tried, and how many readings are offered beside the figure itself.
FARTHEST, READINGS = 9, 2
BILLION = 8  # the last digit of "16.3 billion" stands for hundreds of millions


def beyond_bounds(case: Case) -> Iterator[Doubt]:
    """Populations that no country has, and products of a year that the world has not."""
    for place, claim in enumerate(case.claims):
        if (
            claim.quantity is None
            or claim.quantity.vague
            or claim.role == "change"
            or claim.quantity.value <= _bounds()["people"]["most"]
        ):
            continue
        measure = _measured(claim)
        if measure == "population" and claim.mention.unit in (None, "person", "resident") and not _wide(claim):
            words = say("{claim} is more than any country has: India, the largest, has 1.45 billion", claim=quoted(claim))
            yield Doubt("scale-slip", claim, words, (*islice(_people(claim), READINGS), standing(claim)))
        elif measure == "gdp" and claim.mention.unit in _bounds()["gdp"]["rates"]:
            before = (one for one in reversed(case.claims[max(0, place - BACK) : place]) if one.document is claim.document)
            yield from _products(claim, next((one for one in before if _measured(one) == "population"), None))


def _people(claim: Claim) -> Iterator[Reading]:
    """1633 million: 1633万 with million for 万, or 1.633 million that lost its point."""
    assert claim.quantity is not None
    if "亿" in fold(claim.mention.number_text):
        reasons, powers = {4: say("亿 was written for 万")}, [4, 1, 2, 3, *range(5, FARTHEST)]
    else:
        reasons, powers = {2: say("million was written for 万"), 1: say("billion was written for 亿")}, [2, 1, *range(3, FARTHEST)]
    for power in powers:
        value = Fraction(claim.quantity.value) / power_of_ten(power)
        if value <= _bounds()["people"]["most"] and value.denominator == 1 and (power != 1 or claim.quantity.decimals >= BILLION):
            yield reading(claim, value, why=reasons.get(power, say("its point is lost")))


def _products(claim: Claim, people: Claim | None) -> Iterator[Doubt]:
    """A product of a year that the world has not: read by what it makes a head, where the text gives the people."""
    assert claim.quantity is not None
    rate = Fraction(_bounds()["gdp"]["rates"][claim.mention.unit])
    if claim.quantity.value <= _bounds()["gdp"]["world"] * rate:
        return
    values = [Fraction(claim.quantity.value) / power_of_ten(power) for power in (1, 2, 3, 4)]
    why = say("its scale slipped")
    if people is None or people.quantity is None:
        readings = [reading(claim, value, why=why) for value in values]
    else:
        count = people.quantity.value if people.quantity.value <= _bounds()["people"]["most"] else next(_people(people)).value
        heads = {value: value / Fraction(cast(Number, count)) for value in values}
        usual = _bounds()["gdp"]["head"] * rate
        values.sort(key=lambda value: max(heads[value] / usual, usual / heads[value]))
        language = language_of(quoted(claim))
        amounts = [plain(heads[value], unit=claim.mention.unit, language=language) for value in values]
        readings = [
            reading(claim, value, why=why, support=say("then it is {amount} a head", amount=amount), others=(people,))
            for value, amount in zip(values, amounts, strict=True)
        ]
    words = say("{claim} is more than the world makes in a year", claim=quoted(claim))
    yield Doubt("scale-slip", claim, words, (*readings[:READINGS], standing(claim)), () if people is None else (people,))


def _measured(claim: Claim) -> str | None:
    """The measure that leads to a figure with no other figure between: "population of 16 million and GDP of …"."""
    words = words_before(claim.mention, reach=REACH)
    last = next((token for token in reversed(words) if token.has("measure")), None)
    if last is None or any(character.isdigit() for character in claim.document.text[last.end : claim.mention.number.start]):
        return None
    return last.meaning("measure")


def _wide(claim: Claim) -> bool:
    """Whether the sentence speaks of more than one country."""
    found = passage(claim.document)
    return bool(found.tokens(found.sentence(claim.span.start), _wide_words()))


@cache
def _bounds() -> dict[str, Any]:
    return page("slips.toml")


@cache
def _wide_words() -> Finder:
    return Finder(Word(fold(word), "wide", "wide") for word in _bounds()["people"]["wide"])
