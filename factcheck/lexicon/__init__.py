"""Words and what they mean, as data: one automaton finds every word of a text in one pass.

The pages of the lexicon are TOML files beside this module. They hold words, never patterns, in simplified Chinese and lower-case
English: `fold` makes the copy of a text in which they are looked up, code point for code point, so positions stay those of the text.

- `zh.toml`, `en.toml`: words by class (`hedge.over`, `change.up`, `scale` …);
- `units.toml`: currencies, physical units, classifiers; `currencies.toml`: generated from CLDR;
- `measures.toml`: what figures measure; `entities.toml`: who they are about; `names.toml`: how a text names others, and takes them up;
- `hant.txt`: the characters of the traditional script and their simplified keys.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from factcheck.kept import store
from factcheck.lexicon.automaton import Finder, Token, Word, layered, senses
from factcheck.pattern import lazy_pattern

__all__ = [
    "AVERAGE", "HOUSE_NAME", "UNSEEN", "UNSEEN_MARKUP", "YEAR_END", "Finder", "Measure", "Token", "Unit", "Word", "currencies",
    "entity_kinds", "finder", "fold", "layered", "leaves", "listed", "measures", "page", "parents", "places", "units", "year_ends",
]  # fmt: skip

# １２，３４５: a full-width comma inside a number in full-width digits groups them; between half-width ones it parts two numbers.
FULL_WIDTH_COMMA = lazy_pattern(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
AVERAGE = ("part.average", "part.mean")
# Stands in the copy for markup that a reader does not see (U+2063 invisible separator: no text uses it).
UNSEEN_MARKUP = "\u2063"
# What takes no room between two characters: markup, soft hyphen, zero-width blanks and joiners, marks of direction.
UNSEEN = f"{UNSEEN_MARKUP}\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def _text(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


@cache
def page(name: str) -> dict[str, Any]:
    """One TOML file of the lexicon."""
    text = _text(name)
    return store().get(f"page {name} {text}", lambda: tomllib.loads(text))


@cache
def _keys() -> dict[str, str]:
    """The characters that are another one in the key copy."""
    keys = {upper: upper.lower() for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    # Full-width forms stand 0xFEE0 above their ASCII twins (Unicode, Halfwidth and Fullwidth Forms).
    keys |= {chr(code): chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F) if chr(code) not in "，。：；？！（）"}
    keys |= {"￠": "¢", "￡": "£", "￥": "¥", "￦": "₩"}
    # Half of a surrogate pair is no character, and a search that works on UTF-8 refuses it.
    keys |= dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")
    keys["\u3000"] = keys["\u00a0"] = " "
    text = _text("hant.txt")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            traditional, simplified = line.split("\t")
            keys[traditional] = simplified
    return keys


@cache
def _keyed() -> re.Pattern[str]:
    """A character of the table. A set of the first plane is looked up at once, any other is compared one by one."""
    first_plane = "".join(character for character in _keys() if character < "\U00010000")
    return lazy_pattern(f"[{first_plane}\U00010000-\U0010ffff]")


def fold(text: str) -> str:
    """The copy of a text in which words are looked up: simplified, half-width, lower case; the same length as the text."""
    if "，" in text and FULL_WIDTH_COMMA.search(text):
        text = FULL_WIDTH_COMMA.sub(",", text)
    keys = _keys()
    return _keyed().sub(lambda match: keys.get(match[0], match[0]), text)


def leaves(table: dict[str, Any], path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words in nested tables, with its dotted path."""
    for key, value in table.items():
        here = f"{path}.{key}" if path else key
        if isinstance(value, dict):
            yield from leaves(value, here)
        else:
            yield here, value


def listed(words: str) -> tuple[str, ...]:
    """The words of a row: they stand in one string, a comma between two: a list takes nearly twice as long to parse."""
    return tuple(word for line in words.split(",\n") for word in line.strip().split(", "))


# A word of this kind is the name of a subject, its meaning the last day of the subject's fiscal year: 03-31.
YEAR_END = "fiscal_year_end"
# co, inc, ltd, gmbh: a firm's legal form that is no noun of its own.
SHORT_FORM = 4
# The kind of a word of the house that is a name, whatever figures stand in it.
HOUSE_NAME = "house_name"


def _all_words() -> Iterator[Word]:
    for name in ("zh.toml", "en.toml"):
        for kind, words in leaves(page(name)):
            for word in words:
                yield Word(fold(word), kind, kind.rsplit(".", 1)[-1])
    for unit in units().values():
        for word in unit.words:
            yield Word(fold(word), "unit", unit.name)
    for measure in measures().values():
        for word in measure.words:
            yield Word(fold(word), "measure", measure.name)
            if word.startswith("average "):
                # "the average" is a word of its own, and would hide the longer name behind it: the two together are both.
                yield Word(f"the {word}", "measure", measure.name)
                yield from (Word(f"the {word}", kind, kind.rsplit(".", 1)[-1]) for kind in AVERAGE)
    yield from _naming_words()


