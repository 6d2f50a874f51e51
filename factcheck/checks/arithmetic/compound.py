"""A rate of growth a year leads from the first figure to the last in the years between them.

The years are those of the two figures. A warning, since writers take the average in more than one way: the compound rate, the whole growth
divided by the years, and a count of years with the first or without are all accepted. Left alone: figures whose years the sentence does
not give, falls, and rates of other stretches than a year.

Bad:  营收由2015年的40.0亿元增至2020年的50.0亿元，年均增长⟦12.5%⟧。
Bad:  Sales grew from $40.0 million in 2015 to $50.0 million in 2020, an average annual growth of ⟦12.5%⟧.
Good: 营收由2015年的40.0亿元增至2020年的50.0亿元，年均增长4.6%。
Good: 营收由2015年的40.0亿元增至2020年的50.0亿元，年均增长5%。
Good: 营收由40.0亿元增至50.0亿元，年均增长12.5%。
Good: Sales grew from $40.0 million in 2015 to $50.0 million in 2020, an average annual growth of 4.6%.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.agreement import compare
from factcheck.case import Case
from factcheck.claim import Claim, Relation
from factcheck.evidence.working import Figures, figures_of, quoted
from factcheck.finding import Checked, Finding, on
from factcheck.formula import GROWTH, compound
from factcheck.interval import Interval
from factcheck.messages import say
from factcheck.wording import between

LEVEL = "warning"
# A century of growth by one rate is no statement of a newspaper, and its power is dear.
LONGEST = 100


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every rate a year with the growth between its two figures."""
    for relation in case.related("annual"):
        first, last = _year(relation["before"]), _year(relation["after"])
        if first is None or last is None or not 1 < last - first <= LONGEST:
            continue
        figures = figures_of(relation, GROWTH)
        if figures is not None:
            yield from _compared(relation, figures, last - first)


def _compared(relation: Relation, figures: Figures, years: int) -> Iterator[Finding | Checked]:
    verdicts = [compare(compound(number), **figures).verdict for number in (years, years + 1)]
    rate, growth = (
        figures["rate"][0],
        GROWTH.solve("rate", {role: [one.interval("loose") for one in figures[role]] for role in figures}),
    )
    simple = growth is not None and any(
        growth.scaled(Fraction(1, number)).meets(rate.interval("loose")) for number in (years, years + 1)
    )
    agrees = simple or any(verdict in ("agrees", "agrees by rounding") for verdict in verdicts)
    wrong = not agrees and all(verdict == "disagrees" for verdict in verdicts)
    yield Checked(tuple(relation), "agrees" if agrees else "disagrees" if wrong else "undecidable")
    if not wrong:
        return
    point = {role: [Interval.point(one.value) for one in members] for role, members in figures.items()}
    needed = compound(years).solve("rate", point)
    words = "another rate" if needed is None else between(needed, unit="percent")
    before, after = quoted(relation["before"]), quoted(relation["after"])
    message = say(
        "{rate} a year does not lead from {before} to {after} in {years} years: that takes {words}",
        rate=quoted(relation["rate"]),
        before=before,
        after=after,
        years=years,
        words=words,
    )
    lines = [
        f"({after} / {before})^(1/{years}) − 1 = {words}",
        say("{rate} would have to be about {words}", rate=quoted(relation["rate"]), words=words),
    ]
    yield on(relation["rate"], message, because=(relation["before"], relation["after"]), working=lines)


def _year(claim: Claim) -> int | None:
    """The year of a figure, where the words beside it give one."""
    period = claim.period or claim.as_of
    if period is None or "period" in claim.carried or not period.edtf[:4].isdigit():
        return None
    return int(period.edtf[:4])
