"""Numerals: digits, Chinese numerals and English number words, read where they stand in the folded text.

A numeral is the number alone with its scale; what it counts, its hedge and its unit are read by `figures`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Literal

from factcheck.document import Span
from factcheck.lexicon import page
from factcheck.quantity import Hedge, Number

Style = Literal["digits", "hanzi", "words"]
Form = Literal["number", "percent", "permille", "fraction", "ordinal"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: its value, the power of ten of its last written digit, and what it says of its own precision.

    `scale` is the power of ten of its scale word, `pointed` says that a decimal point is written. `high` is the second end of an inherent range (三四 → 3, 4), `hedge` an inner one (2000多亿), `vague` an order of magnitude.
    """

    span: Span
    value: Number
    decimals: int
    style: Style
    high: Number | None = None
    hedge: Hedge | None = None
    vague: bool = False
    form: Form = "number"
    scaled: bool = False
    scale: int = 0
    pointed: bool = False

    def times(self, exponent: int) -> Numeral:
        """The same digits at a higher scale. The exponent is shifted, not multiplied: no digit is lost however long the number."""
        high = None if self.high is None else shifted(exact(self.high), exponent)
        value = shifted(exact(self.value), exponent)
        return replace(self, value=value, high=high, decimals=self.decimals + exponent, scaled=True, scale=self.scale + exponent)


def shifted(value: Decimal, exponent: int) -> Decimal:
    """A Decimal times a power of ten, exactly: Decimal arithmetic rounds beyond the digits of its context."""
    sign, digits, place = value.as_tuple()
    assert isinstance(place, int)
    return Decimal((sign, digits, place + exponent))


def exact(value: Number) -> Decimal:
    """A number that is known to have a finite decimal form, as Decimal."""
    return value if isinstance(value, Decimal) else Decimal(value.numerator) / Decimal(value.denominator)


@cache
def words() -> dict[str, Any]:
    """The page of number words."""
    return page("numerals.toml")


HANZI = "零〇一二两三四五六七八九十百千万亿兆廿卅壹贰叁肆伍柒捌玖拾佰仟"
DIGITS = re.compile(
    r"""
    (?<![0-9_\\])(?<![0-9][.,]) (?P<sign>[-−+](?=[0-9.]))?          # -36.1 behind a blank or a bracket, told from a range by `figures`
    (?:
        (?P<grouped>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?) # 1,234,567.8
      | (?P<indian>[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?)  # 2,50,001
      | (?P<plain>[0-9]+(?:\.[0-9]+)?)                     # 48.3
      | (?P<bare>\.[0-9]{1,3}(?![0-9]))                   # .134
    )
    """,
    re.VERBOSE,
)
# 亿 behind digits; 多亿 in 2000多亿; 千万 in 3千万
SCALE_BEHIND = re.compile(r"[ ]?(?P<inner>[多余来几])?(?P<scale>[十百千]?[万亿兆]{1,2}|[百千])")
MIXED_PART = re.compile(r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<scale>[十百千]?[万亿]|[百千])")
HANZI_RUN = re.compile(
    rf"""
    (?P<share>百分之|千分之|万分之)?                        # 百分之三十
    (?P<vague>好几|[几数上])? (?P<run>[{HANZI}]+)          # 几千万, 二十五, 上千
    (?:(?P<point>点)(?P<fraction>[零〇一二三四五六七八九]+))?  # 三点五
    (?:(?P<inner>[多余来几]|有余)(?P<outer>[万亿]{{1,2}})?)?  # 十几, 二十多万
    """,
    re.VERBOSE,
)
HANZI_FRACTION = re.compile(rf"(?P<below>[{HANZI}]+)分之(?P<above>[{HANZI}]+)")
# 六、七年: two neighbours with a 顿号 are a range in what people write, though GB/T 15835-2011 wants 六七年
HANZI_PAIR = re.compile(r"(?<![、零〇一二三四五六七八九十])(?P<low>[一二三四五六七八])、(?P<high>[二三四五六七八九])(?P<place>[十百千]?[万亿]?)(?![、零〇一二三四五六七八九])")
# 千亿级, 百万级别: an order of magnitude
MAGNITUDE = re.compile(r"(?P<run>[十百千]?[万亿]|[百千])(?:量?级别?)")
HALF = re.compile(r"半(?=个[月小世]|年[^级轮]|年$|小时|世纪)|half an?(?= (?:hour|year|day|month|week|century|mile|decade))")


