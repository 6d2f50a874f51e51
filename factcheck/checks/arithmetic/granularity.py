"""A percent of a small number of people is one that a whole number of them makes.

Of 50 people, 42 % are 21 and 44 % are 22; none make 43 %. This is the GRIM test of Brown and Heathers (Social Psychological and Personality
Science, 2017). A warning, since answers may be weighted or some left out. Left alone: more than 200 people, numbers and percents with a
hedge, and percents that a number of people stands beside (arithmetic/share looks at those).

Bad:  在50名受访者中，⟦43%⟧表示满意。
Bad:  Of the 30 patients, ⟦45%⟧ recovered.
Good: 在50名受访者中，42%表示满意。
Good: Of the 30 patients, 47% recovered.
Good: Of the 3,000 patients, 45.21% recovered.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.case import Case
from factcheck.evidence.working import quoted
from factcheck.finding import Checked, Finding, on
from factcheck.interval import Interval
from factcheck.messages import chain, say
from factcheck.wording import between

LEVEL = "warning"
MOST = 200


def check(case: Case) -> Iterator[Finding | Checked]:
    """Look for a whole number of people that makes each percent."""
    for relation in case.related("of-few"):
        whole, rate = relation["whole"].quantity, relation["rate"].quantity
        if whole is None or rate is None or not 1 < whole.value <= MOST or Fraction(whole.value).denominator != 1:
            continue
        if not 0 <= rate.value <= 100 or whole.high is not None or rate.high is not None:
            continue
        people, stated = int(whole.value), rate.interval("robust")
        below = int(Fraction(rate.value) * people / 100)
        near = [Fraction(number * 100, people) for number in (below, below + 1)]
        agrees = any(stated.holds(share) for share in near)
        yield Checked(tuple(relation), "agrees" if agrees else "disagrees")
        if not agrees:
            shares = chain([between(Interval.point(share), unit="percent") for share in near], by=" and ")
            message = say(
                "no whole number of {whole} makes {rate}: the nearest are {shares}",
                whole=quoted(relation["whole"]),
                rate=quoted(relation["rate"]),
                shares=shares,
            )
            lines = [
                say(
                    "{number} of {people} = {stretch}",
                    number=number,
                    people=people,
                    stretch=between(Interval.point(share), unit="percent"),
                )
                for number, share in zip((below, below + 1), near, strict=True)
            ]
            yield on(relation["rate"], message, because=(relation["whole"],), working=lines)
