"""Formulas: each solution is sound, narrows with its operands, and says the same whichever operand it solves for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.formula import (
    AVERAGE,
    DECREASE,
    FALL,
    FORMULAS,
    GROWTH,
    INCREASE,
    ONE_IN,
    PRODUCT,
    SHARE,
    SUM,
    TIMES,
    TIMES_MORE,
    Formula,
    compound,
    converted,
)
from factcheck.interval import Interval
from tests.strategies import inside, intervals, values_of

Values = Mapping[str, Sequence[Fraction]]

# The formulas once more, on plain numbers and in the words of a schoolbook.
SCHOOLBOOK: list[tuple[Formula, dict[str, int], Callable[[Values], Fraction]]] = [
    (GROWTH, {"before": 1, "after": 1}, lambda of: (of["after"][0] - of["before"][0]) / of["before"][0] * 100),
    (FALL, {"before": 1, "after": 1}, lambda of: (of["before"][0] - of["after"][0]) / of["before"][0] * 100),
    (INCREASE, {"before": 1, "after": 1}, lambda of: of["after"][0] - of["before"][0]),
    (DECREASE, {"before": 1, "after": 1}, lambda of: of["before"][0] - of["after"][0]),
    (TIMES, {"before": 1, "after": 1}, lambda of: of["after"][0] / of["before"][0]),
    (TIMES_MORE, {"before": 1, "after": 1}, lambda of: (of["after"][0] - of["before"][0]) / of["before"][0]),
    (SUM, {"addend": 3}, lambda of: sum(of["addend"], Fraction(0))),
    (SHARE, {"part": 1, "whole": 1}, lambda of: of["part"][0] / of["whole"][0] * 100),
    (PRODUCT, {"factor": 2}, lambda of: of["factor"][0] * of["factor"][1]),
    (AVERAGE, {"total": 1, "count": 1}, lambda of: of["total"][0] / of["count"][0]),
    (ONE_IN, {"number": 1}, lambda of: 100 / of["number"][0]),
    (compound(3), {"before": 1, "rate": 1}, lambda of: of["before"][0] * (1 + of["rate"][0] / 100) ** 3),
    (converted(Fraction(9, 5), 32), {"amount": 1}, lambda of: of["amount"][0] * Fraction(9, 5) + 32),
]
each_formula = pytest.mark.parametrize(
    ("formula", "needs", "computed"), SCHOOLBOOK, ids=[formula.name for formula, _, _ in SCHOOLBOOK]
)


def draw_operands(data: st.DataObject, needs: Mapping[str, int]) -> dict[str, list[Interval]]:
    return {role: [data.draw(intervals(positive=True)) for _ in range(count)] for role, count in needs.items()}


def test_every_named_formula_is_tested() -> None:
    """The table of schoolbook forms leaves no formula out."""
    assert set(FORMULAS) <= {formula.name for formula, _, _ in SCHOOLBOOK}


@each_formula
@given(data=st.data())
def test_solution_holds_the_true_value(
    formula: Formula, needs: dict[str, int], computed: Callable[[Values], Fraction], data: st.DataObject
) -> None:
    """Whatever values the operands have within their intervals, the result lies in the computed interval."""
    operands = draw_operands(data, needs)
    values = {role: [data.draw(values_of(interval)) for interval in members] for role, members in operands.items()}

    result = formula.solvers[formula.stated](operands)

    assert result is not None
    assert result.holds(computed(values))


@each_formula
@given(data=st.data())
def test_narrowing_never_turns_disagreement_into_agreement(
    formula: Formula, needs: dict[str, int], computed: Callable[[Values], Fraction], data: st.DataObject
) -> None:
    """Where wide operands already exclude the stated interval, narrower ones do too."""
    operands = draw_operands(data, needs) | {formula.stated: [data.draw(intervals())]}
    narrower = {role: [data.draw(inside(interval)) for interval in members] for role, members in operands.items()}

    if formula.holds(operands) is False:
        assert formula.holds(narrower) is False


@each_formula
@given(data=st.data())
def test_every_operand_gives_the_same_verdict(
    formula: Formula, needs: dict[str, int], computed: Callable[[Values], Fraction], data: st.DataObject
) -> None:
    """Solving for another operand meets that operand's interval exactly where the stated one is met."""
    operands = draw_operands(data, needs) | {formula.stated: [data.draw(intervals(positive=True))]}
    holds = formula.holds(operands)

    for role, members in operands.items():
        for which, interval in enumerate(members):
            solved = formula.solve(role, operands, which=which)
            if solved is None or (formula.name, role) == ("compound", "rate"):
                continue
            assert holds == solved.meets(interval), role


@given(st.data(), st.integers(1, 12))
def test_compound_rate_is_enclosed(data: st.DataObject, periods: int) -> None:
    """The root has no exact value; its enclosure holds it and is narrow."""
    rate = data.draw(st.fractions(-50, 200, max_denominator=1000))
    after = Interval.point((1 + rate / 100) ** periods)

    solved = compound(periods).solvers["rate"]({"before": [Interval.point(1)], "after": [after]})

    assert solved is not None
    assert solved.low is not None
    assert solved.high is not None
    assert solved.holds(rate)
    assert solved.high - solved.low <= Fraction(1, 10**7)


def test_compound_needs_a_period() -> None:
    """No growth over no time."""
    with pytest.raises(ValueError, match="at least one period"):
        compound(0)
