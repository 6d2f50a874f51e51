"""What the frames of relations share: which figures of a sentence have which part, and which of them can be of one thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from factcheck.claim import Claim
from factcheck.document import Span
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast, Part
from factcheck.lexicon import measures, units
from factcheck.lexicon.rates import is_rate, numerator, unit_named
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

# "500 (25%)", "500, or 25%,", "of the 80 seats (45%)"
BESIDE = lazy_pattern(
    r"""
      [ ]?[（(][ ]?(?:约|or|about|some)?[ ]?             # "500 (25%)"
    | [，,]?[ ](?:or|i\.e\.)[ ](?:by[ ]|about[ ])?      # "500, or 25%"
    | [，,]?(?:即|合)                                    # 500人，即25%
    """,
    re.VERBOSE,
)
# 占营业收入80亿元的比重为45%
OF_WHOLE = lazy_pattern(r"(?:的|之)(?:比重|比例|份额)?(?:为|达|是|约为|达到)?")
# "… and 12 km, and swam 2 km in all", "… and the team made 96 in all"
ANOTHER = lazy_pattern(
    r",?[ ](?:and|while|but)[ ](?!(?:a|so|in|thus|thereby|altogether|making|together|bringing|has|had)[ ])[a-z]+[ ](?:[a-z]+[ ]){0,3}$"
)
# 全队, 全镇; not 全年 and 全部
WHOLE_OF = lazy_pattern(r"全(?P<noun>[队镇市县省国校厂村区州球团班院组])")
Bind = Callable[[Cast], Claim]


def of(casts: Sequence[Cast], *parts: Part) -> list[Cast]:
    """The figures that have one of some parts."""
    return [one for one in casts if one.part in parts]


def amounts_in(casts: Sequence[Cast]) -> list[Cast]:
    """The figures that are an amount of something."""
    return [one for one in casts if one.mention.kind in ("money", "count", "measure")]


def percents_in(casts: Sequence[Cast]) -> list[Cast]:
    """The figures in percent."""
    return [one for one in casts if one.mention.kind == "percent"]


def distance(casts: Sequence[Cast], first: Cast, second: Cast) -> int:
    """How many figures apart two stand."""
    return abs(casts.index(first) - casts.index(second))


def alike(first: Cast, second: Cast) -> bool:
    """Whether two amounts can be of one thing.

    A currency or a noun that only one of them names is that of both; a physical unit is not, and a classifier such as 个 or 座
    says nothing of what is counted: 1座站台 and 3个站台面 are no two counts of one thing. A rate is alike rates that it can be converted
    to; a change of one or the level before leaves out what it is for, or its levels do: 票价由60元上调至80元，每张贵了20元; "£74 per MWh, down from £101".
    """
    one, other = first.mention, second.mention
    if is_rate(one.unit) != is_rate(other.unit):
        return not {"change", "before"}.isdisjoint((first.part, second.part)) and alike(above(first), above(second))
    if "measure" in (one.kind, other.kind) or is_rate(one.unit):
        units_of = unit_named(one.unit), unit_named(other.unit)
        return (
            one.kind == other.kind and None not in units_of and len({unit.dimension for unit in units_of if unit is not None}) == 1
        )
    if one.kind == other.kind == "count" and (_classified(one) or _classified(other)):
        return _one_classifier(one, other) and first.context.measure == second.context.measure
    if one.kind != other.kind:
        # 1.2亿增至1.5亿元 leaves a currency out; 165 in front of money is something else.
        return "money" in (one.kind, other.kind) and _sum_of_money(one) and _sum_of_money(other)
    return one.unit == other.unit or one.unit is None or other.unit is None or _bare(one) or _bare(other)


def of_one_kind(first: Cast, second: Cast) -> bool:
    """Whether two amounts can be added: alike, or counts of one dimension (men and women are people), or money of any currency."""
    one, other = first.mention, second.mention
    if alike(first, second):
        return True
    if is_rate(one.unit) or is_rate(other.unit):
        return False
    if one.kind == other.kind == "money":
        return one.span != one.number and other.span != other.number  # two currencies, both written
    known = units()
    if one.kind == other.kind == "count" and (_bare(one) or _bare(other)):
        return True  # 120, 135 and 145 units
    if one.kind != "count" or other.kind != "count" or one.unit not in known or other.unit not in known:
        return False
    if _classified(one) or _classified(other):
        return False
    return known[one.unit].dimension == known[other.unit].dimension


def of_one_noun(first: Cast, second: Cast) -> bool:
    """Whether two amounts can be members of one list: of one kind, or counted in one word, whatever their clauses name.

    净增132家 and 关闭26家 of the shops of the sentence before.
    """
    one, other = first.mention, second.mention
    counts = one.kind == other.kind == "count"
    return of_one_kind(first, second) or (counts and one.unit is not None and one.unit == other.unit)


def above(rate: Cast) -> Cast:
    """A rate as an amount of its numerator, as what one thing costs is added up to what all cost; any other figure as it is."""
    mention = rate.mention
    if mention.quantity is None or not is_rate(mention.unit):
        return rate
    unit = numerator(mention.unit or "")
    span = mention.span if unit is not None else Span(mention.span.start, mention.number.end)
    plain = replace(mention, span=span, quantity=replace(mention.quantity, unit=unit))
    return replace(rate, context=replace(rate.context, mention=plain))


def of_one_measure(change: Cast, level: Cast) -> bool:
    """Whether a change can be that of a level: 毛利率由25%提高到27%，净利率上升3个百分点 names another measure for it."""
    one, other = change.context, level.context
    if one.measure is None or other.measure is None or one.measure == other.measure:
        return True
    if {"measure"} & (one.carried | other.carried):
        return True
    known = measures()
    if known[one.measure].broad and any(token.has("unit") for token in one.before):
        return False  # "and the number of homes grew 30%" counts something of its own
    return known[one.measure].broad or known[other.measure].broad


def is_range(one: Cast) -> bool:
    """Whether a figure has two ends."""
    return one.mention.quantity is not None and one.mention.quantity.high is not None


def nameless(level: Cast) -> bool:
    """Whether a small number counts nothing that the text names: the 4 of 从4号线."""
    mention = level.mention
    small = mention.quantity is not None and mention.quantity.value < 100
    return mention.kind == "count" and mention.unit is None and level.context.measure is None and small


def can_be_negative(prepared: Prepared, one: Cast) -> bool:
    """Whether a figure is below zero, or has a dash in front of it that may be its sign."""
    quantity, start = one.mention.quantity, one.mention.number.start
    return prepared.folded[start - 1 : start] in ("-", "−", "–") or (quantity is not None and quantity.value < 0)


def stands_beside(prepared: Prepared, casts: Sequence[Cast], percent: Cast, *amounts: Cast) -> bool:
    """Whether a percent stands in brackets or behind "or" beside one of some amounts, or as 的45% behind a whole."""
    place = casts.index(percent)
    before = casts[place - 1] if place else None
    if before is None or before not in amounts:
        return False
    between = prepared.folded[before.mention.span.end : percent.mention.span.start]
    return BESIDE.fullmatch(between) is not None or (before.part == "whole" and OF_WHOLE.fullmatch(between) is not None)


def _sum_of_money(mention: Mention) -> bool:
    """Whether a figure is money, or a bare number with a scale word, as sums of money have: 1.2亿, 5 million."""
    scaled = mention.quantity is not None and mention.quantity.decimals >= 3
    return mention.kind == "money" or (mention.unit is None and _bare(mention) and scaled)


def _bare(mention: Mention) -> bool:
    """Whether a count stands without a noun of its own: what it counts was taken from the words around it."""
    return mention.kind == "count" and mention.span.end == mention.number.end


def _classified(mention: Mention) -> bool:
    unit = units().get(mention.unit or "")
    return unit is not None and unit.classifier and not _bare(mention)


def _one_classifier(one: Mention, other: Mention) -> bool:
    """400家门店 and 100家: the same classifier, and at most one noun behind it."""
    first, second = (mention.document.text[mention.number.end : mention.span.end] for mention in (one, other))
    return bool(first and second) and (first.startswith(second) or second.startswith(first))


def of_another_whole(prepared: Prepared, last: Cast, total: Cast) -> bool:
    """Whether the total is said of more than the figures before it: "… and the team made 96 in all", 全队共得96分."""
    start, end = last.mention.span.end, total.mention.span.start
    return end > start and (ANOTHER.search(prepared.folded, start, end) is not None or names_another_whole(prepared, last, total))


def names_another_whole(prepared: Prepared, last: Cast, total: Cast) -> bool:
    """Whether a total is that of a whole which the words before do not name: 每户补贴1500元，200户受益，全镇总投资80万元."""
    start, end = last.mention.span.end, total.mention.span.start
    whole = WHOLE_OF.search(prepared.folded, start, end) if end > start else None
    return whole is not None and whole["noun"] not in prepared.folded[prepared.sentence(start).start : start]
