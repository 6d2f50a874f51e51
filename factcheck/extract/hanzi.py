"""Chinese numerals read place by place: 二十五, 百分之三十, 几千万, 三四, 二十多万. Forms read as wholes (一半, 六、七) are in `whole_forms`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from factcheck.document import Span
from factcheck.extract.numerals import INNER_HEDGES, LONGEST, Form, Numeral, exact, scale_exponent, shifted, words
from factcheck.pattern import lazy_pattern

HANZI = "零〇一二两三四五六七八九十百千万亿兆廿卅卌壹贰叁肆伍柒捌玖拾佰仟"
DIGIT = "零〇一二三四五六七八九壹贰叁肆伍柒捌玖"
# 陆 and 参 open many words (大陆, 参加): they are six and three only among the other capitals of a bill (参佰陆拾, 佰零陆)
# 幺 is one where digits are read out one by one (幺八九), 俩 two before a place (俩千)
NUMERAL = (
    rf"(?:[{HANZI}]|[陆参](?=[拾佰仟]|万[零壹贰叁肆伍柒捌玖]|[点折成][{DIGIT}])|(?:(?<=[拾佰仟])|(?<=[拾佰仟万亿]零))[陆参]|(?<=[百千])[陆参](?![一-龥])"
    rf"|幺(?=[{DIGIT}幺])|(?<=[{DIGIT}幺])幺|俩(?=[百千万亿]))"
)


NO_UNITS: Mapping[int, int] = {}
PLACES = "十百千万亿拾佰仟"


HANZI_RUN = lazy_pattern(
    rf"""
    (?P<share>(?:十(?=[万亿]))?[百千万佰仟]?[百千万亿佰仟]分之)?  # 百分之三十, 十万分之八, 佰分之五
    (?:(?P<vague>好几|[几数]|(?<![以之地网线])上)(?=[{PLACES}兆](?![{DIGIT}两])))?  # 几千万, 上千; not the 数 of 总数六成, the 上 of 以上十五
    (?P<run>{NUMERAL}+)                                        # 二十五, 参佰陆拾
    (?:(?P<point>点)(?P<fraction>[{DIGIT}]+))?                 # 三点五
    (?:(?P<inner>[多余来几]|有余|个多?(?=亿(?!万)))(?P<outer>[万亿]{{1,2}})?)?  # 十几, 二十多万, 五个亿
    """,
    re.VERBOSE,
)

# Every character that a run can hold.
RUN_PLACE = lazy_pattern(rf"[{HANZI}陆参幺俩]+")


def numeral_places(folded: str) -> Iterator[int]:
    """Where a Chinese numeral can begin: at each of its characters, and at the 几, 数, 上 or 好几 in front of them."""
    for match in RUN_PLACE.finditer(folded):
        start = match.start()
        if start and folded[start - 1] in "几数上":
            start -= 2 if folded.startswith("好几", start - 2) else 1
        yield from range(start, match.end())


# 十七八, 一百二三十, 一万五六千
PAIR_BEHIND = lazy_pattern(
    rf"(?P<before>[{HANZI}]*[十百千万亿])(?P<low>[一二三四五六七八])(?P<high>[二三四五六七八九])(?P<behind>[十百千]?[万亿]?)"
)
# 三点五万
FRACTION_SCALE = lazy_pattern("[万亿]{1,2}")


def hanzi_value(text: str) -> tuple[int, int] | None:
    """The value of a run of Chinese numerals and the power of ten of its last digit; None where it is no number.

    >>> hanzi_value("三千零五十万"), hanzi_value("二〇二一"), hanzi_value("两百")
    ((30500000, 5), (2021, 0), (200, 2))
    """
    zh = words()["zh"]
    if len(text) > LONGEST:
        return None
    if all(character in zh["digit"] for character in text):
        return (int("".join(str(zh["digit"][character]) for character in text)), 0)
    total = section = current = 0
    last, pending, zero, previous_place = 0, False, False, 99
    for before, character in zip(" " + text, text, strict=False):
        if character in zh["digit"]:
            if pending and current:
                return None
            current, pending, last = zh["digit"][character], True, 0
            zero = zero or current == 0
        elif character in zh["tens"]:
            section, last, pending = section + zh["tens"][character], 0, False
        elif character in zh["place"]:
            place = zh["place"][character]
            if place >= previous_place or before in zh["scale"]:  # 万千 is no number
                return None
            section += (current if pending and current else 1) * 10**place  # 一千零十 is 1,010
            current, pending, zero, last, previous_place = 0, False, False, place, place
        else:
            scale = zh["scale"][character]
            left_out = pending and not zero and 1 < previous_place < 99  # 百二万 is 1,200,000: speech leaves 十 out here too
            whole = section + current * (10 ** (previous_place - 1) if left_out else 1)
            if before in zh["scale"]:  # 四万万 is four hundred million
                total, last = total * 10**scale, last + scale
                continue
            total = _with_scale(total, whole, scale)
            section = current = 0
            last, pending, zero, previous_place = last + scale if not pending else scale, False, False, 99
    last = _place_left_out(text) if pending and current and not zero else last
    return total + section + current * 10**last, last


def _with_scale(total: int, whole: int, exponent: int) -> int:
    """What 万 or 亿 makes of the number before it: 一万五千亿 multiplies all of it, 一亿二千万 only its own part; 万 alone is 10,000."""
    if total < 10**exponent:
        return (total + whole or 1) * int(10**exponent)
    return total + whole * int(10**exponent)


def _place_left_out(text: str) -> int:
    """The power of ten of a last digit whose place speech leaves out: 3 in 三万五 (35,000), 1 in 一百二 (120), 0 in 二十五."""
    zh = words()["zh"]
    before = text[-2:-1]
    if before in zh["scale"]:
        return int(zh["scale"][before]) - 1
    place = int(zh["place"].get(before, 1)) - 1
    return max(place, 0)


def read_hanzi(folded: str, match: re.Match[str], unit_starts: Mapping[int, int] = NO_UNITS) -> Numeral | None:
    """A Chinese numeral with what is glued to it: 百分之三十, 几千万, 三四, 二十多万.

    `unit_starts` maps where a unit begins to where it ends: the 千 of 三千瓦 belongs to the unit.
    """
    start = match.start("share") if match["share"] else (match.start("vague") if match["vague"] else match.start("run"))
    run = _without_unit(match, unit_starts)
    cut = len(run) < len(match["run"])
    end = match.end("fraction") if match["fraction"] and not cut else match.start("run") + len(run)
    form: Form = "percent" if match["share"] else "number"
    if not run or len(match["fraction"] or "") > LONGEST:
        return None
    if match["vague"]:
        return _vague(match, run, Span(start, end))
    adjacent = _adjacent(run) if cut or not match["fraction"] else None
    if adjacent is not None:
        low, high, exponent = adjacent
        return Numeral(Span(start, end), Decimal(low), exponent, "hanzi", Decimal(high), "about", form=form, scaled=exponent > 0)
    read = hanzi_value(run)
    if read is None and run[-2:-1] in PLACES and run[-1] in PLACES:  # the 百 of 七十百分位 opens a word
        run, end, cut = run[:-1], match.start("run") + len(run) - 1, True
        read = hanzi_value(run)
    if read is None:
        return None
    value, decimals = Decimal(read[0]), read[1]
    if match["fraction"] and not cut:
        digits = "".join(str(words()["zh"]["digit"][character]) for character in match["fraction"])
        value, decimals = value + Decimal(f"0.{digits}"), -len(digits)
        scale = FRACTION_SCALE.match(folded, end)
        if scale:
            exponent = scale_exponent(scale[0])
            value, decimals, end = value.scaleb(exponent), decimals + exponent, scale.end()
    numeral = Numeral(
        Span(start, end), value, decimals, "hanzi", form=form, scaled=run[-1] in "万亿兆", pointed=bool(match["point"]) and not cut,
        scale=scale_exponent(run[len(run.rstrip("万亿兆")) :]),
    )  # fmt: skip
    if match["share"]:
        return in_percent(numeral, match["share"])
    return _inner(match, numeral) if match["inner"] and not cut else numeral


def _without_unit(match: re.Match[str], unit_starts: Mapping[int, int]) -> str:
    """The run before a unit that begins inside it: 三 of 三千瓦, 五十 of 五十兆字节, 两万 of 两万两, which is no last digit."""
    run, start, end = match["run"], match.start("run"), match.end("run")
    for place in range(max(start, end - 2), end):
        if unit_starts.get(place, 0) > end:
            return str(run[: place - start])
    number = (
        len(run) == 1 or run == "零两" or (run in ("一两", "三两") and end in unit_starts)
    )  # 一两年 is one or two, 一两茶叶 is weighed
    return str(run[:-1]) if run[-1] == "两" and not number else str(run)


def in_percent(numeral: Numeral, share: str) -> Numeral:
    """百分之三, 千分之三, 百万分之三 as 3, 0.3 and 0.0003 percent."""
    exponent = 2 - scale_exponent(share.removesuffix("分之"))
    value = shifted(exact(numeral.value), exponent)
    return replace(numeral, value=value, decimals=numeral.decimals + exponent, form="percent")


def _inner(match: re.Match[str], numeral: Numeral) -> Numeral:
    outer = scale_exponent(match["outer"]) if match["outer"] else 0
    end = match.end("outer") if match["outer"] else match.end("inner")
    exponent = 1 if match["run"][-1] in words()["zh"]["tens"] else numeral.decimals
    if match["inner"] == "几" and exponent > 0:  # 十几 is 11 to 19, 廿几 21 to 29
        step = Decimal(10) ** (exponent - 1)
        low, high = numeral.value + step, numeral.value + 9 * step  # type: ignore[operator]
        ranged = replace(numeral, value=low, high=high, vague=True, hedge="about", decimals=exponent - 1)
        return replace(ranged.times(outer) if outer else ranged, span=Span(numeral.span.start, end))
    if not match["outer"]:
        return numeral  # 十多 behind the number is a hedge that `figures` reads
    hedge = INNER_HEDGES.get(match["inner"], "over")
    return replace(numeral.times(outer), span=Span(numeral.span.start, end), hedge=hedge)


def _vague(match: re.Match[str], run: str, span: Span) -> Numeral | None:
    prefix = match["vague"]
    if run[0] not in "十百千万亿":
        return None
    exponent = scale_exponent(run)
    one = Decimal(10) ** exponent
    if prefix == "上":  # 上千 is a thousand and more
        return Numeral(span, one, exponent, "hanzi", hedge="over", vague=True, scaled=True)
    return Numeral(span, 2 * one, exponent, "hanzi", 10 * one - 1, "about", vague=True, scaled=True)


def _adjacent(run: str) -> tuple[int, int, int] | None:
    """三四 is three to four, 七八十 seventy to eighty, 三五 three to five: GB/T 15835-2011 writes such pairs without a mark."""
    digit = words()["zh"]["digit"]
    if len(run) < 2 or run[0] not in digit or run[1] not in digit:
        return _adjacent_behind(run)
    low, high = digit[run[0]], digit[run[1]]
    exponent = scale_exponent(run[2:])
    if run == "三两":  # 三两个人 are two or three
        return 2, 3, 0
    if low == 0 or not (high == low + 1 or (low, high) == (3, 5)) or any(character in digit for character in run[2:]):
        return None
    return low * 10**exponent, high * 10**exponent, exponent


def _adjacent_behind(run: str) -> tuple[int, int, int] | None:
    """十七八 is seventeen to eighteen, 一百二三十 a hundred and twenty to thirty: the pair stands behind higher places."""
    pair = PAIR_BEHIND.fullmatch(run)
    if pair is None or len(run) > LONGEST:
        return None
    low = hanzi_value(pair["before"] + pair["low"] + pair["behind"])
    high = hanzi_value(pair["before"] + pair["high"] + pair["behind"])
    digit = words()["zh"]["digit"]
    if low is None or high is None or digit[pair["high"]] != digit[pair["low"]] + 1:
        return None
    return low[0], high[0], low[1]
