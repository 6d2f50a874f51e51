"""What the coverage sheet says of each figure, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Literal, TypeAlias

from factcheck.claim import Claim
from factcheck.document import Document, Span
from factcheck.engine import Report
from factcheck.evidence.working import quoted
from factcheck.finding import Checked, Figure, Finding
from factcheck.passage import passage
from factcheck.report.text import place
from factcheck.wire import number_text, period_text, value_of

Status: TypeAlias = Literal["supported", "derived", "contradicted", "consistent", "not found", "not checked"]
STATUSES: tuple[Status, ...] = ("contradicted", "not found", "not checked", "derived", "consistent", "supported")
# The family of checks that hold a draft against its sources, and the check that holds it against the ledger.
SOURCE, LEDGER = "source/", "ledger/"
NOT_FOUND = "source/not-found"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the sheet: where, what, about what, what became of it and why, and who says so."""

    place: str
    figure: str
    sentence: str
    value: str
    subject: str
    measure: str
    scope: str
    time: str
    status: Status
    why: str
    source: str
    quote: str


COLUMNS = tuple(field.name for field in fields(Entry))
Place: TypeAlias = tuple[int, int]


def entries(report: Report) -> list[Entry]:
    """The lines of the sheet in reading order: every claim, and every other figure that a check has compared."""
    drafts = {id(document): number for number, document in enumerate(report.documents)}
    figures: dict[Place, Figure] = {_place(claim): claim for claim in report.claims}
    compared: dict[Place, list[Checked]] = {}
    for comparison in report.comparisons:
        for figure in comparison.figures:
            if id(figure.document) in drafts:
                figures.setdefault(_place(figure), figure)
                compared.setdefault(_place(figure), []).append(comparison)
    found = _by_document(report.findings)
    ordered = sorted(figures.values(), key=lambda figure: (drafts[id(figure.document)], figure.span))
    return [
        _entry(figure, compared.get(_place(figure), []), list(_on(figure, found.get(id(figure.document), []))))
        for figure in ordered
    ]


def _by_document(findings: Sequence[Finding]) -> dict[int, list[Finding]]:
    found: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.silence is None and finding.level != "note":
            found.setdefault(id(finding.document), []).append(finding)
    return found


def _on(figure: Figure, findings: Sequence[Finding]) -> Iterator[Finding]:
    return (finding for finding in findings if finding.span.overlaps(figure.span))


def _place(figure: Figure) -> Place:
    return id(figure.document), figure.span.start


def _entry(figure: Figure, compared: Sequence[Checked], findings: Sequence[Finding]) -> Entry:
    claim = figure if isinstance(figure, Claim) else None
    mention = figure.mention if isinstance(figure, Claim) else figure
    status, decisive = _status(compared)
    others = _others(figure, decisive)
    value = value_of(mention)
    if value is None and mention.readings:
        value = " or ".join(number_text(reading.value) for reading in mention.readings) + " (damaged)"
    return Entry(
        place=place(figure.document, figure.span),
        figure=quoted(figure),
        sentence=_sentence(figure.document, figure.span),
        value=" ".join(part for part in ("–".join(value) if isinstance(value, list) else value, mention.unit) if part),
        subject=(claim.subject if claim else None) or "",
        measure=((claim.measure or claim.measure_text) if claim else None) or "",
        scope=", ".join(claim.scope) if claim else "",
        time=(period_text(claim.period or claim.as_of) if claim else None) or "",
        status=status,
        why=_why(figure, status, decisive, findings),
        source="; ".join(dict.fromkeys(_source(other) for other in others)),
        quote="; ".join(dict.fromkeys(quoted(other) for other in others)),
    )


def _status(compared: Sequence[Checked]) -> tuple[Status, list[Checked]]:
    """What became of a figure, and the comparisons that decided it: the gravest counts."""
    against = [one for one in compared if one.verdict == "disagrees"]
    if against:
        return "contradicted", against
    missing = [one for one in compared if one.check == NOT_FOUND and one.verdict == "undecidable"]
    agreeing = [one for one in compared if one.verdict in ("agrees", "agrees by rounding")]
    backed = [one for one in agreeing if one.check.startswith((SOURCE, LEDGER))]
    if backed:
        return ("derived" if all(one.working for one in backed) else "supported"), backed
    if missing:
        return "not found", missing
    return ("consistent", agreeing) if agreeing else ("not checked", list(compared))


def _others(figure: Figure, compared: Sequence[Checked]) -> list[Figure]:
    """The figures that it was compared with, those of its own document left out where there are others."""
    others = [other for one in compared for other in one.figures if _place(other) != _place(figure)]
    elsewhere = [other for other in others if other.document is not figure.document]
    return elsewhere or others


def _source(figure: Figure) -> str:
    """Where a figure stands, and who published it."""
    known = ""
    if isinstance(figure, Claim):
        said = figure.source
        title = said.title if said.title != figure.document.name else None
        known = ", ".join(str(part) for part in (said.publisher, title, said.published, said.url) if part)
    return f"{place(figure.document, figure.span)}{f' ({known})' if known else ''}"


def _why(figure: Figure, status: Status, decisive: Sequence[Checked], findings: Sequence[Finding]) -> str:
    """What speaks for the status: the findings, the working of a derivation, the checks that agreed, or what is not known."""
    said = [f"{finding.check}: {finding.message}" for finding in findings]
    if status == "derived":
        said += [line for one in decisive for line in one.working]
    elif status == "consistent":
        said += [one.check for one in decisive]
    elif status == "not checked":
        said += [f"{one.check}: undecidable" for one in decisive] or [_unknown(figure)]
    return "; ".join(dict.fromkeys(said))


def _unknown(figure: Figure) -> str:
    """Why no check could look at a figure."""
    if not isinstance(figure, Claim):
        return "no check compares such a figure"
    if figure.quantity is None:
        return "damaged: it has no value to compare"
    missing = [
        name
        for name, known in (("subject", figure.subject), ("measure", figure.measure), ("time", figure.period or figure.as_of))
        if known is None
    ]
    return f"{' and '.join(missing)} unknown" if missing else "nothing to compare it with"


def _sentence(document: Document, span: Span) -> str:
    sentence = passage(document).sentence(span.start)
    return " ".join(document.text[sentence.start : max(sentence.end, span.end)].split())
