"""A number of things at a price each makes the sum that the sentence states.

A warning, since fees and rebates may stand elsewhere; a note where only a hedge (大概, about) makes the figures agree. Left alone:
a price per head or per month whose number of months is not given.

Bad:  书店卖出1500本诗集，每本36元，总收入⟦6.8万元⟧。
Bad:  The bakery sold 1,500 pies at 6 dollars each, taking ⟦12,400 dollars⟧ in all.
Good: 书店卖出1500本诗集，每本36元，总收入5.4万元。
Good: The bakery sold 1,500 pies at 6 dollars each, taking 9,000 dollars in all.
Good: The bakery sold 1,500 pies at 6 dollars each and made a profit of 2,400 dollars.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.working import judged
from factcheck.finding import Checked, Finding
from factcheck.formula import PRODUCT

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every stated product with the product of its factors."""
    for relation in case.related("product"):
        yield from judged(relation, PRODUCT, phrase="{factor}")
