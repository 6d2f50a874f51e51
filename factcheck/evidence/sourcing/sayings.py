"""Sayings: what a figure says, in parts that can be compared whatever the language and the form.

A quantity with two ends says two amounts, a date says a year, a month and a day. Amounts are compared in the base unit of their
dimension (斤 and tons as kilograms), rates in percent whether they are written as 两成, 20%, a fifth or 0.2倍.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain
from typing import Literal, TypeAlias

from factcheck import lexicon
from factcheck.document import Document, Span
from factcheck.evidence.denominators import denominator_numbers
from factcheck.lexicon import fold
from factcheck.lexicon.rates import denominators, is_rate, numerator, unit_named
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern
from factcheck.period import DATE
from factcheck.quantity import Quantity, significant_exponent

Part: TypeAlias = Literal["amount", "year", "month", "day", "clock", "label"]

# What carries no unit of its own, or one that the other language may leave out: 三次 is "thrice", 第三 is "third", "No. 3" or "3rd".
LOOSE = frozenset({"count", "ordinal", "label"})
# Families of which each is a thing of its own in any language; physical units may be read differently (tons of coal as energy).
PLAIN = frozenset({"money", "rate", "point"})
# Rates by what one of them is in percent.
RATES = {"percent": Fraction(1), "permille": Fraction(1, 10), "multiple": Fraction(100), "ratio": Fraction(100)}
DIGITS = lazy_pattern(r"[0-9]+(?:[.,][0-9]+)*")
ROMAN = lazy_pattern(r"(?<![A-Za-z])(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![A-Za-z])")
HAN = lazy_pattern(r"[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]")
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True, eq=False)
class Saying:
    """One thing that a figure says.

    `values` are what it may mean in the base unit of its `family` (`money`, `rate`, `length`, `count` …), the plain meaning first: a
    doubling is 200 % of what was, and 100 % more. The family of a rate is a quotient (`money/area`), its `unit` that of the numerator.
    `written` is the number as it stands, without its unit. `amount` is the quantity, one end of a range alone, `scale` and `shift` lead
    from its unit to the base unit. A year that is not known whole (199X) is in `words`, as a clock time is.
    """

    document: Document
    span: Span
    mention: Mention | None
    part: Part
    family: str
    values: tuple[Fraction, ...] = ()
    written: Fraction | None = None
    unit: str | None = None
    amount: Quantity | None = None
    scale: Fraction = Fraction(1)
    shift: Fraction = Fraction(0)
    words: str | None = None

    @property
    def head(self) -> str:
        """Its family, that of the numerator for a rate."""
        return self.family.partition("/")[0]

    @property
    def loose(self) -> bool:
        """Whether its unit may be left out in the other language; so may what a rate of a count is for."""
        return self.head in LOOSE

    @property
    def text(self) -> str:
        """The words of its figure."""
        return self.document.text[self.span.start : self.span.end]


def families(one: Saying, other: Saying) -> tuple[str, str]:
    """The families of two sayings; of their numerators where they differ, since a text may leave out what a rate is for."""
    if one.family == other.family or "/" not in one.family + other.family:
        return one.family, other.family
    return one.head, other.head


def plainly(saying: Saying) -> Saying:
    """A rate as an amount of its numerator; any other saying as it is."""
    if saying.head == saying.family or saying.written is None:
        return saying
    unit = lexicon.units().get(saying.unit or "")
    scale = Fraction(unit.factor) if unit is not None and unit.kind in ("measure", "duration") else Fraction(1)
    return replace(saying, family=saying.head, values=(saying.written * scale,), scale=scale)


def sayings(mentions: Iterable[Mention]) -> list[Saying]:
    """What the figures of a document say, in reading order. Damaged figures say nothing, the number that a rate is for is said by that."""
    read = list(mentions)
    below = denominator_numbers(read)
    found = [saying for mention in read if mention not in below for saying in _of(mention)]
    return sorted(found, key=lambda saying: saying.span)


def hints(document: Document, mentions: Iterable[Mention]) -> list[Saying]:
    """Numbers that are no figures, but may be one in the other language: Louis XIV is 路易十四, 十四五 the 14th five-year plan.

    Damaged figures are among them with the digits that they show: who copies one has not made it up. So are the parts of an amount
    in several units: 4分51秒 is 4:51 on the board, and the number that a rate is for: 1,000 of "per 1,000 people".
    """
    read = list(mentions)
    below = denominator_numbers(read)
    taken = sorted(mention.span for mention in read if not _damaged(mention) and len(shown_numbers(mention)) < 2)
    starts = [span.start for span in taken]
    values = ((mention, Fraction(mention.quantity.value)) for mention in read if mention in below and mention.quantity is not None)
    found = [Saying(document, mention.span, None, "label", "label", (value,), value) for mention, value in values]
    for match in chain(ROMAN.finditer(document.text), HAN.finditer(fold(document.text)), DIGITS.finditer(document.text)):
        span = Span(match.start(), match.end())
        which = bisect.bisect_right(starts, span.start)
        if match[0] and not any(one.overlaps(span) for one in taken[max(0, which - 1) : which + 1]):
            value = _shown(match[0])
            if value is not None:
                found.append(Saying(document, span, None, "label", "label", (value,), value))
    return found


def shown_numbers(mention: Mention) -> list[Fraction]:
    """The numbers in digits that an amount is put together from: 4 and 51 of 4分51秒; one for a plain amount."""
    if mention.quantity is None or mention.quantity.high is not None:
        return []
    return [value for match in DIGITS.finditer(mention.number_text) if (value := _shown(match[0])) is not None]


def _damaged(mention: Mention) -> bool:
    return mention.quantity is None and mention.period is None and mention.label is None


def _shown(numeral: str) -> Fraction | None:
    """What a numeral shows: XIV, 十四, 1,400; None for a version such as 1.2.3."""
    if numeral[0].isascii() and numeral[0].isdigit():
        plain = numeral.replace(",", "")
        return Fraction(plain) if plain.count(".") < 2 else None
    return Fraction(_roman(numeral) if numeral[0] in ROMAN_VALUES else _han(numeral))


def _han(numeral: str) -> int:
    """The value of a Chinese numeral below a hundred: 十四, 二十, 三."""
    digits = lexicon.page("numerals.toml")["zh"]["digit"]
    tens, ten, ones = numeral.rpartition("十")
    return (int(digits[tens]) if tens else 1 if ten else 0) * 10 + (int(digits[ones]) if ones else 0)


def _roman(numeral: str) -> int:
    values = [ROMAN_VALUES[letter] for letter in numeral]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))


def _of(mention: Mention) -> Iterator[Saying]:
    if mention.quantity is not None:
        yield from _amounts(mention, mention.quantity)
    elif mention.period is not None:
        yield from _dates(mention)
    elif mention.label is not None:
        yield from _labels(mention)


def _amounts(mention: Mention, quantity: Quantity) -> Iterator[Saying]:
    ends = [quantity.value] if quantity.high is None else [quantity.value, quantity.high]
    if mention.kind == "count" and quantity.unit is None and DIGITS.search(mention.number_text) is None:
        ends = ends[:1]  # 十四五 without a unit is the fourteenth plan, and no fourteen or fifteen
    for end in ends:
        exact = Fraction(end)
        alone = quantity if quantity.high is None else replace(
            quantity, value=end, high=None, significant=max(quantity.decimals, significant_exponent(end, quantity.decimals))
        )  # fmt: skip
        family, scale, shift = _measured(mention)
        value = exact * scale + shift
        values = _rates(value, mention.kind) if family == "rate" else (value,)
        unit = quantity.unit if quantity.unit is None else numerator(quantity.unit)
        yield Saying(mention.document, mention.span, mention, "amount", family, values, exact, unit, alone, scale, shift)


def _measured(mention: Mention) -> tuple[str, Fraction, Fraction]:
    """The family of an amount, and what leads from its unit to the family's base unit."""
    kind, unit = mention.kind, lexicon.units().get(mention.unit or "")
    if is_rate(mention.unit):
        return _rated(mention.unit or "")
    if kind == "money":
        return "money", Fraction(1), Fraction(0)
    rate = RATES.get(mention.unit or kind, RATES.get(kind))
    if rate is not None:
        return "rate", rate, Fraction(0)
    if unit is None or unit.kind == "count":
        return ("ordinal" if kind == "ordinal" else "count"), Fraction(1), Fraction(0)
    return unit.dimension, Fraction(unit.factor), Fraction(unit.offset)


