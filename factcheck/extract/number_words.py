"""English number words: "one hundred and five", "half a million", "the first anniversary"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

from factcheck.document import Span
from factcheck.extract.numerals import Numeral, exact, shifted, words
from factcheck.quantity import significant_exponent


@cache
def number_words() -> re.Pattern[str]:
    """English number words in a row: "one hundred and five", "five point two million", "two and a half"."""
    en = words()["en"]
    word = "|".join(sorted([*en["digit"], *en["tens"], *en["scale"]], key=len, reverse=True))
    below = "|".join(sorted([*en["digit"], *en["tens"]], key=len, reverse=True))
    above = "|".join(name for name, value in en["digit"].items() if 0 < value < 10)
    part = "|".join(sorted(en["fraction"], key=len, reverse=True))
    outer = r"hundred|thousand|million|billion|trillion"
    return re.compile(
        rf"""
        (?<![a-z0-9-])
        (?:(?P<lead>(?:half|(?:a[ ])?quarter)(?:[ ]an?)?|a[ ]couple[ ]of|an?)[ ](?={outer}|dozen))?       # half a million
        (?P<run>(?:{word})(?:(?:[ ]and[ ](?!(?:{above})[ -](?:{part})(?![a-z0-9-]))|[ -])(?:{word}))*)
        (?:
            [ ]point(?P<point>(?:[ -](?:{below})(?![a-z0-9])){{1,20}}) (?:[ ](?P<outer>{outer})(?![a-z0-9]))?            # five point two million
          | [ ]and[ ](?P<above>an?|{above})[ -](?P<part>{part})(?![a-z0-9-]) (?:[ ](?P<whole>{outer})(?![a-z0-9]))?   # two and a half million
        )?
        (?![a-z0-9]|-[a-z]{{1,12}}ish)
        """,
        re.VERBOSE,
    )


@cache
def fraction_words() -> re.Pattern[str]:
    """English fractions in words: "two thirds", "one-fifth", "three-quarters", "a quarter of"; not "two quarters", "a third party"."""
    en = words()["en"]
    above = "|".join(sorted((name for name, value in en["digit"].items() if 0 < value < 20), key=len, reverse=True))
    parts = "|".join(sorted((name for name in en["fraction"] if name.endswith("s") and name != "quarters"), key=len, reverse=True))
    part = "|".join(
        sorted((name for name in en["fraction"] if not name.endswith("s") and name not in ("half", "quarter")), key=len)
    )
    return re.compile(
        rf"""
        (?<![a-z0-9-])
        (?:
            (?P<above>{above})[ -](?P<parts>{parts})(?![a-z0-9-])                        # two thirds
          | one[ -](?P<part>{part})(?![a-z0-9-])                                         # one-fifth
          | (?P<quarters>one|three)(?:-quarters?|[ ]quarters?(?=[ ]of[ ]))(?![a-z0-9-])  # three quarters of
          | one[ -](?P<half>half)(?![a-z0-9-])                                           # one half
          | an?[ ](?P<some>{part}|quarter|half)(?=[ ]of[ ](?:the|all|its|their|our|his|her|a|an|global|total|those|these)(?![a-z]))   # a third of the
        )
        """,
        re.VERBOSE,
    )


def read_fraction(match: re.Match[str]) -> Numeral:
    """A fraction in words as its exact value."""
    en = words()["en"]
    name = match["parts"] or match["part"] or match["half"] or match["some"] or "quarter"
    above = en["digit"][match["above"] or match["quarters"] or "one"]
    return Numeral(Span(match.start(), match.end()), above * Fraction(en["fraction"][name]), 0, "words", form="fraction")


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


# No number takes more words: "nine hundred ninety-nine trillion nine hundred ninety-nine billion …"
LONGEST_ROW = 30
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
    first = 0
    while first < len(names):
        for last in range(min(len(names), first + LONGEST_ROW), first, -1):
            row = names[first:last]
            if "and" in (row[0], row[-1]):
                continue
            read = words_value([word for word in row if word != "and"])
            if read is not None and not ("and" in row and not _and_joins(row)):
                start, end = offset + pieces[first].start(), offset + pieces[last - 1].end()
                numeral = _led(match, Numeral(Span(start, end), Decimal(read[0]), read[1], "words", scaled=read[1] > 0))
                yield _tailed(match, numeral) if end == match.end("run") else numeral
                break
        else:
            last = first + 1
        first = last


def _and_joins(row: list[str]) -> bool:
    """Whether "and" stands inside one number, which it does only behind a scale: "one hundred and five", not "two and three"."""
    scale = words()["en"]["scale"]
    return all(row[place - 1] in scale for place, word in enumerate(row) if word == "and")


def _tailed(match: re.Match[str], numeral: Numeral) -> Numeral:
    """What follows a row of number words and belongs to it: "point five", "and a half"."""
    if match["point"]:
        digits = _decimals(match["point"])
        value = exact(numeral.value) + Decimal(f"0.{digits}")
        pointed = replace(numeral, value=value, decimals=-len(digits), pointed=True, span=Span(numeral.span.start, match.end()))
        return pointed.times(words()["en"]["scale"][match["outer"]]) if match["outer"] else pointed
    if not match["part"] or match.string.endswith("between ", 0, match.start()):  # between one and two thirds
        return numeral
    above = 1 if match["above"] in ("a", "an") else words()["en"]["digit"][match["above"]]
    part = above * Fraction(words()["en"]["fraction"][match["part"]])
    # "one million and a half" is 1.5 million: the half is one of the last scale named
    exponent = numeral.decimals if numeral.scaled else 0
    if match["whole"]:
        exponent = words()["en"]["scale"][match["whole"]]
    whole = numeral.value if numeral.scaled or not match["whole"] else shifted(exact(numeral.value), exponent)
    decimals, number = _finite(Fraction(whole) + part * 10**exponent)
    return replace(numeral, value=number, decimals=decimals, scaled=exponent > 0, span=Span(numeral.span.start, match.end()))


def _finite(value: Fraction) -> tuple[int, Decimal | Fraction]:
    """A fraction as Decimal with the power of ten of its last digit, where it has one; itself otherwise."""
    for places in range(7):
        shiftable = value * 10**places
        if shiftable.denominator == 1:
            number = shifted(Decimal(shiftable.numerator), -places)
            return (-places if places else significant_exponent(number, 0)), number
    return 0, value


def _decimals(text: str) -> str:
    """The digits behind "point": "nought four" is 04, "seventy-one" 71."""
    en = words()["en"]
    digits, tens = "", False
    for name in re.findall(r"[a-z]+", text):
        if name in en["tens"]:
            digits, tens = digits + str(en["tens"][name]), True
        else:
            value = en["digit"][name]
            digits = digits[:-1] + str(value) if tens and 0 < value < 10 else digits + str(value)
            tens = False
    return digits


def _led(match: re.Match[str], numeral: Numeral) -> Numeral:
    lead = match["lead"]
    if lead is None or numeral.span.start != match.start("run"):
        return numeral
    span = Span(match.start("lead"), numeral.span.end)
    if "quarter" in lead:
        return replace(numeral, span=span, value=exact(numeral.value) / 4, decimals=numeral.decimals - 2)
    if lead.startswith("half"):
        return replace(numeral, span=span, value=exact(numeral.value) / 2, decimals=numeral.decimals - 1)
    if lead.startswith("a couple"):
        return replace(numeral, span=span, value=numeral.value * 2, hedge="about")
    return replace(numeral, span=span)


@cache
def ordinal_words() -> re.Pattern[str]:
    """English ordinals in words: "the first anniversary", "twenty-second"; not "first of all", "a second", "30 seconds"."""
    en = words()["en"]
    names = "|".join(sorted(en["ordinal"], key=len, reverse=True))
    scales = "|".join(en["ordinal_scale"])
    word = "|".join(sorted([*en["digit"], *en["tens"], *en["scale"]], key=len, reverse=True))
    return re.compile(
        rf"""
        (?<![a-z0-9-])(?<!per[ ])(?<!every[ ])(?<!at[ ])(?<!one[ ])(?<![0-9][ ])
        (?:
            (?P<lead>(?:a[ ])?(?:(?:{word})[ -](?:and[ ])?){{1,9}})(?P<last>{names}|{scales})   # one hundred and twenty-fifth
          | (?P<name>{names})                                                          # first
        )
        (?![a-z0-9-]|[ ]of[ ]all)
        """,
        re.VERBOSE,
    )


def read_ordinal(match: re.Match[str]) -> Numeral | None:
    """An ordinal in words as its number, alone where the words in front of it are no part of it ("three first prizes"); None in "a twenty second delay"."""
    en = words()["en"]
    if match["name"]:
        return Numeral(Span(match.start(), match.end()), Decimal(en["ordinal"][match["name"]]), 0, "words", form="ordinal")
    row = re.findall("[a-z]+", match["lead"])
    last, blank = match["last"], not match["lead"].endswith("-")
    if last == "second" and blank:  # a twenty second delay
        return None
    read = words_value([word for word in row if word not in ("a", "and")] + [_cardinals()[last]])
    if read is not None and ("and" not in row or _and_joins(row)):
        return Numeral(Span(match.start(), match.end()), Decimal(read[0]), 0, "words", form="ordinal")
    if not blank or row[-1] == "one" or last not in en["ordinal"]:
        return None
    return Numeral(Span(match.start("last"), match.end()), Decimal(en["ordinal"][last]), 0, "words", form="ordinal")


@cache
def _cardinals() -> dict[str, str]:
    """The number word of each ordinal."""
    en = words()["en"]
    numbers = {value: name for name, value in (*en["digit"].items(), *en["tens"].items()) if name != "fourty"}
    return {**{name: numbers[value] for name, value in en["ordinal"].items()}, **en["ordinal_scale"]}
