"""The shares of the hand annotation that extraction gets right do not fall. Skipped where the measuring data is not at hand."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest

from tests.extract import annotation

SCORES = Path(__file__).resolve().parents[1] / "scores.toml"


@pytest.mark.skipif(not annotation.DATA.is_dir(), reason="the measuring data is not at hand")
@pytest.mark.parametrize("name", annotation.SETS)
def test_the_reached_shares_do_not_fall(name):
    """Value, subject, measure and period of the annotated figures are right as often as tests/scores.toml says, or more often."""
    kept = tomllib.loads(SCORES.read_text(encoding="utf-8"))[name]
    reached = annotation.shares(name)

    assert {} == {part: float(reached[part]) for part, share in kept["at_least"].items() if reached[part] < Fraction(str(share))}
    assert {} == {part: float(reached[part]) for part, share in kept["at_most"].items() if reached[part] > Fraction(str(share))}


@pytest.mark.parametrize(
    ("name", "fewest"), [("annotation", 200), ("annotation_second", 100), ("annotation_third", 120), ("annotation_fourth", 200)]
)
def test_each_annotated_figure_is_one_of_its_own(name, fewest):
    """No figure stands in a set twice, and its places make sense."""
    rows = annotation.figures(name)
    places = {(row["file"], row["item"], row.get("language"), row["start"]) for row in rows}

    assert len(rows) == len(places) >= fewest
    assert all(row["start"] < row["end"] for row in rows)


def test_the_sets_have_no_text_in_common():
    """What rules were made from is not what tells how far they carry."""
    texts = [{(row["file"], row["item"]) for row in annotation.figures(name)} for name in annotation.SETS]

    assert set() == {text for first, second in combinations(texts, 2) for text in first & second}
