"""Figures that are added, compared or divided are in one currency.

Growth from dollars to yuan, or a total of both, means nothing without a rate and its date. Left alone: two currencies side by side
that no sum and no rate joins, and a gloss in another currency.

Bad:  公司收入由8亿美元增加至⟦60亿元⟧，同比增长12%。
Bad:  Sales rose 12% to 6 billion yuan last year, from ⟦$800 million⟧ the year before.
Bad:  Revenue rose from $800 million to ⟦6 billion yuan⟧.
Good: 公司收入由8亿美元增加至9亿美元，同比增长12.5%。
Good: 公司收入60亿元，市值250亿美元。
Good: Sales rose 12% to 6 billion yuan ($840 million).
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.claim import Claim, Relation
from factcheck.evidence.working import quoted
from factcheck.finding import Finding, on
from factcheck.formula import FORMULAS, INCREASE, Formula
from factcheck.messages import chain, say

LEVEL = "warning"
# From one sum to another, with no rate and no amount of change.
MOVES = frozenset({"rise", "drop"})


def check(case: Case) -> Iterator[Finding]:
    """Look for a formula whose money is in two currencies. The finding stands on the last of these figures."""
    for relation in case.relations:
        formula = INCREASE if relation.name in MOVES else FORMULAS.get(relation.name)
        money = _money(relation, formula) if formula is not None else []
        currencies = sorted({claim.quantity.currency or "" for claim in money if claim.quantity is not None})
        if len(currencies) > 1:
            *others, last = money
            yield on(
                last,
                say(
                    "{last} is set against {others}: {currencies} need a dated rate",
                    last=quoted(last),
                    others=chain([quoted(claim) for claim in others], by=" and "),
                    currencies=chain(currencies, by=" and "),
                ),
                because=tuple(others),
            )


def _money(relation: Relation, formula: Formula) -> list[Claim]:
    """The figures that have to share a currency, in reading order."""
    alike = {id(claim) for role in formula.alike for claim in relation.all(role)}
    return [
        claim for claim in relation if id(claim) in alike and claim.quantity is not None and claim.quantity.currency is not None
    ]
