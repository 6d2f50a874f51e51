"""English words that scale the digits before them: 13.6 billion, 3 dozen, 5bn, "3 and a half million", the m of $5m."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

from factcheck.document import Span
from factcheck.extract.numerals import Numeral, exact, finite, words
from factcheck.lexicon import UNSEEN
from factcheck.pattern import lazy_pattern

# 10 grand, not 3 grand slams
GRAND = r"[ ](?P<grand>grand)(?![a-z-]|[ ](?!(?:an?|and|or|for|in|on|to|per|from|each|more|less)[ ])[a-z])"


@cache
def _scale_words() -> re.Pattern[str]:
    scales = "|".join(sorted((w for w in words()["en"]["scale"]), key=len, reverse=True))
    dozens = "|".join(sorted(words()["en"]["dozen"], key=len, reverse=True))
    suffixes = "|".join(sorted(words()["en"]["suffix"], key=len, reverse=True))
    return lazy_pattern(
        rf"""
          [ ]?-?(?P<literal>(?:(?:one[ ])?hundred|ten)[ ](?:thousand|million|billion))\b   # 11 ten thousand, 1961 one hundred million
        | [{UNSEEN}]*[ ]?[{UNSEEN}]*-?(?P<scale>(?:{scales}))(?:[ ](?P<second>million|billion|trillion|crores?))?\b  # 13.6 billion, 3 lakh crore
        | [ ]?(?P<dozen>{dozens})\b                                                        # 3 dozen
        | {GRAND}                                                                          # 10 grand
        | (?P<wan>w)(?=\+|[ ]?[人次元块名位个户粉阅播点浏下])                                          # 10w+ and 1.5w人 write 万 so
        | (?P<billion>b)(?<=[0-9]\.[0-9]b|\.[0-9][0-9]b)(?![a-z0-9-])                           # 1.2b people, not the label 2b
        | [ ]?(?P<suffix>{suffixes})(?![a-z0-9])                                           # 5bn, 12k个
        """,
        re.VERBOSE,
    )


# 5 and a half minutes, 3 million and a quarter, "4 million and two thirds"
AND_PART = lazy_pattern(r"[ ]and[ ](?P<above>[a-z]{1,6})[ -](?P<part>[a-z]{4,9})(?![a-z-])(?![ ]of)")


WHOLE_SCALE = lazy_pattern(r"[ ](?P<scale>hundred|thousand|million|billion|trillion)(?![a-z])")


def with_words(folded: str, numeral: Numeral) -> Numeral:
    """A number in digits with the words that belong to it: a scale, a dozen, "and a half"."""
    if numeral.scaled or not isinstance(numeral.value, Decimal):
        return numeral
    return _and_part(folded, _with_scale_word(folded, numeral))


def _and_part(folded: str, numeral: Numeral) -> Numeral:
    behind = AND_PART.match(folded, numeral.span.end)
    if behind is None or numeral.pointed:
        return numeral
    en = words()["en"]
    part = en["fraction"].get(behind["part"])
    if numeral.scaled and part is None and behind["part"].removesuffix("s") in en["ordinal"]:
        part = f"1/{en['ordinal'][behind['part'].removesuffix('s')]}"
    above = 1 if behind["above"] in ("a", "an", "one") else en["digit"].get(behind["above"], 0) if numeral.scaled else 0
    if part is None or above * Fraction(part) >= 1 or not above:
        return numeral
    scale = WHOLE_SCALE.match(folded, behind.end()) if not numeral.scale else None
    if scale is not None:  # 3 and a half million
        exponent = en["scale"][scale["scale"]]
        decimals, value = finite((Fraction(numeral.value) + above * Fraction(part)) * 10**exponent)
        return replace(
            numeral, value=value, decimals=decimals, scaled=True, scale=exponent, span=Span(numeral.span.start, scale.end())
        )
    decimals, value = finite(Fraction(numeral.value) + above * Fraction(part) * 10**numeral.scale)
    return replace(numeral, value=value, decimals=decimals, pointed=numeral.scale == 0, span=Span(numeral.span.start, behind.end()))


def _with_scale_word(folded: str, numeral: Numeral) -> Numeral:
    match = _scale_words().match(folded, numeral.span.end)
    if match is None:
        return numeral
    en = words()["en"]
    if match["dozen"]:
        return replace(
            numeral, value=exact(numeral.value) * 12, decimals=min(numeral.decimals, 0), span=Span(numeral.span.start, match.end())
        )
    if match["literal"]:
        exponent = sum(en["scale"].get(word, 1 if word == "ten" else 0) for word in match["literal"].split())
    elif match["grand"] or match["wan"] or match["billion"]:
        exponent = 3 if match["grand"] else 4 if match["wan"] else 9
    elif match["scale"]:
        exponent = en["scale"][match["scale"]] + (en["scale"][match["second"]] if match["second"] else 0)
    else:
        exponent = en["suffix"][match["suffix"]]
    return replace(numeral.times(exponent), span=Span(numeral.span.start, match.end()))


SUFFIX = lazy_pattern(r"(?P<suffix>[a-z]{1,2})(?![a-z0-9])|[ ](?P<apart>[mb])(?![a-z0-9])")


def money_suffix(folded: str, numeral: Numeral) -> Numeral:
    """The "m" of "$5m" and of "€3.5 m", read only behind a sum of money."""
    suffix = SUFFIX.match(folded, numeral.span.end)
    exponent = words()["en"]["money_suffix"].get(suffix["suffix"] or suffix["apart"]) if suffix is not None else None
    if suffix is None or exponent is None or numeral.scaled:
        return numeral
    return replace(numeral.times(exponent), span=Span(numeral.span.start, suffix.end()))
