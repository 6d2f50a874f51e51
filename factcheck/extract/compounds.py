"""Figures of two parts: 三年半, 两个半小时, 五元三角, 三块五, 六斤八两, "3 dollars and 50 cents"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from factcheck.document import Span
from factcheck.extract.figure import Figure
from factcheck.extract.numerals import exact, shifted, words
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import units

# 半 ends the figure where a word like this stands behind it (三年半的时间, 两吨半左右), not where it opens the next (三家半导体厂)
BEHIND_HALF = frozenset("的左以多后前内时之钟")
# What half a unit more may follow: two and a half of them, not three firms and a half.
HALVED = ("measure", "duration", "age", "money", "multiple")
# 三块五, 一米八: the digits behind the unit are its tenths, where no unit of their own follows (三块五一斤, 一米七五的个子).
TENTHS_BEHIND = re.compile(
    r"""
    (?P<places>[零一二三四五六七八九]{1,2}|[0-9]{1,2})
    (?![0-9.,:：/%~～-]|[零二三四五六七八九十百千万亿半]|一[零一二三四五六七八九十百千万亿]) (?=[^\u4e00-\u9fff]|[的左以多高长宽深厚一每]|\Z)
    """,
    re.VERBOSE,
)
TENTHS_UNITS = {"CNY": "块", "jiao": "毛", "m": "米", "chi": "尺", "zhang": "丈", "jin": "斤"}


# 一个半月, 一个半钟 (个钟 is an hour in Cantonese), 五分半钟: what stands before the 半 and behind it is one word
HALVED_UNITS = {"个月": "month", "个钟": "hour", "分钟": "minute"}


def half_behind(prepared: Prepared, figure: Figure) -> None:
    """三年半, 两个半小时, 一吨半: half a unit more, said behind the unit."""
    folded, end, numeral = prepared.folded, figure.end, figure.numeral
    if folded[end : end + 1] != "半" or figure.unit is None or numeral.scaled or numeral.high is not None or numeral.decimals < 0:
        return
    behind = folded[end + 1 : end + 2]
    token = prepared.starting.get(end + 1)
    unit = next((units()[word.meaning] for word in token.words if word.kind == "unit"), None) if token is not None else None
    stops = not ("\u4e00" <= behind <= "\u9fff") or behind in BEHIND_HALF
    whole = HALVED_UNITS.get(folded[end - 1] + behind)
    if folded[end - 1] == "个" and token is not None and unit is not None and unit.kind == "duration":
        figure.unit, figure.end = unit, token.end
    elif whole is not None:
        figure.unit, figure.end = units()[whole], end + 2
    elif stops and (folded[end - 1] == "个" or figure.unit.kind in HALVED):
        figure.end = end + (2 if behind == "钟" else 1)
    else:
        return
    figure.numeral = replace(
        numeral, value=exact(numeral.value) + Decimal("0.5"), decimals=-1, pointed=True, span=Span(numeral.span.start, end + 1)
    )


# 打 is a dozen behind a number, and opens a hundred verbs: 一打听, 三打祝家庄
DOZEN_NOT = frozenset("开听算造击破败仗架工电扫包卡印针球折字断拼磨响捞理发动手入到出来去回起量着了过完不白祝就倒赌车气水交")


def dozens(folded: str, figure: Figure, place: int) -> int:
    """五打鸡蛋 are sixty eggs, as in English; where the figure ends."""
    numeral = figure.numeral
    if folded[place : place + 1] != "打" or place != numeral.span.end or folded[place + 1 : place + 2] in DOZEN_NOT:
        return place
    if numeral.high is not None or numeral.form != "number" or not isinstance(numeral.value, Decimal):
        return place
    figure.numeral = replace(
        numeral, value=numeral.value * 12, decimals=min(numeral.decimals, 0), scaled=True, span=Span(numeral.span.start, place + 1)
    )
    figure.end = place + 1
    return figure.end


def tenths_behind(prepared: Prepared, figure: Figure) -> None:
    """三块五, 两毛五, 一米七五: the places of the unit, said behind it without a unit of their own."""
    folded, end, numeral = prepared.folded, figure.end, figure.numeral
    if (
        figure.unit is None
        or folded[end - 1 : end] != TENTHS_UNITS.get(figure.unit.name)
        or numeral.decimals
        or numeral.high is not None
    ):
        return
    match = TENTHS_BEHIND.match(folded, end)
    if match is None or not isinstance(numeral.value, Decimal):
        return
    digit = words()["zh"]["digit"]
    places = "".join(str(digit.get(character, character)) for character in match["places"])
    value = numeral.value + Decimal(f"0.{places}")
    span = Span(numeral.span.start, match.end())
    figure.numeral, figure.end = replace(numeral, value=value, decimals=-len(places), pointed=True, span=span), match.end()


# 三年多 is no whole number of years; 约 stands in front and speaks of both parts
HEDGES_BEHIND = frozenset("多余来许强弱上下右后")


def compound(prepared: Prepared, first: Figure, second: Figure) -> bool:
    """Make one figure of two in units of one dimension, 五元三角, 两小时十五分; whether it was one."""
    return _sum_of_money(prepared, first, second) or _measured_in_two(prepared, first, second)


def _measured_in_two(prepared: Prepared, first: Figure, second: Figure) -> bool:
    """两小时十五分, 六斤八两, 3年零6个月: said in the smaller unit, of which the larger one is a whole number."""
    folded = prepared.folded
    large, small = first.unit, second.unit
    if (
        large is not None
        and large.name == "score"
        and folded[first.end - 1] == "分"
        and small is not None
        and small.name == "second"
    ):
        large = units()["minute"]  # 五分三十秒
    if (
        small is not None
        and small.name == "score"
        and folded[second.end - 1] == "分"
        and large is not None
        and large.name == "hour"
    ):
        small = units()["minute"]  # 两小时十五分
    if large is None or small is None or folded[first.end : second.start] not in ("", "零", "又", " ", " and "):
        return False
    if (
        not {large.kind, small.kind} <= {"measure", "duration"}
        or large.dimension != small.dimension
        or large.name in ("day", "week")
    ):
        return False
    step = Fraction(large.factor) / Fraction(small.factor)
    low, high = first.numeral, second.numeral
    if step <= 1 or step.denominator != 1 or not _in_parts(prepared, first, second) or Fraction(low.value).denominator != 1:
        return False
    if high.value >= step or second.hedge not in (None, "exact"):
        return False
    value = exact(low.value) * int(step) + exact(high.value)
    first.numeral = replace(high, value=value, span=Span(low.span.start, high.span.end))
    first.unit, first.end = small, second.end
    return True


def _in_parts(prepared: Prepared, first: Figure, second: Figure) -> bool:
    """Whether two figures state one amount each, the second no less than nothing, and so can be parts of one."""
    low, high = first.numeral, second.numeral
    hedged = first.hedge not in (None, "exact") and (
        first.start == low.span.start or prepared.folded[first.end - 1] in HEDGES_BEHIND
    )
    if first.second is not None or second.second is not None or hedged or low.hedge is not None:
        return False
    return not low.scaled and low.high is None and high.high is None and high.value >= 0 and low.form == high.form == "number"


def _sum_of_money(prepared: Prepared, first: Figure, second: Figure) -> bool:
    """五元三角, 九角五分, "3 dollars and 50 cents": money in its unit and the parts of that unit."""
    part, whole = second.unit, first.currency
    if part is not None and part.name == "score" and prepared.folded[second.end - 1] == "分":
        part = units()["fen"]  # 分 is a mark in an examination, except behind 元 and 角
    if part is None or whole is None or part.kind != "money":
        return False
    currency, step = (whole.name, Fraction(1)) if whole.dimension == "money" else (whole.dimension, Fraction(whole.factor))
    if part.dimension != currency or Fraction(part.factor) >= step:
        return False
    between = prepared.folded[first.end : second.start]
    if between not in ("", " ", "零", "又", " and ") or not _in_parts(prepared, first, second):
        return False
    low, high = first.numeral, second.numeral
    added = Fraction(high.value) * Fraction(part.factor)
    places = (1 if part.factor == "1/10" else 2) - high.decimals
    parts = (Fraction(low.value) * step + added) * 10**places
    if added * 10 ** -min(low.decimals, 0) >= step or parts.denominator != 1:
        return False
    number = shifted(Decimal(parts.numerator), -places)
    first.numeral = replace(low, value=number, decimals=-places, pointed=True, span=Span(low.span.start, high.span.end))
    first.end = second.end
    if whole.name != currency:
        first.unit = first.currency = units()[currency]
    return True
