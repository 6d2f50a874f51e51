"""What stands around a damaged figure: its scale, unit and hedge, months and years, and the numbers that its digits make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from factcheck.document import Span
from factcheck.extract.anchored import digit_runs, matches_at
from factcheck.extract.damage.damaged import Damaged
from factcheck.lexicon import fold, page, units
from factcheck.mention import Kind, Reading
from factcheck.pattern import lazy_pattern
from factcheck.quantity import Hedge

# The longest unit and hedge words are shorter than this.
REACH = 32
CELSIUS = "°C"


@dataclass(eq=False)
class Page:
    """A folded text and where its numbers start: every family looks there, and nowhere else."""

    folded: str

    @cached_property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """Where each run of digits starts and ends."""
        return digit_runs(self.folded)

    @cached_property
    def starts(self) -> list[int]:
        """Where each run of digits starts."""
        return [start for start, _ in self.runs]

    def matches(self, pattern: re.Pattern[str], *, before: str = "") -> Iterator[re.Match[str]]:
        """The matches that start with a run of digits, none inside another; with `before` only where one of these stands behind it."""
        return matches_at(pattern, self.folded, self.starts_before(before) if before else self.starts)

    def starts_before(self, marks: str) -> list[int]:
        """Where the runs of digits start that one of some marks follows."""
        folded, length = self.folded, len(self.folded)
        return [start for start, end in self.runs if end < length and folded[end] in marks]

    def sign_before(self, place: int) -> bool:
        """Whether a minus stands there that is no dash between two words or numbers: "is -36", "(−5"."""
        before = self.folded[max(0, place - 2) : place]
        return before[-1:] in ("-", "−") and (len(before) < 2 or before[0] in " (（:：\n约为至")


@cache
def words() -> dict[str, Any]:
    """The page of the lexicon beside which damage shows."""
    return page("damage.toml")


@cache
def word_set(name: str) -> frozenset[str]:
    """A list of the page, for look-ups."""
    return frozenset(words()[name])


def one_of(entries: Iterable[str]) -> str:
    """A pattern that matches any of the words, longest first, for use in a VERBOSE pattern."""
    return "|".join(re.escape(word) for word in sorted(entries, key=lambda word: (-len(word), word)))


@cache
def month_numbers() -> dict[str, int]:
    """The number of every month name."""
    return {name: number for number, names in enumerate(words()["months"], start=1) for name in names}


@cache
def scale_pattern() -> re.Pattern[str]:
    """A scale word behind a number: "03.64 billion", "04亿"."""
    latin = one_of(word for word in words()["scale"] if word.isascii())
    chinese = one_of(word for word in words()["scale"] if not word.isascii())
    return lazy_pattern(rf"[ ]?(?:(?P<latin>{latin})\b|(?P<chinese>{chinese}))")


@dataclass(frozen=True, slots=True)
class Around:
    """What follows a figure: the end of its scale, the power of ten, the end of its unit, unit and kind."""

    scale_end: int
    power: int
    end: int
    unit: str | None
    kind: Kind
    scale: str = ""


@cache
def _unit_words() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for unit in units().values():
        for word in unit.words:
            found.setdefault(word, unit.name)
    return found


@cache
def _hedge_words() -> Mapping[str, str]:
    rows = [page(name)["hedge"]["before"] for name in ("zh.toml", "en.toml")]
    return {fold(word): meaning for row in rows for meaning, entries in row.items() for word in entries}


def _word_at(table: Mapping[str, str], folded: str, place: int) -> str | None:
    """The longest word of a table that starts at a place, whole where its script has words: "m" is none of "men"."""
    for end in range(min(len(folded), place + REACH), place, -1):
        if folded[place:end] in table and not (_latin(folded, end - 1) and _latin(folded, end)):
            return folded[place:end]
    return None


def _word_before(table: Mapping[str, str], folded: str, place: int) -> str | None:
    """The longest word of a table that ends at a place."""
    for start in range(max(0, place - REACH), place):
        if folded[start:place] in table and not (start and _latin(folded, start - 1) and _latin(folded, start)):
            return folded[start:place]
    return None


def _latin(folded: str, place: int) -> bool:
    return "a" <= folded[place : place + 1] <= "z"


def unit_at(folded: str, place: int) -> tuple[int, str | None, Kind]:
    """The unit behind a number, over one blank: where it ends, its name, the kind of figure that it makes."""
    begin = place + (folded[place : place + 1] == " ")
    word = _word_at(_unit_words(), folded, begin)
    if word is None:
        return place, None, "count"
    unit = units()[_unit_words()[word]]
    return begin + len(word), unit.name, unit.kind  # type: ignore[return-value]


def behind(folded: str, place: int, *, power: int = 0) -> Around:
    """Scale and unit of the number that ends at `place`; `power` is what its own words gave already."""
    match = scale_pattern().match(folded, place)
    scale = ""
    if match is not None:
        scale = match["latin"] or match["chinese"]
        power, place = power + words()["scale"][scale], match.end()
    end, unit, kind = unit_at(folded, place)
    return Around(place, power, end, unit, kind, scale)


def currency_before(folded: str, place: int) -> tuple[int, str | None]:
    """The currency sign in front of a number, over one blank: where it starts and its code."""
    stop = place - (folded[place - 1 : place] == " ")
    word = _word_before(_unit_words(), folded, stop)
    if word is None or units()[_unit_words()[word]].kind != "money":
        return place, None
    return stop - len(word), _unit_words()[word]


def hedge_before(folded: str, place: int) -> tuple[int, Hedge]:
    """The hedge that ends in front of a figure, over blanks: where it starts and what it means."""
    stop = place
    while stop and folded[stop - 1] in " \t":
        stop -= 1
    word = _word_before(_hedge_words(), folded, stop)
    if word is None:
        return place, "exact"
    return stop - len(word), _hedge_words()[word]  # type: ignore[return-value]


def damaged_number(
    folded: str,
    family: str,
    *,
    number: Span,
    values: Iterable[tuple[Decimal, str]],
    around: Around,
    replaces: bool = True,
) -> Damaged:
    """A damaged figure of a value, with its currency, unit and hedge read off its neighbours. `values` are readings with their reasons."""
    start, currency = currency_before(folded, number.start)
    unit, kind = (currency, "money") if currency is not None and around.kind in ("count", "money") else (around.unit, around.kind)
    start, hedge = hedge_before(folded, start)
    readings = tuple(Reading(value, unit, why) for value, why in distinct(values))
    return Damaged(Span(start, max(around.end, number.end)), number, family, kind, readings, replaces, hedge)


def damaged_date(
    family: str, *, span: Span, number: Span, dates: Iterable[tuple[str, str]], kind: Kind = "date", replaces: bool = True
) -> Damaged:
    """A damaged date with its readings as EDTF strings."""
    return Damaged(span, number, family, kind, tuple(Reading(value, None, why) for value, why in distinct(dates)), replaces)


def distinct(readings: Iterable[tuple[Any, str]]) -> list[tuple[Any, str]]:
    """The readings without repetition, the first reason kept."""
    found: dict[Any, str] = {}
    for value, why in readings:
        found.setdefault(value, why)
    return list(found.items())


def scaled(digits: str, power: int) -> Decimal:
    """Digits with an optional point and grouping commas, times a power of ten: exactly, however long, without an exponent."""
    whole, _, rest = digits.replace(",", "").replace(" ", "").partition(".")
    if len(rest) < power:
        rest += "0" * (power - len(rest))
    if power >= 0:
        whole, rest = whole + rest[:power], rest[power:]
    else:
        whole = whole.rjust(1 - power, "0")
        whole, rest = whole[:power], whole[power:] + rest
    rest = rest.rstrip("0")
    return Decimal(f"{whole or 0}.{rest}" if rest else whole or "0")


def shown(value: Decimal) -> str:
    """A number as the reason of a reading prints it: 1,053, 13.64."""
    return f"{value:,f}" if value == value.to_integral_value() else f"{value:f}"
