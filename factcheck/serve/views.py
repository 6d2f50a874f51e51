"""The pages of the review: the desk with its form, and a report with its buttons."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from factcheck.claim import Claim
from factcheck.document import Document
from factcheck.engine import Report
from factcheck.finding import Finding
from factcheck.ledger import recordable
from factcheck.report.html.page import document_section, page, summary_section, text
from factcheck.report.html.words import Words
from factcheck.serve.session import Session, is_text

POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


def desk_page(words: Words, *, root: str, given: str = "", name: str = "draft.md", problem: str = "") -> str:
    """The first page: a text to paste, files to choose."""
    told = f'<p role="alert"><strong>{text(problem)}</strong></p>' if problem else ""
    body = f"""<h1>{escape(words["start"])}</h1>
{told}
<form method="post" action="{root}check" enctype="multipart/form-data">
<p><label for="name">{escape(words["name"])}</label><br><input id="name" name="name" value="{escape(name)}"></p>
<p><label for="text">{escape(words["paste"])}</label><br><textarea id="text" name="text">
{escape(given)}</textarea></p>
<p><label for="files">{escape(words["files"])}</label><br><input id="files" name="files" type="file" multiple></p>
<p><button type="submit">{escape(words["check"])}</button></p>
</form>
{language_form(words, root)}
<p>{escape(words["local"])}</p>"""
    return page(body, title=words["start"], words=words, policy=POLICY)


def refusal_page(words: Words, problem: str) -> str:
    """What somebody gets who did not come from the page: a sentence."""
    return page(f"<h1>factcheck</h1><p>{text(problem)}</p>", title="factcheck", words=words, policy=POLICY)


def review_page(session: Session, name: str, report: Report, words: Words, *, root: str, records: bool = False) -> str:
    """The report over a session, with what can be done; `records` where there is a ledger to add figures to."""
    here = f"{root}d/{name}/"
    said = f'<p role="status"><strong>{text(session.said)}</strong></p>' if session.said else ""
    problems = "".join(f"<li>{text(problem)}</li>" for problem in session.problems)
    undo = button(f"{here}undo", words["undo"]) if session.before else ""
    body = [
        said,
        summary_section(report, words),
        f'<ul role="alert">{problems}</ul>' if problems else "",
        f'<nav class="legend" aria-label="{escape(words["start"])}"><a href="{root}">{escape(words["again"])}</a>',
        f"{undo}{language_form(words, root, here)}</nav>",
        *(
            document_section(
                document,
                report,
                words,
                tools=lambda one: tools(one, report, words, here) + (figures(one, report, words, here) if records else ""),
                actions=lambda finding: (
                    repairs(finding, report, words, here) + (recording(finding, report, words, here) if records else "")
                ),
            )
            for document in report.documents
        ),
    ]
    return page("\n".join(body), title=words["title"], words=words, policy=POLICY)


def tools(document: Document, report: Report, words: Words, here: str) -> str:
    """What can be done with a draft: edit it, take it away."""
    number = report.documents.index(document)
    links = []
    if is_text(document.name):
        links.append((f"{here}edit/{number}", words["edit"]))
        links.append((f"{here}text/{number}", words["download"]))
    if document.name.lower().endswith(".docx"):
        links.append((f"{here}comments/{number}", words["comments"]))
    return '<p class="legend">' + "".join(f'<a href="{quote(link)}">{escape(label)}</a>' for link, label in links) + "</p>"


def repairs(finding: Finding, report: Report, words: Words, here: str) -> str:
    """A button for each repair that changes the text."""
    if not is_text(finding.document.name):
        return ""
    number = report.findings.index(finding)
    buttons = [
        button(
            f"{here}fix",
            words["apply"].format(label=fix.label),
            finding=str(number),
            fingerprint=finding.fingerprint,
            fix=str(order),
        )
        for order, fix in enumerate(finding.fixes)
        if fix.edits
    ]
    return f'<div class="legend">{"".join(buttons)}</div>' if buttons else ""


def figures(document: Document, report: Report, words: Words, here: str) -> str:
    """A button for each figure of a draft that an entry of the ledger can hold, folded away until it is asked for."""
    buttons = "".join(
        record_button(claim, f"{claim.document.place(claim.span.start).line}: {claim.text}", here)
        for claim in report.claims
        if claim.document is document and recordable(claim)
    )
    return f'<details><summary>{escape(words["record"])}</summary><div class="legend">{buttons}</div></details>' if buttons else ""


def recording(finding: Finding, report: Report, words: Words, here: str) -> str:
    """A button for the figure that a finding stands on, where an entry of the ledger can hold it."""
    for claim in report.claims:
        if claim.document is finding.document and claim.span == finding.span and recordable(claim):
            return f'<div class="legend">{record_button(claim, words["record"], here)}</div>'
    return ""


def record_button(claim: Claim, label: str, here: str) -> str:
    """A button that adds a figure to the ledger."""
    return button(f"{here}record", label, digest=claim.document.sha256, start=str(claim.span.start))


def button(action: str, label: str, **fields: str) -> str:
    """A form of one button."""
    hidden = "".join(f'<input type="hidden" name="{escape(key)}" value="{escape(value)}">' for key, value in fields.items())
    return f'<form method="post" action="{escape(action)}">{hidden}<button type="submit">{text(label)}</button></form>'


def language_form(words: Words, root: str, back: str = "") -> str:
    """The button for the other language."""
    other = "zh" if words["lang"] == "en" else "en"
    return button(f"{root}language", words["language"], language=other, back=back or root)
