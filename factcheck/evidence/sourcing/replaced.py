"""Replaced figures: what of the draft stands in the place of what of the source, where the two do not agree."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from functools import lru_cache

from factcheck.evidence.sourcing.alignment import Alignment
from factcheck.evidence.sourcing.sayings import LOOSE, PLAIN, Saying, families
from factcheck.quantity import decimal_text

# How far from its place a figure is looked for, in code points of the shorter language: a sentence or two, since clauses change
# places in translation.
REACH = 250
# How far the parts of one date stand apart: 1803年17月, "17 March, 1803".
ADJACENT = 4
# Words such as "one", "both" and 两个 come and go in translation; from here on a number has been counted.
COUNTED = 10
# A number of this size may be a year that its digits make impossible: 2870年 is read as a stretch of time.
YEARS = 1000
# How unlike two figures may be for one to be a change of the other, rather than only what stands in its place.
CHANGED = 1
CALENDAR = ("year", "month", "day", "clock")


def replaced(alignment: Alignment) -> dict[int, int]:
    """Places in the draft and in the source of figures that were changed: what is left over on both sides at one place."""
    taken = alignment.taken
    left = [which for which in range(len(alignment.source)) if which not in taken and not incidental(alignment.source[which])]
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, _, which, other in sorted(_edges(alignment, left)):
        if which not in pairs and other not in used:
            pairs[which] = other
            used.add(other)
    return pairs


def _edges(alignment: Alignment, left: list[int]) -> Iterator[tuple[int, int, int, int]]:
    places = sorted((alignment.mapped(other), other) for other in left)
    siblings = _siblings(alignment)
    reach = REACH * alignment.stretch
    for which, saying in enumerate(alignment.draft):
        if incidental(saying) or bare_words(saying):
            continue
        at = saying.span.start
        far = which in alignment.pairs and abs(alignment.mapped(alignment.pairs[which]) - at) > reach
        if which in alignment.pairs and not far:
            continue
        for place, other in places[
            bisect.bisect_left(places, (at - reach, -1)) : bisect.bisect_right(places, (at + reach, 1 << 60))
        ]:
            found = alignment.source[other]
            dated = found.part in CALENDAR and any(_adjacent(saying, one) for one in siblings.get(id(found.mention), ()))
            unlike = CHANGED if dated else unlikeness(saying, found)
            # What is said far away answers for a figure, unless one that differs by a digit stands in its place.
            if unlike is not None and (unlike <= CHANGED or not far):
                yield unlike, abs(place - at), which, other


def _siblings(alignment: Alignment) -> dict[int, list[Saying]]:
    """What stands in the draft for the parts of each date of the source that it has."""
    found: dict[int, list[Saying]] = {}
    for which, other in alignment.pairs.items():
        if alignment.source[other].part in CALENDAR:
            found.setdefault(id(alignment.source[other].mention), []).append(alignment.draft[which])
    return found


def _adjacent(saying: Saying, other: Saying) -> bool:
    return saying.span.start - other.span.end <= ADJACENT and other.span.start - saying.span.end <= ADJACENT


def unlikeness(saying: Saying, other: Saying) -> int | None:
    """How little a figure looks like a change of another: 0 where only its unit was changed, None where it cannot be one."""
    if saying.written is not None and saying.written == other.written:
        return 0
    close = nearly_spelled(saying, other)
    if saying.part in CALENDAR or other.part in CALENDAR:
        if saying.part == other.part:
            return 1 if close else 2
        return 1 if close and _may_be_year(saying) and _may_be_year(other) else None
    family, another = families(saying, other)
    if family == another and family not in LOOSE:
        return 1 if close else 2
    if not saying.loose and not other.loose:
        return 2 if close and PLAIN.isdisjoint((family, another)) else None
    if any(
        one.family == "count" and one.unit and other_one.family in PLAIN for one, other_one in ((saying, other), (other, saying))
    ):
        return None
    if close:
        return CHANGED if saying.family == other.family or min(map(len, _spellings(saying)[1:])) > 1 else 2
    if "label" in (saying.family, other.family) or saying.unit is None or saying.unit != other.unit:
        return 3 if _digits(saying) == _digits(other) > 1 and saying.family == other.family == "count" else None
    return 2


def _may_be_year(saying: Saying) -> bool:
    loose = saying.family in LOOSE or saying.family == "calendar"
    return saying.part == "year" or (loose and saying.written is not None and saying.written >= YEARS)


def nearly_spelled(saying: Saying, other: Saying) -> bool:
    """Whether two numbers have the same digits but for one, or in another order; all the same where a scale word has slipped."""
    return any(
        _one_slip(one, another) for one, another in zip(_spellings(saying), _spellings(other), strict=True) if one and another
    )


# A figure is held against every one that is left over near its place.
@lru_cache(maxsize=4096)
def _spellings(saying: Saying) -> tuple[str, str, str]:
    """The digits of a number as they stand, its significant digits, and all of them; each empty where there are none to show."""
    return _spelled(saying), _counted(saying), _whole(saying)


def _one_slip(one: str, another: str) -> bool:
    if len(one) != len(another) or (len(one) == 1 and one != another):
        return False
    return sorted(one) == sorted(another) or sum(first != second for first, second in zip(one, another, strict=True)) < 2


def _spelled(saying: Saying) -> str:
    """The digits of a number as they stand; empty where it is written in words."""
    if saying.part in CALENDAR:
        return ""  # its mention holds the digits of the other parts too
    number = saying.text if saying.mention is None or saying.part == "label" else saying.mention.number_text
    return "".join(character for character in number if "0" <= character <= "9")


def _counted(saying: Saying) -> str:
    """The significant digits of a number; empty for one that no decimal is, such as a third."""
    digits = "/" if saying.written is None else decimal_text(abs(saying.written))
    return "" if "/" in digits else digits.replace(".", "").strip("0") or "0"


def _whole(saying: Saying) -> str:
    """A number that can be written out, with its zeros: 20 is one digit from 27."""
    return str(saying.written) if saying.written is not None and 0 <= saying.written < 10**6 else ""


def _digits(saying: Saying) -> int:
    return len(str(int(saying.written))) if saying.written is not None else 0


def bare_words(saying: Saying) -> bool:
    """Whether a number stands in words and without a unit, or is one of two in a row: 十四五, 二十大, "twenty-one of them", 三四十人.

    In a draft these are names and ways of speaking more often than figures.
    """
    if saying.family != "count" or _spelled(saying):
        return False
    return saying.unit is None or (
        saying.mention is not None and saying.mention.quantity is not None and saying.mention.quantity.high is not None
    )


def incidental(saying: Saying) -> bool:
    """Whether a number is one that a translation may leave out or put in: a small one in words, without a unit of measure.

    So are halves and doublings in words, which the other language may put as "most" or 大增.
    """
    if any("0" <= character <= "9" for character in saying.text):
        return False
    if saying.amount is not None and saying.amount.vague:
        return True
    if saying.mention is not None and saying.mention.kind in ("ratio", "multiple"):
        return True  # "half", "doubled", 翻番
    return saying.loose and (saying.written is None or abs(saying.written) < COUNTED)
