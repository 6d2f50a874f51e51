"""Rates: units that are so much of one unit for so much of another, made of the units of the lexicon: CNY/share, person/1000person.

A rate is written as a quotient is in the SI (SI Brochure, 9th edition, 5.4.2): one stroke, the number of the denominator in front of it
where it is not one, as in L/100km, and brackets around two denominators, CNY/(person·year). A numerator without a unit is 1. Where
the lexicon has the quotient as a unit, that is it: kilometres in an hour are km/h.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.lexicon import Unit, page, units
from factcheck.pattern import lazy_pattern

# The numerator of a bare number.
ONE = "1"
NUMBERED = lazy_pattern(r"(?P<number>[0-9]*)(?P<unit>.*)")


class Denominator(NamedTuple):
    """What a rate is for: so many of a unit."""

    number: int
    unit: str

    def __str__(self) -> str:
        return f"{self.number if self.number != 1 else ''}{self.unit}"


def rate_name(numerator: str | None, denominators: Sequence[Denominator]) -> str:
    """The name of so much of a numerator for each of some denominators."""
    below = "·".join(map(str, denominators))
    name = f"{numerator or ONE}/{below if len(denominators) == 1 else f'({below})'}"
    made = _composed(name)
    return name if made is None else _quotients().get((made.dimension, Fraction(made.factor)), name)


def is_rate(name: str | None) -> bool:
    """Whether a unit is made of others: CNY/share. What the lexicon has as one unit (km/h) is a unit like any other."""
    return name is not None and "/" in name and name not in units()


def numerator(name: str) -> str | None:
    """What a rate is so much of, a plain unit itself; None where a rate is of a bare number."""
    above = name.partition("/")[0] if is_rate(name) else name
    return None if above == ONE else above


def denominators(name: str) -> tuple[Denominator, ...]:
    """What a rate is for; nothing for a plain unit."""
    below = name.partition("/")[2].strip("()")
    found = (NUMBERED.fullmatch(part) for part in below.split("·"))
    return tuple(Denominator(int(match["number"] or 1), match["unit"]) for match in found if match is not None)


def rate_of(unit: str | None, per: str) -> str:
    """A plain unit for what the name of a measure says: CNY for a share."""
    return rate_name(unit, denominators(f"/{per}"))


def unit_named(name: str | None) -> Unit | None:
    """The unit of a name, a rate made of units included; None where the lexicon does not know what it is made of."""
    if name is None:
        return None
    return units().get(name) or _composed(name)


@lru_cache(maxsize=1024)
def _composed(name: str) -> Unit | None:
    """A rate as a unit: the dimension is the quotient of those of its parts, money by its currency, and a count by its name."""
    if not is_rate(name):
        return None
    above = numerator(name)
    top = units().get(above or "")
    if top is None and above is not None:
        return None
    factor = Fraction(top.factor) if top is not None else Fraction(1)
    below = []
    for part in denominators(name):
        known = units().get(part.unit)
        below.append(_below(known, part.unit))
        factor /= part.number * Fraction(known.factor if known is not None and known.kind in ("measure", "duration") else 1)
    dimension = f"{_above(top)}/{'·'.join(sorted(below))}"
    known_as = page("rates.toml")["quotient"].get(dimension)
    if known_as is not None:
        dimension, factor = known_as["dimension"], factor * Fraction(known_as["factor"])
    made = Unit(name, "count", dimension, str(factor), ())
    return made if top is None else replace(made, kind=top.kind, source=top.source)


def _above(unit: Unit | None) -> str:
    if unit is None:
        return ONE
    return unit.name if unit.dimension == "money" else unit.dimension


def _below(unit: Unit | None, name: str) -> str:
    """The dimension of a denominator. Things that are counted are as many dimensions as names: a copy is no ticket; people are people."""
    if unit is None:
        return name or ONE
    if unit.kind in ("measure", "duration") or unit.dimension == "person":
        return unit.dimension
    return unit.name


@cache
def _quotients() -> dict[tuple[str, Fraction], str]:
    """The units of the lexicon that are quotients, by their dimension and factor."""
    dimensions = {row["dimension"] for row in page("rates.toml")["quotient"].values()}
    return {(unit.dimension, Fraction(unit.factor)): unit.name for unit in units().values() if unit.dimension in dimensions}
