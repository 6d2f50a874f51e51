"""A figure is not followed by 亿 or 万 taken over word for word.

"1961 One hundred million" is 1961亿, that is 196.1 billion: a reader takes the words for a second number. Left alone: one hundred
million without digits, a year before it (in 1961 one hundred million people), and 百万元, the unit of Hong Kong accounts.

Bad:  The market reached ⟦1961 One hundred million yuan⟧ last year.
Bad:  The platform has ⟦more than 11 Ten thousand doctors⟧ online.
Bad:  平台上有⟦40百万个商品⟧。
Good: The market reached 196.1 billion yuan last year.
Good: In 1961 one hundred million people saw it.
Good: 全年收入为1,364百万元，平台上有4000万个商品。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.mending import unreadable
from factcheck.finding import Finding

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Report every figure with this damage, with its readings."""
    yield from unreadable(case, "literal-scale-word")
