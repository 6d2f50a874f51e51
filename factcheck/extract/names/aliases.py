"""Other names that a text gives to what it has named: 海湾食品有限公司（以下简称“海湾食品”）, the Harbor Trust (HT)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.extract.names.name import Name
from factcheck.extract.prepared import Prepared
from factcheck.lexicon.names import anaphors, words
from factcheck.pattern import lazy_pattern

LONGEST = 24
# What stands behind a name and gives it others.
BRACKET = lazy_pattern(r"[》」”\".]?[ ]?[（(]([^（）()\n]{1,80})[)）]")
INLINE = lazy_pattern(r"[》」”\"]?，?([^，。；：（）()\n]{2,24})(?=[，。；（(]|$)")
PART = lazy_pattern(r"[^，,;；、:：]+")
QUOTED = lazy_pattern(r"[\"“「『《‘]([^\"“”「」『』《》‘’]{2,24})[\"”」』》’]")
ABBREVIATION = lazy_pattern(r"[A-Z][A-Z&]{1,7}")


def aliases(prepared: Prepared, names: Iterable[Name]) -> Iterator[Name]:
    """The names given to other names, each right behind one of them."""
    for name in names:
        bracket = BRACKET.match(prepared.folded, name.end)
        behind = bracket or INLINE.match(prepared.folded, name.end)
        if behind is None:
            continue
        for part in PART.finditer(prepared.folded, *behind.span(1)):
            place = _alias(prepared, part.start(), part.end(), bracketed=bracket is not None)
            if place is not None:
                start, end = place
                key = prepared.folded[start:end]
                if key != name.key and not any(
                    key in known for known in (anaphors(), words("common", "stems"), words("plain", "words"))
                ):
                    yield Name(start, end, prepared.document.text[start:end], key, name.kind, alias_of=name.key)


def _alias(prepared: Prepared, start: int, end: int, *, bracketed: bool) -> tuple[int, int] | None:
    """The other name in a part of a bracket: behind a word such as 简称, in quotation marks, or an abbreviation in capitals."""
    text, folded = prepared.document.text, prepared.folded
    while start < end and folded[start] == " ":
        start += 1
    word = next((word for word in words("alias", "words") if folded.startswith(word, start, end)), None)
    quoted = QUOTED.search(text, start, end)
    if word is None and not bracketed:
        return None
    if quoted is not None:
        return quoted.span(1)
    if word is not None:
        first = start + len(word)
        while first < end and folded[first] in "为作 ":
            first += 1
        named = 2 <= end - first <= LONGEST and not any(character.isdigit() for character in folded[first:end])
        return (first, end) if named else None
    abbreviation = ABBREVIATION.fullmatch(text, start, end)
    return abbreviation.span() if abbreviation is not None else None
