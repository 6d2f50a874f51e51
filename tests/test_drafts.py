"""Whole drafts that are right in every figure: silent as they stand, and mostly not with a figure altered."""

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from tests.altering import altered, raised

DRAFTS = sorted((Path(__file__).resolve().parent / "drafts").glob("*.md"))
# How many of the figures are found altered; this only rises.
FOUND = 608


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_a_right_draft_is_silent(path: Path) -> None:
    """Nothing above a note is raised on a draft whose figures are right."""

    assert [] == raised(path.read_text(encoding="utf-8"))


def test_altered_figures_are_found() -> None:
    """As many figures as before are found when one of them is altered beyond its rounding."""
    with ProcessPoolExecutor() as pool:
        assert sum(pool.map(number_found, DRAFTS)) >= FOUND


def number_found(path: Path) -> int:
    """How many figures of a draft are found altered."""
    return sum(bool(raised(alteration.text)) for alteration in altered(path.read_text(encoding="utf-8")))
