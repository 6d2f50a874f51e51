"""A quantity is what a figure says: the value as written, its unit, its hedge, and the interval that it stands for.

The model is that of XBRL Calculations 1.1 (a reported value stands for every value that rounds to it), extended to prose: a hedge
widens or opens the interval, and where nobody says how a figure was rounded the truncated reading counts too. Everything is exact.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from factcheck.interval import Interval, Number

__all__ = [
    "BOUNDS",
    "RATES",
    "Hedge",
    "Interval",
    "Number",
    "Quantity",
    "Rounding",
    "decimal_text",
    "power_of_ten",
    "quantity",
    "significant_exponent",
]

Hedge = Literal["exact", "about", "over", "at_least", "under", "at_most", "nearly"]
Rounding = Literal["nearest", "truncated", "robust", "loose"]

BOUNDS = frozenset({"over", "at_least", "under", "at_most"})
# A rate is written to the digit that is meant: nobody rounds 119 % to 120 % as 15,483 is rounded to 15,000.
RATES = frozenset({"percent", "point", "permille", "basis_point"})
# Counts below this are taken as counted one by one: "3 people" stands for three (semantics: small exact counts are points).
COUNTED = 1000


@lru_cache(maxsize=256)
def power_of_ten(exponent: int) -> Fraction:
    """10 to a whole power, exactly."""
    return Fraction(10**exponent) if exponent >= 0 else Fraction(1, 10**-exponent)


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a figure says.

    `value` in base units (CNY, person, percent …), `high` the second end of a range, `decimals` the power of ten of the last
    written digit with the scale included (1.313亿 → 5), `significant` the power of ten of the last digit that is not a trailing
    zero of a whole number (15,000 → 3). `vague` marks an order of magnitude (几千万, dozens), which never proves an error.
    """

    value: Number
    unit: str | None = None
    hedge: Hedge = "exact"
    decimals: int = 0
    significant: int = 0
    high: Number | None = None
    vague: bool = False
    counted: bool = False

    def interval(self, rounding: Rounding = "nearest") -> Interval:
        """The values that the figure stands for.

        `nearest`: rounded to nearest, both ends included. `robust`: prose, where nobody says whether it was truncated. `loose`:
        robust, with trailing zeros of a whole number taken for rounding. An error needs the loose one to fail.
        """
        return _interval(self, rounding)

    def _stated(self, rounding: Rounding) -> Interval:
        low = self._rounded(self.value, rounding)
        if self.high is not None:
            top = self._rounded(self.high, rounding)
            low = Interval(low.low, top.high, low.low_open, top.high_open)
        return self._hedged(low)

    @property
    def currency(self) -> str | None:
        """The currency (ISO 4217) of a sum of money, and of a price: CNY of CNY/share; None for anything else."""
        above = self.unit.partition("/")[0] if self.unit is not None else None
        return above if _is_money(above) else None

    def unit_of_last_digit(self, rounding: Rounding) -> Fraction:
        """What one step of the last digit is worth; 0 for what was counted one by one.

        `loose` takes trailing zeros of a whole number for rounding (15,000 → 1000), but leaves two digits standing: an unhedged
        100 is no wider than ten per cent, or it would say less than "about 100".
        """
        exponent = self.decimals
        if rounding == "loose" and self.significant > self.decimals and self.unit not in RATES:
            largest = max(abs(Fraction(self.value)), abs(Fraction(self.high or 0)))
            exponent = max(self.decimals, min(self.significant, _leading_exponent(largest) - 1))
        return Fraction(0) if self.counted and exponent == self.decimals else power_of_ten(exponent)

    def _rounded(self, value: Number, rounding: Rounding) -> Interval:
        centre, step = Fraction(value), self.unit_of_last_digit(rounding)
        if step == 0:
            return Interval.point(value)
        if rounding == "nearest":
            return Interval(centre - step / 2, centre + step / 2)
        if rounding == "truncated" and centre > 0:
            return Interval(centre, centre + step, high_open=True)
        if rounding == "truncated" and centre < 0:
            return Interval(centre - step, centre, low_open=True)
        return Interval(centre - step, centre + step, True, True)

    def _hedged(self, stated: Interval) -> Interval:
        if self.hedge == "exact":
            return stated
        value, top = Fraction(self.value), Fraction(self.high if self.high is not None else self.value)
        step = self._significant_step
        match self.hedge:
            case "about":
                assert stated.low is not None and stated.high is not None
                return Interval(min(stated.low, value - _slack(value, step)), max(stated.high, top + _slack(top, step)))
            case "nearly":
                return Interval(value - 2 * step, top, False, True)
            case "under":
                return Interval(None, top, False, True)
            case "at_most":
                return Interval(None, top)
            case "over":
                return Interval(value, None, True, False)
            case "at_least":
                return Interval(value, None)

    @property
    def _significant_step(self) -> Fraction:
        return power_of_ten(max(self.significant, self.decimals))

    def scaled(self, exponent: int) -> Quantity:
        """The same figure a power of ten larger: the 12 under a heading "in millions" is 12,000,000."""
        factor = power_of_ten(exponent)
        return replace(
            self,
            value=Fraction(self.value) * factor,
            high=None if self.high is None else Fraction(self.high) * factor,
            decimals=self.decimals + exponent,
            significant=self.significant + exponent,
        )

    def comparable(self, rounding: Rounding = "loose") -> Interval:
        """The interval for comparison with another figure: 超, 逾, more than reach up to the next round step.

        "超过1.1亿" is written by someone who knows no more than 1.2亿; as a bare bound it would agree with everything larger.
        """
        stated = self.interval(rounding)
        if self.hedge == "over" and not self.vague:
            value = Fraction(self.high if self.high is not None else self.value)
            return Interval(stated.low, value + self._significant_step, stated.low_open, False)
        return stated


