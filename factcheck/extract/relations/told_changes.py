"""Which levels a change leads between where a sentence has several: those with which it agrees."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from factcheck.claim import Relation
from factcheck.extract.relations.agreeing import agree
from factcheck.extract.relations.casting import Cast, Part
from factcheck.extract.relations.frames import Bind, alike, amounts_in
from factcheck.formula import Formula

REACHED: tuple[Part, ...] = ("after", "level", "total", "whole", "part")


def told_change(formula: Formula, bind: Bind, casts: Sequence[Cast], before: Cast, after: Cast, stated: Cast) -> Relation:
    """The relation of a change to its levels; of several levels and changes those that agree with the level before, else the nearest.

    受理投诉46件，其中服务18件、设备28件，较上月的61件减少15件 is a change of all 46; 本季320份，上季280份，去年同期256份，环比增长14.3%，同比增长25%
    leads to 320 twice.
    """
    nearest = {"before": [before], "after": [after], formula.stated: [stated]}
    told = nearest if agree(formula, nearest) else _agreeing(formula, casts, before, stated) or nearest
    return Relation(formula.name, {role: (bind(one),) for role, (one,) in told.items()})


def _agreeing(formula: Formula, casts: Sequence[Cast], before: Cast, stated: Cast) -> dict[str, list[Cast]] | None:
    """The roles of the first level and change of a sentence that agree with the level before as they are rounded."""
    levels = [one for one in amounts_in(casts) if one.part in REACHED and one is not before and alike(one, before)]
    kind, ways = stated.mention.kind, (stated.part, stated.direction)
    others = [one for one in casts if one is not stated and one.mention.kind == kind and (one.part, one.direction) == ways]
    roles = ({"before": [before], "after": [level], formula.stated: [one]} for one, level in product((stated, *others), levels))
    return next((one for one in roles if agree(formula, one, cut_off=False)), None)
