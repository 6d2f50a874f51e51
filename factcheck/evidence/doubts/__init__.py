"""Doubts: figures that read well and cannot be right, since other figures of the text, or the size of the world, say otherwise.

Each comes with its readings and what speaks for them. Where nothing decides, the figure as it stands is the first of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.doubts.bounds import beyond_bounds
from factcheck.evidence.doubts.doubt import Doubt, Family
from factcheck.evidence.doubts.parts import above_wholes
from factcheck.evidence.doubts.percents import percents
from factcheck.evidence.doubts.rates import torn_rates
from factcheck.evidence.doubts.repeats import said_twice
from factcheck.evidence.doubts.steps import out_of_step
from factcheck.evidence.doubts.sums import displaced_sums
from factcheck.evidence.doubts.versions import transposed
from factcheck.evidence.mending import doubted
from factcheck.finding import Finding

__all__ = ["Doubt", "doubts", "reported"]


@lru_cache(maxsize=1)
def doubts(case: Case) -> tuple[Doubt, ...]:
    """Every figure of a case that is in doubt, each once, by the evidence that is the most certain."""
    found: dict[tuple[int, Span], Doubt] = {}
    for source in (displaced_sums, above_wholes, beyond_bounds, said_twice, transposed, out_of_step, torn_rates, percents):
        for doubt in source(case):
            found.setdefault((id(doubt.figure.document), doubt.figure.span), doubt)
    return tuple(found.values())


def reported(case: Case, family: Family) -> Iterator[Finding]:
    """A finding for each figure whose doubt is of a family."""
    for doubt in doubts(case):
        if doubt.family == family:
            yield doubted(doubt.figure, doubt.words, readings=doubt.readings, because=doubt.because, level=doubt.level)
