"""Whole drafts with two planted contradictions each: what is raised on them is planted, and what was found is found again."""

import tomllib
from pathlib import Path

import pytest

from factcheck import engine, read

PLANTED = Path(__file__).resolve().parent / "drafts" / "planted"
ROWS = tomllib.loads((PLANTED / "planted.toml").read_text(encoding="utf-8"))["draft"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_what_is_raised_is_what_was_planted(row):
    """No right figure of a draft is raised, and every planted one that is not listed as missed."""
    document = read(PLANTED / f"{row['name']}.md")
    report = engine.check(document)

    raised = {document.text[finding.span.start : finding.span.end] for finding in report.findings if finding.level != "note"}

    assert set(row["planted"]) - set(row["missed"]) == raised


def test_every_planted_draft_is_listed():
    """A draft of the folder has its row."""
    assert sorted(path.stem for path in PLANTED.glob("*.md")) == sorted(row["name"] for row in ROWS)