def _scale_exponent(text: str) -> int:
    zh = words()["zh"]
    return sum(zh["place"].get(character, 0) + zh["scale"].get(character, 0) for character in text)


def read_digits(folded: str, match: re.Match[str], unit_starts: dict[int, int]) -> Numeral:
    """A number in digits with the scale behind it. `unit_starts` maps where a unit begins to where it ends: 5千米 is not 5,000."""
    text = match["grouped"] or match["indian"] or match["plain"] or match["bare"]
    value = Decimal(text.replace(",", ""))
    start, end = match.start(), match.end()
    if match["sign"]:
        if match["sign"] != "+" and (start == 0 or folded[start - 1] in " \t\n(（[:：为至到约"):
            value = -value
        else:
            start += 1
    numeral = Numeral(Span(start, end), value, -len(text.partition(".")[2]), "digits", pointed="." in text)
    return _with_words(folded, _with_scale(folded, numeral, unit_starts))


def _with_scale(folded: str, numeral: Numeral, unit_starts: dict[int, int]) -> Numeral:
    scale = SCALE_BEHIND.match(folded, numeral.span.end)
    if scale is None:
        return numeral
    begin, end = scale.start("scale"), scale.end()
    taken = scale["scale"]
    # "5千米", "2百分点", "30百帕": the last character belongs to the unit
    while taken and any(unit_starts.get(place, 0) > place + len(taken) - (place - begin) for place in range(begin, begin + len(taken))):
        taken = taken[:-1]
    if not taken or (len(taken) < len(scale["scale"]) and taken[-1] not in "万亿兆百千"):
        return numeral
    end = begin + len(taken)
    scaled = replace(numeral.times(_scale_exponent(taken)), span=Span(numeral.span.start, end))
    if scale["inner"]:
        return replace(scaled, hedge="over", decimals=scaled.decimals)
    return _mixed(folded, scaled, unit_starts)


def _mixed(folded: str, numeral: Numeral, unit_starts: dict[int, int]) -> Numeral:
    """3万5千, 1亿2000万, 23億0,905萬1千: each part smaller than the one before."""
    while part := MIXED_PART.match(folded, numeral.span.end):
        exponent = _scale_exponent(part["scale"])
        value = Decimal(part["digits"].replace(",", "")).scaleb(exponent)
        if exponent >= numeral.decimals or unit_starts.get(part.end() - 1, 0) > part.end():
            break
        numeral = replace(numeral, value=exact(numeral.value) + value, decimals=exponent, span=Span(numeral.span.start, part.end()))
    return numeral


@cache
def _scale_words() -> re.Pattern[str]:
    scales = "|".join(sorted((w for w in words()["en"]["scale"] if w != "dozen"), key=len, reverse=True))
    suffixes = "|".join(sorted(words()["en"]["suffix"], key=len, reverse=True))
    return re.compile(
        rf"""
          [ ]?-?(?P<literal>(?:(?:one[ ])?hundred|ten)[ ](?:thousand|million|billion))\b   # 11 ten thousand, 1961 one hundred million
        | [ ]?-?(?P<scale>(?:{scales}))(?:[ ](?P<second>million|billion|trillion|crores?))?\b  # 13.6 billion, 3 lakh crore
        | [ ]?(?P<suffix>{suffixes})\b                                                    # 5bn
        """,
        re.VERBOSE,
    )


