"""A translation has the figures of its source.

A figure of weight that the draft passes over, although it has what stands before it in the source; a note, since an article made
from a source takes what it needs. Left alone: small numbers in words, years, ordinals.

Bad:  source: 全年发电2.15亿千瓦时，减排二氧化碳17.6万吨，节水830万吨。 ||
      It generated 215 million kWh in the year and avoided ⟦176,000 tonnes⟧ of carbon dioxide.
Bad:  source: The club has 1,450 members and 38 coaches. || 该俱乐部有会员⟦1450名⟧。
Good: source: The club has 1,450 members and two coaches. || 该俱乐部有会员1450名，另有教练。
Good: source: 全年发电2.15亿千瓦时。 || It generated 215 million kWh in the year.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.sourcing import answers
from factcheck.evidence.sourcing.reporting import cited
from factcheck.evidence.working import quoted
from factcheck.finding import Checked, Finding, on
from factcheck.messages import say

LEVEL = "note"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Report the figures of the source behind the last one that the draft has."""
    for before, gone in answers(case).left_out:
        yield on(
            before,
            say('behind it the source has "{gone}", which the draft leaves out', gone=quoted(gone)),
            because=(gone,),
            working=(cited(gone),),
        )
