"""A rate is what it is named after: output per head, births per thousand, profit as a percent of revenue, distance over time.

A warning, since each of the two levels may be another than the nearest one. A population moves over the year, and rates are taken over
its mean: any population within 3 % of the stated one will do, which is this check's own bound. An amount a day is one of a year, unless
its clause names another time. Left alone: a rate without both levels.

Bad:  全县生产总值312.6亿元。年末常住人口45.8万人。人均生产总值⟦88,250元⟧。
Bad:  公司营业收入20.0亿元，增长8%。毛利7.5亿元，毛利率⟦47.5%⟧。
Bad:  The county has 745,000 people. It has 2,310 beds, or ⟦4.1 beds⟧ for every 1,000 residents.
Bad:  全院2023年门诊量146.8万人次，日均⟦5,022人次⟧。其中儿科21万人次。
Bad:  The ferry covered 360 nautical miles in 20 hours, an average speed of ⟦24 knots⟧.
Bad:  全县面积1200平方公里，人口48万人，人口密度每平方公里⟦500人⟧。
Good: The ferry covered 360 nautical miles in 20 hours, an average speed of 18 knots.
Good: 全县面积1200平方公里，人口48万人，人口密度每平方公里400人。
Good: 全县生产总值312.6亿元。年末常住人口45.8万人。人均生产总值68,250元。
Good: 公司营业收入20.0亿元，增长8%。毛利7.5亿元，毛利率37.5%。
Good: The county has 745,000 people. It has 2,310 beds, or 3.1 beds for every 1,000 residents.
Good: 全院2023年门诊量146.8万人次，日均4,022人次。其中儿科21万人次。
Good: 全院2023年门诊量100.4万人次，日均4,016人次。其中儿科21万人次。
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.case import Case
from factcheck.claim import Relation
from factcheck.evidence.conversion import worth
from factcheck.evidence.working import judged
from factcheck.finding import Checked, Finding
from factcheck.formula import DAILY, rate_of
from factcheck.lexicon.rates import Denominator, rate_name
from factcheck.quantity import Quantity

LEVEL = "warning"
SCALES = {"per-one": 1, "per-hundred": 100, "per-thousand": 1000, "per-ten-thousand": 10_000, "per-hundred-thousand": 100_000}
MOVES = Fraction(3, 100)
PEOPLE = frozenset({"person", "resident"})


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every rate with what its two levels give."""
    for name, scale in SCALES.items():
        for relation in case.related(name):
            yield from judged(relation, rate_of(scale), phrase="what {part} and {whole} give", extra=_population(relation))
    for relation in case.related("per-measure"):
        part, whole, rate = (relation[role].mention.unit for role in ("part", "whole", "rate"))
        made = rate_name(part, [Denominator(1, whole or "")])
        yield from judged(relation, rate_of(worth(made) / worth(rate)), phrase="what {part} and {whole} give")
    for relation in case.related("daily"):
        yield from judged(relation, DAILY, phrase="{total} a day over a year")


def _population(relation: Relation) -> dict[str, Quantity] | None:
    """The population of a relation at any time of its year; None where its whole is none."""
    whole = relation["whole"].quantity
    if whole is None or whole.unit not in PEOPLE:
        return None
    value = Fraction(whole.value)
    return {"whole": replace(whole, value=value * (1 - MOVES), high=value * (1 + MOVES))}
