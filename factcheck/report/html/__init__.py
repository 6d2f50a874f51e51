"""The report as one page of HTML: the drafts with their figures marked, and beside them what was found, with the working.

The page is whole in itself: no script, no picture from elsewhere, and a policy that forbids both. What a draft says is text, never
markup. It can be read with the keyboard alone: every mark is a link to its finding, and every finding one back to its place.
"""

from __future__ import annotations

from factcheck.engine import Report
from factcheck.report.dossier.tables import tables
from factcheck.report.html.dossier import dossier_section
from factcheck.report.html.page import document_section, page, summary_section
from factcheck.report.html.words import catalogue
from factcheck.wording import written_in


def render(report: Report) -> str:
    """The page, in the language that was chosen, else in that of the first draft that has findings, or of the first."""
    found = [finding.document for finding in report.findings] + list(report.documents)
    language = report.language or written_in(found[0].text if found else "")
    report, words = report.in_language(language), catalogue()[language]
    body = [summary_section(report, words), *(document_section(document, report, words) for document in report.documents)]
    # A thing that one document says twice and means is no news; two documents, a series or a conflict are.
    told = [table for table in tables(report) if table.mark or len({id(one.claim.document) for one in table.statements}) > 1]
    body.append(dossier_section(told, words))
    return page("\n".join(body), title="factcheck", words=words)
