"""Numbers in digits: grouped, pointed, raised, and with the Chinese scale and the parts behind it: 1,234.5, 2½, 1.3×10^6, 23億0,905萬1千."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import islice

from factcheck.document import Span
from factcheck.extract.anchored import digit_runs
from factcheck.extract.numerals import INNER_HEDGES, LONGEST, Form, Numeral, exact, finite, scale_exponent, shifted, words
from factcheck.extract.scale_words import with_words
from factcheck.lexicon import UNSEEN
from factcheck.pattern import lazy_pattern

# What a minus sign stands behind: 由-3.2亿元, "(-5%)". Behind a digit or a unit it is the mark of a range.
SIGNED = " \t\n(（[:：,，;；为至到由从自达是于约温率速幅差额润值"
SIGNS = frozenset("-−+")

DIGITS = lazy_pattern(
    r"""
    (?<![0-9_\\])(?<![0-9][.,]) (?P<sign>[-−+](?=[0-9.]))?          # -36.1 behind a blank or a bracket, told from a range by `figures`
    (?:
        (?P<grouped>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?) # 1,234,567.8; 35-36,1655 are three years
      | (?P<spaced>[0-9]{1,3}(?:(?:[\u2009\u202f][0-9]{3})+|(?:['’][0-9]{3})+)(?:\.[0-9]+)?(?![0-9]))  # 1'234'567, narrow blanks (SI Brochure 5.4.4)
      | (?P<blanks>(?<![0-9][ ])(?:[0-9]{1,2}(?:[ ][0-9]{3}){2,4}(?:\.[0-9]+)?|[1-9][0-9]{0,2}[ ]000
        |[1-9][0-9]{0,2}[ ][0-9]{3}(?=[ ](?:mln|mn|bn|bln|million|billion|thousand)(?![a-z])))(?![0-9,]|[ ][0-9]))   # 1 234 567, 40 000, 162 584 mln
      | (?P<european>[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}(?![0-9]|,[0-9])
        |[0-9]{1,3},[0-9]{1,2}(?=[ ]?(?:[%€]|(?:mio|mrd|prozent)(?![a-z])))|(?<=€)[0-9]{1,3},[0-9]{1,2}(?![0-9,])
        |[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}(?![0-9]|[.,][0-9]))      # 1.234.567,89; 2,5 %; €3,5; 1.204.300
      | (?P<indian>[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?)  # 2,50,001
      | (?P<plain>[0-9]+(?:\.[0-9]+)?)                     # 48.3
      | (?P<bare>\.(?:[0-9]{1,3}|(?:(?<=[ (−-]\.)|(?<=\A\.))[0-9]{4,20})(?![0-9]))  # .134; longer ones behind a blank alone: "end.2021"
      | (?P<part>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])                      # ½
    )
    (?:
        e(?P<letter>[-−+]?[0-9]{1,2})(?![0-9a-z.])         # 1.3e6
      | [ ]?[x×*][ ]?10(?:\^(?P<caret>[-−+]?[0-9]{1,2})|(?P<raised>[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?![0-9])  # 1.3×10^6, 2 × 10⁻⁵
      | \^(?P<power>[-−+]?[0-9]{1,2})(?![0-9.])           # 2^10
      | (?P<ten>(?<=10)(?<![0-9.,]10)[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}) # 10⁶
      | (?<=[0-9])[ ]?(?P<over>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])        # 2½
    )?
    """,
    re.VERBOSE,
)


PART_ALONE = lazy_pattern("[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")


def digit_places(folded: str) -> list[int]:
    """Where a number in digits can begin: at digits, at the point and the sign in front of them, at a fraction of one character."""
    places = []
    for start, _end in digit_runs(folded):
        before = folded[max(0, start - 2) : start]
        if before[-1:] == "." and before[0] in SIGNS:
            places.append(start - 2)
        if before[-1:] == "." or before[-1:] in SIGNS:
            places.append(start - 1)
        places.append(start)
    parts = [match.start() for match in PART_ALONE.finditer(folded)]
    return sorted(places + parts) if parts else places


# 74 200 beside 21 000: where a text parts its thousands with blanks and never with commas, every such pair is one number.
BLANK_STYLE = lazy_pattern(r"(?<![0-9] )(?<![0-9.,])[1-9][0-9]{0,2}[ ]000(?![0-9,.]|[ ][0-9])")
COMMA_STYLE = lazy_pattern(r"[0-9],[0-9]{3}(?![0-9])")
BLANKS = lazy_pattern(r"(?<![0-9] )(?<![0-9.,/:-])[1-9][0-9]{0,2}[ ][0-9]{3}(?:\.[0-9]+)?(?![0-9,/:-]|[ ][0-9])")
# What a cell holds alone: | 1 204 |, | **3 870.5** m² |, and | 12,4 |, where the table has more of the kind
ALONE = lazy_pattern(
    r"""
    [^0-9.,/:]{0,12}
    (?: (?P<blanks>[1-9][0-9]{0,2}[ ][0-9]{3}(?:\.[0-9]+)?)(?![0-9,./:-])
      | (?P<comma>[0-9]{1,3},[0-9]{1,2})(?![0-9,./:-]) )
    [^0-9]{0,12}
    """,
    re.VERBOSE,
)


def read_alone(folded: str, match: re.Match[str]) -> Numeral:
    """The number that a cell holds alone."""
    name = "blanks" if match["comma"] is None else "comma"
    text = match[name].replace(" ", "").replace(",", ".")
    numeral = Numeral(Span(*match.span(name)), Decimal(text), -len(text.partition(".")[2]), "digits", pointed="." in text)
    return with_words(folded, numeral)


def blank_grouped(folded: str) -> bool:
    """Whether a text parts its thousands with blanks."""
    return " 000" in folded and BLANK_STYLE.search(folded) is not None and COMMA_STYLE.search(folded) is None


def read_blanks(folded: str, match: re.Match[str]) -> Numeral:
    """74 200 in a text that writes its thousands so."""
    text = match[0].replace(" ", "")
    numeral = Numeral(Span(match.start(), match.end()), Decimal(text), -len(text.partition(".")[2]), "digits", pointed="." in text)
    return with_words(folded, numeral)


# 1.234,5 and 3,5 %: a text that has two such figures and none of the other style writes decimals behind commas.
COMMA_POINT = lazy_pattern(
    r"(?<![0-9.,])(?:[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]{1,4},(?:[0-9]{1,2}|[0-9]{4})[ ]?(?:%|€|(?:mio|mrd|prozent)(?![a-z])))"
)
OTHER_STYLE = lazy_pattern(r"[0-9],[0-9]{3}(?![0-9])|(?<![0-9.,])[0-9]+\.[0-9]{1,2}(?![0-9.])")
POINTED = lazy_pattern(r"(?<![0-9.,])(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+,[0-9]{1,2})(?![0-9]|[.,][0-9])")


def comma_pointed(folded: str) -> bool:
    """Whether a text writes its decimals behind commas and parts its thousands with points, as most of Europe does."""
    if OTHER_STYLE.search(folded) is not None:
        return False
    return next(islice(COMMA_POINT.finditer(folded), 1, None), None) is not None


def read_comma_pointed(folded: str, match: re.Match[str]) -> Numeral:
    """12,5 and 45.000 in a text that writes its decimals behind commas."""
    text = match[0].replace(".", "").replace(",", ".")
    numeral = Numeral(Span(match.start(), match.end()), Decimal(text), -len(text.partition(".")[2]), "digits", pointed="." in text)
    return with_words(folded, numeral)


# 3,5,7: numbers in a row without blanks, none grouped by three as 1,204,300 is
LISTED = lazy_pattern(r"(?<![0-9.,$£€¥])[0-9]{1,2}(?:,[0-9]{1,2}){2,8}(?![0-9%]|[.,][0-9])")
LIST_MARK, LIST_REACH = lazy_pattern(r",(?=[0-9]{1,2},[0-9])"), 2


def read_list(match: re.Match[str]) -> Iterator[Numeral]:
    """Each number of 3,5,7."""
    for number in re.finditer("[0-9]+", match[0]):
        start = match.start() + number.start()
        yield Numeral(Span(start, start + len(number[0])), Decimal(number[0]), 0, "digits")


# 3 in thick; "3 in high schools" and "40 in long-term care" measure nothing
INCHES_BEHIND = lazy_pattern(
    r"[ ]in\.?(?=[ ](?:(?:thick|wide)(?![a-z-]|[ ]use)|(?:tall|high|long|deep|across|square)(?:[ ]?[.,;:)]|[ ]and[ ]|\n|\Z)|in[ ]diameter))"
)

# 亿 behind digits; 多亿 in 2000多亿; 千万 in 3千万
SCALE_BEHIND = lazy_pattern(
    rf"[{UNSEEN}]*[ ]{{0,2}}[{UNSEEN}]*(?P<inner>[多余来几]|个多?(?=亿(?!万)))?(?P<scale>[十百千]?[万亿兆]{{1,2}}|[百千])"
)


MIXED_PART = lazy_pattern(
    r"[ ]?(?P<zero>零)?(?:(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)|(?P<hanzi>[一二两三四五六七八九]))"
    r"[ ]?(?P<scale>[十百千]?[万亿]|[百千十](?![一二三四五六七八九十]))"
)
# 3万4000, 1万2,300, 1千零20, 1万5的, 1 万 5 的: the rest below the scale, with all its places, behind a 零, or as the next place
REST = lazy_pattern(
    r"(?:(?<=[ ][千万亿])[ ])?(?P<zero>零)?(?P<digits>[1-9],[0-9]{3}|[0-9]{1,4})(?![0-9.:：/~～年月日%-]|,[0-9])(?P<next>(?=[^\u4e00-\u9fff]|[的元块左]|\Z))?"
)
TIMES_BEHIND = lazy_pattern(r"[万亿]{1,2}")


def read_digits(folded: str, match: re.Match[str], unit_starts: dict[int, int]) -> Numeral:
    """A number in digits with the scale behind it. `unit_starts` maps where a unit begins to where it ends: 5千米 is not 5,000."""
    text = match["grouped"] or match["spaced"] or match["blanks"] or match["indian"] or match["plain"] or match["bare"] or "0"
    if match["european"]:
        text = match["european"].replace(".", "").replace(",", ".")
    value = Decimal(re.sub("[^0-9.]", "", text))
    if match["part"] or (match["over"] and "." not in text):
        return with_words(folded, _with_part(match, value))
    start, end = match.start(), match.end("over") - 1 if match["over"] else match.end()
    if match["sign"]:
        if match["sign"] != "+" and (start == 0 or folded[start - 1] in SIGNED):
            value = -value
        else:
            start += 1
    numeral = Numeral(Span(start, end), value, -len(text.partition(".")[2]), "digits", pointed="." in text)
    if match["power"]:
        return _raised(numeral, int(match["power"].replace("−", "-")))
    power = match["letter"] or match["caret"] or match["raised"] or match["ten"]
    if power:
        exponent = int("".join(words()["raised"].get(character, character) for character in power).replace("−", "-"))
        return numeral.times(exponent - 1 if match["ten"] else exponent)
    return with_words(folded, _with_scale(folded, numeral, unit_starts))


def _raised(numeral: Numeral, exponent: int) -> Numeral:
    """2^10; the digits alone where the power would be longer than any number that is stated."""
    if (not numeral.value and exponent <= 0) or len(str(numeral.value)) * abs(exponent) > LONGEST * 4:
        return numeral
    decimals, value = finite(Fraction(numeral.value) ** exponent)
    return replace(numeral, value=value, decimals=decimals, pointed=False)


def _with_part(match: re.Match[str], whole: Decimal) -> Numeral:
    """½, 2½: exact, as Decimal where it has an end."""
    part = Fraction(words()["vulgar"][match["part"] or match["over"]])
    form: Form = "fraction" if match["part"] else "number"
    value = part + int(whole)
    finite = 1000 % part.denominator == 0
    number = Decimal(value.numerator) / Decimal(value.denominator) if finite else value
    decimals = -len(str(number).partition(".")[2]) if finite else 0
    return Numeral(Span(match.start(), match.end()), number, decimals, "digits", form=form, pointed=finite)


def _with_scale(folded: str, numeral: Numeral, unit_starts: dict[int, int]) -> Numeral:
    scale = SCALE_BEHIND.match(folded, numeral.span.end)
    if scale is None:
        return numeral
    begin, end = scale.start("scale"), scale.end()
    taken = scale["scale"]
    # "5千米", "2百分点", "30百帕": the last character belongs to the unit
    while taken and any(
        unit_starts.get(place, 0) > place + len(taken) - (place - begin) for place in range(begin, begin + len(taken))
    ):
        taken = taken[:-1]
    if not taken or (len(taken) < len(scale["scale"]) and taken[-1] not in "万亿兆百千"):
        return numeral
    end = begin + len(taken)
    scaled = replace(numeral.times(scale_exponent(taken)), span=Span(numeral.span.start, end))
    if scale["inner"]:
        return _inner(numeral, scaled, scale["inner"])
    return _mixed(folded, scaled, unit_starts)


def _inner(numeral: Numeral, scaled: Numeral, word: str) -> Numeral:
    """2000多亿, 30来万, 10几万, 3个亿: what stands between the digits and the scale."""
    if word == "几" and numeral.value > 0 and numeral.value % 10 == 0 and isinstance(numeral.value, Decimal):
        low, high = (shifted(numeral.value + step, scaled.scale) for step in (1, 9))
        return replace(scaled, value=low, high=high, decimals=scaled.scale, vague=True, hedge="about")
    return replace(scaled, hedge=INNER_HEDGES.get(word, "over"))


def _mixed(folded: str, numeral: Numeral, unit_starts: dict[int, int]) -> Numeral:
    """3万5千, 1亿2000万, 23億0,905萬1千: each part smaller than the one before."""
    while part := MIXED_PART.match(folded, numeral.span.end):
        exponent = scale_exponent(part["scale"])
        spoken = part["hanzi"] is not None
        if spoken and not (part["zero"] or exponent == numeral.decimals - 1):
            break  # 3亿五千万 is one number, 100万三百强 are two
        digits = str(words()["zh"]["digit"][part["hanzi"]]) if spoken else part["digits"].replace(",", "")
        value = shifted(Decimal(digits), exponent)
        if exponent >= numeral.decimals or unit_starts.get(part.end() - 1, 0) > part.end():
            break
        numeral = replace(numeral, value=exact(numeral.value) + value, decimals=exponent, span=Span(numeral.span.start, part.end()))
    rest = REST.match(folded, numeral.span.end) if numeral.decimals in (1, 2, 3, 4, 8) else None
    digits = rest["digits"].replace(",", "") if rest else ""
    if rest is None or not (rest["zero"] or len(digits) == numeral.decimals or _next_place(rest, numeral.decimals)):
        return numeral
    exponent = numeral.decimals - 1 if _next_place(rest, numeral.decimals) and len(digits) == 1 and not rest["zero"] else 0
    value = exact(numeral.value) + shifted(Decimal(digits), exponent)
    read = replace(numeral, value=value, decimals=exponent, span=Span(numeral.span.start, rest.end()))
    times = TIMES_BEHIND.match(folded, rest.end()) if numeral.scale < 4 else None  # 2千零30万
    return replace(read.times(scale_exponent(times[0])), span=Span(read.span.start, times.end())) if times else read


def _next_place(rest: re.Match[str], decimals: int) -> bool:
    """Whether a rest without all its places can be read: 1万5 is 15,000, 1万600 is 10,600."""
    return rest["next"] is not None and rest["digits"][0] != "0" and len(rest["digits"]) in ((1, 3) if decimals == 4 else (1,))
