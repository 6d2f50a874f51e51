"""The report as SARIF 2.1.0 (OASIS Standard, 2020): for code scanning and the viewers that read it.

Columns are Unicode code points, and `columnKind` says so. Silenced findings are marked, not dropped: a result that vanishes reads as
mended. An operand is a related location, each possible repair a fix.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from factcheck import __version__, registry
from factcheck.document import Document, Span
from factcheck.engine import Report
from factcheck.finding import Figure, Finding, Fix
from factcheck.report.excerpt import shown

Object = dict[str, Any]
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(report: Report) -> str:
    """The report as one SARIF log."""
    checks = sorted({finding.check for finding in report.findings})
    run: Object = {
        "tool": {
            "driver": {
                "name": "factcheck",
                "semanticVersion": __version__,
                "rules": [rule(name) for name in checks],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": location(document)} for document in report.documents],
        "invocations": [
            {
                "executionSuccessful": not report.failures,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": f"{failure.check}: {failure.message}"}} for failure in report.failures
                ],
            }
        ],
        "results": [result(finding, checks.index(finding.check), report) for finding in report.findings],
        "properties": {"coverage": dict(report.coverage)},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def rule(name: str) -> Object:
    """A check as a reporting descriptor."""
    check = registry.load(name)
    return {
        "id": name,
        "shortDescription": {"text": check.page.splitlines()[0]},
        "help": {"text": check.page, "markdown": f"```text\n{check.page}\n```"},
        "defaultConfiguration": {"level": check.level},
        "properties": {"tags": [name.partition("/")[0]]},
    }


def result(finding: Finding, index: int, report: Report) -> Object:
    """A finding as a result; what it rests on are its related locations."""
    made: Object = {
        "ruleId": finding.check,
        "ruleIndex": index,
        "level": finding.level,
        "message": {"text": "\n".join(shown(line) for line in (finding.message, *finding.working))},
        "locations": [physical(finding.document, finding.span)],
        "partialFingerprints": {"factcheck/v1": finding.fingerprint},
    }
    if finding.operands:
        made["relatedLocations"] = [operand(figure, number) for number, figure in enumerate(finding.operands, start=1)]
    if fixes := [fix_object(finding.document, fix) for fix in finding.fixes if fix.edits]:
        made["fixes"] = fixes
    silence = finding.silence
    if report.baselined:
        made["baselineState"] = "unchanged" if silence is not None and silence.by == "baseline" else "new"
    if silence is not None and silence.by != "baseline":
        kind = "inSource" if silence.by == "comment" else "external"
        made["suppressions"] = [
            {"kind": kind, "status": "accepted"} | ({"justification": silence.reason} if silence.reason else {})
        ]
    return made


def operand(figure: Figure, number: int) -> Object:
    """One figure that a finding rests on."""
    return {"id": number, **physical(figure.document, figure.span), "message": {"text": shown(figure.text)}}


def physical(document: Document, span: Span) -> Object:
    """Where something stands."""
    return {"physicalLocation": {"artifactLocation": location(document), "region": region(document, span, snippet=True)}}


def location(document: Document) -> Object:
    """A document by its path, as a relative reference (RFC 3986)."""
    return {"uri": quote(document.name.replace("\\", "/"), safe="/:@!$&'()*+,;=~")}


def region(document: Document, span: Span, *, snippet: bool = False) -> Object:
    """A span by lines and columns; the end column is the one behind the last character."""
    first, last = document.place(span.start), document.place(span.end)
    made: Object = {"startLine": first.line, "startColumn": first.column, "endLine": last.line, "endColumn": last.column}
    return made | {"snippet": {"text": document.text[span.start : span.end]}} if snippet else made


def fix_object(document: Document, fix: Fix) -> Object:
    """One possible repair."""
    return {
        "description": {"text": shown(fix.label)},
        "artifactChanges": [{"artifactLocation": location(document), "replacements": list(replacements(document, fix))}],
    }


def replacements(document: Document, fix: Fix) -> Iterator[Object]:
    """The edits of a repair."""
    for edit in fix.edits:
        yield {"deletedRegion": region(document, edit.span), "insertedContent": {"text": edit.text}}
