"""The comma groups digits by three.

Four digits before a group of three come from a figure in 万 where a page was translated from Chinese (1880万 written on with
three zeros for four), elsewhere from a comma set wrong or a digit typed twice: every power of ten is offered, ranked by what
stands beside it. Left alone: Indian grouping (2,50,000), a year and its comma (in 2019,300 people), resolutions and lists in
brackets.

Bad:  The number of members reached⟦1090,000⟧ in June.
Bad:  He was fined ⟦8000,000 yuan⟧ by the court.
Bad:  全市人口为⟦1,92萬6,973人⟧。
Good: The number of members reached 1,090,000 in June.
Good: The slab runs from ₹2,50,001 to ₹5,00,000 a year.
Good: In 2019,300 people moved here.
Good: 全市人口为192万6,973人，预算为23億0,905萬1千元。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.mending import unreadable
from factcheck.finding import Finding

LEVEL = "error"


def check(case: Case) -> Iterator[Finding]:
    """Report every figure with this damage, with its readings."""
    yield from unreadable(case, "broken-grouping")
