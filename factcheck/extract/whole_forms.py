"""Chinese forms that are read as wholes and not place by place: 六、七, 一半, 个半, 千亿级, 六旬, 千把人, 三七开, 十有八九, 俩人."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction

from factcheck.document import Span
from factcheck.extract.anchored import matches_before
from factcheck.extract.hanzi import HANZI
from factcheck.extract.numerals import Numeral, scale_exponent, words
from factcheck.pattern import lazy_pattern

# 六、七年: two neighbours with a 顿号 are a range in what people write, though GB/T 15835-2011 wants 六七年
HANZI_PAIR = lazy_pattern(
    r"(?<![、零〇一二三四五六七八九十])(?P<low>[一二三四五六七八])、(?P<high>[二三四五六七八九])(?P<place>[十百千]?[万亿]?)(?![、零〇一二三四五六七八九])"
)


# 打对折, 半成; but not 半成品, 一半折旧
HALF_TENTH = lazy_pattern(r"(?<=打)对折|半成(?![品本为立功长员果年人绩都熟交就分份套])|半折(?![叠扣页起角痕断])")
# 数以万计: so many that they are counted by the ten thousand
COUNTED_BY = lazy_pattern(r"数以(?P<run>[十百千]?[万亿]|[百千])计")
# 年过半百: half of a hundred
HALF_HUNDRED = lazy_pattern(r"半百")
# 年近六旬, 七旬老人: so many tens of years
DECADES = lazy_pattern(r"(?P<tens>[三四五六七八九])旬(?=[老的左以，。、；\s]|\Z)")


# 千把人, 万把块钱: about so many; 一万把椅子 are counted
HANDFUL = lazy_pattern(rf"(?<![{HANZI}0-9几数多])(?P<run>[百千万])把(?=[个块人元名年里斤字亩户公米来])")
# 十有八九, 十之八九: eight or nine in ten
MOST_OF_TEN = lazy_pattern(r"十[有之]八九")
# 俩人, 哥仨: two and three with a 个 in them
TWO_OR_THREE = lazy_pattern(r"[俩仨](?=人|小时|星期|孩子|儿子|女儿)|\A[俩仨]\Z")
# 半打鸡蛋: six; 半打开 is half open
HALF_DOZEN = lazy_pattern(rf"(?<![{HANZI}0-9])半打(?=[鸡鸭啤可的装左以]|[^\u4e00-\u9fff]|\Z)")
# 三七开, 四六分成: the two shares of ten parts
SHARED_OUT = lazy_pattern(
    rf"(?<![{HANZI}0-9点])(?P<low>[一二三四五六七八九])(?P<high>[一二三四五六七八九])(?:开(?![{HANZI}本头花张])|分[成账])"
)


# 千亿级, 百万级别: an order of magnitude
MAGNITUDE = lazy_pattern(r"(?P<run>[十百千]?[万亿]|[百千])(?:量?级别?)")


HALF = lazy_pattern(r"半(?:(?<![大多小前后上下]半)(?=个(?![多性别人身儿字]))|(?=年[^级轮]|年$|小时|分钟|秒|世纪))")


# 个半小时, 个半月: one and a half, behind no number of its own (两个半小时)
ONE_AND_A_HALF = lazy_pattern(rf"(?<![{HANZI}0-9几数多半大小整前后上下])个半(?=小时|月|钟)")


# 一半, 过半数, but not 前半年, 下半场
HALF_SHARE = lazy_pattern(
    r"(?<![上下前后])(?:一半|半数)|(?<=[近过超逾])半(?=[的民市网受企学员工消公用客品地来居议村住户患乘职，。；])"
)


def read_pair(match: re.Match[str]) -> Numeral | None:
    """六、七 as six to seven; None where the two are no neighbours."""
    digit = words()["zh"]["digit"]
    low, high = digit[match["low"]], digit[match["high"]]
    exponent = scale_exponent(match["place"])
    if high != low + 1:
        return None
    ten = Decimal(10) ** exponent
    return Numeral(Span(match.start(), match.end()), low * ten, exponent, "hanzi", high * ten, "about", scaled=exponent > 0)


def read_magnitude(match: re.Match[str]) -> Numeral:
    """千亿级 as anything that is written in hundreds of billions, 数以万计 as any number of ten thousands."""
    exponent = scale_exponent(match["run"])
    one = Decimal(10) ** exponent
    return Numeral(Span(match.start(), match.end()), one, exponent, "hanzi", 10 * one - 1, "about", vague=True, scaled=True)


def read_handful(match: re.Match[str]) -> Numeral:
    """千把人 as about a thousand."""
    exponent = scale_exponent(match["run"])
    return Numeral(Span(match.start(), match.end()), Decimal(10) ** exponent, exponent, "hanzi", hedge="about", scaled=True)


def read_most_of_ten(match: re.Match[str]) -> Numeral:
    """十有八九 as four fifths to nine tenths."""
    return Numeral(Span(match.start(), match.end()), Decimal("0.8"), -1, "hanzi", Decimal("0.9"), "about", form="fraction")


def read_two_or_three(match: re.Match[str]) -> Numeral:
    """俩 as two, 仨 as three."""
    return Numeral(Span(match.start(), match.end()), Decimal(2 if match[0] == "俩" else 3), 0, "hanzi")


def read_half_dozen(match: re.Match[str]) -> Numeral:
    """半打 as six."""
    return Numeral(Span(match.start(), match.end()), Decimal(6), 0, "hanzi")


def read_shared_out(match: re.Match[str]) -> Numeral | None:
    """三七开 as the proportion of three to seven; None where the two do not make ten."""
    digit = words()["zh"]["digit"]
    low, high = digit[match["low"]], digit[match["high"]]
    if low + high != 10:
        return None
    return Numeral(Span(match.start(), match.end()), Fraction(low, high), 0, "hanzi", form="fraction")


def read_half_tenth(match: re.Match[str]) -> Numeral:
    """打对折 leaves 50 percent of the price, 半成 is 5 percent of something."""
    value = Decimal(5) if match[0] == "半成" else Decimal(50)
    return Numeral(Span(match.start(), match.end()), value, 0, "hanzi", form="percent")


def read_decades(match: re.Match[str]) -> Numeral:
    """六旬 as sixty."""
    value = Decimal(words()["zh"]["digit"][match["tens"]] * 10)
    return Numeral(Span(match.start(), match.end()), value, 1, "hanzi")


def read_half_hundred(match: re.Match[str]) -> Numeral:
    """半百 is fifty, and never said of exactly fifty."""
    return Numeral(Span(match.start(), match.end()), Decimal(50), 1, "hanzi", hedge="about")


def read_half(match: re.Match[str]) -> Numeral:
    """The 半 of 半年, the "half a" of "half a year"."""
    return Numeral(Span(match.start(), match.end()), Decimal("0.5"), -1, "hanzi", hedge="about")


def read_one_and_a_half(match: re.Match[str]) -> Numeral:
    """个半小时 as an hour and a half."""
    return Numeral(Span(match.start(), match.end()), Decimal("1.5"), -1, "hanzi", pointed=True)


def read_half_share(match: re.Match[str]) -> Numeral:
    """一半, 半数, "half of the": one half of something."""
    return Numeral(Span(match.start(), match.end()), Fraction(1, 2), 0, "hanzi", form="fraction")


Read = Callable[[re.Match[str]], Numeral | None]
# A form with the mark that it is not without, and how far in front of the mark the form can begin.
WHOLE_FORMS: tuple[tuple[re.Pattern[str], int, re.Pattern[str], Read], ...] = (
    (lazy_pattern("、(?=[二三四五六七八九])"), 1, HANZI_PAIR, read_pair),
    (lazy_pattern("[量级](?<=[百千万亿].)"), 2, MAGNITUDE, read_magnitude),
    (lazy_pattern("个半"), 0, ONE_AND_A_HALF, read_one_and_a_half),
    (lazy_pattern("半"), 0, HALF, read_half),
    (lazy_pattern("半"), 1, HALF_SHARE, read_half_share),
    (lazy_pattern("对折|半[成折]"), 0, HALF_TENTH, read_half_tenth),
    (lazy_pattern("半百"), 0, HALF_HUNDRED, read_half_hundred),
    (lazy_pattern("十(?=[有之]八九)"), 0, MOST_OF_TEN, read_most_of_ten),
    (lazy_pattern("[俩仨]"), 0, TWO_OR_THREE, read_two_or_three),
    (lazy_pattern("半打"), 0, HALF_DOZEN, read_half_dozen),
    (lazy_pattern("旬"), 1, DECADES, read_decades),
    (lazy_pattern("数以"), 0, COUNTED_BY, read_magnitude),
    (lazy_pattern("把(?<=[百千万].)"), 1, HANDFUL, read_handful),
    (lazy_pattern("[开分](?<=[一二三四五六七八九]{2}.)"), 2, SHARED_OUT, read_shared_out),
)


def find_whole_forms(folded: str, covered: bytearray) -> Iterator[Numeral]:
    """The numerals of a folded text that are read as wholes, outside the places that are spoken for."""
    for mark, reach, pattern, read in WHOLE_FORMS:
        for match in matches_before(pattern, folded, mark=mark, reach=reach):
            numeral = read(match)
            if numeral is not None and not covered[match.start()]:
                yield numeral
