"""Verifying a ledger: every amount is read again from its quote, and from its source where the text is at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

from factcheck.claim import Claim, Source
from factcheck.document import Document, Span
from factcheck.extract import extract
from factcheck.ledger.amounts import Figures
from factcheck.ledger.anchoring import told as found_again
from factcheck.ledger.entries import ClaimEntry
from factcheck.lexicon.rates import is_rate, numerator, unit_named
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern
from factcheck.quantity import decimal_text, power_of_ten
from factcheck.read import ReadError, read

# What the words around a figure may scale it by: nothing, a hundredth (percent), up to a trillion.
POWERS = frozenset(power_of_ten(exponent) for exponent in range(-3, 13))
DIGITS = lazy_pattern(r"-?[0-9]+(\.[0-9]+)?")
Texts: TypeAlias = str | Path | Mapping[str, Document | None] | None


@dataclass(frozen=True, slots=True)
class Problem:
    """What does not hold of one claim: its id, the file and line that it stands on, and what is wrong."""

    claim: str
    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.claim}: {self.what}"


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of it: `claims` were read from their quotes, `in_source` of them also found in their source's text.

    `absent` are the sources whose text was not at hand, so that nothing is taken for verified that was not looked at.
    """

    problems: tuple[Problem, ...]
    claims: int
    in_source: int
    absent: tuple[str, ...]

    def lines(self) -> list[str]:
        """One line for each problem, and one that says what was looked at."""
        count = len(self.problems)
        read = "1 claim read from its quote" if self.claims == 1 else f"{self.claims} claims read from their quotes"
        summary = f"{read}, {self.in_source} found in the text of their source; {count or 'no'} problem{'' if count == 1 else 's'}"
        absent = [f"text not at hand: {', '.join(self.absent)}"] if self.absent else []
        return [*map(str, self.problems), summary, *absent]


@dataclass(slots=True)
class SourceTexts:
    """The texts of sources that are at hand, and what was extracted from them."""

    by_id: Mapping[str, Document | None] = field(default_factory=dict)
    by_digest: Mapping[str, Document] = field(default_factory=dict)
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    altered: set[str] = field(default_factory=set)

    def of(self, source: Source) -> Document | None:
        """The text of a source: the one with the recorded SHA-256, else the one that is named by the source's id."""
        recorded = self.by_digest.get(source.sha256 or "")
        return recorded if recorded is not None else self.by_id.get(source.id)

    def mentions_of(self, source: Source, document: Document) -> list[Mention]:
        """The mentions of a source's text; each text is read once."""
        if source.id not in self.mentions:
            self.mentions[source.id] = extract(document)
        return self.mentions[source.id]

    def alteration(self, source: Source, document: Document) -> Iterator[str]:
        """That a source's text is not the one recorded; said once, not again for each of its claims."""
        if source.sha256 not in (None, document.sha256) and source.id not in self.altered:
            self.altered.add(source.id)
            yield (
                f"the text of {source.id} is not the one that was read: its SHA-256 is {document.sha256}, "
                f"the ledger says {source.sha256}; read it again and put its SHA-256 down"
            )


def texts_at_hand(texts: Texts) -> SourceTexts:
    """The texts of a folder, known by their SHA-256 and by their file's name without suffix, or those given for each source id.

    Raises FileNotFoundError where the folder does not exist.
    """
    if texts is None:
        return SourceTexts()
    if isinstance(texts, Mapping):
        return SourceTexts(by_id=texts)
    folder = Path(texts)
    if not folder.exists():
        raise FileNotFoundError(f"no folder {folder.as_posix()} with texts of sources")
    paths = [folder] if folder.is_file() else sorted(folder.rglob("*"))
    documents = {path: document for path in paths if (document := readable(path)) is not None}
    return SourceTexts(
        by_id={path.stem: document for path, document in documents.items()},
        by_digest={document.sha256: document for document in documents.values()},
    )


def readable(path: Path) -> Document | None:
    """The document of a file; None for what is no text, for a folder of texts may hold anything."""
    if not path.is_file():
        return None
    try:
        return read(path)
    except ReadError:
        return None


def verify(entries: Sequence[ClaimEntry], claims: Sequence[Claim], *, texts: Texts) -> Verification:
    """Verify each claim; `entries` are the rows that the claims were made of, in the same order."""
    at_hand = texts_at_hand(texts)
    problems: list[Problem] = []
    absent: dict[str, None] = {}
    in_source = 0
    figures = Figures(carrier="")
    figures.read_ahead(entry.quote for entry in entries)
    for entry, claim in zip(entries, claims, strict=True):
        # What looks wrong among others is read again by itself.
        wrong = list(of_quote(entry, claim, figures)) and list(of_quote(entry, claim))
        document = at_hand.of(claim.source)
        if document is None:
            absent[claim.source.id] = None
        else:
            lost = list(of_source(entry, claim, document=document, mentions=at_hand.mentions_of(claim.source, document)))
            in_source += not lost
            wrong += [*at_hand.alteration(claim.source, document), *lost]
        line = claim.document.place(claim.span.start).line
        problems += [Problem(claim.id, claim.document.name, line, what) for what in wrong]
    return Verification(tuple(problems), len(claims), in_source, tuple(absent))


