"""A rate of growth or fall follows from the two figures that it leads from and to.

A rate that compares with another period (同比, 环比) may have the level of that period behind it or in the next sentence; that is a
warning only. Each figure stands for every value that rounds to it, so 19亿 to 27亿 admits anything from 35.9 % to 48.6 %. Left alone: rates with only
one of the two figures beside them, growth out of a loss or from zero, two currencies, and a verb whose direction alone is against
the figures (wording/direction-conflict says that).

Bad:  茶厂产值由80.5万元增至100.6万元，同比增长⟦40%⟧。
Bad:  Ferry traffic fell ⟦12%⟧ to 60,000 passengers, compared with 80,000 a year earlier.
Bad:  Its harvest rose ⟦9.5%⟧ to 31.2 million tonnes last year, from 24.1 million tonnes the year before.
Bad:  10月出口138.7亿元，环比下降⟦6.2%⟧，同比增长5.6%；9月为144.8亿元，上年10月为131.3亿元。
Good: 10月出口138.7亿元，环比下降4.2%，同比增长5.6%；9月为144.8亿元，上年10月为131.3亿元。
Good: 维修业务收入由19亿元增加46.2%至27亿元。
Good: 茶厂产值由80.5万元增至100.6万元，毛利率达到40%。
Good: Ferry traffic fell 25% to 60,000 passengers, compared with 80,000 a year earlier.
Good: Its harvest rose from 24.1 million tonnes to 31.2 million tonnes; exports grew 9.5%.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.working import judged, sign_is_wrong
from factcheck.finding import Checked, Finding
from factcheck.formula import FALL, GROWTH

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every stated rate with the rate that its two figures give."""
    for name, formula, phrase in (
        ("growth", GROWTH, "the growth from {before} to {after}"),
        ("fall", FALL, "the fall from {before} to {after}"),
    ):
        for relation in case.related(name):
            if not sign_is_wrong(relation, formula):
                yield from judged(relation, formula, phrase=phrase)
        for relation in case.related(f"{name}-between"):
            yield from judged(relation, formula, phrase=phrase, level="warning")
