"""Lengths by lengths: 3×4 m, "60 x 40 x 30 cm", 60*40*30厘米. Each number is a length, though the unit stands behind the last alone."""

from __future__ import annotations

from factcheck.extract.anchored import matches_before
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import units
from factcheck.pattern import lazy_pattern

NUMBER = r"[0-9]{1,5}(?:\.[0-9]{1,3})?"
SIZE = lazy_pattern(rf"(?<![0-9a-z.,×]){NUMBER}(?:[ ]?[x×✕*][ ]?{NUMBER}){{1,2}}(?![0-9.×*]|[ ]?x[ ]?[0-9])")
MARK, REACH = lazy_pattern(r"[x×✕*](?<=[0-9 ].)(?=[ ]?[0-9])"), 10
DIGITS = lazy_pattern(NUMBER)


def size_starts(prepared: Prepared) -> frozenset[int]:
    """Where the numbers of such sizes start, which would else be read as names (4×4) or as glued to a letter."""
    starts: set[int] = set()
    for match in matches_before(SIZE, prepared.folded, mark=MARK, reach=REACH):
        end = match.end() + (prepared.folded[match.end() : match.end() + 1] in (" ", "-"))
        if _is_length(prepared, end):
            starts.update(number.start() for number in DIGITS.finditer(prepared.folded, match.start(), match.end()))
    return frozenset(starts)


def _is_length(prepared: Prepared, place: int) -> bool:
    """Whether a unit of length begins at a place."""
    token = prepared.word_at(place)
    name = token.meaning("unit") if token is not None else None
    return name is not None and (units()[name].dimension == "length" or name == "pixel")
