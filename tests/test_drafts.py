"""Whole drafts that are right in every figure: silent as they stand, and mostly not with a figure altered."""

import tomllib
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from tests.altering import altered, raised

DRAFTS = sorted((Path(__file__).resolve().parent / "drafts").glob("*.md"))
RIGHT = sorted((Path(__file__).resolve().parent / "drafts" / "right").glob("*.md"))
TEXTS = tomllib.loads((Path(__file__).resolve().parent / "drafts" / "right" / "texts.toml").read_text(encoding="utf-8"))
# How many of the figures are found altered; this only rises.
FOUND = 690


@pytest.mark.parametrize("path", [*DRAFTS, *RIGHT], ids=lambda path: path.stem)
def test_a_right_draft_is_silent(path: Path) -> None:
    """Nothing above a note is raised on a draft whose figures are right."""

    assert [] == raised(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("rich_in", TEXTS)
def test_right_sentences_and_short_texts_are_silent(rich_in: str) -> None:
    """Nothing above a note is raised on texts of all walks of life whose figures are right."""

    assert {} == {text: found for text in TEXTS[rich_in] if (found := raised(text))}


def test_altered_figures_are_found() -> None:
    """As many figures as before are found when one of them is altered beyond its rounding."""
    with ProcessPoolExecutor() as pool:
        assert sum(pool.map(number_found, DRAFTS)) >= FOUND


def number_found(path: Path) -> int:
    """How many figures of a draft are found altered."""
    return sum(bool(raised(alteration.text)) for alteration in altered(path.read_text(encoding="utf-8")))
