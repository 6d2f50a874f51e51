"""Grouping that no language has: `1090,000`, `1,92万6,973`, and groups that lost their zeros: `2,382,6`, `919, passengers`, `98.%`.

In text translated from Chinese, four digits before a group of three come from a figure in 万: `1880万` was written on with three
zeros for four. Elsewhere a comma was set wrong or a digit typed twice. Every power of ten that this leaves open is a reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import zip_longest

from factcheck.document import Span
from factcheck.extract.damage.damaged import Damaged
from factcheck.extract.damage.words import Around, Page, behind, damaged_date, damaged_number, one_of, scaled, shown, unit_at, words
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

FAMILY = "broken-grouping"
ZEROS = "lost-zeros"
SENTENCE = 160  # how far behind a figure the sentence is searched for what was added to it

BROKEN = lazy_pattern(
    r"""
      (?<![\d,.:/(\[-])(?P<head>[1-9]\d{3,4})(?P<groups>(?:,\d{3})+)(?![\d,.]?\d|\s*[)\]×*])   # 1090,000
    | (?<![\d,.])(?P<first>\d{1,3}),(?P<second>\d{2})(?P<scale>[万亿])(?P<rest>\d{1,3}(?:,\d{3})?)?(?![\d,.])  # 1,92万6,973
    | (?<![\d,.])(?P<fours>[1-9]\d{1,3},\d{4})(?=[ ]?元)                          # 1236,5000元: grouped by 万
    | (?<![\d,.])(?P<point>[1-9]\d?\.\d{3})(?=[ ]?(?:元|yuan|위안)[ ]?(?:/|每|per[ ]|a[ ])[ ]?(?:月|month\b|월))   # 1.600 위안/월
    """,
    re.VERBOSE,
)
# What only rewritten translations print: a grouped number glued to a word, a digit token.
REWRITTEN = lazy_pattern(r"[a-z]\d{1,4}(?:,\d{3})+|5438[ ]?\+|kloc-0|\d{5}year")
YEAR_LIKE = lazy_pattern(r"(?:1[89]|20)\d\d")
# 2,382,6: a last group of one or two digits (2,50,000 is Indian grouping and ends in three); 239, passengers; 98.%
LOST = lazy_pattern(
    r"""
      (?<![\d.,₹$])(?P<short>\d{1,3}(?:,\d{3})+,\d{1,2})(?![\d,.]?\d|,)           # 2,382,6
    | (?<![\d.,₹$])(?P<pair>\d{1,3},\d{1,2},\d{1,2})(?![\d,.]?\d|,)               # 1,3,92
    | (?<![\d.,])(?P<open>\d{1,3}(?:,\d{3})*,)(?=[ ][a-z])                        # 239, passengers
    | (?<=in[ ])(?P<year>2[0-2]\d)(?=,[ ][a-z])                                   # in 223, sales rose
    | (?<![\d.,])(?P<tail>[1-9]\d?,\d{2})(?=[ ][a-z])(?![ ](?:and|or|to|of|in)\b) # 3,68 square kilometers
    | (?<![\d.,])(?P<percent>\d{1,3}\.)(?=%)                                      # 98.%
    """,
    re.VERBOSE,
)


GROUPED = lazy_pattern(r"\d,\d{3}(?!\d)")


def find_broken_grouping(page: Page) -> Iterator[Damaged]:
    """Every figure whose groups are no groups, ranked within its sentence: a level is larger than what was added to it."""
    folded, matches = page.folded, list(page.matches(BROKEN, before=",."))
    translated = bool(matches) and REWRITTEN.search(folded) is not None
    found = [damaged for match in matches if (damaged := _broken(folded, match, translated=translated)) is not None]
    for level, added in zip_longest(found, found[1:]):
        if added is not None and added.number.start - level.number.end < SENTENCE and _is_increase(folded, level, added):
            yield _above(level, added)
        else:
            yield level


def _broken(folded: str, match: re.Match[str], *, translated: bool) -> Damaged | None:
    if match["scale"]:
        power = words()["scale"][match["scale"]]
        value = scaled(match["first"] + match["second"], power) + scaled(match["rest"] or "0", 0)
        number = Span(match.start(), match.end())
        why = say(
            "{first}{second}{scale} with a comma inside: {value}",
            first=match["first"],
            second=match["second"],
            scale=match["scale"],
            value=shown(value),
        )
        point = scaled(f"{match['first']}.{match['second']}", power)
        end, unit, kind = unit_at(folded, match.end())
        values = (
            [(value, why)] if match["rest"] else [(value, why), (point, say("the comma is a point: {point}", point=shown(point)))]
        )
        return damaged_number(folded, FAMILY, number=number, values=values, around=Around(match.end(), 0, end, unit, kind))
    if match["fours"] or match["point"]:
        return _by_other_marks(folded, match)
    if YEAR_LIKE.fullmatch(match["head"]) and not "a" <= folded[match.start() - 1 : match.start()] <= "z":
        return None  # "in 2019,300 people": a year and its comma
    around = behind(folded, match.end())
    number = Span(match.start(), around.scale_end)
    return damaged_number(
        folded, FAMILY, number=number, values=_regrouped(match, around.power, translated=translated), around=around
    )


def _by_other_marks(folded: str, match: re.Match[str]) -> Damaged:
    """A sum grouped by ten thousands, or by a point as other languages do: no wage has tenths of a 分."""
    whole = scaled(match[0].replace(",", "").replace(".", ""), 0)
    if match["fours"]:
        values = [(whole, say("grouped by 万: {value}", value=shown(whole)))]
    else:
        values = [
            (whole, say("the point groups: {value}", value=shown(whole))),
            (scaled(match[0], 0), say("the mark is a point: {value}", value=match[0])),
        ]
    return damaged_number(
        folded, FAMILY, number=Span(match.start(), match.end()), values=values, around=behind(folded, match.end())
    )


def _regrouped(match: re.Match[str], power: int, *, translated: bool) -> list[tuple[Decimal, str]]:
    """Every power of ten, best first: 万 first on a page that a program has translated and rewritten."""
    digits = match["head"] + match["groups"].replace(",", "")
    face = scaled(digits, power)
    grouped = (face, say("the comma set right: {face}", face=shown(face)))
    ten_thousand = scaled(digits, power + 1)
    hundred = scaled(digits, power + 2)
    from_chinese = (
        ten_thousand,
        say("{head}万, written on with three zeros for four: {ten_thousand}", head=match["head"], ten_thousand=shown(ten_thousand)),
    )
    more = (hundred, say("two zeros lost: {hundred}", hundred=shown(hundred)))
    less = (scaled(digits, power - 1), say("one zero too many: {scaled}", scaled=shown(scaled(digits, power - 1))))
    return [from_chinese, grouped, more, less] if translated else [grouped, from_chinese, less, more]


def _is_increase(folded: str, level: Damaged, added: Damaged) -> bool:
    between = folded[level.number.end : added.number.start]
    return (
        not any(mark in between for mark in "。;；\n")
        and ". " not in between
        and any(word in between for word in words()["increase"])
    )


def _above(level: Damaged, added: Damaged) -> Damaged:
    """The readings of a level with those above the first reading of what was added to it in front, the nearest first."""
    least = added.readings[0].value
    able = [
        reading
        for reading in level.readings
        if isinstance(reading.value, Decimal) and isinstance(least, Decimal) and reading.value > least
    ]
    able.sort(key=lambda reading: reading.value)
    return replace(level, readings=(*able, *(reading for reading in level.readings if reading not in able)))


def find_lost_zeros(page: Page) -> Iterator[Damaged]:
    """Groups with digits missing. Which zeros were dropped cannot be told from the figure: readings are the places they can have had.

    `239, passengers` alone is a clause that begins with a noun: it is read as damage beside a figure that shows the family.
    """
    folded = page.folded
    matches = [match for match in page.matches(LOST, before=",.") if not _list_before(folded, match.start())]
    proved = any(match["short"] or match["percent"] for match in matches)
    grouped = bool(matches) and GROUPED.search(folded) is not None
    for match in matches:
        span = Span(match.start(), match.end())
        if match["percent"]:
            around = Around(match.end(), 0, match.end() + 1, "percent", "percent")
            value = scaled(match["percent"].rstrip("."), 0)
            values = [(value, say("the zeros behind the point are lost, or nothing but the point is left over"))]
            yield damaged_number(folded, ZEROS, number=span, values=values, around=around)
        elif match["year"]:
            if proved:
                dates = [(f"{match['year'][0]}0{match['year'][1:]}", say("a page that lost its zeros: a year without its 0"))]
                yield damaged_date(ZEROS, span=span, number=span, dates=dates)
        elif match["short"] or (_counts(folded, match) and (proved or (match["tail"] and grouped))):
            yield damaged_number(folded, ZEROS, number=span, values=_restored(match), around=behind(folded, match.end()))


def _counts(folded: str, match: re.Match[str]) -> bool:
    """Whether something that is counted by the thousand follows."""
    return _nouns().match(folded, match.end()) is not None


@cache
def _nouns() -> re.Pattern[str]:
    return lazy_pattern(rf"[ ]?(?:{one_of(words()['grouped'])})(?![a-z])", re.VERBOSE)


def _list_before(folded: str, start: int) -> bool:
    return re.search(r"\d[,、]?[ ]?\Z", folded[max(0, start - 4) : start]) is not None


def _restored(match: re.Match[str]) -> list[tuple[Decimal, str]]:
    text = match["short"] or match["pair"] or match["open"] or match["tail"]
    *full, last = text.split(",")
    if last == "":
        return [(scaled("".join([*full, "000"]), 0), say("a group of zeros is lost"))]
    missing = 3 - len(last)
    filled = [last.zfill(3), last[0] + "0" + last[1:] if missing == 1 else f"0{last}0", last + "0" * missing]
    groups = [group if index == 0 else group.zfill(3) for index, group in enumerate(full)]
    return [
        (scaled("".join([*groups, group]), 0), say("zeros of the last group are lost: {group}", group=group)) for group in filled
    ]
