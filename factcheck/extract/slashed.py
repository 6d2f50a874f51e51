"""Fractions with a stroke: 1/3 of the users, 2 1/2 miles, 5-1/4 percent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.document import Span
from factcheck.extract.anchored import matches_before
from factcheck.extract.beside import unit_kind
from factcheck.extract.digits import INCHES_BEHIND
from factcheck.extract.numerals import Numeral, finite
from factcheck.extract.prepared import Prepared
from factcheck.extract.scale_words import with_words
from factcheck.pattern import lazy_pattern

# 2 1/2 miles, 5-1/4 percent, 1/3 of the users, 1/4 inch; dates, pages and marks (3/4, 1/12, 5/5) are told apart by what stands behind
SLASH = lazy_pattern(
    r"""
    (?<![0-9/$第]) (?<![0-9][.,]) (?<![0-9a-z]-)
    (?: (?P<whole>[1-9][0-9]{0,2}) (?:[ ]{1,2}|[ ]and[ ]|-|(?P<mixed>[ ]?又[ ]?)|\+(?=[0-9]{1,2}⁄)) )?  # the 2 of 2 1/2, 2-1/2, 2又1/2, 2+1⁄2
    (?P<above>[1-9][0-9]?) (?P<stroke>[/⁄]) (?P<below>[1-9][0-9]{0,2}) (?![0-9/⁄]|\.[0-9/]|[-,][0-9])           # 1/3
    """,
    re.VERBOSE,
)
STROKE, STROKE_REACH = lazy_pattern("[/⁄](?<=[0-9].)(?=[1-9])"), 10
# The stroke that Unicode has for fractions alone (U+2044): no date, page or mark is written with it.
FRACTION_STROKE = "⁄"
SLASH_TO = lazy_pattern(r"[ ]to[ ]|[ ]and[ ]|[ ]?[–—][ ]?")  # 5-1/4 to 5-1/2 percent
ALONE = 20  # characters of a text that is nothing but a fraction
OF_BEHIND = lazy_pattern(r"[ ]of(?:[ ]|\Z)|[ ]?(?:的|以上|以下|左右|强|弱)")
# Rulers and markets part a whole by halving: 5-1/4 percent, but not the third or tenth that a date may be.
HALVINGS = frozenset([2, 4, 8, 16, 32, 64])
HALVED = frozenset(["percent", "point", "multiple", "money"])


def find_slashed(prepared: Prepared, taken: bytearray) -> Iterator[Numeral]:
    """The fractions of a text that are written with a stroke, outside the places that are spoken for."""
    folded = prepared.folded
    for match in matches_before(SLASH, folded, mark=STROKE, reach=STROKE_REACH):
        above, below, end = int(match["above"]), int(match["below"]), match.end()
        if above >= below or any(taken[match.start() : end]):
            continue
        alone = not (folded[: match.start()] + folded[end:]).strip(" -−") if len(folded) <= ALONE else False
        told = match["stroke"] == FRACTION_STROKE
        share = (told or OF_BEHIND.match(folded, end) is not None) and not match["whole"]
        decimals, value = finite(Fraction(above, below) + int(match["whole"] or 0))
        span = Span(match.start(), end)
        if alone and folded[: match.start()].strip():
            span, value = Span(folded.index(folded.strip()[0]), end), -value
        numeral = Numeral(span, value, decimals, "digits", form="fraction" if share else "number", pointed=decimals < 0)
        if match["whole"] and below in HALVINGS:
            numeral = with_words(folded, numeral)  # 2 1/2 million
        if (share or alone or told or match["mixed"] or numeral.scaled or _is_measured(prepared, match)) and not (
            match["whole"] and below > 16
        ):
            yield numeral


def _is_measured(prepared: Prepared, match: re.Match[str]) -> bool:
    """Whether a unit stands behind a fraction, or behind the other end of its range."""
    folded, end = prepared.folded, match.end()
    token = prepared.starting.get(end + (folded[end : end + 1] in (" ", "-")))
    kind = unit_kind(token)
    if kind in ("measure", "duration") or (token is not None and token.meaning("unit") == "cup"):
        return True
    halving = int(match["below"]) in HALVINGS
    if (halving and kind in HALVED) or INCHES_BEHIND.match(folded, end) is not None:
        return True
    to = SLASH_TO.match(folded, end) if halving else None
    other = SLASH.match(folded, to.end()) if to is not None else None
    return other is not None and SLASH_TO.match(folded, other.end()) is None and _is_measured(prepared, other)
