"""Frame of stretches: the quarters, halves or months of a year, and the whole that they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast, Part
from factcheck.extract.relations.frames import Bind, alike, amounts_in, of, of_one_measure
from factcheck.pattern import lazy_pattern

LEVELS: tuple[Part, ...] = ("level", "after", "total")
# 2021-01/2021-06, XXXX-01-01/XXXX-06-30, 2021-03, 2021
MONTHS = lazy_pattern(r"(?P<year>[0-9X]{4})(?:-(?P<first>[0-9]{2})(?:-[0-9]{2})?)?(?:/[0-9X]{4}-(?P<last>[0-9]{2})(?:-[0-9]{2})?)?")
YEAR = lazy_pattern(r"全年|(?:for|over|in)[ ]the[ ](?:full[ ]|whole[ ])?year|full-year|full[ ]year")
HALF = lazy_pattern(r"(?:for|over|in)[ ]the[ ]half(?:[ -]year)?")

Months = tuple[int, int]


def stretches(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """上半年收入24亿元，下半年收入15亿元，全年39亿元: a flow over the parts of a year is that over the whole."""
    amounts = of(amounts_in(casts), *LEVELS)
    if not 3 <= len(amounts) <= 13 or len(amounts) != len(amounts_in(casts)):
        return
    *addends, total = amounts
    if total.part == "total":
        return  # a sum like any other
    parts = [months_of(one) for one in addends]
    whole = _whole(prepared, total) or months_of(total)
    same = all(alike(one, total) and of_one_measure(one, total) for one in addends)
    if whole is not None and same and _make(parts, whole):
        yield Relation("sum", {"addend": tuple(bind(one) for one in addends), "total": (bind(total),)})


def months_of(one: Cast) -> Months | None:
    """The months that an amount is of, by the time in its own clause; None where that is another stretch than whole months."""
    context = one.context
    period = context.period or context.as_of
    if period is None or "period" in context.carried:
        return None
    match = MONTHS.fullmatch(period.edtf)
    if match is None:
        return None
    first = int(match["first"] or 1)
    last = int(match["last"] or match["first"] or 12)
    return (first, last) if first <= last else None  # a fiscal year reaches into the next one


def _whole(prepared: Prepared, total: Cast) -> Months | None:
    """The whole that a word names: 全年, "for the year"."""
    clause = total.context.clause
    words = prepared.folded[clause.start : clause.end]
    return (1, 12) if YEAR.search(words) else (1, 6) if HALF.search(words) else None


def _make(parts: Sequence[Months | None], whole: Months) -> bool:
    """Whether stretches follow each other without a gap from the first month of the whole to its last."""
    reached = whole[0]
    for part in parts:
        if part is None or part[0] != reached:
            return False
        reached = part[1] + 1
    return reached == whole[1] + 1
