"""January or October: which of the months that a digit token can stand for is meant, told by the weekday, the season or the nearest month."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Sequence
from functools import cache

from factcheck.document import Span
from factcheck.extract.damage.words import month_numbers, one_of, words
from factcheck.messages import say
from factcheck.pattern import lazy_pattern
from factcheck.period import date_text

# How far from a date the weekday, the season and another month of it can stand.
WEEKDAY, SEASON, NEIGHBOURHOOD = 16, 40, 80

Decided = tuple[list[int], str]


@cache
def _printed_weekday() -> re.Pattern[str]:
    return lazy_pattern(rf"\b(?P<name>{one_of(words()['weekdays'])})\b|(?:星期|周|礼拜)(?P<chinese>[一二三四五六日天])", re.VERBOSE)


@cache
def _named_month() -> re.Pattern[str]:
    return lazy_pattern(rf"(?<![\d+a-z])(?:(?P<name>{one_of(month_numbers())})\b|(?P<number>1?\d)月)", re.VERBOSE)


def ranked(
    folded: str, months: list[int], *, span: Span, year: str | None, day: int | None, weekday: int | None
) -> tuple[list[int], str | None]:
    """The months that a date at `span` can have, the likelier first, and what decides; None where there is nothing to decide or by.

    `weekday` is the one that the date itself gives, 0 for Monday; without one it is looked for beside the date.
    """
    if len(months) < 2:
        return months, None
    if weekday is None:
        weekday = _weekday_beside(folded, span)
    return (
        _by_weekday(months, year, day, weekday)
        or _by_season(folded, months, span)
        or _by_neighbour(folded, months, span)
        or (months, None)
    )


def _by_weekday(months: Sequence[int], year: str | None, day: int | None, weekday: int | None) -> Decided | None:
    if year is None or day is None or weekday is None:
        return None
    fitting = [month for month in months if _weekday(int(year), month, day) == weekday]
    if len(fitting) != 1:
        return None
    others = [month for month in months if month not in fitting]
    date = date_text(year, fitting[0], day)
    return [*fitting, *others], say("{date} is a {day}", date=date, day=say(calendar.day_name[weekday]))


def _by_season(folded: str, months: Sequence[int], span: Span) -> Decided | None:
    around = folded[max(0, span.start - SEASON) : span.start] + folded[span.end : span.end + SEASON]
    hints = {month: word for name, month in (("january", 1), ("october", 10)) for word in words()["season"][name] if word in around}
    if len(hints) != 1:
        return None
    ((month, word),) = hints.items()
    why = say('"{word}" beside it is of {month}', word=word, month=say(calendar.month_name[month]))
    return sorted(months, key=lambda one: one != month), why


def _by_neighbour(folded: str, months: Sequence[int], span: Span) -> Decided | None:
    nearest = None
    for match in _named_month().finditer(folded, max(0, span.start - NEIGHBOURHOOD), span.end + NEIGHBOURHOOD):
        inside = match.start() < span.end and span.start < match.end()
        month = int(match["number"]) if match["number"] else month_numbers()[match["name"]]
        distance = span.start - match.end() if match.end() <= span.start else match.start() - span.end
        if not inside and 1 <= month <= 12 and (nearest is None or distance < nearest[0]):
            nearest = (distance, month, match.start() > span.start)
    if nearest is None:
        return None
    _, neighbour, later = nearest
    ordered = sorted(months, key=lambda month: (neighbour - month if later else month - neighbour) % 12)
    return ordered, say(
        "it stands {side} {month}, and {nearer} is nearer",
        side=say("before") if later else say("behind"),
        month=say(calendar.month_name[neighbour]),
        nearer=say(calendar.month_name[ordered[0]]),
    )


def _weekday_beside(folded: str, span: Span) -> int | None:
    """The weekday printed beside a date: "Wednesday, 65438+…", （星期三）; None where there is none or more than one."""
    found = {
        _weekday_number(match)
        for match in _printed_weekday().finditer(folded, max(0, span.start - WEEKDAY), min(len(folded), span.end + WEEKDAY))
    }
    return found.pop() if len(found) == 1 else None


def _weekday_number(match: re.Match[str]) -> int:
    if match["name"]:
        days: list[str] = words()["weekdays"]
        return days.index(match["name"])
    return "一二三四五六日".index(match["chinese"].replace("天", "日"))


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return datetime.date(year, month, day).weekday()
    except ValueError:
        return None
