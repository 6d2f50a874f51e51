"""A figure that is said to be approximate is not told to the last digit.

"About 13,456,789" is exact or it is not. A note. Left alone: up to four digits that tell something (约13.46万), figures after a bound,
which may well be exact (超过13,456,789), and conversions in brackets.

Bad:  该县有⟦约456,789人⟧。
Bad:  ⟦大约1,234,567元⟧已经用完。
Bad:  The county has ⟦about 456,789 people⟧.
Good: 该县有约45.7万人。
Good: 该县有超过456,789人（约合1,234,567户）。
Good: The county has about 457,000 people, exactly 456,789.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.case import Case
from factcheck.evidence.working import quoted
from factcheck.finding import Finding, on
from factcheck.messages import say
from factcheck.quantity import power_of_ten

LEVEL = "note"
KINDS = ("count", "money", "measure")


def check(case: Case, *, digits: int = 4) -> Iterator[Finding]:
    """Look at every approximate figure. `digits` is how many of its digits may tell something."""
    for mention in case.mentions:
        quantity = mention.quantity
        if quantity is None or mention.kind not in KINDS or mention.hedge != "about" or quantity.high is not None:
            continue
        start = mention.span.start
        if mention.document.text[max(0, start - 2) : start].rstrip().endswith(("(", "（")):
            continue
        told = len(str(abs(int(Fraction(quantity.value) / power_of_ten(quantity.significant)))))
        if told > digits and any(sign.isdigit() for sign in mention.number_text):
            yield on(mention, say("{mention} is approximate, and told to {told} digits", mention=quoted(mention), told=told))
