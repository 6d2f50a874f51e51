"""Shares said in tenths: 三成 is 30 percent, 八折 is 80 percent of the price."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.document import Span
from factcheck.extract.figure import Figure
from factcheck.extract.numerals import exact, shifted
from factcheck.pattern import lazy_pattern

# Words that open with 成, and characters that make another word of 折: 三成本, 五折叠
TENTHS_NOT = frozenset(
    [
        "成本",
        "成为",
        "成立",
        "成功",
        "成长",
        "成员",
        "成果",
        "成年",
        "成人",
        "成绩",
        "成都",
        "成熟",
        "成交",
        "成就",
        "成分",
        "成份",
        "成套",
        "成品",
    ]
)
# 三成半, 七成六: half a tenth more, or so many hundredths
TENTH_OF_A_TENTH = lazy_pattern(r"[ ]?(?P<digit>半|[一二三四五六七八九](?=[^\u4e00-\u9fff]|[的左以]|\Z))")
DISCOUNT_NOT = frozenset("叠页扇射合腾磨返断纸线损算旧")


def tenths(folded: str, figure: Figure, place: int) -> int:
    """三成 is thirty percent; 成 opens other words (成本) that the lexicon keeps from being read as a unit."""
    numeral = figure.numeral
    if folded[place : place + 2] == " 成" and place == numeral.span.end:
        place += 1  # 六点五 成, as some typesetters leave a blank behind a number
    if (
        folded[place : place + 1] == "成"
        and folded[place : place + 2] not in TENTHS_NOT
        and numeral.value <= 10
        and not numeral.scaled
    ):
        ten = Decimal(10)
        high = None if numeral.high is None else exact(numeral.high) * ten
        figure.numeral = replace(
            numeral, value=exact(numeral.value) * ten, high=high, decimals=numeral.decimals + 1, form="percent",
            span=Span(numeral.span.start, place + 1),
        )  # fmt: skip
        below = TENTH_OF_A_TENTH.match(folded, place + 1) if high is None and numeral.value < 10 and not numeral.pointed else None
        if below is not None:
            added = Decimal("半一二三四五六七八九".index(below["digit"]) or 5)
            figure.numeral = replace(
                figure.numeral, value=exact(figure.numeral.value) + added, decimals=0, span=Span(numeral.span.start, below.end())
            )
        figure.end = figure.numeral.span.end
        return figure.end
    return place


def discount(folded: str, figure: Figure, place: int) -> int:
    """八折 and 8.5折 leave 80 and 85 percent of the price; 折 opens other words (折叠, 折页) too."""
    numeral = figure.numeral
    if folded[place : place + 2] == " 折" and place == numeral.span.end:
        place, numeral = place + 1, replace(numeral, span=Span(numeral.span.start, place + 1))
    if folded[place : place + 1] != "折" or folded[place + 1 : place + 2] in DISCOUNT_NOT or place != numeral.span.end:
        return place
    value = exact(numeral.value)
    two_digits = numeral.style == "hanzi" and numeral.high is None and 10 < value < 100 and not numeral.pointed  # 八五折
    if not (0 < value < 10 or two_digits) or numeral.high is not None:
        return place
    exponent = 0 if two_digits else 1
    figure.numeral = replace(
        numeral, value=shifted(value, exponent), decimals=min(numeral.decimals + exponent, 0), form="percent",
        span=Span(numeral.span.start, place + 1),
    )  # fmt: skip
    figure.end = place + 1
    return figure.end
