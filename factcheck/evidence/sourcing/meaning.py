"""Meaning: what a figure that its source has is said to be there, and what the draft says it is.

Each question is asked of every figure of the source that says the same number, since one may stand there twice: where any of them is
about what the draft says, the draft is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from factcheck.claim import Claim
from factcheck.document import Document
from factcheck.evidence.keys import stretch
from factcheck.evidence.sourcing import Answer
from factcheck.finding import Figure, Level
from factcheck.lexicon import finder, page
from factcheck.mention import Mention
from factcheck.passage import passage
from factcheck.pattern import lazy_pattern
from factcheck.period import Period
from factcheck.wording import language_of

YEAR = lazy_pattern(r"(?<![0-9])[0-9]{4}(?![0-9])")
Direction: TypeAlias = Literal["up", "down"]
# "超过", "at least" and "more than" say that there is more, 不足 and "up to" that there is no more.
MORE, LESS = frozenset({"over", "at_least"}), frozenset({"under", "at_most", "nearly"})


def mention_of(figure: Figure) -> Mention:
    """The mention of a figure."""
    return figure.mention if isinstance(figure, Claim) else figure


def statements(answer: Answer) -> Iterator[tuple[Claim, list[Claim]]]:
    """A claim of the draft with those of the source that say the same number, where every one of them is a claim."""
    alike = [figure for figure in answer.alike if isinstance(figure, Claim)]
    if isinstance(answer.figure, Claim) and alike and len(alike) == len(answer.alike):
        yield answer.figure, alike


def side(mention: Mention) -> str:
    """Which side of its number a figure lies on, as its hedge says: more, less, about, exact."""
    if mention.hedge in MORE:
        return "more"
    if mention.hedge in LESS:
        return "less"
    return mention.hedge


def sureness(figure: Figure, others: Sequence[Figure]) -> Level:
    """How bad it is that a figure is hedged otherwise than others with its number are.

    A warning where the hedge turns round, or is put in or left out within one language; a note across languages, which place 多 and
    "about" by habit.
    """
    sides = {side(mention_of(one)) for one in (figure, *others)}
    if sides >= {"more", "less"}:
        return "warning"
    languages = {language_of(_words_around(one)) for one in (figure, *others)}
    return "warning" if len(languages) == 1 and not sides <= {"about", "exact"} else "note"


def _words_around(figure: Figure) -> str:
    """The text that a figure stands in; that of a ledger's claim is its quote, for its document is the ledger."""
    return figure.prefix + figure.quote + figure.suffix if isinstance(figure, Claim) else figure.document.text


def same_time(claim: Claim, other: Claim) -> bool | None:
    """Whether two claims say that their figure is of one time; None where one of them does not say it itself, or is of another thing.

    The sentence of each has to name its year, and that of the draft not the source's: else the year may be another figure's.
    """
    first, second = _days(claim), _days(other)
    if first is None or second is None or claim.measure is None or (claim.measure, claim.role) != (other.measure, other.role):
        return None
    if first[0] <= second[-1] and second[0] <= first[-1]:
        return True
    return None if {day[:4] for day in second} & _years(claim) else False


def _days(claim: Claim) -> list[str] | None:
    """The first day and the last that the sentence of a claim gives it; None where it takes them from elsewhere."""
    period = claim.period or claim.as_of
    days = None if period is None or period.inferred else stretch(period)
    if days is None or not {day[:4] for day in days.split("/")} & _years(claim):
        return None
    return days.split("/")


def _years(claim: Claim) -> set[str]:
    """The numbers of four digits in the sentence of a claim: the years that it names are among them."""
    sentence = passage(claim.document).sentence(claim.span.start)
    return set(YEAR.findall(claim.document.text[sentence.start : sentence.end]))


def same_matter(claim: Claim, other: Claim) -> bool | None:
    """Whether two levels are of one measure and scope, as far as words tell that no language mixes up; None where they do not."""
    if claim.role != "level" or other.role != "level" or "measure" in claim.carried or "measure" in other.carried:
        return None
    words = page("restating.toml")
    apart = {claim.measure, other.measure}
    if len(apart) == 2:
        return False if any(apart <= set(known) for known in words["measure"]["distinct"]) else None
    for one, another in words["scope"]["opposite"]:
        for mine, theirs in ((claim.scope, other.scope), (other.scope, claim.scope)):
            if one in mine and another in theirs and another not in mine and one not in theirs:
                return False
    return True


def direction(claim: Claim) -> Direction | None:
    """Which way the words of its clause say that a change goes; None where they say nothing or both."""
    if claim.role != "change" or isinstance(claim.against, Period):
        return None
    document, start = _around(claim)
    found = passage(document)
    tokens = found.tokens(found.clause(start), finder())
    ways: tuple[Direction, ...] = ("up", "down")
    said = [way for way in ways if any(token.has(f"change.{way}") for token in tokens)]
    return said[0] if len(said) == 1 else None


def _around(claim: Claim) -> tuple[Document, int]:
    """The words that a claim is made in, and where its figure stands there: those of a ledger's claim are its quote."""
    place = claim.quote.find(claim.text)
    begin = claim.span.start - place
    if place < 0 or (begin >= 0 and claim.document.text.startswith(claim.quote, begin)):
        return claim.document, claim.span.start
    return Document(claim.quote), place


def same_direction(claim: Claim, other: Claim) -> bool | None:
    """Whether two changes go one way; None where one of them has no way to go."""
    first, second = direction(claim), direction(other)
    return None if first is None or second is None else first == second
