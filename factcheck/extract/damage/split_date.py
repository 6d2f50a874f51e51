"""Dates that a blank has torn: `20 19`, `202 1`, `June 2 1-22`, `3/2 1`, `6月2 1日`, and ordinals whose 1 moved behind (`2nd1`).

Rewriting programs set a blank before a 1. Two numbers beside each other can also be a list or a count of things (`20 15 minute
talks`), so a torn year needs the place of a year, a torn day its month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.document import Span
from factcheck.extract.damage.damaged import Damaged
from factcheck.extract.damage.words import Page, damaged_date, month_numbers, one_of, unit_at, words
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

FAMILY = "split-number"
REACH = 28
YEAR_WORD = lazy_pattern(r"[ ]?(?:year\b|年|년)")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    months = one_of(month_numbers())
    before_year = one_of([*words()["before_year"], *month_numbers()])
    return {
        "year": lazy_pattern(
            r"""
            (?<![\d.,:/$₹¥€£-])(?P<year>
                (?P<late>(?:20[0-2]|1[89]\d)[ ]1)           # 202 1, 195 1
              | (?P<early>(?:19|20)[ ](?:1[ ]1|0[ ]1|\d\d)|1[5-8][ ]1\d) # 20 19, 19 1 1
              | (?P<spaced>(?:1[ ]9|2[ ]0)[ ]\d[ ]\d)       # 2 0 2 1年
              | (?P<first>1[ ][89]\d\d)                     # 1 985
              | (?P<round>(?<=\d[ ]to[ ])2[ ]\d{3})         # from 1988 to 2 100
            )(?![\d.,:/]?\d|[ ]?[%/×x]|st\b|nd\b|rd\b|th\b|-[a-z])  # 20 19th-century houses
            """,
            re.VERBOSE,
        ),
        "before_year": lazy_pattern(
            rf"""
            (?: \b(?:{before_year})[ ]?                                # since 200 1
              | [12]\d{{3}}[ ]?(?:,|、|to|-|–|~|and)[ ]?              # 1902, 19 14
              | \b(?:{months})(?:[ ]\d{{1,2}}(?:st|nd|rd|th)?)?,?[ ]   # May 1st, 202 1
              | \bfy\)?[ ]?                                           # FY20 17, financial year (FY) 20 18
              | (?:19|20)\d\d[ ]*\|[ ]*                               # | 2018 | 20 19 |
              | [《(（]
            )\Z""",
            re.VERBOSE,
        ),
        "article_before": lazy_pattern(r"\b(?:a|the)[ ]\Z"),
        "dated_behind": lazy_pattern(rf"[ ]?(?:{one_of(words()['dated'])})(?![a-z])", re.VERBOSE),  # the 20 14 world cup, 20 13赛季
        "noun_behind": lazy_pattern(r"[ ][a-z]"),
        "cell_behind": lazy_pattern(r"[ ]*\|[ ]*(?:19|20)\d\d[ ]*\|"),  # | 20 19 | 2018 |
        "opens": lazy_pattern(r"(?:\A|\n|[.!?;][ ])\Z"),
        "happens": lazy_pattern(r"[ ](?:saw|was|marked|marks|witnessed|brought)\b"),  # 20 18 saw record sales
        "behind_year": lazy_pattern(
            rf"""
            [ ]?(?: year\b | 年 | 년 | [)）》÷] | twelfth | (?:{months})\b
              | [ ](?:and|to|or)[ ](?:19|20)\d\d\b                     # both 20 19 and 2018
              | [,、][ ]?(?:19|20|1[ ]9|2[ ]0)[ ]?\d                   # 19 1 1, 19 15
              | \d{{1,2}}\.\d{{1,2}}\b                                 # 20 17 12.9
              | -(?:19|20)\d\d\b                                     # 20 16-2020
              | 65,?438 )""",
            re.VERBOSE,
        ),
        "closed": lazy_pattern(r"[ ]?(?:[;；。)）]|[,.](?=\s|\Z)|\Z)"),
        "day": lazy_pattern(
            rf"""
              (?<![\d/])(?P<slash>\d{{1,2}}/[0-3]?[ ]?1)(?<=\d[ ]1)(?![\d/]|[ ]\d)                      # 3/2 1
            | (?<![\d.,])(?<!\d[ ])(?P<moon>1[ ][012])(?=[ ]?(?:month\b|月))                            # 1 1 month
            | (?<=月)(?P<sun>[23][ ]1|1[ ]\d)(?=[ ]?[日号])                                              # 6月2 1日
            | (?<![\d.,])(?P<moved>[23])(?:nd|rd)1\b                                                    # 2nd1
            | (?<![\d.,])(?:(?P<from>\d{{1,2}})(?:st|nd|rd|th)?(?:[ ]?[-–~][ ]?|[ ]to[ ]))?(?P<day>[123][ ]1)(?![\d°℃%]|[.,:/-]\d|[ ]\d)
              (?:[ ]?(?:st|day)\b)?(?:[ ]?[-–~][ ]?(?P<to>\d{{1,2}})(?!\d|[ ]?(?:{months})))?            # June 2 1-22, April 19-2 1
            | (?P<open>(?<![\d.,])[123][ ]1)[ ]?[-–~][ ]?(?P<until>\d{{1,2}})(?!\d)                     # 2 1-22
            """,
            re.VERBOSE,
        ),
        "year_behind": lazy_pattern(r"(?:st|nd|rd|th)?,?[ ](?P<year>(?:1[89]|20)\d\d)(?![\d,.]?\d|%)"),
        "month_before": lazy_pattern(rf"\b(?P<month>{months})[ ]\Z", re.VERBOSE),
        "second": lazy_pattern(r"\b(?P<tens>second|third)1\b"),
    }


def find_split_dates(page: Page) -> Iterator[Damaged]:
    """Every torn year and day."""
    folded, patterns = page.folded, _patterns()
    for match in page.matches(patterns["year"], before=" "):
        if _is_year(folded, match):
            number = Span(match.start(), match.end())
            year = match["year"].replace(" ", "")
            word = YEAR_WORD.match(folded, match.end())
            span = Span(match.start(), word.end() if word else match.end())
            yield damaged_date(
                FAMILY, span=span, number=number, dates=[(year, say("a blank was set into the year {year}", year=year))]
            )
    for match in page.matches(patterns["day"]):
        found = _day(folded, match)
        if found is not None:
            yield found
    if "second1" in folded or "third1" in folded:
        for match in patterns["second"].finditer(folded):
            yield _ordinal(Span(match.start(), match.end()), "2" if match["tens"] == "second" else "3")


def _is_year(folded: str, match: re.Match[str]) -> bool:
    patterns, start, end = _patterns(), match.start(), match.end()
    if _listed(folded, start):
        return False
    if match["spaced"]:
        return YEAR_WORD.match(folded, end) is not None
    if match["round"] or patterns["behind_year"].match(folded, end) or patterns["cell_behind"].match(folded, end):
        return True
    if match["late"] and patterns["closed"].match(folded, end):
        return True
    window = max(0, start - REACH)
    if patterns["article_before"].search(folded, window, start):
        if match["late"] and patterns["noun_behind"].match(folded, end):
            return unit_at(folded, end)[2] == "count"  # the 198 1 agreement, and not the 198 1 km
        return patterns["dated_behind"].match(folded, end) is not None
    if folded[end : end + 1] > "\u3000" and patterns["dated_behind"].match(folded, end):
        return True
    if patterns["opens"].search(folded, max(0, start - 2), start) and patterns["happens"].match(folded, end):
        return True
    if not patterns["before_year"].search(folded, window, start):
        return False
    return unit_at(folded, end)[1] is None  # of 20 15 minute talks


def _listed(folded: str, start: int) -> bool:
    """18 19 20 21: a number parted by a blank on the left side makes a list."""
    return re.search(r"(?<!\d)\d{1,2}[ ]\Z", folded[max(0, start - 4) : start]) is not None


def _day(folded: str, match: re.Match[str]) -> Damaged | None:
    if match["moved"]:
        return _ordinal(Span(match.start(), match.end()), match["moved"])
    span = Span(match.start(), match.end())
    digits = (match["day"] or match["open"] or match["slash"] or match["moon"] or match["sun"]).replace(" ", "")
    why = say("the blank before the 1 does not belong there: {digits}", digits=digits)
    if match["slash"]:
        month, day = (int(part) for part in digits.split("/"))
        dates = [(f"XXXX-{month:02d}-{day:02d}", why)]
        return damaged_date(FAMILY, span=span, number=span, dates=dates) if 1 <= month <= 12 and 1 <= day <= 31 else None
    if match["moon"]:
        return damaged_date(FAMILY, span=span, number=span, dates=[(f"XXXX-{digits}", why)])
    if match["sun"]:
        named = re.search(r"(?<!\d)(1?\d)月\Z", folded[max(0, span.start - 3) : span.start])
        if named is None:
            return None
        number = Span(span.start - len(named[0]), span.end)
        return damaged_date(
            FAMILY, span=Span(number.start, span.end + 1), number=number, dates=[(_edtf(int(named[1]), [digits]), why)]
        )
    named = _patterns()["month_before"].search(folded, max(0, span.start - REACH), span.start)
    if named is None:
        return None
    days = [day for day in (match["from"], digits, match["to"] or match["until"]) if day]
    dated = _patterns()["year_behind"].match(folded, span.end)
    if dated is not None and unit_at(folded, dated.end())[1] is not None:
        dated = None  # on August 3 1, 2021 people came
    year, end = (dated["year"], dated.end()) if dated is not None else ("XXXX", span.end)
    date = _edtf(month_numbers()[named["month"]], days, year=year)
    return damaged_date(FAMILY, span=Span(named.start(), end), number=span, dates=[(date, why)])


def _edtf(month: int, days: list[str], *, year: str = "XXXX") -> str:
    return "/".join(f"{year}-{month:02d}-{int(day):02d}" for day in days)


def _ordinal(span: Span, tens: str) -> Damaged:
    """2nd1: the 1 of the 21st stands behind the ordinal of its 2."""
    return damaged_date(
        FAMILY, span=span, number=span, dates=[(f"XXXX-XX-{tens}1", say("the 1 of {tens}1 was moved behind", tens=tens))]
    )
