"""The words around a figure that may narrow it down.

Two figures are compared as statements of one thing only where nothing beside either of them says otherwise. What the lexicon knows to
be neutral (reported, 实现) is left out; every other word counts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import Any

from factcheck.document import Document, Span
from factcheck.lexicon import Finder, Token, Word, fold, layered, measures, page
from factcheck.passage import passage
from factcheck.pattern import lazy_pattern

WORD = lazy_pattern(
    r"""
      [a-z][a-z-]*[a-z]                           # cloud
    | [\u3400-\u9fff]+                            # 商品
    """,
    re.VERBOSE,
)


def narrowing(
    document: Document, span: Span, *, words: Finder, measured: Collection[str], subject: str | None, figures: Sequence[Span] = ()
) -> frozenset[str]:
    """The words of a stretch that may narrow its figure down: all but neutral ones, those of the measures, the subject's, and figures.

    `measured` is what its figures are of, this one and those beside it.

    >>> from factcheck.lexicon import finder
    >>> text = Document("据财报，其商品化收入为118亿元")
    >>> sorted(narrowing(text, Span(4, 16), words=finder(), measured={"revenue"}, subject=None, figures=[Span(11, 16)]))
    ['商品化']
    """
    found = passage(document)
    covered = list(figures)
    kept = set()
    neutral = found.tokens(span, _neutral_chinese())
    for token in layered(found.tokens(span, words), neutral):
        here = Span(token.start, token.end)
        if any(figure.overlaps(here) for figure in figures):
            continue
        said = found.folded[token.start : token.end]
        known = _names(token, "measure", measured) or _names(token, "entity", {subject}) or _neutral(token)
        if known or said in _neutral_english():
            covered.append(here)
        elif not token.has("unit"):
            kept.add(said)
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


def _names(token: Token, kind: str, meanings: Collection[str | None]) -> bool:
    return any(word.kind == kind and word.meaning in meanings for word in token.words)


def _neutral(token: Token) -> bool:
    return (
        token.has("neutral")
        or any(token.has(kind) for kind in _page()["classes"])
        or any(word.kind == "measure" and measures()[word.meaning].broad for word in token.words)
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
