"""No page has been through a program that drops zeros.

A half group (2,382,6) proves it, and then any other figure of the page may have lost a zero without a trace: 11 can be 110. One finding
for the page, on the figure that proves it, with the count and the list of the others. Such figures contradict no sound source.

Bad:  The port handled ⟦2,382,6 boxes⟧ in 11 halls and 49 sheds.
Bad:  全年销售⟦2,382,6辆⟧，门店49家。
Good: The port handled 2,382,006 boxes in 110 halls and 49 sheds.
Good: 全年销售2,382,600辆，门店49家。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.mending import suspicion
from factcheck.evidence.trust import ZEROS
from factcheck.finding import Finding

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Report every page that a half group proves, once."""
    yield from suspicion(case, ZEROS, cause="by a program that drops zeros", whose="of its other figures can have lost one")
