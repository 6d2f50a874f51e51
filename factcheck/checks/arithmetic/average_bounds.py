"""An average lies between the least and the greatest of what it is the average of; so does a median.

An estimate lies inside its confidence interval likewise. The growth of a whole is an average too, of those of all its parts; that is a
warning only, since the parts may be measured otherwise.

The three figures are compared as rounded. Left alone: the average of something else than the range is of, an average for each head
or month, and ranges that the sentence does not say things lie in (from … to, between … and, lowest and highest).

Bad:  选手年龄从21岁到33岁不等，平均年龄⟦35岁⟧。
Bad:  The boards were between 40 cm and 90 cm long, with an average of ⟦95 cm⟧.
Bad:  The lowest mark was 51, the highest 88 and the average ⟦47⟧.
Bad:  全市进出口总额84.0亿元，增长⟦9.3%⟧。其中，出口50.0亿元，增长8.1%；进口34.0亿元，增长4.3%。
Bad:  The risk ratio was ⟦1.46⟧ (95% CI 0.88 to 1.32).
Bad:  优势比为⟦2.31⟧（95%置信区间：1.12～1.98）。
Good: The risk ratio was 1.06 (95% CI 0.88 to 1.32).
Good: 优势比为1.49（95%置信区间：1.12～1.98）。
Good: 全市进出口总额84.0亿元，增长6.5%。其中，出口50.0亿元，增长8.1%；进口34.0亿元，增长4.3%。
Good: 选手年龄从21岁到33岁不等，平均年龄27岁。
Good: The boards were between 40 cm and 90 cm long, with an average of 62 cm.
Good: The boards were between 40 cm and 90 cm long and cost an average of $95.
Good: 选手年龄从21岁到33岁不等，平均身高187厘米。
"""

from collections.abc import Iterator

from factcheck.agreement import not_above
from factcheck.case import Case
from factcheck.claim import Relation
from factcheck.evidence.working import quoted
from factcheck.finding import Checked, Finding, Level, on
from factcheck.messages import say

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every stated average with the two ends of its range."""
    for relation in case.related("average-bounds"):
        yield from _between_ends(relation)
    for relation in case.related("confidence-bounds"):
        yield from _between_ends(relation, interval=True)
    for relation in case.related("growth-bounds"):
        yield from _between_ends(relation, level="warning")


def _between_ends(relation: Relation, *, interval: bool = False, level: Level | None = None) -> Iterator[Finding | Checked]:
    low, high, average = relation["low"], relation["high"], relation["average"]
    if low.quantity is None or high.quantity is None or average.quantity is None:
        return
    above, below = not_above(low.quantity, average.quantity), not_above(average.quantity, high.quantity)
    verdicts = (above.verdict, below.verdict)
    yield Checked(tuple(relation), next((verdict for verdict in verdicts if verdict != "agrees"), "agrees"))
    if "disagrees" not in verdicts:
        return
    ends = quoted(low) if low is high else say("{low} and {high}", low=quoted(low), high=quoted(high))
    side = say("below the least") if above.verdict == "disagrees" else say("above the greatest")
    said = (
        "{average} cannot be the estimate: it is {side} of {ends}"
        if interval
        else "{average} cannot be the average: it is {side} of {ends}"
    )
    message = say(said, average=quoted(average), side=side, ends=ends)
    lines = [
        say("an estimate lies inside its interval: {ends}", ends=ends)
        if interval
        else say("an average lies between the least and the greatest: {ends}", ends=ends),
        say("{average} is {side} of them", average=quoted(average), side=side),
    ]
    yield on(average, message, because=(low,) if low is high else (low, high), working=lines, level=level)
