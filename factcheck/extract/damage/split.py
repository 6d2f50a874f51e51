"""Blanks inside a number: `1 1%`, `136 1.6 mm`, `6. 1 degree`, `1 .1 million`, `4, 600 million`, `/ 0 1 /`.

Rewriting programs set a blank before a 1; scans and typing set one behind a point or comma. A blank also groups thousands (`6 500`,
`37 658`) and parts the numbers of a list (`1 2 3`): a split is read only where what follows asks for one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.document import Span
from factcheck.extract.damage.damaged import Damaged
from factcheck.extract.damage.words import (
    CELSIUS,
    Around,
    Page,
    behind,
    currency_before,
    damaged_date,
    damaged_number,
    hedge_before,
    month_numbers,
    one_of,
    scaled,
    shown,
    words,
)
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

FAMILY = "split-number"
BESIDE = say("the blank does not belong there")
REACH = 24
YEAR = lazy_pattern(r"(?:1[89]|20)\d\d")
WORD_BEFORE = lazy_pattern(r"([a-z]+)[ ]\Z")
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"  # zero-width blanks and joiners, soft hyphen


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    measured, grouped, plural = one_of(words()["measured"]), one_of(words()["grouped"]), one_of(words()["plural"])
    return {
        "digits": lazy_pattern(
            rf"""
            (?<![\d.,:/$₹¥€£×x])(?<!\d-)(?<!\d[ ])
            (?: (?P<tenths>\d{{1,2}}[ ]1\d?[ ]?\.\d{{1,2}} | \d{{2,3}}[ ]1\.\d{{1,2}})(?!\d|,\d)(?=[ ]?(?:{measured})(?![a-z]))  # 1 1.9℃
              | (?P<plain>\d{{1,3}}[ ]1\d? | \d{{1,2}}[ ]1[ ]\d{{1,2}})(?![\d/.]|,\d)(?=[ ]?(?:{measured}|{plural})(?![a-z]))              # 1 1%
              | (?P<apart>\d{{1,3}}(?:[ ]1\d{{0,2}}){{2,3}})(?<!\d[ ]\d{{3}})(?![\d/.]|,\d)(?=[ ]?(?:{measured}|{plural})(?![a-z]))     # 1 18 19 residents
              | (?P<zeros>1[ ]0\d{{0,2}})(?![\d/.]|,\d)(?=[ ]?(?:{measured}|{plural})(?![a-z]))                             # 1 0%
              | (?P<scaled>\d[ ]\d{{1,2}})(?!\d|[/.,]\d)(?=[ ](?:million|billion|crores?|lakhs?)\b|[ ]?[万亿])              # 1 20万
            )
            """,
            re.VERBOSE,
        ),
        "decimal": lazy_pattern(
            rf"""
            (?<![\d.,])
            (?: (?P<behind>(?:\d{{1,3}}(?:,\d{{2,3}})+|\d{{1,3}})\.[ ]\d{{1,2}})(?!\d|[.,]\d)(?=[ ]?(?:{measured})(?![a-z]))            # 6. 1 degree
              | (?P<before>\d{{1,3}}(?:[ ]\d)?[ ]\.\d{{1,2}})(?!\d|[.,]\d)(?=[ ]?(?:{measured})(?![a-z]))  # 1 .1 million
              | (?P<dunhao>\d{{2,3}}、\d)(?!\d|[.,、]\d)(?=摄氏度|度|℃|%|米)                               # 47、8摄氏度
            )
            """,
            re.VERBOSE,
        ),
        "group": lazy_pattern(
            rf"""
            (?<![\d,.])(?<!\d[ ])(?<!\d,[ ])
            (?P<whole>
                \d{{1,3}}(?:,\d{{3}})*(?:,[ ]|[ ],)\d{{3}}                            # 4, 600 million; 4 ,600
              | \d{{1,2}}(?:,[ ]?\d{{2}})+,[ ]?\d{{3}}(?<=[ ]\d{{3}})                  # 2,50, 000
              | \d{{1,2}},[ ]\d{{2}},[ ]?\d{{3}}                                       # 2, 50,000
              | [1-9]\d?[ ]0,000                                                       # 36 0,000
              | \d{{1,3}}(?:,[ ]\d{{3}})+,[ ]000                                        # 2, 500, 000
            )
            (?![\d.,]?\d|,[ ]\d|[ ]?[,、]?(?:and|和)\b)(?=(?P<unit>[ ]?(?:{grouped})(?![a-z]))?)
            """,
            re.VERBOSE,
        ),
        "numbered": lazy_pattern(rf"(?:(?:^|\n)[ \t>*#•-]*|\b(?:{one_of(words()['numbered'])})\.?[ ]?|第)\Z", re.VERBOSE),
        "ordinal": lazy_pattern(r"(?<![\d.,])\d{1,2}[ ][01](?=th\b)|(?<![\d.,])2[ ]1(?=st[ ]century)"),  # 1 1th: there is no 1th
        "doubtful": lazy_pattern(
            r"""
            (?<![\d.,:/$₹¥€£×x])(?<!\d-)(?<!\d[ ])
            (?:\d{1,3}[ ]1\d? | 1[ ]\d{1,2})(?:\.\d{1,2})?(?![\d/]|[.,:]\d|[ ]\d)        # No. 1 1, the 20 14 cup
            """,
            re.VERBOSE,
        ),
        "heading": lazy_pattern(r"(?<=/[ ])0[ ]\d(?=[ ]/)"),  # / 0 1 /
        "standard": lazy_pattern(r"(?<=[a-z]/t[ ])0\d?[ ]1(?!\d)"),  # LB/T 00 1
        "unseen": lazy_pattern(rf"\d+(?:[{UNSEEN}]\d+)+"),
    }


def find_splits(page: Page) -> Iterator[Damaged]:
    """Every number that blanks have torn, dates apart."""
    folded, patterns = page.folded, _patterns()
    yield from _decimals(page)
    yield from _digits(page)
    yield from _groups(page)
    for match in page.matches(patterns["ordinal"], before=" "):
        span = Span(match.start(), match.end())
        yield _number(page, span, match[0].replace(" ", ""), Around(span.end, 0, span.end + 2, None, "ordinal"))
    for match in page.matches(patterns["heading"], before=" "):
        span = Span(match.start(), match.end())
        yield _number(page, span, match[0].replace(" ", ""), Around(span.end, 0, span.end, None, "ordinal"))
    for match in page.matches(patterns["standard"], before=" "):
        span = Span(match.start(), match.end())
        joined = match[0].replace(" ", "")
        yield damaged_date(
            FAMILY, span=span, number=span, dates=[(joined, say("a blank before the 1 of a standard's number"))], kind="identifier"
        )
    if any(character in folded for character in UNSEEN):
        for match in page.matches(patterns["unseen"]):
            text = re.sub(f"[{UNSEEN}]", "", match[0])
            yield _number(
                page,
                Span(match.start(), match.end()),
                text,
                behind(folded, match.end()),
                why=say("a character without width stands in the number"),
            )


def find_doubtful_splits(page: Page) -> Iterator[Damaged]:
    """Two numbers with a blank before a 1 or behind one, where other damage proves the page: the 20 14 World Cup, No. 1 1 school."""
    for match in page.matches(_patterns()["doubtful"], before=" "):
        span, text = Span(match.start(), match.end()), match[0].replace(" ", "")
        if YEAR.fullmatch(text):
            yield damaged_date(
                FAMILY, span=span, number=span, dates=[(text, say("a blank was set into the year {text}", text=text))]
            )
        else:
            why = say("this page sets blanks before the digit 1")
            yield _number(page, span, text, behind(page.folded, span.end), why=why)


def _number(page: Page, span: Span, text: str, around: Around, *, why: str = BESIDE) -> Damaged:
    value = scaled(text, around.power)
    start = span.start
    if page.sign_before(start):
        value, start = -value, start - 1
    return damaged_number(
        page.folded,
        FAMILY,
        number=Span(start, around.scale_end),
        values=[(value, say("{why}: {value}", why=why, value=shown(value)))],
        around=around,
    )


def _is_numbered(page: Page, start: int) -> bool:
    """Behind "Table 3." and behind a number at the start of a line a new sentence begins."""
    return _patterns()["numbered"].search(page.folded, max(0, start - REACH), start) is not None


def _decimals(page: Page) -> Iterator[Damaged]:
    for match in page.matches(_patterns()["decimal"], before=" ,.、"):
        span = Span(match.start(), match.end())
        if not match["before"] and _is_numbered(page, span.start):
            continue
        around = behind(page.folded, span.end)
        if match["dunhao"]:
            if around.unit == CELSIUS or int(match[0][-1]) != int(match[0][-3]) + 1:  # 17、8米 is 17 or 18 metres
                yield _number(page, span, match[0].replace("、", "."), around, why=say("an ideographic comma stands for the point"))
            continue
        yield _number(page, span, match[0].replace(" ", ""), around, why=say("the blank beside the point does not belong there"))


def _digits(page: Page) -> Iterator[Damaged]:
    for match in page.matches(_patterns()["digits"], before=" "):
        span = Span(match.start(), match.end())
        if not _is_numbered(page, span.start):
            yield _number(page, span, match[0].replace(" ", ""), behind(page.folded, span.end))


def _is_day(page: Page, start: int) -> bool:
    """On May 3, 200 people met: the day of a date and a new number; so is one behind "group 3"."""
    word = WORD_BEFORE.search(page.folded, max(0, start - REACH), start)
    return word is not None and (word[1] in month_numbers() or word[1] in words()["numbered"])


def _groups(page: Page) -> Iterator[Damaged]:
    """4, 600 million: a blank behind the comma, where zeros, a currency or what follows say that the groups are one number."""
    for match in page.matches(_patterns()["group"], before=" ,"):
        span = Span(match.start("whole"), match.end("whole"))
        around = behind(page.folded, span.end)
        money = currency_before(page.folded, span.start)[1] is not None
        one = match["whole"].endswith("000") or match["unit"] or around.kind in ("money", "measure") or _hedged(page, span.start)
        if money or (one and not _is_day(page, span.start)):
            yield _number(page, span, match["whole"].replace(" ", ""), around)


def _hedged(page: Page, start: int) -> bool:
    """About 12, 350 of them: a hedge is of one number, and the two on either side of a comma are no list then."""
    return hedge_before(page.folded, start)[1] != "exact"
