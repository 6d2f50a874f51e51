"""The report as JUnit XML: one test case for each document and family of checks. Only an error fails one; the rest stands in its output."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from factcheck import registry
from factcheck.engine import Report
from factcheck.finding import Finding
from factcheck.messages import Language, in_language, say
from factcheck.pattern import lazy_pattern
from factcheck.report.text import place

# XML 1.0 §2.2: what a document may not hold, escaped or not.
FORBIDDEN = lazy_pattern("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """One suite a document."""
    families = sorted({name.partition("/")[0] for name in registry.known()})
    suites = ElementTree.Element("testsuites", name="factcheck")
    for document in report.documents:
        found = [finding for finding in report.counted() if finding.document is document]
        suite = ElementTree.SubElement(suites, "testsuite", name=clean(document.name))
        failed = sum(
            _case(suite, family, [one for one in found if one.check.startswith(f"{family}/")], report.language or "en")
            for family in families
        )
        suite.set("tests", str(len(families)))
        suite.set("failures", str(failed))
    ElementTree.indent(suites, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(suites, encoding="unicode") + "\n"


def _case(suite: ElementTree.Element, family: str, found: Sequence[Finding], language: Language) -> bool:
    """One test case; whether it fails."""
    case = ElementTree.SubElement(suite, "testcase", name=family, classname=suite.get("name", ""))
    errors = [finding for finding in found if finding.level == "error"]
    if errors:
        failure = ElementTree.SubElement(case, "failure", type="error", message=clean(errors[0].message))
        failure.text = clean("\n\n".join(words(finding, language) for finding in errors))
    others = [finding for finding in found if finding.level != "error"]
    if others:
        ElementTree.SubElement(case, "system-out").text = clean("\n\n".join(words(finding, language) for finding in others))
    return bool(errors)


def words(finding: Finding, language: Language) -> str:
    """A finding in lines."""
    level = in_language(say(finding.level or "error"), language)
    head = f"{place(finding.document, finding.span)}: {level} {finding.check}: {finding.message}"
    return "\n".join((head, *(f"  {line}" for line in finding.working)))


def clean(text: str) -> str:
    """A text that XML can hold."""
    return FORBIDDEN.sub("\ufffd", text)
