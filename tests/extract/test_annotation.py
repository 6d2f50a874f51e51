"""The shares of the hand annotation that extraction gets right do not fall. Skipped where the measuring data is not at hand."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

from tests.extract import annotation

SCORES = Path(__file__).resolve().parents[1] / "scores.toml"


@pytest.mark.skipif(not annotation.DATA.is_dir(), reason="the measuring data is not at hand")
def test_the_reached_shares_do_not_fall():
    """Value, subject, measure and period of the annotated figures are right as often as tests/scores.toml says, or more often."""
    kept = tomllib.loads(SCORES.read_text(encoding="utf-8"))["annotation"]
    reached = annotation.shares()

    assert {} == {part: float(reached[part]) for part, share in kept["at_least"].items() if reached[part] < Fraction(str(share))}
    assert {} == {part: float(reached[part]) for part, share in kept["at_most"].items() if reached[part] > Fraction(str(share))}


def test_the_annotation_is_of_two_hundred_figures():
    """Each row is a figure of its own, with places that make sense."""
    places = {(row["file"], row["item"], row["start"]) for row in annotation.ROWS}

    assert len(annotation.ROWS) == len(places) >= 200
    assert all(row["start"] < row["end"] for row in annotation.ROWS)
