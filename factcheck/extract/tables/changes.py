"""Columns of change: "2021 | 2022 | change", 上年 | 本年 | 同比. A row of change under rows of times is the same thing turned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from factcheck.agreement import compare
from factcheck.document import Cell
from factcheck.extract.tables.bindings import AXES, RIGHT, Axis, Binding, Spot, believed, crossing, spot_at
from factcheck.extract.tables.cells import falls
from factcheck.extract.tables.grid import Grid
from factcheck.formula import DECREASE, FALL, GROWTH, INCREASE, OPPOSITE, Formula
from factcheck.mention import Mention
from factcheck.period import Period

# More changes than these in one table are looked at by no reader; a change leads between times that stand near it.
MOST = 12
NEAR = 3
AMOUNTS = frozenset({"money", "count", "measure"})
NAMES = {"growth": GROWTH, "fall": FALL, "increase": INCREASE, "decrease": DECREASE, "points-up": INCREASE, "points-down": DECREASE}


def changes(grid: Grid) -> list[Binding]:
    """The changes of a table that its other lines bear out."""
    found: list[Binding] = []
    for axis in AXES:
        places = [place for place in grid.places(axis) if grid.is_change(axis, place)]
        for place in places if len(places) <= MOST else ():
            found += _of_change(grid, axis, place) or _along(grid, axis, place)
    return found


def _along(grid: Grid, axis: Axis, place: int) -> list[Binding]:
    """The changes of a row under the row of what changes (收入, then 增长率 under it), from each year to the next; so with columns."""
    level = grid.lender(axis, place)
    cells = grid.headings(axis, place)
    if level is None or any(grid.words(cell).has("apart", "month_on_month") for cell in cells):
        return []
    across = crossing(axis)
    dated = {line: period for line in grid.places(across) if (period := _time(grid, across, line)) is not None}
    agreeing: list[Binding] = []
    disagreeing: list[Binding] = []
    for before, after in _years_apart(dated):
        spots = (spot_at(axis, level, before), spot_at(axis, level, after), spot_at(axis, place, after))
        falling = _falls(grid, cells) or says_fall(grid, spots[2])
        _judge(grid, spots, falling=falling, agreeing=agreeing, disagreeing=disagreeing)
    return believed(agreeing, disagreeing) if agreeing else []


def differences(grid: Grid, change: int, before: int, after: int) -> bool:
    """Whether most figures of a column of changes, as they are written, are what the figures of two columns differ by."""
    right = wrong = 0
    for row in grid.places("rows"):
        mentions = [grid.figures.get((row, column)) for column in (before, after, change)]
        first, second, third = (mention.quantity if mention is not None else None for mention in mentions)
        if first is not None and second is not None and third is not None and third.unit is None:
            verdict = compare(INCREASE, before=[first], after=[second], change=[third]).verdict
            right, wrong = right + (verdict in RIGHT), wrong + (verdict not in RIGHT)
    return right > max(wrong, 1)


def _years_apart(dated: Mapping[int, Period]) -> Iterator[tuple[int, int]]:
    """The lines of one stretch each, a year apart."""
    by_days = {(period.start, period.end): line for line, period in dated.items()}
    for line, period in dated.items():
        year_before = period.shifted(-1)
        before = by_days.get((year_before.start, year_before.end))
        if before is not None:
            yield before, line


def _of_change(grid: Grid, axis: Axis, place: int) -> list[Binding]:
    cells = grid.headings(axis, place)
    if any(grid.words(cell).has("apart") for cell in cells):
        return []
    lines = sorted({spot[1 if axis == "rows" else 0] for spot in grid.figures})
    best: tuple[list[Binding], list[Binding]] = ([], [])
    pairs = list(pairs_of(grid, axis, place))
    for before, after in pairs:
        agreeing: list[Binding] = []
        disagreeing: list[Binding] = []
        for line in lines:
            spots = (spot_at(axis, before, line), spot_at(axis, after, line), spot_at(axis, place, line))
            _judge(
                grid, spots, falling=_falls(grid, cells) or says_fall(grid, spots[2]), agreeing=agreeing, disagreeing=disagreeing
            )
        if len(agreeing) > len(best[0]) or len(pairs) == 1:
            best = agreeing, disagreeing
    return believed(*best)


def _falls(grid: Grid, cells: Sequence[Cell]) -> bool:
    """Whether a column states falls without a sign: 降幅, but not 增减 nor "increase/decrease"."""
    texts = [grid.words(cell).text for cell in cells if grid.words(cell).has("change")]
    rises = ("increase", "rise", "growth", "增", "涨", "change", "变")
    return any(grid.words(cell).has("fall") for cell in cells) and not any(word in text for text in texts for word in rises)


def says_fall(grid: Grid, spot: Spot) -> bool:
    """Whether the words beside a change say that it is a fall: 下降0.05个百分点."""
    return spot in grid.figures and falls(grid.prepared, grid.cell(spot))


def _judge(
    grid: Grid, spots: tuple[Spot, Spot, Spot], *, falling: bool, agreeing: list[Binding], disagreeing: list[Binding]
) -> None:
    """Sort one line of a table into those whose change follows from its figures and those whose change does not."""
    before, after, change = (grid.figures.get(spot) for spot in spots)
    if before is None or after is None or change is None:
        return
    names = _relations(before, after, change, falling=falling)
    for name in names:
        role = "rate" if name in ("growth", "fall") else "change"
        binding = Binding(name, {"before": (spots[0],), "after": (spots[1],), role: (spots[2],)})
        verdict = _verdict(NAMES[name], role, before, after, change)
        if verdict in RIGHT:
            agreeing.append(binding)
            return
        if verdict == "disagrees" and len(names) == 1 and _verdict(OPPOSITE[name], role, before, after, change) not in RIGHT:
            disagreeing.append(binding)


def _verdict(formula: Formula, role: str, before: Mention, after: Mention, change: Mention) -> str:
    assert before.quantity is not None and after.quantity is not None and change.quantity is not None
    return compare(formula, **{"before": [before.quantity], "after": [after.quantity], role: [change.quantity]}).verdict


def _relations(before: Mention, after: Mention, change: Mention, *, falling: bool) -> list[str]:
    """How a change can follow from two figures; two ways for a bare number, which may be an amount or a rate."""
    if before.kind != after.kind or before.unit != after.unit:
        return []
    if before.kind == "percent":
        return ["points-down" if falling else "points-up"] if change.kind == "point" else []
    if before.kind not in AMOUNTS:
        return []
    if change.kind == "percent":
        return ["fall" if falling else "growth"]
    if change.kind == before.kind and change.unit == before.unit:
        return ["decrease" if falling else "increase"] + (["growth"] if change.unit is None else [])
    return []


def pairs_of(grid: Grid, axis: Axis, change: int) -> Iterator[tuple[int, int]]:
    """The rows or columns that a change may lead between, earlier and later."""
    values = [
        place
        for place in grid.places(axis)
        if not (grid.is_change(axis, place) or grid.depends(axis, place))
        and _apart_from_time(grid, axis, place) == _apart_from_time(grid, axis, change)
    ]
    spoken = [
        [place for place in values if any(grid.words(cell).has(name) for cell in grid.headings(axis, place))]
        for name in ("earlier", "later")
    ]
    dated = {place: period for place in values if (period := _time(grid, axis, place)) is not None}
    if len(spoken[0]) == 1 and len(dated) < 2 and (len(spoken[1]) == 1 or len(values) == 2):
        yield (
            spoken[0][0],
            next(iter(spoken[1])) if len(spoken[1]) == 1 else next(place for place in values if place not in spoken[0]),
        )
        return
    ordered = sorted(dated, key=lambda place: str(dated[place].start))
    steps = {*pairwise(ordered), *_years_apart(dated)}
    for before, after in sorted(steps, key=lambda pair: (max(pair) > change, abs(pair[0] - change) + abs(pair[1] - change), pair))[
        :NEAR
    ]:
        if _is_step(grid, axis, change, dated[before], dated[after]):
            yield before, after


def _apart_from_time(grid: Grid, axis: Axis, place: int) -> tuple[str, ...]:
    """What the headings say beside time and change: the figures of a change have it in common."""
    return tuple(
        words.text
        for cell in grid.headings(axis, place)
        if not (words := grid.words(cell)).has("change", "earlier", "later") and not grid.times_in(cell)
    )


def _time(grid: Grid, axis: Axis, place: int) -> Period | None:
    """The one dated time of a heading."""
    times = [time.period for cell in grid.headings(axis, place) for time in grid.times_in(cell) if time.period is not None]
    return times[0] if len(times) == 1 and times[0].start is not None and times[0].year_known else None


def _is_step(grid: Grid, axis: Axis, change: int, before: Period, after: Period) -> bool:
    """Whether a change can lead from one time to another: 同比 is a year, 环比 is less; a column may name its two times itself."""
    cells = grid.headings(axis, change)
    named = {time.period.edtf for cell in cells for time in grid.times_in(cell) if time.period is not None}
    if len(named) > 1 and not named.issuperset({before.edtf, after.edtf}):
        return False
    if before.start is None or after.start is None or (before.days or 0) // 20 != (after.days or 0) // 20:
        return False
    year = (after.start - before.start).days in (365, 366)
    if any(grid.words(cell).has("year_on_year") for cell in cells):
        return year
    return not (year and any(grid.words(cell).has("month_on_month") for cell in cells))
