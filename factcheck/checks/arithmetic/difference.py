"""The amount of a change is the difference of the two figures that it lies between.

The three figures are compared as the intervals that they were rounded from: 1.31亿 less 1.23亿 admits 700万 as well as 900万.
What one measure is by its name (exports less imports, births less deaths), and what came in less what went out, are warnings only: a
text may leave a flow out. Left
alone: changes that name only one end, changes in another currency, and a verb whose direction alone is against the figures.

Bad:  图书馆现有藏书52.6万册，比去年的48.1万册增加⟦7.5万册⟧。
Bad:  The harbour handled 410,000 crates, ⟦90,000⟧ more than the 350,000 of the year before.
Bad:  两班分别有52人和45人，相差⟦17人⟧。
Good: 两班分别有52人和45人，相差7人。
Good: 图书馆现有藏书52.6万册，比去年的48.1万册增加4.5万册。
Bad:  年初有泊位62个，年内新开14个，关闭5个，年底共有⟦81个⟧。
Good: 年初有泊位62个，年内新开14个，关闭5个，年底共有71个。
Bad:  The yard hired 64 welders and lost 41, a net gain of ⟦33⟧.
Good: The yard hired 64 welders and lost 41, a net gain of 23.
Bad:  出生率为6.2‰；死亡率为7.7‰；自然增长率为⟦-2.5‰⟧。
Good: 出生率为6.2‰；死亡率为7.7‰；自然增长率为-1.5‰。
Good: 年活跃用户为1.31亿，比上年的1.23亿增加700万。
Good: The harbour handled 410,000 crates, 60,000 more than the 350,000 of the year before.
Good: The harbour handled 410,000 crates; 90,000 were sent on by rail.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.working import judged, sign_is_wrong
from factcheck.finding import Checked, Finding
from factcheck.formula import DECREASE, INCREASE, ROLL_FORWARD

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every stated change with the difference of its two ends."""
    for name, formula, phrase in (
        ("increase", INCREASE, "the increase from {before} to {after}"),
        ("decrease", DECREASE, "the decrease from {before} to {after}"),
        ("gap", INCREASE, "the gap between {before} and {after}"),
    ):
        for relation in case.related(name):
            if not sign_is_wrong(relation, formula):
                yield from judged(relation, formula, phrase=phrase)
    for relation in case.related("balance"):
        yield from judged(relation, INCREASE, phrase="{after} less {before}", level="warning")
    for relation in case.related("roll-forward"):
        yield from judged(relation, ROLL_FORWARD, phrase="{opening} and {inflow} less {outflow}", level="warning")
