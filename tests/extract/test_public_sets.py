"""The shares of the public sets that extraction reads do not fall. Skipped where the measuring data is not at hand."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

from tests.extract import public_sets

SCORES = tomllib.loads((Path(__file__).resolve().parents[1] / "scores.toml").read_text(encoding="utf-8"))["public"]


@pytest.mark.skipif(not public_sets.PUBLIC.is_dir(), reason="the measuring data is not at hand")
@pytest.mark.parametrize(("name", "share"), SCORES["at_least"].items())
def test_the_share_of_a_public_set_that_is_read_does_not_fall(name, share):
    """Without the items whose convention is not ours, as much of each set is read as tests/scores.toml says."""
    assert public_sets.recall(name) >= Fraction(str(share))


def test_every_exception_has_a_reason_and_is_made_once():
    """A line of a set is left out once, and the file says why."""
    lines = [(row["set"], line) for row in public_sets.EXCEPTIONS for line in row["lines"]]

    assert all(row["reason"] for row in public_sets.EXCEPTIONS)
    assert len(lines) == len(set(lines))
