"""What the coverage sheet says of each figure, whatever the format."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Literal, TypeAlias

from factcheck.claim import Claim
from factcheck.document import Document, Span
from factcheck.engine import Report
from factcheck.evidence.working import quoted
from factcheck.finding import Checked, Figure, Finding, Where, mention_of, where
from factcheck.messages import Language, Said, chain, in_language, say
from factcheck.passage import passage
from factcheck.report.text import place, value_words
from factcheck.wire import period_text
from factcheck.wording import measured, scope_names, subject_name

Status: TypeAlias = Literal["supported", "derived", "contradicted", "consistent", "not found", "not checked"]
STATUSES: tuple[Status, ...] = ("contradicted", "not found", "not checked", "derived", "consistent", "supported")
# The family of checks that hold a draft against its sources, and the check that holds it against the ledger.
SOURCE, LEDGER = "source/", "ledger/"
NOT_FOUND = "source/not-found"
# A cell of a table is no list: so many findings or places stand in one.
FEW = 5


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


def entries(report: Report) -> list[Entry]:
    """The lines of the sheet in reading order: every claim, and every other figure that a check has compared.

    Their words are in the language of the report; `status` is the key of one.
    """
    language = report.language or "en"
    drafts = {id(document): number for number, document in enumerate(report.documents)}
    figures: dict[Where, Figure] = {where(claim): claim for claim in report.claims}
    compared: dict[Where, list[Checked]] = {}
    for comparison in report.comparisons:
        for figure in comparison.figures:
            if id(figure.document) in drafts:
                figures.setdefault(where(figure), figure)
                compared.setdefault(where(figure), []).append(comparison)
    grave = [finding for finding in report.counted() if finding.level != "note"]
    standing = {
        id(document): _Standing(finding for finding in grave if finding.document is document) for document in report.documents
    }
    resting: dict[Where, list[Finding]] = {}
    for finding in grave:
        for figure in finding.because:
            resting.setdefault(where(figure), []).append(finding)
    ordered = sorted(figures.values(), key=lambda figure: (drafts[id(figure.document)], figure.span))
    return [
        _entry(
            figure,
            compared.get(where(figure), []),
            # What stands on a figure says more of it than what only rests on it.
            standing[id(figure.document)].on(figure.span) or resting.get(where(figure), []),
            language,
        )
        for figure in ordered
    ]


def cells(line: Entry, language: Language) -> list[str]:
    """What each column says of a figure."""
    return [in_language(say(line.status), language) if column == "status" else getattr(line, column) for column in COLUMNS]


class _Standing:
    """The findings of one document by where they stand."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(findings, key=lambda finding: finding.span)
        self.starts = [finding.span.start for finding in self.findings]
        self.longest = max((len(finding.span) for finding in self.findings), default=0)

    def on(self, span: Span) -> list[Finding]:
        """Those that stand on a stretch. None begins further in front of it than the longest is long."""
        first, last = bisect_left(self.starts, span.start - self.longest), bisect_left(self.starts, span.end)
        return [finding for finding in self.findings[first:last] if finding.span.overlaps(span)]


def _entry(figure: Figure, compared: Sequence[Checked], findings: Sequence[Finding], language: Language) -> Entry:
    claim = figure if isinstance(figure, Claim) else None
    mention = mention_of(figure)
    status, decisive = _status(compared)
    others = _others(figure, decisive)
    return Entry(
        place=place(figure.document, figure.span),
        figure=quoted(figure),
        sentence=_sentence(figure.document, figure.span),
        value=in_language(value_words(mention), language),
        subject=in_language(subject_name(claim.subject), language) if claim and claim.subject else "",
        measure=in_language(measured(claim), language) if claim else "",
        scope=in_language(scope_names(claim.scope), language) if claim else "",
        time=(period_text(claim.period or claim.as_of) if claim else None) or "",
        status=status,
        why=in_language(_why(figure, status, decisive, findings), language),
        source=in_language(_few(_source(other) for other in others), language),
        quote=in_language(_few(quoted(other) for other in others), language),
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
    others = [other for one in compared for other in one.figures if where(other) != where(figure)]
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
    said: list[str] = [f"{finding.check}: {finding.message}" for finding in findings]
    if status == "derived":
        said += [line for one in decisive for line in one.working]
    elif status == "consistent":
        said += [one.check for one in decisive]
    elif status == "not checked":
        said += [say("{check}: undecidable", check=one.check) for one in decisive] or [_unknown(figure)]
    return _few(said)


def _few(said: Iterable[str]) -> Said:
    """What is said, each once; of much the first, and how much more there is."""
    different = list(dict.fromkeys(said))
    more = [say("and {count} more", count=len(different) - FEW)] if len(different) > FEW else []
    return chain([*different[:FEW], *more], by="; ")


def _unknown(figure: Figure) -> Said:
    """Why no check could look at a figure."""
    if not isinstance(figure, Claim):
        return say("no check compares such a figure")
    if figure.quantity is None:
        return say("damaged: it has no value to compare")
    about = (("subject", figure.subject), ("measure", figure.measure), ("time", figure.period or figure.as_of))
    missing = [say(name) for name, known in about if known is None]
    return say("{missing} unknown", missing=chain(missing, by=" and ")) if missing else say("nothing to compare it with")


def _sentence(document: Document, span: Span) -> str:
    sentence = passage(document).sentence(span.start)
    return " ".join(document.text[sentence.start : max(sentence.end, span.end)].split())