def _naming_words() -> Iterator[Word]:
    for entity in page("entities.toml")["entity"]:
        for word in listed(entity["words"]):
            yield Word(fold(word), "entity", entity["name"])
        if "fiscal_year_end" in entity:
            yield Word(fold(entity["name"]), YEAR_END, entity["fiscal_year_end"])
    for kind, row in page("names.toml")["kind"].items():
        # What names a thing of its kind also takes it up again: Harbor University, the university. Nobody writes "the inc", and
        # as a word it would hide the income.
        forms = {word for word in row.get("legal", ()) if len(word) <= SHORT_FORM}
        ends = [f"the {word}" if word.isascii() else f"该{word}" for word in row.get("ends", ()) if word not in forms]
        for word in (*row["back"], *ends):
            yield Word(fold(word), "anaphor", kind)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `kind` is the kind of mention that it makes, `factor` what one is worth in the base unit of its dimension.

    `offset` is what the base unit shows at zero of this one (273.15 for °C): a value is `factor` times as many base units, plus it.
    """

    name: str
    kind: str
    dimension: str
    factor: str
    words: tuple[str, ...]
    source: str | None = None
    classifier: bool = False
    offset: str = "0"


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure can measure: its dimension (money, person, percent …), whether it can be negative, level or flow.

    `per` is what its name says that it is for: the share of earnings per share.
    """

    name: str
    dimension: str
    words: tuple[str, ...]
    flow: bool
    negative: bool
    broad: bool
    per: str | None = None


@cache
def units() -> dict[str, Unit]:
    """Every unit by its name."""
    found = {}
    for name in ("currencies.toml", "units.toml"):
        for row in page(name)["unit"]:
            unit = Unit(
                row["name"], row["kind"], row["dimension"], row.get("factor", "1"), listed(row["words"]), row.get("source"),
                row.get("classifier", False), row.get("offset", "0"),
            )  # fmt: skip
            found[unit.name] = unit
    return found


@cache
def currencies() -> frozenset[str]:
    """The ISO 4217 codes of the currencies; not of money below the unit."""
    return frozenset(unit.name for unit in units().values() if unit.kind == "money" and unit.dimension == "money")


@cache
def measures() -> dict[str, Measure]:
    """Every measure by its name."""
    return {
        row["name"]: Measure(
            row["name"],
            row["dimension"],
            listed(row["words"]),
            row.get("flow", False),
            row.get("negative", False),
            row.get("broad", False),
            row.get("per"),
        )
        for row in page("measures.toml")["measure"]
    }


@cache
def parents() -> dict[str, str]:
    """The owner of an entity, where the lexicon names one."""
    return {row["name"]: row["parent"] for row in page("entities.toml")["entity"] if "parent" in row}


@cache
def entity_kinds() -> dict[str, str]:
    """The kind of each entity: company, product, institution, country or place."""
    return {row["name"]: row["kind"] for row in page("entities.toml")["entity"]}


@cache
def places() -> frozenset[str]:
    """The entities that are countries or places: a text that names one speaks as often of something in it."""
    return frozenset(row["name"] for row in page("entities.toml")["entity"] if row["kind"] in ("country", "place"))


def finder(extra: tuple[Word, ...] = ()) -> Finder:
    """The finder of the whole lexicon, and of the words of a ledger or a house."""
    return _finder(extra)


@lru_cache(maxsize=16)
def year_ends(words: Finder) -> dict[str, str]:
    """The last day of the fiscal year (`03-31`) of the subjects whose calendar is known, by their folded names."""
    below = year_ends(words.over) if words.over is not None else {}
    return below | {word.text: word.meaning for word in words.of_kind(YEAR_END)}


# A cache tells a default from the same argument given, and the finder of the lexicon takes a tenth of a second to make.
@lru_cache(maxsize=16)
def _finder(extra: tuple[Word, ...]) -> Finder:
    return Finder(extra, over=_lexicon()) if extra else _lexicon()


# The pages whose words are looked up in a text.
PAGES = ("zh.toml", "en.toml", "units.toml", "currencies.toml", "measures.toml", "entities.toml", "names.toml", "hant.txt")


@cache
def _lexicon() -> Finder:
    sources = "".join([Path(__file__).read_text(encoding="utf-8"), *map(_text, PAGES)])
    return Finder(store().get(f"words {sources}", lambda: senses(_all_words())))
