"""Figures that are ranked stand in the order of their ranks.

The most comes before what is told behind 其次 or "followed by", and a list 由高到低 falls from figure to figure. A warning, since the
ranking may be by something else. Left alone: rankings by growth, hedged figures, times, and superlatives with a measure of their own
between them and the figure (评分最高的影片收入3亿元).

Bad:  三项捐款中助学最多，为12.3万元，其次是助医⟦13.1万元⟧。
Bad:  得分由高至低依次为92分、87分、⟦89分⟧和75分。
Bad:  Nurses are the largest group (340), followed by clerks (⟦360⟧).
Bad:  Turnout was highest in the north, at 61%, followed by the east at ⟦64%⟧.
Good: 三项捐款中助学最多，为13.1万元，其次是助医12.3万元。
Good: 得分由高至低依次为92分、89分、87分和75分。
Good: Nurses are the largest group (360), followed by clerks (340).
Good: The fastest-growing group, nurses (340), was followed by clerks (360).
"""

from collections.abc import Iterator

from factcheck.agreement import not_above
from factcheck.case import Case
from factcheck.evidence.working import quoted
from factcheck.finding import Checked, Finding, on
from factcheck.messages import say

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every two neighbours of a ranking. The finding stands on the second of them in the text."""
    for relation in case.related("order"):
        more, less = relation["more"], relation["less"]
        if more.quantity is None or less.quantity is None or more.quantity.unit != less.quantity.unit:
            continue
        outcome = not_above(less.quantity, more.quantity)
        yield Checked((more, less), outcome.verdict)
        if outcome.verdict == "disagrees":
            first, second = sorted((more, less), key=lambda claim: claim.span)
            message = say("{less} is ranked below {more}, and is more", less=quoted(less), more=quoted(more))
            yield on(second, message, because=(first,), working=(f"{quoted(less)} ≤ {quoted(more)}",))
