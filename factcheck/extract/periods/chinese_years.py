"""Years in digits before 年: which are years and which a length of time, 1000年的历史, and which count from 1912, 114年度."""

from __future__ import annotations

import re

from factcheck.extract.periods.chinese_parts import SMALL
from factcheck.lexicon.calendar import characters
from factcheck.pattern import lazy_pattern

# Years counted from 1912 stand without 民国 in a text that has used them so, budgets by them, or names the offices that do.
EPOCH = 1911
REPUBLIC = lazy_pattern(
    r"""
      民国[0-9] | (?<![0-9])1[0-4][0-9]年度 | 行政院 | 立法院 | 新台币
    | (?<![0-9])1[0-4][0-9]年[^0-9|<\n]{0,16}[|<][^0-9\n]{0,16}1[0-4][0-9]年     # the headings 111年 | 112年
    """,
    re.VERBOSE,
)
REPUBLIC_REACH = 2000
MONTH_BEHIND = lazy_pattern(r"[ ]?[0-9]{1,2}[ ]?月")
# Two digits are a year where a part of it follows: 21年底, 21年上半年, 22年q1; 底薪 and 初心 are no parts.
PART_BEHIND = lazy_pattern(
    r"""[ ]?(?:底(?![薪部层下盘价线座气子片蕴色牌细])|末|初(?![心衷步级始中期])
      |[上下]半年|全年|前[二三]季|第?[一二三四1-4]季[度报]|q[1-4]|h[12]|半年报|[中年]报)""",
    re.VERBOSE,
)
# A hundred years and more without a month are a length of time when these follow or stand before them: 500年的历史, 长达667年.
LENGTH_AFTER = lazy_pattern(r"[ ]?(?:的?历史|来|以上|之久|多|前(?!后)|间|内|以内|之?后|寿命|一遇|老|不变|期)")
LENGTH_BEFORE = characters("years_long", "before")
YEAR_BEFORE = frozenset("在于（(。；\n")
DATED_AFTER = lazy_pattern(rf"[ ]?(?:[,，)）、；起至到初底末春夏秋冬正]|[0-9{SMALL}]{{1,2}}[ ]?月)")


def written_years(folded: str, match: re.Match[str]) -> tuple[str, str | None] | None:
    """The year that the digits before a 年 are, or the two of a range, as EDTF; None where they count years."""
    digits, since = match["digits"], match["from"]
    if since is not None:
        return _range(folded, match, since, digits)
    if len(digits) == 4:
        return (digits, None) if _dated(folded, match) else None
    if len(digits) == 3:
        year = _three_digits(folded, match)
        return None if year is None else (year, None)
    part = PART_BEHIND.match(folded, match.end()) and before_years(folded, match.start()) not in LENGTH_BEFORE
    if digits[0] == "0" or part or MONTH_BEHIND.match(folded, match.end()):
        republican = REPUBLIC.search(folded, max(0, match.start() - 60), match.start())
        return (f"{int(digits) + EPOCH}" if republican else f"XX{digits}", None)
    return None


def before_years(folded: str, place: int) -> str:
    """The character in front of a number, over a blank: 近 20 年."""
    return folded[max(0, place - 2) : place].strip(" ")[-1:]


def _range(folded: str, match: re.Match[str], since: str, digits: str) -> tuple[str, str] | None:
    """Two years: 2010-2016年, 1982-91年, 113至116年; 20至25年 is a length."""
    if len(since) == 4 and len(digits) in (2, 4):
        stop = digits if len(digits) == 4 else since[:2] + digits
        return (since, stop) if "1000" <= since <= "2199" and "1000" <= stop <= "2199" else None
    year = _three_digits(folded, match) if len(digits) == 3 and len(since) < 4 else None
    if year is None:
        return None
    return f"{int(since) + int(year) - int(digits):04d}", year


def _dated(folded: str, match: re.Match[str]) -> bool:
    """Whether four digits before 年 are a year: 1000年的历史 is not one, nor is 3000年; 2000年前后 and 2000年后 are."""
    digits, end = match["digits"], match.end()
    if not "1000" <= digits <= "2199" or not digits.endswith("00"):
        return "1000" <= digits <= "2199"
    if digits < "1900" and not DATED_AFTER.match(folded, end) and before_years(folded, match.start()) not in YEAR_BEFORE:
        return False
    length = LENGTH_AFTER.match(folded, end)
    return length is None or (digits == "2000" and length[0] in ("后", "之后", "前") and not folded.startswith("前的", end))


def _three_digits(folded: str, match: re.Match[str]) -> str | None:
    """667年 is a year where a date goes on or ends there; 500年 is more often a length of time. 114年度 counts from 1912."""
    digits, end = int(match["digits"]), match.end()
    if 90 <= digits <= 150 and (
        folded.startswith("度", end) or REPUBLIC.search(folded, max(0, match.start() - REPUBLIC_REACH), end + REPUBLIC_REACH)
    ):
        return f"{digits + EPOCH:04d}"
    before = before_years(folded, match.start()) or "\n"
    if digits < 100 or before in LENGTH_BEFORE or LENGTH_AFTER.match(folded, end):
        return None
    glosses = before in "（(" and folded[match.start() - 2 : match.start() - 1] == "年"
    dated = DATED_AFTER.match(folded, end) or before in YEAR_BEFORE
    return f"{digits:04d}" if glosses or (dated and digits % 50) else None
