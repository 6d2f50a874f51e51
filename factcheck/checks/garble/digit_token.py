"""A figure holds no digit token: rewriting programs print 65438+0 where a 1 stood.

Units converted on such a page scale both sides of the plus apart (6543.8+03.64 billion is 13.64 billion), and months lose their 1
(65438+February is December). The sum that the token seems to be is never a reading. Left alone: the fractions of clock times, ports
and formulas with blanks around the plus.

Bad:  The cave has ⟦65,438+07⟧ chambers.
Bad:  Turnover came to ⟦6543.8 yuan+05.2 billion yuan⟧ last year.
Bad:  The fair opens on ⟦65438+February 9th⟧ in the old town.
Bad:  该公司收取专利费⟦6543.8+09亿美元⟧。
Bad:  展览于⟦165438+10月6日⟧开幕。
Good: The log ends at 2026-06-16 21:40:05.065438+00.
Good: The service listens on port 65438 of the gateway.
Good: The mast stands at 6543.8 + 0.5 m.
Good: 该公司收取专利费19亿美元，门牌号为65438。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.mending import unreadable
from factcheck.finding import Finding

LEVEL = "error"


def check(case: Case) -> Iterator[Finding]:
    """Report every figure with this damage, with its readings."""
    yield from unreadable(case, "digit-token")
