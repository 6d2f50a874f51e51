"""Years that only their neighbours show to be years: "in 2015", "(2021)", "the 2014 report", 2022数字医药论坛."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.moment import Moment, Written
from factcheck.lexicon.calendar import alternatives, listed

COUNTED = frozenset(listed("counted"))
TITLES = alternatives(listed("title"))
# Han characters that open a unit, a scale or a classifier, so that the number before them is counted.
COUNTING = frozenset("万亿千百十兆人个家名元块美港日天小公里米斤吨只件次台辆条张座所位户种项本套份股门岁度克平立余多几来号倍字页点分秒时周月届级层栋间架艘匹头颗棵枚片册篇首部卷曲队组类支根笔幅对双套处场起例床票席瓦伏安卡马英华摄升毫厘寸尺亩顷桶枪发年%")
SCAN = re.compile(r"(?=[12])(?:(?<![0-9:/$£€¥₹_#-])(?<![0-9][., ])|(?<=mid-)|(?<=pre-)|(?<=post-))(?P<year>1[0-9]{3}|20[0-9]{2})(?![0-9a-z%‰°℃]|[.,:][0-9]|[-–/][0-9a-z]|[ ]?[-–—~+×*=/][ ]?[0-9])")
STRONG = re.compile(
    rf"""
    (?:
      (?<![a-z])(?:in|since|during|until|till|throughout|fiscal|late|early|mid|year|years|circa|summer|spring|autumn|winter|fall\ of|season|(?:end|start|beginning|middle|summer|spring|autumn|winter|anniversary|war|treaty|revolution)\ of)[\ -]
    | (?<![a-z])(?:{TITLES}),?\ ?
    | [（(《〈\[【〔«"“‘『「]\ ?
    )$     # in 2015, the olympics 2012, 《2020
    """,
    re.VERBOSE,
)
WEAK = re.compile(r"(?<![a-z])(?P<word>at|both|by|of|from|to|for|through|before|after|between|and|or|the|around|about|as of|as at|than|with|versus|vs\.?|against|its|our|their|his|her|a|an|this|’s|'s)[ ]$")
PAIR = re.compile(r"[ ](?:to|through|until|till|and|or|&)[ ](?P<year>1[0-9]{3}|20[0-9]{2})(?![0-9a-z%]|[.,][0-9])")
CLAUSE_START = re.compile(r"(?:^|[.,;，。；：、!?！？\n\r|•·–—])[ ]?$")
FUNCTION_WORD = frozenset(
    "several and or in on at to the a an of for from by with was is are were has had have as but it its he she they there this that these those when while where which who after before"
    " during until since through not also than then so if into over under between we our i you his her their be been will would could may can did does came saw marked became"
    " compared versus vs respectively inclusive onwards onward".split()
)
CLOSING = re.compile(r"[ ]?(?:$|[（()\]）】》〉〕」』”’\",.;:!?，。；：！？、|\r\n–—])")
NEXT_WORD = re.compile(r"[ ](?P<word>[a-z]+)(?:[ ](?P<second>[a-z]+))?")
CHANGE_BEFORE = re.compile(r"(?:rose|rise|risen|increased?|grew|grown|fell|fallen|declined?|dropped|up|down|reached|exceed\w*|total\w*|over|than|nearly|almost|about|around|some|only|least|most|to|by|hit|x|×)[ ](?:by|to|from|of)[ ]$")
HAN = re.compile(r"(?P<blank>[ ]?)(?P<word>[\u3400-\u9fff])")
NUMBER_BEHIND = re.compile(r"[ ][0-9$£€¥]")
NAME_BEHIND = re.compile(rf"[ ](?:{TITLES})(?![a-z])", re.VERBOSE)
TOLD_BEFORE = re.compile(r"(?<![a-z])(?:years?|between|period|from|both)[ ]$")
PAIRED_BEFORE = re.compile(r"(?<![0-9])[0-9]{4}[ ](?:to|through|until|till)[ ]$")
LIST_BEFORE = re.compile(r"(?:1[0-9]{3}|20[0-9]{2})(?P<range>[-–][0-9]{2,4})?(?:,| and|, and| or|,? &|、|和|及|与)[ ]?$")


def find_years(folded: str) -> Iterator[Moment]:
    """The bare years of a text in reading order."""
    last, second = -99, -1
    for match in SCAN.finditer(folded):
        before = folded[max(0, match.start() - 24) : match.start()]
        if match.start() == second or _is_year(folded, match, before, listed_behind=match.start() - last < 8):
            last = match.end()
            pair = PAIR.match(folded, last)
            second = pair.start("year") if pair is not None and _paired(match, before, pair, folded) else -1
            yield Moment(match.start(), match.end(), match.start(), match.end(), Written(match["year"]))


def _is_year(folded: str, match: re.Match[str], before: str, *, listed_behind: bool) -> bool:
    """Whether the words on both sides of four digits make them a year."""
    year, end = match["year"], match.end()
    if (han := HAN.match(folded, end)) is not None:
        return _before_han(year, before, han)
    if folded.startswith(("》", "〉"), end):
        return True
    plain = CLOSING.match(folded, end) is not None or _plain(folded, end, year)
    head = LIST_BEFORE.search(before)
    if head is not None and (listed_behind or head["range"]) and plain:
        return True
    if STRONG.search(before):
        return plain or (not _round(year) and NUMBER_BEHIND.match(folded, end) is not None)
    if (pair := PAIR.match(folded, end)) is not None and _paired(match, before, pair, folded):
        return True
    if PAIRED_BEFORE.search(before):
        return False
    if year < "1500":
        return False
    weak = WEAK.search(before)
    if weak is not None:
        return _weak(folded, end, year, weak["word"], before)
    if CLAUSE_START.search(before):
        return _opens(folded, end, year, before)
    return NAME_BEHIND.match(folded, end) is not None


def _before_han(year: str, before: str, han: re.Match[str]) -> bool:
    """2022数字医药论坛 carries its year as a name, "在 1991 开幕" stands behind a preposition; 1900多个 and 2600名 are counts."""
    if han["word"] in COUNTING or not "1800" <= year <= "2099" or (before and before[-1] in LENGTH_BEFORE):
        return False
    return year >= "1900" if not han["blank"] else before.rstrip().endswith(("在", "于", "自", "从", "到", "，", "。", "("))


LENGTH_BEFORE = frozenset("约近过达共有超第了历每隔满余多经这长整逾距增减为得破")


def _round(year: str) -> bool:
    """Whether it may as well be a rounded count: 1800, 2000, 1950."""
    return year.endswith(("00", "50"))


def _plain(folded: str, end: int, year: str) -> bool:
    """Whether the next words leave it a year: a function word or a noun in the singular does, what is counted does not."""
    match = NEXT_WORD.match(folded, end)
    if match is None:
        return CLOSING.match(folded, end) is not None or folded.startswith((" (", "（", " 《", " “", ' "', " $"), end)
    word, second = match["word"], match["second"] or ""
    if word in FUNCTION_WORD:
        return True
    if word in COUNTED or (second in COUNTED and _round(year)):
        return False
    return not (_round(year) and _plural(word)) and not (year < "1800" and _plural(word))


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _paired(match: re.Match[str], before: str, pair: re.Match[str], folded: str) -> bool:
    """Two years bound by "to" or "and" show each other: the years 2013 to 2009, between 1998 and 2004, covers 2009 to 2013."""
    first, second = match["year"], pair["year"]
    next_word = NEXT_WORD.match(folded, pair.end())
    if next_word is not None and (next_word["word"] in COUNTED or (_round(second) and _plural(next_word["word"]))):
        return False
    told = TOLD_BEFORE.search(before) is not None and CHANGE_BEFORE.search(before) is None
    if first < second and not (_round(first) and _round(second)):
        return told or first >= "1800"
    return told and (first < second or not before.endswith(("of ", "from ")) or not _round(second))


def _weak(folded: str, end: int, year: str, word: str, before: str) -> bool:
    """Behind a preposition that may as well lead to a count the year must be near our own time and its neighbours plain."""
    if not "1800" <= year <= "2099" or CHANGE_BEFORE.search(before):
        return False
    next_word = NEXT_WORD.match(folded, end)
    if word in ("the", "its", "our", "their", "his", "her", "a", "an", "this", "’s", "'s"):
        return next_word is not None and next_word["word"] not in COUNTED and not (_round(year) and _plural(next_word["word"]))
    if CLOSING.match(folded, end):
        return not (year in ("1800", "1900", "2000") and word in ("of", "about", "around", "than", "to", "by"))
    return next_word is not None and (next_word["word"] in FUNCTION_WORD or not _plural(next_word["word"])) and next_word["word"] not in COUNTED and not _round(year)


def _opens(folded: str, end: int, year: str, before: str) -> bool:
    """At the start of a clause: "2015 was a good year", "prominent ,2019 There are", "| 2019 | 2018 |"; never "…, 2000 copies"."""
    if not "1900" <= year <= "2099":
        return False
    match = NEXT_WORD.match(folded, end)
    if match is not None:
        return match["word"] in FUNCTION_WORD or not (match["word"] in COUNTED or _plural(match["word"]) or _round(year))
    return CLOSING.match(folded, end) is not None and (not _round(year) or before.endswith(("|", "| ", "，", ", ")))