def _with_words(folded: str, numeral: Numeral) -> Numeral:
    match = _scale_words().match(folded, numeral.span.end)
    if match is None or numeral.scaled:
        return numeral
    en = words()["en"]
    if match["literal"]:
        exponent = sum(en["scale"].get(word, 1 if word == "ten" else 0) for word in match["literal"].split())
    elif match["scale"]:
        exponent = en["scale"][match["scale"]] + (en["scale"][match["second"]] if match["second"] else 0)
    else:
        exponent = en["suffix"][match["suffix"]]
    return replace(numeral.times(exponent), span=Span(numeral.span.start, match.end()))


def money_suffix(folded: str, numeral: Numeral) -> Numeral:
    """The "m" of "$5m", read only behind a sum of money."""
    end = numeral.span.end
    exponent = words()["en"]["money_suffix"].get(folded[end : end + 1])
    if exponent is None or numeral.scaled or folded[end + 1 : end + 2].isalnum():
        return numeral
    return replace(numeral.times(exponent), span=Span(numeral.span.start, end + 1))


def hanzi_value(text: str) -> tuple[int, int] | None:
    """The value of a run of Chinese numerals and the power of ten of its last digit; None where it is no number.

    >>> hanzi_value("三千零五十万"), hanzi_value("二〇二一"), hanzi_value("两百")
    ((30500000, 5), (2021, 0), (200, 2))
    """
    zh = words()["zh"]
    if all(character in zh["digit"] for character in text):
        return (int("".join(str(zh["digit"][character]) for character in text)), 0)
    total = section = current = 0
    last, pending, previous_place = 0, False, 99
    for character in text:
        if character in zh["digit"]:
            if pending and current:
                return None
            current, pending, last = zh["digit"][character], True, 0
        elif character in zh["tens"]:
            section, last, pending = section + zh["tens"][character], 0, False
        elif character in zh["place"]:
            place = zh["place"][character]
            if place >= previous_place:
                return None
            section += (current if pending else 1) * 10**place
            current, pending, last, previous_place = 0, False, place, place
        else:
            scale = zh["scale"][character]
            whole = section + current
            if whole == 0 and total == 0:
                whole = 1
            total = (total + whole) * 10**scale if total and total < 10**scale else total + whole * 10**scale
            section = current = 0
            last, pending, previous_place = last + scale if not pending else scale, False, 99
    return total + section + current, last


def read_hanzi(folded: str, match: re.Match[str]) -> Numeral | None:
    """A Chinese numeral with what is glued to it: 百分之三十, 几千万, 三四, 二十多万."""
    run = match["run"]
    start = match.start("share") if match["share"] else (match.start("vague") if match["vague"] else match.start("run"))
    end = match.end("fraction") if match["fraction"] else match.end("run")
    form: Form = {"百分之": "percent", "千分之": "permille"}.get(match["share"] or "", "number")  # type: ignore[assignment]
    if match["vague"]:
        return _vague(match, Span(start, end))
    adjacent = _adjacent(run)
    if adjacent is not None:
        low, high, exponent = adjacent
        return Numeral(Span(start, end), Decimal(low), exponent, "hanzi", Decimal(high), "about", form=form, scaled=exponent > 0)
    read = hanzi_value(run)
    if read is None:
        return None
    value, decimals = Decimal(read[0]), read[1]
    if match["fraction"]:
        digits = "".join(str(words()["zh"]["digit"][character]) for character in match["fraction"])
        value, decimals = value + Decimal(f"0.{digits}"), -len(digits)
        scale = re.compile("[万亿]{1,2}").match(folded, end)
        if scale:
            exponent = _scale_exponent(scale[0])
            value, decimals, end = value.scaleb(exponent), decimals + exponent, scale.end()
    numeral = Numeral(Span(start, end), value, decimals, "hanzi", form=form, scaled=run[-1] in "万亿兆")
    return _inner(match, numeral) if match["inner"] else numeral


