"""Rates: figures that are so much for each of something, 3.5元/股, "$75 a barrel", 每千人2.9名, told by the words behind them or in front."""

from __future__ import annotations

import bisect
import re
from collections.abc import Container, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from factcheck.extract.anchored import Marks, matches_at
from factcheck.extract.beside import skip
from factcheck.extract.denominators import FEWEST, Place, denominator_at
from factcheck.extract.figure import Figure
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import Unit, page, units
from factcheck.lexicon.calendar import alternatives
from factcheck.lexicon.names import words
from factcheck.lexicon.rates import Denominator
from factcheck.pattern import lazy_pattern

# What brings in a denominator behind a figure: 元/股, 元每股, 元一平方米, "$75 a barrel", "yuan per share".
BEHIND = lazy_pattern(
    r"(?P<stroke>[ ]?/[ ]?)|(?P<each>每)|(?P<one>一)|[ ](?P<article>an?)[ ]|[ ](?:per|(?:for[ ])?(?:each|every))[ ]"
)
# "12,000 barrels of crude oil a day"
OF_STUFF = lazy_pattern(r"[ ]of(?:[ ][a-z-]+){1,2}?(?=[ ](?:an?|per|every|each)[ ])")
# "2.9 practising doctors per 1,000 people": the noun that is counted stands between.
NOUN_PER = lazy_pattern(r"(?P<noun>(?:[ ][a-z][a-z-]*){1,4}?)[ ](?:per|for[ ]every)[ ]")
# What begins a denominator in front of its figure: 每股, "per capita", 一年 of 一年3次.
AHEAD = "每|(?<![a-z])(?:each|every|per)[ -]|(?<![第十百千之0-9])一(?=[年天日周])"
AHEAD_MARKS = ("每", "each", "every", "per", "一年", "一天", "一日", "一周")
# How far behind it the figure may stand.
REACH = {True: 24, False: 48}
STOP = lazy_pattern(r"[，。；：、,.;:（）()\n|]")
HAN = lazy_pattern(r"[\u3400-\u9fff]")
NEXT_WORD = lazy_pattern(r"[ ](?P<word>[a-z]+)")
# 由6.5张增加到7.2张, "from $1.20 to $1.35 a share": both are the rate.
LED_TO = lazy_pattern(r"[^，。；：、,.;:（）()\n0-9]{0,6}(?:至|到|[ ]to[ ])[^，。；：、,.;:（）()\n0-9]{0,6}")
# 时速350公里（217英里）
GLOSSED = lazy_pattern(r"[ ]?[（(][ ]?(?:约|合|即|或|about[ ]|or[ ])?")
# How often something is: three times a week.
OFTEN = "times"
# The first character of what brings in a denominator.
OPENERS = "/每一 "
BUCKET, BARREL = "can", "oil_barrel"
DEGREE, KILOWATT_HOUR = "degree", "kWh"
RATED = ("money", "count", "measure", "duration")


def read_rates(prepared: Prepared, figures: list[Figure]) -> list[Figure]:
    """Give figures what they are for; the figures without those that are words of a denominator, the 一 of 8万元一平方米."""
    taken = {place for figure in figures if (place := _behind(prepared, figure)) is not None}
    _ahead(prepared, figures, taken)
    _led_to(prepared, figures)
    kept: list[Figure] = []
    for figure in figures:
        if not kept or figure.numeral.span.start >= kept[-1].end:
            kept.append(figure)
    return kept


def _behind(prepared: Prepared, figure: Figure) -> int | None:
    """Read the denominator behind a figure; where the unit in it begins or its number does, None where there is none."""
    folded, end = prepared.folded, max(figure.end, figure.numeral.span.end)
    if folded[end : end + 1] not in OPENERS or end == len(folded) or not _ratable(figure, folded):
        return None
    of = OF_STUFF.match(folded, end)
    match = BEHIND.match(folded, end if of is None else of.end())
    if match is not None:
        place = denominator_at(prepared, match.end())
        if place is None or not _is_denominator(prepared, figure, match, place):
            return None
        _give(prepared, figure, place)
        if not place.numbered and of is None:
            figure.end = place.end
        return match.end()
    noun = NOUN_PER.match(folded, end)
    if noun is None or not words("noun", "stops").isdisjoint(noun["noun"].split()):
        return None
    place = denominator_at(prepared, noun.end())
    if place is not None:
        _give(prepared, figure, place)
    return None if place is None else noun.end()


def _ratable(figure: Figure, folded: str) -> bool:
    """Whether a figure can be so much for each of something: an amount that is no rate already, or how often something is."""
    if figure.ordinal or "/" in (figure.unit_name or ""):
        return False
    if figure.unit is not None and figure.unit.kind == "multiple":
        return folded.endswith(OFTEN, figure.start, figure.end)
    return figure.numeral.form == "number" and figure.kind in RATED


def _is_denominator(prepared: Prepared, figure: Figure, match: re.Match[str], place: Place) -> bool:
    """Whether the words behind a figure are what it is for, and begin no other phrase: "gave 500 people a car", 100元一个人."""
    folded, known = prepared.folded, place.unit
    timed = known.kind == "duration" if known is not None else bool(place.parts[0].unit)
    if match["stroke"]:
        return figure.unit_name is not None and (
            not place.numbered or (known is not None and known.kind == "measure" and known is not figure.unit)  # 120/80 mmHg
        )
    if match["each"] or match["one"]:
        follows = HAN.match(folded, place.end) is None or folded[place.end] == "的"
        return follows and (match["each"] is not None or figure.kind == "money" or timed)
    if match["article"]:
        following = NEXT_WORD.match(folded, place.end)
        word = following["word"] if following is not None else None
        if timed or (known is not None and known.kind == "measure" and figure.kind in ("money", "measure")):
            return word not in _page()["moment"]["words"]
        return figure.kind == "money" and (word is None or word in words("noun", "stops"))
    return True


