"""The one home of Hypothesis strategies: texts, numbers, intervals, and figures as a writer gives a true value."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from hypothesis import strategies as st

from factcheck.interval import Interval
from factcheck.quantity import Hedge, Quantity, power_of_ten, quantity

# Line ends that editors count, characters that only look like line ends, characters outside the basic plane, both scripts.
texts = st.text(st.sampled_from("a1 .,\n\r\u2028\x0b\x85\t京億亿𠮷😀e\u0301"), max_size=40)

# Few distinct values, so that ends coincide often.
ends = st.integers(-8, 8).map(lambda number: Fraction(number, 2))
fractions = st.fractions(min_value=-(10**12), max_value=10**12, max_denominator=10**6)
decimals = st.decimals(allow_nan=False, allow_infinity=False)
numbers = st.one_of(fractions, decimals)


@st.composite
def intervals(draw: st.DrawFn, *, positive: bool = False, bounded: bool = False) -> Interval:
    """An interval that holds a value: open or closed, bounded or not."""
    first, second = sorted((draw(ends), draw(ends)))
    if positive:
        first, second = abs(first) + Fraction(1, 2), abs(first) + Fraction(1, 2) + (second - first)
    if first == second:
        return Interval.point(first)
    low = first if bounded or positive or draw(st.booleans()) else None
    high = second if bounded or draw(st.booleans()) else None
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@st.composite
def values_of(draw: st.DrawFn, interval: Interval) -> Fraction:
    """A value inside an interval, often an included end."""
    low = interval.low if interval.low is not None else (interval.high or Fraction(0)) - 10
    high = interval.high if interval.high is not None else low + 20
    candidates = [low + (high - low) * draw(st.fractions(0, 1, max_denominator=7)), low, high, (low + high) / 2]
    inside = [value for value in candidates if interval.holds(value)]
    return draw(st.sampled_from(inside))


@st.composite
def inside(draw: st.DrawFn, interval: Interval) -> Interval:
    """An interval within another."""
    first, second = sorted((draw(values_of(interval)), draw(values_of(interval))))
    return Interval(first, second)


# True values of a text: a few people to hundreds of billions of yuan, not round.
amounts = st.builds(
    lambda digits, exponent: Fraction(digits) * power_of_ten(exponent - 6), st.integers(10**6, 10**7 - 1), st.integers(1, 11)
)
rates = st.builds(lambda thousandths: Fraction(thousandths, 1000), st.integers(2_000, 95_000))
ROUNDINGS = ("half up", "half even", "truncated", "either neighbour", "trailing zeros")
HEDGES: tuple[Hedge, ...] = ("about", "over", "at_least", "under", "at_most", "nearly")


def rounded(value: Fraction, step: Fraction, rounding: str) -> Fraction:
    """A positive value as a writer rounds it to a step."""
    count = value / step
    if rounding == "half up":
        return floor(count + Fraction(1, 2)) * step
    if rounding == "half even":
        return round(count) * step
    if rounding == "truncated":
        return floor(count) * step
    return ceil(count) * step


@st.composite
def written(draw: st.DrawFn, value: Fraction, *, unit: str | None = None, hedged: bool = True) -> Quantity:
    """A true positive value as a figure: two to five digits, rounded in any way, hedged or not.

    Whole small values are also written as counted ones, and any value with its digits below the rounding filled by zeros.
    """
    if value.denominator == 1 and value < 1000 and unit is None and draw(st.booleans()):
        return quantity(Decimal(value.numerator), counted=True)
    leading = next(exponent for exponent in range(15, -15, -1) if power_of_ten(exponent) <= value)
    exponent = leading - draw(st.integers(1, 4))
    step = power_of_ten(exponent)
    hedge = draw(st.sampled_from(HEDGES)) if hedged and draw(st.booleans()) else "exact"
    if hedge != "exact":
        return quantity(_hedged(value, step, hedge), unit, hedge=hedge, decimals=exponent, counted=False)
    rounding = draw(st.sampled_from(ROUNDINGS))
    shown = exponent
    if rounding == "trailing zeros" and unit != "percent":
        rounding, shown = draw(st.sampled_from(ROUNDINGS[:4])), draw(st.integers(min(exponent, 0), exponent))
    return quantity(rounded(value, step, rounding), unit, decimals=shown, significant=_significant(exponent, shown), counted=False)


def _significant(exponent: int, shown: int) -> int | None:
    """Zeros behind the point are no fillers: the writer of 13.60亿 knows the zero."""
    return exponent if shown < 0 else None


def _hedged(value: Fraction, step: Fraction, hedge: Hedge) -> Fraction:
    match hedge:
        case "over":
            return (ceil(value / step) - 1) * step
        case "at_least" | "about":
            return floor(value / step) * step
        case "under" | "nearly":
            return (floor(value / step) + 1) * step
        case _:
            return ceil(value / step) * step
