"""A number below one has a zero in front of its point.

GB/T 15835-2011, 5.1.2: 0.134, not .134; a point alone is overlooked. A note, once a document. Left alone: numbers without a unit, such as
p = .03 and batting averages, which have a custom of their own.

Bad:  利率上调⟦.5%⟧。
Bad:  样品重⟦.25千克⟧。
Bad:  The rate was raised by ⟦.5 percent⟧.
Good: 利率上调0.5%，p = .03。
Good: The rate was raised by 0.5 percent; he bats .300.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.usage import Slip, once
from factcheck.finding import Finding
from factcheck.messages import say

LEVEL = "note"
KINDS = ("percent", "point", "measure", "money")
BASIS = say("GB/T 15835-2011, 5.1.2: 0.134, not .134")


def check(case: Case) -> Iterator[Finding]:
    """Look at every figure with a unit that begins with its point."""
    slips = []
    for mention in case.mentions:
        start = mention.number.start
        ahead = mention.document.text[start - 1 : start]
        if mention.kind in KINDS and mention.number_text.startswith(".") and not ahead.isdigit() and mention.damage is None:
            slips.append(Slip(mention.document, mention.span, _with_zero(mention.text, mention.number_text)))
    yield from once(slips, lambda slip: say("{written} has no zero in front of its point", written=slip.written), basis=BASIS)


def _with_zero(words: str, number: str) -> str:
    return words.replace(number, f"0{number}", 1)
