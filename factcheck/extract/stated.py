"""Whether a Chinese numeral or a number word states a number: not the 一 of 一家, which is an article, nor the 万 of 万店, a flourish."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.figure import Figure
from factcheck.extract.numerals import LONGEST, Numeral
from factcheck.extract.prepared import Prepared
from factcheck.pattern import lazy_pattern

# "one, two, three", "one to three", "one or two"
IN_A_ROW = lazy_pattern(r",?[ ](?:(?:and|or|to|till|through)[ ])?|-to-|[ ]?[–-][ ]?")
UP_TO = lazy_pattern(r"[ ]?[至到~～—–-]{1,2}[ ]?")  # 三至五年


def in_a_row(folded: str, numbers: Sequence[Numeral], index: int) -> bool:
    """Whether a "one" that might be a pronoun stands among numbers, or a Chinese numeral at an end of a range or a score."""
    one = numbers[index]
    for first, second in zip(numbers[max(0, index - 1) : index + 1], numbers[max(1, index) : index + 2], strict=False):
        shares = first.form == "percent" and first.style == "hanzi"  # 百分之五至八
        if (
            one.style != first.style
            or first.style != second.style
            or second.form != "number"
            or not (first.form == "number" or shares)
        ):
            continue
        between = (first.span.end, second.span.start)
        if one.style == "hanzi" and first.value < second.value and UP_TO.fullmatch(folded, *between):
            return True
        if one.style == "hanzi" and max(first.value, second.value) > 10 and folded[slice(*between)] == "比":
            return True  # 以二十四比十获胜; 四比三 is left to those who count goals
        if one.style == "words" and IN_A_ROW.fullmatch(folded, *between):
            return True
    return False


# 十以内的加法: a number and no part of a word
BOUNDING = ("以内", "以上", "以下")
# 以百倍的价格, 比去年高百倍以上; 勇气百倍 and 百倍努力 are flourishes
TIMES_BEHIND = lazy_pattern(r"的?(?:价|以上|于|左右|增长|回报|利润|收益|速度|规模)")
# 一小时 is a length of time; 一天 and 一年 open as many phrases (一天天, 一年来)
TIMED = frozenset(["hour", "minute", "second", "decade", "century", "quarter_hour"])
# 一年零两个月
PARTS_BEHIND = lazy_pattern(r"[零又][0-9二两三四五六七八九十]")


def states_number(prepared: Prepared, figure: Figure) -> bool:
    """Whether the numeral of a figure states a number with the unit, the hedge and the words that it has."""
    numeral = figure.numeral
    if numeral.style == "digits" or figure.ordinal or numeral.form != "number":
        return True
    if _alone(prepared, figure) or _named_as_number(prepared.folded, numeral):
        return True
    text = prepared.folded[numeral.span.start : numeral.span.end]
    if numeral.style == "words":
        return text != "one" or (figure.unit is not None and figure.unit.kind not in ("count",)) or figure.currency is not None
    if not frozenset("打旬半级又把").isdisjoint(text):
        return True
    text = text.lstrip("负 ")
    if text == "一":
        unit = figure.unit
        return unit is not None and (
            unit.kind in ("measure", "percent", "point", "multiple", "money")
            or unit.name in TIMED
            or PARTS_BEHIND.match(prepared.folded, figure.end) is not None
        )
    if all(character in "十百千万亿兆" for character in text):
        if text in ("万", "千", "百", "十", "兆"):
            return (
                (text == "十" and prepared.folded.startswith(BOUNDING, numeral.span.end))
                or (figure.hedge not in (None, "exact") and figure.unit is not None)
                or (figure.unit is not None and (text == "十" or figure.unit.kind in ("money", "measure", "duration")))
                or (
                    figure.unit is not None
                    and figure.unit.kind == "multiple"
                    and TIMES_BEHIND.match(prepared.folded, figure.end) is not None
                )
            )
        return figure.hedge not in (None, "exact") or figure.unit is not None or text in ("百万", "千万", "千亿", "万亿", "百亿")
    if figure.unit is not None or figure.currency is not None or figure.hedge not in (None, "exact"):
        return True
    if numeral.pointed:  # 零点五 is a number, 三点一 may open 三点一起
        return (
            text[0] in "零〇"
            or len(text) > 3
            or not ("\u4e00" <= prepared.folded[numeral.span.end : numeral.span.end + 1] <= "\u9fff")
        )
    return any(character in "十百千万亿廿卅卌拾佰仟" for character in text) and len(text) > 1


# 排名前三的品牌, 答案是五不是四: a digit of its own states a number behind these words, where no noun follows it
NUMBER_BEFORE = ("是", "等于", "前")
NUMBER_BEHIND = lazy_pattern(r"[^\u4e00-\u9fff]|\Z|不是|那|却|而|的|名|位|甲")


def _named_as_number(folded: str, numeral: Numeral) -> bool:
    """Whether a numeral is what a sentence says something is."""
    start = numeral.span.start
    if numeral.span.end != start + 1 or not folded.endswith(NUMBER_BEFORE, 0, start):
        return False
    return NUMBER_BEHIND.match(folded, numeral.span.end) is not None and (folded[start] != "一" or folded[start - 1] == "是")


def _alone(prepared: Prepared, figure: Figure) -> bool:
    """Whether a text says nothing but this number: the whole of a cell, of an answer."""
    folded = prepared.folded
    return len(folded) <= LONGEST and not (folded[: figure.start] + folded[figure.end :]).strip(" \t\r\n.。,，:：;；!！?？\"'“”")
