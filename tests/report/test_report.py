"""The reports of one run: the text for a reader, the rows for a program."""

import datetime
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.claim import Claim, Source
from factcheck.document import Document, Span
from factcheck.engine import Failure, Report, check
from factcheck.finding import Edit, Finding, Fix
from factcheck.mention import Mention, Reading, Support
from factcheck.quantity import quantity
from factcheck.report import rows, text
from factcheck.report.excerpt import width

GOLDEN = Path(__file__).parent / "golden"
DRAFT = Document("# 业绩\n\n营收由136亿元增长48.3%至232亿元。\n用户达1090,000人，上年为1.09亿人。\n", name="draft.md")
LEDGER = Document('[[claim]]\namount = "202亿元"\n', name="claims/jd.toml")


def mention(document: Document, words: str, value: str | None, unit: str, kind: str = "money", **fields: object) -> Mention:
    start = document.text.index(words)
    span = Span(start, start + len(words))
    said = None if value is None else quantity(Decimal(value), unit, decimals=8 if kind == "money" else 0)
    return Mention(document, span, span, kind, said, **fields)  # type: ignore[arg-type]


def report() -> Report:
    """A report by hand: every part that a finding can have stands in it once."""
    before, after = mention(DRAFT, "136亿元", "13600000000", "CNY"), mention(DRAFT, "232亿元", "23200000000", "CNY")
    rate = mention(DRAFT, "48.3%", "48.3", "percent", "percent")
    recorded = Claim(
        id="jd-2022-h1-revenue",
        mention=mention(LEDGER, "202亿元", "20200000000", "CNY"),
        measure="revenue",
        source=Source(id="jd-2022", title="Interim results", publisher="JD Health", published=datetime.date(2022, 8, 29)),
        quote="收入202亿元",
    )
    year_before = mention(DRAFT, "1.09亿人", "109000000", "person", "count")
    readings = (
        Reading(Decimal(109000000), "person", "10,900万, its comma moved", (Support("上年 says so too", (year_before,)),)),
        Reading(Decimal(1090000), "person", "the comma set right"),
    )
    damaged = mention(DRAFT, "1090,000人", None, "person", "count", damage="broken-grouping", readings=readings)
    start = damaged.span.start
    findings = (
        Finding(
            DRAFT,
            rate.span,
            "48.3% is not the growth from 136亿元 to 232亿元, which is 70.6%",
            (before, rate, after, recorded),
            ("232亿元 / 136亿元 − 1 = 70.59%", "232亿元 would have to lie in 201–202亿元"),
            level="error",
            check="arithmetic/growth",
            fingerprint="0123456789abcdef",
        ),
        Finding(
            DRAFT,
            damaged.span,
            "1090,000人 is no number",
            (damaged, year_before),
            working=("1.09亿人: 10,900万, its comma moved", "上年 has 1.09亿人"),
            readings=readings,
            fixes=(
                Fix("write 1.09亿", (Edit(Span(start, start + 8), "1.09亿"),)),
                Fix("a blank", (Edit(Span(start + 8, start + 8), " "),), safe=True),
                Fix("ask the author"),
            ),
            level="warning",
            check="garble/broken-grouping",
            fingerprint="fedcba9876543210",
        ),
    )
    coverage = dict.fromkeys(("documents", "damaged", "claims", "with_measure", "comparisons"), 1)
    coverage |= {"characters": len(DRAFT.text), "figures": 5, "read": 4}
    coverage |= {"agrees": 0, "agrees_by_rounding": 0, "disagrees": 3, "undecidable": 0, "not_checked": 2}
    return Report(findings, (recorded,), coverage, (DRAFT,), (Failure("unit/x", "KeyError: 'a' (x.py:3)"),))


def test_the_text_report() -> None:
    """Place, quoted line, sentence, working, evidence elsewhere, readings with their support, fixes; then the summary."""

    assert (GOLDEN / "report.txt").read_text(encoding="utf-8") == text.render(report())


