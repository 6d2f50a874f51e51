"""One in n, as a share in percent, is the share that the sentence states.

The n is a rounded figure: "one in three" is said of 31 % as well as of a third. Left alone: rates per thousand, and one in n of
something else than the percent counts.

Bad:  ⟦25%⟧的学生步行上学，也就是每三人中就有一人。
Bad:  ⟦About 12.5%⟧ of pupils, or one in five, walk to school.
Good: 33%的学生步行上学，也就是每三人中就有一人。
Good: About 31% of pupils, or one in three, walk to school.
Good: 全校25%的学生走读，每个班有三名住校生。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.finding import Checked, Finding
from factcheck.formula import ONE_IN
from factcheck.working import judged

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every one in n with the percent beside it."""
    for relation in case.related("one-in"):
        yield from judged(relation, ONE_IN, phrase="one in {number}")
