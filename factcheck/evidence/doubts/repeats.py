"""One amount said twice with its point in two places: the digits are the same, and all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from factcheck.agreement import SLIPS, significant_digits
from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.document import Span
from factcheck.evidence.doubts.doubt import Doubt, reading, standing
from factcheck.evidence.doubts.nearby import nearby
from factcheck.evidence.doubts.versions import of_two_things, said_by_another
from factcheck.evidence.keys import key, subject
from factcheck.evidence.statements import Statements, statements_of
from factcheck.evidence.working import exponent_of, quoted
from factcheck.lexicon import Finder, Word, fold, measures, page
from factcheck.messages import say
from factcheck.passage import passage
from factcheck.quantity import power_of_ten

# Shops of a town and of a country share four digits by luck once in nine thousand pairs, and drafts have many more pairs than slips.
# So digits alone prove nothing: another version has to say the figure, with four of them, or one measure with two.
CERTAIN, LEAST = 4, 2


def said_twice(case: Case) -> Iterator[Doubt]:
    """Two figures near each other with the same digits, one a power of ten the other, where nothing between them multiplies by ten."""
    pairs = list(_pairs(case.claims))
    if not pairs:
        return
    statements = statements_of(case)
    together = {(id(first.mention), id(second.mention)) for relation in case.relations for first in relation for second in relation}
    for earlier, later, power in pairs:
        if (id(earlier.mention), id(later.mention)) in together or _multiplied(case, earlier, later, power):
            continue
        if _of_one(earlier, later, statements):
            yield from _both(earlier, later, power)


def _pairs(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, int]]:
    """Each figure behind the nearest one before it that has its digits, and the power of ten between the two."""
    amounts = {id(claim) for claim in claims if _told_by_digits(claim)}
    for later, near in nearby(claims):
        if id(later) not in amounts:
            continue
        for earlier in near:
            power = _slip(earlier, later) if id(earlier) in amounts else None
            if power is not None:
                yield earlier, later, power
                break


def _told_by_digits(claim: Claim) -> bool:
    """Whether a claim states one amount, with digits enough to know it by."""
    stated = claim.quantity
    if stated is None or claim.mention.kind not in ("money", "count", "measure") or claim.role == "change":
        return False
    return not stated.vague and stated.high is None and stated.value > 0 and significant_digits(stated) >= LEAST


def _slip(earlier: Claim, later: Claim) -> int | None:
    """The power of ten between two amounts of one kind whose digits are the same; None where they differ in more."""
    if earlier.mention.kind != later.mention.kind or len({earlier.mention.unit, later.mention.unit} - {None}) > 1:
        return None
    assert earlier.quantity is not None and later.quantity is not None
    power = exponent_of(Fraction(later.quantity.value) / Fraction(earlier.quantity.value))
    return power if power is not None and abs(power) in SLIPS else None


def _of_one(earlier: Claim, later: Claim, statements: Statements) -> bool:
    """Whether two figures are of one thing: another version of the text gives the second, or one measure that nothing narrows down."""
    known = {earlier.measure, later.measure} - {None}
    if len(known) > 1 or (key(earlier) is not None and key(earlier) == key(later)):
        return False  # what states one key twice is for consistency/same-key-conflict
    assert earlier.quantity is not None and later.quantity is not None
    if min(significant_digits(earlier.quantity), significant_digits(later.quantity)) >= CERTAIN and said_by_another(later):
        return not of_two_things(earlier, later)
    measure = measures().get(later.measure or "")
    if measure is None or measure.broad or earlier.measure != later.measure or len({subject(earlier), subject(later)} - {None}) > 1:
        return False
    times = [claim.period or claim.as_of for claim in (earlier, later)]
    if None not in times and times[0] != times[1]:
        return False
    if not (statements.asserts(earlier) and statements.asserts(later)):
        return False
    again = passage(later.document).tokens(Span(earlier.span.end, later.span.end), _words())
    total = any(word in fold(earlier.measure_text or "") for word in page("slips.toml")["again"]["total"])
    return any(token.has("words") or (total and token.has("after")) for token in again) and not (
        statements.beside(later) - statements.beside(earlier) - {token.words[0].text for token in again}
    )


def _multiplied(case: Case, earlier: Claim, later: Claim, power: int) -> bool:
    """Whether the text has the factor itself, or says that one is a rate of the other: "1,250 yuan each for 100 pupils, 125,000 in all"."""
    found = passage(later.document)
    start, end = found.sentence(earlier.span.start).start, found.sentence(later.span.start).end
    times, percents = power_of_ten(abs(power)), power_of_ten(2 - abs(power))
    near = case.starting_in(later.document, Span(start, end))
    if any(one.quantity is not None and one.quantity.value == (percents if one.kind == "percent" else times) for one in near):
        return True
    return any(token.has("rates") for token in found.tokens(Span(start, end), _words()))


def _both(earlier: Claim, later: Claim, power: int) -> Iterator[Doubt]:
    for claim, other, toward in ((earlier, later, power), (later, earlier, -power)):
        assert claim.quantity is not None
        step = 1 if toward > 0 else -1
        between = [Fraction(claim.quantity.value) * power_of_ten(one * step) for one in range(1, abs(toward))]
        words = say("{claim} and {other} have the same digits and another scale", claim=quoted(claim), other=quoted(other))
        value, says = Fraction(claim.quantity.value) * power_of_ten(toward), say("{other} says it", other=quoted(other))
        readings = (
            standing(claim),
            reading(claim, value, why=say("its scale slipped"), support=says, others=(other,)),
            *(reading(claim, one, why=say("both scales slipped")) for one in between[:1]),
        )
        yield Doubt("scale-slip", claim, words, readings, (other,))


@cache
def _words() -> Finder:
    kinds = ("words", "after", "rates")
    return Finder(Word(fold(word), kind, kind) for kind in kinds for word in page("slips.toml")["again"][kind])
