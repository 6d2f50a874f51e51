"""Damaged figures decided one by one: what each repair offers, what was chosen by whom, and the text with the choices in it.

A decision is a row that can be kept, read by an editor and used again: it names its figure by the finding's fingerprint, which stays the
same when lines move, and its choice by the label of the repair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.document import Document
from factcheck.finding import Finding, Fix, edited


@dataclass(frozen=True, slots=True)
class Decision:
    """What was chosen for a damaged figure: one of the repairs of its finding, or none, and by whom ("editor", a file, "first")."""

    finding: Finding
    chosen: Fix | None
    by: str

    def row(self) -> dict[str, Any]:
        """The decision as a plain dict, JSON-ready."""
        place = self.finding.document.place(self.finding.span.start)
        return {
            "check": self.finding.check,
            "fingerprint": self.finding.fingerprint,
            "line": place.line,
            "column": place.column,
            "text": self.finding.text,
            "message": self.finding.message,
            "offered": [fix.label for fix in self.finding.fixes],
            "chosen": self.chosen.label if self.chosen is not None else None,
            "by": self.by if self.chosen is not None else None,
        }


def damaged(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of damage in reading order, each place once: of two that would edit the same words, the first."""
    reached = 0
    for finding in sorted(findings, key=lambda finding: (finding.span.start, -len(finding.fixes))):
        edits = [edit for fix in finding.fixes for edit in fix.edits]
        if not finding.check.startswith("garble/") or finding.check.startswith("garble/suspect-"):
            continue
        if edits and min(edit.span.start for edit in edits) < reached:
            continue
        reached = max([reached, *(edit.span.end for edit in edits)])
        yield finding


def first(finding: Finding) -> Decision:
    """The first repair: that of the best reading."""
    return Decision(finding, finding.fixes[0] if finding.fixes else None, "first")


def again(finding: Finding, rows: Sequence[dict[str, Any]], *, by: str) -> Decision:
    """What rows of an earlier run chose for the same figure; nothing where they do not speak of it or the repair is not offered now."""
    chosen = {row["chosen"] for row in rows if row.get("fingerprint") == finding.fingerprint and row.get("check") == finding.check}
    return Decision(finding, next((fix for fix in finding.fixes if fix.label in chosen), None), by)


def corrected(document: Document, decisions: Iterable[Decision]) -> str:
    """The text of a document with every choice made in it; the document stays as it is."""
    edits = [edit for decision in decisions if decision.chosen is not None for edit in decision.chosen.edits]
    return edited(document.text, edits)
