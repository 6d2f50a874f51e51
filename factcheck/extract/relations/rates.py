"""Frames of rates that follow from two levels of a paragraph: per head, per thousand, a margin, a structure, so many a day."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Any

from factcheck import lexicon
from factcheck.claim import Relation
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind, above, alike, of_one_kind
from factcheck.extract.relations.partitions import found_partitions
from factcheck.extract.relations.runs import LEVELS, NEAR, Paragraph, before, value
from factcheck.pattern import lazy_pattern

NAMES = {1: "per-one", 100: "per-hundred", 1000: "per-thousand", 10_000: "per-ten-thousand", 100_000: "per-hundred-thousand"}
# A rate further off is of other levels.
FAR = 2
# 每千人口拥有病床; "3.1 beds for every 1,000 residents"
PER_THOUSAND = lazy_pattern(r"每千(?:名|个)?(?:常住)?(?:人口?|居民)(?:拥有|有)?[^，,。；;0-9]{0,14}$")
FOR_EVERY = lazy_pattern(r"(?:[ ][a-z]+){0,3}[ ](?:per|for[ ]every)[ ]$")
THOUSAND = lazy_pattern(r"1,000[ ](?:people|residents|inhabitants|population)")
# "123 cases, a rate of 30 per 100,000"
A_RATE = lazy_pattern(r",[ ](?:or|a[ ](?:[a-z]+[ ])?rate[ ]of)[ ](?:about[ ])?$")
# "the county has 745,000 people", "214,600 residents"
HAS = lazy_pattern(r"(?:has|had|have|home[ ]to|with|(?:town|city|county|district|population)[ ]of)[ ](?:about[ ]|some[ ])?$")
# 结构比为10.9:45.1:44.0
STRUCTURE = lazy_pattern(
    r"(?:结构|比例|构成|比)(?:比例|比)?(?:为|是|调整为)?(?P<figures>[0-9.]{1,6}(?:[ ]?[:：∶][ ]?[0-9.]{1,6}){1,5})"
)
DAILY = lazy_pattern(r"日均[^，,。；;0-9]{0,10}$|(?:平均)?每天[^，,。；;0-9]{0,8}$")
A_DAY = lazy_pattern(r"[ ](?:[a-z]+[ ])?(?:a[ ]day|per[ ]day|every[ ]day|daily)(?![a-z])")
BETWEEN = lazy_pattern(
    r"(?:[ ](?:in|during)[ ](?:19|20)[0-9]{2})?[，,][ ]?(?:or[ ]|an[ ]average[ ]of[ ]|平均)?(?:日均|每天)?[^，,。；;0-9]{0,10}"
)
# What a rate a day may be taken over: the working days of a year, which a text seldom says.
WORKING_DAYS = (240, 262)
YEAR = 365
MONTH = 28


def rates(paragraph: Paragraph, bind: Bind, *, taken: Container[int]) -> Iterator[Relation]:
    """人均地区生产总值71,344元; 出生率为5.98‰; "3.1 beds for every 1,000 residents"."""
    for place, rate in enumerate(paragraph.casts):
        if id(rate.mention) in taken or rate.part in ("before", "change", "rate", "points"):
            continue
        found = _of_measure(paragraph, place) or _per_thousand(paragraph, place) or _per_so_many(paragraph, place)
        if found is None:
            continue
        part, whole, scale = found
        if _within_reach(value(part) * scale, value(whole), value(rate)):
            yield Relation(NAMES[scale], {"part": (bind(part),), "whole": (bind(whole),), "rate": (bind(rate),)})


def _of_measure(paragraph: Paragraph, place: int) -> tuple[Cast, Cast, int] | None:
    """The two levels that the measure of a rate is worked out from, the nearest before it."""
    rate = paragraph.casts[place]
    row = rate_rows().get(rate.context.measure or "")
    if row is None or "measure" in rate.context.carried:
        return None
    near = row.get("near", False)
    part = _nearest(paragraph, row["part"], rate, same_sentence=near)
    whole = _nearest(paragraph, row["whole"], rate) if part is not None else None
    return None if part is None or whole is None or part is whole else (part, whole, row["per"])


def _nearest(paragraph: Paragraph, measures: Sequence[str], rate: Cast, *, same_sentence: bool = False) -> Cast | None:
    """The nearest level of a measure before a rate, the largest of a population, or the first level behind it."""
    known = [one for measure in measures for one in before(paragraph.levels.get(measure, ()), rate)]
    known.sort(key=lambda one: one.mention.span, reverse=True)
    if same_sentence:
        return next((one for one in known if one.context.sentence == rate.context.sentence), None)
    alone = [one for one in known if one.part != "part"]
    if alone:
        return max(alone, key=value) if "population" in measures else alone[0]
    behind = [
        one for measure in measures for one in paragraph.levels.get(measure, ())[:NEAR] if one.mention.span > rate.mention.span
    ]
    return next((one for one in behind if one.part != "part"), None)


def _per_thousand(paragraph: Paragraph, place: int) -> tuple[Cast, Cast, int] | None:
    """每千人口拥有床位6.30张; "11.0 per 1,000 residents": the nearest level of its kind before it, and the population."""
    rate, folded = paragraph.casts[place], paragraph.prepared.folded
    behind = paragraph.casts[place + 1] if place + 1 < len(paragraph.casts) else None
    english = (
        behind is not None
        and FOR_EVERY.fullmatch(folded, rate.mention.number.end, behind.mention.span.start) is not None
        and THOUSAND.match(folded, behind.mention.number.start) is not None
    )
    if not english and PER_THOUSAND.search(paragraph.before(rate)) is None:
        return None
    measure = rate.context.measure
    part = next(
        (
            one
            for one in reversed(before(paragraph.levels.get(measure or "", ()), rate))
            if value(one) > value(rate) * 10 and of_one_kind(one, above(rate))
        ),
        None,
    )
    people = [
        one for one in (*before(paragraph.levels.get("population", ()), rate), *paragraph.casts) if _is_population(paragraph, one)
    ]
    if part is None or measure is None or not people:
        return None
    return part, max(people, key=value), 1000


def _per_so_many(paragraph: Paragraph, place: int) -> tuple[Cast, Cast, int] | None:
    """A county of "410,000 people had 123 cases, a rate of 30 per 100,000": the count right before the rate, and the population."""
    rate, folded = paragraph.casts[place], paragraph.prepared.folded
    part, behind = paragraph.casts[place - 1] if place else None, next(iter(paragraph.casts[place + 1 :]), None)
    if part is None or behind is None or A_RATE.search(paragraph.before(rate)) is None or part.part not in LEVELS:
        return None
    if FOR_EVERY.fullmatch(folded, rate.mention.number.end, behind.mention.span.start) is None or part.mention.kind != "count":
        return None
    people = [one for one in paragraph.casts[:place] if one is not part and _is_population(paragraph, one)]
    scale = int(value(behind))
    return (part, people[0], scale) if len(people) == 1 and scale in NAMES and scale >= 1000 else None


def _is_population(paragraph: Paragraph, one: Cast) -> bool:
    if one.part not in ("level", "after", "total"):
        return False
    if one.context.measure == "population" or one.mention.unit == "resident":
        return "measure" not in one.context.carried and value(one) > 1000
    ahead = paragraph.prepared.folded[max(0, one.mention.span.start - 20) : one.mention.span.start]
    return one.mention.unit == "person" and HAS.search(ahead) is not None and one.mention.text.endswith("people")


def structures(paragraph: Paragraph, bind: Bind) -> Iterator[Relation]:
    """三次产业结构比为10.9:45.1:44.0: each figure is the share of its part, and all make 100."""
    folded, casts = paragraph.prepared.folded, paragraph.casts
    start, end = casts[0].mention.span.start, casts[-1].mention.span.end
    for match in STRUCTURE.finditer(folded, start, end + 1):
        low, high = match.span("figures")
        shares = [one for one in casts if low <= one.mention.span.start < high]
        if len(shares) < 2 or len(shares) != len(re.findall(r"[:：∶]", match["figures"])) + 1:
            continue
        if abs(sum((value(one) for one in shares), Fraction(0)) - 100) > 15:
            continue
        yield Relation("closed-shares", {"share": tuple(bind(one) for one in shares)})
        wholes = [(parts, whole) for parts, whole in found_partitions(paragraph) if len(parts) == len(shares)]
        if len(wholes) == 1:
            parts, whole = wholes[0]
            for part, share in zip(parts, shares, strict=True):
                yield Relation("portion", {"part": (bind(part),), "whole": (bind(whole),), "rate": (bind(share),)})


def daily(paragraph: Paragraph, bind: Bind, *, taken: Container[int]) -> Iterator[Relation]:
    """门急诊量146.8万人次，日均4,022人次; "312,000 people, about 855 a day": over a year, where the text names no other time."""
    folded = paragraph.prepared.folded
    for place, rate in enumerate(paragraph.casts[1:], start=1):
        total = paragraph.casts[place - 1]
        said = DAILY.search(paragraph.before(rate)) or A_DAY.match(folded, rate.mention.number.end)
        if said is None or id(rate.mention) in taken or total.part not in LEVELS or not value(rate):
            continue
        if BETWEEN.fullmatch(folded, total.mention.span.end, rate.mention.span.start) is None:
            continue
        plain = above(rate).mention
        bare = plain.kind == total.mention.kind == "count" and plain.span.end == plain.number.end
        days = _days(total)
        ratio = value(total) / value(rate)
        if days is None or not (alike(total, above(rate)) or bare) or WORKING_DAYS[0] <= ratio <= WORKING_DAYS[1]:
            continue
        if _within_reach(value(total), Fraction(days), value(rate)):
            yield Relation("daily", {"total": (bind(total),), "average": (bind(rate),)})


def _days(total: Cast) -> int | None:
    """The days of the year that an amount is of; None where its clause names another stretch of time."""
    period = total.context.period or total.context.as_of
    days = period.days if period is not None else None
    if period is None or "period" in total.context.carried or days is None:
        return YEAR
    return YEAR if days >= YEAR else None


def _within_reach(above: Fraction, below: Fraction, stated: Fraction) -> bool:
    if not above or not below or not stated:
        return False
    return Fraction(1, FAR) <= abs(above / below / stated) <= FAR


@cache
def rate_rows() -> dict[str, dict[str, Any]]:
    """The rates that are named for two levels, by their measure: which measures are above and below, and for how many it is."""
    return {row["name"]: row for row in lexicon.page("wholes.toml")["rate"]}
