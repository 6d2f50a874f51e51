"""Parts that are many times their whole, where a word other than 其中 says which is which: alone, 仅…就, the whole city."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.document import Span
from factcheck.evidence.doubts.doubt import Doubt, reading, standing
from factcheck.evidence.doubts.nearby import nearby
from factcheck.evidence.trust import ZEROS
from factcheck.evidence.vicinity import clause
from factcheck.evidence.working import quoted
from factcheck.lexicon import Finder, Token, Word, fold, page
from factcheck.messages import say
from factcheck.passage import passage
from factcheck.quantity import power_of_ten

# A part that is more than twice its whole is no matter of rounding, or of who is counted.
TWICE = 2
# How far a word that says which is the part stands in front of its figure, in code points, and powers of ten.
REACH, FARTHEST = 60, 12
# A figure whose last digit stands for thousands was written with a scale word, or is round.
SCALED = 3


def above_wholes(case: Case) -> Iterator[Doubt]:
    """A part and its whole where the part is more than twice the whole; which of the two is wrong is told by how each is written."""
    dropping = {id(mention.document) for mention in case.mentions if mention.damage in ZEROS}
    for part, whole in _parts(case.claims):
        assert part.quantity is not None and whole.quantity is not None
        over = Fraction(part.quantity.value) / Fraction(whole.quantity.value)
        power = next(power for power in range(1, FARTHEST) if over <= power_of_ten(power))
        words = say("{part} cannot be a part of {whole}: it is more than the whole", part=quoted(part), whole=quoted(whole))
        less = Fraction(part.quantity.value) / power_of_ten(power)
        under, above = (
            say("then it is less than {whole}", whole=quoted(whole)),
            say("then it is more than {part}", part=quoted(part)),
        )
        slipped = say("its scale slipped")
        smaller = reading(part, less, why=slipped, support=under, others=(whole,))
        larger = reading(whole, Fraction(whole.quantity.value) * power_of_ten(power), why=slipped, support=above, others=(part,))
        of_part = (smaller,) if less.denominator == 1 or part.mention.kind != "count" else ()
        if id(part.document) in dropping:
            yield Doubt("scale-slip", whole, words, (larger, standing(whole)), (part,), "error")
            stands = standing(part, support=say("this page drops zeros, which makes the whole too small"), others=(whole,))
            yield Doubt("scale-slip", part, words, (stands, *of_part), (whole,))
        elif part.quantity.decimals >= SCALED and of_part:
            yield Doubt("scale-slip", part, words, (smaller, standing(part)), (whole,), "error")
        else:
            yield Doubt("scale-slip", part, words, (standing(part), *of_part), (whole,), "error")
            yield Doubt("scale-slip", whole, words, (standing(whole), larger), (part,))


def _parts(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each part that is named beside its whole, and is more than twice as large."""
    for later, near in nearby(claims):
        for earlier in near:
            if _alike(earlier, later) and (pair := _ordered(earlier, later)) is not None:
                part, whole = pair
                if part.quantity is not None and whole.quantity is not None and part.quantity.value > TWICE * whole.quantity.value:
                    yield part, whole
                break


def _ordered(earlier: Claim, later: Claim) -> tuple[Claim, Claim] | None:
    """Two figures as part and whole, where a word beside one of them says so."""
    before = _ahead(later)
    if any(token.has("alone") and _insists(later, token) for token in before):
        return later, earlier
    if any(token.has("entire") for token in before) and any(token.has("inner") for token in _ahead(earlier, whole=True)):
        return earlier, later
    return None


def _insists(claim: Claim, token: Token) -> bool:
    """Whether "alone" is said of a part: in Chinese 就 or 便 takes it up, "仅四家就卖出"; 仅 alone is "only"."""
    between = passage(claim.document).folded[token.end : claim.mention.number.start]
    return token.words[0].text.isascii() or "就" in between or "便" in between


def _ahead(claim: Claim, *, whole: bool = False) -> list[Token]:
    """The words of a part in front of a figure, in its clause, or in its whole sentence."""
    found = passage(claim.document)
    start = found.sentence(claim.span.start).start if whole else clause(claim.mention, reach=REACH).start
    return found.tokens(Span(start, claim.mention.number.start), _words())


def _alike(first: Claim, second: Claim) -> bool:
    """Whether two claims give an amount of one kind and unit, of what one measure counts."""
    return (
        first.quantity is not None
        and second.quantity is not None
        and first.mention.kind == second.mention.kind
        and first.mention.kind in ("count", "money", "measure")
        and first.mention.unit == second.mention.unit
        and first.measure_text == second.measure_text
        and "change" not in (first.role, second.role)
        and not (first.quantity.vague or second.quantity.vague)
        and first.quantity.high is second.quantity.high is None
        and min(first.quantity.value, second.quantity.value) > 0
    )


@cache
def _words() -> Finder:
    return Finder(Word(fold(word), kind, kind) for kind, words in page("slips.toml")["part"].items() for word in words)
