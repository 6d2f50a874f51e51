"""Agreement: whether figures that a text binds together can all be true, and what each would have to be for that.

Figures are compared as the intervals that they stand for; there is no tolerance in percent. How the relations are computed is the
matter of `factcheck.formula`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from itertools import combinations
from typing import Literal, TypeAlias

from factcheck.formula import Formula
from factcheck.interval import Interval
from factcheck.quantity import Quantity, Rounding, decimal_text, power_of_ten, significant_exponent

Verdict = Literal["agrees", "agrees by rounding", "disagrees", "undecidable"]
Figures: TypeAlias = Quantity | Sequence[Quantity]

# The slips of a scale word: a digit more or less, hundred, thousand for million or billion, 万 and 亿.
SLIPS = (1, 2, 3, 4, 8)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a comparison came out.

    `stated` and `computed` are the intervals of the figures rounded to nearest, in the unit of the stated figure; `gap` is the
    distance between them. `computed` is None where nothing follows from the other figures.
    """

    verdict: Verdict
    stated: Interval
    computed: Interval | None
    gap: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Repair:
    """One way to restore agreement: the figure of `role` would have to lie in `needed`, all others as they stand."""

    role: str
    which: int
    figure: Quantity
    needed: Interval


def compare(formula: Formula, /, **figures: Figures) -> Outcome:
    """Whether the figures of a formula's roles can all be true.

    Agrees: they meet when all are rounded to nearest. Agrees by rounding: they meet only if one was truncated, or its trailing
    zeros are taken for rounding. Disagrees: they are apart even so. Raises TypeError where the roles are not those of the formula.
    """
    given = _by_role(formula, figures)
    nearest = _intervals(formula, given, "nearest")
    stated = nearest[formula.stated][0]
    computed = formula.solve(formula.stated, nearest)
    if computed is None or _currencies_differ(formula, given):
        return Outcome("undecidable", stated, None)
    if computed.meets(stated):
        return Outcome("agrees", stated, computed)
    vague = any(figure.vague for members in given.values() for figure in members)
    loose = None if vague else formula.holds(_intervals(formula, given, "loose"))
    verdict: Verdict = "undecidable" if loose is None else "agrees by rounding" if loose else "disagrees"
    return Outcome(verdict, stated, computed, computed.gap(stated))


def repairs(formula: Formula, /, **figures: Figures) -> list[Repair]:
    """For each figure the values that would restore agreement, the others rounded to nearest; the stated figure comes first."""
    given = _by_role(formula, figures)
    nearest = _intervals(formula, given, "nearest")
    found = []
    for role in sorted(given, key=lambda role: role != formula.stated):
        if role not in formula.solvers:
            continue
        for which, figure in enumerate(given[role]):
            needed = formula.solve(role, nearest, which=which)
            if needed is not None and not needed.empty:
                found.append(Repair(role, which, figure, needed))
    return found


def not_above(smaller: Quantity, larger: Quantity) -> Outcome:
    """Whether one figure can be at most as large as another: a part and its whole, a mean and its maximum."""
    verdicts = []
    for rounding in ("nearest", "loose"):
        top = larger.comparable(rounding)
        verdicts.append(smaller.comparable(rounding).meets(Interval(None, top.high, high_open=top.high_open)))
    stated, limit = smaller.comparable("nearest"), larger.comparable("nearest")
    room = Interval(None, limit.high, high_open=limit.high_open)
    if verdicts[0]:
        return Outcome("agrees", stated, room)
    if smaller.vague or larger.vague or _money(smaller, larger) > 1:
        return Outcome("undecidable", stated, room, room.gap(stated))
    return Outcome("agrees by rounding" if verdicts[1] else "disagrees", stated, room, room.gap(stated))


