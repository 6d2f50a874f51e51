"""The words around a date that change what it says: hedges (约, around), edges ("end of"), bounds (之后, since)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator

from factcheck.extract.moment import Moment, Written
from factcheck.lexicon.calendar import alternatives, listed


def _words(words: Iterable[str]) -> str:
    return alternatives(words)


INSTANT = alternatives(word for word in listed("instant", "before"))
BEFORE = re.compile(
    rf"""
    (?:(?<![a-z])(?P<instant>{INSTANT})\ ?)?
    (?:
      (?:(?<![a-z])(?P<since>since|after|following|before|prior\ to|自从?)\ ?(?:about\ |around\ )?)?
      (?:(?:the\ )?(?P<edge>(?:very\ )?end|close|start|beginning|middle|early|mid|late)(?:\ of|-)?\ ?(?:the\ )?)?
      (?:(?P<hedge>{alternatives(listed("hedge", "before"))})(?:在|于|是在|为)?\ ?)?
    )$
    """,
    re.VERBOSE,
)
BEHIND = re.compile(
    rf"""
    \ ?(?:
      (?P<about>{alternatives(listed("hedge", "after"))})
    | (?:(?P<after>之后|以后|以来|过后|onwards?|起(?![义诉草点飞步初源码伏重因床来火家落])|后(?![期续来半勤方]))|(?P<before>之前|以前|前(?![期往任半后])))
    | (?P<glue>(?:之?间|期间)(?!接|谍|隔|距))
    | (?P<stage>[初中末后](?:期|后期)|中后期|[早晚]期|中叶|[初末](?!期|[一二三四五六七八九十]))
    )
    """,
    re.VERBOSE,
)
AFTER_WORDS = frozenset({"since", "after", "following", "自", "自从"})
# The longest run of such words before a date: "some time around the beginning of the ".
REACH, REACH_CHINESE = 40, 6
LATIN_BEFORE = frozenset(" -.")


def surrounded(folded: str, moments: Iterable[Moment]) -> Iterator[Moment]:
    """The moments with the words around them read."""
    for moment in moments:
        if moment.written.is_clock:
            yield moment
        else:
            yield _behind(folded, _before(folded, moment))


def _before(folded: str, moment: Moment) -> Moment:
    """What stands before a date: 约2000年, "since 2016", "by the end of June 2021"."""
    reach = REACH if folded[moment.start - 1 : moment.start] in LATIN_BEFORE else REACH_CHINESE
    match = BEFORE.search(folded, max(0, moment.start - reach), moment.start)
    if match is None or match.start() == match.end():
        return moment
    edge, written = match["edge"], moment.written
    if moment.stop is None and edge:
        if edge.endswith(("end", "close")):
            moment = end_of(moment, instant=match["instant"] is not None)
            written = moment.written
        elif edge.endswith(("start", "beginning")) and written.is_year:
            written = _start(written)
    elif edge is None and match["instant"] and names_end(folded, moment):
        moment = end_of(moment, instant=True)
        written = moment.written
    vague = match["hedge"] or (edge and not edge.endswith(("end", "close")))
    start = match.start("hedge") if match["hedge"] else moment.start
    if edge:
        start = match.start("edge")
    since = "since" if match["since"] else "instant" if match["instant"] in AFTER_WORDS else None
    bound = moment.bound
    if since and moment.stop is None and moment.written.stretch is None and not moment.relative:
        start, bound = match.start(since), "after" if match[since] in AFTER_WORDS else "before"
    return moment._replace(start=start, written=written, hedge="about" if vague else moment.hedge, bound=bound)


def names_end(folded: str, moment: Moment) -> bool:
    """Whether the date itself says that it is an end: 年底, 6月末, "2020 end of the year"."""
    words = folded[moment.first : moment.end]
    return moment.stop is None and moment.written.day is None and (words.endswith(("底", "末", "终")) or " end" in words)


def end_of(moment: Moment, *, instant: bool) -> Moment:
    """The end of a year is about December, and its last day where something is counted at it (截至2021年底); so for a month."""
    written = moment.written
    if written.stretch is not None or written.day is not None or (written.year or "").count("X") in (1, 2):
        return moment._replace(hedge="about")
    month = written.month or 12
    if not instant or month > 12:
        return moment._replace(written=written._replace(month=month), hedge="about")
    year = int(written.year) if written.year and written.year.isdecimal() and int(written.year) else 2001
    day = calendar.monthrange(year, month)[1]
    return moment._replace(written=written._replace(month=month, day=day), hedge="exact")


def _start(written: Written) -> Written:
    return written if (written.year or "").count("X") in (1, 2) else written._replace(month=1)


def _behind(folded: str, moment: Moment) -> Moment:
    """What stands behind a date: 2000年前后, 2016年之后, 2010-2016年间."""
    match = BEHIND.match(folded, moment.end)
    if match is None or not moment.numbered:
        return moment
    if match["about"]:
        return moment._replace(end=match.end(), hedge="about")
    if match["stage"]:
        vague = (moment.written.year or "").endswith("X")  # 20世纪初, 1980年代末期
        return moment._replace(end=match.end(), hedge="about") if vague else moment
    if match["glue"]:
        return moment._replace(end=match.end())
    if moment.stop is not None or moment.written.stretch is not None:
        return moment
    return moment._replace(end=match.end(), bound="after" if match["after"] else "before")