def _rated(name: str) -> tuple[str, Fraction, Fraction]:
    """The family of a rate: things that are counted are one family, whichever words the languages have for them."""
    known, made = lexicon.units(), unit_named(name)
    above = known.get(numerator(name) or "")
    below = (known.get(part.unit) for part in denominators(name))
    heads = [
        unit.dimension if unit is not None and unit.kind in ("measure", "duration", "money") else "count"
        for unit in (above, *below)
    ]
    scale = Fraction(made.factor) if made is not None else Fraction(1)
    return f"{heads[0]}/{'·'.join(sorted(heads[1:]))}", scale, Fraction(0)


def _rates(rate: Fraction, kind: str) -> tuple[Fraction, ...]:
    """翻一番, doubled, 增长一倍 and "up 100%" are one thing, which languages count from nothing or from what was there."""
    return (rate, rate - 100, rate + 100) if kind == "multiple" else (rate,)


def _dates(mention: Mention) -> Iterator[Saying]:
    assert mention.period is not None
    for end in dict.fromkeys(mention.period.edtf.split("/")):
        match = DATE.fullmatch(end)
        if match is None:
            yield from _clock(mention, end)
            continue
        if match["year"] != "XXXX":
            yield _year(mention, match["year"])
        parts: tuple[Part, ...] = ("month", "day")
        for part in parts:
            if match[part] not in (None, "XX"):
                value = Fraction(int(match[part]))
                yield Saying(mention.document, mention.span, mention, part, part, (value,), value)
        if match["clock"] is not None:
            yield from _clock(mention, "T" + match["clock"])


def _year(mention: Mention, year: str) -> Saying:
    if "X" in year:
        # A decade is written by its first year, a century by its number: 199X is 1990年代, 17XX the 18th century.
        known = year.rstrip("X")
        number = {2: int(known) + 1, 3: int(known) * 10}.get(len(known)) if known.isdecimal() else None
        written = None if number is None else Fraction(number)
        return Saying(mention.document, mention.span, mention, "year", "year", (), written, words=year)
    # The years before Christ count from 0: -0220 is 221 BC.
    value = Fraction(int(year)) if not year.startswith("-") else Fraction(int(year) - 1)
    return Saying(mention.document, mention.span, mention, "year", "year", (value,), abs(value))


def _clock(mention: Mention, text: str) -> Iterator[Saying]:
    if text.startswith("T"):
        yield Saying(mention.document, mention.span, mention, "clock", "clock", words=text)


def _labels(mention: Mention) -> Iterator[Saying]:
    """The numbers in a name or code: the 19 of Covid-19."""
    for match in DIGITS.finditer(mention.label or ""):
        value = _shown(match[0])
        values = () if value is None else (value,)
        yield Saying(mention.document, mention.span, mention, "label", "label", values, value, words=mention.label)
