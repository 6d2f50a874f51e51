"""Intervals of exact numbers, open or closed at either end, bounded or not, and their arithmetic.

The arithmetic is exact: where each operand occurs once, a result holds every value that the operation can give, and no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

Number: TypeAlias = Decimal | Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a statement allows; None is unbounded, `*_open` excludes the end itself."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        # There is no end to include at infinity; one form for each interval keeps == true to its meaning.
        if self.low is None and self.low_open:
            object.__setattr__(self, "low_open", False)
        if self.high is None and self.high_open:
            object.__setattr__(self, "high_open", False)

    @staticmethod
    def point(value: Number | int) -> Interval:
        """The interval that holds one value."""
        return Interval(Fraction(value), Fraction(value))

    @property
    def empty(self) -> bool:
        """Whether no value lies inside."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def meet(self, other: Interval) -> Interval:
        """What both allow; `empty` where they are apart. A single shared end counts only where both include it."""
        low, low_open = _tighter(self.low, self.low_open, other.low, other.low_open, upper=False)
        high, high_open = _tighter(self.high, self.high_open, other.high, other.high_open, upper=True)
        return Interval(low, high, low_open, high_open)

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return not self.meet(other).empty

    def holds(self, value: Number | int) -> bool:
        """Whether the value lies inside."""
        return self.meets(Interval.point(value))

    def within(self, other: Interval) -> bool:
        """Whether every value of this one lies in the other."""
        return self.meet(other) == self

    def gap(self, other: Interval) -> Fraction:
        """The distance between two intervals that are apart; 0 where they touch or meet."""
        if self.high is not None and other.low is not None and self.high < other.low:
            return other.low - self.high
        if other.high is not None and self.low is not None and other.high < self.low:
            return self.low - other.high
        return Fraction(0)

    @property
    def positive(self) -> bool:
        """Whether every value is above zero."""
        return self.low is not None and (self.low > 0 or (self.low == 0 and self.low_open))

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high, None if self.low is None else -self.low, self.high_open, self.low_open
        )

    def __add__(self, other: Interval | int | Fraction) -> Interval:
        if not isinstance(other, Interval):
            other = Interval.point(other)
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __sub__(self, other: Interval | int | Fraction) -> Interval:
        """A negative weight swaps the ends *and whether they are included*."""
        return self + -(other if isinstance(other, Interval) else Interval.point(other))

    def scaled(self, factor: Number | int) -> Interval:
        """Every value times an exact factor."""
        weight = Fraction(factor)
        if weight < 0:
            return -self.scaled(-weight)
        if weight == 0:
            return Interval.point(0)
        return Interval(
            None if self.low is None else self.low * weight,
            None if self.high is None else self.high * weight,
            self.low_open,
            self.high_open,
        )

    def times(self, other: Interval) -> Interval:
        """The values of x · y: an end is included where the two ends that make it are, or where one is an included zero."""
        ends = [_product(one, another) for one in self._ends() for another in other._ends()]
        lowest = min((value for value, _, infinite in ends if infinite == 0), default=None)
        highest = max((value for value, _, infinite in ends if infinite == 0), default=None)
        low = None if lowest is None or any(infinite < 0 for _, _, infinite in ends) else lowest
        high = None if highest is None or any(infinite > 0 for _, _, infinite in ends) else highest
        return Interval(
            low,
            high,
            low is not None and all(is_open for value, is_open, infinite in ends if infinite == 0 and value == low),
            high is not None and all(is_open for value, is_open, infinite in ends if infinite == 0 and value == high),
        )

    def over(self, divisor: Interval) -> Interval | None:
        """The quotient by positive values; None (undecidable) where the divisor may be zero or less."""
        if not divisor.positive:
            return None
        low = Fraction(0) if divisor.high is None else 1 / divisor.high
        high = 1 / divisor.low if divisor.low else None
        inverse = Interval(low, high, divisor.high_open or divisor.high is None, divisor.low_open)
        return self.times(inverse)

    def _ends(self) -> tuple[End, End]:
        low = (Fraction(0), True, -1) if self.low is None else (self.low, self.low_open, 0)
        high = (Fraction(0), True, 1) if self.high is None else (self.high, self.high_open, 0)
        return low, high


# An end of an interval: its value, whether it is excluded, and −1 or 1 where it is infinite.
End: TypeAlias = tuple[Fraction, bool, int]


def _product(one: End, other: End) -> End:
    (first, first_open, first_infinite), (second, second_open, second_infinite) = one, other
    if first_infinite or second_infinite:
        sign = (first_infinite or _sign(first)) * (second_infinite or _sign(second))
        if sign:
            return Fraction(0), True, sign
        # Zero times what grows without bound stays zero.
        return Fraction(0), first_open if second_infinite else second_open, 0
    value = first * second
    included = (not first_open and not second_open) or (first == 0 and not first_open) or (second == 0 and not second_open)
    return value, not included, 0


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def _tighter(
    first: Fraction | None, first_open: bool, second: Fraction | None, second_open: bool, *, upper: bool
) -> tuple[Fraction | None, bool]:
    if first is None:
        return second, second_open
    if second is None or first == second:
        return first, first_open or (second is not None and second_open)
    if (first < second) is upper:
        return first, first_open
    return second, second_open