def _inner(match: re.Match[str], numeral: Numeral) -> Numeral:
    outer = _scale_exponent(match["outer"]) if match["outer"] else 0
    end = match.end("outer") if match["outer"] else match.end("inner")
    if match["inner"] == "几" and numeral.decimals > 0:  # 十几 is 11 to 19
        step = Decimal(10) ** (numeral.decimals - 1)
        low, high = numeral.value + step, numeral.value + 9 * step  # type: ignore[operator]
        ranged = replace(numeral, value=low, high=high, vague=True, hedge="about", decimals=numeral.decimals - 1)
        return replace(ranged.times(outer) if outer else ranged, span=Span(numeral.span.start, end))
    if not match["outer"]:
        return numeral  # 十多 behind the number is a hedge that `figures` reads
    return replace(numeral.times(outer), span=Span(numeral.span.start, end), hedge="over")


def _vague(match: re.Match[str], span: Span) -> Numeral | None:
    run, prefix = match["run"], match["vague"]
    if run[0] not in "十百千万亿":
        return None
    exponent = _scale_exponent(run)
    one = Decimal(10) ** exponent
    if prefix == "上":  # 上千 is a thousand and more
        return Numeral(span, one, exponent, "hanzi", hedge="over", vague=True, scaled=True)
    return Numeral(span, 2 * one, exponent, "hanzi", 10 * one - 1, "about", vague=True, scaled=True)


def _adjacent(run: str) -> tuple[int, int, int] | None:
    """三四 is three to four, 七八十 seventy to eighty, 三五 three to five: GB/T 15835-2011 writes such pairs without a mark."""
    digit = words()["zh"]["digit"]
    if len(run) < 2 or run[0] not in digit or run[1] not in digit:
        return None
    low, high = digit[run[0]], digit[run[1]]
    exponent = _scale_exponent(run[2:])
    if low == 0 or not (high == low + 1 or (low, high) == (3, 5)) or any(character in digit for character in run[2:]):
        return None
    return low * 10**exponent, high * 10**exponent, exponent


@cache
def number_words() -> re.Pattern[str]:
    """English number words in a row: "one hundred and five", "two million"."""
    en = words()["en"]
    word = "|".join(sorted([*en["digit"], *en["tens"], *en["scale"]], key=len, reverse=True))
    return re.compile(
        rf"""
        (?<![a-z0-9-])
        (?:(?P<lead>half[ ]an?|a[ ]couple[ ]of|an?)[ ](?=hundred|thousand|million|billion|trillion|dozen))?   # half a million
        (?P<run>(?:{word})(?:(?:[ ]and[ ]|[ -])(?:{word}))*)
        (?![a-z0-9]|-[a-z]{{1,12}}ish)
        """,
        re.VERBOSE,
    )


@cache
def ordinal_words() -> re.Pattern[str]:
    """English ordinals in words: "the first anniversary", "twenty-second"; not "first of all", "a second", "30 seconds"."""
    en = words()["en"]
    names = "|".join(sorted(en["ordinal"], key=len, reverse=True))
    tens = "|".join(en["tens"])
    return re.compile(
        rf"(?<![a-z0-9-])(?<!per[ ])(?<!every[ ])(?<!at[ ])(?<!one[ ])(?<![0-9][ ])(?:(?P<tens>{tens})-)?(?P<name>{names})(?![a-z0-9-]|[ ]of[ ]all)"
    )


def read_ordinal(match: re.Match[str]) -> Numeral:
    """An ordinal in words as its number."""
    en = words()["en"]
    value = en["ordinal"][match["name"]] + (en["tens"][match["tens"]] if match["tens"] else 0)
    return Numeral(Span(match.start(), match.end()), Decimal(value), 0, "words", form="ordinal")


