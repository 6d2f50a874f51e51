"""A share in percent is the part that it names, divided by the whole.

Left alone: a share beside one amount only, and a share whose whole is in another sentence, since that could be another whole.

Bad:  全年营收136.4亿元，其中商品收入117.6亿元，占比⟦76%⟧。
Bad:  Of the $80 million budget, $20 million goes to roads, or ⟦35%⟧ of the total.
Good: 全年营收136.4亿元，其中商品收入117.6亿元，占比86.2%。
Good: 全年营收136.4亿元，同比增长76%，其中商品收入117.6亿元。
Good: Of the $80 million budget, $20 million goes to roads, or 25% of the total.
Good: Of the $80 million budget, $20 million goes to roads, up 35% on last year.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.finding import Checked, Finding
from factcheck.formula import SHARE
from factcheck.working import judged

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every stated share with part over whole."""
    for relation in case.related("share"):
        yield from judged(relation, SHARE, phrase="{part} of {whole}")
