"""Agreement of figures in different units: 5 km and 5,000 m, 2.9 per 1,000 and 29 per 10,000, 8万元 a square metre and 5,333万元 a mu.

Figures are compared in the base unit of their dimension, exactly; what the lexicon cannot convert is compared as it is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce

from factcheck import agreement
from factcheck.agreement import Verdict
from factcheck.interval import Interval
from factcheck.lexicon.rates import is_rate, unit_named
from factcheck.quantity import Quantity, Rounding


def agree(quantities: Sequence[Quantity]) -> Verdict:
    """Whether statements of one thing can all be true, as `agreement.agree` says, after conversion where their units differ."""
    factors = [_factor(quantity.unit) for quantity in quantities]
    if len(set(factors)) < 2 or None in factors or len({quantity.currency for quantity in quantities} - {None}) > 1:
        return agreement.agree(quantities)
    if _meet(quantities, factors, "nearest"):
        return "agrees"
    precise = [place for place, quantity in enumerate(quantities) if not quantity.vague]
    if not _meet([quantities[place] for place in precise], [factors[place] for place in precise], "loose"):
        return "disagrees"
    return "agrees by rounding" if len(precise) == len(quantities) else "undecidable"


def worth(unit: str | None) -> Fraction:
    """What one of a unit, or of a rate, is worth in the base unit of its dimension; one for what is counted."""
    known = unit_named(unit)
    return Fraction(1) if known is None else Fraction(known.factor)


def _factor(unit: str | None) -> Fraction | None:
    """What one of a unit is worth in the base unit of its dimension; None for counts, money and scales with a zero of their own."""
    known = unit_named(unit)
    if known is None or Fraction(known.offset):
        return None
    return Fraction(known.factor) if is_rate(unit) or known.kind in ("measure", "duration") else None


def _meet(quantities: Sequence[Quantity], factors: Sequence[Fraction | None], rounding: Rounding) -> bool:
    intervals = (
        quantity.comparable(rounding).scaled(factor)
        for quantity, factor in zip(quantities, factors, strict=True)
        if factor is not None
    )
    return not reduce(Interval.meet, intervals, Interval(None, None)).empty
