"""An average is the total divided by the number that shares it.

A warning, since the average may be taken over another number (the mean of the year, those in work). Left alone: averages without
the total or the number in the same sentence, medians, and averages over time.

Bad:  420名员工共获奖金630万元，人均⟦1.8万元⟧。
Bad:  The 420 members paid $630,000 in fees, an average of ⟦$1,800⟧ each.
Good: 420名员工共获奖金630万元，人均1.5万元。
Good: 420名员工共获奖金630万元，最高1.8万元。
Good: The 420 members paid $630,000 in fees, an average of $1,500 each.
Good: The 420 members paid $630,000 in fees, an average of $125 a month.
Good: The 420 members paid $630,000 in fees; the treasurer gave $1,800.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.finding import Checked, Finding
from factcheck.formula import AVERAGE
from factcheck.working import judged

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every stated average with total over number."""
    for relation in case.related("average"):
        yield from judged(relation, AVERAGE, phrase="the average of {total} over {count}")
