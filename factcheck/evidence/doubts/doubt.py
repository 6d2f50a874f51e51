"""A doubt: a figure that reads well and cannot be right, with what it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.claim import Claim
from factcheck.finding import Level
from factcheck.mention import Reading, Support
from factcheck.messages import say
from factcheck.quantity import Number


@dataclass(frozen=True, slots=True)
class Doubt:
    """A figure that cannot stand as it is. `words` say why, `readings` what it may be, best first; it rests on the others."""

    figure: Claim
    words: str
    readings: tuple[Reading, ...]
    because: tuple[Claim, ...] = ()
    level: Level = "warning"


def reading(claim: Claim, value: Number, *, why: str, support: str | None = None, others: Sequence[Claim] = ()) -> Reading:
    """What a figure may be: why, and what speaks for it."""
    supports = (Support(support, tuple(one.mention for one in others)),) if support is not None else ()
    return Reading(value, claim.mention.unit, why, supports)


def standing(claim: Claim, *, support: str | None = None, others: Sequence[Claim] = ()) -> Reading:
    """The figure as it stands."""
    assert claim.quantity is not None
    return reading(claim, claim.quantity.value, why=say("as it stands"), support=support, others=others)
