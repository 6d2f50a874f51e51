"""One in n, as a share in percent, is the share that the sentence states.

The n is a rounded figure: "one in three" is said of 31 % as well as of a third, of anything from one in 3.5 to one in 2.5. "Fewer
than one in five" is said of what is less than 20 %. Left alone: rates per thousand, and a percent that counts something else.

Bad:  ⟦25%⟧的村民会说方言，也就是每三人中就有一人。
Bad:  ⟦About 12.5%⟧ of the trees, or one in five, are oaks.
Bad:  Fewer than one in five (⟦26%⟧) agreed.
Bad:  四分之三的村民，即⟦55%⟧，会说方言。
Bad:  Two in five villagers (⟦62%⟧) speak the dialect.
Good: Two in five villagers (38%) speak the dialect.
Good: 四分之三的村民投了票，55%投了赞成票。
Good: 33%的村民会说方言，也就是每三人中就有一人。
Good: About 31% of the trees, or one in three, are oaks.
Good: Fewer than one in five (14%) agreed.
Good: 全校25%的学生走读，每个班有三名住校生。
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.case import Case
from factcheck.claim import Relation
from factcheck.evidence.vicinity import words_before
from factcheck.evidence.working import judged, quoted
from factcheck.finding import Checked, Finding, on
from factcheck.formula import ONE_IN
from factcheck.interval import Interval
from factcheck.messages import say
from factcheck.quantity import BOUNDS, Quantity
from factcheck.wording import between

LEVEL = "warning"
REACH = 40
# Far finer than any figure: the two ends of a rounded n are exact.
EXACT = -9


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every one in n with the percent beside it."""
    for relation in case.related("one-in"):
        number, rate = relation["number"].quantity, relation["rate"].quantity
        bound = _bound(relation)
        if number is None or rate is None or number.value == 1:
            continue
        if number.value < 1 or "parts" in relation.roles:
            yield from _bounded(relation, rate, _of_fraction(relation, number))
        elif bound is not None:
            yield from _bounded(relation, rate, bound)
        else:
            yield from judged(relation, ONE_IN, phrase="one in {number}", extra={"number": _rounded(number)})


def _rounded(number: Quantity) -> Quantity:
    """Everything that rounds to n, which nobody truncates."""
    if number.hedge != "exact" or number.high is not None:
        return number
    value, half = Fraction(number.value), Fraction(1, 2)
    return replace(number, value=value - half, high=value + half, decimals=EXACT, significant=EXACT)


def _bound(relation: Relation) -> Interval | None:
    """The shares that "fewer than one in five" and its like allow; None where no such word stands in front."""
    number = relation["number"]
    words = [token for token in words_before(number.mention, reach=REACH) if token.has("hedge.before")]
    hedge = words[-1].words[0].meaning if words else None
    if hedge not in ("over", "at_least", "under", "at_most", "nearly") or number.quantity is None:
        return None
    share = Fraction(100) / Fraction(number.quantity.value)
    if hedge in ("over", "at_least"):
        return Interval(share, None, hedge == "over")
    return Interval(None, share, high_open=hedge != "at_most")


def _of_fraction(relation: Relation, number: Quantity) -> Interval:
    """The shares that k in n, or a fraction with a hedge or without, is said of: its n is rounded as that of one in n is."""
    if number.hedge in BOUNDS or number.hedge == "nearly":
        return number.interval().scaled(100)
    parts = relation["parts"].quantity if "parts" in relation.roles else None
    exact = Fraction(number.value)
    above, below = (exact.numerator, exact.denominator) if parts is None else (Fraction(parts.value), exact)
    half = Fraction(1, 2)
    return Interval(100 * above / (below + half), min(Fraction(100), 100 * above / (below - half)))


def _bounded(relation: Relation, rate: Quantity, bound: Interval) -> Iterator[Finding | Checked]:
    calls: str = say("one in {number}", number=quoted(relation["number"]))
    if "parts" in relation.roles:
        calls = say("{parts} in {number}", parts=quoted(relation["parts"]), number=quoted(relation["number"]))
    elif relation["number"].mention.kind == "ratio":
        calls = quoted(relation["number"])
    agrees = bound.meets(rate.comparable())
    yield Checked(tuple(relation), "agrees" if agrees else "disagrees")
    if not agrees:
        message = say(
            "{rate} is not {stretch}, which the sentence calls {calls}",
            rate=quoted(relation["rate"]),
            stretch=between(bound, unit="percent"),
            calls=calls,
        )
        yield on(relation["rate"], message, because=(relation["number"],))
