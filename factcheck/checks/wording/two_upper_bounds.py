"""A figure has one upper bound, not two.

"不会超过2%或者4%" bounds nothing below the larger figure, so the smaller says nothing; often a range (2 % to 4 %) or a slip of the
tongue. Only a note, since speech does it. Left alone: neighbouring whole numbers (two or three), figures in different units, and a
second bound of its own ("under 5 or over 65").

Bad:  这笔手续费⟦不会超过2%⟧或者4%。
Bad:  The discount comes to ⟦no more than 10%⟧ or 15%.
Good: 这笔手续费不会超过4%。
Good: 路程不超过两公里或者三十分钟。
Good: The discount comes to no more than 15%.
Good: The trip takes less than two or three hours.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.vicinity import folded, words_in
from factcheck.evidence.working import quoted
from factcheck.finding import Finding, on
from factcheck.mention import Mention
from factcheck.messages import say

LEVEL = "note"
UPPER = frozenset({"under", "at_most"})


def check(case: Case) -> Iterator[Finding]:
    """Look at every figure with an upper bound and the one that "or" joins to it. The finding stands on the first."""
    for first, second in pairwise(case.mentions):
        if first.hedge in UPPER and first.document is second.document and _joined(first, second):
            larger = max((first, second), key=lambda mention: mention.quantity.value if mention.quantity else 0)
            message = say(
                "{first} or {second} names two upper bounds, of which only {larger} bounds anything",
                first=quoted(first),
                second=quoted(second),
                larger=quoted(larger),
            )
            yield on(first, message, because=(first, second))


def _joined(first: Mention, second: Mention) -> bool:
    """Whether the second figure shares the bound of the first: only 或 or "or" between them, one unit, more than one step apart."""
    if first.quantity is None or second.quantity is None or first.unit != second.unit or first.span.end > second.number.start:
        return False
    between = Span(first.span.end, second.number.start)
    words = [token for token in words_in(first.document, between) if token.has("join.or")]
    if not words or sum(token.end - token.start for token in words) != len(folded(first.document, between).strip()):
        return False
    return abs(Fraction(second.quantity.value) - Fraction(first.quantity.value)) > 1 or first.kind == "percent"
