"""A share in percent is the part that it names, divided by the whole.

Left alone: a share beside one amount only, and a share whose whole is in another sentence, since that could be another whole.

Bad:  果园总产量136.4吨，其中苹果117.6吨，占比⟦76%⟧。
Bad:  Of the 8,000 acres, 2,000 acres are woodland, or ⟦35%⟧ of the total.
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
