"""A verb of change goes the way that its two figures go.

Where the size of the change is right and only the verb is against the figures, this check speaks and the arithmetic ones leave it
alone. Left alone: figures that a loss and a profit lie between, and figures that are equal as rounded.

Bad:  公司收入由100亿元减少至125亿元，同比减少⟦25%⟧。
Bad:  Revenue rose ⟦8%⟧ to $92 million from $100 million.
Bad:  The margin slipped from 24.2% to 26%, down ⟦1.8 percentage points⟧.
Good: 公司收入由100亿元增加至125亿元，同比增长25%。
Good: 净亏损由上年的8亿元收窄至6亿元，同比减少25%。
Good: Revenue fell 8% to $92 million from $100 million.
Good: Revenue rose 8% to $108 million, from $100 million.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.claim import Relation
from factcheck.document import Span
from factcheck.finding import Checked, Finding, on
from factcheck.formula import DECREASE, FALL, GROWTH, INCREASE
from factcheck.vicinity import words_in
from factcheck.working import covering, quoted, sign_is_wrong

LEVEL = "error"
FORMULAS = {
    "growth": GROWTH,
    "fall": FALL,
    "increase": INCREASE,
    "decrease": DECREASE,
    "points-up": INCREASE,
    "points-down": DECREASE,
}
UP = frozenset({"growth", "increase", "points-up"})


def check(case: Case) -> Iterator[Finding | Checked]:
    """Look for a change whose figures fit the opposite verb. The finding stands on the figure of the change."""
    for relation in case.relations:
        formula = FORMULAS.get(relation.name)
        if formula is None or not sign_is_wrong(relation, formula):
            continue
        if _crosses_zero(relation):
            yield Checked(tuple(relation), "undecidable")
            continue
        yield Checked(tuple(relation), "disagrees")
        yield _finding(relation)


def _finding(relation: Relation) -> Finding:
    before, after = relation["before"], relation["after"]
    change = relation.get("rate") or relation["change"]
    says, is_one = ("a rise", "a fall") if relation.name in UP else ("a fall", "a rise")
    message = f"from {quoted(before)} to {quoted(after)} is {is_one}, the text says {says} of {quoted(change)}"
    others = tuple(claim for claim in relation if claim is not change)
    repair = f"the verb would have to say {is_one}, or the two figures would have to change places"
    return on(change, message, because=others, working=(repair,))


def _crosses_zero(relation: Relation) -> bool:
    """Whether one of the figures is a loss and the other a profit: rising from a loss of 2 to a profit of 1 is no fall."""
    span = covering(tuple(relation))
    words = words_in(relation["after"].document, Span(max(0, span.start - 12), span.end))
    return any(token.has("sense.turnaround") for token in words) or (
        any(token.has("sense.loss") for token in words) and any(token.has("sense.profit") for token in words)
    )
