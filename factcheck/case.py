"""A case is all that a check may look at: documents, mentions, claims, relations, the ledger. It fetches nothing."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.claim import Claim, Relation
from factcheck.document import Document, Span
from factcheck.finding import Finding
from factcheck.mention import Mention


@dataclass(frozen=True, eq=False)
class Case:
    """What is checked (`documents`, with their `mentions`, `claims`, `relations`) and what it is checked against.

    Everything is in reading order, document after document. `ledger` and `sources` hold claims that are evidence: no finding
    stands on them; `source_documents` and `source_mentions` are the texts of the sources and all of their figures, dates included,
    `earlier_mentions` those of the documents' earlier versions.
    `names` are what the ledger's subjects are called where the lexicon does not know: folded words, and the subject. `findings` are
    what the other checks found and `checks` the names of all there are, for checks that run late; others get neither. One case is
    equal to itself only, so that what is worked out of it once can be kept for the next check that asks.
    """

    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    ledger: tuple[Claim, ...] = ()
    sources: tuple[Claim, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    checks: tuple[str, ...] = ()
    source_documents: tuple[Document, ...] = ()
    source_mentions: tuple[Mention, ...] = ()
    earlier_mentions: tuple[Mention, ...] = ()

    def related(self, name: str) -> Iterator[Relation]:
        """The relations of one name."""
        return (relation for relation in self.relations if relation.name == name)

    @cached_property
    def _by_document(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(id(mention.document), []).append(mention)
        return found

    def of(self, document: Document) -> Sequence[Mention]:
        """The mentions of one document."""
        return self._by_document.get(id(document), ())

    def starting_in(self, document: Document, span: Span) -> Sequence[Mention]:
        """The mentions of one document that start inside a stretch."""
        mentions = self.of(document)
        first, last = (
            bisect.bisect_left(mentions, place, key=lambda mention: mention.span.start) for place in (span.start, span.end)
        )
        return mentions[first:last]
