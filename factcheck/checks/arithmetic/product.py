"""A number of things at a price each makes the sum that the sentence states.

A warning, since fees and rebates may stand elsewhere; a note where only a hedge (大概, about) makes the figures agree. Left alone:
a price per head or per month whose number of months is not given.

Bad:  音乐节共售出1200张门票，每张80元，总收入⟦12.6万元⟧。
Bad:  The club sold 1,200 tickets at 80 dollars each, taking ⟦126,000 dollars⟧ in all.
Good: 音乐节共售出1200张门票，每张80元，总收入9.6万元。
Good: The club sold 1,200 tickets at 80 dollars each, taking 96,000 dollars in all.
Good: The club sold 1,200 tickets at 80 dollars each and spent 126,000 dollars on a new stand.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.finding import Checked, Finding
from factcheck.formula import PRODUCT
from factcheck.working import judged

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every stated product with the product of its factors."""
    for relation in case.related("product"):
        yield from judged(relation, PRODUCT, phrase="{factor}")
