"""The coverage sheet as one page of HTML."""

from __future__ import annotations

from factcheck.engine import Report
from factcheck.messages import Language, say
from factcheck.report.html.page import page, page_language, text, worded
from factcheck.report.sheet.entries import COLUMNS, Entry, cells, entries
from factcheck.report.sheet.markdown import summary


def render(report: Report) -> str:
    """A table with one row a figure, in the language of `page_language`; the status is worded in words, and by a colour beside."""
    language = page_language(report)
    lines = entries(report.in_language(language))
    title = say("Coverage sheet")
    head = "".join(f'<th scope="col" class="{column}">{worded(say(column), language)}</th>' for column in COLUMNS)
    body = f"""<h1>{worded(title, language)}</h1>
<p><strong>{worded(summary(lines), language)}</strong></p>
<table class="sheet">
<thead><tr>{head}</tr></thead>
<tbody>
{"".join(table_row(line, language) for line in lines)}</tbody>
</table>"""
    return page(body, title=title, language=language, wide=True)


def table_row(line: Entry, language: Language) -> str:
    """One row of the table."""
    inside = "".join(f'<td class="{column}">{text(cell)}</td>' for column, cell in zip(COLUMNS, cells(line, language), strict=True))
    return f'<tr class="{line.status.replace(" ", "-")}">{inside}</tr>\n'
