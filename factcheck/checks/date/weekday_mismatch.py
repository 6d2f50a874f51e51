"""A date falls on the weekday that stands beside it.

One of the two is wrong: the message names the weekday of the date and the nearest date of the weekday. A date without a year is a
note, and only where no year around the publication fits. Left alone: weekdays of another day in the sentence, ranges, and dates
before 1753, when half of Europe still kept the old calendar.

Bad:  会议将于⟦2021年6月30日（星期四）⟧举行。
Bad:  论坛定于⟦周五（2022年11月30日）⟧开幕。
Bad:  The council met on ⟦Thursday, 27 June 2017⟧, to approve the plan.
Bad:  Voting closed on ⟦March 4, 2020 (Monday)⟧.
Bad:  On ⟦5 June 2018, a Friday⟧, the bridge was opened.
Good: 会议将于2021年6月30日（星期三）举行。
Good: 2021年6月30日起，每周四开放。
Good: The council met on Tuesday, 27 June 2017, to approve the plan.
Good: On 27 June 2017 the Monday meeting was moved.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.vicinity import folded
from factcheck.finding import Checked, Edit, Finding, Fix
from factcheck.lexicon.calendar import alternatives, numbered
from factcheck.mention import Mention
from factcheck.messages import say
from factcheck.pattern import lazy_pattern
from factcheck.period import DATE

LEVEL = "error"
REACH = 24
NAMES = ("", *map(say, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")))
WEEKDAYS = numbered("weekday")
BRACKETED = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7}
GREGORIAN = 1753

BEFORE = lazy_pattern(
    rf"(?<![a-z])(?P<day>{alternatives(WEEKDAYS)})\.?(?:\ ?[,，(（]\ ?|\ the\ |\ )?$",  # thursday, before 27 june; 周五（ before 2022年
    re.VERBOSE,
)
BEHIND = lazy_pattern(
    rf"""
      \ ?[,，(（]?\ ?(?:a\ )?(?P<day>{alternatives(WEEKDAYS)})(?![a-z])(?!\ ?(?:[-–至到~]|to\ |and\ |meeting))     # (星期四, , thursday
    | \ ?[(（](?P<short>[一二三四五六日])[)）]                                                          # （四）
    """,
    re.VERBOSE,
)
# Monday to Friday, 27 June: the weekday before the last one opens a stretch.
STRETCH = lazy_pattern(rf"(?:{alternatives(WEEKDAYS)})\ ?(?:[-–至到~、,]|to|and|through)\ ?(?:the\ )?$", re.VERBOSE)


class Weekday(NamedTuple):
    """A weekday at its place: an ISO number, and the words."""

    number: int
    span: Span
    text: str


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every date to the day with the weekday that stands right before or behind it."""
    for mention in case.mentions:
        date = _day(mention)
        weekday = _beside(mention) if date is not None else None
        if date is None or weekday is None:
            continue
        if "XXXX" in mention.period.edtf:  # type: ignore[union-attr]
            yield from _yearless(mention, weekday)
        elif date.isoweekday() == weekday.number:
            yield Checked((mention,), "agrees")
        else:
            yield Checked((mention,), "disagrees")
            yield _finding(mention, weekday, date)


def _day(mention: Mention) -> datetime.date | None:
    """The day of a date; for one without a year its day in the year of publication."""
    period = mention.period
    if period is None or period.is_range or mention.hedge != "exact":
        return None
    if not period.year_known and mention.document.published is not None and period.edtf.startswith("XXXX"):
        period = period.resolved(mention.document.published.year)
    day = period.start if period.is_day else None
    return day if day is not None and day.year >= GREGORIAN else None


def _beside(mention: Mention) -> Weekday | None:
    """The weekday that stands right behind a date, else the one right before it."""
    text = mention.document.text
    behind = Span(mention.span.end, min(len(text), mention.span.end + REACH))
    match = BEHIND.match(folded(mention.document, behind))
    if match is not None:
        group = "day" if match["day"] else "short"
        span = Span(behind.start + match.start(group), behind.start + match.end(group))
        return _named(mention, span, WEEKDAYS[match["day"]] if match["day"] else BRACKETED[match["short"]])
    before = Span(max(0, mention.span.start - REACH), mention.span.start)
    words = folded(mention.document, before)
    match = BEFORE.search(words)
    if match is None or STRETCH.search(words, 0, match.start()):
        return None
    return _named(mention, Span(before.start + match.start("day"), before.start + match.end("day")), WEEKDAYS[match["day"]])


def _named(mention: Mention, span: Span, number: int) -> Weekday | None:
    """A weekday; in Latin script only with a capital: "sat" and "sun" are words."""
    text = mention.document.text[span.start : span.end]
    return None if text[0].isascii() and text[0].islower() else Weekday(number, span, text)


def _finding(mention: Mention, weekday: Weekday, date: datetime.date) -> Finding:
    nearest = min(
        (date + datetime.timedelta(days=step) for step in range(-3, 4)), key=lambda day: abs(day.isoweekday() - weekday.number)
    )
    message = say(
        "{mention} was a {is_day}, not a {said_day}; the nearest {said_day} is {nearest}",
        mention=mention.text,
        is_day=NAMES[date.isoweekday()],
        said_day=NAMES[weekday.number],
        nearest=nearest.isoformat(),
    )
    return Finding(
        mention.document,
        _hull(mention, weekday),
        message,
        because=(mention,),
        working=(say("{date} is a {is_day}", date=date.isoformat(), is_day=NAMES[date.isoweekday()]),),
        fixes=(
            Fix(
                say("make it {like}", like=_like(weekday, date.isoweekday())),
                (Edit(weekday.span, _like(weekday, date.isoweekday())),),
            ),
            *_other_day(mention, date, nearest),
        ),
    )


def _hull(mention: Mention, weekday: Weekday) -> Span:
    """Weekday and date, with the bracket that one of them stands in."""
    start, end = min(mention.span.start, weekday.span.start), max(mention.span.end, weekday.span.end)
    closes = mention.document.text[end : end + 1] in (")", "）") and any(mark in mention.document.text[start:end] for mark in "(（")
    return Span(start, end + closes)


def _like(weekday: Weekday, number: int) -> str:
    """A weekday in the words of another one: 星期四 → 星期三, Thu → Tue."""
    text = weekday.text
    if text.isascii():
        return NAMES[number] if len(text) > 5 or text in NAMES else NAMES[number][:3]
    return text[:-1] + "一二三四五六日"[number - 1]


def _other_day(mention: Mention, date: datetime.date, nearest: datetime.date) -> Iterator[Fix]:
    written = str(date.day)
    places = [match.start() for match in re.finditer(rf"(?<![0-9]){written}(?![0-9])", mention.text)]
    if len(places) == 1 and nearest.month == date.month:
        start = mention.span.start + places[0]
        yield Fix(
            say("make it {nearest}", nearest=nearest.isoformat()), (Edit(Span(start, start + len(written)), str(nearest.day)),)
        )


def _yearless(mention: Mention, weekday: Weekday) -> Iterator[Finding | Checked]:
    """A date without a year: a note, where it falls on that weekday in none of the three years around the publication."""
    published, period = mention.document.published, mention.period
    if published is None or period is None or DATE.fullmatch(period.edtf) is None:
        return
    days = [period.resolved(published.year + step).start for step in (-1, 0, 1)]
    if all(day is not None and day.isoweekday() != weekday.number for day in days):
        assert days[1] is not None
        yield Finding(
            mention.document,
            _hull(mention, weekday),
            say(
                "{mention} was a {is_day} in {year}, not a {said_day}",
                mention=mention.text,
                is_day=NAMES[days[1].isoweekday()],
                year=published.year,
                said_day=NAMES[weekday.number],
            ),
            because=(mention,),
            working=(say("the year {year} is that of the publication", year=published.year),),
            level="note",
        )
