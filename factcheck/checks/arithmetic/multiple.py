"""A multiple, in a figure or in a word such as doubled, is the quotient of its two figures.

增长两倍 is three times as much and 翻两番 four times; "rose three times" and "a threefold increase" are said of three and of four times as
much, so either is taken. A multiple without decimals is a rounded one, within an eighth of its value or a half: nobody writes doubled of
what grew by three fifths. Left alone: multiples with one figure beside them, and those of two that the words do not tie to it.

Bad:  粮食产量从40吨增加到120吨，⟦翻了两番⟧。
Bad:  今年有选手2400名，是去年600名的⟦3倍⟧。
Bad:  粮食产量从80吨降到60吨，减少了⟦一半⟧。
Bad:  The flock ⟦tripled⟧ from 4.0 tonnes of wool to 9.0 tonnes.
Good: 粮食产量从40吨增加到160吨，翻了两番。
Good: 今年有选手2400名，是去年800名的3倍。
Good: The flock more than doubled, from 400 sheep to 950.
Good: The herd grew from 40 goats to 90 and the farm's income tripled.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.agreement import compare
from factcheck.case import Case
from factcheck.claim import Relation
from factcheck.evidence.working import figures_of, judged
from factcheck.finding import Checked, Finding
from factcheck.formula import TIMES, TIMES_MORE, Formula
from factcheck.quantity import Quantity

LEVEL = "error"
# How far a multiple without decimals may be from what it is said of: four and more are rounded, two and three said more exactly.
SLACK = Fraction(1, 8)
# Far finer than any figure: the ends of a rounded multiple are exact.
EXACT = -9


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every stated multiple with the quotient of its two figures."""
    for name, formula in (("times", TIMES), ("times-more", TIMES_MORE), ("times-either", TIMES), ("times-less", TIMES)):
        for relation in case.related(name):
            times = relation["times"].quantity
            if times is None or times.vague:
                continue
            if name == "times-less":
                times = replace(times, value=1 - Fraction(times.value))  # 减少了三分之一: two thirds are left
            said = {"times": _rounded(times)}
            either = name == "times-either" and _agrees(relation, TIMES_MORE, said)
            yield from judged(relation, TIMES_MORE if either else formula, phrase="what leads from {before} to {after}", extra=said)


def _agrees(relation: Relation, formula: Formula, said: dict[str, Quantity]) -> bool:
    figures = figures_of(relation, formula, extra=said)
    return figures is not None and compare(formula, **figures).verdict == "agrees"


def _rounded(times: Quantity) -> Quantity:
    """Everything that a multiple is said of: what rounds to it, anything above it behind "more than", the quarter below it behind "nearly"."""
    value = Fraction(times.value)
    if times.hedge in ("over", "at_least"):
        return replace(times, hedge="at_least", counted=False)
    if times.hedge == "nearly":
        return replace(times, value=value * (1 - 2 * SLACK), high=value, hedge="exact", decimals=EXACT, significant=EXACT)
    if times.hedge != "exact" or times.high is not None or (times.decimals < 0 and value > 1):
        return times
    slack = min(Fraction(1, 2), value * SLACK)
    return replace(times, value=value - slack, high=value + slack, decimals=EXACT, significant=EXACT, counted=False)
