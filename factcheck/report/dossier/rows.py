"""The dossier as rows: one JSON object a table, its statements as claim rows with the mark beside."""

from __future__ import annotations

from factcheck.engine import Report
from factcheck.report.dossier.tables import tables
from factcheck.report.rows import as_line
from factcheck.wire import claim_row


def render(report: Report) -> str:
    """One table a line."""
    return "".join(
        as_line(
            {
                "type": "table",
                "subject": table.subject,
                "measure": table.measure,
                "role": table.role,
                "scope": list(table.scope),
                "mark": table.mark or None,
                "statements": [
                    {"time": one.time or None, "dated": one.dated, "mark": one.mark or None, "claim": claim_row(one.claim)}
                    for one in table.statements
                ],
            }
        )
        for table in tables(report)
    )
