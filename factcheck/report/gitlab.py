"""The report as GitLab's Code Quality artifact, a subset of Code Climate's format: a list of issues."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from factcheck.engine import Report
from factcheck.finding import Finding, Level

SEVERITIES: dict[Level, str] = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report) -> str:
    """One array; what is silenced has no state in this format and is left out."""
    issues = [issue(finding) for finding in report.counted()]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def issue(finding: Finding) -> dict[str, Any]:
    """A finding as an issue. GitLab wants a fingerprint that no other file has."""
    first, last = finding.document.place(finding.span.start), finding.document.place(finding.span.end)
    print_of = f"{finding.document.name}\n{finding.fingerprint}".encode("utf-8", "surrogatepass")
    return {
        "description": finding.message,
        "check_name": finding.check,
        "fingerprint": hashlib.sha256(print_of).hexdigest(),
        "severity": SEVERITIES[finding.level or "error"],
        "location": {"path": finding.document.name, "lines": {"begin": first.line, "end": last.line}},
    }