def _give(prepared: Prepared, figure: Figure, place: Place) -> None:
    """Make a figure a rate; how often in a time is a count of times.

    桶 is a barrel of oil and a bucket of all else, 度 no angle but what a meter counts.
    """
    if figure.unit is not None and figure.unit.kind == "multiple":
        figure.unit = units()["time"]
    oil = place.unit is not None and place.unit.name == BUCKET and _is_oil(prepared, figure)
    parts = [part._replace(unit=KILOWATT_HOUR) if part.unit == DEGREE else part for part in place.parts]
    figure.per = (parts[0]._replace(unit=BARREL), *parts[1:]) if oil else tuple(parts)


def _is_oil(prepared: Prepared, figure: Figure) -> bool:
    """Whether a price is in dollars, or its clause speaks of oil."""
    clause = prepared.clause(figure.start)
    return (figure.currency or figure.unit) is units()["USD"] or "油" in prepared.folded[clause.start : clause.end]


def _ahead(prepared: Prepared, figures: Sequence[Figure], taken: Container[int]) -> None:
    """Make rates of the figures that a denominator stands in front of: 每股收益1.25元, "per capita income of $12,000"."""
    folded = prepared.folded
    starts = [figure.numeral.span.start for figure in figures]
    for match in matches_at(_leading(), folded, _marks().places(folded)):
        which = bisect.bisect_left(starts, match.end())
        if which == len(figures) or starts[which] - match.end() > 2 * REACH[False] or match.end() in taken:
            continue
        place = _place_ahead(prepared, match)
        if place is None:
            continue
        which = bisect.bisect_left(starts, place.end)
        if which + 1 < len(figures) and figures[which].numeral.form == "percent":
            which += 1  # 每股收益增长20%至1.2元
        if not _may_lead(folded, match[0], place, figures[which] if which < len(figures) else None):
            continue
        if which < len(figures) and _governs(folded, place, figures[which]):
            _give(prepared, figures[which], place)


def _may_lead(folded: str, word: str, place: Place, figure: Figure | None) -> bool:
    """Whether a word that is a denominator only beside a figure has one: 一年3次, 日产1300辆."""
    if word == "一":
        return figure is not None and _how_often(folded, figure, place)
    return word not in _page()["before_figure"]["day"] or (figure is not None and figure.start == skip(folded, place.end))


def _how_often(folded: str, figure: Figure, place: Place) -> bool:
    """Whether a figure says how often, right behind a stretch of time: 一年3次."""
    return figure.start == skip(folded, place.end) and figure.unit is units()["time"]


def _place_ahead(prepared: Prepared, match: re.Match[str]) -> Place | None:
    """The denominators that begin with 每 or "per", or that a word such as 人均 names."""
    name = _named().get(match[0])
    if name is not None:
        return Place((Denominator(1, name),), units().get(name), match.end(), False)
    return denominator_at(prepared, skip(prepared.folded, match.end()))


def _governs(folded: str, place: Place, figure: Figure) -> bool:
    """Whether a figure is for what stands in front of it: near, in its clause, and no sum of several."""
    if figure.per or not _ratable(figure, folded):
        return False
    between = folded[place.end : figure.start]
    if len(between) > REACH[HAN.search(between) is not None] or STOP.search(between) is not None:
        return False
    few = 1 < place.parts[0].number < FEWEST  # 每6人中有1人 is a share
    closing = (*_closing("sum"), *_closing("share")) if few else _closing("sum")
    return not any(word in folded[place.end : figure.numeral.span.start] for word in closing)


def _led_to(prepared: Prepared, figures: Sequence[Figure]) -> None:
    """Make rates of both ends of a change, and of a figure and its gloss: 由每张30元提高到40元, "$1.20 to $1.35 a share", 时速5公里（3英里）."""
    for first, second in pairwise(figures):
        if bool(first.per) == bool(second.per) or not _ratable(first if second.per else second, ""):
            continue
        between = prepared.folded[first.end : second.start]
        if LED_TO.fullmatch(between) is not None and _unit(first) == _unit(second):
            first.per = second.per = first.per or second.per
        elif first.per and GLOSSED.fullmatch(between) is not None and _dimension(first) == _dimension(second):
            second.per = first.per


def _unit(figure: Figure) -> Unit | None:
    return figure.currency or figure.unit


def _dimension(figure: Figure) -> str | None:
    unit = _unit(figure)
    return unit.dimension if unit is not None and unit.kind == "measure" else None


@cache
def _page() -> dict[str, Any]:
    return page("rates.toml")


@cache
def _closing(kind: str) -> tuple[str, ...]:
    return tuple(_page()["closing"][kind])


@cache
def _named() -> dict[str, str]:
    return {word: name for table in ("before", "before_figure") for name, words in _page()[table].items() for word in words}


@cache
def _marks() -> Marks:
    return Marks((*AHEAD_MARKS, *_named()))


@cache
def _leading() -> re.Pattern[str]:
    return lazy_pattern(rf"{AHEAD}|(?<![a-z])(?:{alternatives(_named())})")
