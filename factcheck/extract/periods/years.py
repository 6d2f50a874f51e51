"""Years that only their neighbours show to be years: "in 2015", "(2021)", "the 2014 report", 2022数字医药论坛.

Four digits are a year where a preposition, a title or a bracket leads to them and nothing that is counted follows; "exceed 2700",
"2000 people" and 1900多个家庭 are none. Where both readings are open, as in "rose to 1950", the number is left to be a count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.extract.anchored import digit_runs, matches_at
from factcheck.extract.periods.moment import Moment, Written
from factcheck.lexicon import units
from factcheck.lexicon.calendar import alternatives, characters, listed
from factcheck.pattern import lazy_pattern

COUNTED = frozenset(listed("counted"))
GOING_ON = frozenset(listed("going_on"))
COUNTING, LEADING_TO_COUNT = characters("counting"), characters("counting", "before")
TITLES = alternatives(listed("title"))
CHANGING = alternatives(listed("changing"))
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
# How many code points before four digits are looked at: "since the beginning of ".
REACH = 24

SCAN = lazy_pattern(
    rf"""
    (?:(?<![0-9:/$£€¥₹_#-])(?<![0-9][.,\ ])|(?<=mid-)|(?<=pre-)|(?<=post-))     # 2013 and mid-2013, not 36.2013 or 010-2013
    (?P<year>{YEAR})
    (?![0-9a-z%‰°℃]|[.,:][0-9]|[-–/][0-9a-z]|\ ?[-–—~+×*=/]\ ?[0-9])            # not 2013.5, 2013kg, 2013 x 3
    """,
    re.VERBOSE,
)
STRONG = lazy_pattern(
    rf"""
    (?:
      (?<![a-z])(?:in|since|during|until|till|throughout|fiscal|late|early|mid|years?|circa|season)[\ -]      # in 2015, mid-2013
    | (?<![a-z0-9])(?<![0-9]\ )(?:b|d|m|r|fl|ca?|est)\.\                                                     # d. 1762
    | (?<![a-z])(?:summer|spring|autumn|winter)\ (?:of\ )?                                                  # summer of 1521
    | (?<![a-z])(?:end|start|beginning|middle|anniversary|war|treaty|revolution)\ of\                       # end of 2020
    | (?<![a-z])(?:{TITLES}),?\ ?                                                                           # olympics 2012
    | [（(《〈\[【〔«"“‘『「]\ ?                                                                             # (2021), 《2020
    )$
    """,
    re.VERBOSE,
)
WEAK = lazy_pattern(
    r"""
    (?<![a-z])(?:
      (?P<owner>the|its|our|their|his|her|an?|this|['’]s)                                                   # the 2014 report
    | (?P<word>at|both|by|of|from|to|for|through|before|after|between|and|or|around|about|as\ (?:of|at)|than|with|versus|vs\.?|against)
    )\ $
    """,
    re.VERBOSE,
)
PAIR = lazy_pattern(rf"[ ](?:to|through|until|till|and|or|&)[ ](?P<year>{YEAR})(?![0-9a-z%]|[.,][0-9])")
# "2019, 2020 and 2021": three years of our own time in a row are no counts.
LIST_AHEAD = lazy_pattern(
    r",[ ](?P<second>(?:19|20)[0-9]{2})(?:,[ ](?:19|20)[0-9]{2}){0,8},?[ ](?:and|or)[ ](?P<last>(?:19|20)[0-9]{2})(?![0-9a-z%]|[.,][0-9])"
)
# "Around 1850 the town": behind a number that is no count a new phrase begins.
ROUND_ABOUT = lazy_pattern(r"(?:^|[.;:。；\n])[ ]?(?:around|about|circa)[ ]$")
PHRASE = lazy_pattern(r"[ ](?:the|a|an|he|she|it|they|there|we|his|her|its|their)[ ]")
PAIRED_BEFORE = lazy_pattern(r"(?<![0-9])[0-9]{4}[ ](?:to|through|until|till)[ ]$")
TOLD_BEFORE = lazy_pattern(r"(?<![a-z])(?:years?|between|period|from|both)[ ]$")
LIST_BEFORE = lazy_pattern(rf"{YEAR}(?P<range>[-–][0-9]{{2,4}})?(?:,| and|, and| or|,? &|、|和|及|与)[ ]?$")
CHANGE_BEFORE = lazy_pattern(rf"(?:{CHANGING})\ (?:by|to|from|of)\ $", re.VERBOSE)
CLAUSE_START = lazy_pattern(r"(?:^|^[ ]{0,3}#{1,6}|\n[ ]{0,3}#{1,6}|[.,;，。；：、!?！？\n\r|•·–—])[ ]?$")
CLOSING = lazy_pattern(r"[ ]?(?:$|[（()\]）】》〉〕」』”’\",.;:!?，。；：！？、|\r\n–—])")
OPENING = lazy_pattern(r"[ ]?[《“\"$（(]")
NEXT_WORD = lazy_pattern(r"[ ](?P<word>[a-z]+)(?:[ ](?P<second>[a-z]+))?")
ONWARD = lazy_pattern(r"[ ]on(?:wards?)?(?=[ ]?[.,;:)]|\Z)|[ ](?:to|until|till)[ ](?:the[ ]present|today|date|now)(?![a-z])")
NUMBER_BEHIND = lazy_pattern(r"[ ][0-9$£€¥]")
TITLE_BEHIND = lazy_pattern(rf"\ (?:{TITLES})(?![a-z])", re.VERBOSE)
HAN = lazy_pattern(r"(?P<blank>[ ]?)(?P<word>[\u3400-\u9fff])")


# Chinese names of currencies and physical units have six characters at most, but for a few that begin with a country.
LONGEST_UNIT = 7


@cache
def _measuring() -> frozenset[str]:
    """The words of two characters and more that can only follow an amount."""
    return frozenset(
        word
        for unit in units().values()
        if unit.kind in ("money", "measure", "percent", "point")
        for word in unit.words
        if 1 < len(word) < LONGEST_UNIT and word[0] > "z"
    )


def _measured(folded: str, end: int) -> bool:
    """Whether a unit stands behind a number: 2000泰铢, 1800英里."""
    start = end + (folded[end : end + 1] == " ")
    return folded[start : start + 1] > "z" and any(folded[start : start + size] in _measuring() for size in range(2, LONGEST_UNIT))


def year_places(folded: str) -> Iterator[int]:
    """Where four digits stand together."""
    return (start for start, end in digit_runs(folded) if end - start == 4)


def find_years(folded: str) -> Iterator[Moment]:
    """The bare years of a text in reading order."""
    last = second = -1
    for match in matches_at(SCAN, folded, year_places(folded)):
        if _measured(folded, match.end()):
            continue
        before = folded[max(0, match.start() - REACH) : match.start()]
        follows = last >= 0 and match.start() - last < 8
        if match.start() == second or _is_year(folded, match, before, follows=follows):
            last = match.end()
            pair = PAIR.match(folded, last)
            second = pair.start("year") if pair is not None and _paired(folded, match, pair, before) else -1
            yield Moment(match.start(), match.end(), match.start(), match.end(), Written(match["year"]))


def _is_year(folded: str, match: re.Match[str], before: str, *, follows: bool) -> bool:
    """Whether the words on both sides of four digits make them a year; `follows` one that stands right before them."""
    year, end = match["year"], match.end()
    if (han := HAN.match(folded, end)) is not None:
        return _before_han(year, before, han)
    if folded.startswith(("》", "〉"), end):
        return True
    plain = CLOSING.match(folded, end) is not None or _plain(folded, end, year)
    head = LIST_BEFORE.search(before)
    if head is not None and (follows or head["range"]) and plain:
        return True
    if ROUND_ABOUT.search(before) and PHRASE.match(folded, end):
        return True
    if year >= "1900" and (row := LIST_AHEAD.match(folded, end)) is not None and year < row["second"] < row["last"]:
        return CLOSING.match(folded, row.end()) is not None
    if STRONG.search(before):
        return plain or (not _round(year) and NUMBER_BEHIND.match(folded, end) is not None)
    if (pair := PAIR.match(folded, end)) is not None:
        if _paired(folded, match, pair, before):
            return True
        if not _plain(folded, pair.end(), pair["year"]) and not CLOSING.match(folded, pair.end()):
            return False  # 1950 and 1970 grams
    return year >= "1500" and not PAIRED_BEFORE.search(before) and _loosely(folded, end, year, before)


def _before_han(year: str, before: str, han: re.Match[str]) -> bool:
    """2022数字医药论坛 carries its year as a name, "在 1991 开幕" stands behind a preposition; 1900多个 and 2600名 are counts."""
    if han["word"] in COUNTING or not "1800" <= year <= "2099" or before[-1:] in LEADING_TO_COUNT:
        return False
    return year >= "1900" if not han["blank"] else before.rstrip().endswith(("在", "于", "自", "从", "到", "，", "。", "("))


def _round(year: str) -> bool:
    """Whether it may as well be a rounded count: 1800, 2000, 1950."""
    return year.endswith(("00", "50"))


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _plain(folded: str, end: int, year: str) -> bool:
    """Whether the next words leave it a year: a function word or a noun in the singular does, what is counted does not."""
    match = NEXT_WORD.match(folded, end)
    if match is None:
        return OPENING.match(folded, end) is not None
    word, second = match["word"], match["second"] or ""
    if word in GOING_ON:
        return True
    if word in COUNTED or (second in COUNTED and _round(year)):
        return False
    return not (_plural(word) and (_round(year) or year < "1800"))


def _paired(folded: str, match: re.Match[str], pair: re.Match[str], before: str) -> bool:
    """Two years bound by "to" or "and" show each other: the years 2013 to 2009, between 1998 and 2004, covers 2009 to 2013."""
    first, second = match["year"], pair["year"]
    word = NEXT_WORD.match(folded, pair.end())
    if word is not None and (word["word"] in COUNTED or (_round(second) and _plural(word["word"]))):
        return False
    told = TOLD_BEFORE.search(before) is not None and CHANGE_BEFORE.search(before) is None
    if first < second and not (_round(first) and _round(second)):
        return told or first >= "1800"
    return told and (first < second or not before.endswith(("of ", "from ")) or not _round(second))


def _loosely(folded: str, end: int, year: str, before: str) -> bool:
    """Whether a word that may as well lead to a count, or the start of a clause, leads to a year of our own time."""
    weak = WEAK.search(before)
    if weak is None:
        if TITLE_BEHIND.match(folded, end) and year >= "1900" and not _round(year):
            return True
        return CLAUSE_START.search(before) is not None and _opens(folded, end, year, before)
    if weak["word"] == "from" and ONWARD.match(folded, end):
        return True
    if year < "1800" or CHANGE_BEFORE.search(before):
        return False
    match = NEXT_WORD.match(folded, end)
    if weak["owner"]:
        return match is not None and match["word"] not in COUNTED and not (_round(year) and _plural(match["word"]))
    if CLOSING.match(folded, end):
        return not (year.endswith("00") and weak["word"] in ("of", "about", "around", "than", "to", "by"))
    if match is None or match["word"] in COUNTED or _round(year):
        return False
    return match["word"] in GOING_ON or not _plural(match["word"])


def _opens(folded: str, end: int, year: str, before: str) -> bool:
    """At the start of a clause: "2015 was a good year", "prominent ,2019 There are", "| 2019 | 2018 |"; never "…, 2000 copies"."""
    if year < "1900":
        return False
    match = NEXT_WORD.match(folded, end)
    if match is None:
        return CLOSING.match(folded, end) is not None and (not _round(year) or before.endswith(("|", "| ", "，", ", ")))
    return match["word"] in GOING_ON or not (match["word"] in COUNTED or _plural(match["word"]) or _round(year))
