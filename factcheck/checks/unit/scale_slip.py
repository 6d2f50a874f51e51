"""A figure and its gloss in brackets do not differ by a power of ten.

A digit too many or too few slips in easily between million, billion, 万 and 亿, because 亿 is no power of a thousand. Which of the
two is wrong the text alone does not say, so both repairs are shown. Left alone: figures of one digit (3 and 300 prove nothing),
percents, and glosses in another currency.

Bad:  The fund holds 1.25 billion yuan (⟦125亿元⟧).
Bad:  展会接待观众368万人次（⟦36.8 million visits⟧）。
Good: The fund holds 1.25 billion yuan (12.5亿元).
Good: 展会接待观众368万人次（3.68 million visits）。
Good: The fund returned 12.5% (1.25% a month).
Good: 全国共有3家（30个）分店。
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.agreement import agree, scale_slip
from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.evidence.rewriting import rewriting
from factcheck.evidence.working import quoted
from factcheck.finding import Checked, Finding, on
from factcheck.messages import say
from factcheck.quantity import RATES
from factcheck.wording import language_of, plain

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every gloss in brackets with its figure, where both have one unit. The finding stands on the gloss."""
    for relation in case.related("gloss"):
        figure, gloss = relation["figure"], relation["gloss"]
        if figure.quantity is None or gloss.quantity is None or {figure.quantity.unit, gloss.quantity.unit} & RATES:
            continue
        if figure.mention.unit != gloss.mention.unit and None not in (figure.mention.unit, gloss.mention.unit):
            continue
        verdict = agree((figure.quantity, gloss.quantity))
        power = scale_slip(figure.quantity, gloss.quantity) if verdict == "disagrees" else None
        if power is not None:
            yield Checked((figure, gloss), verdict)
            yield _finding(figure, gloss, power)


def _finding(figure: Claim, gloss: Claim, power: int) -> Finding:
    larger, smaller = (gloss, figure) if power > 0 else (figure, gloss)
    message = say(
        "{larger} is {factor} times {smaller}, which stands for the same amount",
        larger=quoted(larger),
        factor=f"{10 ** abs(power):,}",
        smaller=quoted(smaller),
    )
    assert figure.quantity is not None and gloss.quantity is not None
    fixes = (
        *rewriting(gloss, Fraction(figure.quantity.value), exact=True),
        *rewriting(figure, Fraction(gloss.quantity.value), exact=True),
    )
    return on(gloss, message, because=(figure,), working=(_repair(gloss, figure), _repair(figure, gloss)), fixes=fixes)


def _repair(wrong: Claim, right: Claim) -> str:
    """One figure written as the amount of the other."""
    assert right.quantity is not None
    amount = plain(right.quantity.value, unit=wrong.mention.unit, language=language_of(quoted(wrong)))
    return say("{wrong} would have to be {amount}", wrong=quoted(wrong), amount=amount)
