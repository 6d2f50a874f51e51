"""The time of a figure in a table: what its headings name together (2023 | 上半年), else what the caption and the headings above do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.document import Cell, Span
from factcheck.extract.context import Context
from factcheck.extract.mentions import Found
from factcheck.extract.periods.fiscal import calendar_of, fiscal_period
from factcheck.extract.prepared import Prepared
from factcheck.extract.tables.bindings import Spot
from factcheck.extract.tables.changes import pairs_of
from factcheck.extract.tables.grid import Grid
from factcheck.extract.tables.named import Headings
from factcheck.extract.times import Time
from factcheck.lexicon import fold, measures, year_ends
from factcheck.pattern import lazy_pattern
from factcheck.period import Period

UNKNOWN_YEAR = "XXXX-"
# "Change on 2021", "vs 2022", 较2020年: the time that a change is measured from
FROM = lazy_pattern(r"(?:\b(?:on|from|vs\.?|versus|over|against|than|since)[ ]|[比较自对])[ ]?$")
FROM_REACH = 9


class Calendar:
    """The fiscal years of a document and of its subjects."""

    def __init__(self, prepared: Prepared, found: Found) -> None:
        self.year_end = calendar_of(found.periods)
        self.year_ends = year_ends(prepared.finder)

    def period(self, time: Time, subject: str | None, *, flow: bool) -> Period | None:
        """What a time says of a flow, or of a level."""
        if time.fiscal is not None:
            return fiscal_period(time.fiscal, year_end=self.year_ends.get(fold(subject or "")) or self.year_end)
        return time.covers if flow and time.covers is not None and not time.rolling else time.period


def give_time(grid: Grid, spot: Spot, headings: Headings, context: Context, calendar: Calendar) -> None:
    """Give a figure its period or the date on which it holds, and a change the time that it is measured from."""
    context.period = context.as_of = context.against = None
    flow = measures()[context.measure].flow if context.measure is not None else None
    times = _told(grid, [*headings.row, *headings.column])
    if context.role == "change":
        based = [time for time in times if _is_base(grid.prepared, time)]
        times = [time for time in times if time not in based]
        context.against = next((time.period for time in based if time.period is not None), None)
    found = _own(grid, spot, headings, times, context, calendar, flow=flow is not False)
    if found is None:
        return
    period, stretch = found
    if flow or (flow is None and stretch):
        context.period = period
    else:
        context.as_of = period


def _told(grid: Grid, cells: Iterable[Cell]) -> list[Time]:
    """The times that some headings tell in numbers."""
    return [time for cell in cells for time in grid.times_in(cell) if time.words is None]


def _is_base(prepared: Prepared, time: Time) -> bool:
    return FROM.search(prepared.folded, max(0, time.span.start - FROM_REACH), time.span.start) is not None


def _own(
    grid: Grid, spot: Spot, headings: Headings, times: Sequence[Time], context: Context, calendar: Calendar, *, flow: bool
) -> tuple[Period, bool] | None:
    """The period of a figure, and whether it is a stretch by its words."""
    relative = next((cell for cell in (*headings.column, *headings.row) if grid.words(cell).has("earlier", "later")), None)
    if not times and relative is not None and context.role != "change":
        return _beside(grid, relative, context, calendar, flow=flow)
    if not times and context.role == "change":
        times = _changed(grid, spot) or times
    if not times:
        times = _told(grid, headings.lent) if context.role == "share" else times
    if not times:
        times = _around(grid, headings, flow=flow)
        context.carried |= {"period"} if times else set()
    period = _together(
        grid, [(calendar.period(time, context.subject, flow=flow), time.months) for time in times], context, flow=flow
    )
    return None if period is None else (period, any(time.is_stretch for time in times))


def _changed(grid: Grid, spot: Spot) -> list[Time]:
    """The times of the later figures that a change leads to; none where it may lead to several."""
    row, column = spot
    after = (
        next((after for _before, after in pairs_of(grid, "columns", column)), None) if grid.is_change("columns", column) else None
    )
    if after is not None:
        return _told(grid, grid.column_headings(after))
    below = next((after for _before, after in pairs_of(grid, "rows", row)), None) if grid.is_change("rows", row) else None
    return _told(grid, grid.row_headings(below)) if below is not None else []


def _around(grid: Grid, headings: Headings, *, flow: bool) -> list[Time]:
    """The time of the group, of the nearest line above the table that tells one, or of a heading above; a level takes no heading's."""
    if headings.lent and (lent := _told(grid, headings.lent)):
        return lent
    spans = [headings.group.span] if headings.group is not None else []
    for span in (*spans, *grid.captions, *(grid.above if flow else ())):
        times = [time for time in grid.times_within(span) if time.words is None]
        if times:
            return times if len({time.period for time in times}) == 1 else []
    return []


