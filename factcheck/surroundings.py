"""The words around a figure: its sentence and clause, and what stands there that may narrow it down.

Two figures are compared as statements of one thing only where nothing beside either of them says otherwise. What the lexicon knows to
be neutral (reported, 实现) is left out; every other word counts.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from factcheck.document import Document, Span
from factcheck.lexicon import Finder, Token, Word, fold, measures, page

# Each branch begins with its mark, so that the scan passes over everything else.
SENTENCE_END = re.compile(
    r"""
      [。！？；!?;]+["'”’」』)）]*                      # 员工1200人。
    | \.(?<=[a-z0-9%)"'” ]{2}\.)                     # 1,200 people. Managers; see a doctor .
      (?<!\bmr\.)(?<!\bdr\.)(?<!\bms\.)(?<!\bst\.)(?<!\bno\.)(?<!\bmrs\.)      # not Mr. Li
      ["'”’)]*(?=\s|$)
    | [\r\n]+
    """,
    re.VERBOSE,
)
CLAUSE_END = re.compile(
    r"""
      [，：]+                                     # 2021年，营收
    | [,:]+(?![0-9])                              # in 2021, revenue; not 1,200
    | [ ][-–—][ ] | ——+ | [（()）]
    """,
    re.VERBOSE,
)
# No word so far away narrows a figure; a text without stops stays linear.
REACH = 400
WORD = re.compile(
    r"""
      [a-z][a-z-]*[a-z]                           # cloud
    | [\u3400-\u9fff]+                            # 商品
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A document in its key copy, with where its sentences and clauses start."""

    folded: str
    starts: tuple[int, ...]
    clauses: tuple[int, ...]

    def number(self, offset: int) -> int:
        """The number of the sentence around an offset."""
        return bisect.bisect_right(self.starts, offset) - 1

    def sentence(self, offset: int) -> Span:
        """The sentence around an offset."""
        return _around(self.starts, offset, len(self.folded))

    def clause(self, offset: int) -> Span:
        """The clause around an offset."""
        return _around(self.clauses, offset, len(self.folded))

    def tokens(self, span: Span, words: Finder) -> list[Token]:
        """The words of a stretch that a finder knows, at their places in the document."""
        return [
            token._replace(start=token.start + span.start, end=token.end + span.start)
            for token in words.tokens(self.folded[span.start : span.end])
        ]


# A few checks ask for the same documents one after the other; more than these need not stay in memory.
@lru_cache(maxsize=32)
def passage(document: Document) -> Passage:
    """A document made ready for looking around its figures."""
    folded = fold(document.text)
    starts = (0, *(match.end() for match in SENTENCE_END.finditer(folded)))
    clauses = sorted({*starts, *(match.end() for match in CLAUSE_END.finditer(folded))})
    return Passage(folded, starts, tuple(clauses))


def _around(starts: Sequence[int], offset: int, length: int) -> Span:
    which = bisect.bisect_right(starts, offset) - 1
    end = starts[which + 1] if which + 1 < len(starts) else length
    return Span(max(starts[which], offset - REACH), min(end, offset + REACH))


def narrowing(
    document: Document, span: Span, *, words: Finder, measure: str | None, subject: str | None, figures: Sequence[Span] = ()
) -> frozenset[str]:
    """The words of a stretch that may narrow its figure down: all but neutral ones, the measure's, the subject's, and figures.

    >>> from factcheck.lexicon import finder
    >>> text = Document("据财报，其商品化收入为118亿元")
    >>> sorted(narrowing(text, Span(4, 16), words=finder(), measure="revenue", subject=None, figures=[Span(11, 16)]))
    ['商品化']
    """
    found = passage(document)
    covered = list(figures)
    kept = set()
    for token in found.tokens(span, words):
        here = Span(token.start, token.end)
        if any(figure.overlaps(here) for figure in figures):
            continue
        if _names(token, "measure", measure) or _names(token, "entity", subject) or _neutral(token):
            covered.append(here)
        elif not token.has("unit"):
            kept.add(found.folded[token.start : token.end])
            covered.append(here)
    for stretch in _rest(span, covered):
        kept.update(_words(found.folded[stretch.start : stretch.end]))
    return frozenset(kept)


def _rest(span: Span, covered: Iterable[Span]) -> Iterable[Span]:
    """What is left of a span without the covered stretches."""
    start = span.start
    for one in sorted(covered):
        if one.start > start:
            yield Span(start, min(one.start, span.end))
        start = max(start, one.end)
        if start >= span.end:
            return
    yield Span(start, span.end)


def _words(stretch: str) -> Iterable[str]:
    """The words of a stretch that are not neutral: English ones whole, of Chinese what is left between neutral words."""
    reached = 0
    for token in [*_neutral_chinese().tokens(stretch), None]:
        end = len(stretch) if token is None else token.start
        for match in WORD.finditer(stretch, reached, max(end, reached)):
            if match[0] not in _neutral_english():
                yield match[0]
        if token is not None:
            reached = token.end


def _names(token: Token, kind: str, meaning: str | None) -> bool:
    return any(word.kind == kind and word.meaning == meaning for word in token.words)


def _neutral(token: Token) -> bool:
    return any(token.has(kind) for kind in _page()["classes"]) or any(
        word.kind == "measure" and measures()[word.meaning].broad for word in token.words
    )


@cache
def _page() -> dict[str, Any]:
    words: dict[str, Any] = page("restating.toml")["neutral"]
    return words


@cache
def _neutral_english() -> frozenset[str]:
    return frozenset(_page()["en"])


@cache
def _neutral_chinese() -> Finder:
    return Finder(Word(fold(word), "neutral", "neutral") for word in _page()["zh"])
