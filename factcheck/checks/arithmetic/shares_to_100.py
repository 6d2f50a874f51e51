"""The shares of a closed list add up to 100 %.

Each share may be off by its own rounding. Only where a word closes the list (仅由, 分为, consists of, only) or the last share is that of
the rest (其他, undecided); answers of which several could be given add up to more, and a list with 等 or "including" to less.

Bad:  合金仅由三种金属构成：铜占45%，锌占35%，锡占⟦25%⟧。
Bad:  The alloy consists of three metals: copper 45%, zinc 35% and tin ⟦25%⟧.
Good: 合金仅由三种金属构成：铜占45.4%，锌占33.3%，锡占21.4%。
Good: 合金主要由铜和锌构成：铜占45%，锌占35%。
Good: The alloy consists of three metals: copper 45%, zinc 33% and tin 21%.
Good: Readers named several reasons, including price (45%), quality (35%) and service (25%).
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from factcheck.agreement import compare, repairs
from factcheck.case import Case
from factcheck.claim import Relation
from factcheck.evidence.working import listed, repair_lines
from factcheck.finding import Checked, Finding, on
from factcheck.formula import SUM
from factcheck.interval import Interval
from factcheck.messages import say
from factcheck.quantity import Quantity
from factcheck.wording import between

LEVEL = "warning"
WHOLE = Quantity(Decimal(100), "percent", counted=True)


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare the sum of every closed list of shares with 100 %. The finding stands on the last share."""
    for relation in case.related("closed-shares"):
        shares = [claim.quantity for claim in relation.all("share") if claim.quantity is not None]
        if len(shares) != len(relation.all("share")):
            continue
        outcome = compare(SUM, addend=shares, total=WHOLE)
        yield Checked(tuple(relation), outcome.verdict)
        if outcome.verdict == "disagrees" and outcome.computed is not None:
            yield _finding(relation, shares, between(outcome.computed, unit="percent"))


def _finding(relation: Relation, shares: list[Quantity], total: str) -> Finding:
    *others, last = relation.all("share")
    point = between(Interval.point(sum((Fraction(share.value) for share in shares), Fraction(0))), unit="percent")
    lines = [f"{listed(relation, 'share')} = {point}", say("as rounded: the sum is {total}, the whole is 100%", total=total)]
    as_sum = Relation("sum", {"addend": relation.all("share")})
    lines += repair_lines(as_sum, repairs(SUM, addend=shares, total=WHOLE))
    return on(last, say("the shares of the whole add up to {point}, not to 100%", point=point), because=others, working=lines)
