"""Times of day in English: "9:30 pm", "half past three", "three o'clock in the afternoon"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.periods.english_patterns import HOURS
from factcheck.extract.periods.moment import Moment, Written, clock_text


def in_digits(_: str, match: re.Match[str]) -> Iterator[Moment]:
    """Times of day in digits with the half of the day: 9:30 pm."""
    hour = int(match["hour"])
    if not 1 <= hour <= 12:
        return
    hour = hour % 12 + (12 if match["half_day"] == "p" else 0)
    text = clock_text(hour, int(match["minute"] or 0), int(match["second"]) if match["second"] else None, match["zone"])
    if text is not None:
        yield Moment(match.start(), match.end(), match.start(), match.end(), Written(clock=text))


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
