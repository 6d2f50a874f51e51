"""Numbers that another version of the text gives otherwise, with two digits in each other's place."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.agreement import digits_swapped
from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.document import Document, Span
from factcheck.evidence.doubts.doubt import Doubt, reading, standing
from factcheck.lexicon import Finder, Word, fold, page
from factcheck.mention import Mention
from factcheck.messages import say
from factcheck.passage import passage
from factcheck.pattern import lazy_pattern
from factcheck.quantity import Quantity, quantity

# 11,584, 11 584, 11584: four digits at least, grouped or not
NUMBER = lazy_pattern(r"(?<![\d.,])(?<!\d[ ])(?:\d{1,3}(?:[ ,]\d{3}){1,3}|\d{4,9})(?![.,]?\d|[ ]\d{3})")
# How far "the Chinese version gives" stands in front of its number, and that behind the one which it answers, in code points.
SAYS, REACH = 24, 240


def transposed(case: Case) -> Iterator[Doubt]:
    """Both numbers where a version says one with two neighbouring digits of the other in each other's place."""
    claims = {id(claim.mention): claim for claim in case.claims}
    for document in case.documents:
        folded = passage(document).folded
        for start in _places(folded):
            later = NUMBER.search(folded, start, start + SAYS)
            if later is None:
                continue
            before = [
                match
                for match in NUMBER.finditer(folded, max(0, start - REACH), start)
                if digits_swapped(_number(match[0]), _number(later[0]))
            ]
            if before:
                first, second = (_mention(case, document, Span(match.start(), match.end())) for match in (before[-1], later))
                if not of_two_things(*(claims.get(id(figure)) for figure in (first, second))):
                    yield from (_doubt(figure, other) for figure, other in ((first, second), (second, first)))


def said_by_another(claim: Claim) -> bool:
    """Whether another version of the text is what gives a claim's figure: "the brochure says 4,210 seats"."""
    found, end = passage(claim.document), claim.mention.number.start
    said = found.folded[found.sentence(end).start : end]
    return any(len(said) - place <= SAYS for place in _places(said))


def of_two_things(first: Claim | None, second: Claim | None) -> bool:
    """Whether the text says of two amounts that they are of two things: coins and stamps, for the chair and for the sofa."""
    if first is None or second is None:
        return False
    units = {first.mention.unit, second.mention.unit} - {None}
    said = ((_noun(first), _noun(second)), (_behind(first), _behind(second)))
    return len(units) > 1 or any(one not in other and other not in one for one, other in said)


def _behind(claim: Claim) -> str:
    """The rest of the clause behind an amount: "for the chair"."""
    found = passage(claim.document)
    return found.folded[claim.span.end : found.clause(claim.span.start).end].strip(" ,.;:，。；：、")


def _noun(claim: Claim) -> str:
    """What the text calls an amount behind the words of a version: nothing in 英文版为31847幅, 农村 in 附表写明农村."""
    noun = fold(claim.measure_text or "")
    tokens = _finder().tokens(noun)
    return noun[tokens[-1].end :].strip() if tokens else noun


def _places(folded: str) -> Iterator[int]:
    """Where a version begins to say something: behind the verb that follows its word.

    "The blue line has", 旗舰版本为 may tell of a railway and of a product: a word that names more than texts needs a verb of saying.
    """
    for token, verb in pairwise(_finder().tokens(folded)):
        between = folded[token.end : verb.start]
        says = verb.has("says") or (token.has("texts") and verb.has("is"))
        if (token.has("texts") or token.has("others")) and says and len(between) <= SAYS and not any(map(str.isdigit, between)):
            yield verb.end


def _doubt(figure: Mention, other: Mention) -> Doubt:
    words = say("{figure} and {other} are one number with two digits swapped", figure=figure.number_text, other=other.number_text)
    assert other.quantity is not None
    why = say("two digits are in each other's place")
    says = say("{other} says it", other=other.number_text)
    readings = (standing(figure), reading(figure, other.quantity.value, why=why, support=says, others=(other,)))
    return Doubt("transposed-digits", figure, words, readings, (other,))


def _number(written: str) -> Quantity:
    return quantity(Decimal(written.replace(" ", "").replace(",", "")), None)


def _mention(case: Case, document: Document, number: Span) -> Mention:
    """The mention of a number, or one of its own where blanks group it, which are read as two numbers elsewhere."""
    for mention in case.starting_in(document, number):
        if mention.number == number and mention.quantity is not None:
            return mention
    return Mention(document, number, number, "count", _number(document.text[number.start : number.end]))


@cache
def _finder() -> Finder:
    return Finder(Word(fold(word), kind, kind) for kind, words in page("slips.toml")["version"].items() for word in words)
