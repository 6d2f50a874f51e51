"""The report as one page of HTML: the drafts with their figures marked, and beside them what was found, with the working.

The page is whole in itself: no script, no picture from elsewhere, and a policy that forbids both. What a draft says is text, never
markup. It can be read with the keyboard alone: every mark is a link to its finding, and every finding one back to its place.
"""

from __future__ import annotations

from factcheck.engine import Report
from factcheck.report.html.page import page, page_language
from factcheck.report.html.sections import report_sections


def render(report: Report) -> str:
    """The page, in the language of `page_language`."""
    language = page_language(report)
    # A reader tells tabs and bookmarks apart by it.
    title = f"{report.documents[0].name} – factcheck" if len(report.documents) == 1 else "factcheck"
    return page(report_sections(report.in_language(language), language), title=title, language=language)
