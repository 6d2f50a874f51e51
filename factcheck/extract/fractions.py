"""Parts of a whole in Chinese and in signs: 三分之二, 3又8分之5, 四分一, 百万分之五, and proportions such as 3:1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from factcheck.document import Span
from factcheck.extract.anchored import matches_before
from factcheck.extract.hanzi import DIGIT, HANZI, hanzi_value, in_percent
from factcheck.extract.numerals import Form, Numeral
from factcheck.pattern import lazy_pattern

WHOLE = rf"[{HANZI}]{{1,12}}|[0-9]{{1,9}}"
FRACTION = lazy_pattern(
    rf"""
    (?<![{HANZI}点]) (?<![0-9]) (?<![0-9][.,])
    (?:(?P<whole>{WHOLE})又)?                                        # 三又 in 三又二分之一, 12又 in 12又5分之1
    (?P<below>{WHOLE})分之
    (?P<above>[{HANZI}]{{1,12}}(?:点[{DIGIT}]{{1,12}})?|[0-9]{{1,9}}(?:\.[0-9]{{1,9}})?)  # 三分之二, 一百分之五点五, 16分之5
    (?!决赛)                                                         # the round of the last eight is no quarter
    """,
    re.VERBOSE,
)

# 四分一 and 四份一 for 四分之一, as Hong Kong writes it; 五分一次 and 三分二十秒 are marks and minutes, 三份一次性合同 are contracts
SHORT_FRACTION = lazy_pattern(
    rf"(?<![{HANZI}0-9])(?:(?P<whole>[一二三四五六七八九])又)?(?P<below>[二三四五六七八九十])[分份](?P<above>[一二三四五六七八])"
    rf"(?![{HANZI}之半秒次场个局球记板篮刻家名人])(?:(?<=分.)|(?=[的以，。；]|\Z))"
)

# A share of a power of ten is a percentage: 百万分之五 is 0.0005 %. A tenth is not said so (十分之三), and 一百分之五 is a fraction.
POWERS = frozenset(["百", "千", "万", "十万", "百万", "千万", "亿", "万万", "百万万", "十亿", "百亿", "千亿", "佰", "仟"])

# 一百点25, 零点5: behind any other number the 点 is the hour, and behind 零 two digits may be the minutes past midnight
POINTED = lazy_pattern(
    rf"(?<![{HANZI}0-9])(?P<whole>零|[{HANZI}]{{0,10}}[百千万亿])点(?P<places>[0-9]{{1,9}})(?![0-9分:：]|[百千万亿])"
)

PROPORTION = lazy_pattern(
    r"""
    (?<![0-9.,:：/])(?<![0-9一二三四五六七八九十]比) (?P<first>[0-9]{1,9}(?:\.[0-9]{1,4})?|(?<![一二三四五六七八九十])[一二三四五六七八九十])
    [ ]?[:：比∶][ ]? (?P<second>[0-9]{1,9}(?:\.[0-9]{1,4})?|[一二三四五六七八九十](?![一二三四五六七八九十百千万]))
    (?![0-9:：/比]|\.[0-9])                                                            # 3:1, 1比1.05
    """,
    re.VERBOSE,
)
# What each of the patterns is not without, and how far in front of it they can begin.
OF_PARTS, PARTS_REACH = lazy_pattern("分之"), 25
PART, PART_REACH = lazy_pattern("[分份](?=[一二三四五六七八])"), 3
POINT, POINT_REACH = lazy_pattern("点(?=[0-9])"), 11
TO, TO_REACH = lazy_pattern(r"[:：比∶](?<=[ 0-9一二三四五六七八九十].)(?=[ ]?[0-9一二三四五六七八九十])"), 15
# Between numbers alone a colon may be a clock or a score: one of these makes it a proportion.
PROPORTION_BEFORE = lazy_pattern(
    r"(?:比例|之比|配比|占比|比率|比值|比重|比是|比为|ratio|proportion)[^0-9，,。；;\n]{0,30}\Z|[男女生别率值量价]比[为是约达]?[ ]?\Z"
)
PROPORTION_BEHIND = lazy_pattern(r"[ ]?(?:的?(?:比例|配比|比率)|ratio\b)")


def find_fractions(folded: str) -> Iterator[Numeral]:
    """The fractions and proportions of a folded text, in the order of their kinds."""
    yield from filter(None, map(_fraction, matches_before(FRACTION, folded, mark=OF_PARTS, reach=PARTS_REACH)))
    yield from filter(None, map(_short_fraction, matches_before(SHORT_FRACTION, folded, mark=PART, reach=PART_REACH)))
    yield from filter(None, map(_pointed, matches_before(POINTED, folded, mark=POINT, reach=POINT_REACH)))
    if "比" in folded or "ratio" in folded or "proportion" in folded:
        proportions = matches_before(PROPORTION, folded, mark=TO, reach=TO_REACH)
        yield from filter(None, (_proportion(folded, match) for match in proportions))


def _fraction(match: re.Match[str]) -> Numeral | None:
    """三分之二 as the fraction 2/3, 三又二分之一 as 3.5; None for 百分之三十, which is read with its number."""
    below, whole = _whole(match["below"]), _whole(match["whole"] or "0")
    above = _above(match["above"])
    if below is None or whole is None or above is None or below == 0:
        return None
    span = Span(match.start(), match.end())
    if match["below"] in POWERS and not match["whole"]:
        if match["below"] in ("百", "千", "万", "佰", "仟"):
            return None
        return in_percent(Numeral(span, above, min(0, _exponent(above)), "hanzi"), match["below"] + "分之")
    value = whole + Fraction(above) / below
    return Numeral(span, value, 0, "hanzi", form="number" if match["whole"] else "fraction")


def _short_fraction(match: re.Match[str]) -> Numeral | None:
    below, above = _whole(match["below"]), _whole(match["above"])
    if below is None or above is None or above >= below:
        return None
    whole = _whole(match["whole"] or "零") or 0
    form: Form = "number" if whole else "fraction"
    return Numeral(Span(match.start(), match.end()), whole + Fraction(above, below), 0, "hanzi", form=form)


def _pointed(match: re.Match[str]) -> Numeral | None:
    """一百点25 as 100.25, the decimals in digits."""
    whole, places = _whole(match["whole"]), match["places"]
    if whole is None or (match["whole"] == "零" and len(places) == 2 and places < "60"):
        return None
    value = whole + Decimal(int(places)).scaleb(-len(places))
    return Numeral(Span(match.start(), match.end()), value, -len(places), "hanzi", pointed=True)


def _proportion(folded: str, match: re.Match[str]) -> Numeral | None:
    """3:1 as three, where the words around it speak of a proportion."""
    first, second = _above(match["first"]), _above(match["second"])
    start, end = match.start(), match.end()
    named = PROPORTION_BEFORE.search(folded, max(0, start - 45), start) or PROPORTION_BEHIND.match(folded, end)
    if not named or not first or not second:
        return None
    return Numeral(Span(start, end), Fraction(first) / Fraction(second), 0, "digits", form="fraction")


def _whole(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    read = hanzi_value(text)
    return None if read is None else read[0]


def _above(text: str) -> Decimal | None:
    """What stands behind 分之, with its decimals."""
    if text[0] <= "9":
        return Decimal(text)
    whole, _point, places = text.partition("点")
    read = hanzi_value(whole)
    if read is None:
        return None
    decimals = hanzi_value(places) if places else (0, 0)
    assert decimals is not None  # a run of digits alone is always a number
    return read[0] + Decimal(decimals[0]).scaleb(-len(places))


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent
