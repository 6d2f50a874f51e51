"""Decimals with blanks around their point, or a word for it, in front of digits: 1 . 5 million, "2 point 5", "point 77 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.document import Span
from factcheck.extract.anchored import matches_before
from factcheck.extract.numerals import Numeral
from factcheck.extract.scale_words import with_words
from factcheck.pattern import lazy_pattern

# "1 . 5 million", as translators leave it; a stop that ends a sentence has no scale or share behind the next number
SPACED_POINT = lazy_pattern(
    r"(?<![0-9.,])(?<![0-9] )(?P<whole>[0-9]{1,3})[ ]\.[ ](?P<part>[0-9]{1,2})"
    r"(?=[ ]?(?:%|percent|per[ ]cent|percentage|[a-z]{1,2}illion|thousand|hundred|ten[ ]thousand|[百千]?[万亿]))"
)
SPACED, SPACED_REACH = lazy_pattern(r" \. (?=[0-9])"), 3


def _read_spaced_point(folded: str, match: re.Match[str]) -> Numeral:
    """1 . 5 in front of a scale or a share."""
    value = Decimal(f"{match['whole']}.{match['part']}")
    return with_words(folded, Numeral(Span(match.start(), match.end()), value, -len(match["part"]), "digits", pointed=True))


# "was point 77 percent"; not "at this point 77 percent", "percentage point 5 percent"
POINT_SHARE = lazy_pattern(
    r"(?:\A|(?<=[ ]is[ ])|(?<=[ ](?:by|of|to|or)[ ])|(?<=[ ](?:was|and)[ ])|(?<=[ ](?:only|just|than|from|rose|fell|grew)[ ])|(?<=[ ]about[ ]))"
    r"point[ ](?P<digits>[0-9]{1,3})(?=[ ]?(?:%|percent|per[ ]cent)(?![a-z])|\Z)"
)
POINT = lazy_pattern("point (?=[0-9])")


def _read_point_share(match: re.Match[str]) -> Numeral:
    """Point 77 as 0.77."""
    digits = match["digits"]
    return Numeral(Span(match.start(), match.end()), Decimal(f"0.{digits}"), -len(digits), "digits", pointed=True)


# 2 point 5, as it is read out; "1 point 5 minutes ago" may be a score
SPOKEN_POINT = lazy_pattern(r"(?<![0-9.,$-])(?<![0-9] )(?P<whole>[0-9]{1,3})[ ]point[ ](?P<part>[0-9]{1,3})(?![0-9,-]|\.[0-9])")
SPOKEN, SPOKEN_REACH = lazy_pattern(" point (?=[0-9])"), 3
SCALED_BEHIND = lazy_pattern(r"[ ]?(?:%|percent|per[ ]cent|[a-z]{1,2}illion|thousand|times)(?![a-z])|[ ]?\Z")


def _read_spoken_point(folded: str, match: re.Match[str]) -> Numeral | None:
    """2 point 5 as 2.5; None for one point with a number of its own behind it."""
    if match["whole"] == "1" and SCALED_BEHIND.match(folded, match.end()) is None:
        return None
    return _read_spaced_point(folded, match)


def find_points(folded: str) -> Iterator[Numeral]:
    """The decimals of a folded text whose point stands apart from its digits."""
    for match in matches_before(SPACED_POINT, folded, mark=SPACED, reach=SPACED_REACH):
        yield _read_spaced_point(folded, match)
    yield from filter(
        None, (_read_spoken_point(folded, match) for match in matches_before(SPOKEN_POINT, folded, mark=SPOKEN, reach=SPOKEN_REACH))
    )
    for match in matches_before(POINT_SHARE, folded, mark=POINT, reach=0):
        yield _read_point_share(match)
