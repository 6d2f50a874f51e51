"""What the ledger has on record of the thing that a claim of the draft is about. Worked out once a case, for all checks that ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeAlias

from factcheck.agreement import significant_digits
from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.evidence.citing import Dating, damaged_dates, dating
from factcheck.evidence.keys import Thing, extent, thing, time
from factcheck.evidence.statements import statements_of
from factcheck.evidence.trust import is_suspect, suspects
from factcheck.finding import Edit, Fix
from factcheck.lexicon import fold, measures
from factcheck.messages import chain, say
from factcheck.quantity import BOUNDS
from factcheck.wording import language_of

Dates: TypeAlias = frozenset[tuple[int, str]]


class OnRecord:
    """The ledger of a case by what its claims are about, and the claims of the draft that can be held against it."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.statements = statements_of(case)
        self.damaged: Dates = damaged_dates(case.mentions)
        self.doubtful = suspects(case.mentions)
        self._things: dict[tuple[str, Thing], list[Claim]] = {}
        self._subjects: dict[str, list[Claim]] = {}
        for entry in case.ledger:
            if entry.subject is None or entry.quantity is None:
                continue
            self._subjects.setdefault(entry.subject, []).append(entry)
            what = thing(entry)
            if what is not None:
                self._things.setdefault((entry.subject, what), []).append(entry)

    def stated(self) -> Iterator[Claim]:
        """The claims of the draft that assert a figure of their own about a subject of the ledger."""
        for claim in self.case.claims:
            known = claim.subject in self._subjects and claim.quantity is not None and claim.mention.damage is None
            if known and self.statements.asserts(claim):
                yield claim

    @cached_property
    def compared(self) -> list[tuple[Claim, list[Claim]]]:
        """Each claim with the ledger's of the same subject, measure and extent, of whatever time."""
        return list(self._compared())

    def _compared(self) -> Iterator[tuple[Claim, list[Claim]]]:
        for claim in self.stated():
            what = thing(claim)
            known = self._things.get((claim.subject or "", what), []) if what is not None else []
            if known:
                beside = self.statements.beside(claim)
                entries = [entry for entry in known if _same_extent(claim, entry, beside)]
                if entries:
                    yield claim, entries

    def same_number(self) -> Iterator[tuple[Claim, list[Claim]]]:
        """Each claim with the ledger's of the same subject, part and date that have its number, of whatever measure and unit.

        A number of one digit proves nothing: many things are five.
        """
        for claim in self.stated():
            when, figure = time(claim), claim.quantity
            if figure is None or when is None or significant_digits(figure) < 2:
                continue
            entries = [
                entry
                for entry in self._subjects[claim.subject or ""]
                if entry.quantity is not None
                and (entry.quantity.value, entry.quantity.high, entry.role) == (figure.value, figure.high, claim.role)
                and time(entry) == when
            ]
            if entries:
                yield claim, entries

    def of(self, subject: str | None) -> list[Claim]:
        """The ledger's claims about a subject."""
        return self._subjects.get(subject or "", [])

    def subjects(self) -> frozenset[str]:
        """Whom the ledger is about."""
        return frozenset(self._subjects)

    def dating(self, claim: Claim) -> Dating:
        """How the date of a claim is known."""
        return dating(claim, damaged=self.damaged)

    def certain(self, claim: Claim) -> bool:
        """Whether the sentence of a claim names its subject and its date itself."""
        return self.dating(claim) == "stated" and self.statements.stands_alone(claim)

    def undated(self, claim: Claim) -> bool:
        """Whether a claim is of the day on which it is read: it names no time, or says that it is of now."""
        when = claim.as_of or claim.period
        if when is None or (when.relative is not None and not when.relative.offset):
            return True
        return self.dating(claim) == "document"

    def is_suspect(self, claim: Claim) -> bool:
        """Whether the page of a claim is proved to be rewritten."""
        return is_suspect(claim, self.doubtful)


@lru_cache(maxsize=1)
def on_record(case: Case) -> OnRecord:
    """What the ledger of a case has on record."""
    return OnRecord(case)


def of_time(claim: Claim, entries: list[Claim]) -> list[Claim]:
    """The entries of the date or period that a claim is of; none where it has none."""
    when = time(claim)
    return [entry for entry in entries if when is not None and time(entry) == when]


@dataclass(frozen=True, slots=True)
class Dated:
    """An entry with its date, the last day of it as an ISO string."""

    time: str
    claim: Claim


def series(claim: Claim, entries: list[Claim]) -> list[Dated]:
    """The entries of a level in the order of their dates; none for a flow, nor what is later than the day the draft was published."""
    known = measures().get(claim.measure or "")
    if claim.role != "level" or known is None or known.flow:
        return []
    dated = [Dated(when.rpartition("/")[2], entry) for entry in entries if (when := time(entry)) is not None]
    published = claim.source.published
    return sorted(
        (one for one in dated if published is None or one.time <= published.isoformat()), key=lambda one: (one.time, one.claim.id)
    )


def threshold_untrue(claim: Claim, entry: Claim) -> bool:
    """Whether a bound ("more than 8.6万") is untrue of every value that an entry's figure may stand for."""
    one, other = claim.quantity, entry.quantity
    if one is None or other is None or one.hedge not in BOUNDS or one.vague or other.vague:
        return False
    if one.unit != other.unit and "money" in (claim.mention.kind, entry.mention.kind):
        return False
    return not one.interval("loose").meets(other.comparable("loose"))


def as_recorded(claim: Claim, entry: Claim) -> tuple[Fix, ...]:
    """The repair that writes the ledger's words in the draft, where both are in one language and the entry's are no reading."""
    if language_of(claim.text) != language_of(entry.text) or entry.text not in entry.quote:
        return ()
    return (Fix(say('write "{entry}"', entry=entry.text), (Edit(claim.span, entry.text),)),)


def source_words(entry: Claim) -> str:
    """Who published what an entry says."""
    known = [part for part in (entry.source.publisher, entry.source.title) if part] or [entry.source.id]
    return say("source of the ledger: {words}", words=chain(known, by=", "))


def _same_extent(claim: Claim, entry: Claim, beside: frozenset[str]) -> bool:
    """Whether draft and ledger narrow the measure in the same way: in the lexicon's scopes, or in words that the other has too."""
    if extent(claim) != extent(entry):
        return False
    known = fold(" ".join((entry.measure_text or "", entry.quote, *entry.scope)))
    spoken = " ".join(sorted(beside))
    others = [fold(scope) for scope in entry.scope if scope not in claim.scope and scope not in extent(entry)]
    return all(word in known for word in beside) and all(scope in spoken for scope in others)
