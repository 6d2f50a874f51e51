"""The tables of a dossier, whatever the format: one for each subject, measure and scope, in the order of the dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from factcheck.claim import Claim
from factcheck.engine import Report
from factcheck.evidence.citing import DATINGS, Dating, dating
from factcheck.evidence.keys import extent, subject, thing, time
from factcheck.evidence.working import quoted
from factcheck.finding import Finding, Where, where
from factcheck.messages import Said, say
from factcheck.report.text import place
from factcheck.wire import period_text
from factcheck.wording import between, language_of, measure_name, scope_names, subject_name

COLUMNS = ("time", "dated", "figure", "stands for", "scope", "place", "source", "mark")
Mark: TypeAlias = Literal["conflict", "series", ""]
# The checks that tell a conflict from a series; what they found is marked, not decided again.
MARKS: dict[str, Mark] = {
    "consistency/same-key-conflict": "conflict",
    "ledger/conflict": "conflict",
    "consistency/series": "series",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a table: the claim, its date in words, how that is known, and whether a check found it in a conflict or series."""

    claim: Claim
    time: str
    dated: Dating
    mark: Mark


@dataclass(frozen=True, slots=True)
class Table:
    """What is said of one thing. `role` tells a level from a change; `scope` is what narrows the measure down."""

    subject: str
    measure: str
    role: str
    scope: tuple[str, ...]
    statements: tuple[Statement, ...]

    @property
    def mark(self) -> Mark:
        """The gravest mark of its statements; statements of several dates are a series without a finding too."""
        marks = {statement.mark for statement in self.statements}
        dates = {statement.time for statement in self.statements if statement.time}
        return "conflict" if "conflict" in marks else "series" if "series" in marks or len(dates) > 1 else ""


def tables(report: Report) -> list[Table]:
    """The tables, by subject and measure; a thing that is said once is no table."""
    marks = _marks(report.findings)
    groups: dict[tuple[str, str, str, frozenset[str]], list[Claim]] = {}
    for claim in report.claims:
        what, name = thing(claim), subject(claim)
        if what is not None and name is not None and claim.quantity is not None:
            groups.setdefault((name, what.measure, what.role, extent(claim)), []).append(claim)
    found = [
        Table(subject, measure, role, tuple(sorted(scope)), tuple(_statements(claims, marks)))
        for (subject, measure, role, scope), claims in groups.items()
        if len(claims) > 1
    ]
    return sorted(found, key=lambda table: (table.subject, table.measure, table.role, table.scope))


def _marks(findings: Iterable[Finding]) -> dict[Where, Mark]:
    marks: dict[Where, Mark] = {}
    for finding in findings:
        mark = MARKS.get(finding.check, "")
        if mark and finding.silence is None:
            for one in (finding, *finding.because):
                place = where(one)
                marks[place] = "conflict" if "conflict" in (mark, marks.get(place)) else mark
    return marks


def _statements(claims: Iterable[Claim], marks: dict[Where, Mark]) -> Iterator[Statement]:
    """The statements of a table in the order of their dates; those without one stand last."""
    for claim in sorted(claims, key=lambda claim: (time(claim) is None, time(claim) or "", claim.document.name, claim.span)):
        known = period_text(claim.period or claim.as_of) or ""
        yield Statement(claim, known, dating(claim), marks.get(where(claim), ""))


def damaged(report: Report) -> dict[str, tuple[int, int]]:
    """How many claims of each document have no value because their figure is damaged, and how many there are: how far to trust it."""
    counted = Counter(claim.document.name for claim in report.claims)
    broken = Counter(claim.document.name for claim in report.claims if claim.mention.damage is not None or claim.quantity is None)
    return {
        document.name: (broken[document.name], counted[document.name]) for document in report.documents if broken[document.name]
    }


def title(table: Table) -> Said:
    """What a table is of, in words: "Tencent, employees (overseas): conflict"."""
    return say(
        "{subject}, {measure}{role}{scope}{mark}",
        subject=subject_name(table.subject),
        measure=measure_name(table.measure),
        role=say(", {role}", role=say(table.role)) if table.role == "change" else "",
        scope=say(" ({scope})", scope=scope_names(table.scope)) if table.scope else "",
        mark=say(": {mark}", mark=say(table.mark)) if table.mark else "",
    )


def cells(statement: Statement) -> tuple[str, ...]:
    """What each column says of a statement."""
    claim = statement.claim
    assert claim.quantity is not None
    return (
        statement.time,
        say(DATINGS[statement.dated]),
        quoted(claim),
        between(claim.quantity.interval(), unit=claim.mention.unit, language=language_of(claim.text)),
        scope_names(claim.scope),
        place(claim.document, claim.span),
        published(claim),
        say(statement.mark),
    )


def published(claim: Claim) -> str:
    """Who says so and when, as far as the document tells."""
    return ", ".join(str(part) for part in (claim.source.publisher, claim.source.title, claim.source.published) if part)
