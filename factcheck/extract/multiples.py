"""Words that state a multiple: "sales doubled", "nearly double that", "twice the", 翻一番."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache

from factcheck.document import Span
from factcheck.extract.anchored import Marks, matches_at
from factcheck.extract.numerals import Numeral, words
from factcheck.pattern import lazy_pattern

BARE_MULTIPLES = ("double", "doubles", "triples", "triple", "quadruple", "twice")


@cache
def multiple_words() -> re.Pattern[str]:
    """Words that state a multiple; not "double room", "double-decker"."""
    forms = words()
    english = "|".join(sorted((word for word in forms["en"]["multiple"] if word not in BARE_MULTIPLES), key=len, reverse=True))
    chinese = "|".join(sorted(forms["zh"]["multiple"], key=len, reverse=True))
    bare = "|".join(BARE_MULTIPLES)
    return lazy_pattern(
        rf"""
          (?<![a-z0-9-])(?P<verb>{english})(?![a-z0-9-])           # sales doubled
        | (?<![a-z0-9-])(?P<bare>{bare})(?=[ ](?:that|the|its|their|as|what|last|this|from|to)(?![a-z]))   # nearly double that, twice as many
        | (?P<chinese>{chinese})                                   # 翻一番
        """,
        re.VERBOSE,
    )


@cache
def _marks() -> Marks:
    return Marks((*words()["en"]["multiple"], *words()["zh"]["multiple"]))


def find_multiples(folded: str) -> Iterator[re.Match[str]]:
    """The words of a text that state a multiple, in reading order."""
    return matches_at(multiple_words(), folded, _marks().places(folded))


def read_multiple(match: re.Match[str]) -> Numeral:
    """A word that multiplies, as its factor."""
    forms = words()
    factor = Fraction((forms["zh"] if match["chinese"] else forms["en"])["multiple"][match[0]])
    value = Decimal(factor.numerator) / factor.denominator
    return Numeral(Span(match.start(), match.end()), value, 0, "words", form="multiple")
