"""A share in percent is the part that it names, divided by the whole.

A share whose whole stands in another sentence is a warning only, and is bound only where a noun or 其中 leads to the whole, or another
share of the same list agrees with it. Left alone: a share of a whole that the text does not give.

Bad:  果园总产量136.4吨，其中苹果117.6吨，占比⟦76%⟧。
Bad:  Of the 8,000 acres, 2,000 acres are woodland, or ⟦35%⟧ of the total.
Bad:  全年营收48.6亿元。分产品看，果汁收入36.4亿元，占总营收的⟦64.9%⟧；茶饮收入8.9亿元，占18.3%。
Good: 全年营收48.6亿元。分产品看，果汁收入36.4亿元，占总营收的74.9%；茶饮收入8.9亿元，占18.3%。
Good: 果园总产量136.4吨，其中苹果117.6吨，占比86.2%。
Good: 果园总产量136.4吨，同比增长76%，其中苹果117.6吨。
Good: Of the 8,000 acres, 2,000 acres are woodland, or 25% of the total.
Good: Of the 8,000 acres, 2,000 acres are woodland, up 35% on last year.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.working import judged
from factcheck.finding import Checked, Finding
from factcheck.formula import SHARE

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every stated share with part over whole."""
    for relation in case.related("share"):
        yield from judged(relation, SHARE, phrase="{part} of {whole}")
    for relation in case.related("portion"):
        yield from judged(relation, SHARE, phrase="{part} of {whole}", level="warning")
