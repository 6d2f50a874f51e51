"""From a claim of a document to an entry of the ledger: what is written, and what is refused.

An entry is tried before it is kept: it must load, its quote must read as its amount again, and its figure must say what the
document's figure says. Nothing enters the ledger that `factcheck claims verify` would refuse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from factcheck.claim import Claim, Source
from factcheck.document import Document
from factcheck.ledger import blocks
from factcheck.ledger.entries import ClaimEntry, Head, SourceEntry, edtf, relative_bases
from factcheck.ledger.loading import Loader
from factcheck.ledger.verifying import of_quote
from factcheck.lexicon import fold, measures, units
from factcheck.passage import passage
from factcheck.period import Period
from factcheck.wording import language_of, plain

# A quote longer than this is no longer "the few words around it".
LONGEST = 120
# A quote ends before the sign that ends its clause.
STOPS = "，。；、,.;"
NAMELESS = "names no subject"
UNDATED = "The text gives a time without saying when it was written."
INFERRED = "The date is worked out from the words beside it."
# How a reading says a hedge in words that are read again as the same.
HEDGES = {
    "over": "more than ",
    "at_least": "at least ",
    "under": "less than ",
    "at_most": "at most ",
    "about": "about ",
    "nearly": "nearly ",
}


class RecordError(ValueError):
    """A claim that cannot be kept as it is; the message says which and `reason` what it lacks."""

    def __init__(self, reason: str, *, figure: str) -> None:
        self.reason = reason
        super().__init__(f"{figure} {reason}")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim as it would stand in the ledger: in the file of `subject`, with the source that says it."""

    subject: str
    source: SourceEntry
    entry: ClaimEntry


def proposal(claim: Claim, *, subject: str | None = None, source: SourceEntry | None = None) -> Proposal:
    """The entry for a claim of a document; its id is not yet told apart from those of the ledger.

    `subject` is taken where the claim names none, `source` in place of what the document says of itself. Raises RecordError.
    """
    whose = named_subject(claim) or subject
    wrong = NAMELESS if whose is None else lacking(claim)
    if whose is None or wrong is not None:
        raise RecordError(wrong or "", figure=f'"{claim.text}"')
    kept = source or source_entry(claim.source, claim.document)
    for values in attempts(claim, whose, kept):
        tried = Proposal(whose, kept, ClaimEntry.model_validate(values))
        wrong = trial(tried, claim)
        if wrong is None:
            return tried
    raise RecordError(f"cannot be kept: {wrong}", figure=f'"{claim.text}"')


def lacking(claim: Claim) -> str | None:
    """What keeps a claim out of a ledger beside its subject, None where nothing does."""
    if claim.measure is None and not claim.measure_text:
        return "does not say what it measures"
    if claim.quantity is None:
        return "is damaged; decide what it says first (factcheck repair)" if claim.mention.damage else "is no quantity"
    return "is an order of magnitude, against which nothing can be held" if claim.quantity.vague else None


def recordable(claim: Claim) -> bool:
    """Whether a claim says of whom, of what and how much, so that an entry can hold it."""
    return named_subject(claim) is not None and lacking(claim) is None


def named_subject(claim: Claim) -> str | None:
    """Whom a claim is about by a name; None for a common noun ("the meeting"), which is another one in the next document."""
    return None if "owner" in claim.carried else claim.subject


def proposals(
    claims: Iterable[Claim], *, subject: str | None = None, known: Mapping[str, object] | None = None
) -> Iterator[Proposal | RecordError]:
    """An entry for each claim, or why there is none. `known` holds fields of the source in place of what the document says itself."""
    told = {key: value for key, value in (known or {}).items() if value is not None}
    rows: dict[int, SourceEntry] = {}
    for claim in claims:
        if id(claim.document) not in rows:
            rows[id(claim.document)] = source_entry(claim.source.model_copy(update=told), claim.document)
        try:
            yield proposal(claim, subject=subject, source=rows[id(claim.document)])
        except RecordError as error:
            yield error


def attempts(claim: Claim, subject: str, source: SourceEntry) -> Iterator[dict[str, object]]:
    """The values of entries that may do, the plainest first: with the longest quote, then with a reading of the amount."""
    known = {key: value for key, value in about(claim).items() if value}
    unit = claim.mention.unit if claim.mention.unit in units() else None
    part = claim.role if claim.role in ("change", "share") else ""
    measured = claim.measure or claim.measure_text or ""
    identifier = slug(subject, measured, part, str(known.get("period") or known.get("as_of") or ""))
    for reading in (None, said(claim)):
        for quote, prefix, suffix in quotes(claim):
            values = {
                "id": identifier,
                **known,
                "amount": claim.text,
                "source": source.id,
                "quote": quote,
                "prefix": prefix,
                "suffix": suffix,
            }
            if reading is not None:
                damage = claim.mention.damage
                why = f"The figure is damaged ({damage})." if damage else "The words around the figure say how it is to be read."
                yield {**values, "reading": reading, "why": why}
            else:
                yield values
                yield {**values, "unit": unit}


