"""A figure stands in one of the sources, or follows from what stands there.

What no source has may be right; the reader of the draft cannot tell where it is from. Years, ordinals and numbers in words are notes
only: "last year" may be spelled out, and 党的二十大 is the 20th congress. What follows from the sources is left alone where it is no
luck: the more ways there are to reckon, the more digits a result must have.

Bad:  source: 诊所有医生36名。 || 诊所有医生36名，年接诊⟦5.2万人次⟧。
Bad:  source: The orchard has 640 trees. || The orchard has 640 trees and covers ⟦3.5 hectares⟧.
Good: source: 诊所有医生36名、护士51名。 || 诊所共有医生和护士87名。
Good: source: The orchard grew from 512 trees to 640 trees. || The orchard grew by 25.0% to 640 trees.
Good: source: 诊所有医生36名。 || The clinic has 36 doctors.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.case import Case
from factcheck.evidence.sourcing import Answer, answers
from factcheck.evidence.sourcing.reporting import reported, theirs
from factcheck.finding import Checked, Finding, Level, mention_of
from factcheck.messages import say

LEVEL = "warning"
# Below this a count is as often a way of speaking as a figure.
FEW = 10
CALENDAR = ("date", "period", "ordinal", "identifier")


def check(case: Case) -> Iterator[Finding | Checked]:
    """Report the figures that no source answers for, and count those that one does."""
    for answer in answers(case).given:
        if answer.status in ("supported", "derived"):
            yield Checked((answer.figure, *answer.figures), "agrees", answer.working)
    yield from reported(case, "not found", _message, level=_level)


def _message(answer: Answer) -> str:
    return say(
        "is in no source{words}", words=say("; the nearest there is {theirs}", theirs=theirs(answer)) if answer.figures else ""
    )


def _level(answer: Answer) -> Level:
    mention = mention_of(answer.figure)
    quantity = mention.quantity
    if quantity is None or mention.kind in CALENDAR:
        return "note"
    if not any("0" <= character <= "9" for character in mention.number_text):
        return "note"
    counted = mention.kind in ("count", "duration", "age", "other", "multiple", "ratio")
    return "note" if quantity.vague or (counted and abs(Fraction(quantity.value)) < FEW) else "warning"
