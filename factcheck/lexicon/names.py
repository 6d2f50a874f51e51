"""How texts name things, and take them up again: the page `names.toml` made ready for looking up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from factcheck.lexicon import Finder, Word, fold, page

# The kind of an ending that firms have and other things too.
TRADE = "trade"


def section(name: str) -> dict[str, Any]:
    """One table of the page."""
    found: dict[str, Any] = page("names.toml")[name]
    return found


@cache
def words(table: str, key: str) -> frozenset[str]:
    """A list of words, folded."""
    return frozenset(fold(word) for word in section(table)[key])


@cache
def starting(table: str, key: str) -> tuple[str, ...]:
    """A list of words as `str.startswith` takes it."""
    return tuple(sorted(words(table, key)))


@cache
def endings() -> dict[str, str]:
    """The words that names end with, each with the kind of the name."""
    return {fold(word): kind for kind, row in section("kind").items() for word in row.get("ends", ())}


@cache
def openings() -> dict[str, str]:
    """The words that names have before "of": University of, Ministry of."""
    return {fold(word): kind for kind, row in section("kind").items() for word in row.get("opens", ())}


@cache
def legal_forms() -> tuple[str, ...]:
    """What a short form of a name leaves out, the longest first."""
    return _longest_first(section("kind")["company"]["legal"])


@cache
def short_ends() -> tuple[str, ...]:
    """What the name of a place may leave out: 市, City."""
    return _longest_first(section("kind")["place"]["short"])


@cache
def anaphors() -> frozenset[str]:
    """The words that take names up again, without their article: "company" as in (the "Company")."""
    return frozenset(fold(word).removeprefix("the ") for row in section("kind").values() for word in row["back"])


@cache
def chinese_endings() -> Finder:
    """Finds where Chinese names end; common nouns that end alike are found as such."""
    ends = [Word(word, "end", kind) for word, kind in endings().items() if not word.isascii()]
    trades = [Word(fold(word), "end", TRADE) for word in section("kind")["company"]["trades"]]
    return Finder([*ends, *trades, *(Word(fold(word), "common", "common") for word in section("common")["words"])])


@cache
def boundaries() -> Finder:
    """Finds the Chinese words after which a name begins."""
    return Finder(Word(fold(word), "before", "before") for word in section("before")["words"])


@cache
def head_stops() -> Finder:
    """Finds the Chinese words that end the noun of a clause; the nouns that have one in them are found as such."""
    stops = [*section("head")["stops"], *section("before")["words"]]
    inside = {fold(word) for word in section("head")["inside"]}
    found = {fold(word): "head.stop" for word in stops} | dict.fromkeys(inside, "head.inside")
    return Finder(Word(word, kind, kind) for word, kind in found.items())


def _longest_first(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted((fold(word) for word in found), key=lambda word: (-len(word), word)))
