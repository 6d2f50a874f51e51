"""The dossier as one page of HTML: a picture and a table for each thing that is said more than once."""

from __future__ import annotations

from factcheck.engine import Report
from factcheck.messages import say
from factcheck.report.dossier.tables import tables
from factcheck.report.html.dossier import dossier_section
from factcheck.report.html.page import page, page_language, worded


def render(report: Report) -> str:
    """The page, in the language of `page_language`."""
    language = page_language(report)
    nothing = say("Nothing is said more than once of one subject and measure.")
    section = dossier_section(tables(report), language) or f"<p>{worded(nothing, language)}</p>"
    return page(f"<h1>{worded(say('Figures checked'), language)}</h1>\n{section}", title=say("Over time"), language=language)
