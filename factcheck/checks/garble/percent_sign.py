"""A percent sign stands once, where a product wants it, and nowhere in the place of a unit.

Rewriting programs double it (3.9%%), lose it (2000 × 20 = 400) and write it for a unit (3000元/间 as 300% for each room). A printed
product proves the loss, the sum for a number of things the wrong unit. Left alone: products that hold, and percents of anything else.

Bad:  Prices fell by ⟦4.7%%⟧ in May.
Bad:  五月物价下降⟦4.7%%⟧。
Bad:  The tax is 1500 × ⟦12⟧ = 180 yuan.
Bad:  税额为1500×⟦12⟧=180元。
Bad:  The fee is ⟦250%⟧ for each bed; for a hostel with 80 beds it is 200,000 yuan.
Good: Prices fell by 4.7% in May.
Good: The tax is 1500 × 12% = 180 yuan, and 1500 × 12 = 18,000.
Good: The rebate is 25% for each bed; for a hostel with 80 beds it is 2,000 yuan.
Good: 税额为1500×12%=180元。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.doubts import reported
from factcheck.finding import Edit, Finding, Fix
from factcheck.mention import Mention, Reading
from factcheck.messages import say

LEVEL = "warning"
SIGNS = ("%", "％")


def check(case: Case) -> Iterator[Finding]:
    """Report every figure in doubt for this, with its readings, and every sign that is doubled."""
    yield from reported(case, "percent-sign")
    for mention in case.mentions:
        if mention.kind == "percent" and mention.quantity is not None and _doubled(mention):
            span = Span(mention.span.start, mention.span.end + 1)
            fixes = (Fix(say("write {words}", words=mention.text), (Edit(Span(mention.span.end, span.end), ""),)),)
            reading = Reading(mention.quantity.value, "percent", say("the figure reads all the same"))
            message = say("the percent sign of {mention} is doubled", mention=mention.text)
            yield Finding(mention.document, span, message, readings=(reading,), fixes=fixes)


def _doubled(mention: Mention) -> bool:
    """Whether a second sign follows and nothing that the two may format: "100%%d"."""
    text, end = mention.document.text, mention.span.end
    return text.endswith(SIGNS, 0, end) and text.startswith(SIGNS, end) and not text[end + 1 : end + 2].isalnum()
