"""Parts of a unit said behind it: 三年半, 两个半小时, 三块五, 五打, "2 hours and a half"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from factcheck.document import Span
from factcheck.extract.beside import skip
from factcheck.extract.figure import Figure
from factcheck.extract.numerals import exact, words
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import units
from factcheck.pattern import lazy_pattern

# 半 ends the figure where a word like this stands behind it (三年半的时间, 两吨半左右), not where it opens the next (三家半导体厂)
BEHIND_HALF = frozenset("的左以多后前内时之钟")
# What half a unit more may follow: two and a half of them, not three firms and a half.
HALVED = ("measure", "duration", "age", "money", "multiple")
# 三块五, 一米八: the digits behind the unit are its tenths, where no unit of their own follows (三块五一斤, 一米七五的个子).
TENTHS_BEHIND = lazy_pattern(
    r"""
    (?P<places>[零一二三四五六七八九]{1,2}|[0-9]{1,2})
    (?![0-9.,:：/%~～-]|[零二三四五六七八九十百千万亿半]|一[零一二三四五六七八九十百千万亿]) (?=[^\u4e00-\u9fff]|[的左以多高长宽深厚一每]|\Z)
    """,
    re.VERBOSE,
)
# 9秒58: so the clocks of races are read out; 10秒20次 counts
HUNDREDTHS_BEHIND = lazy_pattern(
    r"[ ]?(?P<places>[0-9]{2}|[零一二三四五六七八九]{2})(?![0-9.,:：/%~～-]|[ ]?[零一二三四五六七八九十百千万亿])"
)
TENTHS_UNITS = {"CNY": "块", "jiao": "毛", "m": "米", "chi": "尺", "zhang": "丈", "jin": "斤", "degree": "度", "second": "秒"}


# 一个半月, 一个半钟 (个钟 is an hour in Cantonese), 五分半钟: what stands before the 半 and behind it is one word
HALVED_UNITS = {"个月": "month", "个钟": "hour", "分钟": "minute"}


# 两个钟 are two hours in Cantonese, two of them elsewhere: 两个钟表, 两个钟楼
HOURS_BEHIND = lazy_pattern("(?:个|(?<=个半))钟(?![表楼头点情声爱摆塔馗乳鼎室])|(?<=个半)月")


def hours_behind(folded: str, figure: Figure, place: int) -> bool:
    """Read 两个钟 and 个半钟 as hours, 个半月 as months; whether they are."""
    behind = HOURS_BEHIND.match(folded, place)
    if behind is not None:
        figure.unit, figure.end = units()["month" if behind[0] == "月" else "hour"], behind.end()
    return behind is not None


def half_behind(prepared: Prepared, figure: Figure) -> None:
    """三年半, 两个半小时, 一吨半: half a unit more, said behind the unit."""
    folded, end, numeral = prepared.folded, figure.end, figure.numeral
    if folded.startswith(" and ", end):
        _half_and(prepared, figure)
        return
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


# 打 is a dozen behind a number, and opens a hundred verbs: 一打听, 三打祝家庄, 以0比0打平, 三打二
DOZEN_NOT = frozenset(
    "0123456789一二三四五六七八九十"
    + "平赢胜负和退开听算造击破败仗架工电扫包卡印针球折字断拼磨响捞理发动手入到出来去回起量着了过完不白祝就倒赌车气水交"
)


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
    match = TENTHS_BEHIND.match(folded, end) or _hundredths(prepared, figure)
    if match is None or not isinstance(numeral.value, Decimal):
        return
    digit = words()["zh"]["digit"]
    places = "".join(str(digit.get(character, character)) for character in match["places"])
    value = numeral.value + Decimal(f"0.{places}")
    span = Span(numeral.span.start, match.end())
    figure.numeral, figure.end = replace(numeral, value=value, decimals=-len(places), pointed=True, span=span), match.end()


def _hundredths(prepared: Prepared, figure: Figure) -> re.Match[str] | None:
    """The 58 of 9秒58, where nothing stands behind it that it could count."""
    if figure.unit is None or figure.unit.name != "second":
        return None
    match = HUNDREDTHS_BEHIND.match(prepared.folded, figure.end)
    token = prepared.word_at(skip(prepared.folded, match.end())) if match is not None else None
    return None if token is not None and token.has("unit") and token.end - token.start == 1 else match


# an hour and a half, 2 miles and a quarter
HALF_AND = lazy_pattern(r"[ ]and[ ](?:an?[ ])?(?P<part>half|quarter)(?![a-z-]|[ ](?:of|the)[ ])")


def _half_and(prepared: Prepared, figure: Figure) -> None:
    """Two hours and a half: a part of the unit said behind it."""
    half, numeral = HALF_AND.match(prepared.folded, figure.end), figure.numeral
    if (
        half is None
        or figure.unit is None
        or figure.unit.kind not in ("measure", "duration", "money")
        or numeral.scaled
        or numeral.decimals < 0
    ):
        return
    part = Decimal("0.5") if half["part"] == "half" else Decimal("0.25")
    figure.numeral = replace(
        numeral,
        value=exact(numeral.value) + part,
        decimals=-len(str(part)) + 2,
        pointed=True,
        span=Span(numeral.span.start, half.end()),
    )
    figure.end = half.end()
