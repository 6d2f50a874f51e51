"""The report as rows: one JSON object on one line, the same bytes for the same input."""

from __future__ import annotations

import json
from collections.abc import Iterable

from factcheck.engine import Report
from factcheck.mention import Mention
from factcheck.wire import Row, to_row


def render(report: Report) -> str:
    """`{"findings": […], "claims": […], "coverage": {…}, "failures": […]}`; rows as `to_row` makes them."""
    return as_line(
        {
            "findings": [to_row(finding) for finding in report.findings],
            "claims": [to_row(claim) for claim in report.claims],
            "coverage": dict(report.coverage),
            "failures": [{"check": failure.check, "message": failure.message} for failure in report.failures],
        }
    )


def render_mentions(mentions: Iterable[Mention]) -> str:
    """One mention row a line."""
    return "".join(as_line(to_row(mention)) for mention in mentions)


def as_line(row: Row) -> str:
    """A row as JSON on a line of its own."""
    return json.dumps(row, ensure_ascii=False) + "\n"
