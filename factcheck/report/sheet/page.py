"""The coverage sheet as one page of HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.engine import Report
from factcheck.messages import Language, say
from factcheck.report.html.page import choice, page, page_language, text, worded
from factcheck.report.sheet.entries import COLUMNS, STATUSES, Entry, cells, entries
from factcheck.report.text import count


def render(report: Report) -> str:
    """A table with one row a figure, in the language of `page_language`; the status is told in words, and by a colour beside."""
    language = page_language(report)
    lines = entries(report.in_language(language))
    title = say("Coverage sheet")
    head = "".join(f'<th scope="col">{worded(say(column), language)}</th>' for column in COLUMNS)
    # Where there is no room for columns each cell says what it is; the style sheet writes it from these.
    labels = "".join(f"--{column}:'{worded(say(column), language)}';" for column in COLUMNS)
    body = f"""<h1>{worded(title, language)}</h1>
<p><strong>{worded(count(len(lines), "figure"), language)}</strong></p>
{status_choice(lines, language)}
<table class="sheet" style="{labels}">
<thead><tr>{head}</tr></thead>
<tbody>
{"".join(table_row(line, language) for line in lines)}</tbody>
</table>"""
    return page(body, title=title, language=language, wide=True)


def status_choice(lines: Sequence[Entry], language: Language) -> str:
    """A box for each status with the number of its figures."""
    counted = Counter(line.status for line in lines)
    boxes = [
        (status, say("{number} {phrase}", number=counted[status], phrase=say(status))) for status in STATUSES if counted[status]
    ]
    return choice([(class_of(status), words) for status, words in boxes], language)


def class_of(status: str) -> str:
    """The class of the style sheet for a status."""
    return status.replace(" ", "-")


def table_row(line: Entry, language: Language) -> str:
    """One row of the table."""
    inside = "".join(
        f'<td class="of-{column}">{text(cell)}</td>' if cell else "<td></td>"
        for column, cell in zip(COLUMNS, cells(line, language), strict=True)
    )
    return f'<tr class="{class_of(line.status)}">{inside}</tr>\n'
