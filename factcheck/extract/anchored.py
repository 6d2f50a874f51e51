"""Patterns tried only where they can begin: most of a text has none of the characters that a figure or a name starts with.

`re` tries a pattern that begins with a look behind, or with one of several alternatives, at every code point; a scan for one mark that
the pattern is not without is a hundred times as fast. What is found is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import ahocorasick_rs

from factcheck.pattern import lazy_pattern

DIGITS = lazy_pattern("[0-9]+")


# The families that read one text one after the other ask for the same runs.
@lru_cache(maxsize=4)
def digit_runs(folded: str) -> tuple[tuple[int, int], ...]:
    """Where each run of digits of a folded text starts and ends."""
    return tuple(match.span() for match in DIGITS.finditer(folded))


def digit_starts(folded: str) -> list[int]:
    """Where each run of digits of a folded text starts."""
    return [start for start, _end in digit_runs(folded)]


def matches_at(pattern: re.Pattern[str], folded: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin at ascending places, none inside another: `finditer` where it could begin nowhere else."""
    reached, match = 0, pattern.match
    for place in places:
        if place >= reached and (found := match(folded, place)) is not None:
            reached = found.end()
            yield found


def matches_before(pattern: re.Pattern[str], folded: str, *, mark: re.Pattern[str], reach: int) -> Iterator[re.Match[str]]:
    """The matches that begin at a mark, or at most so many code points in front of one: every match where the pattern has such a mark."""
    return matches_at(pattern, folded, _before(folded, mark, reach))


def _before(folded: str, mark: re.Pattern[str], reach: int) -> Iterator[int]:
    floor = 0
    for found in mark.finditer(folded):
        place = found.start()
        yield from range(max(floor, place - reach), place + 1)
        floor = place + 1


class Marks:
    """Words that patterns begin with, all found in one pass however many they are."""

    def __init__(self, words: Iterable[str]) -> None:
        # The dense automaton is fit for some hundred words; of thousands it takes tenths of a second to make.
        self.automaton = ahocorasick_rs.AhoCorasick(sorted(set(words)), implementation=ahocorasick_rs.Implementation.DFA)

    def places(self, folded: str) -> list[int]:
        """Where one of the words begins, also as a part of another: "one" in "phone"."""
        return sorted({start for _word, start, _end in self.automaton.find_matches_as_indexes(folded, overlapping=True)})
