"""English number words: "one hundred and five", "half a million", "the first anniversary"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

from factcheck.document import Span
from factcheck.extract.numerals import Numeral, words


@cache
def number_words() -> re.Pattern[str]:
    """English number words in a row: "one hundred and five", "two million"."""
    en = words()["en"]
    word = "|".join(sorted([*en["digit"], *en["tens"], *en["scale"]], key=len, reverse=True))
    return re.compile(
        rf"""
        (?<![a-z0-9-])
        (?:(?P<lead>half[ ]an?|a[ ]couple[ ]of|an?)[ ](?=hundred|thousand|million|billion|trillion|dozen))?   # half a million
        (?P<run>(?:{word})(?:(?:[ ]and[ ]|[ -])(?:{word}))*)
        (?![a-z0-9]|-[a-z]{{1,12}}ish)
        """,
        re.VERBOSE,
    )


@cache
def multiple_words() -> re.Pattern[str]:
    """Words that state a multiple: "sales doubled", "nearly double that", "twice the", 翻一番; not "double room", "double-decker"."""
    forms = words()
    english = "|".join(sorted((word for word in forms["en"]["multiple"] if word not in BARE_MULTIPLES), key=len, reverse=True))
    chinese = "|".join(sorted(forms["zh"]["multiple"], key=len, reverse=True))
    bare = "|".join(BARE_MULTIPLES)
    return re.compile(
        rf"""
          (?<![a-z0-9-])(?P<verb>{english})(?![a-z0-9-])           # sales doubled
        | (?<![a-z0-9-])(?P<bare>{bare})(?=[ ](?:that|the|its|their|as|what|last|this)(?![a-z]))   # nearly double that, twice as many
        | (?P<chinese>{chinese})                                   # 翻一番
        """,
        re.VERBOSE,
    )


BARE_MULTIPLES = ("double", "triple", "quadruple", "twice")


def read_multiple(match: re.Match[str]) -> Numeral:
    """A word that multiplies, as its factor."""
    forms = words()
    factor = Fraction((forms["zh"] if match["chinese"] else forms["en"])["multiple"][match[0]])
    value = Decimal(factor.numerator) / factor.denominator
    return Numeral(Span(match.start(), match.end()), value, 0, "words", form="multiple")


def words_value(run: list[str]) -> tuple[int, int] | None:
    """The value of English number words and the power of ten of the last; None where they make no number.

    >>> words_value("one hundred five".split()), words_value("two hundred million".split()), words_value(["two", "three"])
    ((105, 0), (200000000, 8), None)
    """
    en = words()["en"]
    total = current = 0
    last, slot = 0, 10**15
    for word in run:
        if word in en["digit"] or word in en["tens"]:
            value = en["digit"].get(word, en["tens"].get(word, 0))
            width = 10 if word in en["digit"] and value < 10 else 100
            if width > slot:
                return None
            current, last, slot = current + value, 0, (10 if word in en["tens"] else 1)
        elif word == "dozen":
            current, last, slot = (current or 1) * 12, 0, 1
        elif word == "hundred":
            current, last, slot = (current or 1) * 100, last + 2, 100
        else:
            exponent = en["scale"][word]
            total, current, last, slot = total + (current or 1) * 10**exponent, 0, last + exponent, 10**15
            if current == 0 and total >= 10 ** (exponent + 6):
                return None
    return total + current, last


def read_words(match: re.Match[str]) -> Iterator[Numeral]:
    """The numbers of a row of number words: one where they make one, otherwise each by itself ("two three")."""
    pieces = list(re.compile(r"[a-z]+").finditer(match["run"]))
    offset = match.start("run")
    names = [piece[0] for piece in pieces]
    while names:
        for count in range(len(names), 0, -1):
            row = names[:count]
            if "and" in (row[0], row[-1]):
                continue
            read = words_value([word for word in row if word != "and"])
            if read is not None and not ("and" in row and not _and_joins(row)):
                start, end = offset + pieces[0].start(), offset + pieces[count - 1].end()
                yield _led(match, Numeral(Span(start, end), Decimal(read[0]), read[1], "words", scaled=read[1] > 0))
                break
        else:
            count = 1
        names, pieces = names[count:], pieces[count:]


def _and_joins(row: list[str]) -> bool:
    """Whether "and" stands inside one number, which it does only behind a scale: "one hundred and five", not "two and three"."""
    scale = words()["en"]["scale"]
    return all(row[place - 1] in scale for place, word in enumerate(row) if word == "and")


def _led(match: re.Match[str], numeral: Numeral) -> Numeral:
    lead = match["lead"]
    if lead is None or numeral.span.start != match.start("run"):
        return numeral
    span = Span(match.start("lead"), numeral.span.end)
    if lead.startswith("half"):
        return replace(numeral, span=span, value=numeral.value / 2, decimals=numeral.decimals - 1)
    if lead.startswith("a couple"):
        return replace(numeral, span=span, value=numeral.value * 2, hedge="about")
    return replace(numeral, span=span)


@cache
def ordinal_words() -> re.Pattern[str]:
    """English ordinals in words: "the first anniversary", "twenty-second"; not "first of all", "a second", "30 seconds"."""
    en = words()["en"]
    names = "|".join(sorted(en["ordinal"], key=len, reverse=True))
    tens = "|".join(en["tens"])
    return re.compile(
        rf"(?<![a-z0-9-])(?<!per[ ])(?<!every[ ])(?<!at[ ])(?<!one[ ])(?<![0-9][ ])(?:(?P<tens>{tens})-)?(?P<name>{names})(?![a-z0-9-]|[ ]of[ ]all)"
    )


def read_ordinal(match: re.Match[str]) -> Numeral:
    """An ordinal in words as its number."""
    en = words()["en"]
    value = en["ordinal"][match["name"]] + (en["tens"][match["tens"]] if match["tens"] else 0)
    return Numeral(Span(match.start(), match.end()), Decimal(value), 0, "words", form="ordinal")