# One figure stands in several relations, and each of them is compared in several ways.
@lru_cache(maxsize=1024)
def _interval(figure: Quantity, rounding: Rounding) -> Interval:
    return figure._stated(rounding)


def _slack(value: Fraction, step: Fraction) -> Fraction:
    """How far 约 and about reach: one unit of the last significant digit, 15 % for a figure of one digit."""
    return abs(value) * Fraction(15, 100) if abs(value) < 10 * step else step


def _leading_exponent(value: Fraction) -> int:
    """The power of ten of the first digit of a value that is not negative; 0 for zero."""
    if value == 0:
        return 0
    exponent = len(str(value.numerator)) - len(str(value.denominator))
    return exponent if power_of_ten(exponent) <= value else exponent - 1


def _is_money(unit: str | None) -> bool:
    return unit is not None and len(unit) == 3 and unit.isascii() and unit.isupper()


def significant_exponent(value: Number, decimals: int) -> int:
    """The power of ten of the last digit that is no trailing zero; trailing zeros after the point are evidence and stay."""
    exact, exponent = Fraction(value), decimals
    if decimals < 0 or exact.denominator != 1:
        return decimals
    digits, rest = divmod(abs(exact.numerator), 10**decimals)
    if rest or not digits:
        return decimals
    while digits % 10 == 0:
        digits //= 10
        exponent += 1
    return exponent


def quantity(
    value: Number,
    unit: str | None = None,
    *,
    hedge: Hedge = "exact",
    decimals: int = 0,
    significant: int | None = None,
    high: Number | None = None,
    vague: bool = False,
    counted: bool | None = None,
) -> Quantity:
    """A quantity with its derived parts filled in.

    `significant` None takes every trailing zero of the whole number for a filler; a reader who sees a point passes `decimals`
    (13.60亿: the zero is evidence). `counted` None means: a whole number below 1,000 without hedge, rate, multiple or money unit
    is taken as counted one by one; who knows that the unit is a measure (8 km) passes False.
    """
    ends = [Fraction(value)] if high is None else [Fraction(value), Fraction(high)]
    if counted is None:
        rounded = _is_money(unit) or unit in RATES or unit == "multiple"
        counted = decimals == 0 and hedge == "exact" and not rounded and all(abs(end) < COUNTED for end in ends)
    if significant is None:
        significant = min((significant_exponent(end, decimals) for end in ends if end), default=decimals)
    return Quantity(value, unit, hedge, decimals, significant, high, vague, counted)


def decimal_text(value: Number) -> str:
    """An exact decimal string without exponent, or a fraction (`2/3`) where no decimal is exact.

    Written by whole-number arithmetic: a Decimal operation rounds to the precision of its context.
    """
    exact = Fraction(value)
    denominator, places = exact.denominator, 0
    for prime in (2, 5):
        power = 0
        while denominator % prime == 0:
            denominator //= prime
            power += 1
        places = max(places, power)
    if denominator != 1:
        return f"{exact.numerator}/{exact.denominator}"
    digits = str(abs(exact.numerator) * 10**places // exact.denominator).rjust(places + 1, "0")
    sign = "-" if exact < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits
