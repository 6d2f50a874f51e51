"""The coverage sheet as a Markdown table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factcheck.engine import Report
from factcheck.report.excerpt import shown
from factcheck.report.sheet.entries import COLUMNS, STATUSES, Entry, entries
from factcheck.report.text import count

# What opens or closes something in Markdown, in a table cell.
ESCAPED = str.maketrans({character: f"\\{character}" for character in "\\|*_`[]<>#~"})


def render(report: Report) -> str:
    """One row a figure, and above it how many there are of each status."""
    lines = entries(report)
    head = [table_row(COLUMNS), table_row("---" for _ in COLUMNS)]
    return "\n".join([summary(lines), "", *head, *(table_row(cells(line)) for line in lines)]) + "\n"


def summary(lines: list[Entry]) -> str:
    """`12 figures: 1 contradicted, 11 supported`."""
    counted = Counter(line.status for line in lines)
    parts = ", ".join(f"{counted[status]} {status}" for status in STATUSES if counted[status])
    return f"{count(len(lines), 'figure')}{f': {parts}' if parts else ''}"


def cells(line: Entry) -> list[str]:
    """The cells of a line, with nothing in them that Markdown reads as its own."""
    return [escaped(getattr(line, column)) for column in COLUMNS]


def escaped(words: str) -> str:
    """Words as Markdown shows them."""
    return shown(words).translate(ESCAPED)


def table_row(values: Iterable[str]) -> str:
    """One row of a table."""
    return f"| {' | '.join(values)} |"
