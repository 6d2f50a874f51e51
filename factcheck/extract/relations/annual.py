"""Frame of growth by one rate a year: two levels, the years between them, and the rate of each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast, direction_of
from factcheck.extract.relations.changes import level_pairs
from factcheck.extract.relations.frames import Bind, amounts_in, of_one_measure
from factcheck.pattern import lazy_pattern

# What makes a rate one of each year: 年均, 复合年增长率, "an average annual growth of", "4.6% a year".
YEARLY = lazy_pattern(r"年均|年平均|平均每年|每年|复合|年化|annual|a[ ]year|per[ ]year|per[ ]annum|each[ ]year|cagr|compound")


def annual(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """营收由2015年的40亿元增至2020年的50亿元，年均增长4.6%."""
    rates = [one for one in casts if one.mention.kind == "percent"]
    if len(rates) != 1 or rates[0].part != "aside" or not _yearly(prepared, rates[0]) or _falls(rates[0]):
        return
    rest = [one for one in casts if one.part != "aside"]
    pairs = list(level_pairs(prepared, amounts_in(rest)))
    if len(pairs) == 1 and of_one_measure(rates[0], pairs[0][1]):
        before, after = pairs[0]
        yield Relation("annual", {"before": (bind(before),), "after": (bind(after),), "rate": (bind(rates[0]),)})


def _yearly(prepared: Prepared, rate: Cast) -> bool:
    span, clause = rate.mention.span, rate.context.clause
    return YEARLY.search(prepared.folded, clause.start, min(clause.end, span.end + 24)) is not None


def _falls(rate: Cast) -> bool:
    return direction_of(rate.context.cue("change") or rate.context.cue_after("change")) < 0
