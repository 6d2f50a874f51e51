"""What a misspelled name was meant to be."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.messages import say


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean "…"?)` with the nearest of the known names, or nothing where none is near."""
    from rapidfuzz import fuzz, process

    nearest = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    return "" if nearest is None else say(' (did you mean "{nearest}"?)', nearest=nearest[0])