def _together(grid: Grid, told: Iterable[tuple[Period | None, int | None]], context: Context, *, flow: bool) -> Period | None:
    """The one period that several headings give together: a year and its quarter, the narrower of two."""
    periods = dict(told)
    known = [period for period in periods if period is not None]
    if len(known) < len(periods):
        return None
    years = {period.edtf for period in known if len(period.edtf) == len("2023")}
    dated = [_dated(grid, period, years, context, months=periods[period] if flow else None) for period in known]
    narrow = {period.edtf: period for period in dated if not any(_holds(period, other) for other in dated)}
    return narrow.popitem()[1] if len(narrow) == 1 else None


def _dated(grid: Grid, period: Period, years: set[str], context: Context, *, months: int | None) -> Period:
    """A period in the year that the other headings tell, as long as its words say: "six months ended 30 June" over 2023."""
    if not period.edtf.startswith(UNKNOWN_YEAR) or period.relative is not None:
        return period
    year = _year(grid, years, context)
    if year is None:
        return period
    whole = period.resolved(year)
    return whole if months is None else whole.reaching_back(months) or whole


def _year(grid: Grid, years: set[str], context: Context) -> int | None:
    """The year of a quarter that does not tell it: that of another heading, else of the lines above the table."""
    if not years:
        for span in (*grid.captions, *grid.above):
            years = {time.period.edtf[:4] for time in grid.times_within(span) if time.period is not None and time.period.year_known}
            if years:
                context.carried.add("period")
                break
    year = next(iter(years)) if len(years) == 1 else ""
    return int(year) if year.isdecimal() else None


def _holds(period: Period, other: Period) -> bool:
    """Whether a period is wider than another that lies in it."""
    ends = period.start, period.end, other.start, other.end
    if None in ends or period.edtf == other.edtf:
        return False
    start, end, first, last = ends
    return start <= first and last <= end  # type: ignore[operator]


def _beside(grid: Grid, cell: Cell, context: Context, calendar: Calendar, *, flow: bool) -> tuple[Period, bool] | None:
    """The period of a column named by the one beside it or by the caption: 本期, 上年同期, 期末, "prior year"."""
    base = _base(grid, cell.span, context, calendar, flow=flow)
    if base is None:
        return None
    words = grid.words(cell)
    context.carried.add("period")
    if words.has("end", "start") and not flow and base.end is not None:
        day = base.end if words.has("end") else base.end.replace(year=base.end.year - 1, month=12, day=31)
        return Period(day.isoformat(), inferred=True), False
    if words.has("year_before"):
        return base.shifted(-1), True
    return (base, True) if words.has("later") else None


def _base(grid: Grid, named: Span, context: Context, calendar: Calendar, *, flow: bool) -> Period | None:
    """The one period of the other columns of a table, else of its caption."""
    beside = {
        period
        for column in grid.places("columns")
        if not grid.is_change("columns", column) and all(cell.span != named for cell in grid.column_headings(column))
        for time in _told(grid, grid.column_headings(column))
        if (period := calendar.period(time, context.subject, flow=flow)) is not None
    }
    if not beside:
        times = _around(grid, Headings([], [], [], None), flow=True)
        beside = {period for time in times if (period := calendar.period(time, context.subject, flow=flow)) is not None}
    if len(beside) != 1:
        return None
    base = beside.pop()
    if not base.edtf.startswith(UNKNOWN_YEAR) or base.relative is not None:
        return base
    year = _year(grid, set(), context)
    return base.resolved(year) if year is not None else None
