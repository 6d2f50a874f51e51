"""The words around a date that change what it says: hedges (约, around), edges ("end of"), bounds (之后, since)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from typing import Literal

from factcheck.extract.periods.moment import Moment, Written
from factcheck.lexicon.calendar import alternatives, listed, numbered
from factcheck.pattern import lazy_pattern

INSTANT = alternatives(listed("instant", "before"))
AFTER, BEFORE = listed("bound", "after_before"), listed("bound", "before_before")
ENDS, STARTS, STAGES = listed("edge", "end"), listed("edge", "start"), numbered("edge.stage")
IN_FRONT = lazy_pattern(
    rf"""
    # by (the end of June), since 2016, about (2010), the end of (2020), mid-(2013), 大概在(2017年)
    (?:(?<![a-z])(?P<instant>{INSTANT})\ ?)?
    (?:(?<![a-z])(?P<bound>{alternatives([*AFTER, *BEFORE])})\ ?(?:about\ |around\ )?)?
    (?:(?:the\ )?(?<![a-z])(?P<edge>{alternatives([*ENDS, *STARTS, *STAGES])})(?:\ of|-)?\ ?(?:the\ )?)?
    (?:(?P<hedge>{alternatives(listed("hedge", "before"))})(?:在|于|是在|为)?\ ?)?
    $
    """,
    re.VERBOSE,
)
BEHIND = lazy_pattern(
    rf"""
    \ ?(?:
      # 2000年前后, 2010 or so
      (?P<about>{alternatives(listed("hedge", "after"))})
      # 2016年之后, 2016 onwards; 2016年起诉 and 2016年后期 are none
    | (?P<after>之后|以后|以来|过后|onwards?|起(?![义诉草点飞步初源码伏重因床来火家落])|后(?![期续来半勤方]))
      # 2030年前; 1949年前任 is none
    | (?P<before>之前|以前|前(?![期往任半后]))
      # 2010-2016年间
    | (?P<glue>之?间(?![接谍隔距])|期间)
      # 20世纪初, 1980年代末期
    | (?P<stage>[初中末后]期|中?后期|[早晚]期|中叶|[初末](?![期一二三四五六七八九十]))
    )
    """,
    re.VERBOSE,
)
# 2020 end of the year, year-end 2021
ENDED = lazy_pattern(r"(?<![a-z])end")
# The longest run of such words before a date: "some time around the beginning of the ".
REACH, REACH_CHINESE = 40, 6
LATIN_BEFORE = frozenset(" -.")


def surrounded(folded: str, moments: Iterable[Moment]) -> Iterator[Moment]:
    """The moments with the words around them read."""
    found = list(moments)
    limits = [*(moment.start for moment in found[1:]), len(folded)]
    end = 0
    for moment, limit in zip(found, limits, strict=False):
        read = moment if moment.written.is_clock else _between(folded, moment, end, limit)
        end = read.end
        yield read


def _between(folded: str, moment: Moment, earliest: int, limit: int) -> Moment:
    """A moment with its words, none of which belongs to a neighbour: the 后 of 2021年，后年 is not that of 2021."""
    before = _before(folded, moment)
    read = before if before.start >= earliest else moment
    behind = _behind(folded, read)
    return behind if behind.end <= limit else read


def _before(folded: str, moment: Moment) -> Moment:
    """What stands before a date: 约2000年, "since 2016", "by the end of June 2021"."""
    reach = REACH if folded[moment.start - 1 : moment.start] in LATIN_BEFORE else REACH_CHINESE
    match = IN_FRONT.search(folded, max(0, moment.start - reach), moment.start)
    if match is None or match.start() == match.end():
        return moment
    edge = match["edge"]
    if moment.stop is None and (edge in ENDS or (edge is None and match["instant"] and names_end(folded, moment))):
        moment = end_of(moment, instant=match["instant"] is not None)
    elif moment.stop is None and edge in STARTS and moment.written.is_year:
        moment = moment._replace(written=_in_month(moment.written, 1))
    elif moment.stop is None and edge in STAGES and moment.written.is_year:
        moment = moment._replace(written=_in_month(moment.written, STAGES[edge]))
    if match["hedge"] or (edge and edge not in ENDS):
        moment = moment._replace(hedge="about")
    words = "edge" if edge else "hedge" if match["hedge"] else None
    bounding = "bound" if match["bound"] else "instant" if match["instant"] in AFTER else None
    if bounding and moment.stop is None and moment.written.stretch is None and not moment.relative:
        bound: Literal["after", "before"] = "after" if match[bounding] in AFTER else "before"
        return moment._replace(start=match.start(bounding), bound=bound)
    return moment._replace(start=match.start(words)) if words else moment


def names_end(folded: str, moment: Moment) -> bool:
    """Whether the date itself says that it is an end: 年底, 6月末, "2020 end of the year"."""
    words = folded[moment.start : moment.end]
    return (
        moment.stop is None
        and moment.written.day is None
        and (words.endswith(("底", "末", "终")) or ENDED.search(words) is not None)
    )


def end_of(moment: Moment, *, instant: bool) -> Moment:
    """The end of a year is about December, and its last day where something is counted at it (截至2021年底); so for a month."""
    written = moment.written
    if written.stretch is not None and moment.fiscal is None:
        return _last_day(moment)
    if written.stretch is not None or written.day is not None or (written.year or "").count("X") in (1, 2):
        return moment._replace(hedge="about")
    month = written.month or 12
    if not instant or month > 12:
        return moment._replace(written=written._replace(month=month), hedge="about")
    year = int(written.year) if written.year and written.year.isdecimal() and int(written.year) else 2001
    day = calendar.monthrange(year, month)[1]
    return moment._replace(written=written._replace(month=month, day=day), hedge="exact")


def _last_day(moment: Moment) -> Moment:
    """二季度末, "the end of the first half": the day on which accounts are made up."""
    assert moment.written.stretch is not None
    month, day = map(int, moment.written.stretch[1].split("-"))
    return moment._replace(written=Written(moment.written.year, month, day), hedge="exact")


def _in_month(written: Written, month: int) -> Written:
    """A year as about one of its months; a decade or century as it is."""
    return written if (written.year or "").count("X") in (1, 2) else written._replace(month=month)


def _behind(folded: str, moment: Moment) -> Moment:
    """What stands behind a date: 2000年前后, 2016年之后, 2010-2016年间."""
    match = BEHIND.match(folded, moment.end)
    if match is None or not moment.numbered:
        return moment
    if match["about"]:
        return moment._replace(end=match.end(), hedge="about")
    if match["stage"] == "末" and moment.stop is None and moment.written.stretch is not None:
        return _last_day(moment._replace(end=match.end()))
    if match["stage"]:
        vague = (moment.written.year or "").endswith("X")  # 20世纪初, 1980年代末期
        return moment._replace(end=match.end(), hedge="about") if vague else moment
    if match["glue"]:
        return moment._replace(end=match.end())
    if moment.stop is not None or moment.written.stretch is not None:
        return moment
    return moment._replace(end=match.end(), bound="after" if match["after"] else "before")
