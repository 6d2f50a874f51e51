"""No figure is a power of ten from what the text itself makes of it.

A program that takes 亿 for billion or 万 for million, loses a point or drops a zero leaves figures that read well and cannot be right:
parts make their total only once one of them is moved, a part is many times its whole, a town has more people than any country.
Where the other figures restore it, to the last digit, that is the first reading; where nothing decides, the figure itself is.
An error only where the figures cannot all be true. Two figures that a word binds (合计, 其中, "rose to") are compared by
`arithmetic/`, and a figure with its gloss by `unit/scale-slip`. Left alone: regions of several countries, parts that are larger by less
than twice.

Bad:  全县生产总值⟦31.26亿元⟧。其中，第一产业41.3亿元；第二产业138.7亿元；第三产业132.6亿元。
Bad:  The fair drew 84,300 guests: 1,240 from Kent, ⟦611,000⟧ from Essex and 21,960 from Sussex.
Bad:  The county received 3.27 million visitors in the week; two gardens alone received ⟦21 million visitors⟧.
Bad:  全县接待游客327万人次，仅两个景区就接待游客⟦2100万人次⟧。
Bad:  The town has a permanent population of ⟦2841 million⟧.
Good: 全县生产总值312.6亿元。其中，第一产业41.3亿元；第二产业138.7亿元；第三产业132.6亿元。
Good: The fair drew 84,300 guests: 1,240 from Kent, 61,100 from Essex and 21,960 from Sussex.
Good: The county received 3.27 million visitors in the week; two gardens alone received 2.1 million visitors.
Good: 全县接待游客327万人次，仅两个景区就接待游客210万人次。
Good: The region has a population of 2841 million.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.doubts import reported
from factcheck.finding import Finding

LEVEL = "error"


def check(case: Case) -> Iterator[Finding]:
    """Report every figure whose scale is in doubt, with its readings."""
    yield from reported(case, "scale-slip")
