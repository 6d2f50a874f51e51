"""Frame of quotients: so much for each of what a document counts, where the total, the number and the average stand in several sentences."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from fractions import Fraction

from factcheck.claim import Relation
from factcheck.extract.relations.agreeing import agree
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind, above, amounts_in
from factcheck.extract.relations.partitions import found_partitions
from factcheck.extract.relations.runs import LEVELS, Paragraph, before, value
from factcheck.formula import AVERAGE
from factcheck.lexicon import units
from factcheck.lexicon.rates import denominators, is_rate
from factcheck.pattern import lazy_pattern

# What says that an amount for each is an average and no price: ", or about", "which gives a density of"
MEANS = lazy_pattern(
    r"(?:,[ ]or|that[ ]is|works?[ ]out[ ]at|makes|gives|giving)(?:[ ](?:a|an)(?:[ ][a-z]+){1,2}[ ]of)?[ ](?:about[ ])?$"
)
PER_SHARE = "share"
NO_TOTAL = ("before", "change", "rate", "average", "each", "one_in", "aside")
# An average further off is that of other figures.
FAR = 3


def quotients(paragraph: Paragraph, bind: Bind, *, taken: Container[int]) -> Iterator[Relation]:
    """铁路全长216公里，设6座车站，总投资312亿元，平均每公里1.44亿元; "87,600 households, an average of 2.45 people per household".

    Where several totals or numbers may be meant, only those are bound that agree.
    """
    for average in amounts_in(paragraph.casts):
        each = _each(paragraph, average)
        if each is None or id(average.mention) in taken or not value(average):
            continue
        totals, counts = _totals(paragraph, average, each), _counts(paragraph, average, each)
        pairs = [(total, count) for total in totals for count in counts if total is not count]
        pair = next((pair for pair in pairs if _agree(*pair, average)), None) or _only(pairs, average, each)
        if pair is not None:
            total, count = pair
            yield Relation("average", {"total": (bind(total),), "count": (bind(count),), "average": (bind(average),)})


def _each(paragraph: Paragraph, average: Cast) -> str | None:
    """The unit that an average is for each of; None where it is no average, or one over time."""
    if average.context.measure == "eps" and average.part not in ("before", "change"):
        return PER_SHARE
    if not is_rate(average.mention.unit) or not (average.part == "average" or MEANS.search(paragraph.before(average))):
        return None
    below = denominators(average.mention.unit or "")
    known = units().get(below[0].unit)
    if len(below) > 1 or below[0].number != 1 or known is None or known.kind == "duration":
        return None
    return known.name


def _totals(paragraph: Paragraph, average: Cast, each: str) -> list[Cast]:
    """The amounts before an average that can be shared, in its sentence or the one before, the nearest first.

    Of a whole and its parts the whole alone; of people also all that live there.
    """
    parts = {id(one) for members, _ in found_partitions(paragraph) for one in members}
    plain = above(average).mention
    near = [
        one
        for one in reversed(paragraph.casts)
        if id(one) not in parts
        and one.mention.span < average.mention.span
        and average.context.sentence - one.context.sentence <= 1
        and one.part not in NO_TOTAL
        and (one.mention.kind, one.mention.unit) == (plain.kind, plain.unit)
        and value(one) > value(average)
        and not _is_of(each, one)
    ]
    residents = max(before(paragraph.levels.get("population", ()), average), key=value, default=None)
    return near or [one for one in (residents,) if one is not None and plain.unit == "person"]


def _counts(paragraph: Paragraph, average: Cast, each: str) -> list[Cast]:
    """The numbers of what an average is for, before it or in its sentence, the nearest first."""
    behind = [
        one
        for one in paragraph.casts
        if one.context.sentence == average.context.sentence and one.mention.span > average.mention.span
    ]
    return [
        one
        for one in reversed([*before(paragraph.every, average), *behind])
        if one.part in (*LEVELS, "before") and value(one) > 1 and _is_of(each, one)
    ]


def _is_of(each: str, one: Cast) -> bool:
    """Whether a figure counts what an average is for: people are counted as pupils and as visits too."""
    known = units()
    unit = known.get(one.mention.unit or "")
    if unit is None or unit.name == each:
        return unit is not None
    return known[each].dimension == "person" and (unit.dimension == "person" or unit.name == "visit")


def _agree(total: Cast, count: Cast, average: Cast) -> bool:
    return agree(AVERAGE, {"total": [total], "count": [count], "average": [average]})


def _only(pairs: Sequence[tuple[Cast, Cast]], average: Cast, each: str) -> tuple[Cast, Cast] | None:
    """The one total and number that a document has for an average, where they are not too far off for it; people near by alone."""
    if len(pairs) != 1:
        return None
    total, count = pairs[0]
    near = units()[each].dimension != "person" or average.context.sentence <= count.context.sentence + 2
    ratio = value(total) / value(count) / value(average)
    return pairs[0] if near and Fraction(1, FAR) <= ratio <= FAR else None
