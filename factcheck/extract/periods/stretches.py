"""Stretches that are told by their last day: "the six months ended 30 June 2022", "the year to March", 截至9月30日止六个月."""

from __future__ import annotations

import re

from factcheck.extract.hanzi import hanzi_value
from factcheck.extract.periods.moment import Moment
from factcheck.lexicon.calendar import alternatives, numbered
from factcheck.pattern import lazy_pattern

LENGTHS = numbered("stretch_of")
COUNTS = numbered("count") | numbered("cardinal")
BEFORE = lazy_pattern(
    rf"""
    (?<![a-z0-9-])
    (?:
      (?P<count>{alternatives(COUNTS)}|[0-9]{{1,2}})[ -](?P<unit>months?|quarters?|years?)              # six months
    | (?P<length>{alternatives(word for word in LENGTHS if word.isascii())})                            # year
    )
    (?:\ (?:period|term))?\ (?:that\ )?(?:ended|ending|ends|to|through)\ (?:on\ )?(?:the\ )?$           # ended on
    """,
    re.VERBOSE,
)
BEHIND = lazy_pattern(
    rf"""
    \ ?止的?
    (?:
      (?P<count>[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,3}})\ ?个?(?P<unit>月|季度|年度?)                 # 六个月
    | (?P<length>{alternatives(word for word in LENGTHS if not word.isascii())})                        # 年度
    )
    """,
    re.VERBOSE,
)
MONTHS = {"month": 1, "quarter": 3, "year": 12, "月": 1, "季度": 3, "年": 12, "年度": 12}
REACH = 48


def months_to(folded: str, moment: Moment) -> int | None:
    """How many months the stretch has that the words around a date let end with it, None where they tell of none."""
    if moment.stop is not None or moment.written.month is None:
        return None
    match = BEHIND.match(folded, moment.end) or BEFORE.search(folded, max(0, moment.start - REACH), moment.start)
    if match is None:
        return None
    if match["length"]:
        return LENGTHS[match["length"]]
    unit = match["unit"] if match["unit"] in MONTHS else match["unit"][:-1]
    return _count(match["count"]) * MONTHS[unit]


def _count(text: str) -> int:
    if text.isdecimal():
        return int(text)
    value = hanzi_value(text.replace("两", "二")) if text not in COUNTS else None
    return COUNTS.get(text, 0) if value is None else value[0]
