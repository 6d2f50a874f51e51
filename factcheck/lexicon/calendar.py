"""The words of the calendar: months, weekdays, eras, and the words that place a date by another one.

They stand on a page of their own, `calendar.toml`, since most of them carry a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from factcheck.lexicon import fold, page


@cache
def calendar() -> dict[str, Any]:
    """The page, by table."""
    return page("calendar.toml")


def numbered(table: str) -> dict[str, int]:
    """A table of words and what they stand for: `numbered("month")["may"]` is 5; `numbered("relative.year")` for a nested one."""
    found: Any = calendar()
    for name in table.split("."):
        found = found[name]
    return {fold(word): number for word, number in found.items()}


def listed(table: str, name: str = "words") -> list[str]:
    """A plain list of words."""
    return [fold(word) for word in calendar()[table][name]]


def characters(table: str, name: str = "characters") -> frozenset[str]:
    """A set of characters that are written as one string."""
    return frozenset(fold(calendar()[table][name]))


def alternatives(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, longest first, escaped so that they stand in a VERBOSE pattern."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
