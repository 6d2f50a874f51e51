"""Whether figures agree as a relation would have it: what settles which of several figures a paragraph speaks of.

Where words leave more than one figure for a part, the one with which the others agree is meant: two figures of three digits agree by luck
once in some hundred times, and what is bound to the wrong figure is a false alarm.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck import agreement
from factcheck.extract.relations.casting import Cast
from factcheck.formula import Formula
from factcheck.quantity import Quantity

AGREEING = ("agrees", "agrees by rounding")


def agree(formula: Formula, roles: Mapping[str, Sequence[Cast]], *, cut_off: bool = True) -> bool:
    """Whether the figures of a formula's roles can all be true; not where one of them states no value.

    `cut_off` says whether they may be so only if a figure was cut off rather than rounded.
    """
    figures: dict[str, list[Quantity]] = {}
    for role, casts in roles.items():
        figures[role] = [one.mention.quantity for one in casts if one.mention.quantity is not None]
        if len(figures[role]) != len(casts):
            return False
    return agreement.compare(formula, **figures).verdict in (AGREEING if cut_off else AGREEING[:1])
