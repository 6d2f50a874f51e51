"""Letters where digits were: scans and typists print l and I for 1, O for 0 (`l960s`, `196l-64`, `Rs.l00`, `2O21年`, `二OO八年`).

Codes, litres and chips have letters beside digits too: a letter is read as a digit only in the place of a year, behind a currency
sign, inside a grouped number or before something counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.document import Span
from factcheck.extract.anchored import matches_at
from factcheck.extract.damage.damaged import Damaged
from factcheck.extract.damage.words import (
    Around,
    Page,
    behind,
    damaged_date,
    damaged_number,
    month_numbers,
    one_of,
    scaled,
    shown,
    word_set,
    words,
)
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

FAMILY = "lookalike-digit"
REACH = 24
DIGITS = str.maketrans("lio", "110")
BESIDE = frozenset("lio,")
BEFORE_LETTER = frozenset("lio.")
HANZI = dict(zip("零〇一二三四五六七八九o0○", "00123456789000", strict=True))

RUN = lazy_pattern(r"[\dlio][\dlio,]*[\dlio]s?|[li](?=,)")
HANZI_YEAR = lazy_pattern(rf"[一二][{''.join(HANZI)}]{{3}}(?=年)")
CURRENCY = lazy_pattern(r"(?:[$₹¥€£]|\brs\.?)[ ]?\Z")
YEAR = lazy_pattern(r"(?:1[5-9]|20)\d\d")
GROUPED = lazy_pattern(r"\d{1,3}(?:,\d{3})+")
NINE = lazy_pattern(
    r"(?<=\br)9\.[ ]?(?P<rupees>\d{1,4}\.\d\d(?!\d)|\d{1,4}(?:\.\d+)?(?=[ ](?:crores?|lakhs?|per)\b))"
)  # R9.1.33: the s of Rs. read as 9
WORD_BEFORE = lazy_pattern(r"([a-z]+)[ ]\Z")
PLURAL_BEHIND = lazy_pattern(r"[ ](?:[a-z]{2,}s|children|men|people|women)\b")
# l2.5 per cent, l.5 million, 2.l per cent
DECIMAL = lazy_pattern(r"(?<![\w.,'’])(?=[\d.lio]*\d)(?=[\d.lio]*[lio])(?P<decimal>[\dlio]{1,3}\.[\dlio]{1,2})(?![\w.])")
ALONE = lazy_pattern(r"(?<![\w.,'’-])(?P<ones>ll?)(?=[ ]per[ ]cent\b)")  # l per cent, ll per cent
DAY = lazy_pattern(r"(?<![.,])(?P<day>[12]\d|3[01]|0?[1-9])ri(?![a-z])")  # 18ri: the sound of 日
STATISTIC = lazy_pattern(r"\bf[ ]?\((?P<freedom>[li])(?=,[ ]?\d)")  # F(l, 28)


@cache
def _counted() -> re.Pattern[str]:
    return lazy_pattern(rf"[ ]?(?:%|{one_of(words()['grouped'])})(?![a-z])", re.VERBOSE)


@cache
def _before_year() -> re.Pattern[str]:
    return lazy_pattern(
        rf"(?:\b(?:{one_of([*words()['before_year'], *month_numbers()])})[ ](?:the[ ])?|(?:1[5-9]|20)\d\d[ ]?[,、–-][ ]?)\Z",
        re.VERBOSE,
    )


def find_lookalikes(page: Page) -> Iterator[Damaged]:
    """Numbers with a letter for a digit."""
    folded = page.folded
    for run in _runs(page):
        found = _read(folded, run)
        if found is not None:
            yield found
    for match in HANZI_YEAR.finditer(folded):
        if set(match[0]) & set("o0○"):
            yield _year(Span(match.start(), match.end()), "".join(HANZI[character] for character in match[0]))
    yield from (_number(folded, span) for span in _measured(page))
    for match in page.matches(NINE):
        around = Around(match.end(), 0, match.end(), "INR", "money")
        value = scaled(match["rupees"], 0)
        yield damaged_number(
            folded,
            FAMILY,
            number=Span(match.start() - 1, match.end()),
            values=[(value, say("R9 is Rs: {value}", value=shown(value)))],
            around=around,
        )
    for match in page.matches(DAY):
        span = Span(match.start(), match.end())
        yield damaged_date(
            FAMILY, span=span, number=span, dates=[(f"XXXX-XX-{int(match['day']):02d}", say("ri is the sound of 日"))]
        )


def _measured(page: Page) -> Iterator[Span]:
    """Numbers that what follows proves: decimals before a unit, ones before "per cent", the freedom of a statistic."""
    folded = page.folded
    for match in matches_at(DECIMAL, folded, _decimal_places(page)):
        if _counted().match(folded, match.end()) or behind(folded, match.end()).kind == "percent":
            yield Span(match.start(), match.end())
    if "l per cent" in folded:
        yield from (Span(match.start(), match.end()) for match in ALONE.finditer(folded))
    if " f(" in folded or "(l," in folded:
        yield from (Span(match.start("freedom"), match.end("freedom")) for match in STATISTIC.finditer(folded))


def _decimal_places(page: Page) -> Iterator[int]:
    """Where a number with a point and a letter can begin: where a letter or a point stands on either side of a run of digits."""
    folded = page.folded
    for start, end in page.runs:
        begin = start
        while begin and start - begin < REACH and folded[begin - 1] in "lio.":
            begin -= 1
        if begin < start or folded[end : end + 1] in BEFORE_LETTER:
            yield begin


def _runs(page: Page) -> Iterator[Span]:
    """Runs of digits and of the letters that look like them, with at least one of each, that stand alone."""
    folded, reached = page.folded, 0
    length = len(folded)
    for start, end in page.runs:
        if start < reached or not (
            (start and folded[start - 1] in BESIDE) or (end < length and folded[end] in BESIDE)  # most numbers stand apart
        ):
            continue
        begin = start
        while begin and folded[begin - 1] in "lio,":
            begin -= 1
        while folded[begin] == ",":
            begin += 1
        match = RUN.match(folded, begin)
        if match is None:
            continue
        reached = match.end()
        letters = sum(character in "lio" for character in match[0])
        closed = (
            folded.startswith("th century", match.end())
            or not folded[match.end() : match.end() + 1].isalnum()
            or folded[match.end()] > "z"
        )
        alone = begin == 0 or not (folded[begin - 1].isalnum() and folded[begin - 1] < "\u0250")
        if (letters and closed and alone and folded[begin - 1 : begin] not in ("/", "_", "#", "@", "-", ".")) or (
            letters and closed and alone and CURRENCY.search(folded, max(0, begin - 4), begin)
        ):
            yield Span(begin, match.end())


def _read(folded: str, run: Span) -> Damaged | None:
    text = folded[run.start : run.end]
    digits = text.rstrip("s").translate(DIGITS)
    if folded.startswith("th century", run.end):
        return _year(run, f"{int(digits) - 1:02d}XX") if digits.isdecimal() and 1 < int(digits) < 22 else None
    if YEAR.fullmatch(digits) and (sum(character.isdigit() for character in text) > 1 or text[1:] == "ooo"):
        if text.endswith("s") and digits.endswith("0"):
            return _year(run, f"{digits[:3]}X")
        if folded.startswith(("年", " 年"), run.end) or _before_year().search(folded, max(0, run.start - REACH), run.start):
            return _year(run, digits)
        if re.match(r"[-–]\d\d\b", folded[run.end : run.end + 4]):
            return _year(run, digits)
    if text.endswith("s"):
        return None
    if CURRENCY.search(folded, max(0, run.start - 5), run.start) or GROUPED.fullmatch(digits):
        return _number(folded, run)
    if text[0] == "o" or text.endswith("l"):
        return None
    counted = _counted().match(folded, run.end) or (text[0] == "l" and text[1:].isdecimal() and _in_prose(folded, run))
    return _number(folded, run) if counted else None


def _in_prose(folded: str, run: Span) -> bool:
    """Whether a preposition or a verb stands before a figure and a plural behind it: of l50 schools."""
    word = WORD_BEFORE.search(folded, max(0, run.start - REACH), run.start)
    return word is not None and word[1] in word_set("glue") and PLURAL_BEHIND.match(folded, run.end) is not None


def _year(span: Span, edtf: str) -> Damaged:
    return damaged_date(FAMILY, span=span, number=span, dates=[(edtf, say("letters stand for digits: {edtf}", edtf=edtf))])


def _number(folded: str, span: Span) -> Damaged:
    around = behind(folded, span.end)
    value = scaled(folded[span.start : span.end].translate(DIGITS), around.power)
    values = [(value, say("letters stand for digits: {value}", value=shown(value)))]
    return damaged_number(folded, FAMILY, number=Span(span.start, around.scale_end), values=values, around=around)
