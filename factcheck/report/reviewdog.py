"""The report as rdjsonl, reviewdog's diagnostic format: one diagnostic a line, columns in bytes of UTF-8, ends exclusive."""

from __future__ import annotations

import json
from typing import Any

from factcheck.document import Document, Span
from factcheck.engine import Report
from factcheck.finding import Finding, Fix, Level, edited

Object = dict[str, Any]
SEVERITIES: dict[Level, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report) -> str:
    """One diagnostic a line; what is silenced has no state in this format and is left out."""
    lines = (json.dumps(diagnostic(finding), ensure_ascii=False) for finding in report.counted())
    return "".join(f"{line}\n" for line in lines)


def diagnostic(finding: Finding) -> Object:
    """A finding with its operands and its repairs."""
    made: Object = {
        "message": "\n".join((finding.message, *finding.working)),
        "location": location(finding.document, finding.span),
        "severity": SEVERITIES[finding.level or "error"],
        "source": {"name": "factcheck"},
        "code": {"value": finding.check},
    }
    if finding.operands:
        made["relatedLocations"] = [
            {"message": figure.text, "location": location(figure.document, figure.span)} for figure in finding.operands
        ]
    if suggestions := [suggestion(finding.document, fix) for fix in finding.fixes if fix.edits]:
        made["suggestions"] = suggestions
    return made


def location(document: Document, span: Span) -> Object:
    """A path and a range."""
    return {"path": document.name, "range": range_of(document, span)}


def range_of(document: Document, span: Span) -> Object:
    """A span by lines and 1-based columns of UTF-8 bytes (reviewdog's diagnostic.proto)."""
    return {"start": position(document, span.start), "end": position(document, span.end)}


def position(document: Document, offset: int) -> Object:
    """One end of a range."""
    line = document.place(offset).line
    before = document.text[document.line_starts[line - 1] : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}


def suggestion(document: Document, fix: Fix) -> Object:
    """A repair as one replacement: the stretch from its first edit to its last, as it would read."""
    stretch = Span(min(edit.span.start for edit in fix.edits), max(edit.span.end for edit in fix.edits))
    return {"range": range_of(document, stretch), "text": edited(document.text, fix.edits, within=stretch)}
