"""A doubt: a figure that reads well and cannot be right, with what it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.evidence.mending import stated
from factcheck.finding import Figure, Level, mention_of
from factcheck.mention import Reading, Support
from factcheck.messages import say
from factcheck.quantity import Number

Family = Literal["out-of-step", "percent-sign", "scale-slip", "torn-rate", "transposed-digits"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A figure that cannot stand as it is. `words` say why, `readings` what it may be, best first; it rests on the others.

    `family` is the name of the check that reports it.
    """

    family: Family
    figure: Figure
    words: str
    readings: tuple[Reading, ...]
    because: tuple[Figure, ...] = ()
    level: Level = "warning"


def reading(figure: Figure, value: Number | str, *, why: str, support: str | None = None, others: Sequence[Figure] = ()) -> Reading:
    """What a figure may be: why, and what speaks for it."""
    supports = (Support(support, tuple(map(mention_of, others))),) if support is not None else ()
    return Reading(value, mention_of(figure).unit, why, supports)


def standing(figure: Figure, *, support: str | None = None, others: Sequence[Figure] = ()) -> Reading:
    """The figure as it stands."""
    value = stated(mention_of(figure))
    assert value is not None
    return reading(figure, value, why=say("as it stands"), support=support, others=others)
