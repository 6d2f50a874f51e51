"""Rates that are named for the two figures they are worked out from: GDP, population and GDP per head in one row, a margin in one column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.agreement import compare
from factcheck.claim import Claim
from factcheck.extract.relations.rates import NAMES, rate_rows
from factcheck.extract.tables.bindings import AXES, RIGHT, Binding, Spot, believed, crossing, spot_at
from factcheck.extract.tables.grid import Grid
from factcheck.formula import rate_of


def quotients(grid: Grid, claim_at: Mapping[int, Claim]) -> list[Binding]:
    """The rates of a table that follow from two figures of their line, which are of one subject and time, where most of them do."""
    agreeing: list[Binding] = []
    disagreeing: list[Binding] = []
    for axis in AXES:
        lines = grid.places(crossing(axis))
        for place in grid.places(axis):
            spots = [spot for line in lines if (spot := spot_at(axis, place, line)) in grid.figures]
            known = {spot: claim for spot in spots if (claim := claim_at.get(grid.figures[spot].number.start)) is not None}
            for binding, verdict in _of_line(known):
                if verdict in RIGHT:
                    agreeing.append(binding)
                elif verdict == "disagrees":
                    disagreeing.append(binding)
    return believed(agreeing, disagreeing) if agreeing else []


def _of_line(claims: Mapping[Spot, Claim]) -> Iterator[tuple[Binding, str]]:
    rows = rate_rows()
    for spot, rate in claims.items():
        row = rows.get(rate.measure or "") if rate.role == "level" else None
        if row is None:
            continue
        part, whole = (_one(claims, row[role], rate) for role in ("part", "whole"))
        if part is None or whole is None:
            continue
        figures = [claims[one].quantity for one in (part, whole)]
        if None in figures or rate.quantity is None:
            continue
        verdict = compare(rate_of(row["per"]), part=figures[:1], whole=figures[1:], rate=[rate.quantity]).verdict  # type: ignore[arg-type]
        yield Binding(NAMES[row["per"]], {"part": (part,), "whole": (whole,), "rate": (spot,)}), verdict


def _one(claims: Mapping[Spot, Claim], measures: Sequence[str], rate: Claim) -> Spot | None:
    """The one level of a measure that is of the subject, the time and the scope of a rate."""
    found = [
        spot
        for spot, claim in claims.items()
        if claim.measure in measures and claim.role == "level" and _about(claim) == _about(rate)
    ]
    return found[0] if len(found) == 1 else None


def _about(claim: Claim) -> tuple[object, ...]:
    when = claim.period or claim.as_of
    return claim.subject, claim.scope, None if when is None else (when.start, when.end)
