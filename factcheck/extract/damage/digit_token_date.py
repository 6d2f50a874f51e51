"""Dates with a digit token: `65438+February` is December, `165438+1October` November, `65438+1October` January or October.

The token took the 1 of 12月, 11月, 10月 and 1月, and the translation made a month's name of what was left. Which of January and
October is meant is told by the weekday, where one is printed, or by the next month that the text names; otherwise both stay.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from factcheck.document import Span
from factcheck.extract.anchored import matches_at
from factcheck.extract.damage.damaged import Damaged
from factcheck.extract.damage.token_month import ranked
from factcheck.extract.damage.words import Page, damaged_date, month_numbers, one_of, unit_at, words
from factcheck.mention import Support
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

FAMILY = "digit-token"
BEFORE = 40
SHORT_RANGE = 2  # months

ANCHOR = lazy_pattern(r"(?<![\d.,:])(?P<head>[01]?)(?P<token>65,?438|5438)(?!\d)")
TOKEN = lazy_pattern(r"65,?438")
DAY = r"""(?P<{0}>3[ ]?[01] | 2[ ]1 | 1[ ]1 | [12]\d | 0?[1-9])(?:st|nd|rd|th)?(?P<{0}_tail>1)?(?!\d)(?:[ ]?(?:日|号|day\b))?"""


@dataclass(slots=True)
class Parts:
    """What one token date is made of: the months it can be, best first, and its day."""

    start: int
    end: int
    months: list[int]
    day: int | None
    why: str
    weekday: int | None = None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    months, weekdays = one_of(month_numbers()), one_of(words()["weekdays"])
    flags = re.VERBOSE
    return {
        "month": lazy_pattern(
            rf"""
            [ ]?\+[ ]?(?:
                (?P<ten>1[ ]?(?:october|octubre) | 10[ ]?月 | 10(?=[ ]?/[ ]?\d))     # 65438+1October, 65438+10月
              | (?P<name>{months})\b                                                 # 65438+February
              | (?P<unit>[12])[ ]?(?:月|month\b)                                     # 65438+2月
              | 0[ ]in[ ](?P<inner>{months})\b                                       # 15438+0 in February
              | 1(?P<weekday>{weekdays}),?[ ](?P<late>{months})\b                    # 65438+1Wednesday, October
              | 1(?P<eleventh>\d)(?:st|nd|rd|th)\b                                   # October165438+17th
              | (?P<alone>10)(?![\d.,%℃]|[ ]?(?:{one_of(words()["scale"])}))         # in 65438+ 10 the city
              | [\s.…]{{0,5}}(?:del?[ ])?(?P<first>\d{{1,2}})(?:[ ](?:al?|y)[ ](?P<last>\d{{1,2}}))?[ ]de[ ](?P<spanish>{months})\b
              | [^\d+\n]{{1,32}}(?P<junk>1?(?:october|february))\b                   # 65438+ slight cold lunar calendar1October
              )
          | [ ]1[ ]1[ ]month\+(?P<torn>{months})\b                                   # 65438 1 1 month+February
            """,
            flags,
        ),
        "day": lazy_pattern(rf"(?:[ ]?/[ ]?|,[ ]|[ ])?(?:{DAY.format('day')})", flags),
        "range": lazy_pattern(rf"[ ]?(?:~|～|-|–|—|to\b|至|到)[ ]?(?:{DAY.format('last')})", flags),
        "join": lazy_pattern(rf"[ ]?(?:~|～|-|–|—|to\b|至|到)[ ]?(?:(?:{months})[ ])?", flags),
        "plain": lazy_pattern(
            rf"[ ]?(?:~|～|-|–|—|to\b|至|到)[ ]?(?:(?P<name>{months})[ ]|(?P<number>\d{{1,2}})月)(?:{DAY.format('day')})", flags
        ),
        "year_before": lazy_pattern(
            r"(?P<year>(?:19|20)\d\d|20[ ]\d\d|20\d[ ]1)(?:[ ]?(?:year|年))?[ ,]*(?P<one>1[ ]?)?(?:day[ ]?[-–][ ]?)?\Z", flags
        ),
        "year_after": lazy_pattern(rf"(?:[ ](?:{weekdays}))?,?[ ](?P<year>(?:19|20)\d\d)(?P<moved>1day\b)?(?!\d)", flags),
        "day_before": lazy_pattern(r"(?<![\d.,/:+-])(?<!\d[ ])(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?[ ](?:of[ ])?\Z"),
        "stray": lazy_pattern(rf"(?:{months})[ ]?\Z", flags),
        "behind_date": lazy_pattern(
            rf"(?P<name>{months})[ ](?P<day>\d{{1,2}})(?:st|nd|rd|th)?,[ ](?P<token>65,?438)(?![\d+])", flags
        ),
        "day_token": lazy_pattern(
            rf"""
            (?:(?P<month>{months})[ ]|(?P<number>1?\d)[ ]?月[ ]?)
            65,?438\+0(?P<rest>\d?)(?!\d|,\d|\.\d)(?:st|nd|rd|th|[日号])?                        # September 65438+05
            (?:,?[ ](?:(?P<year>(?:19|20)\d\d)|65,?438\+0(?P<century>[5-9]\d\d))(?!\d))?         # , 65438+0898
            """,
            flags,
        ),
        # In 65438+1October the mean of the county in June is: one figure has one month
        "second": lazy_pattern(
            rf"[^\d.;。；\n]{{1,80}}?(?<!than)(?<!as)(?<!and)[ ]in[ ](?P<name>{months})[ ](?=(?:is|was|are|were|averages?|reache[sd])\b)",
            flags,
        ),
        "short": lazy_pattern(
            rf"""
            (?: (?<!\d)(?P<year>(?:19|20)\d\d|20\d[ ]1)(?:[ ]?year)? | (?<![\d.,/:-]) )   # 20171October 22nd, year1February 16
            1(?P<name>october|february)(?:[ ](?:{DAY.format("day")})|,?[ ](?P<behind>(?:19|20)\d\d)(?!\d)|(?![a-z]|[ ]?\d))
            """,
            flags,
        ),
    }


def find_token_dates(page: Page) -> Iterator[Damaged]:
    """Every date with a digit token in it, ranges as one."""
    folded, patterns, reached = page.folded, _patterns(), 0
    if "5438" in folded or "5,438" in folded:
        places = _month_places(folded)
        yield from (_token_day(match) for match in matches_at(patterns["day_token"], folded, places))
        for anchor in page.matches(ANCHOR):
            if anchor.start() >= reached and (found := _date_at(folded, anchor)) is not None:
                reached = found.span.end
                yield found
                if match := patterns["second"].match(folded, reached):
                    yield _second(match, found)
        yield from (_behind_date(match) for match in matches_at(patterns["behind_date"], folded, places))
    if "1october" in folded or "1february" in folded:
        yield from (_short(match) for match in page.matches(patterns["short"]))


def _month_places(folded: str) -> list[int]:
    """Where the month of a date with a token in its day or behind it can begin."""
    reach = max(map(len, month_numbers())) + len(" 30th, ")
    places = {place for token in TOKEN.finditer(folded) for place in range(max(0, token.start() - reach), token.start())}
    return sorted(places)


def _date_at(folded: str, anchor: re.Match[str]) -> Damaged | None:
    first = _parts(folded, anchor)
    if first is None:
        return None
    patterns, start, end = _patterns(), first.start, first.end
    last: Parts | None = None
    join = patterns["join"].match(folded, end)
    anchored = ANCHOR.match(folded, join.end()) if join is not None else None
    if anchored is not None:
        last = _parts(folded, anchored)
    elif match := patterns["plain"].match(folded, end):
        month = int(match["number"]) if match["number"] else month_numbers()[match["name"]]
        last = Parts(end, match.end(), [month], _day(match, "day"), "")
    elif match := patterns["range"].match(folded, end):
        last = Parts(end, match.end(), [], _day(match, "last"), "")
    end = last.end if last is not None else end
    start = first.start = _day_before(folded, first)
    start, year, eleven = _year_before(folded, start)
    if eleven:
        first.months = [11]
    if year is None and (match := patterns["year_after"].match(folded, end)):
        year, end = match["year"], match.end()
        if match["moved"]:  # "3, 20221day": the 1 of the 31st stands behind the year
            (last or first).day = int(f"{(last or first).day or ''}1")
    if stray := patterns["stray"].search(folded, max(0, start - 12), start):
        start = stray.start()
    span = Span(start, end)
    first.months, decided = ranked(folded, first.months, span=span, year=year, day=first.day, weekday=first.weekday)
    found = damaged_date(FAMILY, span=span, number=span, dates=list(_dates(first, last, year)))
    if decided is None or len(found.readings) < 2:
        return found
    best, *others = found.readings
    return replace(found, readings=(replace(best, support=(Support(decided),)), *others))


def _day_before(folded: str, parts: Parts) -> int:
    """Where a date starts whose day stands before its month, which takes it: until 31 65438+February 2021."""
    match = _patterns()["day_before"].search(folded, max(0, parts.start - BEFORE), parts.start)
    if match is None or parts.day is not None:
        return parts.start
    parts.day = int(match["day"])
    return match.start()


def _parts(folded: str, anchor: re.Match[str]) -> Parts | None:
    patterns, head = _patterns(), anchor["head"]
    match = patterns["month"].match(folded, anchor.end())
    if match is None or (match["alone"] and unit_at(folded, match.end())[1] is not None):
        return None
    if match["eleventh"]:
        return (
            Parts(anchor.start(), match.end(), [11], int(match["eleventh"]), say("1 and the token make the 11 of the month"))
            if head == "1"
            else None
        )
    months = _months(match, head)
    token = folded[anchor.start() : match.end()]
    parts = Parts(anchor.start(), match.end(), months, None, say("{token} holds the 1 of the month", token=token))
    if match["first"]:
        parts.day = int(match["first"])
        return parts
    if match["weekday"]:
        parts.weekday = words()["weekdays"].index(match["weekday"])
    if match["ten"] or not match["alone"]:
        day = patterns["day"].match(folded, match.end())
        if day is not None:
            parts.day, parts.end = _day(day, "day"), day.end()
    return parts


def _months(match: re.Match[str], head: str) -> list[int]:
    """The months that a token and what follows it can be, the likelier first."""
    if match["unit"]:
        return [10 + int(match["unit"])]
    name = match["name"] or match["inner"] or match["late"] or match["spanish"] or match["torn"]
    number = month_numbers()[name] if name else 10
    if match["junk"] and match["junk"].endswith("february"):
        number = 2
    if number <= 2:
        return [10 + number]
    if number != 10:
        return []
    if head == "1":
        return [11]
    return [1] if head == "0" else [10, 1] if match["name"] or match["spanish"] else [1, 10]


def _day(match: re.Match[str], name: str) -> int:
    """The day of a month; in "22nd1" and "2nd1" the last 1 was moved behind the ordinal."""
    digits = match[name].replace(" ", "")
    return int(digits[0] + "1") if match[f"{name}_tail"] else int(digits)


def _year_before(folded: str, start: int) -> tuple[int, str | None, bool]:
    match = _patterns()["year_before"].search(folded, max(0, start - BEFORE), start)
    if match is None or (match.start() and folded[match.start() - 1].isdigit()):
        return start, None, False
    return match.start(), match["year"].replace(" ", ""), match["one"] is not None


def _dates(first: Parts, last: Parts | None, year: str | None) -> Iterator[tuple[str, str]]:
    years = year or "XXXX"
    if last is None:
        for month in first.months:
            if _possible(month, first.day):
                yield _edtf(years, month, first.day), first.why
        return
    pairs = product(first.months, last.months) if last.months else ((month, month) for month in first.months)
    # a range of dates is short: of 10-23/11-21 and 01-23/11-21 the first is meant
    spread = sorted(pairs, key=lambda pair: (pair[1] - pair[0]) % 12)
    close = [(begin, end) for begin, end in spread if (end - begin) % 12 <= SHORT_RANGE]
    for begin, end in close or spread:
        if _possible(begin, first.day) and _possible(end, last.day):
            yield f"{_edtf(years, begin, first.day)}/{_edtf(years, end, last.day)}", first.why


def _possible(month: int, day: int | None) -> bool:
    return day is None or 1 <= day <= calendar.monthrange(2000, month)[1]


def _edtf(year: str, month: int, day: int | None) -> str:
    return f"{year}-{month:02d}" if day is None else f"{year}-{month:02d}-{day:02d}"


def _token_day(match: re.Match[str]) -> Damaged:
    """September 65438+05, 65438+0898: the token is the 1 of the day, and that of the year."""
    month = int(match["number"]) if match["number"] else month_numbers()[match["month"]]
    year = match["year"] or (f"1{match['century']}" if match["century"] else "XXXX")
    day = int("1" + match["rest"])
    span = Span(match.start(), match.end())
    dates = [(_edtf(year, month, day), say("65438+0 stands for the 1 of the {day}th", day=day))] if 1 <= month <= 12 else []
    return damaged_date(FAMILY, span=span, number=span, dates=dates)


def _second(match: re.Match[str], first: Damaged) -> Damaged:
    """In 65438+1October, the mean in June is -5℃: a second month for the same figure is what a program made of the first."""
    span = Span(match.start("name"), match.end("name"))
    why = say("the month of the same figure stands before it")
    return replace(first, span=span, number=span, readings=tuple(replace(reading, why=why) for reading in first.readings))


def _behind_date(match: re.Match[str]) -> Damaged:
    """February 23rd, 65438: the token stands behind the date, where a year would."""
    number = month_numbers()[match["name"]]
    months = [10 + number] if number <= 2 else [10, 1] if number == 10 else []
    why = say("65438 behind the date holds the 1 of its month")
    span = Span(match.start(), match.end())
    return damaged_date(FAMILY, span=span, number=span, dates=[(_edtf("XXXX", month, int(match["day"])), why) for month in months])


def _short(match: re.Match[str]) -> Damaged:
    """20171October 22nd: the month glued to what is left of its 1."""
    year = match["year"].replace(" ", "") if match["year"] else match["behind"] or "XXXX"
    months = [12] if match["name"] == "february" else [10, 1]
    day = _day(match, "day") if match["day"] else None
    why = say("1{name} is what the translation left of {months}月", name=match["name"], months=months[0])
    span = Span(match.start(), match.end())
    return damaged_date(FAMILY, span=span, number=span, dates=[(_edtf(year, month, day), why) for month in months])
