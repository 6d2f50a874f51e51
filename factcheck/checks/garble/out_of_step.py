"""Years in equal steps keep their step, on a page that damage proves to be rewritten.

A list such as the years of one animal of the zodiac tells each of its members. Where all stand in equal steps but one, and a program
has torn or glued one of them, that one is read by the step. Left alone: lists of fewer than five, lists without damage, years
that are off by one or two (games are put off, elections called early), and years that were only left out.

Bad:  The house was restored in 1908, 192 1, 1934, 1947, 1960 and⟦1978⟧.
Bad:  以下年份举行庙会：1904、1916、19 28、1940、⟦1957⟧、1964。
Good: The house was restored in 1908, 192 1, 1934, 1947, 1960 and 1973.
Good: The games were held in 2004, 2008, 2012, 2016 and 2021.
Good: 以下年份举行庙会：1904、1916、19 28、1940、1964。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.doubts import reported
from factcheck.finding import Finding

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Report every figure in doubt for this, with its readings."""
    yield from reported(case, "out-of-step")
