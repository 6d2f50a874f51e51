"""Times of day in Chinese: 下午3点半, and the ranges of which only one end says which part of the day is meant, 晚上7点到9点半."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.periods import chinese_parts as parts
from factcheck.extract.periods.chinese_parts import CLOCK, DASHED, TO_CLOCK
from factcheck.extract.periods.moment import Moment, Written


def clock_at(folded: str, position: int, *, zone: str | None = None) -> Iterator[Moment]:
    """The time of day at a place, and that which ends a range with it, also where only the first says of which part of the day."""
    clock = CLOCK.match(folded, position)
    if clock is None or (time := parts.read_clock(clock, zone=zone)) is None:
        return
    yield Moment(position, clock.end(), clock.start("hour"), clock.end(), Written(clock=time))
    dash, to = DASHED.match(folded, clock.end()), TO_CLOCK.match(folded, clock.end())
    other = CLOCK.match(folded, to.end()) if to is not None else None
    if dash is None or other is None:
        return
    last = parts.read_clock(other, zone=zone, when=clock["when"])
    if last is None or (other["when"] is None and last < time):
        last = parts.read_clock(other, zone=zone)
    if last is not None:
        yield Moment(dash.end(), other.end(), other.start("hour"), other.end(), Written(clock=last))
