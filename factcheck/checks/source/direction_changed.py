"""A change goes the way that it goes in its source.

"Up 6.2%" is no translation of 下降6.2%. Compared where the words beside both figures go one way each; a clause that has both, as
"the decline narrowed", says neither.

Bad:  source: 今年一季度茶叶出口额下降6.2%，至3.4亿元。 || Tea exports rose ⟦6.2%⟧ to 340 million yuan in the first quarter.
Bad:  source: Rail freight fell 3.8% last year. || 去年铁路货运量增长⟦3.8%⟧。
Good: source: 今年一季度茶叶出口额下降6.2%，至3.4亿元。 || Tea exports fell 6.2% to 340 million yuan in the first quarter.
Good: source: Rail freight fell 3.8% last year. || 去年铁路货运量减少3.8%。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.sourcing.meaning import same_direction
from factcheck.evidence.sourcing.reporting import disagreeing
from factcheck.finding import Checked, Finding

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare the way of each change with that of the source's."""
    yield from disagreeing(case, same_direction, '{figure} goes the other way than the source\'s "{theirs}"')
