"""A figure holds no placeholder of a rewriting program, such as /kloc-0/ for a 1.

The placeholder can be split by a translated phrase, or be cut off, and then the rest of the figure is lost: nothing is completed.

Bad:  The bridge was opened in ⟦196/kloc-0⟧ by the mayor.
Bad:  The poet was born ⟦/kloc-at the end of 0/838⟧ in a village.
Bad:  大桥于⟦197/kloc-0年⟧通车。
Good: The bridge was opened in 1961 by the mayor.
Good: The clock-0 mode resets the counter.
Good: 大桥于1971年通车。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.mending import unreadable
from factcheck.finding import Finding

LEVEL = "error"


def check(case: Case) -> Iterator[Finding]:
    """Report every figure with this damage, with its readings."""
    yield from unreadable(case, "placeholder")
