"""Which names are of one thing, in one document or in several that are read together, and where each stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from factcheck.extract.names.name import Name
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import Finder, Token, Word, entity_kinds, layered
from factcheck.lexicon.names import endings, legal_forms, short_ends

# The kinds of the lexicon's entities, as names have them.
KINDS = {"country": "place", "product": "thing"}
# Chinese short forms of fewer characters are found in too many other words.
SHORTEST_FIRM = 3
SHORTEST_PLACE = 2
PARTS = "总分子母"  # 总公司 is one word
DOTS = "·•‧"
CORPORATE = frozenset({"group", "holding", "holdings", "international", *legal_forms()})
FIRMS = ("company", "bank")


class Naming:
    """The names of some documents, those of one thing together; `known` finds the entities of the lexicon and the ledger."""

    def __init__(self, names: Iterable[Name], known: Finder) -> None:
        self.known = known
        self.texts: dict[str, str] = {}
        self.kind_of: dict[str, str | None] = {}
        self.uses: Counter[str] = Counter()
        self.leaders: dict[str, str] = {}
        self.aliases: set[str] = set()
        for name in names:
            self._add(name.key, name.text, name.kind)
            self.uses[name.key] += 1
            if name.alias_of is not None:
                self.aliases.add(name.key)
                self._join(name.alias_of, name.key)
        for key in list(self.texts):
            self._shorten(key)
            self._join_corporate(key)
        self._join_parts()

    def _add(self, key: str, text: str, kind: str | None) -> None:
        self.texts.setdefault(key, text)
        self.leaders.setdefault(key, key)
        self.kind_of[key] = self.kind_of.get(key) or kind

    def _leader(self, key: str) -> str:
        while self.leaders[key] != key:
            key = self.leaders[key]
        return key

    def _join(self, key: str, other: str) -> None:
        self._add(key, key, None)
        first, second = self._leader(key), self._leader(other)
        if first != second:
            self.leaders[second] = first
            self.kind_of[first] = self.kind_of[first] or self.kind_of[second]

    def _shorten(self, key: str) -> None:
        """Take what a name may leave out as a name too: its legal form, the 市 of a city, all but the last part of a person's."""
        text, kind = self.texts[key], self.kind_of[key]
        for short in _shorter(key, kind):
            self._add(short, text[: len(short)] if key.startswith(short) else text[-len(short) :], kind)
            self._join(key, short)

    def _join_corporate(self, key: str) -> None:
        """Join a firm's name with the same without Holdings or Group, where the texts have that too."""
        short = key
        while " " in short and short.rpartition(" ")[2] in CORPORATE:
            short = short.rpartition(" ")[0]
            if short in self.texts:
                self._join(key, short)

    def _join_parts(self) -> None:
        """Join names of which one is a part of exactly one other: Webb of Howard Webb, Harbor of Harbor Foods."""
        longer: dict[str, set[str]] = {}
        for key, kind in self.kind_of.items():
            first, _, rest = key.partition(" ")
            if rest and key.isascii() and kind in FIRMS:
                longer.setdefault(first, set()).add(self._leader(key))
            elif rest and key.isascii() and kind is None:
                longer.setdefault(rest.rpartition(" ")[2], set()).add(self._leader(key))
        for key, leaders in longer.items():
            if key in self.texts and len(leaders) == 1 and self._entity(key) is None:
                self._join(next(iter(leaders)), key)

    @cached_property
    def subjects(self) -> dict[str, str]:
        """The subject that each folded name stands for: the entity that the lexicon or the ledger knows, or the fullest name."""
        classes: dict[str, list[str]] = {}
        for key in self.texts:
            classes.setdefault(self._leader(key), []).append(key)
        found = {}
        for keys in classes.values():
            subject = next(filter(None, map(self._entity, keys)), None) or self._fullest(keys)
            found.update(dict.fromkeys(keys, subject))
        return found

    def _entity(self, key: str) -> str | None:
        tokens = self.known.tokens(key)
        whole = len(tokens) == 1 and (tokens[0].start, tokens[0].end) == (0, len(key))
        return tokens[0].meaning("entity") if whole else None

    def _fullest(self, keys: Sequence[str]) -> str:
        given = [key for key in keys if self.uses[key] and key not in self.aliases] or keys
        return self.texts[max(given, key=len)]

    @cached_property
    def kinds(self) -> dict[str, str]:
        """What each subject is: company, school, place …; nothing of those that it is not known of."""
        known = {name: KINDS.get(kind, kind) for name, kind in entity_kinds().items()}
        own = {subject: self.kind_of[self._leader(key)] for key, subject in self.subjects.items()}
        return {subject: kind for subject, kind in own.items() if kind is not None} | known

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The names as words of a lexicon."""
        return tuple(Word(key, "entity", subject) for key, subject in self.subjects.items())

    @cached_property
    def finder(self) -> Finder:
        """Finds the names."""
        return Finder(self.words)

    def applied(self, prepared: Prepared) -> Prepared:
        """A document in which these names are words too: the Falls of Harbor Falls is no verb."""
        text = prepared.document.text
        own = [token for token in self.finder.tokens(prepared.folded) if _capital(text, token)] if self.words else []
        return replace(prepared, words=layered(prepared.tokens, own)) if own else prepared


def _capital(text: str, token: Token) -> bool:
    """Whether a name that is one Latin word has its capital."""
    word = text[token.start : token.end]
    return not word.isascii() or " " in word or word[0].isupper()


def _shorter(key: str, kind: str | None) -> Iterator[str]:
    """The short forms that a name has by itself."""
    for form in legal_forms():
        if form.isascii() and key.endswith((f" {form}", f" {form}.")):
            short = key.removesuffix(".").removesuffix(form).rstrip(" ,")
            if short not in endings():
                yield short
        elif (
            not form.isascii() and key.endswith(form) and len(key) - len(form) >= SHORTEST_FIRM and key[-len(form) - 1] not in PARTS
        ):
            yield key[: -len(form)]
    if kind == "place":
        for end in short_ends():
            short = key.removesuffix(end).rstrip()
            if short != key and len(short) >= SHORTEST_PLACE and not (end.isascii() and short + end == key):
                yield short
    if kind is None and any(dot in key for dot in DOTS):
        last = max(key.rfind(dot) for dot in DOTS)
        if len(key) - last > SHORTEST_PLACE:
            yield key[last + 1 :]
