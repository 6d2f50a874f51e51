"""The key of a claim: what two statements must have in common to be about one thing.

The key is (subject, measure, scope, period or as-of, unit). A part that the text does not give is unknown, and a claim without one of
them has no key: nothing is guessed. How much of a key has to be known depends on the question, so the parts stand here one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from factcheck.claim import Claim, Role
from factcheck.lexicon import Measure, fold, measures, page, parents, units
from factcheck.lexicon.rates import is_rate, numerator, unit_named
from factcheck.period import Period

# Words such as 个 and 家 count anything but people, who have words of their own.
PERSON = "person"
PERCENT = "percent"
# Fewer than these are named one by one, and are seldom all that there are: two doctors, three centres.
HANDFUL = 10
# A noun of one character, as the 起 of 15起, is a classifier more often than not.
SHORTEST = 2
LONGEST_MONTH = 31


class Thing(NamedTuple):
    """What a figure is of: a measure, the part that it plays, its dimension (money, person, percent …).

    `against` is what a change is measured from: an EDTF stretch, or a relation such as `year_on_year`.
    """

    measure: str
    role: Role
    against: str | None
    dimension: str


class Key(NamedTuple):
    """What two statements have in common that are about one thing. `time` is what the figure covers or when it holds, both ends."""

    subject: str
    thing: Thing
    scope: frozenset[str]
    time: str


def key(claim: Claim) -> Key | None:
    """The key of a claim, None where a part of it is unknown."""
    name, what, when = subject(claim), thing(claim), time(claim)
    if name is None or what is None or when is None:
        return None
    return Key(name, what, frozenset(claim.scope), when)


def subject(claim: Claim) -> str | None:
    """The subject that a claim names; None where a common noun tells it: the school of one sentence may be none of the next."""
    return None if "owner" in claim.carried else claim.subject


def same_subject(first: Claim, second: Claim) -> bool:
    """Whether two claims have one subject by name, and no common nouns that differ."""
    nouns = {fold(claim.subject) for claim in (first, second) if claim.subject is not None and "owner" in claim.carried}
    return subject(first) == subject(second) and len(nouns) < 2


def thing(claim: Claim) -> Thing | None:
    """What a claim's figure is of; None where it is unknown, too broad to tell, or where the unit is not one of the measure's.

    A share has none: what it is a share of is not among the parts of a claim, unless the measure is the share (the market share, the
    coverage rate). Where the lexicon has no measure for it, a count is of the noun that the text gives it.
    """
    measure = measures().get(claim.measure or "")
    unit = claim.mention.unit
    if claim.measure is None:
        return _own(claim)
    if measure is None or measure.broad or unit is None:
        return None
    if claim.role == "level" or (claim.role == "share" and measure.dimension == PERCENT):
        return Thing(measure.name, "level", None, _dimension(unit, measure)) if fits(unit, measure) else None
    base = against(claim) if claim.role == "change" else None
    if base is None:
        return None
    return Thing(measure.name, "change", base, _dimension(unit, measure) if fits(unit, measure) else dimension(unit))


def _dimension(unit: str, measure: Measure) -> str:
    """The dimension of a figure that fits its measure; a rate has one of its own, for revenue a share is no revenue."""
    return dimension(unit) if is_rate(unit) else measure.dimension


def _own(claim: Claim) -> Thing | None:
    """What a count is of in the text's own words: 1,520 kiosks. Only where the clause names its subject, and no handful."""
    quantity, words = claim.quantity, fold(claim.measure_text or "")
    if claim.role != "level" or claim.mention.kind != "count" or quantity is None or quantity.value < HANDFUL:
        return None
    if len(words) < SHORTEST or {"measure", "owner", "subject"} & claim.carried:
        return None
    noun = words.rpartition(" ")[2].removesuffix("s") if words.isascii() else words
    return Thing(noun, "level", None, dimension(claim.mention.unit or noun))


def fits(unit: str, measure: Measure) -> bool:
    """Whether a figure in this unit can be a level of the measure. Classifiers (个, 家) fit everything that is counted.

    So can a rate whose numerator can: prices are for a thing, and a yield is of an area.
    """
    known = unit_named(unit)
    if known is None:
        return False
    if is_rate(unit) and measure.dimension != known.dimension:
        above = numerator(unit)
        return above is None or fits(above, measure)
    if measure.dimension in (unit, known.dimension):
        return True
    counted = units().get(measure.dimension)
    return (
        known.classifier
        and counted is not None
        and counted.kind == "count"
        and PERSON not in (unit, measure.dimension, counted.dimension)
    )


def dimension(unit: str) -> str:
    """The dimension of a unit: money for every currency, person for everyone who is counted, CNY/area for yuan a square metre."""
    known = unit_named(unit)
    return known.dimension if known is not None else unit


def against(claim: Claim) -> str | None:
    """What a change is measured from: the days of a period, or a relation whose base is not dated (`year_on_year`)."""
    return _days(claim, claim.against) if isinstance(claim.against, Period) else claim.against


def time(claim: Claim) -> str | None:
    """What a claim's figure covers, or when it holds; None where that is unknown, its year included.

    A level of a month is that of the month's last day: "at the end of 2021" and "on 31 December 2021" are one date. A flow of one day
    runs up to it: "active users in the twelve months to 30 June".
    """
    when = claim.period or claim.as_of
    if when is None or when.days is None or when.end is None:
        return None if when is None else _days(claim, when)
    dates = 1 if claim.period is not None else LONGEST_MONTH
    return when.end.isoformat() if 1 <= when.days <= dates else stretch(when)


def _days(claim: Claim, when: Period) -> str | None:
    """The days of a time; where only its distance from the day of writing is known, that, which no other document shares."""
    if when.relative is None:
        # FY2022 of a subject whose calendar nobody knows is one stretch, wherever it is named
        return stretch(when) or (when.edtf if when.edtf.endswith("~") else None)
    return f"{when.edtf} {when.relative.duration} {claim.source.id}"


def stretch(period: Period) -> str | None:
    """The days of a period from the first to the last: 2021 is the same as January to December of 2021."""
    if period.start is None or period.end is None or period.end < period.start:
        return None
    return f"{period.start.isoformat()}/{period.end.isoformat()}"


def extent(claim: Claim) -> frozenset[str]:
    """The scopes that narrow a figure down to a part: own doctors are not all doctors, registered ones may be.

    Two that leave nothing out together cancel: "self-owned and external doctors" are all of them.
    """
    scopes = set(claim.scope)
    for pair in _scopes()["opposite"]:
        if scopes.issuperset(pair):
            scopes.difference_update(pair)
    return frozenset(scopes.intersection(_scopes()["part"]))


def owners(subject: str) -> Iterator[str]:
    """Whom a subject belongs to, the nearest first."""
    seen = {subject}
    while (owner := parents().get(subject)) is not None and owner not in seen:
        yield owner
        seen.add(owner)
        subject = owner


def of_one_house(first: str | None, second: str | None) -> bool:
    """Whether two subjects are the same, or one belongs to the other."""
    if first is None or second is None:
        return False
    return first == second or second in owners(first) or first in owners(second)


@cache
def _scopes() -> dict[str, Any]:
    scopes: dict[str, Any] = page("restating.toml")["scope"]
    return scopes
