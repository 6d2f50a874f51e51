"""Intervals: what their arithmetic gives is all that it can give, ends included only where they are reached."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.interval import Interval
from tests.strategies import ends, inside, intervals, values_of


@given(st.data())
def test_arithmetic_holds_every_result(data: st.DataObject) -> None:
    """For x in A and y in B: x + y, x − y, x · y, x / y and k · x lie in what the intervals give."""
    first, second = data.draw(intervals()), data.draw(intervals())
    x, y, weight = data.draw(values_of(first)), data.draw(values_of(second)), data.draw(ends)

    assert (first + second).holds(x + y)
    assert (first - second).holds(x - y)
    assert (-first).holds(-x)
    assert first.times(second).holds(x * y)
    assert first.scaled(weight).holds(weight * x)


@given(st.data())
def test_quotient_holds_every_result(data: st.DataObject) -> None:
    """For x in A and y in B, B above zero: x / y lies in A over B."""
    first, second = data.draw(intervals()), data.draw(intervals(positive=True))
    x, y = data.draw(values_of(first)), data.draw(values_of(second))

    quotient = first.over(second)

    assert quotient is not None
    assert quotient.holds(x / y)


@given(intervals(), intervals())
def test_quotient_needs_a_divisor_above_zero(first: Interval, second: Interval) -> None:
    """A divisor that can be zero or less decides nothing."""
    assert (first.over(second) is None) == (not second.positive)
    assert second.positive == (second.meet(Interval(None, Fraction(0))).empty)


@given(st.data())
def test_arithmetic_narrows_with_its_operands(data: st.DataObject) -> None:
    """Narrower operands give a result within the wider one."""
    first, second = data.draw(intervals()), data.draw(intervals(positive=True))
    one, other = data.draw(inside(first)), data.draw(inside(second))

    assert (one + other).within(first + second)
    assert one.times(other).within(first.times(second))
    wide, narrow = first.over(second), one.over(other)
    assert wide is not None
    assert narrow is not None
    assert narrow.within(wide)


@given(st.data())
def test_meet_is_what_both_hold(data: st.DataObject) -> None:
    """A value lies in the meet of two intervals where it lies in both; meeting is symmetric."""
    first, second = data.draw(intervals()), data.draw(intervals())
    value = data.draw(values_of(first))

    assert first.meet(second).holds(value) == second.holds(value)
    assert first.meet(second) == second.meet(first)
    assert first.gap(second) == second.gap(first)
    assert not (first.meets(second) and first.gap(second))


@given(intervals())
def test_interval_lies_within_itself(interval: Interval) -> None:
    """An interval is within itself and within everything, and has one form."""
    assert interval.within(interval)
    assert interval.within(Interval(None, None))
    assert interval.scaled(-1).scaled(-1) == interval
    assert -interval == interval.scaled(-1)
    assert interval + 0 == interval


def closed(low: int, high: int) -> Interval:
    return Interval(Fraction(low), Fraction(high))


def opened(low: int | None, high: int | None) -> Interval:
    return Interval(None if low is None else Fraction(low), None if high is None else Fraction(high), True, True)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (closed(0, 1), opened(1, 2), Interval(Fraction(0), Fraction(2), False, True)),
        (opened(0, 1), opened(1, None), opened(0, None)),
        (closed(-2, 3), closed(-5, 1), closed(-15, 10)),
        (closed(0, 0), opened(None, None), closed(0, 0)),
        (closed(-1, 1), opened(0, 4), opened(-4, 4)),
        (closed(0, 2), opened(3, None), Interval(Fraction(0), None)),
        (opened(None, -1), opened(1, None), opened(None, -1)),
    ],
)
def test_product_includes_the_ends_that_are_reached(first: Interval, second: Interval, expected: Interval) -> None:
    """An end of a product is included where included ends make it, or an included zero does."""
    assert expected == first.times(second)
    assert expected == second.times(first)


def test_shared_end_counts_only_where_both_include_it() -> None:
    """[1, 2] meets [2, 3] but not (2, 3]."""
    assert closed(1, 2).meets(closed(2, 3))
    assert not closed(1, 2).meets(Interval(Fraction(2), Fraction(3), low_open=True))
    assert opened(2, 3) == closed(2, 3).meet(opened(2, 3)) == opened(2, 3).meet(closed(2, 3))


def test_difference_swaps_ends_with_their_inclusion() -> None:
    """[0, 1) − (2, 3] is [−3, −1): the negative weight swaps ends and whether they are included."""
    first = Interval(Fraction(0), Fraction(1), high_open=True)
    second = Interval(Fraction(2), Fraction(3), low_open=True)

    assert Interval(Fraction(-3), Fraction(-1), high_open=True) == first - second
