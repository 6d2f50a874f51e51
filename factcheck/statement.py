"""Statements: claims that assert a figure of their own, as far as the words beside them tell.

A figure that another one is compared with, a part in a sum, a plan or an average has the measure of its sentence without being a
statement of it; such claims are left out where statements are held against each other.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from itertools import chain

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.document import Document, Span
from factcheck.mention import Mention
from factcheck.surroundings import Passage, narrowing, passage

# Roles of a relation whose figure is not what the sentence says of its subject.
BESIDE_THE_POINT = frozenset({"addend", "average", "before", "change", "factor", "number", "part", "points", "rate", "share"})
# Words in front of a figure that make it a base of comparison, a part, a mean, a bound of several, a plan, or a denial.
NOT_ASSERTING = (
    "join.before",
    "join.compared",
    "join.from",
    "join.or",
    "part.average",
    "part.each",
    "part.max",
    "part.min",
    "part.of",
    "part.share",
    "sense.negation",
    "sense.target",
)


class Statements:
    """What the checks ask of the claims of a case: whether each asserts its figure, what stands beside it, what it carries itself."""

    def __init__(self, case: Case) -> None:
        self.figures: dict[int, list[Span]] = {}
        for figure in chain(case.mentions, case.sources):
            self.figures.setdefault(id(figure.document), []).append(figure.span)
        self.times = {(id(mention.document), mention.span.start): _year(mention) for mention in case.mentions if mention.kind in ("date", "period")}
        self.aside = {
            (id(claim.document), claim.span.start)
            for relation in case.relations
            for role in BESIDE_THE_POINT
            for claim in relation.all(role)
        }

    def asserts(self, claim: Claim) -> bool:
        """Whether a claim's figure is stated for itself: readable, no order of magnitude, no part of a reckoning, no plan."""
        if claim.quantity is None or claim.quantity.vague or (id(claim.document), claim.span.start) in self.aside:
            return False
        found = passage(claim.document)
        clause = found.clause(claim.span.start)
        start = max(clause.start, self._end_before(claim))
        return not any(token.has(kind) for token in found.tokens(Span(start, max(start, claim.span.start))) for kind in NOT_ASSERTING)

    def beside(self, claim: Claim) -> frozenset[str]:
        """The words beside a figure that may narrow it: those of its clause, and of the sentence before it where it leans on that."""
        found = passage(claim.document)
        clause = found.clause(claim.span.start)
        start = clause.start if self._names_subject(found, claim, clause) else found.sentence(claim.span.start).start
        return narrowing(
            claim.document,
            Span(start, clause.end),
            measure=claim.measure,
            subject=claim.subject,
            figures=self._within(claim.document, Span(start, clause.end)),
        )

    def stands_alone(self, claim: Claim) -> bool:
        """Whether the sentence of a claim names its subject and its date itself."""
        found = passage(claim.document)
        sentence = found.sentence(claim.span.start)
        dated = any((id(claim.document), span.start) in self.times for span in self._within(claim.document, sentence))
        return dated and self._names_subject(found, claim, sentence)

    def moves(self, earlier: Claim, later: Claim) -> bool:
        """Whether the sentence of either claim names a year that the other does not, or speaks of another time than now."""
        return self._years(earlier) != self._years(later)

    def _years(self, claim: Claim) -> frozenset[str]:
        found = passage(claim.document)
        sentence = found.sentence(claim.span.start)
        years = {self.times[id(claim.document), span.start] for span in self._within(claim.document, sentence) if (id(claim.document), span.start) in self.times}
        before = {"before" for token in found.tokens(Span(sentence.start, claim.span.start)) if token.has("join.before")}
        return frozenset((years | before) - {None})

    def _names_subject(self, found: Passage, claim: Claim, span: Span) -> bool:
        return any(word.kind == "entity" and word.meaning == claim.subject for token in found.tokens(span) for word in token.words)

    def _within(self, document: Document, span: Span) -> list[Span]:
        figures = self.figures.get(id(document), [])
        first = bisect.bisect_left(figures, Span(span.start, span.start))
        last = bisect.bisect_left(figures, Span(span.end, span.end))
        return figures[first:last]

    def _end_before(self, claim: Claim) -> int:
        figures = self.figures.get(id(claim.document), [])
        which = bisect.bisect_left(figures, claim.span)
        return figures[which - 1].end if which else 0


def _year(mention: Mention) -> str | None:
    """The years that a date names, None where it names none: "on Friday"."""
    if mention.period is None or not mention.period.year_known:
        return None
    return "/".join(part[:4] for part in mention.period.edtf.split("/"))


def distinct(claims: Iterable[Claim]) -> list[Claim]:
    """The claims without those that say the same figure again in the same document."""
    seen = set()
    kept = []
    for claim in claims:
        said = (id(claim.document), claim.quantity)
        if said not in seen:
            seen.add(said)
            kept.append(claim)
    return kept
