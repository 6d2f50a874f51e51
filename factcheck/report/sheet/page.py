"""The coverage sheet as one page of HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.engine import Report
from factcheck.messages import Language, say
from factcheck.report.html.page import choice, page, page_language, text, worded
from factcheck.report.sheet.entries import COLUMNS, STATUSES, Entry, cells, entries
from factcheck.report.sheet.markdown import summary


def render(report: Report) -> str:
    """A table with one row a figure, in the language of `page_language`; the status is told in words, and by a colour beside."""
    language = page_language(report)
    lines = entries(report.in_language(language))
    title = say("Coverage sheet")
    # A column that nothing stands in takes the room of those that are read.
    columns = [column for column in COLUMNS if not lines or any(getattr(line, column) for line in lines)]
    head = "".join(f'<th scope="col">{worded(say(column), language)}</th>' for column in columns)
    # Where there is no room for columns each cell says what it is; the style sheet writes it from these.
    labels = "".join(f"--{column}:'{worded(say(column), language)}';" for column in columns)
    body = f"""<h1>{worded(title, language)}</h1>
<p><strong>{worded(summary(lines), language)}</strong></p>
{status_choice(lines, language)}
<table class="sheet" style="{labels}">
<thead><tr>{head}</tr></thead>
<tbody>
{"".join(table_row(line, columns, language) for line in lines)}</tbody>
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


def table_row(line: Entry, columns: Sequence[str], language: Language) -> str:
    """One row of the table; a path may be broken behind its folders."""
    said = dict(zip(COLUMNS, cells(line, language), strict=True))
    inside = "".join(
        f'<td class="of-{column}">{text(said[column]).replace("/", "/<wbr>")}</td>' if said[column] else "<td></td>"
        for column in columns
    )
    return f'<tr class="{class_of(line.status)}">{inside}</tr>\n'