def words_value(run: list[str]) -> tuple[int, int] | None:
    """The value of English number words and the power of ten of the last; None where they make no number.

    >>> words_value("one hundred five".split()), words_value("two hundred million".split()), words_value(["two", "three"])
    ((105, 0), (200000000, 8), None)
    """
    en = words()["en"]
    total = current = 0
    last, slot = 0, 10**15
    for word in run:
        if word in en["digit"] or word in en["tens"]:
            value = en["digit"].get(word, en["tens"].get(word, 0))
            width = 10 if word in en["digit"] and value < 10 else 100
            if width > slot:
                return None
            current, last, slot = current + value, 0, (10 if word in en["tens"] else 1)
        elif word == "dozen":
            current, last, slot = (current or 1) * 12, 0, 1
        elif word == "hundred":
            current, last, slot = (current or 1) * 100, last + 2, 100
        else:
            exponent = en["scale"][word]
            total, current, last, slot = total + (current or 1) * 10**exponent, 0, last + exponent, 10**15
            if current == 0 and total >= 10 ** (exponent + 6):
                return None
    return total + current, last


def read_words(match: re.Match[str]) -> Iterator[Numeral]:
    """The numbers of a row of number words: one where they make one, otherwise each by itself ("two three")."""
    pieces = list(re.compile(r"[a-z]+").finditer(match["run"]))
    offset = match.start("run")
    names = [piece[0] for piece in pieces]
    while names:
        for count in range(len(names), 0, -1):
            row = names[:count]
            if "and" in (row[0], row[-1]):
                continue
            read = words_value([word for word in row if word != "and"])
            if read is not None and not ("and" in row and not _and_joins(row)):
                start, end = offset + pieces[0].start(), offset + pieces[count - 1].end()
                yield _led(match, Numeral(Span(start, end), Decimal(read[0]), read[1], "words", scaled=read[1] > 0))
                break
        else:
            count = 1
        names, pieces = names[count:], pieces[count:]


def _and_joins(row: list[str]) -> bool:
    """"and" stands inside a number only behind a scale: "one hundred and five", not "two and three"."""
    scale = words()["en"]["scale"]
    return all(row[place - 1] in scale for place, word in enumerate(row) if word == "and")


def _led(match: re.Match[str], numeral: Numeral) -> Numeral:
    lead = match["lead"]
    if lead is None or numeral.span.start != match.start("run"):
        return numeral
    span = Span(match.start("lead"), numeral.span.end)
    if lead.startswith("half"):
        return replace(numeral, span=span, value=numeral.value / 2, decimals=numeral.decimals - 1)
    if lead.startswith("a couple"):
        return replace(numeral, span=span, value=numeral.value * 2, hedge="about")
    return replace(numeral, span=span)


def read_pair(match: re.Match[str]) -> Numeral | None:
    """六、七 as six to seven; None where the two are no neighbours."""
    digit = words()["zh"]["digit"]
    low, high = digit[match["low"]], digit[match["high"]]
    exponent = _scale_exponent(match["place"])
    if high != low + 1:
        return None
    ten = Decimal(10) ** exponent
    return Numeral(Span(match.start(), match.end()), low * ten, exponent, "hanzi", high * ten, "about", scaled=exponent > 0)


def read_magnitude(match: re.Match[str]) -> Numeral:
    """千亿级 as anything that is written in hundreds of billions."""
    exponent = _scale_exponent(match["run"])
    one = Decimal(10) ** exponent
    return Numeral(Span(match.start(), match.end()), one, exponent, "hanzi", 10 * one - 1, "about", vague=True, scaled=True)


def read_half(match: re.Match[str]) -> Numeral:
    """The 半 of 半年, the "half a" of "half a year"."""
    return Numeral(Span(match.start(), match.end()), Decimal("0.5"), -1, "hanzi", hedge="about")


def read_fraction(match: re.Match[str]) -> Numeral | None:
    """三分之二 as the fraction 2/3."""
    if match["below"] in ("百", "千", "万"):
        return None  # 百分之: a percentage, which has a pattern of its own
    below, above = hanzi_value(match["below"]), hanzi_value(match["above"])
    if below is None or above is None or below[0] == 0:
        return None
    return Numeral(Span(match.start(), match.end()), Fraction(above[0], below[0]), 0, "hanzi", form="fraction")
