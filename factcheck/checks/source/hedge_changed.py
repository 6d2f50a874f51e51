"""A figure is as sure as its source has it.

"At least 80 million" is not 80 million, and 近三成 is not "over 30%". A warning where the hedge turns round, or where it is put in or
left out within one language; a note across languages, which place 多 and "about" by habit.

Bad:  source: 预计工程投资不低于8000万元。 || 工程投资⟦8000万元⟧。
Bad:  source: 近三成农户使用滴灌，共1240户。 || ⟦Over 30%⟧ of the 1,240 farms use drip irrigation.
Bad:  source: The dam holds at least 650 million tonnes. || The dam holds ⟦650 million tonnes⟧.
Good: source: 预计工程投资不低于8000万元。 || 工程投资至少8000万元。
Good: source: The dam holds at least 650 million tonnes. || 水库蓄水超过6.5亿吨。
Good: source: The dam holds 648 million tonnes. || The dam holds about 650 million tonnes.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.sourcing import Answer, answers
from factcheck.evidence.sourcing.meaning import mention_of, side, sureness
from factcheck.evidence.sourcing.reporting import theirs
from factcheck.evidence.working import quoted
from factcheck.finding import Checked, Figure, Finding, on
from factcheck.messages import say

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare the hedge of each figure with the hedges of the source's figures that say the same number."""
    for answer in answers(case).given:
        same_number = [figure for figure in answer.alike if answer.certain and _number(answer, figure)]
        mine, sides = side(mention_of(answer.figure)), {side(mention_of(figure)) for figure in same_number}
        if not same_number or mine in sides:
            continue
        yield Checked((answer.figure, same_number[0]), "agrees by rounding")
        message = say("{figure} is not as sure as the source's {theirs}", figure=quoted(answer.figure), theirs=theirs(answer))
        yield on(answer.figure, message, because=same_number[:1], level=sureness(answer.figure, same_number))


def _number(answer: Answer, figure: Figure) -> bool:
    """Whether a figure of the source is written with the draft's own number: a rounded one may well be hedged."""
    one, other = mention_of(answer.figure).quantity, mention_of(figure).quantity
    return one is not None and other is not None and not (one.vague or other.vague) and one.value == other.value
