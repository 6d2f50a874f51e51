"""Numerals: a number alone with its scale, as every way of writing one is read.

Digits are read by `digits`, Chinese numerals by `hanzi` and `whole_forms`, English number words by `number_words` and
`spelled`; what a number counts, its hedge and its unit by `figures`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Literal

from factcheck.document import Span
from factcheck.lexicon import page
from factcheck.quantity import Hedge, Number, significant_exponent

# A longer row of digits is no number that anybody states; Python itself refuses to write an integer of 4,300.
LONGEST = 60
FINEST = 20  # decimal places of a fraction that is written as a decimal: "a trillionth" has twelve

Style = Literal["digits", "hanzi", "words"]


Form = Literal["number", "percent", "fraction", "ordinal", "multiple"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: its value, the power of ten of its last written digit, and what it says of its own precision.

    `high` is the second end of an inherent range (三四 → 3, 4), `hedge` an inner one (2000多亿), `vague` an order of magnitude,
    `scale` the power of ten of its scale word; `pointed` says that a decimal point is written.
    """

    span: Span
    value: Number
    decimals: int
    style: Style
    high: Number | None = None
    hedge: Hedge | None = None
    vague: bool = False
    form: Form = "number"
    scaled: bool = False
    scale: int = 0
    pointed: bool = False

    def times(self, exponent: int) -> Numeral:
        """The same digits at a higher scale. The exponent is shifted, not multiplied: no digit is lost however long the number."""
        high = None if self.high is None else shifted(exact(self.high), exponent)
        value = shifted(exact(self.value), exponent)
        return replace(self, value=value, high=high, decimals=self.decimals + exponent, scaled=True, scale=self.scale + exponent)


# What a word between a number and its scale makes of it, "over" where it is none of these: 30来万, 3个亿, 2000多亿.
INNER_HEDGES: dict[str, Hedge | None] = {"来": "about", "个": None}


def shifted(value: Decimal, exponent: int) -> Decimal:
    """A Decimal times a power of ten, exactly: Decimal arithmetic rounds beyond the digits of its context."""
    sign, digits, place = value.as_tuple()
    assert isinstance(place, int)
    return Decimal((sign, digits, place + exponent))


def exact(value: Number) -> Decimal:
    """A number that is known to have a finite decimal form, as Decimal."""
    return value if isinstance(value, Decimal) else Decimal(value.numerator) / Decimal(value.denominator)


def finite(value: Fraction) -> tuple[int, Number]:
    """A fraction as Decimal with the power of ten of its last digit, where it has one; itself otherwise.

    >>> finite(Fraction(5, 2)), finite(Fraction(1, 3))
    ((-1, Decimal('2.5')), (0, Fraction(1, 3)))
    """
    for places in range(FINEST):
        digits = value * 10**places
        if digits.denominator == 1:
            number = shifted(Decimal(digits.numerator), -places)
            return (-places if places else significant_exponent(number, 0)), number
    return 0, value


@cache
def words() -> dict[str, Any]:
    """The page of number words."""
    return page("numerals.toml")


def scale_exponent(text: str) -> int:
    """The power of ten of a run of Chinese scale characters: 7 for 千万."""
    zh = words()["zh"]
    return sum(zh["place"].get(character, 0) + zh["scale"].get(character, 0) for character in text)
