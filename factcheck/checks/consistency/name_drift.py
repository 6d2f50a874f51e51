"""One figure has one meaning: a percent that two documents give for one subject is of the same measure, from the same base.

A growth of 220 % that is monthly in one article and since the launch in the other was copied by someone who lost the base. A note,
since both can be true by chance; round percents (60 %, 75 %) are left alone, and so is every pair of subjects of which neither belongs
to the other. Two measures with one percent are named only where it has three digits.

Bad:  京东家医用户环比增长220%。 || 京东家医上线以来用户增长⟦220%⟧。
Bad:  Users of Tencent grew 118% month on month. || Users of Tencent have grown ⟦118%⟧ since the launch.
Bad:  Tencent's revenue grew 28.4% year on year. || Tencent's gross profit grew ⟦28.4%⟧ year on year.
Good: 京东家医用户环比增长60%。 || 京东家医上线以来用户增长60%。
Good: 京东家医用户环比增长220%。 || 腾讯用户上线以来增长220%。
Good: Users of Tencent grew 118% month on month. || Users of Tencent grew 118% from month to month.
Good: Tencent's revenue grew 28% year on year. || Tencent's gross profit grew 28% year on year.
"""

from collections.abc import Iterator
from itertools import combinations

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.evidence.citing import cited, damaged_dates, place
from factcheck.evidence.keys import of_one_house
from factcheck.finding import Checked, Finding, on
from factcheck.lexicon import measures
from factcheck.messages import say
from factcheck.quantity import Number
from factcheck.wording import measure_name

LEVEL = "note"
# How many statements of one percent are compared in pairs; a percent that more of them have is no rare one.
FEW = 8
# Percents of three digits are seldom met by chance: 28.4 %.
TELLING = 3


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare what each unusual percent is said to be of."""
    damaged = damaged_dates(case.mentions)
    by_value: dict[Number, list[Claim]] = {}
    for claim in case.claims:
        if _unusual(claim) and claim.quantity is not None:
            by_value.setdefault(claim.quantity.value, []).append(claim)
    for claims in by_value.values():
        for first, second in combinations(claims[:FEW], 2):
            if first.document is second.document or not of_one_house(first.subject, second.subject):
                continue
            names = _names(first, second)
            yield Checked((first, second), "agrees" if names is None else "undecidable")
            if names is not None:
                where = place(first.document, first.span.start)
                message = say(
                    '"{second}" is {one} here and {other} in {where}: one figure, two meanings',
                    second=second.text,
                    one=names[1],
                    other=names[0],
                    where=where,
                )
                yield on(
                    second, message, because=(first, second), working=[cited(claim, damaged=damaged) for claim in (first, second)]
                )


def _unusual(claim: Claim) -> bool:
    """Whether a percent is one that two texts do not share by chance: no multiple of five below a hundred, none of fifty above."""
    quantity, measure = claim.quantity, measures().get(claim.measure or "")
    if (
        quantity is None
        or quantity.hedge != "exact"
        or quantity.high is not None
        or claim.mention.kind != "percent"
        or measure is None
    ):
        return False
    return not measure.broad and quantity.value % (5 if quantity.value < 100 else 50) != 0


def _names(first: Claim, second: Claim) -> tuple[str, str] | None:
    """What the two are said to be, where that is not the same."""
    if first.measure == second.measure:
        bases = (first.against, second.against)
        if isinstance(bases[0], str) and isinstance(bases[1], str) and bases[0] != bases[1]:
            return _name(first), _name(second)
        return None
    if first.role == second.role and _digits(first) >= TELLING:
        return _name(first), _name(second)
    return None


def _name(claim: Claim) -> str:
    measure = measure_name(claim.measure or "")
    base = say(" ({against})", against=say(claim.against.replace("_", " "))) if isinstance(claim.against, str) else ""
    return (
        say("a {role} of {measure}{base}", role=say(claim.role or ""), measure=measure, base=base)
        if claim.role != "level"
        else measure
    )


def _digits(claim: Claim) -> int:
    return sum(character.isdecimal() for character in claim.mention.number_text)
