"""A number of things at a price each makes the sum that the sentence states.

A warning, since fees and rebates may stand elsewhere; a note where only a hedge (大概, about) makes the figures agree. Left alone:
a price per head or per month whose number of months is not given.

Bad:  书店卖出1500本诗集，每本36元，总收入⟦6.8万元⟧。
Bad:  The bakery sold 1,500 pies at 6 dollars each, taking ⟦12,400 dollars⟧ in all.
Bad:  每箱24瓶，500箱共⟦15,000瓶⟧。
Bad:  Coal costs $60 a tonne, and 8,500 kg of it come to ⟦$710⟧ in all.
Good: 每箱24瓶，500箱共12,000瓶。
Good: 书店卖出1500本诗集，每本36元，总收入5.4万元。
Good: The bakery sold 1,500 pies at 6 dollars each, taking 9,000 dollars in all.
Good: The bakery sold 1,500 pies at 6 dollars each and made a profit of 2,400 dollars.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import prod

from factcheck.case import Case
from factcheck.claim import Relation
from factcheck.evidence.conversion import worth
from factcheck.evidence.working import judged
from factcheck.finding import Checked, Finding
from factcheck.formula import product_of
from factcheck.lexicon.rates import is_rate

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every stated product with the product of its factors."""
    for relation in case.related("product"):
        yield from judged(relation, product_of(_scale(relation)), phrase="{factor}")


def _scale(relation: Relation) -> Fraction:
    """What the factors have to be multiplied by where a rate is for another unit than the one that is counted: 元/公斤 and 吨."""
    factors = relation.all("factor")
    if not any(is_rate(claim.mention.unit) for claim in factors):
        return Fraction(1)
    return prod((worth(claim.mention.unit) for claim in factors), start=Fraction(1)) / worth(relation["product"].mention.unit)