def about(claim: Claim) -> dict[str, object]:
    """What the claim is about, as far as an entry can hold it. A time that only the day of writing would tell is left out."""
    times = [when for when in (claim.as_of, claim.period) if when is not None]
    first = (claim.as_of or claim.period) if claim.role == "level" and not flows(claim) else (claim.period or claim.as_of)
    dated = None if first is None else date(first)
    note = UNDATED if times and dated is None else INFERRED if dated and first is not None and first.inferred else None
    return {
        "measure": claim.measure,
        "measure_text": claim.measure_text,
        "scope": claim.scope,
        "as_of" if first is claim.as_of else "period": dated,
        "role": claim.role,
        "against": base_of(claim),
        "note": note,
    }


def flows(claim: Claim) -> bool:
    """Whether the measure runs over a period (revenue) instead of holding at a date (doctors)."""
    known = measures().get(claim.measure or "")
    return known is not None and known.flow


def date(when: Period) -> str | None:
    """The EDTF string of a time, None where an entry cannot hold it."""
    if when.relative is not None:
        return None
    try:
        return edtf(when.edtf)
    except ValueError:
        return None


def base_of(claim: Claim) -> str | None:
    """What a change is measured from, where an entry can hold it."""
    if isinstance(claim.against, Period):
        return date(claim.against)
    return claim.against if claim.against in relative_bases() else None


def said(claim: Claim) -> str | None:
    """The figure of a claim in plain words, which are read without those around it."""
    quantity = claim.quantity
    if quantity is None or quantity.high is not None:
        return None
    return HEDGES.get(quantity.hedge, "") + plain(quantity.value, unit=quantity.unit)


def quotes(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Quotes of the document that hold the figure, each with the prefix and suffix that tell it from its twins; the longest first."""
    text, span, found = claim.document.text, claim.span, passage(claim.document)
    clause, sentence = found.clause(span.start), found.sentence(span.start)
    for begin, end in (
        (clause.start, clause.end),
        (clause.start, span.end),
        (sentence.start, sentence.end),
        (span.start, clause.end),
        (span.start, span.end),
    ):
        start = begin + len(text[begin:end]) - len(text[begin:end].lstrip())
        quote = text[start:end].rstrip().rstrip(STOPS)
        # The figure is looked for in its quote from the left, so one that stands there twice is not told apart.
        if len(quote) <= LONGEST and "\n" not in quote and quote.find(claim.text) == span.start - start:
            yield quote, *around(text, start, start + len(quote))


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """As much in front of a stretch, and then behind it, as tells it from its twins in the text."""
    for before, after in ((0, 0), (16, 0), (64, 0), (64, 64), (256, 256)):
        first, last = max(0, start - before), min(len(text), end + after)
        if text.count(text[first:last]) == 1:
            return text[first:start], text[end:last]
    return "", ""


def source_entry(source: Source, document: Document) -> SourceEntry:
    """What a document says of itself, as a source; its name stands for a title that it does not give."""
    name = PurePath(source.id).stem or source.id
    published = source.published
    return SourceEntry(
        id=slug(name, published.isoformat() if published else ""),
        title=source.title or name,
        publisher=source.publisher,
        url=source.url,
        published=published,
        sha256=source.sha256,
        language=language_of(document.text),
    )


def slug(*words: str) -> str:
    """Words as a name for an entry or a file: letters and digits with hyphens between them."""
    return re.sub(r"[\W_]+", "-", " ".join(fold(word) for word in words if word)).strip("-") or "entry"


def loaded(tried: Proposal) -> Claim:
    """The claim that an entry is, by itself. Raises RecordError where it would not load, or its quote says something else."""
    loader = Loader()
    parts = [blocks.head(Head(subject=tried.subject)), blocks.table("source", tried.source), blocks.table("claim", tried.entry), ""]
    file = loader.text("\n".join(parts), name="proposal")
    loader.references([file])
    kept = [] if loader.faults else list(loader.claims(file))
    wrong = "; ".join(f"{fault.key}: {fault.what}" if fault.key else fault.what for fault in loader.faults) or None
    wrong = wrong or next((what for entry, claim in kept for what in of_quote(entry, claim)), None)
    if wrong is not None or not kept:
        raise RecordError(f"cannot be kept: {wrong}", figure=f'"{tried.entry.amount}"')
    return kept[0][1]


def trial(tried: Proposal, claim: Claim) -> str | None:
    """What is wrong with an entry for a claim, None where nothing is."""
    try:
        figure = loaded(tried).quantity
    except RecordError as error:
        return error.reason.removeprefix("cannot be kept: ")
    stated, words = claim.quantity, tried.entry.reading or tried.entry.amount
    assert stated is not None
    if figure is None or (figure.value, figure.high, figure.hedge) != (stated.value, stated.high, stated.hedge):
        return f'"{words}" by itself is not the figure that the text has'
    return None if figure.unit == stated.unit else f'"{words}" by itself is not in the unit that the text has'