def agree(quantities: Sequence[Quantity]) -> Verdict:
    """Whether statements of one thing can all be true: their intervals have a point in common.

    Two figures written to the same digit with different values disagree even where their intervals touch. An order of magnitude
    never disagrees; figures in two currencies are undecidable.
    """
    if _money(*quantities) > 1:
        return "undecidable"
    if _common(quantities, "nearest") and not _same_digit_apart(quantities):
        return "agrees"
    precise = [quantity for quantity in quantities if not quantity.vague]
    if _same_digit_apart(precise) or not _common(precise, "loose"):
        return "disagrees"
    return "undecidable" if len(precise) < len(quantities) else "agrees by rounding"


def scale_slip(first: Quantity, second: Quantity) -> int | None:
    """The power of ten by which the second figure is the first, within rounding; None where it is none, or either has one digit.

    A single digit proves nothing: 3 and 300 are as often two things as a slip.
    """
    if min(significant_digits(first), significant_digits(second)) < 2:
        return None
    one, other = (replace(quantity, hedge="exact").interval() for quantity in (first, second))
    for power in SLIPS:
        for signed in (power, -power):
            if one.scaled(power_of_ten(signed)).meets(other):
                return signed
    return None


def digits_swapped(first: Quantity, second: Quantity) -> bool:
    """Whether one figure is the other with two neighbouring digits in each other's place: 11,584 and 11,548.

    Figures of fewer than four digits, or of which all but two are zeros at the end, prove nothing: 12亿 and 21亿 are two amounts.
    """
    one, other = (decimal_text(quantity.value).replace(".", "") for quantity in (first, second))
    if len(one) != len(other) or len(one) < 4 or min(significant_digits(first), significant_digits(second)) < 3:
        return False
    apart = [place for place, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]


def scaling(figure: Quantity, needed: Interval) -> int | None:
    """The power of ten that brings a figure to where it would have to be; None where none does, or where so much would do that any may.

    A figure of one digit proves nothing, and neither does a stretch whose end is twice its start.
    """
    if (
        needed.low is None
        or needed.high is None
        or needed.low <= 0
        or needed.high >= 2 * needed.low
        or significant_digits(figure) < 2
    ):
        return None
    stated = replace(figure, hedge="exact").interval()
    fitting = (signed for power in SLIPS for signed in (power, -power) if stated.scaled(power_of_ten(signed)).meets(needed))
    return next(fitting, None)


def _by_role(formula: Formula, figures: Mapping[str, Figures]) -> dict[str, list[Quantity]]:
    given = {role: [found] if isinstance(found, Quantity) else list(found) for role, found in figures.items()}
    missing = [role for role in formula.solvers if not given.get(role)]
    unknown = [role for role in given if role not in formula.solvers]
    if missing or unknown:
        raise TypeError(f"{formula.name} needs figures for {', '.join(formula.solvers)}; missing {missing}, unknown {unknown}")
    return given


def _intervals(formula: Formula, given: Mapping[str, Sequence[Quantity]], rounding: Rounding) -> dict[str, list[Interval]]:
    return {
        role: [(replace(figure, counted=False) if role in formula.measured else figure).comparable(rounding) for figure in members]
        for role, members in given.items()
    }


def _currencies_differ(formula: Formula, given: Mapping[str, Sequence[Quantity]]) -> bool:
    return _money(*(figure for role in formula.alike for figure in given[role])) > 1


def _money(*quantities: Quantity) -> int:
    return len({quantity.currency for quantity in quantities} - {None})


def _common(quantities: Sequence[Quantity], rounding: Rounding) -> bool:
    everything = Interval(None, None)
    return not reduce(Interval.meet, (quantity.comparable(rounding) for quantity in quantities), everything).empty


def _same_digit_apart(quantities: Sequence[Quantity]) -> bool:
    written = [quantity for quantity in quantities if quantity.hedge == "exact" and quantity.high is None and not quantity.vague]
    return any(
        first.value != second.value and first.unit_of_last_digit("loose") == second.unit_of_last_digit("loose")
        for first, second in combinations(written, 2)
    )


def significant_digits(quantity: Quantity) -> int:
    """How many digits of a figure are no trailing zeros of a whole number: 15,000 has two."""
    exponent = significant_exponent(quantity.value, quantity.decimals)
    return len(str(abs(int(Fraction(quantity.value) / power_of_ten(exponent)))))
