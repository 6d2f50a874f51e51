"""Slips of a scale (million for billion, 亿 for 万, a digit too many), shown with both repairs, and of two digits in each other's place.

The text does not say which of two figures is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.agreement import Repair, digits_swapped, scale_slip, scaling
from factcheck.claim import Claim
from factcheck.messages import say
from factcheck.quantity import power_of_ten
from factcheck.wording import language_of, plain


def slip_lines(first: Claim, second: Claim) -> Iterator[str]:
    """Both repairs where one of two figures of one thing is a power of ten times the other, or has two digits of it swapped."""
    assert first.quantity is not None and second.quantity is not None
    if digits_swapped(first.quantity, second.quantity):
        yield say("{figure} and {other} are one number with two digits swapped", figure=first.text, other=second.text)
    power = scale_slip(first.quantity, second.quantity)
    if power is None:
        return
    yield say("one is {amount} times the other, so a scale may have slipped", amount=plain(power_of_ten(abs(power))))
    for claim, exponent in ((first, power), (second, -power)):
        assert claim.quantity is not None
        value = Fraction(claim.quantity.value) * power_of_ten(exponent)
        yield say(
            '"{claim}" would have to be {amount}',
            claim=claim.text,
            amount=plain(value, unit=claim.quantity.unit, language=language_of(claim.text)),
        )


def slip_words(repair: Repair) -> str:
    """What is said behind a repair that a power of ten makes: "10 times that, so a scale may have slipped"; empty where none does."""
    power = scaling(repair.figure, repair.needed)
    if power is None:
        return ""
    factor = plain(power_of_ten(abs(power)))
    return say(", {factor} times {words}: a scale may have slipped", factor=factor, words=say("more") if power > 0 else say("less"))
