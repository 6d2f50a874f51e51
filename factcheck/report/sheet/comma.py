"""The coverage sheet as CSV (RFC 4180), for spreadsheets."""

from __future__ import annotations

import csv
import io

from factcheck.engine import Report
from factcheck.messages import in_language, say
from factcheck.pattern import lazy_pattern
from factcheck.report.sheet.entries import COLUMNS, cells, entries

# Without the mark a spreadsheet takes the file for one in the code page of the machine, and shows no Chinese.
MARK = "\ufeff"
# A cell that begins so is a formula to a spreadsheet, which runs it; -5% is none.
FORMULA = lazy_pattern(r"[=+@\t\r]|-(?![0-9.])")


def render(report: Report) -> str:
    """A header and one record a figure."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    language = report.language or "en"
    writer.writerow([in_language(say(column), language) for column in COLUMNS])
    for line in entries(report):
        writer.writerow([harmless(cell) for cell in cells(line, language)])
    return MARK + written.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell
