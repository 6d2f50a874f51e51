"""A range has two ends, and no word behind it that moves them.

20~50米左右 says neither where it begins nor where it ends, 20~50人以上 leaves the upper end without use. A note: speech does it. Taking
the word out mends it. Left alone: a hedge in front (约20~50米), which makes both ends approximate, numbers without a unit, which may be
names (波音737-800以下), and two neighbouring numbers that are one rough figure (三四天左右).

Bad:  井深⟦20~50米左右⟧。
Bad:  每场来⟦20至30人以上⟧。
Bad:  The wells are ⟦20 to 50 metres or so⟧ deep.
Bad:  Each show draws ⟦20-30 people or more⟧.
Good: 井深约20~50米。
Good: 井深50米左右。
Good: 路上要走三四天左右。
Good: The wells are about 20 to 50 metres deep.
Good: Each show draws 30 people or more.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.hedging import behind, taken_out
from factcheck.evidence.working import quoted
from factcheck.finding import Finding, on
from factcheck.messages import say

LEVEL = "note"


def check(case: Case) -> Iterator[Finding]:
    """Look at every range with a hedge behind it. The fix takes the hedge out."""
    for mention in case.mentions:
        quantity = mention.quantity
        if (
            quantity is None
            or quantity.high is None
            or quantity.unit is None
            or not any(digit.isdigit() for digit in mention.number_text)
        ):
            continue
        marker = behind(mention)
        if marker is not None:
            message = say(
                '"{mention}" is a range with "{hedge}" behind it: which of its ends moves?',
                mention=quoted(mention),
                hedge=marker.text,
            )
            yield on(mention, message, fixes=(taken_out(marker),))
