"""Likeness: whether an amount of a draft is that of its source, within what its digits say."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factcheck.evidence.sourcing.sayings import Saying, plainly
from factcheck.interval import Interval
from factcheck.quantity import Quantity

# A conversion may show a digit more than the amount that it was made from: 5 miles are 8.0 km.
DIGIT_MORE = 10


def same_amount(draft: Saying, source: Saying) -> bool:
    """Whether the draft's amount is the source's as it would be rounded; the hedge of either may have been left out."""
    if draft.family != source.family:
        draft, source = plainly(draft), plainly(source)  # a text may leave out what a rate is for
    one, other = draft.amount, source.amount
    if one is None or other is None or (None not in (one.currency, other.currency) and one.currency != other.currency):
        return False
    if rounded_from(draft, source):
        return True
    # "Nearly 31%" for 30.6%: the hedge is the draft's own, and is judged with it.
    hedged = one.hedge != "exact" and other.hedge == "exact"
    return hedged and _in_base(draft, one.comparable("nearest")).meets(_in_base(source, other.interval()))


def rounded_from(draft: Saying, source: Saying) -> bool:
    """Whether a figure is another one rounded to its digits, or cut off there; never with more digits than that has."""
    one, other = draft.amount, source.amount
    assert one is not None and other is not None
    value, original = _in_base(draft, Interval.point(one.value)), replace(other, hedge="exact")
    step, given = _step(draft, one), _step(source, other)
    if value == _in_base(source, Interval.point(other.value)):
        return True
    converted = draft.scale != source.scale or draft.shift != source.shift
    if step * DIGIT_MORE <= given if converted else step <= given:
        return False
    assert value.low is not None
    room = Interval(value.low - step / 2, value.low + step, high_open=True)
    return room.meets(_in_base(source, original.interval()))


def nearly_rounded(draft: Saying, source: Saying) -> bool:
    """Whether a figure has fewer digits than its source's, and the last of them is off by one; or more, which the source rounded."""
    one, other = draft.amount, source.amount
    if one is None or other is None or draft.scale != source.scale:
        return False
    if rounded_from(source, draft):
        return True
    step = _step(draft, one)
    return _step(source, other) < step and abs(draft.values[0] - source.values[0]) <= 2 * step


def _step(saying: Saying, amount: Quantity) -> Fraction:
    """What one step of the last digit is worth in the base unit; trailing zeros stand for rounding."""
    return replace(amount, counted=False).unit_of_last_digit("loose") * saying.scale


def _in_base(saying: Saying, interval: Interval) -> Interval:
    return interval.scaled(saying.scale) + saying.shift
