"""No two digits of a number stand in each other's place where the text quotes another version of it.

11,584 and 11,548 are one number, typed twice. Which one is right the text does not say, so both are offered at both places. Left
alone: numbers of fewer than four digits, and numbers that no word calls another version of the text.

Bad:  The school has ⟦23,714 books⟧; the Chinese version gives ⟦23,741⟧.
Bad:  馆藏⟦23714册⟧，英文版为⟦23741册⟧。
Good: The school has 23,714 books; the Chinese version gives 23,714.
Good: The school has 23,714 books and 23,741 journals.
Good: 馆藏23714册，另有期刊23741册。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.doubts import reported
from factcheck.finding import Finding

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Report every figure in doubt for this, with its readings."""
    yield from reported(case, "transposed-digits")
