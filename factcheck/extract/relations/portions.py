"""Frame of portions: a share beside a part whose whole stands further up, is named by its measure, or agrees with the rest of a list."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from factcheck.claim import Relation
from factcheck.extract.relations.agreeing import agree
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind, amounts_in, of_one_noun
from factcheck.extract.relations.partitions import found_partitions
from factcheck.extract.relations.runs import LEVELS, Paragraph, before, levels_named, value
from factcheck.extract.relations.told_shares import BESIDE, SHARED, ToldShare, all_of_whole, told_shares
from factcheck.formula import SHARE

# A share so far from what the figures give is of another whole.
FAR = 2


def portions(paragraph: Paragraph, bind: Bind, *, taken: Container[int]) -> Iterator[Relation]:
    """液态奶收入36.4亿元，占总营收的74.9%；奶粉收入8.9亿元，占18.3%. `taken` are the claims of relations that the sentence binds.

    A whole that neither a noun nor 其中 leads to is taken for it only where other shares of the list agree.
    """
    told = list(told_shares(paragraph, taken))
    if not told:
        return
    parts = {id(one): whole for members, whole in found_partitions(paragraph) for one in members}
    wholes = {id(one.rate): whole for one in told if (whole := _whole(paragraph, one) or parts.get(id(one.part))) is not None}
    for _, group in groupby(told, key=lambda one: paragraph.run(one.rate)):
        listed = list(group)
        open_ones = [one for one in listed if id(one.rate) not in wholes or not _agrees(one, wholes[id(one.rate)])]
        of_all = _whole_of_list(paragraph, listed) if open_ones else None
        wholes.update({id(one.rate): of_all for one in open_ones if of_all is not None})
    agreeing = [(one, wholes[id(one.rate)]) for one in told if id(one.rate) in wholes and _agrees(one, wholes[id(one.rate)])]
    for one in told:
        whole = wholes.get(id(one.rate))
        if whole is None or value(whole) <= value(one.part) or not _within_reach(one, whole):
            continue
        led = _led(paragraph, one, whole) or parts.get(id(one.part)) is whole
        if led or any(other_whole is whole and other is not one for other, other_whole in agreeing):
            yield Relation("portion", {"part": (bind(one.part),), "whole": (bind(whole),), "rate": (bind(one.rate),)})


def _whole(paragraph: Paragraph, one: ToldShare) -> Cast | None:
    """The whole that the words of a share name, or the nearest level above that can be it."""
    holders = (_holder(paragraph, one), *_worded(paragraph, one))
    holder = next((level for level in holders if level is not None and _agrees(one, level)), None)
    if holder is not None:
        return holder
    # The imports of private firms, 占全市的58.9%, are not those of the city.
    named = [
        level
        for level in levels_named(paragraph, one.measures, one.part)
        if SHARED.match(paragraph.prepared.folded, level.mention.span.end) is None
    ]
    above = named if one.measures else _above(paragraph, one)
    agreeing = [level for cut_off in (False, True) for level in reversed(above) if _agrees(one, level, cut_off=cut_off)]
    if one.measures:
        return next(iter(agreeing), None) or max(named, key=value, default=None)
    if one.rated:  # 报名2000人，参考1800人，男生900人，通过720人，通过率40%
        near = [level for level in above if level.context.sentence == one.part.context.sentence]
        return next(iter(agreeing), None) or (near[0] if len(near) == 1 else None)
    said = [level for level in above if level.part == "whole"]
    return next(iter((*agreeing, *reversed(said), *reversed(above))), None)


def _holder(paragraph: Paragraph, told: ToldShare) -> Cast | None:
    """The level that 其中 or "of which" leads from to a part, though it has a share of its own: 粮油收入15亿元，占60%，其中大米收入6亿元，占40%."""
    if told.part.part != "part" or told.part.context.cue("part.of") is None:
        return None
    return next((one for one in reversed(before(paragraph.casts, told.part)) if _can_hold(one, told.part)), None)


def _worded(paragraph: Paragraph, told: ToldShare) -> Iterator[Cast]:
    """The levels before a part whose clauses have the first word that names its whole: 完赛11,280人，完赛率94%，其中女462人，占完赛人数的4.1%."""
    word = told.of[:2]
    for one in reversed(before(paragraph.casts, told.part)) if len(word) > 1 else ():
        clause = one.context.clause
        if _can_hold(one, told.part) and word in paragraph.prepared.folded[clause.start : clause.end]:
            yield one


def _above(paragraph: Paragraph, told: ToldShare) -> list[Cast]:
    """The levels before a part that can be its whole: larger, of its kind, and without a share of their own."""
    casts = paragraph.casts
    place = casts.index(told.part)
    return [
        one
        for number, one in enumerate(casts[:place])
        if _can_hold(one, told.part)
        and (casts[number + 1].mention.kind != "percent" or one.part == "whole" or casts[number + 1].part == "rate")
    ]


def _can_hold(whole: Cast, part: Cast) -> bool:
    return whole.part in LEVELS and bool(amounts_in([whole])) and of_one_noun(whole, part) and value(whole) > value(part)


def _whole_of_list(paragraph: Paragraph, listed: Sequence[ToldShare]) -> Cast | None:
    """The level of the document with which all shares of a list agree but one: two at least, or one where two make all."""
    if len(listed) < 2:
        return None
    first = listed[0].part
    least = max(len(listed) - 1, 1 if all_of_whole(one.rate for one in listed) else 2)
    return next(
        (
            level
            for level in reversed(before(paragraph.every, first))
            if all(_can_hold(level, one.part) for one in listed) and sum(_agrees(one, level) for one in listed) >= least
        ),
        None,
    )


def _led(paragraph: Paragraph, told: ToldShare, whole: Cast) -> bool:
    """Whether words lead from a part to its whole: 其中, the measure of the whole beside the share, the name of the rate."""
    prepared = paragraph.prepared
    if told.rated:
        return whole.context.sentence == told.part.context.sentence
    match = BESIDE.fullmatch(prepared.folded, told.part.mention.span.end, told.rate.mention.span.start)
    if told.measures if match is None else match["of"]:
        return True
    if prepared.paragraph_start(whole.mention.span.start) != prepared.paragraph_start(told.part.mention.span.start):
        return False
    if paragraph.run(told.part) - paragraph.run(whole) > 1:
        return False
    if whole.part == "whole" and whole.mention.unit is not None and whole.mention.unit == told.part.mention.unit:
        return True  # 市议会63席中，甲党31席、乙党24席。女性25席，占39.7%
    words = prepared.tokens_in(whole.mention.span.end, told.part.mention.span.start)
    return any(token.has("part.of") for token in words)


def _agrees(told: ToldShare, whole: Cast, *, cut_off: bool = True) -> bool:
    return agree(SHARE, {"part": [told.part], "whole": [whole], "rate": [told.rate]}, cut_off=cut_off)


def _within_reach(told: ToldShare, whole: Cast) -> bool:
    if not value(told.part) or not value(whole) or not value(told.rate):
        return False
    ratio = value(told.part) / value(whole) * 100 / value(told.rate)
    return Fraction(1, FAR) <= ratio <= FAR
