"""Words of headings: what the label of a row or a column says of the figures beside or under it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.lexicon import Finder, Word, fold, page
from factcheck.pattern import lazy_pattern

MARKUP = lazy_pattern(r"[*_`~]|<[^<>]{0,200}>|&[a-z#0-9]{1,8};")
BRACKETS = lazy_pattern(r"[(（\[][^()（）\[\]]{0,80}[)）\]]")
LETTER = lazy_pattern(r"[a-z\u3400-\u9fff]")
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


def label(text: str) -> Label:
    """The label that a folded text makes."""
    bare = MARKUP.sub(" ", text)
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
