"""No page has been through a program that mishandles the digit 1.

One digit token proves it, and then every other 1 of the page may have been lost or moved without a trace: 1127 can be 127. One finding
for the page, on the figure that proves it, with the count and the list of those that hold a 1. Such figures contradict no sound source.
Left alone: pages whose only trouble is a blank before a 1, where no digit is lost.

Bad:  The cave has ⟦65,438+07⟧ chambers. It is 118 m deep and drew 21,000 visitors.
Bad:  大桥于⟦197/kloc-0年⟧通车，长1127米。
Good: The cave has 17 chambers. It is 118 m deep and drew 21,000 visitors.
Good: The town was founded in 20 19 and has 118 inhabitants.
Good: 大桥于1971年通车，长1127米。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.mending import suspicion
from factcheck.evidence.trust import ONES
from factcheck.finding import Finding

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Report every page that a digit token proves, once."""
    yield from suspicion(case, ONES, cause="by a program that mishandles the digit 1", whose="of its other figures hold a 1")
