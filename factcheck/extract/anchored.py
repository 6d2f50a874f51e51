"""Patterns tried only where they can begin: most of a text has none of the characters that a figure or a name starts with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def matches_at(pattern: re.Pattern[str], folded: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin at ascending places, none inside another: `finditer` where it could begin nowhere else."""
    reached, match = 0, pattern.match
    for place in places:
        if place >= reached and (found := match(folded, place)) is not None:
            reached = found.end()
            yield found
