"""The dossier as one page of HTML: a picture and a table for each thing that is said more than once."""

from __future__ import annotations

from html import escape

from factcheck.engine import Report
from factcheck.report.dossier.tables import tables
from factcheck.report.html.dossier import dossier_section
from factcheck.report.html.page import page
from factcheck.report.html.words import catalogue
from factcheck.wording import written_in


def render(report: Report) -> str:
    """The page, in the language that was chosen, else in that of the first document."""
    words = catalogue()[report.language or written_in(report.documents[0].text if report.documents else "")]
    section = dossier_section(tables(report), words) or f"<p>{escape(words['no_dossier'])}</p>"
    return page(f"<h1>{escape(words['title'])}</h1>\n{section}", title=words["dossier"], words=words)
