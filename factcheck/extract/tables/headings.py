"""Words of headings: what the label of a row or a column says of the figures beside or under it."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.document import Span
from factcheck.extract.prepared import Prepared
from factcheck.extract.times import Time
from factcheck.lexicon import Finder, Word, fold, measures, page, units
from factcheck.pattern import lazy_pattern

MARKUP = lazy_pattern(r"[*_`~]|<[^<>]{0,200}>|&[a-z#0-9]{1,8};")
BRACKETS = lazy_pattern(r"[(（\[][^()（）\[\]]{0,80}[)）\]]")
LETTER = lazy_pattern(r"[a-z\u3400-\u9fff]")
WORD = lazy_pattern(r"[a-z][a-z'-]*|[\u3400-\u9fff]")
# The number of a line of accounts: 一、, (二), 3., 2.1, iv)
NUMBER = lazy_pattern(
    r"[ ]*(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.、)）]|[ivx]{1,4}[.)])[ ]*"
)
# Where the words beside a measure end: "Population by city, 2023", 各市人口（万人）
BOUNDARY = lazy_pattern(r"[.,:;，。：；（(）)|]|\b(?:by|and|at|in|of|for)\b|[按及和与]|各.")
# Words of a heading that name no thing of their own.
KNOWN = ("measure", "entity", "scope", "unit", "basis", "time", "part.total")
# What stands around a word for nothing, or instead of it: –, ..., **n/a**
DASHES = " \t-–—−―.…·/*|_"


@dataclass(frozen=True, slots=True)
class Label:
    """The folded words of a heading and the classes of words in it."""

    text: str
    classes: frozenset[str]

    def has(self, *names: str) -> bool:
        """Whether a word of one of these classes is in it."""
        return not self.classes.isdisjoint(names)


@cache
def _finder() -> Finder:
    heading = page("tables.toml")["heading"]
    return Finder(Word(fold(word), f"heading.{name}", name) for name, words in heading.items() for word in words)


@lru_cache(maxsize=4096)
def label(text: str) -> Label:
    """The label that a folded text makes."""
    bare = MARKUP.sub(" ", html.unescape(text))
    return Label(" ".join(bare.split()), frozenset(word.meaning for token in _finder().tokens(bare) for word in token.words))


def consists_of(text: str, name: str) -> bool:
    """Whether a folded text holds words of a class and nothing else, brackets left out: "**Total** (5)", 合 计."""
    bare = BRACKETS.sub(" ", MARKUP.sub(" ", text))
    bare = "".join(bare.split()) if any(character > "\u3400" for character in bare) else bare
    tokens = [token for token in _finder().tokens(bare) if any(word.meaning == name for word in token.words)]
    for token in reversed(tokens):
        bare = bare[: token.start] + bare[token.end :]
    return bool(tokens) and LETTER.search(bare) is None


def opens_with(text: str, name: str) -> bool:
    """Whether the first word of a folded text is of a class: 其中：出口, "of which exports"."""
    bare = MARKUP.sub(" ", text).lstrip(" \t-–—·•(（")
    tokens = _finder().tokens(bare)
    return bool(tokens) and tokens[0].start == 0 and any(word.meaning == name for word in tokens[0].words)


def rest(text: str) -> str:
    """A folded text without markup and without the words that headings have for themselves."""
    bare = MARKUP.sub(" ", text)
    for token in reversed(_finder().tokens(bare)):
        bare = bare[: token.start] + " " * (token.end - token.start) + bare[token.end :]
    return bare


def says_nothing(text: str) -> bool:
    """Whether a folded text stands for a figure that is missing: –, .., n/a, 不适用."""
    bare = MARKUP.sub(" ", text).strip(DASHES)
    return not bare or bare in cell_words("nothing")


@cache
def cell_words(name: str) -> frozenset[str]:
    """The words of a list that cells have for themselves."""
    return frozenset(fold(word) for word in page("tables.toml")["cell"][name])


def unknown_in(prepared: Prepared, span: Span, times: Iterable[Span]) -> bool:
    """Whether a heading holds words that are no measure, name, time, unit, nor of those that headings have for themselves."""
    folded = prepared.folded[span.start : span.end]
    if consists_of(folded, "total"):
        return False
    characters = list(folded)
    number = NUMBER.match(folded)
    tokens = (token for token in prepared.tokens_in(span.start, span.end) if any(token.has(kind) for kind in KNOWN))
    covered = [
        *times,
        *(Span(token.start, token.end) for token in tokens),
        Span(span.start, span.start + (number.end() if number else 0)),
    ]
    for known in covered:
        for place in range(max(known.start, span.start), min(known.end, span.end)):
            characters[place - span.start] = " "
    left = rest(BRACKETS.sub(" ", "".join(characters)))
    return any(match[0] not in _neutral() for match in WORD.finditer(left.replace("'000", " ")))


def counts_things(prepared: Prepared, span: Span) -> bool:
    """Whether a heading is nothing but a noun that is counted: Buses, Drivers."""
    words = own_words(prepared, span)
    token = prepared.starting.get(words.start)
    unit = units().get(token.meaning("unit") or "") if token is not None and token.end == words.end else None
    return unit is not None and unit.kind == "count" and not unit.classifier


def narrowed_in(prepared: Prepared, span: Span, measure: str, times: Iterable[Time]) -> bool:
    """Whether a caption names a measure with unknown words right before or behind it, up to a stop or what it is parted by."""
    known = [time.span for time in times]
    for token in prepared.tokens_in(span.start, span.end):
        if any(word.kind == "measure" and word.meaning == measure for word in token.words):
            before = BOUNDARY.split(prepared.folded[span.start : token.start])[-1]
            behind = BOUNDARY.split(prepared.folded[token.end : span.end])[0]
            return any(
                unknown_in(prepared, stretch, known)
                for stretch in (Span(token.start - len(before), token.start), Span(token.end, token.end + len(behind)))
            )
    return False


def names_measure(prepared: Prepared, span: Span) -> bool:
    """Whether a heading names what its figures measure, in a word that tells."""
    named = (word for token in prepared.tokens_in(span.start, span.end) for word in token.words if word.kind == "measure")
    return any(not measures()[word.meaning].broad for word in named)


@cache
def _neutral() -> frozenset[str]:
    """The words beside a label that say nothing of what its figures are, those of scales among them."""
    tables = page("tables.toml")
    return frozenset(map(fold, (*tables["heading"]["neutral"], *tables["note"]["filler"], *tables["scale"])))


def own_words(prepared: Prepared, span: Span) -> Span:
    """What a heading says without its number, its markup and the bracket or the unit behind: 一、营业收入（万元）."""
    folded = prepared.folded
    number = NUMBER.match(folded, span.start, span.end)
    start, end = number.end() if number is not None else span.start, span.end
    bracket = BRACKETS.search(folded, start, end)
    if bracket is not None and bracket.start() > start:
        end = bracket.start()
    while (tag := MARKUP.match(folded, start, end)) is not None or folded[start : start + 1] in (" ", "\t", "\n"):
        start = tag.end() if tag is not None else start + 1
    words = folded[start:end]
    opening = words.find("<")
    words = (words if opening < 0 else words[:opening]).rstrip(" \t\n*_`~:：¹²³")
    return Span(start, start + len(words))
