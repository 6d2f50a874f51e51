"""Statements: claims that assert a figure of their own, as far as the words beside them tell.

A figure that another one is compared with, a part in a sum, a plan or an average has the measure of its sentence without being a
statement of it; such claims are left out where statements are held against each other.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.document import Document, Span
from factcheck.evidence.surroundings import narrowing
from factcheck.finding import where
from factcheck.lexicon import Word, finder
from factcheck.mention import Mention
from factcheck.passage import passage
from factcheck.pattern import lazy_pattern

# 镇长说，…: who says so narrows nothing down.
REPORTED = lazy_pattern(
    r"(?:说|表示|称|介绍|指出|透露|显示|宣布)(?:，|：|,|:)[“\"]?$|\b(?:said|says|told[ ]reporters)(?:[ ]that)?[,:]?[ ]$"
)
# Roles of a relation whose figure is not what the sentence says of its subject.
BESIDE_THE_POINT = frozenset({"addend", "average", "before", "factor", "number", "part", "share"})
# Words in front of a figure that make it a mean, a part, a bound of several, a plan, or a denial …
NOT_ASSERTING = (
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
# … and those that make it what another figure is compared with; a change is always of that kind.
COMPARING = ("join.before", "join.compared", "join.from")


class Statements:
    """What the checks ask of the claims of a case: whether each asserts its figure, what stands beside it, what it carries itself."""

    def __init__(self, case: Case) -> None:
        self.words = finder(tuple(Word(text, "entity", subject) for text, subject in case.names))
        self.figures: dict[int, list[Span]] = {}
        for document, span in chain(
            ((mention.document, mention.span) for mention in case.mentions),
            ((claim.document, claim.span) for claim in case.sources),
        ):
            self.figures.setdefault(id(document), []).append(span)
        self.times = {
            (id(mention.document), mention.span.start): _year(mention)
            for mention in case.mentions
            if mention.kind in ("date", "period")
        }
        self.measures: dict[int, list[tuple[int, str]]] = {}
        for claim in case.claims:
            if claim.measure is not None:
                self.measures.setdefault(id(claim.document), []).append((claim.span.start, claim.measure))
        self.aside = {where(claim) for relation in case.relations for role in BESIDE_THE_POINT for claim in relation.all(role)}

    def asserts(self, claim: Claim) -> bool:
        """Whether a claim's figure is stated for itself: readable, no order of magnitude, no part of a reckoning, no plan."""
        if claim.quantity is None or claim.quantity.vague or where(claim) in self.aside:
            return False
        found = passage(claim.document)
        start, dates = self._run_up(claim, floor=found.clause(claim.span.start).start)
        kinds: tuple[str, ...] = NOT_ASSERTING if claim.role == "change" else NOT_ASSERTING + COMPARING
        if (claim.period or claim.as_of) is not None and "period" not in claim.carried:
            kinds = tuple(kind for kind in kinds if kind != "join.before")  # 去年 and 上年同期 are the time of the statement
        return not any(
            any(token.has(kind) for kind in kinds) and not any(date.start <= token.start < date.end for date in dates)
            for token in found.tokens(Span(start, max(start, claim.span.start)), self.words)
        )

    def beside(self, claim: Claim) -> frozenset[str]:
        """The words beside a figure that may narrow it: those of its clause, and of the sentence before it where it leans on that."""
        found = passage(claim.document)
        clause, sentence = found.clause(claim.span.start), found.sentence(claim.span.start)
        start = self._lead_in(claim, clause, sentence) if self._names(claim, clause) else sentence.start
        return narrowing(
            claim.document,
            Span(start, clause.end),
            words=self.words,
            measured=self._measured(claim, Span(start, clause.end)),
            subject=claim.subject,
            figures=self._within(claim.document, Span(start, clause.end)),
        )

    def _measured(self, claim: Claim, span: Span) -> frozenset[str]:
        """The measures of a stretch: "5100 users, 37 stores" are two figures, each of a measure of its own."""
        known = self.measures.get(id(claim.document), [])
        first = bisect.bisect_left(known, (span.start, ""))
        last = bisect.bisect_left(known, (span.end, ""))
        return frozenset(measure for _, measure in known[first:last]) | {claim.measure or ""}

    def _lead_in(self, claim: Claim, clause: Span, sentence: Span) -> int:
        """Where the words begin that open the sentence of a claim: the "In China," of "In China, the firm sold 12,000 cars"."""
        before = Span(sentence.start, clause.start)
        figures = [span for span in self._within(claim.document, before) if (id(claim.document), span.start) not in self.times]
        reported = REPORTED.search(passage(claim.document).folded, sentence.start, clause.start)
        return clause.start if figures or reported else sentence.start

    def stands_alone(self, claim: Claim) -> bool:
        """Whether the sentence of a claim names its subject and its date itself."""
        found = passage(claim.document)
        sentence = found.sentence(claim.span.start)
        dated = any((id(claim.document), span.start) in self.times for span in self._within(claim.document, sentence))
        return (dated or "period" not in claim.carried) and self.names_subject(claim)

    def names_subject(self, claim: Claim) -> bool:
        """Whether the sentence of a claim names its subject."""
        return self._names(claim, passage(claim.document).sentence(claim.span.start))

    def named(self, document: Document, span: Span) -> set[str]:
        """The entities that a stretch of a document names."""
        tokens = passage(document).tokens(span, self.words)
        return {word.meaning for token in tokens for word in token.words if word.kind == "entity"}

    def _names(self, claim: Claim, span: Span) -> bool:
        return claim.subject in self.named(claim.document, span)

    def moves(self, earlier: Claim, later: Claim) -> bool:
        """Whether the sentence of one claim is of another time than that of the other: another year, or a time before."""
        return self._years(earlier) != self._years(later)

    def _years(self, claim: Claim) -> set[str | None]:
        found = passage(claim.document)
        sentence = found.sentence(claim.span.start)
        years = {self.times.get((id(claim.document), span.start)) for span in self._within(claim.document, sentence)}
        if any(token.has("join.before") for token in found.tokens(Span(sentence.start, claim.span.start), self.words)):
            years.add("before")
        return years - {None}

    def _within(self, document: Document, span: Span) -> list[Span]:
        figures = self.figures.get(id(document), [])
        first = bisect.bisect_left(figures, Span(span.start, span.start))
        last = bisect.bisect_left(figures, Span(span.end, span.end))
        return figures[first:last]

    def _run_up(self, claim: Claim, *, floor: int) -> tuple[int, list[Span]]:
        """Where the words in front of a figure begin, behind the figure before it, and the dates among them."""
        figures = self.figures.get(id(claim.document), [])
        which = bisect.bisect_left(figures, claim.span) - 1
        dates: list[Span] = []
        while which >= 0 and figures[which].end > floor:
            if (id(claim.document), figures[which].start) not in self.times:
                return figures[which].end, dates
            dates.append(figures[which])
            which -= 1
        return floor, dates


@lru_cache(maxsize=1)
def statements_of(case: Case) -> Statements:
    """The statements of a case, made for the first check that asks."""
    return Statements(case)


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
