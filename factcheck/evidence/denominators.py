"""Numbers that say what a rate is for, and nothing of their own: the 1,000 people of "3.1 nurses per 1,000 people"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.lexicon.rates import denominators, is_rate
from factcheck.mention import Mention


def denominator_numbers(mentions: Sequence[Mention]) -> set[Mention]:
    """The figures of a document that stand beside a rate and are the number in its denominator. `mentions` are in reading order."""
    return {
        number
        for first, second in pairwise(mentions)
        for rate, number in ((first, second), (second, first))
        if _is_below(rate, number)
    }


def _is_below(rate: Mention, number: Mention) -> bool:
    unit = rate.unit
    if unit is None or not is_rate(unit) or number.quantity is None or is_rate(number.unit):
        return False
    return any(
        part.number == number.quantity.value and part.number != 1 and number.unit in (part.unit, None)
        for part in denominators(unit)
    )
