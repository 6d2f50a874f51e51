"""The amount of a change is the difference of the two figures that it lies between.

The three figures are compared as the intervals that they were rounded from: 1.31亿 less 1.23亿 admits 700万 as well as 900万. Left
alone: changes that name only one end, changes in another currency, and a verb whose direction alone is against the figures.

Bad:  期末存款余额为52.6亿元，比年初的48.1亿元增加⟦7.5亿元⟧。
Bad:  Reserves stood at $410 million in June, ⟦$90 million⟧ more than the $350 million held in March.
Good: 期末存款余额为52.6亿元，比年初的48.1亿元增加4.5亿元。
Good: 年活跃用户为1.31亿，比上年的1.23亿增加700万。
Good: Reserves stood at $410 million in June, $60 million more than the $350 million held in March.
Good: Reserves stood at $410 million in June; debt was cut by $90 million.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.finding import Checked, Finding
from factcheck.formula import DECREASE, INCREASE
from factcheck.working import judged, sign_is_wrong

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every stated change with the difference of its two ends."""
    for name, formula, phrase in (
        ("increase", INCREASE, "the increase from {before} to {after}"),
        ("decrease", DECREASE, "the decrease from {before} to {after}"),
    ):
        for relation in case.related(name):
            if not sign_is_wrong(relation, formula):
                yield from judged(relation, formula, phrase=phrase)
