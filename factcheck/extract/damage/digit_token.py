"""The digit token: a rewriting program prints `65438+0` where a 1 stood, and the page's translation then works on it as a number.

`65,438+0,053` is 1,053. Where units were converted, both sides of the plus were divided apart: `6543.8+03.64 billion` is 13.64
billion. The token of a month or a year is read in `digit_token_date`. The sum that the token seems to be is never a reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.document import Span
from factcheck.extract.damage.damaged import Damaged
from factcheck.extract.damage.words import Around, Page, behind, damaged_date, damaged_number, scaled, shown, unit_at, word_set
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

FAMILY = "digit-token"
BARE_FAMILY = "bare-token"
CORE = "5438"  # what is left of the token where its 6 was cut
TRACES = (CORE, "5,438", "5, 438", "654", "65.4", "6.54", "6,54")  # no token is without one of these

TOKEN = lazy_pattern(
    r"""
    (?<![\d.,:/])                                  # 05.065438+00 is the fraction of a clock time
    (?P<head>20[ ]|\d{0,4}?)                       # 3 of 365,438+05: digits in front of the 1; 20 65438+07
    (?P<left>
        65,?[ ]?438                                # 65438, 65,438, 65, 438
      | 6543\.8 | 654\.38 | 65\.438 | 6\.5438 | 0\.65438   # divided by a power of ten with the unit
      | 6,?543,?80{1,3} | 654,?380                 # 654,380: multiplied
      | 5438                                       # 5438+08: the 6 is cut off
    )
    (?:[ ]?(?P<unit>(?:million|billion|万|亿)?[ ]?(?:yuan|dollars|元)|million|billion|万|亿))?    # 6543.8 yuan+03.64 billion yuan: the unit is doubled
    [ ]?\+[ ]?
    (?P<right>(?:065438\+)*\d+(?:,\d{3})*(?:\.\d+)?)  # 03.64: a 0 that belongs to the token, then the rest of the number
    (?!\d|:\d|\s*=)                                # +01:00 is a time zone
    """,
    re.VERBOSE,
)
BARE = lazy_pattern(
    r"""
      (?<![\d.,:+/-])(?P<lost>65,?438[ ]0\d{0,2})(?=[ ]?(?:℃|°|%|degrees?\b|度))        # 65438 05℃: the plus is lost
    | (?<![\d.,:+/-])(?P<round>6[,.]?543[,.]?800(?:[,.]?000)?|65[,.]438[,.]000)(?![\d.,]?\d)   # 6,543,800 yuan: 十万, without plus
    | (?<![\d.,:+/-])(?P<year>19\d?|20\d?)65,?438(?![\d.,]?\d)                             # 2065438: the 1 of a year
    | (?<![\d.,:+/-])(?P<alone>65,?438)(?![\d.,+]?\d|[ ]?\+)                             # 65438 alone, where others prove the page
    | (?P<cut>\d+\.\d+-65,?438)(?![\d.,]?\d)                                     # 1358.6-65438: the second end is cut
    """,
    re.VERBOSE,
)
PROOF = lazy_pattern(r"(?<![\d.,:])65,?438[ ]?\+(?!\d\d:?\d\d)")
YEAR = lazy_pattern(r"(?:1[0-9]|20)\d\d|20\d")
WORD_BEFORE = lazy_pattern(r"([a-z]+)[ ]\Z")
REACH = 16
# 1+02 for 12: the token shortened to its 1. A stake mark (1+050) has three digits behind the plus.
SHORT = lazy_pattern(r"(?<![\w.,+)-])(?P<short>1\+0(?P<rest>\d))(?![\d.,:])")
COUNTED = lazy_pattern(r"(?<=9,)[ ]?10,[ ]?(?P<lost>1),[ ]?12(?!\d)")  # 9, 10,1,12: a list that counts lost a 1


def find_tokens(page: Page) -> Iterator[Damaged]:
    """Every figure with a digit token in it."""
    folded = page.folded
    if "+0" in folded:
        yield from (_shortened(folded, match) for match in page.matches(SHORT))
    if "10,1,12" in folded or "10, 1, 12" in folded:
        yield from (_counted(folded, match) for match in COUNTED.finditer(folded))
    if not any(trace in folded for trace in TRACES):
        return
    proved = any(page.matches(PROOF))
    for match in page.matches(TOKEN):
        if _is_token(match):
            yield _with_plus(folded, match)
    for match in page.matches(BARE):
        found = _without_plus(folded, match) if proved or not match["alone"] else None
        if found is not None:
            yield found


def _is_token(match: re.Match[str]) -> bool:
    """`6543.8 + 0.5` with blanks on both sides is a formula: a token keeps its plus close."""
    return " + " not in match[0] and not (match["left"] == CORE and not match["right"].startswith("0"))


def _with_plus(folded: str, match: re.Match[str]) -> Damaged:
    digits = _digits(match)
    if YEAR.fullmatch(digits) and not match["unit"] and _in_year_slot(folded, match):
        return _year(match, digits, say("the token stands for the 1 of the year"))
    around = behind(folded, match.end())
    number = Span(match.start(), around.scale_end)
    return damaged_number(folded, FAMILY, number=number, values=figure_readings(match, around), around=around)


def _digits(match: re.Match[str]) -> str:
    """The digits that the token stands for with those around it: 20, 1 and 7 of 2065438+07."""
    rest = match["right"].replace("65438+0", "1")
    return match["head"].strip() + "1" + (rest[1:] if rest.startswith("0") else rest)


def _in_year_slot(folded: str, match: re.Match[str]) -> bool:
    if folded.startswith(("年", " year", "year"), match.end()):
        return True
    word = WORD_BEFORE.search(folded, max(0, match.start() - REACH), match.start())
    return word is not None and word[1] in word_set("before_year") and behind(folded, match.end()).unit is None


def figure_readings(match: re.Match[str], around: Around) -> Iterator[tuple[Decimal, str]]:
    """The values of a token with its plus, best first.

    The token's own 0 is dropped, the digits behind it follow the 1. Where the left side was scaled, the other side need not have
    been scaled by the same power of ten: the neighbouring powers are readings too.
    """
    head, left, right = match["head"], match["left"].replace(" ", ""), match["right"].replace("65438+0", "1")
    rest = right[1:] if right.startswith("0") else right
    digits = _digits(match)
    why = say("{left}+0 stands for the digit 1", left=match["left"])
    if rest:
        why = say("{why}, {rest} follows it", why=why, rest=rest.strip(","))
    face = scaled(digits, around.power)
    shift = _shift(left)
    if shift == 0 or head:
        yield face, say("{why}: {value}", why=why, value=shown(face))
        return
    candidates = _scaled_candidates(rest, face, shift=shift, around=around, zero=right.startswith("0"))
    for value, note in candidates:
        yield value, say("{why}; {note}: {value}", why=why, note=note, value=shown(value))


def _shift(left: str) -> int:
    """How many places the point of the token was moved: 1 in 6543.8, 4 in 6.5438, -1 in 654,380."""
    plain = left.replace(",", "")
    whole, _, rest = plain.partition(".")
    if rest:
        return len(rest)
    return 5 - len(whole) if len(whole) > 5 else 0


def _scaled_candidates(rest: str, face: Decimal, *, shift: int, around: Around, zero: bool) -> Iterator[tuple[Decimal, str]]:
    unscaled = scaled("1." + rest.replace(",", "").replace(".", ""), around.power + shift)
    if not zero:
        # 654.38+300 million: the 0 of the token and the point went with the conversion of 0.3亿
        yield unscaled, say("its 0 was lost when both sides were converted")
        yield face, say("taken at the printed scale")
        return
    tenth, tenfold = scaled(f"{face:f}", -1), scaled(f"{face:f}", 1)
    if around.scale == "million" and around.power - shift not in (4, 8):
        # 16万 printed as 6.5438+0.6 million: English has no word for 万, and the two sides were divided by different powers
        yield tenth, say("the scale was 万, each side divided by a power of its own")
        yield face, say("if the scale word is believed")
        yield tenfold, say("one place more")
        return
    yield face, say("both sides were divided alike")
    if not rest.strip("0,."):
        yield unscaled, say("with the zeros that the left side was divided by")
    yield tenth, say("one place less")
    yield tenfold, say("one place more")


def _shortened(folded: str, match: re.Match[str]) -> Damaged:
    value = Decimal("1" + match["rest"])
    span = Span(match.start("short"), match.end("short"))
    around = Around(span.end, 0, span.end, None, "count")
    return damaged_number(
        folded,
        FAMILY,
        number=span,
        values=[(value, say("1+0 stands for the digit 1, {rest} follows it", rest=match["rest"]))],
        around=around,
    )


def _counted(folded: str, match: re.Match[str]) -> Damaged:
    span = Span(match.start("lost"), match.end("lost"))
    around = Around(span.end, 0, span.end, None, "count")
    return damaged_number(
        folded, FAMILY, number=span, values=[(Decimal(11), say("the list counts 10, 11, 12: one 1 is lost"))], around=around
    )


def _year(match: re.Match[str], year: str, why: str) -> Damaged:
    edtf = year if len(year) == 4 else f"{year}X"
    span = Span(match.start(), match.end())
    return damaged_date(FAMILY, span=span, number=span, dates=[(edtf, why)])


def _without_plus(folded: str, match: re.Match[str]) -> Damaged | None:
    span = Span(match.start(), match.end())
    if match["year"]:
        return _year(match, match["year"] + "1", say("65438 stands for the 1 of the year"))
    if match["cut"]:
        return damaged_date(FAMILY, span=span, number=span, dates=[], kind="other")
    around = behind(folded, match.end())
    if match["alone"]:
        values = [(Decimal(1), say("65438 stands for a 1 on this page; what followed it may be lost"))]
        return damaged_number(folded, FAMILY, number=span, values=values, around=around)
    if match["lost"]:
        value = Decimal("1" + match["lost"].rpartition(" ")[2][1:])
        return damaged_number(
            folded, FAMILY, number=span, values=[(value, say("65438 0 stands for the digit 1, its plus is lost"))], around=around
        )
    if unit_at(folded, match.end())[1] is None:
        return None
    zeros = len(re.sub(r"\D", "", match["round"])) - len("65438")
    values = [
        (Decimal(10) ** (zeros + 3), say("65438 stands for a 1 whose plus vanished in a conversion of units")),
        (Decimal(10) ** (zeros + 2), say("the same, one place less")),
        (scaled(re.sub(r"\D", "", match["round"]), 0), say("the figure as it stands")),
    ]
    return damaged_number(folded, BARE_FAMILY, number=span, values=values, around=around)
