"""Times of day in English: "9:30 pm", "half past three", "three o'clock in the afternoon"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.periods.english_patterns import HOURS
from factcheck.extract.periods.moment import Moment, Written, clock_text
from factcheck.pattern import lazy_pattern

# The first end of a range whose half of the day is said once: from 6 to 9 a.m., 11:30-1 pm, "between 6 and 9 a.m."
FIRST_END = lazy_pattern(
    r"""
    (?<![0-9.,:$£€#/-])(?:(?P<between>between[ ]))?(?P<hour>1[0-2]|[1-9])(?::(?P<minute>[0-5][0-9]))?
    (?:[ ]?[-–—][ ]?|[ ]to[ ]|(?P<and>[ ]and[ ]))\Z
    """,
    re.VERBOSE,
)
FIRST_REACH = 20


def in_digits(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    """Times of day in digits with the half of the day, which may be that of two: 9:30 pm, 6 to 9 a.m."""
    hour = int(match["hour"])
    if not 1 <= hour <= 12:
        return
    late = match["half_day"] == "p"
    text = clock_text(
        _of_day(hour, late=late), int(match["minute"] or 0), int(match["second"]) if match["second"] else None, match["zone"]
    )
    if text is None:
        return
    first = FIRST_END.search(folded, max(0, match.start() - FIRST_REACH), match.start())
    if first is not None and bool(first["between"]) == bool(first["and"]):
        since = int(first["hour"]), int(first["minute"] or 0)
        # 11 to 2 p.m. begins before noon
        opened = late if (since[0] % 12, since[1]) < (hour % 12, int(match["minute"] or 0)) else not late
        start, end = first.start("hour"), first.end("minute" if first["minute"] else "hour")
        yield Moment(
            start, end, start, end, Written(clock=clock_text(_of_day(since[0], late=opened), since[1], None, match["zone"]))
        )
    yield Moment(match.start(), match.end(), match.start(), match.end(), Written(clock=text))


def _of_day(hour: int, *, late: bool) -> int:
    """The hour of the day that one of the clock's twelve is."""
    return hour % 12 + (12 if late else 0)


def spoken(_: str, match: re.Match[str]) -> Iterator[Moment]:
    """Half past three, three o'clock: of which half of the day, only "in the afternoon" says."""
    groups = match.groupdict()
    word = groups.get("oclock_hour") or groups.get("past_hour") or groups["spoken_hour"]
    hour, minute = int(word) if word.isdecimal() else HOURS[word], 0
    if groups.get("spoken_part"):
        minute = 30 if match["spoken_part"] == "half" else 15
        hour, minute = (hour, minute) if match["spoken_side"] == "past" else (hour - 1, 60 - minute)
    if not 0 <= hour <= 12:
        return
    late = match["of_day"] in ("afternoon", "evening") or (match["at_night"] is not None and hour >= 6)
    text = clock_text(hour % 12 + 12 if late else hour, minute)
    if text is not None:
        yield Moment(match.start(), match.end(), match.start(), match.end(), Written(clock=text))
