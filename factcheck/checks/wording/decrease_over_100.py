"""What cannot be negative does not fall by more than 100 %.

Costs, prices and people are gone at −100 %. Left alone: profit, cash flow and whatever else the lexicon knows to pass zero, a
sentence that speaks of profit or loss, rises, and levels ("fell to 130% of target").

Bad:  改造后，用水量下降了⟦120%⟧。
Bad:  Road deaths fell by ⟦130%⟧ in ten years.
Good: 改造后，净利润下降了120%。
Good: 改造后，产能利用率下降到120%。
Good: Road deaths fell by 30% in ten years.
Good: Operating profit fell by 130% to a loss of $3 million.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck import lexicon
from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.evidence.vicinity import clause, words_before, words_in
from factcheck.evidence.working import quoted
from factcheck.finding import Finding, on
from factcheck.lexicon import Token
from factcheck.messages import say
from factcheck.quantity import Quantity
from factcheck.wording import plain

LEVEL = "error"
REACH = 24


def check(case: Case) -> Iterator[Finding]:
    """Look at every percentage above 100 that a word of decrease measures."""
    for claim in case.claims:
        if claim.quantity is None or claim.quantity.unit != "percent" or not _above_whole(claim.quantity):
            continue
        if _falls(claim) and not _can_be_negative(claim):
            left = plain(100 - Fraction(claim.quantity.value))
            message = say(
                "{measure} cannot fall by {claim}: at 100% nothing is left",
                measure=claim.measure_text or say("what cannot be negative"),
                claim=quoted(claim),
            )
            yield on(claim, message, working=(say("of 100, {left} would be left", left=left),))


def _above_whole(quantity: Quantity) -> bool:
    low = quantity.interval("loose").low
    return low is not None and low >= 100


def _falls(claim: Claim) -> bool:
    """Whether the nearest word of change in front is one of decrease by, not of decrease to."""
    words = [token for token in words_before(claim.mention, reach=REACH) if _tells(token)]
    return bool(words) and words[-1].has("change.down") and not words[-1].has("join.to")


def _tells(token: Token) -> bool:
    return any(token.has(kind) for kind in ("change", "join.to", "join.from", "part.share", "join.compared"))


def _can_be_negative(claim: Claim) -> bool:
    measures = lexicon.measures()
    if claim.measure is not None and (measures[claim.measure].negative or measures[claim.measure].broad):
        return True
    words = words_in(claim.document, clause(claim.mention))
    passing = any(token.has("sense.loss") or token.has("sense.turnaround") for token in words)
    named = [token.meaning("measure") for token in words]
    return passing or any(name is not None and measures[name].negative for name in named)
