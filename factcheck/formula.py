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


def _percent(ratio: Interval | None) -> Interval | None:
    return None if ratio is None else ratio.scaled(100)


def _factor(operands: Operands, sign: int = 1) -> Interval:
    """What a rate in percent multiplies by: 1 + rate for growth, 1 − rate for a fall."""
    return operands["rate"][0].scaled(Fraction(sign, 100)) + 1


def _scaled(ratio: Interval | None, scale: Fraction) -> Interval | None:
    return None if ratio is None else ratio.scaled(scale)


def _share(operands: Operands, part: str, whole: str) -> Interval | None:
    return _percent(operands[part][0].over(operands[whole][0]))


def _growth_rate(operands: Operands) -> Interval | None:
    ratio = operands["after"][0].over(operands["before"][0])
    return None if ratio is None else (ratio - 1).scaled(100)


def _less_one(ratio: Interval | None) -> Interval | None:
    return None if ratio is None else ratio - 1


def _fall_rate(operands: Operands) -> Interval | None:
    growth = _growth_rate(operands)
    return None if growth is None else -growth


GROWTH = Formula(
    "growth",
    "rate",
    {
        "rate": _growth_rate,
        "after": lambda given: given["before"][0].times(_factor(given)),
        "before": lambda given: given["after"][0].over(_factor(given)),
    },
    "after / before − 1",
    alike=("before", "after"),
)

FALL = Formula(
    "fall",
    "rate",
    {
        "rate": _fall_rate,
        "after": lambda given: given["before"][0].times(_factor(given, -1)),
        "before": lambda given: given["after"][0].over(_factor(given, -1)),
    },
    "1 − after / before",
    alike=("before", "after"),
)

INCREASE = Formula(
    "increase",
    "change",
    {
        "change": lambda given: given["after"][0] - given["before"][0],
        "after": lambda given: given["before"][0] + given["change"][0],
        "before": lambda given: given["after"][0] - given["change"][0],
    },
    "after − before",
    alike=("before", "after", "change"),
)

DECREASE = Formula(
    "decrease",
    "change",
    {
        "change": lambda given: given["before"][0] - given["after"][0],
        "after": lambda given: given["before"][0] - given["change"][0],
        "before": lambda given: given["after"][0] + given["change"][0],
    },
    "before − after",
    alike=("before", "after", "change"),
)

# What was there at first, what came, what went, and what is there in the end.
ROLL_FORWARD = Formula(
    "roll-forward",
    "closing",
    {
        "closing": lambda given: given["opening"][0] + given["inflow"][0] - given["outflow"][0],
        "opening": lambda given: given["closing"][0] - given["inflow"][0] + given["outflow"][0],
        "inflow": lambda given: given["closing"][0] - given["opening"][0] + given["outflow"][0],
        "outflow": lambda given: given["opening"][0] + given["inflow"][0] - given["closing"][0],
    },
    "opening + inflow − outflow",
    alike=("opening", "inflow", "outflow", "closing"),
)

TIMES = Formula(
    "times",
    "times",
    {
        "times": lambda given: given["after"][0].over(given["before"][0]),
        "after": lambda given: given["before"][0].times(given["times"][0]),
        "before": lambda given: given["after"][0].over(given["times"][0]),
    },
    "after / before",
    alike=("before", "after"),
)

# 增长两倍: two more are three as many.
TIMES_MORE = Formula(
    "times-more",
    "times",
    {
        "times": lambda given: _less_one(given["after"][0].over(given["before"][0])),
        "after": lambda given: given["before"][0].times(given["times"][0] + 1),
        "before": lambda given: given["after"][0].over(given["times"][0] + 1),
    },
    "after / before − 1",
    alike=("before", "after"),
)

SUM = Formula(
    "sum",
    "total",
    {
        "total": lambda given: _sum(given["addend"]),
        "addend": lambda given: given["total"][0] - _sum(given["addend"]),
    },
    "the sum of the addends",
    alike=("addend", "total"),
)

SHARE = Formula(
    "share",
    "rate",
    {
        "rate": lambda given: _share(given, "part", "whole"),
        "part": lambda given: given["whole"][0].times(given["rate"][0].scaled(Fraction(1, 100))),
        "whole": lambda given: _share(given, "part", "rate"),
    },
    "part / whole",
    alike=("part", "whole"),
)


def rate_of(scale: int) -> Formula:
    """A rate: so many of the part to `scale` of the whole (1 a head, 100 in percent, 1000 in per mille)."""
    return Formula(
        "rate-of",
        "rate",
        {
            "rate": lambda given: _scaled(given["part"][0].over(given["whole"][0]), Fraction(scale)),
            "part": lambda given: given["whole"][0].times(given["rate"][0].scaled(Fraction(1, scale))),
            "whole": lambda given: _scaled(given["part"][0].over(given["rate"][0]), Fraction(scale)),
        },
        "part / whole" if scale == 1 else f"{scale} × part / whole",
        measured=frozenset({"rate"}),
    )


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
AVERAGE = Formula(
    "average",
    "average",
    {
        "average": lambda given: given["total"][0].over(given["count"][0]),
        "total": lambda given: given["average"][0].times(given["count"][0]),
        "count": lambda given: given["total"][0].over(given["average"][0]),
    },
    "total / count",
    alike=("total", "average"),
    measured=frozenset({"average"}),
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
        "rate": lambda given: _percent(Interval.point(1).over(given["number"][0])),
        "number": lambda given: _percent(Interval.point(1).over(given["rate"][0])),
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
