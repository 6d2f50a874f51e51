"""A verb of change goes the way that its two figures go.

Where the size of the change is right and only the verb is against the figures, this check speaks and the arithmetic ones leave it
alone. Left alone: a loss and a profit, exchange rates and ranks, where less can be more, and figures that are equal as rounded.

Bad:  公司收入由100亿元减少至125亿元，同比减少⟦25%⟧。
Bad:  The flock grew ⟦10%⟧ to 450 sheep from 500.
Bad:  空置率由8.4%上升到⟦7.9%⟧。
Bad:  Turnout slipped from 54.2% to 56%, down ⟦1.8 percentage points⟧.
Good: 空置率由8.4%下降到7.9%。
Good: 公司收入由100亿元增加至125亿元，同比增长25%。
Good: 人民币对美元汇率由6.4下调至6.8。
Good: 净亏损由上年的8亿元收窄至6亿元，同比减少25%。
Good: The flock shrank 10% to 450 sheep from 500.
Good: The flock grew 10% to 550 sheep, from 500.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.claim import Claim, Relation
from factcheck.document import Span
from factcheck.evidence.vicinity import words_in
from factcheck.evidence.working import covering, quoted, sign_is_wrong
from factcheck.finding import Checked, Edit, Finding, Fix, on
from factcheck.formula import DECREASE, FALL, GROWTH, INCREASE
from factcheck.messages import say

LEVEL = "error"
FORMULAS = {
    "growth": GROWTH,
    "fall": FALL,
    "increase": INCREASE,
    "decrease": DECREASE,
    "points-up": INCREASE,
    "points-down": DECREASE,
}
REACH = 24
UP = frozenset({"growth", "increase", "points-up", "rise"})


def check(case: Case) -> Iterator[Finding | Checked]:
    """Look for a change whose figures fit the opposite verb. The finding stands on the figure of the change."""
    for relation in case.relations:
        formula = FORMULAS.get(relation.name)
        if not (_backwards(relation) if formula is None else sign_is_wrong(relation, formula)):
            continue
        if _has_no_direction(relation):
            yield Checked(tuple(relation), "undecidable")
            continue
        yield Checked(tuple(relation), "disagrees")
        yield _finding(relation)


def _finding(relation: Relation) -> Finding:
    before, after = relation["before"], relation["after"]
    change = relation.get("rate") or relation.get("change")
    rise, fall = say("a rise"), say("a fall")
    says, is_one = (rise, fall) if relation.name in UP else (fall, rise)
    size = say(" of {change}", change=quoted(change)) if change is not None else ""
    message = say(
        "from {before} to {after} is {is_one}, the text says {says}{size}",
        before=quoted(before),
        after=quoted(after),
        is_one=is_one,
        says=says,
        size=size,
    )
    change = change or after
    others = tuple(claim for claim in relation if claim is not change)
    repair = say("the verb would have to say {is_one}, or the two figures would have to change places", is_one=is_one)
    fixes = tuple(_changing_places(before, after))
    return on(change, message, because=others, working=(repair,), fixes=fixes)


def _changing_places(before: Claim, after: Claim) -> Iterator[Fix]:
    """The repair that lets the two figures change places, with their hedges and units."""
    if before.mention.span != after.mention.span and before.mention.unit == after.mention.unit:
        edits = (Edit(before.mention.number, after.mention.number_text), Edit(after.mention.number, before.mention.number_text))
        yield Fix(say("let the two figures change places"), edits)


def _backwards(relation: Relation) -> bool:
    """Whether two levels that only a verb joins run against it, however they were rounded."""
    if relation.name not in ("rise", "drop"):
        return False
    before, after = relation["before"].quantity, relation["after"].quantity
    if before is None or after is None or before.unit != after.unit or {before.hedge, after.hedge} != {"exact"}:
        return False
    low, high = (after, before) if relation.name == "rise" else (before, after)
    if low.vague or high.vague or low.high is not None or high.high is not None or low.value >= high.value:
        return False
    # Rounding keeps the order of figures that are written to one digit.
    return low.decimals == high.decimals or not low.interval("loose").meets(high.interval("loose"))


def _has_no_direction(relation: Relation) -> bool:
    """Whether larger is not more: between a loss and a profit, below zero, in exchange rates and ranks."""
    span = covering(tuple(relation))
    document = relation["after"].document
    words = words_in(document, Span(max(0, span.start - REACH), min(len(document.text), span.end + REACH)))
    kinds = frozenset().union(*(token.kinds for token in words))
    # An improvement is a rise of a profit and a fall of a loss.
    undirected = ("sense.turnaround", "sense.below_zero", "sense.inverse", "sense.better")
    return not kinds.isdisjoint(undirected) or {"sense.loss", "sense.profit"} <= kinds
