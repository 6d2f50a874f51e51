"""Tables: what the headings of a table say of the figures in its cells, and which cells follow from others.

`find_tables` runs before the figures are given what they are about: a bare 1,200 under "US$ million" becomes a sum of money.
`describe` gives them measure, subject and time from their headings; `bound` gives the relations of their cells: totals, changes, shares,
rates, bills, and what follows from what without saying so. `outside` are the figures that words bind, `tabled` those that need no words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.claim import Claim, Relation
from factcheck.extract.context import Context
from factcheck.extract.mentions import Found
from factcheck.extract.prepared import Prepared
from factcheck.extract.tables.about import describe
from factcheck.extract.tables.balances import balances, result_of
from factcheck.extract.tables.bindings import Binding
from factcheck.extract.tables.changes import changes
from factcheck.extract.tables.grid import Grid
from factcheck.extract.tables.laying import grids, within
from factcheck.extract.tables.products import products
from factcheck.extract.tables.quotients import quotients
from factcheck.extract.tables.shares import shares
from factcheck.extract.tables.totals import counted_exactly, totals
from factcheck.extract.tables.units import count
from factcheck.extract.tables.years import months, years
from factcheck.extract.times import Time, find_times
from factcheck.mention import Mention
from factcheck.period import Period

__all__ = ["bound", "describe", "find_tables", "outside", "tabled"]


def find_tables(prepared: Prepared, found: Found, *, published: Period | None) -> list[Grid]:
    """The tables of a document with the figures of their cells, counted in the units of their headings.

    Bare years of headings become periods, and units that headings name are no figures any more.
    """
    if not prepared.document.tables:
        return []
    dated = years(prepared, found.mentions)
    _put(found, dated)
    written = [*find_times(prepared, found, published=published), *(Time(year.span, year.period) for year in dated.values())]
    starts = {time.span.start for time in written}
    times = [*written, *(month for month in months(prepared) if month.span.start not in starts)]
    tables = grids(prepared, found, sorted(times, key=lambda time: time.span))
    changed: dict[Mention, Mention] = {}
    notes: set[Mention] = set()
    for grid in tables:
        counted, named = count(prepared, grid)
        notes |= {mention for mention in within(named, found.mentions) if not any(map(str.isdigit, mention.text))}
        grid.replace(counted)
        grid.replace(grid.to_one_digit())
        if not counted_exactly(grid):
            grid.replace(grid.uncounted())
        changed |= grid.changed
        changed |= {note: replace(note, kind="identifier", quantity=None, label=note.text) for note in grid.notes}
    found.mentions = [mention for mention in found.mentions if mention not in notes]
    _put(found, changed)
    return tables


def _put(found: Found, changed: Mapping[Mention, Mention]) -> None:
    if changed:
        found.mentions = [changed.get(mention, mention) for mention in found.mentions]


def bound(tables: Sequence[Grid], contexts: Sequence[Context], claim_of: Mapping[int, Claim]) -> list[Relation]:
    """The relations between the cells of tables. `claim_of` are the claims of the contexts by the id of these."""
    claim_at = {context.mention.number.start: claim_of[id(context)] for context in contexts}
    found = []
    for grid in tables:
        for binding in _bindings(grid, claim_at):
            relation = _relation(binding, grid, claim_at)
            if relation is not None:
                found.append(relation)
    return found


def _bindings(grid: Grid, claim_at: Mapping[int, Claim]) -> list[Binding]:
    """What follows from what in a table: each figure from the surest reading alone."""
    said = [*totals(grid), *changes(grid), *products(grid), *shares(grid), *quotients(grid, claim_at)]
    taken = {spot for binding in said for role in ("total", "rate", "change", "product") for spot in binding.roles.get(role, ())}
    unsaid = balances(grid)
    return [*said, *(binding for binding in unsaid if taken.isdisjoint(result_of(binding)))]


def tabled(tables: Sequence[Grid]) -> set[int]:
    """Where the figures of tables start; of each table the first is left out, whose place in the text tells whom the text spoke of."""
    starts = [sorted(mention.number.start for mention in grid.figures.values()) for grid in tables]
    return {start for held in starts for start in held[1:]}


def outside(tables: Sequence[Grid], contexts: Sequence[Context]) -> list[Context]:
    """The contexts of the figures that no table binds: words bind them."""
    inside = {mention.number.start for grid in tables for mention in grid.figures.values()}
    return [context for context in contexts if context.mention.number.start not in inside]


def _relation(binding: Binding, grid: Grid, claim_at: dict[int, Claim]) -> Relation | None:
    roles = {
        role: tuple(claim_at[start] for start in (grid.figures[place].number.start for place in places) if start in claim_at)
        for role, places in binding.roles.items()
    }
    complete = all(len(roles[role]) == len(places) for role, places in binding.roles.items())
    return Relation(binding.name, roles) if complete else None
