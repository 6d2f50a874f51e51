"""What a style rule needs: the places of a pattern outside of code and links, and one finding a document for all of them.

Style is told once a document with a count: a habit of the writer is one thing to decide, however often it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from factcheck.case import Case
from factcheck.document import Document, Span
from factcheck.finding import Edit, Finding, Fix
from factcheck.messages import Said, say
from factcheck.passage import is_hidden, passage


@dataclass(frozen=True, slots=True)
class Slip:
    """Words that usage would have otherwise, and what they would be."""

    document: Document
    span: Span
    better: str

    @property
    def written(self) -> str:
        """The words as they stand."""
        return self.document.text[self.span.start : self.span.end]


def matches(case: Case, pattern: re.Pattern[str]) -> Iterator[tuple[Document, re.Match[str]]]:
    """Every match of a pattern in the drafts as the lexicon keys them, outside of what is no prose."""
    for document in case.documents:
        for match in pattern.finditer(passage(document).folded):
            if not is_hidden(document, Span(match.start(), match.end())):
                yield document, match


def once(slips: Iterable[Slip], message: Callable[[Slip], Said], *, basis: Said | None = None) -> Iterator[Finding]:
    """One finding a document, on its first slip, with the count of the others; the repair mends them all."""
    by_document: dict[int, list[Slip]] = {}
    for slip in slips:
        by_document.setdefault(id(slip.document), []).append(slip)
    for found in by_document.values():
        first, others = found[0], len(found) - 1
        words = message(first)
        if others:
            words = say("{message} ({count} more in this document)", message=words, count=others)
        one = say('write "{better}"', better=first.better) if first.better else say('take out "{old}"', old=first.written)
        label = one if not others else say("mend all {count} of them", count=others + 1)
        edits = tuple(_edit(slip) for slip in found)
        yield Finding(first.document, first.span, words, working=(basis,) if basis else (), fixes=(Fix(label, edits),))


def _edit(slip: Slip) -> Edit:
    """The words replaced; where they are taken out, the blank in front of them goes too."""
    start, text = slip.span.start, slip.document.text
    blank = not slip.better and text[start - 1 : start] == " "
    return Edit(Span(start - blank, slip.span.end), slip.better)
