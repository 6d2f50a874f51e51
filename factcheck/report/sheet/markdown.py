"""The coverage sheet as a Markdown table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factcheck.engine import Report
from factcheck.messages import Said, chain, in_language, say
from factcheck.report.excerpt import shown
from factcheck.report.sheet.entries import COLUMNS, STATUSES, Entry, cells, entries
from factcheck.report.text import count

# What opens or closes something in Markdown, in a table cell.
ESCAPED = str.maketrans({character: f"\\{character}" for character in "\\|*_`[]<>#~"})


def render(report: Report) -> str:
    """One row a figure, and above it how many there are of each status."""
    language = report.language or "en"
    lines = entries(report)
    head = [table_row(in_language(say(column), language) for column in COLUMNS), table_row("---" for _ in COLUMNS)]
    rows = [table_row(escaped(cell) for cell in cells(line, language)) for line in lines]
    return "\n".join([in_language(summary(lines), language), "", *head, *rows]) + "\n"


def summary(lines: list[Entry]) -> Said:
    """`12 figures: 1 contradicted, 11 supported`."""
    counted = Counter(line.status for line in lines)
    found = [say("{number} {phrase}", number=counted[status], phrase=say(status)) for status in STATUSES if counted[status]]
    figures = count(len(lines), "figure")
    return say("{figures}: {parts}", figures=figures, parts=chain(found, by=", ")) if found else figures


def escaped(words: str) -> str:
    """Words as Markdown shows them."""
    return shown(words).translate(ESCAPED)


def table_row(values: Iterable[str]) -> str:
    """One row of a table."""
    return f"| {' | '.join(values)} |"
