"""The groups of a number are complete: no zero is lost behind a comma or a point.

Another rewriting program drops zeros: 2,382,6 and 98.% show the family, and beside them 919, passengers. Which zeros were lost
cannot be told from the figure; the places they can have had are offered. Left alone: Indian grouping, decimal commas, lists.

Bad:  The port handled ⟦2,382,6 boxes⟧ in May.
Bad:  ⟦Some 98.%⟧ of flights left on time.
Bad:  全年销售⟦2,382,6辆⟧。
Good: The port handled 2,382,006 boxes in May.
Good: The rows 4,12,13 are empty.
Good: The slab starts at ₹2,50,001 a year.
Good: 全年销售2,382,600辆。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.mending import unreadable
from factcheck.finding import Finding

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Report every figure with this damage, with its readings."""
    yield from unreadable(case, "lost-zeros")
