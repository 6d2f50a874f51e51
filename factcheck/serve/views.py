"""The pages of the review: the desk with its form, a report with its buttons, a draft to edit."""

from __future__ import annotations

from functools import partial
from html import escape
from urllib.parse import quote

from factcheck.claim import Claim
from factcheck.document import Document
from factcheck.engine import Report
from factcheck.finding import Finding, Fix
from factcheck.ledger import recordable
from factcheck.messages import Language, say
from factcheck.report.html.actions import READING, Actions
from factcheck.report.html.page import page, text, worded
from factcheck.report.html.sections import report_sections
from factcheck.serve.session import Session, is_text

POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
# The other language, and its name in itself.
OTHER: dict[Language, tuple[Language, str]] = {"en": ("zh", "中文"), "zh": ("en", "English")}


def desk_page(language: Language, *, root: str, problem: str = "") -> str:
    """The first page: a text to paste, files to choose."""
    told = f'<p role="alert"><strong>{worded(problem, language)}</strong></p>' if problem else ""
    title = say("Check a draft")
    body = f"""<h1>{worded(title, language)}</h1>
{told}
<form method="post" action="{root}check" enctype="multipart/form-data">
<p><label for="text">{worded(say("Text"), language)}</label><br><textarea id="text" name="text" autofocus></textarea></p>
<p><label for="name">{worded(say("Name of the text"), language)}</label><br><input id="name" name="name" value="draft.md"></p>
<p><label for="files">{worded(say("Files: one draft, or several that are held against each other"), language)}</label><br>
<input id="files" name="files" type="file" multiple></p>
<p><label for="sources">{worded(say("Sources: what the draft was made from"), language)}</label><br>
<input id="sources" name="sources" type="file" multiple></p>
<p><button type="submit" class="main">{worded(say("Check"), language)}</button></p>
</form>
{language_form(language, root, root)}
<p>{worded(say("Nothing leaves this machine."), language)}</p>"""
    return page(body, title=title, language=language, policy=POLICY)


def edit_page(language: Language, document: Document, *, action: str, back: str) -> str:
    """A draft to edit; what comes of it is checked with the others of its visit."""
    title = say("Edit the text")
    body = f"""<h1>{text(document.name)}</h1>
<form method="post" action="{escape(action)}" enctype="multipart/form-data">
<p><label for="text">{worded(title, language)}</label><br><textarea id="text" name="text" class="tall" autofocus>
{escape(document.text)}</textarea></p>
<p class="legend"><button type="submit" class="main">{worded(say("Check"), language)}</button>
<a href="{escape(back)}">{worded(say("Back without a change"), language)}</a></p>
</form>"""
    return page(body, title=title, language=language, policy=POLICY)


def refusal_page(language: Language, problem: str) -> str:
    """What somebody gets who did not come from the page: a sentence."""
    return page(f"<h1>factcheck</h1><p>{worded(problem, language)}</p>", title="factcheck", language=language, policy=POLICY)


def review_page(session: Session, name: str, report: Report, language: Language, *, root: str, records: bool = False) -> str:
    """The report over a session, with what can be done; `records` where there is a ledger to add figures to."""
    here = f"{root}d/{name}/"
    said = f'<p role="status"><strong>{worded(session.said, language)}</strong></p>' if session.said else ""
    problems = "".join(f"<li>{worded(problem, language)}</li>" for problem in session.problems)
    undo = button(f"{here}undo", say("Undo the last change"), language) if session.before else ""
    actions = Actions(
        draft=lambda document: (
            draft_links(document, report, language, here) + (figures(document, report, language, here) if records else "")
        ),
        finding=partial(recording, report=report, language=language, here=here) if records else READING.finding,
        repair=partial(applying, report=report, language=language, here=here),
    )
    body = f"""<nav class="legend bar" aria-label="factcheck"><a href="{root}">{worded(say("Another draft"), language)}</a>
{undo}{language_form(language, root, here)}</nav>
{said}
{f'<ul role="alert">{problems}</ul>' if problems else ""}
{report_sections(report, language, actions=actions)}"""
    return page(body, title=say("Figures checked"), language=language, policy=POLICY)


def draft_links(document: Document, report: Report, language: Language, here: str) -> str:
    """What can be done with a draft: edit it, take it away."""
    number = report.documents.index(document)
    links = []
    if is_text(document.name):
        links += [(f"{here}edit/{number}", say("Edit the text")), (f"{here}text/{number}", say("Download the text"))]
    if document.name.lower().endswith(".docx"):
        links.append((f"{here}comments/{number}", say("Download with comments")))
    return (
        '<p class="legend">' + "".join(f'<a href="{quote(link)}">{worded(label, language)}</a>' for link, label in links) + "</p>"
    )


def applying(finding: Finding, fix: Fix, *, report: Report, language: Language, here: str) -> str:
    """A button for a repair that changes the text; the fingerprint tells later that the finding is still the one that was shown."""
    if not (fix.edits and is_text(finding.document.name)):
        return ""
    number = next(number for number, one in enumerate(report.findings) if one is finding)
    order = next(order for order, one in enumerate(finding.fixes) if one is fix)
    fields = {"finding": str(number), "fingerprint": finding.fingerprint, "fix": str(order)}
    return " " + button(f"{here}fix", say("Apply"), language, name=say("Apply: {label}", label=fix.label), **fields)


def figures(document: Document, report: Report, language: Language, here: str) -> str:
    """A button for each figure of a draft that an entry of the ledger can hold, folded away until it is asked for."""
    buttons = "".join(
        record_button(claim, f"{claim.document.place(claim.span.start).line}: {claim.text}", language, here)
        for claim in report.claims
        if claim.document is document and recordable(claim)
    )
    heading = worded(say("Record in the ledger"), language)
    return f'<details><summary>{heading}</summary><div class="legend">{buttons}</div></details>' if buttons else ""


def recording(finding: Finding, *, report: Report, language: Language, here: str) -> str:
    """A button for the figure that a finding stands on, where an entry of the ledger can hold it."""
    for claim in report.claims:
        if claim.document is finding.document and claim.span == finding.span and recordable(claim):
            return f'<div class="legend">{record_button(claim, say("Record in the ledger"), language, here)}</div>'
    return ""


def record_button(claim: Claim, label: str, language: Language, here: str) -> str:
    """A button that adds a figure to the ledger."""
    return button(f"{here}record", label, language, digest=claim.document.sha256, start=str(claim.span.start))


def button(action: str, label: str, language: Language, *, name: str = "", **fields: str) -> str:
    """A form of one button; `name` is what it is called where its label alone does not tell it from others."""
    hidden = "".join(f'<input type="hidden" name="{escape(key)}" value="{escape(value)}">' for key, value in fields.items())
    called = f' aria-label="{worded(name, language)}"' if name else ""
    return f'<form method="post" action="{escape(action)}">{hidden}<button type="submit"{called}>{worded(label, language)}</button></form>'


def language_form(language: Language, root: str, back: str) -> str:
    """The button for the other language."""
    other, label = OTHER[language]
    return button(f"{root}language", label, language, choice=other, back=back)
