"""The formats that other programs read: each by its own rules for places, levels, limits and what is silenced."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from factcheck import Document, check, registry
from factcheck.document import Span
from factcheck.engine import Report
from factcheck.finding import Edit, Finding, Fix, Silence
from factcheck.report import FORMATS, github, gitlab, junit, renderer, reviewdog, sarif

TEXT = "# 业绩\n\n营收由100.0亿元增长20.0%至130.0亿元。\n毛利率下降1%。\n"
SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def report() -> Report:
    return check(Document(TEXT, name="稿 1/a.md"))


def finding(document: Document, words: str, level: str = "error", *fixes: Fix, **fields: object) -> Finding:
    start = document.text.index(words)
    span = Span(start, start + len(words))
    return Finding(
        document, span, f"{words} is wrong", fixes=fixes, level=level, check="unit/percent-or-point", fingerprint="0f", **fields
    )


def made(*findings: Finding, **fields: object) -> Report:
    documents = tuple({id(one.document): one.document for one in findings}.values())
    return Report(findings, (), dict.fromkeys(check("").coverage, 0), documents, **fields)


def test_every_format_has_a_renderer(report: Report) -> None:
    """Each answers with text for any report, an empty one too."""
    for name in FORMATS:
        assert isinstance(renderer(name)(report), str)
        assert isinstance(renderer(name)(check([])), str)


def test_sarif_is_valid(report: Report) -> None:
    """The log validates against the schema of SARIF 2.1.0, with operands, fixes, suppressions and baseline states."""
    document = Document("份额下降1%。", name="b.md")
    fix = Fix("in points", (Edit(Span(4, 6), "1个百分点"),))
    silenced = (Silence("comment", "quoted"), Silence("configuration"), Silence("baseline", "since 2026-01-01"))
    marked = made(*(finding(document, "1%", "error", fix, silence=silence) for silence in (None, *silenced)), baselined=True)
    for one in (report, marked):
        log = json.loads(sarif.render(one))
        jsonschema.Draft7Validator(SCHEMA).validate(log)
    results = log["runs"][0]["results"]

    assert ["new", "new", "new", "unchanged"] == [result["baselineState"] for result in results]
    assert [None, "inSource", "external", None] == [result.get("suppressions", [{}])[0].get("kind") for result in results]
    assert "1个百分点" == results[0]["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"]


def test_sarif_places_are_code_points(report: Report) -> None:
    """The region names what stands there, and the path is a URI reference."""
    run = json.loads(sarif.render(report))["runs"][0]
    result = run["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    line = TEXT.split("\n")[region["startLine"] - 1]

    assert "unicodeCodePoints" == run["columnKind"]
    assert "20.0%" == line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
    assert "%E7%A8%BF%201/a.md" == run["artifacts"][0]["location"]["uri"]
    assert ["100.0亿元", "130.0亿元"] == [related["message"]["text"] for related in result["relatedLocations"]]
    assert "arithmetic/growth" == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]


def test_rdjson_columns_are_bytes(report: Report) -> None:
    """The digit 2 of 20.0% stands behind 营收由100.0亿元增长: seven characters of three bytes, five of one."""
    first = json.loads(reviewdog.render(report).splitlines()[0])
    place = first["location"]["range"]

    assert {"line": 3, "column": 27} == place["start"]
    assert {"line": 3, "column": 32} == place["end"]
    assert "ERROR" == first["severity"]
    assert TEXT.split("\n")[2].encode()[26:31] == b"20.0%"


def test_several_edits_are_one_suggestion() -> None:
    """A suggestion of rdjson is one stretch: what stands between two edits stays."""
    document = Document("由10万降至5万", name="a.md")
    fix = Fix("both", (Edit(Span(1, 4), "10亿"), Edit(Span(6, 8), "5亿")))

    assert "10亿降至5亿" == reviewdog.suggestion(document, fix)["text"]


def test_github_keeps_its_limits() -> None:
    """Ten errors, ten warnings, nine notices, the gravest first, and one notice that counts the others."""
    document = Document("份额下降1%。", name="a,b:c.md")
    found = [finding(document, "1%", level) for level in ("note", "warning", "error") for _ in range(12)]
    lines = github.render(made(*found)).splitlines()

    assert ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10 == [line[2:].split(" ")[0] for line in lines]
    assert lines[-1].endswith("not shown here: 7 findings; see the step summary")
    assert lines[0].startswith(
        "::error file=a%2Cb%3Ac.md,line=1,col=5,endLine=1,endColumn=7,title=unit/percent-or-point::1%25 is wrong"
    )
    assert 36 == github.summary(made(*found)).count("| 1% is wrong")


def test_a_draft_is_no_markup_in_the_summary() -> None:
    """What a draft says cannot end a cell, a line or a code span."""
    document = Document("a|<b>`1%\n*x*", name="a.md")

    assert "a\\|&lt;b>\\`1%" in github.cell("a|<b>`1%\n")
    assert "\n" not in github.cell(document.text)


def test_junit_fails_for_errors_only() -> None:
    """One case a family; warnings stand in its output; what XML cannot hold is replaced."""
    document = Document("份额下降1%。\x0b", name="a\x0b.md")
    suites = ElementTree.fromstring(junit.render(made(finding(document, "1%"), finding(document, "\x0b", "warning"))))
    cases = {case.get("name"): case for case in suites.iter("testcase")}
    other = ElementTree.fromstring(junit.render(made(finding(document, "1%", "warning"))))

    assert {name.partition("/")[0] for name in registry.known()} == set(cases)
    assert ["unit"] == [name for name, case in cases.items() if case.find("failure") is not None]
    assert "\ufffd is wrong" in (cases["unit"].findtext("system-out") or "")
    assert [] == list(other.iter("failure"))


def test_gitlab_fingerprints_are_of_one_file() -> None:
    """The same sentence in two files is two issues."""
    issues = json.loads(gitlab.render(made(*(finding(Document("降1%", name=name), "1%") for name in ("a.md", "b.md")))))

    assert 2 == len({issue["fingerprint"] for issue in issues})
    assert ["major", "major"] == [issue["severity"] for issue in issues]


@pytest.mark.parametrize("form", ["text", "github", "rdjsonl", "junit", "gitlab"])
def test_what_is_silenced_is_not_shown(form: str) -> None:
    """Formats that know no state leave silenced findings out."""
    document = Document("份额下降1%。", name="a.md")

    assert "is wrong" not in renderer(form)(made(finding(document, "1%", silence=Silence("comment", "quoted"))))


def test_rows_mark_what_is_silenced() -> None:
    """The rows have every finding, silenced or not, and say which."""
    document = Document("份额下降1%。", name="a.md")
    loud = finding(document, "1%")
    rows = json.loads(renderer("json")(made(loud, replace(loud, silence=Silence("comment", "quoted")))))["findings"]

    assert [None, {"by": "comment", "reason": "quoted"}] == [row["silence"] for row in rows]
