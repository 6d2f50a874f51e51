"""A figure is of the time that its source says.

The number is the source's, and stands there beside another date: an old count given as today's, a forecast year for a past one. Compared
where both say the time themselves and measure the same; a year and a day of that year are no two times.

Bad:  source: 截至2020年底，书店共有员工3600人；截至2022年底，共有员工4100人。 ||
      At the end of 2022, the bookshop had ⟦3,600 employees⟧.
Bad:  source: Revenue was 48.2 million euros in 2021 and 51.9 million euros in 2022. || 2022年营收为⟦4820万欧元⟧。
Good: source: 截至2020年底，书店共有员工3600人。 || At the end of 2020, the bookshop had 3,600 employees.
Good: source: Revenue was 48.2 million euros in 2021 and 51.9 million euros in 2022. || 2021年营收为4820万欧元。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.evidence.sourcing import answers
from factcheck.evidence.sourcing.meaning import same_time
from factcheck.evidence.sourcing.reporting import disagreeing
from factcheck.finding import Checked, Finding
from factcheck.passage import passage

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare the time of each figure with that of the source's, unless a date beside it was changed: that is found by itself."""
    changed = {
        (id(answer.figure.document), passage(answer.figure.document).number(answer.figure.span.start))
        for answer in answers(case).given
        if answer.status == "contradicted"
    }

    def question(claim: Claim, other: Claim) -> bool | None:
        sentence = passage(claim.document).number(claim.span.start)
        return None if (id(claim.document), sentence) in changed else same_time(claim, other)

    yield from disagreeing(case, question, '{figure} is given another time than the source\'s "{theirs}"')