def test_colour_adds_nothing_but_colour() -> None:
    """Taking the colours away leaves the same report."""
    coloured = text.render(report(), colour=True)

    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert text.render(report()) == re.sub("\x1b\\[[0-9;]*m", "", coloured)


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_quoted_lines_fit_the_terminal(columns: int) -> None:
    """Full-width characters take two columns; the place of evidence stands beside its line, and both fit."""
    around = "港口吞吐量稳步提升，" * 20
    drafts = [
        Document(f"{around}2021年海湾食品有限公司营收为{amount}亿元。{around}", name=f"第{number}期.md")
        for number, amount in enumerate((20, 30))
    ]
    lines = text.render(check(drafts), columns=columns).splitlines()
    quoting = [line for line in lines if "⟦" in line]

    assert 2 == len(quoting)
    assert all(width(line) <= columns for line in quoting)


def test_the_rows() -> None:
    """One JSON object on one line, with exact numbers as strings, and the same bytes each time."""
    line = rows.render(report())
    row = json.loads(line)

    assert line == rows.render(report()) == line.rstrip("\n") + "\n"
    assert ["findings", "claims", "coverage", "failures"] == list(row)
    assert [("arithmetic/growth", 3, 11), ("garble/broken-grouping", 4, 4)] == [
        (f["check"], f["line"], f["column"]) for f in row["findings"]
    ]
    assert ["109000000", "1090000"] == [reading["value"] for reading in row["findings"][1]["readings"]]
    assert {"check": "unit/x", "message": "KeyError: 'a' (x.py:3)"} == row["failures"][0]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, "0 figures: 0 agree, 0 by rounding, 0 disagree, 0 undecidable, 0 not checked"),
        ({"figures": 1, "agrees": 1}, "1 figure: 1 agree, 0 by rounding, 0 disagree, 0 undecidable, 0 not checked"),
        ({"damaged": 2}, "0 figures: 0 agree, 0 by rounding, 0 disagree, 0 undecidable, 0 not checked; 2 figures damaged"),
    ],
)
def test_the_summary_says_what_was_not_looked_at(counts: dict, expected: str) -> None:
    """Silence is told from not looking."""
    keys = ("figures", "damaged", "agrees", "agrees_by_rounding", "disagrees", "undecidable", "not_checked")

    assert expected == text.covered(dict.fromkeys(keys, 0) | counts)


def test_mentions_as_lines() -> None:
    """A figure is listed as it stands and as it was read; a damaged one with what it may be."""
    damaged = report().findings[1].because[0]
    whole = mention(DRAFT, "136亿元", "13600000000", "CNY")

    assert (
        "draft.md:3:4: 136亿元  money  13600000000 yuan\n"
        "draft.md:4:4: 1090,000人  count  109000000 people or 1090000 people (damaged)\n"
    ) == text.render_mentions([whole, damaged])
    assert (
        "draft.md:3:4: 136亿元  金额  13600000000元\ndraft.md:4:4: 1090,000人  数目  109000000人或1090000人（损坏）\n"
    ) == text.render_mentions([whole, damaged], language="zh")
    assert ["13600000000", None] == [json.loads(line)["value"] for line in rows.render_mentions([whole, damaged]).splitlines()]


@pytest.mark.parametrize(
    ("label", "old", "new", "expected"),
    [
        ("write 47 for 48.3", "48.3", "47", "write 47 for 48.3 (changes what is said)"),
        ('take out "增长"', "增长", "", 'take out "增长" (changes what is said)'),
        ("set it right", "48.3", "47", "set it right (48.3 → 47; changes what is said)"),
        ("the rate: a blank", "", " ", 'the rate: a blank (put in " "; changes what is said)'),
    ],
)
def test_a_repair_says_its_edit_once(label: str, old: str, new: str, expected: str) -> None:
    """Where the label names what stands there and what would, the edit is not told again."""
    start = DRAFT.text.index(old or "%")

    assert expected == text.repair(DRAFT, Fix(label, (Edit(Span(start, start + len(old)), new),)))
