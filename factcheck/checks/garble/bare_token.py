"""A sum is not the digits of a token with zeros behind them.

Where a rewriting program printed 65438+00万 for 10万, a conversion of units swallows the plus and leaves 6,543,800. Nothing but the size
gives it away, so this is a suspicion, with the figure as it stands among the readings. Left alone: the digits without round zeros.

Bad:  He spends ⟦more than 6,543,800 yuan⟧ a year on his jeep.
Bad:  他每年在吉普车上花费⟦6543800元⟧。
Good: He spends more than 6,543,850 yuan a year on his jeep.
Good: The service listens on port 65438.
Good: 他每年在吉普车上花费6543850元。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.mending import unreadable
from factcheck.finding import Finding

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Report every figure with this damage, with its readings."""
    yield from unreadable(case, "bare-token")