def of_quote(entry: ClaimEntry, claim: Claim, figures: Figures | None = None) -> Iterator[str]:
    """What is wrong between a claim's amount and its quote; `figures` has read it already, where it is given."""
    start = entry.quote.find(entry.amount)
    if start < 0:
        yield f'the quote "{entry.quote}" does not hold the amount "{entry.amount}"'
        return
    place = Span(start, start + len(entry.amount))
    found = (figures or Figures(carrier=""))(entry.quote)
    if not explained(entry, claim, [mention for mention in found if mention.span.overlaps(place)]):
        yield from difference(claim, found, place=place, where="in its quote")


def explained(entry: ClaimEntry, claim: Claim, here: Sequence[Mention]) -> bool:
    """Whether the entry's reading says what the quote leaves to its surroundings: the scale of a table, the unit of a heading."""
    if entry.reading is None or claim.quantity is None:
        return False
    read = Fraction(claim.quantity.value)
    if DIGITS.fullmatch(entry.amount):  # of data, where nothing around a number says what it is
        return abs(read - Fraction(entry.amount)) <= claim.quantity.unit_of_last_digit("nearest") / 2
    quantities = [mention.quantity for mention in here]
    if len(quantities) != 1 or quantities[0] is None or not quantities[0].value:
        return False
    return read / Fraction(quantities[0].value) in POWERS


def of_source(entry: ClaimEntry, claim: Claim, *, document: Document, mentions: Sequence[Mention]) -> Iterator[str]:
    """What is wrong between a claim and the text of its source."""
    sought = claim.prefix + claim.quote + claim.suffix
    count = document.text.count(sought)
    if count != 1:
        times = f"stands {count} times in" if count else "is not in"
        advice = "; give it a prefix or suffix that tells them apart" if count else found_again(claim, document)
        yield f'"{sought}" {times} the text of {claim.source.id}{advice}'
        return
    start = document.text.find(sought) + len(claim.prefix) + max(0, entry.quote.find(entry.amount))
    place = Span(start, start + len(entry.amount))
    if not explained(entry, claim, [mention for mention in mentions if mention.span.overlaps(place)]):
        yield from difference(claim, mentions, place=place, where=f"in the text of {claim.source.id}")


def difference(claim: Claim, mentions: Sequence[Mention], *, place: Span, where: str) -> Iterator[str]:
    """How the figure at a place differs from the claim's."""
    here = [mention for mention in mentions if mention.span.overlaps(place)]
    if not here:
        yield f"no figure is read {where}"
    elif not any(agrees(mention, claim.mention) for mention in here):
        yield f"reads as {' and '.join(map(said, here))} {where}, the ledger says {said(claim.mention)}"


def agrees(mention: Mention, claimed: Mention) -> bool:
    """Whether a mention says what a claim does: the same value, unit and hedge; for a damaged one, whether a reading does."""
    if mention.damage is not None:
        readings = {reading.value for reading in mention.readings}
        return claimed.quantity is not None and (not readings or claimed.quantity.value in readings)
    if mention.period is not None or claimed.period is not None:
        return mention.period == claimed.period
    if mention.quantity is None or claimed.quantity is None:
        return False
    stated, wanted = mention.quantity, claimed.quantity
    same = (stated.value, stated.high, stated.hedge) == (wanted.value, wanted.high, wanted.hedge)
    return same and units_agree(stated.unit, wanted.unit)


def units_agree(stated: str | None, wanted: str | None) -> bool:
    """Whether two units count the same things: users and doctors are persons, dollars are no yuan.

    A figure without a unit of its own has that of the words around it, and the quote may be too short to hold them.
    """
    if stated is None or stated == wanted:
        return True
    if is_rate(stated) != is_rate(wanted):
        return units_agree(numerator(stated), numerator(wanted or ""))  # the quote may leave out what a rate is for
    known, other = unit_named(stated), unit_named(wanted)
    return known is not None and other is not None and known.kind == other.kind == "count" and known.dimension == other.dimension


def said(mention: Mention) -> str:
    """What a figure says, for a message."""
    if mention.damage is not None:
        readings = " or ".join(str(reading.value) for reading in mention.readings) or "nothing"
        return f'damaged "{mention.text}" (readings: {readings})'
    if mention.quantity is None:
        return mention.period.edtf if mention.period is not None else f'{mention.kind} "{mention.text}"'
    quantity = mention.quantity
    ends = " to ".join(decimal_text(value) for value in (quantity.value, quantity.high) if value is not None)
    hedge = "" if quantity.hedge == "exact" else f"{quantity.hedge.replace('_', ' ')} "
    return f"{hedge}{ends} {quantity.unit or 'without unit'}"
