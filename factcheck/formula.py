"""Formulas that bind figures together (growth, sum, share …), each solved for every figure in it.

A solution is held in the form in which every variable occurs once (growth as after/before − 1): any other form widens the interval
and hides errors. Rates and shares are in percent, as they are written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import TypeAlias

from factcheck.interval import Interval, Number

Operands: TypeAlias = Mapping[str, Sequence[Interval]]
Solver: TypeAlias = Callable[[Operands], Interval | None]


@dataclass(frozen=True, slots=True)
class Formula:
    """A relation between figures by role, solved for each of them.

    `stated` is the role whose figure the others prove or disprove. A solver is given the intervals of all roles but the operand it
    solves for, and returns what that operand can be; None where nothing follows (a divisor that may be zero, growth from a loss).
    `alike` are the roles that share a currency. `measured` are roles whose figures are rounded even where they look counted.
    """

    name: str
    stated: str
    solvers: Mapping[str, Solver]
    text: str
    alike: tuple[str, ...] = ()
    measured: frozenset[str] = frozenset()

    def solve(self, role: str, operands: Operands, *, which: int = 0) -> Interval | None:
        """What one operand can be, given all others; `which` tells operands of one role apart."""
        others = {name: list(intervals) for name, intervals in operands.items()}
        del others[role][which : which + 1]
        return self.solvers[role](others)

    def holds(self, operands: Operands) -> bool | None:
        """Whether some choice of values satisfies the formula; None where nothing can be said."""
        computed = self.solve(self.stated, operands)
        return None if computed is None else computed.meets(operands[self.stated][0])


def _sum(intervals: Sequence[Interval]) -> Interval:
    return reduce(Interval.__add__, intervals, Interval.point(0))


def _product(intervals: Sequence[Interval]) -> Interval:
    return reduce(Interval.times, intervals, Interval.point(1))


def _scaled(ratio: Interval | None, scale: Fraction) -> Interval | None:
    return None if ratio is None else ratio.scaled(scale)


def _quotient(
    name: str,
    stated: str,
    parts: tuple[str, str],
    text: str,
    *,
    scale: Fraction | int = 1,
    offset: int = 0,
    alike: tuple[str, ...] = (),
    measured: frozenset[str] = frozenset(),
) -> Formula:
    """The stated figure is scale × (numerator / denominator + offset); `parts` are the roles of numerator and denominator."""
    numerator, denominator = parts

    def ratio(given: Operands) -> Interval:
        return given[stated][0].scaled(1 / Fraction(scale)) - offset

    def quotient(given: Operands) -> Interval | None:
        plain = given[numerator][0].over(given[denominator][0])
        return None if plain is None else (plain + offset).scaled(scale)

    solvers: Mapping[str, Solver] = {
        stated: quotient,
        numerator: lambda given: given[denominator][0].times(ratio(given)),
        denominator: lambda given: given[numerator][0].over(ratio(given)),
    }
    return Formula(name, stated, solvers, text, alike=alike, measured=measured)


def _balance(name: str, stated: str, signs: Mapping[str, int], text: str) -> Formula:
    """The stated figure is the sum of those of the other roles, each with the sign of its role."""

    def total(given: Operands) -> Interval:
        return _sum([interval.scaled(sign) for role, sign in signs.items() for interval in given[role]])

    def term(role: str) -> Solver:
        return lambda given: (given[stated][0] - total(given)).scaled(signs[role])

    solvers: Mapping[str, Solver] = {stated: total} | {role: term(role) for role in signs}
    return Formula(name, stated, solvers, text, alike=(*signs, stated))


def _factor(operands: Operands) -> Interval:
    """What a rate of growth in percent multiplies by."""
    return operands["rate"][0].scaled(Fraction(1, 100)) + 1


# Of a change, in the order of a quotient: what it leads to, and what from.
_AFTER_BEFORE = ("after", "before")

GROWTH = _quotient("growth", "rate", _AFTER_BEFORE, "after / before − 1", scale=100, offset=-1, alike=("before", "after"))
FALL = _quotient("fall", "rate", _AFTER_BEFORE, "1 − after / before", scale=-100, offset=-1, alike=("before", "after"))
TIMES = _quotient("times", "times", _AFTER_BEFORE, "after / before", alike=("before", "after"))
# 增长两倍: two more are three as many.
TIMES_MORE = _quotient("times-more", "times", _AFTER_BEFORE, "after / before − 1", offset=-1, alike=("before", "after"))

INCREASE = _balance("increase", "change", {"after": 1, "before": -1}, "after − before")
DECREASE = _balance("decrease", "change", {"after": -1, "before": 1}, "before − after")
# What was there at first, what came, what went, and what is there in the end.
ROLL_FORWARD = _balance("roll-forward", "closing", {"opening": 1, "inflow": 1, "outflow": -1}, "opening + inflow − outflow")
SUM = _balance("sum", "total", {"addend": 1}, "the sum of the addends")

SHARE = _quotient("share", "rate", ("part", "whole"), "part / whole", scale=100, alike=("part", "whole"))


def rate_of(scale: Fraction | int) -> Formula:
    """A rate: so many of the part to `scale` of the whole (1 a head, 100 in percent, 1000 in per mille)."""
    text = "part / whole" if scale == 1 else f"{scale} × part / whole"
    return _quotient("rate-of", "rate", ("part", "whole"), text, scale=scale, measured=frozenset({"rate"}))


def product_of(scale: Fraction) -> Formula:
    """A product of figures in units that do not cancel out by themselves: `scale` leads to the unit of the product (元/kg × t)."""
    return Formula(
        "product",
        "product",
        {
            "product": lambda given: _product(given["factor"]).scaled(scale),
            "factor": lambda given: _scaled(given["product"][0].over(_product(given["factor"])), 1 / scale),
        },
        "the product of the factors",
    )


PRODUCT = product_of(Fraction(1))

# An average is never counted one by one, however whole it looks.
AVERAGE = _quotient(
    "average", "average", ("total", "count"), "total / count", alike=("total", "average"), measured=frozenset({"average"})
)

# An amount a day is that of a year of 365 or 366 days.
DAYS = Interval(Fraction(365), Fraction(366))
DAILY = Formula(
    "daily",
    "average",
    {
        "average": lambda given: given["total"][0].over(DAYS),
        "total": lambda given: given["average"][0].times(DAYS),
    },
    "total / 365",
    alike=("total", "average"),
    measured=frozenset({"average"}),
)

# "One in three" is said of 31 % as well as of a third: n is rounded.
ONE_IN = Formula(
    "one-in",
    "rate",
    {
        "rate": lambda given: _scaled(Interval.point(1).over(given["number"][0]), Fraction(100)),
        "number": lambda given: _scaled(Interval.point(1).over(given["rate"][0]), Fraction(100)),
    },
    "1 / number",
    measured=frozenset({"number"}),
)


def compound(periods: int) -> Formula:
    """Growth by one rate over a whole number of periods: after = before × (1 + rate)^periods.

    Decided on `after`, since a root has no exact value; the rate that restores agreement is enclosed to 10⁻⁹. Raises ValueError
    for fewer than one period.
    """
    if periods < 1:
        raise ValueError(f"compound growth needs at least one period, got {periods}")

    def power(given: Operands) -> Interval | None:
        factor = _factor(given)
        return _product([factor] * periods) if factor.low is not None and factor.low >= 0 else None

    def after(given: Operands) -> Interval | None:
        factor = power(given)
        return None if factor is None else given["before"][0].times(factor)

    def before(given: Operands) -> Interval | None:
        factor = power(given)
        return None if factor is None else given["after"][0].over(factor)

    def rate(given: Operands) -> Interval | None:
        ratio = given["after"][0].over(given["before"][0])
        if ratio is None or ratio.low is None or ratio.low < 0:
            return None
        high = None if ratio.high is None else _root(ratio.high, periods, up=True)
        return (Interval(_root(ratio.low, periods, up=False), high) - 1).scaled(100)

    return Formula(
        "compound",
        "after",
        {"after": after, "before": before, "rate": rate},
        f"before × (1 + rate)^{periods}",
        alike=("before", "after"),
    )


def converted(factor: Number | int, offset: Number | int = 0) -> Formula:
    """One amount in two units: other = amount × factor + offset, both exact and the factor above zero (miles to km, °C to °F)."""
    ratio, shift = Fraction(factor), Fraction(offset)
    return Formula(
        "converted",
        "other",
        {
            "other": lambda given: given["amount"][0].scaled(ratio) + shift,
            "amount": lambda given: (given["other"][0] - shift).scaled(1 / ratio),
        },
        "amount × factor",
    )


def _root(value: Fraction, degree: int, *, up: bool) -> Fraction:
    """The root of a value that is not negative, enclosed from below or above in steps of 10⁻⁹."""
    step = 10**9
    target = value * step**degree
    low, high = 0, (int(value) + 1) * step
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= target else (low, middle - 1)
    exact = low**degree == target
    return Fraction(low + (1 if up and not exact else 0), step)


FORMULAS: Mapping[str, Formula] = {
    formula.name: formula for formula in (GROWTH, FALL, INCREASE, DECREASE, TIMES, TIMES_MORE, SUM, SHARE, PRODUCT, AVERAGE, ONE_IN)
}

# The relation that has the same figures and the other sign.
OPPOSITE: Mapping[str, Formula] = {
    "growth": FALL,
    "fall": GROWTH,
    "increase": DECREASE,
    "decrease": INCREASE,
    "points-up": DECREASE,
    "points-down": INCREASE,
}
