"""Tables: what the headings of a table say of the figures in its cells, and which cells follow from others.

`find_tables` runs before the figures are given what they are about: a bare 1,200 under "US$ million" becomes a sum of money.
`describe` gives them measure, subject and time from their headings, and `bound` the relations of totals and of columns of change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.claim import Claim, Relation
from factcheck.extract.context import Context
from factcheck.extract.mentions import Found
from factcheck.extract.prepared import Prepared
from factcheck.extract.tables.about import describe
from factcheck.extract.tables.bindings import Binding
from factcheck.extract.tables.changes import changes
from factcheck.extract.tables.grid import Grid, grids, within, years
from factcheck.extract.tables.products import products
from factcheck.extract.tables.totals import counted_exactly, totals
from factcheck.extract.tables.units import count
from factcheck.mention import Mention

__all__ = ["bound", "describe", "find_tables"]


def find_tables(prepared: Prepared, found: Found) -> list[Grid]:
    """The tables of a document with the figures of their cells, counted in the units of their headings.

    Bare years of headings become periods, and units that headings name are no figures any more.
    """
    if not prepared.document.tables:
        return []
    _put(found, years(prepared, found.mentions))
    tables = grids(prepared, found.mentions)
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


def bound(tables: Sequence[Grid], contexts: Sequence[Context], claims: Sequence[Claim]) -> list[Relation]:
    """The relations between the cells of tables. `claims` are those of the contexts, one to one."""
    claim_at = {context.mention.number.start: claim for context, claim in zip(contexts, claims, strict=True)}
    found = []
    for grid in tables:
        for binding in (*totals(grid), *changes(grid), *products(grid)):
            relation = _relation(binding, grid, claim_at)
            if relation is not None:
                found.append(relation)
    return found


def _relation(binding: Binding, grid: Grid, claim_at: dict[int, Claim]) -> Relation | None:
    roles = {
        role: tuple(claim_at[start] for start in (grid.figures[place].number.start for place in places) if start in claim_at)
        for role, places in binding.roles.items()
    }
    complete = all(len(roles[role]) == len(places) for role, places in binding.roles.items())
    return Relation(binding.name, roles) if complete else None
