"""A number is written with digits: no l or I stands for 1, no O for 0.

Scans print l960s and 196l-64, typists 2O21年 and 二OO八年. Left alone: codes, chips and litres (i945 boards, 100l of milk), which
have letters beside digits by right.

Bad:  The songs of the ⟦l960s⟧ were played again.
Bad:  The party costs ⟦$ l,200⟧ a night.
Bad:  公司于⟦2O21⟧年上市。
Bad:  奥运会在⟦二OO八⟧年举行。
Good: The songs of the 1960s were played again.
Good: The i945 board needs 100l of coolant.
Good: 公司于2021年上市，水箱容量100L。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.mending import unreadable
from factcheck.finding import Finding

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Report every figure with this damage, with its readings."""
    yield from unreadable(case, "lookalike-digit")
