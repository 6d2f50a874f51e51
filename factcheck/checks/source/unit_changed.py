"""A figure keeps the unit and the currency of its source.

80.75亿港元 is not 80.75亿元, and a rise of 2 percentage points is not one of 2%. An amount that was converted is another number, and
a unit of the same kind is compared by what it comes to: 10公里 is 20里.

Bad:  source: 该公司以80.75亿港元收购码头。 || The company bought the terminal for ⟦8.075 billion yuan⟧.
Bad:  source: Turnout rose by 2.4 percentage points to 61.3%. || 投票率上升⟦2.4%⟧，达到61.3%。
Good: source: 该公司以80.75亿港元收购码头。 || The company bought the terminal for HK$8.075 billion.
Good: source: 步道全长12公里。 || The trail is 12 km long.
Good: source: Turnout rose by 2.4 percentage points to 61.3%. || 投票率上升2.4个百分点，达到61.3%。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.sourcing.reporting import reported, theirs
from factcheck.finding import Checked, Finding
from factcheck.messages import say

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Report the figures whose number is the source's and whose unit is another."""
    yield from reported(
        case, "unit changed", lambda answer: say("has another unit than {theirs} in the source", theirs=theirs(answer))
    )
