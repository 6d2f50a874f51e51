"""A count of people with a fraction behind a round number of people is a rate that lost its words.

每千人医生数1.79人 comes out as "one thousand doctors in a year 1.79 people": nobody counts 1.79 people, and the figure is one for every
thousand. Left alone: means and rates (per, each, on average, 每, 平均), and fractions of anything else.

Bad:  The county has only one thousand nurses in a year ⟦3.42 people⟧.
Bad:  该县一千人护士⟦3.42人⟧。
Good: The county has 3.42 nurses for every one thousand people.
Good: On average 2.7 people live in one of the one thousand flats.
Good: 该县每千人拥有护士3.42人。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.doubts import reported
from factcheck.finding import Finding

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Report every figure in doubt for this, with its readings."""
    yield from reported(case, "torn-rate")
