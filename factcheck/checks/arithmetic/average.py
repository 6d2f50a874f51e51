"""An average is the total divided by the number that shares it.

A warning, since the average may be taken over another number (the mean of the year, those in work). The number may stand further up
in the text, where the average names what it is for (每公里, 每班, "per household"). Left alone: averages with several totals or numbers
none of which agrees, medians, and averages over time.

Bad:  合唱团36名成员共筹得10.8万元，人均⟦3600元⟧。
Bad:  The 36 singers raised $10,800, an average of ⟦$450⟧ each.
Bad:  水渠全长240公里，沿线有6座泵站，总投资31.2亿元，平均每公里造价⟦2300万元⟧。
Good: 水渠全长240公里，沿线有6座泵站，总投资31.2亿元，平均每公里造价1300万元。
Good: 合唱团36名成员共筹得10.8万元，人均3000元。
Good: 合唱团36名成员共筹得10.8万元，最多的一人筹得3600元。
Good: The 36 singers raised $10,800, an average of $300 each.
Good: The 36 singers raised $10,800, an average of $900 a month.
Good: The 36 singers raised $10,800; their conductor gave $450.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.working import judged
from factcheck.finding import Checked, Finding
from factcheck.formula import AVERAGE

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every stated average with total over number."""
    for relation in case.related("average"):
        yield from judged(relation, AVERAGE, phrase="the average of {total} over {count}")
