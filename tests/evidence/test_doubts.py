"""Figures whose scale is in doubt: what they may be, in what order, and what is left alone."""

import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest

import factcheck
from factcheck.decisions import corrected, damaged, first
from factcheck.document import Document
from factcheck.evidence.doubts.doubt import Family
from factcheck.finding import Finding

TABLE = tomllib.loads((Path(__file__).parent / "doubts.toml").read_text(encoding="utf-8"))
SLOT = re.compile(r"⟦([^|⟧]*)\|([^|⟧]*)⟧")
CHECKS = {f"garble/{family}" for family in get_args(Family)}
ROWS = [(row["text"], row["reading"]) for kind, rows in TABLE.items() if kind != "silent" for row in rows]


def doubted(text: str) -> list[Finding]:
    """The figures of a text that are in doubt."""
    return [finding for finding in factcheck.check(text, select=["garble"]).findings if finding.check in CHECKS]


@pytest.mark.parametrize("text", [*(SLOT.sub(r"\1", text) for text, _ in ROWS), *TABLE["silent"]["rows"]])
def test_figures_that_can_be_right_are_left_alone(text: str) -> None:
    """A sum that holds, a part that its whole holds, a rate, another thing, several countries."""

    assert [] == [finding.message for finding in doubted(text)]


@pytest.mark.parametrize(("text", "readings"), ROWS)
def test_a_slip_is_found_and_read(text: str, readings: list[str]) -> None:
    """Each figure that can be wrong has its readings, the likeliest in front, and itself among them."""
    found = [factcheck.to_row(finding) for finding in doubted(SLOT.sub(r"\2", text))]

    assert readings == [row["readings"][0]["value"] for row in found]
    assert all(len(row["fixes"]) == len(row["readings"]) for row in found)


def test_a_repair_writes_the_figure_in_its_form_or_keeps_it() -> None:
    """The digits move and the scale word stays; where nothing decides, the first choice is to keep what stands there."""
    moved = Document("The province hosted 6.1 million guests. The lake alone hosted 48 million guests.")
    undecided = Document("Exports came to 47.36 billion dollars; the annex puts exports at 4.736 billion dollars.")

    small = Document("The province hosted 3.1 million guests. The lake alone hosted 45 million guests.")

    texts = [corrected(one, map(first, damaged(factcheck.check(one).findings))) for one in (moved, undecided)]

    assert "The province hosted 6.1 million guests. The lake alone hosted 4.8 million guests." == texts[0]
    assert undecided.text == texts[1]
    assert "alone hosted 450,000 guests" in corrected(small, map(first, damaged(factcheck.check(small).findings)))


def test_the_blank_before_a_glued_figure_is_set_with_its_scale() -> None:
    """A figure that is glued to its word and off by thousands is one finding, whose repair mends both."""
    draft = Document("The city has a population of 4.1 million and a GDP of3124500 billion yuan.")
    found = factcheck.check(draft, select=["garble"]).findings

    assert ["garble/scale-slip"] == [finding.check for finding in found]
    assert "The city has a population of 4.1 million and a GDP of 312.45 billion yuan." == corrected(draft, map(first, found))
