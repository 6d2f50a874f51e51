"""Years that cannot be: too many digits in the place of a year (`June 30th, 20021year`), a 1 torn off (`1June, 839`).

Such a year holds remnants of a digit token; what it says is told by its first two digits and the two that close it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.document import Span
from factcheck.extract.damage.damaged import Damaged
from factcheck.extract.damage.words import Page, damaged_date, month_numbers, one_of
from factcheck.messages import say
from factcheck.pattern import lazy_pattern
from factcheck.period import half, quarter

FAMILY = "impossible-year"
EARLIEST, LATEST = 1000, 2099
REACH = 40
# What programs that mishandle the digit 1 leave on a page: 20 19, 195 1, 65438+, /kloc-0/.
REWRITTEN = lazy_pattern(r"\b(?:19|20)[ ]1\d\b|\b(?:19\d|20[0-2])[ ]1\b|5438[ ]?\+|kloc-0")
HALVES = {"first half": ("half", 1), "second half": ("half", 2), "latter half": ("half", 2), "first quarter": ("quarter", 1)}
HALVES |= {"second quarter": ("quarter", 2), "third quarter": ("quarter", 3), "fourth quarter": ("quarter", 4)}
YEAR_BEHIND = {
    "上半年": ("half", 1),
    "下半年": ("half", 2),
    "第一季度": ("quarter", 1),
    "第二季度": ("quarter", 2),
    "第三季度": ("quarter", 3),
    "第四季度": ("quarter", 4),
}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    months = one_of(month_numbers())
    return {
        # 20021year, 20021年, 200212002 behind "half of": five to nine digits that begin like a year
        "digits": lazy_pattern(
            r"(?<![\d.,:/-])(?P<year>(?:19|20)\d{3,7})(?![\d.,]?\d)(?P<word>[ ]?year\b|[ ]?年(?!前|来|间|后|以|的|历|代))?"
        ),
        "date_before": lazy_pattern(rf"(?P<month>{months})[ ]?(?P<day>[12]\d|3[01]|0?[1-9])?(?:st|nd|rd|th)?,?[ ]?\Z", re.VERBOSE),
        "half_before": lazy_pattern(rf"(?P<half>{one_of(HALVES)})[ ](?:of|in)[ ](?:the[ ]year[ ](?:of[ ])?)?\Z", re.VERBOSE),
        "end_before": lazy_pattern(r"\b(?:end|beginning|middle|spring|summer|autumn|winter)[ ]of[ ]\Z"),
        "half_behind": lazy_pattern(
            rf"(?P<half>{one_of(YEAR_BEHIND)})|(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[12]\d|3[01]|0?[1-9])[日号])?"
        ),
        # In 922, : the leading 1 lost, on a page that a program has rewritten
        "lost": lazy_pattern(r"(?<=\bin[ ])(?P<rest>[89]\d\d)(?=,[ ][a-z])"),
        # 1June, 839 and 1in June, 840: the 1 of 1839 stands in front of its month
        "moved": lazy_pattern(
            rf"(?<![\d.,])(?P<one>1)[ ]?(?:in[ ])?(?P<month>{months}),?[ ](?P<rest>\d{{3}})(?![\d,.]?\d|st|nd|rd|th)", re.VERBOSE
        ),
    }


def find_impossible_years(page: Page) -> Iterator[Damaged]:
    """Every date whose year has too many digits or has lost its 1."""
    folded, patterns = page.folded, _patterns()
    for match in page.matches(patterns["digits"]):
        found = _in_year_slot(folded, match)
        if found is not None:
            yield found
    lost = list(page.matches(patterns["lost"]))
    if lost and REWRITTEN.search(folded):
        for match in lost:
            span, year = Span(match.start(), match.end()), f"1{match['rest']}"
            yield damaged_date(
                FAMILY, span=span, number=span, dates=[(year, say("the 1 of {year} is lost, as on all of this page", year=year))]
            )
    for match in page.matches(patterns["moved"]):
        span = Span(match.start(), match.end())
        edtf = f"1{match['rest']}-{month_numbers()[match['month']]:02d}"
        yield damaged_date(
            FAMILY, span=span, number=span, dates=[(edtf, say("the 1 of 1{rest} stands in front of the month", rest=match["rest"]))]
        )


def _in_year_slot(folded: str, match: re.Match[str]) -> Damaged | None:
    patterns, digits = _patterns(), match["year"]
    years = candidate_years(digits)
    if not years:
        return None
    window = max(0, match.start() - REACH)
    number = Span(match.start("year"), match.end("year"))
    if found := patterns["half_before"].search(folded, window, match.start()):
        name, which = HALVES[found["half"]]
        values = [_stretch(year, name, which) for year in years]
        return _damaged(found.start(), match.end(), number, digits, years, values, period=True)
    if found := patterns["date_before"].search(folded, window, match.start()):
        month, day = month_numbers()[found["month"]], found["day"]
        tail = f"-{month:02d}" + (f"-{int(day):02d}" if day else "")
        number = Span(found.start("day") if day else match.start("year"), match.end("year"))
        return _damaged(found.start(), match.end(), number, digits, years, [year + tail for year in years])
    behind = patterns["half_behind"].match(folded, match.end()) if match["word"] else None
    if behind is not None:
        values = [_behind(year, behind) for year in years]
        return _damaged(match.start(), behind.end(), number, digits, years, values, period=behind["half"] is not None)
    if match["word"] or digits.startswith("2002120") or patterns["end_before"].search(folded, window, match.start()):
        return _damaged(match.start(), match.end(), number, digits, years, years)
    return None


def candidate_years(digits: str) -> list[str]:
    """The years that a spoilt one can be, best first; none for a round number (20000年).

    Its first two digits with the two that close it, then what dropping digits in a row leaves.
    """
    if not digits.rstrip("0") or len(digits.rstrip("0")) <= 2:
        return []
    if len(digits) == 9 and digits[:4] == digits[5:]:
        digits = digits[:5]  # 200212002: the year repeated around its last digit
    found = [digits[:2] + digits[-2:]]
    found += [digits[:first] + digits[first + len(digits) - 4 :] for first in (3, 4, 1, 0)]
    return list(dict.fromkeys(year for year in found if year[:2] in ("19", "20") and EARLIEST <= int(year) <= LATEST))[:3]


def _stretch(year: str, name: str, which: int) -> str:
    return (half(year, which) if name == "half" else quarter(year, which)).edtf


def _behind(year: str, match: re.Match[str]) -> str:
    if match["half"]:
        return _stretch(year, *YEAR_BEHIND[match["half"]])
    return f"{year}-{int(match['month']):02d}" + (f"-{int(match['day']):02d}" if match["day"] else "")


def _damaged(
    start: int, end: int, number: Span, digits: str, years: list[str], values: list[str], *, period: bool = False
) -> Damaged:
    dates = [
        (value, say("{digits} has {count} digits where a year has four: {year}", digits=digits, count=len(digits), year=year))
        for year, value in zip(years, values, strict=True)
    ]
    return damaged_date(FAMILY, span=Span(start, end), number=number, dates=dates, kind="period" if period else "date")
