"""Tables: what their headings say of their figures, and which figures follow from others."""

import time
import tomllib
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

import factcheck
from factcheck.extract import build
from factcheck.quantity import decimal_text
from factcheck.read import read_bytes

TABLES = tomllib.loads((Path(__file__).with_name("tables.toml")).read_text(encoding="utf-8"))["table"]


def document(table: dict) -> factcheck.Document:
    return read_bytes(table["text"].encode(), name=f"table.{table.get('format', 'md')}")


@pytest.mark.parametrize("table", TABLES, ids=[table["name"] for table in TABLES])
def test_headings_say_what_figures_are(table: dict) -> None:
    """A figure has the unit, the measure and the time that its row, its column and the caption give."""
    found = {}
    for claim in factcheck.claims(document(table)):
        when = claim.period or claim.as_of
        found[claim.text] = [
            claim.text,
            decimal_text(claim.quantity.value),
            claim.mention.unit or "-",
            claim.measure or "-",
            when.edtf if when is not None else "-",
        ]

    expected = [[figure, decimal_text(Fraction(value)), *rest] for figure, value, *rest in table.get("figures", [])]
    assert expected == [found[row[0]] for row in expected]


@pytest.mark.parametrize("table", [table for table in TABLES if "subjects" in table], ids=lambda table: table["name"])
def test_headings_say_whose_figures_are(table: dict) -> None:
    """A figure has the subject that its headings name; a part that the lexicon does not know is no name, and marked."""
    found = {claim.text: claim for claim in factcheck.claims(document(table))}
    told = {text: ("part of " * ("owner" in claim.carried)) + (claim.subject or "-") for text, claim in found.items()}

    assert table["subjects"] == {text: told[text] for text in table["subjects"]}


@pytest.mark.parametrize("table", TABLES, ids=[table["name"] for table in TABLES])
def test_cells_are_bound(table: dict) -> None:
    """Totals and changes are bound as often as the table bears them out, and no other relation is made of its cells."""
    relations = Counter(relation.name for relation in build([document(table)]).relations)

    assert table.get("bound", {}) == dict(relations)


@pytest.mark.parametrize("table", TABLES, ids=[table["name"] for table in TABLES])
def test_wrong_cells_are_found(table: dict) -> None:
    """A total or a change that does not follow is an error; a table that is right, or may be, raises none."""
    findings = [(finding.level, f"{finding.check} {finding.text}") for finding in factcheck.check(document(table)).findings]

    assert table.get("raised", []) == [found for level, found in findings if level == "error"]
    assert table.get("warned", []) == [found for level, found in findings if level == "warning"]


@pytest.mark.parametrize("unit", ["| 1 ", "| 合计 | 2 |\n", "| 2021 | 变动 |\n|---|---|\n", "| 3 | 4 | 7 |\n"])
def test_large_tables_are_read_in_linear_time(unit: str) -> None:
    """A long table takes no more than in proportion to its length."""

    def seconds(length: int) -> float:
        text = "| a | b | 合计 |\n|---|---|---|\n" + unit * (length // len(unit))
        start = time.process_time()
        build([read_bytes(text.encode(), name="table.md")])
        return time.process_time() - start

    assert seconds(40_000) < max(6 * seconds(10_000), 1.5)
