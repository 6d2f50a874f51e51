"""Frame of measured rates: a distance, a time and a mean speed; people, an area and a density; so many in so many days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast, Part
from factcheck.extract.relations.frames import Bind
from factcheck.extract.relations.runs import value
from factcheck.lexicon.rates import Denominator, rate_name, unit_named
from factcheck.pattern import lazy_pattern

# 人口密度为每平方公里; "a density of"; what is an average by its words needs none of these
MEAN = lazy_pattern(r"密度(?:为|达|是)?约?(?:每[\u4e00-\u9fff]{2,4})?约?$|density[ ]of[ ](?:about[ ])?$")
# 设计时速, "an average top speed of": no mean of the way that was gone.
LIMIT = lazy_pattern(r"最[高大快]|设计|限速|top[ ]|maximum|limit")
MEASURED = ("measure", "duration")
LEVELS: tuple[Part, ...] = ("level", "after", "total", "before", "aside")
# How far the three may stand apart, and a rate from what the other two give.
APART, FAR = 60, 3


def measured_rates(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """全程450公里，用时3小时，平均时速150公里; "600,000 people on 150 square kilometres, a density of 4,000 people per square kilometre"."""
    for place in range(2, len(casts)):
        rate, pair = casts[place], casts[place - 2 : place]
        if not _is_mean(prepared, rate) or rate.mention.span.start - pair[0].mention.span.start > 2 * APART:
            continue
        for part, whole in (pair, pair[::-1]):
            if _gives(part, whole, rate):
                yield Relation("per-measure", {"part": (bind(part),), "whole": (bind(whole),), "rate": (bind(rate),)})


def _is_mean(prepared: Prepared, rate: Cast) -> bool:
    """Whether a figure is said to be a mean, and not a limit."""
    ahead = prepared.folded[rate.context.clause.start : rate.mention.span.start]
    return (rate.part == "average" or MEAN.search(ahead) is not None) and LIMIT.search(ahead) is None


def _gives(part: Cast, whole: Cast, rate: Cast) -> bool:
    """Whether so much of one figure's unit for the other's has the dimension of a rate, and nearly its size."""
    below = unit_named(whole.mention.unit)
    if part.part not in LEVELS or whole.part not in LEVELS or below is None or below.kind not in MEASURED:
        return False
    made = unit_named(rate_name(part.mention.unit, [Denominator(1, below.name)]))
    stated = unit_named(rate.mention.unit)
    if made is None or stated is None or made.dimension != stated.dimension or not value(whole) or not value(rate):
        return False
    ratio = value(part) / value(whole) * Fraction(made.factor) / Fraction(stated.factor) / value(rate)
    return Fraction(1, FAR) <= ratio <= FAR
