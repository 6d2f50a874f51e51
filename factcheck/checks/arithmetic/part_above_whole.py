"""A part is at most as large as the whole that it is in.

Looked at is the amount behind 其中, of which or including, beside the one amount before it. Left alone: parts of several amounts, changes,
and amounts of another kind or unit.

Bad:  全校有教师650名，其中女教师⟦700名⟧。
Bad:  The firm employs 2,600 people, including ⟦3,200 people⟧ abroad.
Good: 全校有教师650名，其中女教师300名。
Good: 甲校有教师650名，乙校有教师200名，其中女教师700名。
Good: 赔偿金为2.8亿元，其中尚不含厂房及设备3.98亿元。
Good: 编列预算5.8亿元，其中新增装备筹补计划，总经费6.9亿元。
Good: The firm employs 2,600 people, including 1,200 people abroad.
"""

from collections.abc import Iterator

from factcheck.agreement import not_above
from factcheck.case import Case
from factcheck.evidence.working import quoted
from factcheck.finding import Checked, Finding, on
from factcheck.messages import say

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every part with its whole."""
    for relation in (*case.related("part"), *case.related("out-of")):
        whole, part = relation["whole"], relation["part"]
        if whole.quantity is None or part.quantity is None:
            continue
        # the noun of "63 took the bus" is none of the number's
        if relation.name == "part" and whole.quantity.unit != part.quantity.unit:
            continue
        outcome = not_above(part.quantity, whole.quantity)
        yield Checked((whole, part), outcome.verdict)
        if outcome.verdict == "disagrees":
            message = say("{part} cannot be a part of {whole}: it is more than the whole", part=quoted(part), whole=quoted(whole))
            yield on(part, message, because=(whole,), working=(f"{quoted(part)} ≤ {quoted(whole)}",))
