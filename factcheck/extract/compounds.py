"""Figures of two parts: 三年半, 两个半小时, 五元三角, "3 dollars and 50 cents"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from factcheck.document import Span
from factcheck.extract.figure import Figure
from factcheck.extract.numerals import exact, shifted
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import units

# 半 ends the figure where a word like this stands behind it (三年半的时间, 两吨半左右), not where it opens the next (三家半导体厂)
BEHIND_HALF = frozenset("的左右以多后前内时之钟")


def half_behind(prepared: Prepared, figure: Figure) -> None:
    """三年半, 两个半小时, 一吨半: half a unit more, said behind the unit."""
    folded, end, numeral = prepared.folded, figure.end, figure.numeral
    if folded[end : end + 1] != "半" or figure.unit is None or numeral.scaled or numeral.high is not None or numeral.decimals < 0:
        return
    behind = folded[end + 1 : end + 2]
    token = prepared.starting.get(end + 1)
    unit = next((units()[word.meaning] for word in token.words if word.kind == "unit"), None) if token is not None else None
    stops = not ("\u4e00" <= behind <= "\u9fff") or behind in BEHIND_HALF
    if folded[end - 1] == "个" and token is not None and unit is not None and unit.kind == "duration":
        figure.unit, figure.end = unit, token.end
    elif stops and (folded[end - 1] == "个" or figure.unit.kind in ("measure", "duration", "age", "money")):
        figure.end = end + (2 if behind == "钟" else 1)
    else:
        return
    figure.numeral = replace(
        numeral, value=exact(numeral.value) + Decimal("0.5"), decimals=-1, pointed=True, span=Span(numeral.span.start, end + 1)
    )


def compound(prepared: Prepared, first: Figure, second: Figure) -> bool:
    """Make one sum of 五元三角, "3 dollars and 50 cents": money in its unit and the parts of that unit; whether it was one."""
    part, whole = second.unit, first.currency
    if part is not None and part.name == "score" and prepared.folded[second.end - 1] == "分":
        part = units()["fen"]  # 分 is a mark in an examination, except behind 元 and 角
    if part is None or whole is None or part.kind != "money" or part.dimension != whole.name:
        return False
    between = prepared.folded[first.end : second.start]
    if between not in ("", " ", "零", "又", " and ") or first.hedge not in (None, "exact"):
        return False
    low, high = first.numeral, second.numeral
    if first.second is not None or low.scaled or low.high is not None or high.high is not None or high.value < 0:
        return False
    added = Fraction(high.value) * Fraction(part.factor)
    places = (1 if part.factor == "1/10" else 2) - high.decimals
    parts = (Fraction(low.value) + added) * 10**places
    if added * 10 ** -min(low.decimals, 0) >= 1 or parts.denominator != 1:
        return False
    number = shifted(Decimal(parts.numerator), -places)
    first.numeral = replace(low, value=number, decimals=-places, pointed=True, span=Span(low.span.start, high.span.end))
    first.end = second.end
    return True
