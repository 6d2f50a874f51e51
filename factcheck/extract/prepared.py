"""A document prepared for reading: its folded copy, its words, its sentences and clauses. Made once, read by every step."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.document import Document, Span
from factcheck.lexicon import Finder, Token, finder
from factcheck.passage import passage


@dataclass(eq=False)
class Prepared:
    """The document, its folded copy (same length) and the lexicon's words in it."""

    document: Document
    finder: Finder

    @cached_property
    def folded(self) -> str:
        """The key copy of the text."""
        return passage(self.document).folded

    @cached_property
    def tokens(self) -> list[Token]:
        """The words of the lexicon in reading order."""
        return self.finder.tokens(self.folded)

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

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that start inside a stretch."""
        first = bisect.bisect_left(self.token_starts, start)
        last = bisect.bisect_left(self.token_starts, end)
        return self.tokens[first:last]

    @cached_property
    def sentence_starts(self) -> Sequence[int]:
        """Where sentences start, 0 first."""
        return passage(self.document).starts

    def sentence(self, offset: int) -> Span:
        """The sentence around an offset, as far as a reader would look in a text without stops."""
        return passage(self.document).sentence(offset)

    def sentence_index(self, offset: int) -> int:
        """The number of the sentence around an offset."""
        return bisect.bisect_right(self.sentence_starts, offset) - 1

    def clause(self, offset: int) -> Span:
        """The clause around an offset, as far as a reader would look."""
        return passage(self.document).clause(offset)

    @cached_property
    def line_starts(self) -> list[int]:
        """Where lines start, 0 first."""
        return self.document.line_starts

    def paragraph(self, offset: int) -> Span:
        """The line around an offset: a line is a paragraph in the texts that drafts come as."""
        return _around(self.line_starts, offset, len(self.folded))


def _around(starts: Sequence[int], offset: int, length: int) -> Span:
    index = bisect.bisect_right(starts, offset) - 1
    end = starts[index + 1] if index + 1 < len(starts) else length
    return Span(starts[index], end)


def prepare(document: Document, words: Finder | None = None) -> Prepared:
    """A document with the lexicon's words in it."""
    return Prepared(document, words or finder())
