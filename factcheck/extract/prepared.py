"""A document prepared for reading: its folded copy, its words, its sentences and clauses. Made once, read by every step."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from factcheck.document import Document, Span
from factcheck.lexicon import Finder, Token, finder
from factcheck.passage import Passage, passage

# No unit is a longer word.
LONGEST_WORD = 24


@dataclass(eq=False)
class Prepared:
    """The document, its folded copy (same length) and the lexicon's words in it."""

    document: Document
    finder: Finder
    words: list[Token] | None = None

    @cached_property
    def passage(self) -> Passage:
        """Where its sentences and clauses are, as the checks see them too."""
        return passage(self.document)

    @cached_property
    def folded(self) -> str:
        """The key copy of the text."""
        return self.passage.folded

    @cached_property
    def tokens(self) -> list[Token]:
        """The words of the lexicon in reading order, and the names that the document has given, once these are known."""
        return self.words if self.words is not None else self.finder.tokens(self.folded)

    @cached_property
    def _by_kinds(self) -> dict[frozenset[str], list[Token]]:
        groups: dict[frozenset[str], list[Token]] = {}
        for token in self.tokens:
            groups.setdefault(token.kinds, []).append(token)
        return groups

    def of(self, *kinds: str) -> list[Token]:
        """The tokens that can be of one of some kinds, in reading order; a step that needs a few words need not look at all."""
        return sorted(chain.from_iterable(group for held, group in self._by_kinds.items() if not held.isdisjoint(kinds)))

    @cached_property
    def starting(self) -> dict[int, Token]:
        """The token that starts at an offset."""
        return {token.start: token for token in self.tokens}

    @cached_property
    def ending(self) -> dict[int, Token]:
        """The token that ends at an offset."""
        return {token.end: token for token in self.tokens}

    @cached_property
    def token_starts(self) -> list[int]:
        """Where tokens start, for bisection."""
        return [token.start for token in self.tokens]

    def word_at(self, place: int) -> Token | None:
        """The word that starts at an offset, also where a longer one that starts before hides it: the 分钟 of 三十分钟 behind 十分."""
        token = self.starting.get(place)
        before = bisect.bisect_left(self.token_starts, place) - 1
        if token is not None or before < 0 or self.tokens[before].end <= place:
            return token
        first = next(iter(self.finder.tokens(self.folded[place : place + LONGEST_WORD])), None)
        if first is None or first.start:
            return None
        return first._replace(start=place, end=place + first.end)

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that start inside a stretch."""
        first = bisect.bisect_left(self.token_starts, start)
        last = bisect.bisect_left(self.token_starts, end)
        return self.tokens[first:last]

    def sentence(self, offset: int) -> Span:
        """The sentence around an offset, as far as a reader would look in a text without stops."""
        return self.passage.sentence(offset)

    def sentence_index(self, offset: int) -> int:
        """The number of the sentence around an offset."""
        return self.passage.number(offset)

    def clause(self, offset: int) -> Span:
        """The clause around an offset, as far as a reader would look."""
        return self.passage.clause(offset)

    def paragraph_start(self, offset: int) -> int:
        """Where the line of an offset starts: a line is a paragraph in the texts that drafts come as."""
        return self.document.line_starts[self.document.place(offset).line - 1]

    @cached_property
    def headings(self) -> list[Span]:
        """The headings of the document."""
        return [block.span for block in self.document.blocks if block.kind == "heading"]

    def heading(self, offset: int) -> Span | None:
        """The heading that an offset stands under."""
        index = bisect.bisect_left(self.headings, offset, key=lambda span: span.start)
        return self.headings[index - 1] if index else None


def prepare(document: Document, words: Finder | None = None) -> Prepared:
    """A document with the lexicon's words in it."""
    return Prepared(document, words or finder())
