"""Percent signs that a printed product proves to be lost, or to stand in the place of a unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.document import Span
from factcheck.evidence.doubts.doubt import Doubt, reading, standing
from factcheck.evidence.working import exponent_of, quoted
from factcheck.finding import Figure
from factcheck.lexicon import Finder, Word, finder, fold, page
from factcheck.mention import Mention, Reading
from factcheck.messages import say
from factcheck.passage import passage
from factcheck.pattern import lazy_pattern
from factcheck.wording import plain

TIMES, EQUALS = lazy_pattern(r"[ ]?[*×x][ ]?"), lazy_pattern(r"[ ]?=[ ]?")
# How many figures behind a price its number and its sum may stand.
AHEAD = 4
# Nobody asks for all of something, or more, for each of many things.
WHOLE = 100
# How far behind a percent "of" stands that says what it is of, in code points.
OF = 4


def percents(case: Case) -> Iterator[Doubt]:
    """2000 × 20 = 400 wants 20 %; a fee of 300 % for each of 100 rooms, 300,000 in all, wants 3,000 a room."""
    for first, second, third in zip(case.mentions, case.mentions[1:], case.mentions[2:], strict=False):
        yield from _lost(first, second, third)
    for place, claim in enumerate(case.claims):
        if (
            claim.mention.kind == "percent"
            and claim.role != "change"
            and claim.quantity is not None
            and claim.quantity.value >= WHOLE
        ):
            yield from _in_place_of_a_unit(claim, case.claims[place + 1 : place + 1 + AHEAD])


def _lost(first: Mention, second: Mention, third: Mention) -> Iterator[Doubt]:
    """A printed product that holds only once its second factor is taken in percent."""
    figures = (first, second, third)
    marks = (TIMES, EQUALS)
    folded = passage(first.document).folded
    if any(one.document is not first.document or one.quantity is None for one in figures) or not all(
        mark.fullmatch(folded, left.number.end, right.number.start)
        for mark, (left, right) in zip(marks, pairwise(figures), strict=True)
    ):
        return
    one, other, made = (Fraction(figure.quantity.value) for figure in figures if figure.quantity is not None)
    if second.kind == "count" and one * other != made and one * other == 100 * made:
        said = say("{first} × {second}% = {third}", first=first.number_text, second=second.number_text, third=third.number_text)
        words = say(
            "{first} × {second} is not {third}", first=first.number_text, second=second.number_text, third=third.number_text
        )
        percent = Reading(second.quantity.value if second.quantity is not None else other, "percent", said)
        yield Doubt("percent-sign", second, words, (percent,), (first, third), "error")


def _in_place_of_a_unit(price: Claim, behind: Sequence[Claim]) -> Iterator[Doubt]:
    """A percent for each of a number of things, where the sum that they cost divided by the number has the same digits."""
    assert price.quantity is not None
    if not (_for_each(price) and _priced(price)):
        return
    for number, total in pairwise(behind):
        if (
            number.quantity is None
            or total.quantity is None
            or number.mention.kind != "count"
            or total.mention.kind not in ("money", "count")
        ):
            continue
        if number.document is not price.document or number.quantity.value <= 1 or total.quantity.value <= number.quantity.value:
            continue
        each = Fraction(total.quantity.value) / Fraction(number.quantity.value)
        power = exponent_of(each / Fraction(price.quantity.value))
        if power is not None and power > 0 and not {number.quantity.hedge, total.quantity.hedge} - {"exact"}:
            words = say("{price} stands where a price would", price=quoted(price))
            why = say("a unit was written as a percent sign, and its scale slipped")
            says = say(
                "{total} / {number} = {each}", total=quoted(total), number=quoted(number), each=plain(each, unit=total.mention.unit)
            )
            others: tuple[Figure, ...] = (number, total)
            amount = Reading(each, total.mention.unit, why, reading(price, each, why=why, support=says, others=others).support)
            yield Doubt("percent-sign", price, words, (amount, standing(price)), others)
            return


def _for_each(price: Claim) -> bool:
    """Whether "each" or "per" stands in the clause of a percent."""
    found = passage(price.document)
    clause = found.clause(price.span.start)
    return any(token.has("part.each") for token in found.tokens(Span(clause.start, clause.end), finder()))


def _priced(price: Claim) -> bool:
    """Whether a percent stands where a price is said, and is none of another price: "the fee is 120% of last year's"."""
    found = passage(price.document)
    start = found.sentence(price.span.start).start
    words = found.tokens(Span(start, price.span.start), _words())
    behind = found.tokens(Span(price.span.end, price.span.end + OF), _words())
    return any(token.has("prices") for token in words) and not any(token.has("of") for token in (*words[-1:], *behind))


@cache
def _words() -> Finder:
    return Finder(Word(fold(word), kind, kind) for kind, words in page("slips.toml")["price"].items() for word in words)
