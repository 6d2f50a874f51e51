"""Frame of growth between periods: 同比 and 环比 rates behind a level, and the levels of the periods that they compare with."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from factcheck.claim import Relation
from factcheck.extract.relations.agreeing import agree
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind, amounts_in, of_one_kind
from factcheck.extract.relations.runs import Paragraph, value
from factcheck.extract.relations.stretches import months_of
from factcheck.formula import FALL, GROWTH
from factcheck.pattern import lazy_pattern

# 9月为, 去年同期为, 二季度; a clause with a noun of its own tells of another thing.
ONLY_DATED = lazy_pattern(
    r"[ ]?(?:而|则)?(?:上年|去年|上一年|前一年|(?:19|20)[0-9]{2}年)?(?:的)?"
    r"(?:同期|同月|[0-9]{1,2}月份?|第?[一二三四]季度?|上半年)?(?:则|仅|只)?(?:为|是|达|有)?"
)
YEAR_ON_YEAR, STRETCH_ON_STRETCH = "basis.year_on_year", "basis.month_on_month"
# ，季增, ，年減 of Taiwan; not 2023年增
SHORT = lazy_pattern(r"[，,、；;（(][ ]?(?P<stretch>[年季月])[增减]$")
STATED = ("level", "after", "total")
# A rate compares levels that are not so far apart.
FAR = 2


def between_periods(paragraph: Paragraph, bind: Bind, *, taken: Container[int]) -> Iterator[Relation]:
    """10月出口138.7亿元，环比下降4.2%，同比增长5.6%；9月为144.8亿元，上年10月为131.3亿元: each rate with the level that it compares with."""
    levels = [one for one in amounts_in(paragraph.casts) if one.part in STATED or one.weak_before]
    for place, rate in enumerate(paragraph.casts):
        if rate.part != "rate" or not rate.direction or id(rate.mention) in taken:
            continue
        after = _level_of(paragraph, place)
        before = _base(paragraph, rate, after, levels) if after is not None else None
        if after is None or before is None:
            continue
        roles = {"before": (bind(before),), "after": (bind(after),), "rate": (bind(rate),)}
        yield Relation("fall-between" if rate.direction < 0 else "growth-between", roles)


def _level_of(paragraph: Paragraph, place: int) -> Cast | None:
    """The level that a rate is said of: right before it, or before the other rate of the same level."""
    casts = paragraph.casts
    while place and casts[place - 1].part == "rate" and casts[place - 1].context.sentence == casts[place].context.sentence:
        place -= 1
    level = casts[place - 1] if place else None
    if level is None or level.part not in STATED or level.weak_before or not amounts_in([level]):
        return None
    return level if level.context.sentence == casts[place].context.sentence else None


def _base(paragraph: Paragraph, rate: Cast, after: Cast, levels: Sequence[Cast]) -> Cast | None:
    """The level that a rate compares with: of the year before for 同比, of the stretch before for 环比; the one that agrees, or the only one."""
    near = [one for one in levels if one is not after and _can_be_base(paragraph, one, after)]
    kind = _basis(paragraph, rate)
    if kind is None:
        return None
    if kind == YEAR_ON_YEAR:
        fitting = [one for one in near if one.weak_before and not _before_last(one, after)]
    else:
        fitting = [one for one in near if _before_last(one, after)]
    formula = FALL if rate.direction < 0 else GROWTH
    agreeing = [one for one in fitting if agree(formula, {"before": [one], "after": [after], "rate": [rate]})]
    return agreeing[0] if agreeing else fitting[0] if len(fitting) == 1 else None


def _basis(paragraph: Paragraph, rate: Cast) -> str | None:
    """Which period the word beside a rate compares with: 同比, 环比, 年增, 季增, "year on year"."""
    kinds = (YEAR_ON_YEAR, STRETCH_ON_STRETCH)
    behind = rate.context.cue_after(*kinds)
    token = rate.context.cue(*kinds)
    if behind is not None and behind.words[0].text.isascii():
        token = behind if behind.start - rate.mention.span.end <= 1 else None
    if token is not None:
        return next(kind for kind in kinds if token.has(kind))
    short = SHORT.search(paragraph.before(rate))
    return None if short is None else YEAR_ON_YEAR if short["stretch"] == "年" else STRETCH_ON_STRETCH


def _can_be_base(paragraph: Paragraph, one: Cast, after: Cast) -> bool:
    """Whether a level can be that of another period: of one kind and measure, near by and not many times as large or small."""
    context = one.context
    if not of_one_kind(one, after) or abs(context.sentence - after.context.sentence) > 1:
        return False
    if not value(after) / FAR < value(one) < value(after) * FAR:
        return False
    if context.measure is not None and context.measure == after.context.measure and "measure" not in context.carried:
        return True
    return ONLY_DATED.fullmatch(paragraph.prepared.folded, context.clause.start, one.mention.span.start) is not None


def _before_last(one: Cast, after: Cast) -> bool:
    """Whether a level is of the stretch right before another's: 9月 and 10月, 二季度 and 三季度."""
    months, following = months_of(one), months_of(after)
    if months is None or following is None:
        return False
    return months[1] + 1 == following[0] and months[1] - months[0] == following[1] - following[0]
