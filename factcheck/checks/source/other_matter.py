"""A figure measures what it measures in its source.

The number is the source's, and is of something else there: net profit given as revenue, registered users as active ones, own shops
as franchised ones. Compared where both name what they measure, and only between words that no language mixes up.

Bad:  source: 2022年公司营收为48.6亿元，净利润为3.7亿元。 || In 2022 the company's revenue was ⟦370 million yuan⟧.
Bad:  source: The app has 3.2 million registered users. || 该应用拥有活跃用户⟦320万⟧。
Good: source: 2022年公司营收为48.6亿元，净利润为3.7亿元。 || In 2022 the company's net profit was 370 million yuan.
Good: source: The app has 3.2 million registered users. || 该应用拥有注册用户320万。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.sourcing.meaning import same_matter
from factcheck.evidence.sourcing.reporting import disagreeing
from factcheck.finding import Checked, Finding

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare what each figure is of with what the source's is of."""
    yield from disagreeing(case, same_matter, '{figure} is of something else than the source\'s "{theirs}"')
