"""What the server says to an editor: diagnostics, hovers, code actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lsprotocol import types

from factcheck.claim import Claim
from factcheck.document import Document, Span
from factcheck.finding import Figure, Finding
from factcheck.ledger import Ledger, recordable
from factcheck.lsp.drafts import Draft
from factcheck.lsp.positions import range_of
from factcheck.messages import Language, Said, chain, in_language, say
from factcheck.period import Period
from factcheck.report.excerpt import shown
from factcheck.wire import period_text, value_of
from factcheck.wording import between, kind_name, language_of, measured, plain, scope_names, subject_name

SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
RECORD = "factcheck.record"
Place = Callable[[Document], str]


def diagnostics(draft: Draft, *, encoding: str, uri_of: Place) -> list[types.Diagnostic]:
    """The findings of a draft that count, each with its operands as related places and its fingerprint to know it by."""
    return [
        types.Diagnostic(
            range=range_of(draft.document, finding.span, encoding=encoding),
            severity=SEVERITIES[finding.level or "error"],
            code=finding.check,
            source="factcheck",
            message=shown("\n".join((finding.message, *finding.working))).replace("⏎", "\n"),
            related_information=list(related(finding, encoding=encoding, uri_of=uri_of)) or None,
            data=finding.fingerprint,
        )
        for finding in draft.findings
        if finding.silence is None
    ]


def related(finding: Finding, *, encoding: str, uri_of: Place) -> Iterator[types.DiagnosticRelatedInformation]:
    """Where the operands of a finding stand."""
    for figure in finding.operands:
        location = types.Location(uri_of(figure.document), range_of(figure.document, figure.span, encoding=encoding))
        yield types.DiagnosticRelatedInformation(location, said(figure))


def said(figure: Figure) -> str:
    """A figure as it stands, with who says so."""
    if not isinstance(figure, Claim):
        return shown(figure.text)
    source = figure.source
    known = [str(part) for part in (source.publisher, source.published) if part]
    return shown(figure.text + (f" ({', '.join(known)})" if known else ""))


def hover(draft: Draft, offset: int, *, encoding: str, ledger: Ledger | None, language: Language = "en") -> types.Hover | None:
    """What is said at an offset: the claim as it was read, the interval that it states, its twins in the ledger; in a language."""
    found = draft.claim(offset)
    if found is None:
        return None
    claim, span = found
    kind = in_language(kind_name(claim.mention.kind), language)
    known = [*facts(claim), *(say("ledger: {claim} – {id}", claim=said(twin), id=twin.id) for twin in twins(claim, ledger))]
    lines = [f"**{text(claim.mention.text)}** · {kind}", "", *(f"- {text(in_language(line, language))}" for line in known)]
    content = types.MarkupContent(types.MarkupKind.Markdown, "\n".join(lines))
    return types.Hover(content, range_of(draft.document, span, encoding=encoding))


def facts(claim: Claim) -> Iterator[Said]:
    """What a claim says, a fact a line; what is unknown is left out."""
    value, quantity = value_of(claim.mention), claim.mention.quantity
    if value is None:
        yield chain((say("damaged"), *(reading.why for reading in claim.mention.readings)), by="; ")
    elif quantity is not None:
        written = language_of(claim.document.text[max(0, claim.span.start - 40) : claim.span.end + 40])
        yield say("value: {amount}", amount=plain(quantity.value, unit=quantity.unit, language=written))
        yield say("states: {amount}", amount=between(quantity.interval(), unit=quantity.unit, language=written))
    else:
        yield say("value: {amount}", amount=" – ".join(value) if isinstance(value, list) else value)
    about = (
        (say("subject"), subject_name(claim.subject) if claim.subject else None),
        (say("measure"), measured(claim)),
        (say("scope"), scope_names(claim.scope)),
        (say("period"), period_text(claim.period)),
        (say("as of"), period_text(claim.as_of)),
    )
    yield from (say("{name}: {known}", name=name, known=known) for name, known in about if known)


def twins(claim: Claim, ledger: Ledger | None) -> list[Claim]:
    """The ledger's claims of the same subject and measure; those of the same time first."""
    if ledger is None or claim.subject is None or claim.measure is None:
        return []
    found = [one for one in ledger.claims if (one.subject, one.measure) == (claim.subject, claim.measure)]
    same = [one for one in found if _time(one) == _time(claim)]
    return (same or found)[:3]


def _time(claim: Claim) -> str | None:
    when = claim.as_of or claim.period
    return when.edtf if isinstance(when, Period) else None


def text(words: str) -> str:
    """Words of a draft inside Markdown: never markup."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#|!" else sign for sign in shown(words))


def actions(draft: Draft, span: Span, *, encoding: str, records: bool, language: Language = "en") -> list[types.CodeAction]:
    """What can be done about the findings at a place: each repair, silence with a reason, and the claim into the ledger."""
    made = []
    for finding in draft.findings:
        near = finding.span.start <= span.end and span.start <= finding.span.end
        if finding.silence is None and near:
            made += [*repairs(finding, draft, encoding=encoding), silence(finding, draft, encoding=encoding, language=language)]
    found = draft.claim(span.start) if records else None
    if found is not None and recordable(found[0]):
        command = types.Command(
            in_language(say("Record this figure in the ledger"), language), RECORD, arguments=[draft.uri, span.start]
        )
        made.append(types.CodeAction(command.title, kind=types.CodeActionKind.Empty, command=command))
    return made


def repairs(finding: Finding, draft: Draft, *, encoding: str) -> Iterator[types.CodeAction]:
    """Each repair that changes the text; a safe one that is the only one is preferred."""
    only = sum(bool(fix.edits) for fix in finding.fixes) == 1
    for fix in finding.fixes:
        if fix.edits:
            edits = [types.TextEdit(range_of(draft.document, edit.span, encoding=encoding), edit.text) for edit in fix.edits]
            yield quick_fix(shown(fix.label), edits, draft.uri, preferred=only and fix.safe)


def silence(finding: Finding, draft: Draft, *, encoding: str, language: Language = "en") -> types.CodeAction:
    """A comment at the end of the line that silences a check there; the editor writes the reason between the quotation marks."""
    order = f'factcheck: ignore[{finding.check}] reason=""'
    comment = f" % {order}" if Path(draft.document.name).suffix.lower() == ".tex" else f" <!-- {order} -->"
    end = draft.document.line(draft.document.place(finding.span.end).line).end
    place = range_of(draft.document, Span(end, end), encoding=encoding)
    title = in_language(say("Silence {check} here, with a reason", check=finding.check), language)
    return quick_fix(title, [types.TextEdit(place, comment)], draft.uri)


def quick_fix(title: str, edits: Iterable[types.TextEdit], uri: str, *, preferred: bool = False) -> types.CodeAction:
    """A code action that edits one draft."""
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        is_preferred=preferred or None,
        edit=types.WorkspaceEdit(changes={uri: list(edits)}),
    )
