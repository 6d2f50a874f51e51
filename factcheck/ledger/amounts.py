"""The figures of a ledger, read by the same extraction that reads drafts."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import cast

from factcheck.document import Document
from factcheck.extract import extract
from factcheck.extract.mentions import find_mentions
from factcheck.extract.prepared import prepare
from factcheck.extract.statements import is_bare
from factcheck.ledger.alike import Sample, Written, parted, put_in, sample
from factcheck.ledger.entries import ClaimEntry
from factcheck.ledger.places import Table
from factcheck.lexicon import measures, units
from factcheck.lexicon.rates import is_rate, numerator, rate_of, unit_named
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
    """Reads figures that stand by themselves, or behind a carrier; each text is read once, and one of those that are written alike."""

    def __init__(self, *, carrier: str = CARRIER) -> None:
        self.carrier = carrier
        self.known: dict[str, list[Mention]] = {}
        self.samples: dict[Written, Sample | None] = {}

    def __call__(self, text: str) -> list[Mention]:
        """The mentions of a text; their spans are those of the text behind the carrier."""
        if text not in self.known:
            document = Document(self.carrier + text, name="amount")
            written, number = parted(document.text)
            alike = self.samples.get(written)
            if alike is not None:
                return put_in(alike, number, document)
            self.known[text] = extract(document)
        return self.known[text]

    def read_ahead(self, texts: Iterable[str]) -> None:
        """Read many texts together, which is quicker than one by one, and read the same (a test holds it)."""
        groups: defaultdict[Written, list[str]] = defaultdict(list)
        for text in dict.fromkeys(texts):
            if "\n" not in text and "\r" not in text:
                groups[parted(self.carrier + text)[0]].append(text)
        self.read_together([alike[0] for alike in groups.values()])
        for written, alike in groups.items():
            first = self.carrier + alike[0]
            self.samples[written] = sample(written, parted(first)[1], self.known[alike[0]])
        self.read_together([text for written, alike in groups.items() if self.samples[written] is None for text in alike[1:]])

    def read_together(self, texts: Sequence[str]) -> None:
        """Read texts, each a paragraph. Only where a figure is bare do the words around it say what it counts."""
        self.known.update(self.together(texts, lambda document: find_mentions(prepare(document)).mentions))
        self.known.update(self.together([text for text in texts if any(map(is_bare, self.known[text]))], extract))

    def together(self, texts: Sequence[str], read: Callable[[Document], list[Mention]]) -> Iterator[tuple[str, list[Mention]]]:
        """Each text with its mentions."""
        for first in range(0, len(texts), TOGETHER):
            documents = [Document(self.carrier + text, name="amount") for text in texts[first : first + TOGETHER]]
            starts = [0, *accumulate(len(document.text) + len(BREAK) for document in documents)]
            found: list[list[Mention]] = [[] for _ in documents]
            for mention in read(Document(BREAK.join(document.text for document in documents), name="amounts")):
                found[bisect.bisect(starts, mention.span.start) - 1].append(mention)
            for text, document, start, mentions in zip(texts[first:], documents, starts, found, strict=False):
                yield text, [moved(one, document=document, by=-start) for one in mentions]


def placed(row: ClaimEntry, figures: Figures, *, document: Document, table: Table) -> Mention:
    """The figure of a claim at its place in the ledger file: the amount, or the reading of an amount that is damaged.

    Raises AmountError where it is none, or more than one, or damaged without a reading.
    """
    key, text = ("amount", row.amount) if row.reading is None else ("reading", row.reading)
    mention = with_unit(figure(key, text, figures), row)
    span = table.span(key)
    if document.text[span.start : span.end] != text:
        raise AmountError(key, "write the figure between two quotes, without escapes and on one line")
    return moved(mention, document=document, by=span.start - len(CARRIER))


def moved(mention: Mention, *, document: Document, by: int) -> Mention:
    """The mention in another document, so many code points further on."""
    return replace(mention, document=document, span=mention.span.moved(by), number=mention.number.moved(by))


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
    known = unit_named(row.unit)
    if stated is None:
        unit = row.unit or counted_in(row.measure)
        kind = known.kind if known is not None else units()[unit].kind if unit in units() else mention.kind
        return replace(mention, kind=cast(Kind, kind), quantity=replace(mention.quantity, unit=_for_each(unit, row)))
    if row.unit is None or row.unit == stated or numerator(row.unit) == stated:
        return replace(mention, quantity=replace(mention.quantity, unit=row.unit or _for_each(stated, row)))
    if known is not None:
        raise AmountError("unit", f'"{mention.text}" is in {stated}, the entry says {row.unit}')
    return mention


def _for_each(unit: str | None, row: ClaimEntry) -> str | None:
    """A plain unit as the measure's name has it: earnings per share are for a share."""
    measure = measures().get(row.measure or "")
    plain = measure is not None and measure.per is not None and unit is not None and not is_rate(unit)
    return rate_of(unit, measure.per) if plain and measure is not None and measure.per is not None else unit


def counted_in(measure: str | None) -> str | None:
    """The unit that a measure is counted in: doctors in persons. None for money, whose currency nobody may guess."""
    known = measures().get(measure) if measure is not None else None
    return known.dimension if known is not None and known.dimension in units() else None
