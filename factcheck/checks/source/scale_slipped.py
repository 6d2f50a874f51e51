"""A figure has the scale of its source's.

亿 is no power of a thousand: 1961亿 is 196.1 billion, and "1,961 billion" is ten times too much. The finding stands on a figure that
is a power of ten times the one in its place in the source.

Bad:  source: 集团去年营收1961亿元，研发投入72.5亿元。 ||
      The group's revenue was ⟦1,961 billion yuan⟧ last year, and it spent 7.25 billion yuan on research.
Bad:  source: The fund raised $48.5 million from 310 donors. || 该基金从310名捐赠者处筹得⟦4.85亿美元⟧。
Good: source: 集团去年营收1961亿元，研发投入72.5亿元。 ||
      The group's revenue was 196.1 billion yuan last year, and it spent 7.25 billion yuan on research.
Good: source: The fund raised $48.5 million from 310 donors. || 该基金从310名捐赠者处筹得4850万美元。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.sourcing.reporting import reported, theirs
from factcheck.finding import Checked, Finding
from factcheck.messages import say

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Report the figures that are a power of ten from the source's."""
    yield from reported(
        case, "scale slipped", lambda answer: say("has another scale than {theirs} in the source", theirs=theirs(answer))
    )
