"""Cells: whether one holds a figure and nothing else, and what stands beside the figure that makes another of it.

Beside a figure may stand its sign (–3%, △12, (45)), the mark of a note (1,234¹, 5.6*, 88 [a]), and the way that a change went
(下降0.05个百分点).
"""

from __future__ import annotations

import bisect
import html
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from factcheck.document import Cell, Span
from factcheck.extract.prepared import Prepared
from factcheck.extract.tables.headings import MARKUP, cell_words
from factcheck.extract.times import TIMES
from factcheck.lexicon import Finder, Word, page
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

WORDS = lazy_pattern(r"[a-z\u3400-\u9fff]")
# What leads from a figure to a note.
MARKS = lazy_pattern(
    r"""
      [¹²³⁰⁴-⁹†‡§]                  # 1,234¹, 12.4%†
    | \[[a-z0-9]{1,3}\]             # 88 [a]
    | [(（][a-z][)）]               # 1,200 (b)
    | [(（]?注[0-9]{0,2}[)）]?      # 1,200（注1）
    """,
    re.VERBOSE,
)
# The number of a note, behind its figure: 2,059 (2)
OPENS_NOTE = lazy_pattern(r"[(（\[]注?\Z")
CLOSES_NOTE = lazy_pattern(r"[)\]）]")
NOTE_NUMBER = lazy_pattern(r"[0-9]{1,2}")
MINUS = frozenset("-–—−―‐‑－﹣△")
OPENING, CLOSING = "(（", ")）"
# Looks of Markdown and tags, but no references: &minus; is a sign.
MARKUP_BEFORE = lazy_pattern(r"[*_`~]|<[^<>]{0,200}>")
PERCENT = lazy_pattern(r"[ ]?%")
# The rate of a figure in brackets is a fall only where rates can be negative; "(25%)" beside a count is its share.
RATES = frozenset({"percent", "point"})


class Held(NamedTuple):
    """What a cell holds: the figure that it states, None where it holds more or less than one; the numbers of notes."""

    figure: Mention | None
    notes: tuple[Mention, ...] = ()


def held(prepared: Prepared, cell: Cell, mentions: Sequence[Mention], masks: Sequence[Span]) -> Held:
    """What a cell holds of the mentions that stand in it. `masks` are those of the document, in order."""
    notes = tuple(mention for mention in mentions[1:] if _is_note(prepared, cell, mention))
    figures = [mention for mention in mentions if mention not in notes]
    if len(figures) != 1 or len(cell.rows) > 1 or len(cell.columns) > 1 or names_unit(prepared, figures[0]):
        return Held(None, notes)
    mention = figures[0]
    if mention.kind in TIMES or mention.quantity is None:
        return Held(None, notes)
    left = MARKS.sub(" ", _beside(prepared, cell, (mention, *notes), masks))
    alone = WORDS.search(_without_ways(left)) is None and not any(character.isdigit() for character in left)
    return Held(mention if alone else None, notes)


def names_unit(prepared: Prepared, mention: Mention) -> bool:
    """Whether a mention is a unit with its scale, which a column of units holds, and no figure: million tonnes, 亿千瓦时."""
    number = prepared.folded[mention.number.start : mention.number.end]
    return number in page("tables.toml")["scale"]


def _is_note(prepared: Prepared, cell: Cell, mention: Mention) -> bool:
    folded, number = prepared.folded, prepared.folded[mention.number.start : mention.number.end]
    return (
        NOTE_NUMBER.fullmatch(number) is not None
        and OPENS_NOTE.search(folded, cell.span.start, mention.number.start) is not None
        and CLOSES_NOTE.match(folded, mention.number.end, cell.span.end) is not None
    )


def _beside(prepared: Prepared, cell: Cell, mentions: Sequence[Mention], masks: Sequence[Span]) -> str:
    """The folded words of a cell beside some mentions, without what is masked and without markup."""
    characters = list(prepared.folded[cell.span.start : cell.span.end])
    first = bisect.bisect_left(masks, Span(cell.span.start, cell.span.start))
    inside = masks[first : bisect.bisect_left(masks, Span(cell.span.end, cell.span.end))]
    for span in (*(mention.span for mention in mentions), *inside):
        for place in range(max(span.start, cell.span.start), min(span.end, cell.span.end)):
            characters[place - cell.span.start] = " "
    return MARKUP.sub(" ", "".join(characters))


@cache
def _ways() -> Finder:
    """Finds the words that say which way a change went, and from when."""
    heading = page("tables.toml")["heading"]
    said = {
        "rise": cell_words("rises"),
        "fall": cell_words("falls"),
        "basis": (*heading["year_on_year"], *heading["month_on_month"]),
    }
    return Finder(Word(word, f"cell.{name}", name) for name, words in said.items() for word in words)


def _without_ways(text: str) -> str:
    for token in reversed(_ways().tokens(text)):
        text = text[: token.start] + text[token.end :]
    return text


def falls(prepared: Prepared, cell: Cell) -> bool:
    """Whether a cell says in words that its figure is a fall: 下降0.05个百分点, "down 3%"."""
    text = prepared.folded[cell.span.start : cell.span.end]
    return any(word.meaning == "fall" for token in _ways().tokens(text) for word in token.words)


def signed(prepared: Prepared, cell: Cell, mention: Mention, *, change: bool) -> Mention:
    """The figure of a cell with its sign. `change` says that its column holds changes."""
    quantity = mention.quantity
    if quantity is None or quantity.value <= 0 or quantity.high is not None:
        return mention
    span = _bracketed(prepared, mention)
    if span is not None and mention.kind in RATES and not change:
        return mention
    if span is None:
        span = _dashed(prepared, cell, mention)
    if span is None:
        return mention
    negative = replace(mention, span=span, quantity=replace(quantity, value=-quantity.value))
    percent = PERCENT.match(prepared.folded, span.end, cell.span.end)
    if percent is None or mention.kind != "count" or mention.unit is not None:
        return negative
    assert negative.quantity is not None
    rate = replace(negative.quantity, unit="percent", counted=False)
    return replace(negative, kind="percent", span=Span(span.start, percent.end()), quantity=rate)


def _bracketed(prepared: Prepared, mention: Mention) -> Span | None:
    """A figure with the brackets in which accounts write what is below zero."""
    folded, (start, end) = prepared.folded, (mention.span.start - 1, mention.span.end)
    if start < 0 or folded[start] not in OPENING or folded[end : end + 1] == "" or folded[end] not in CLOSING:
        return None
    return Span(start, end + 1)


def _dashed(prepared: Prepared, cell: Cell, mention: Mention) -> Span | None:
    """A figure with the dash or triangle in front of it."""
    before = prepared.document.text[cell.span.start : mention.span.start]
    sign = html.unescape(MARKUP_BEFORE.sub("", before)).strip()
    if sign not in MINUS:
        return None
    start = cell.span.start + len(before) - len(before.lstrip("*_ \t"))
    return Span(start, mention.span.end)
