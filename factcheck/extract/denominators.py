"""Denominators: the words that say what a rate is for, 千人, "1,000 people", (人·年)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factcheck.extract import numerals
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import Token, Unit, page, units
from factcheck.lexicon.calendar import alternatives
from factcheck.lexicon.rates import Denominator
from factcheck.pattern import lazy_pattern

# How many a rate is for: 每10万人, "per 1,000", "per one million".
HOW_MANY = lazy_pattern(
    r"""
      (?P<digits>[0-9][0-9,]{0,18})[ ]?(?P<scale>[十百千万亿]{0,2}|(?:thousand|million)(?=[ ]))[ ]?   # 10万, "1,000 ", "1 million "
    | (?P<han>[十百千万亿]{1,2})                                                              # 千
    | (?:one[ ]|a[ ])?(?P<word>hundred|thousand|million)[ ]                                    # "one thousand "
    """,
    re.VERBOSE,
)
# A second denominator: 元/(人·年), 元/人/天, 每人每月.
AND = lazy_pattern(r"[·•/]|每|[ ](?:per|a)[ ]")
# "per 1,000" needs no noun.
FEWEST = 100
# The longest Chinese unit that another word begins with.
LONGEST_UNIT = 3
# Words that a noun may follow that says more: 每名员工, 每个家庭.
GENERAL = frozenset(["item", "person"])


@dataclass(frozen=True, slots=True)
class Place:
    """The denominators that stand in a stretch of the text. `numbered` where digits do, which are a figure of their own."""

    parts: tuple[Denominator, ...]
    unit: Unit | None
    end: int
    numbered: bool


def denominator_at(prepared: Prepared, start: int, *, before: tuple[Denominator, ...] = ()) -> Place | None:
    """The denominators that begin at a place; None where no unit does."""
    folded = prepared.folded
    bracket = folded.startswith("(", start)
    start += bracket
    found = _unit_at(prepared, start)
    how_many, number = (HOW_MANY.match(folded, start), 1) if found is None else (None, 1)
    if how_many is not None:
        number = _number(how_many)
        found = _unit_at(prepared, how_many.end())
        if found is None and number >= FEWEST and (how_many["digits"] or how_many["word"]):
            found = "", None, how_many.end()  # "41 nurses per 10,000"
    if found is None:
        return None
    name, unit, end = found
    parts = (*before, Denominator(number, name))
    numbered = how_many is not None and bool(how_many["digits"] or how_many["word"])
    another = AND.match(folded, end) if len(parts) == 1 and not numbered else None
    more = denominator_at(prepared, another.end(), before=parts) if another is not None else None
    if more is not None:
        parts, end = more.parts, more.end
    if bracket:
        if not folded.startswith(")", end):
            return None
        end += 1
    return Place(parts, unit, end, numbered)


def _unit_at(prepared: Prepared, start: int) -> tuple[str, Unit | None, int] | None:
    """The unit that a word names as a denominator, by its name, and where the word ends."""
    folded = prepared.folded
    token = prepared.word_at(start)
    if token is not None and not token.has("unit") and not token.words[0].text.isascii():
        token = unit_inside(prepared, start)
    name = token.meaning("unit") if token is not None else None
    if token is not None and name is not None:
        noun = prepared.starting.get(token.end) if units()[name].classifier or name in GENERAL else None
        counted = noun.meaning("unit") if noun is not None else None
        if noun is not None and counted is not None and units()[counted].kind == "count":
            return counted, units()[counted], noun.end  # 每名员工, 每个家庭
        return name, units()[name], token.end
    match = _own_words().match(folded, start)
    if match is None:
        return None
    name = _own_names()[match[0]]
    return name, units().get(name), match.end()


def unit_inside(prepared: Prepared, start: int) -> Token | None:
    """The unit that a longer word begins with: the 亩 of 每亩产量."""
    for length in range(LONGEST_UNIT, 0, -1):
        token = next(iter(prepared.finder.tokens(prepared.folded[start : start + length])), None)
        if token is not None and token.start == 0 and token.has("unit"):
            return token._replace(start=start, end=start + token.end)
    return None


def _number(match: re.Match[str]) -> int:
    """How many a rate is for: 1000 for 千 and "1,000", 100000 for 10万."""
    number = int((match["digits"] or "1").replace(",", ""))
    scale = match["scale"] or match["han"] or match["word"] or ""
    known = numerals.words()
    powers = {**known["zh"]["place"], **known["zh"]["scale"], **known["en"]["scale"], "hundred": 2}
    exponent = powers[scale] if scale in powers else sum(powers[character] for character in scale)
    return number * int(10**exponent)


@cache
def _own_names() -> dict[str, str]:
    return {word: name for name, words in page("rates.toml")["denominator"].items() for word in words}


@cache
def _own_words() -> re.Pattern[str]:
    return lazy_pattern(rf"(?:{alternatives(_own_names())})(?![a-z])", re.VERBOSE)
