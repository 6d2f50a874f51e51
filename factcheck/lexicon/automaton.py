"""Finds words in a text, all of them in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeAlias

import ahocorasick_rs

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
DIGITS = frozenset("0123456789")
# Texts of words, each with the kind and the meaning of every sense that it has.
Senses: TypeAlias = Mapping[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Word:
    """One meaning of a word. `kind` is its class, `meaning` what it stands for within the class (a unit, a measure, a hedge)."""

    text: str
    kind: str
    meaning: str


class Token(NamedTuple):
    """A word of the lexicon at its place in a text, with every meaning it has."""

    start: int
    end: int
    words: tuple[Word, ...]
    kinds: frozenset[str]

    def meaning(self, kind: str) -> str | None:
        """What the token means as a word of this kind; None where it is none."""
        for word in self.words:
            if word.kind == kind:
                return word.meaning
        return None

    def has(self, kind: str) -> bool:
        """Whether the token can be of this kind; `change` also takes `change.up`."""
        return kind in self.kinds


class _Entry(NamedTuple):
    """What a word is in a text: its senses, and whether it opens and closes with a letter that must not run on."""

    words: tuple[Word, ...]
    kinds: frozenset[str]
    opens: bool
    closes: bool


def senses(words: Iterable[Word]) -> dict[str, list[tuple[str, str]]]:
    """Some words by their texts, in the order given."""
    found: dict[str, list[tuple[str, str]]] = {}
    for word in words:
        known = found.setdefault(word.text, [])
        if (word.kind, word.meaning) not in known:
            known.append((word.kind, word.meaning))
    return found


@cache
def _kinds(given: frozenset[str]) -> frozenset[str]:
    """Some kinds with the classes above them: change.up is also change."""
    parts = [kind.split(".") for kind in given]
    return frozenset(".".join(path[: depth + 1]) for path in parts for depth in range(len(path)))


class Finder:
    """Finds words in folded text: longest first, whole words in scripts that have them.

    `over` is a finder whose words are found as well: a few names over the whole lexicon, whose automaton is then made once.
    """

    def __init__(self, words: Iterable[Word] | Senses, *, over: Finder | None = None) -> None:
        self.over = over
        self.senses = words if isinstance(words, Mapping) else senses(words)
        self.automaton = ahocorasick_rs.AhoCorasick(list(self.senses), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        # A text has few of the words: an entry is made when its word is first found.
        self._texts = list(self.senses)
        self._entries: list[_Entry | None] = [None] * len(self._texts)

    def of_kind(self, kind: str) -> Iterator[Word]:
        """Its own words of one kind; `scope` also takes `scope.region`."""
        narrower = f"{kind}."
        for text, found in self.senses.items():
            for held, meaning in found:
                if held == kind or held.startswith(narrower):
                    yield Word(text, held, meaning)

    def _entry(self, index: int) -> _Entry:
        text = self._texts[index]
        found = self.senses[text]
        entry = _Entry(
            words=tuple(Word(text, kind, meaning) for kind, meaning in found),
            kinds=_kinds(frozenset(kind for kind, _meaning in found)),
            opens=text[0] in LETTERS or text[0] in DIGITS,
            closes=text[-1] in LETTERS,
        )
        self._entries[index] = entry
        return entry

    def tokens(self, folded: str) -> list[Token]:
        """The words of a folded text in reading order. "of" in "often" is none; "元" in "3元" is one, and so is "km" in "3km"."""
        found = []
        length, known = len(folded), self._entries
        make = tuple.__new__  # the constructor of a named tuple takes longer than all the rest of this loop
        for index, start, end in self.automaton.find_matches_as_indexes(folded):
            words, kinds, opens, closes = known[index] or self._entry(index)
            if opens and start and folded[start - 1] in LETTERS:
                continue
            if closes and end < length and folded[end] in LETTERS:
                continue
            found.append(make(Token, (start, end, words, kinds)))
        return found if self.over is None else layered(self.over.tokens(folded), found)


def layered(below: list[Token], above: list[Token]) -> list[Token]:
    """The tokens of two finders in reading order: of two that overlap the longer one, of two at one place a token with both meanings."""
    kept: list[Token] = []
    which = 0
    for token in above:
        while which < len(below) and below[which].end <= token.start:
            kept.append(below[which])
            which += 1
        last = which
        while last < len(below) and below[last].start < token.end:
            last += 1
        met = below[which:last]
        if any(other.end - other.start > token.end - token.start for other in met):
            continue
        same = len(met) == 1 and met[0][:2] == token[:2]
        kept.append(Token(token.start, token.end, token.words + met[0].words, token.kinds | met[0].kinds) if same else token)
        which = last
    return kept + below[which:]
