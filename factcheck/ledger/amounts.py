"""The figures of a ledger, read by the same extraction that reads drafts."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate
from typing import cast

from factcheck.document import Document, Span
from factcheck.extract import extract
from factcheck.ledger.entries import ClaimEntry
from factcheck.ledger.places import Table
from factcheck.lexicon import measures, units
from factcheck.mention import Kind, Mention

# "24" alone on its line is a page or list number to the extraction, and rightly so; behind a verb it is a figure.
CARRIER = "is "
# How many texts are read together, and what stands between them: they are paragraphs to each other.
TOGETHER, BREAK = 500, "\n\n"


class AmountError(ValueError):
    """An amount or a reading that does not say one figure; `key` is the key at fault."""

    def __init__(self, key: str, what: str) -> None:
        self.key = key
        super().__init__(what)


class Figures:
    """Reads figures that stand by themselves, or behind a carrier; each text is read once."""

    def __init__(self, *, carrier: str = CARRIER) -> None:
        self.carrier = carrier
        self.known: dict[str, list[Mention]] = {}

    def __call__(self, text: str) -> list[Mention]:
        """The mentions of a text; their spans are those of the text behind the carrier."""
        if text not in self.known:
            self.known[text] = extract(Document(self.carrier + text, name="amount"))
        return self.known[text]

    def read_ahead(self, texts: Iterable[str]) -> None:
        """Read many texts together, each a paragraph: three times as quick as one by one, and read the same (a test holds it)."""
        unread = [text for text in dict.fromkeys(texts) if text not in self.known and "\n" not in text and "\r" not in text]
        for first in range(0, len(unread), TOGETHER):
            here = unread[first : first + TOGETHER]
            starts = [0, *accumulate(len(self.carrier) + len(text) + len(BREAK) for text in here)]
            found: list[list[Mention]] = [[] for _ in here]
            for mention in extract(Document(BREAK.join(self.carrier + text for text in here), name="amounts")):
                found[bisect.bisect(starts, mention.span.start) - 1].append(mention)
            for text, start, mentions in zip(here, starts, found, strict=False):
                document = Document(self.carrier + text, name="amount")
                self.known[text] = [
                    replace(one, document=document, span=moved(one.span, -start), number=moved(one.number, -start))
                    for one in mentions
                ]


def placed(row: ClaimEntry, figures: Figures, *, document: Document, table: Table) -> Mention:
    """The figure of a claim at its place in the ledger file: the amount, or the reading of an amount that is damaged.

    Raises AmountError where it is none, or more than one, or damaged without a reading.
    """
    key, text = ("amount", row.amount) if row.reading is None else ("reading", row.reading)
    mention = with_unit(figure(key, text, figures), row)
    span = table.span(key)
    if document.text[span.start : span.end] != text:
        raise AmountError(key, "write the figure between two quotes, without escapes and on one line")
    return replace(
        mention,
        document=document,
        span=moved(mention.span, span.start - len(CARRIER)),
        number=moved(mention.number, span.start - len(CARRIER)),
    )


def moved(span: Span, distance: int) -> Span:
    """The span at another place."""
    return Span(span.start + distance, span.end + distance)


def figure(key: str, text: str, figures: Figures) -> Mention:
    """The one figure that a text says. Raises AmountError."""
    found = figures(text)
    if not found:
        raise AmountError(key, f'no figure in "{text}"')
    damaged = next((mention for mention in found if mention.damage is not None), None)
    if damaged is not None:
        advice = "add what it says as reading, and why" if key == "amount" else "a reading is a plain figure"
        raise AmountError(key, f'"{text}" is damaged ({damaged.damage}); {advice}')
    if len(found) > 1:
        raise AmountError(key, f"{len(found)} figures, {', '.join(mention.text for mention in found)}; an entry holds one")
    if found[0].quantity is None and found[0].period is None:
        raise AmountError(key, f'"{text}" is read as {found[0].kind}; write it with its scale or unit, such as 1.2 billion yuan')
    return found[0]


def with_unit(mention: Mention, row: ClaimEntry) -> Mention:
    """The mention with a unit where its own words give none: the entry's, or the one that its measure is counted in.

    Raises AmountError where its words say another than the entry.
    """
    if mention.quantity is None:
        return mention
    stated = mention.quantity.unit
    if stated is None:
        unit = row.unit or counted_in(row.measure)
        kind = units()[unit].kind if unit in units() else mention.kind
        return replace(mention, kind=cast(Kind, kind), quantity=replace(mention.quantity, unit=unit))
    if row.unit != stated and row.unit in units():
        raise AmountError("unit", f'"{mention.text}" is in {stated}, the entry says {row.unit}')
    return mention


def counted_in(measure: str | None) -> str | None:
    """The unit that a measure is counted in: doctors in persons. None for money, whose currency nobody may guess."""
    known = measures().get(measure) if measure is not None else None
    return known.dimension if known is not None and known.dimension in units() else None
