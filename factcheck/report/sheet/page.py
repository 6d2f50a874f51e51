"""The coverage sheet as one HTML page that needs nothing else: no script, no style sheet, no network."""

from __future__ import annotations

from html import escape

from factcheck.engine import Report
from factcheck.report.excerpt import shown
from factcheck.report.sheet.entries import COLUMNS, Entry, entries
from factcheck.report.sheet.markdown import summary

STYLE = """
:root { color-scheme: light dark; font-family: system-ui, sans-serif; }
body { margin: 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th, td { border: 1px solid #8886; padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { position: sticky; top: 0; background: Canvas; }
.status { font-weight: 600; white-space: nowrap; }
.contradicted .status { color: #b3261e; }
.not-found .status, .not-checked .status { color: #8a5a00; }
.supported .status, .derived .status, .consistent .status { color: #2e7d32; }
@media (prefers-color-scheme: dark) {
  .contradicted .status { color: #f2b8b5; }
  .not-found .status, .not-checked .status { color: #ffd54f; }
  .supported .status, .derived .status, .consistent .status { color: #a5d6a7; }
}
"""


def render(report: Report) -> str:
    """A table with one row a figure; the status is told in words, and by a colour beside."""
    lines = entries(report)
    head = "".join(f'<th scope="col">{column}</th>' for column in COLUMNS)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Coverage sheet</title>\n<style>{STYLE}</style>\n'
        f"</head>\n<body>\n<h1>Coverage sheet</h1>\n<p>{escape(summary(lines))}</p>\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"
        f"{''.join(map(table_row, lines))}</tbody>\n</table>\n</body>\n</html>\n"
    )


def table_row(line: Entry) -> str:
    """One row of the table."""
    cells = "".join(f'<td class="{column}">{escape(shown(getattr(line, column)))}</td>' for column in COLUMNS)
    return f'<tr class="{line.status.replace(" ", "-")}">{cells}</tr>\n'
