"""The claims of a ledger for a reader: one row a claim, or one claim with all its fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.claim import Claim, Source
from factcheck.ledger.blocks import table
from factcheck.ledger.recording import NAMELESS, RecordError
from factcheck.lexicon import fold
from factcheck.period import Period

if TYPE_CHECKING:
    from factcheck.ledger import Ledger
    from factcheck.ledger.book import Addition


def listed(ledger: Ledger, *, subject: str | None = None, measure: str | None = None) -> Iterator[list[str]]:
    """A row for each claim whose subject and measure hold the words sought, with its id, what it is about, and its source.

    A subject of a file is known by its aliases too, in whatever language they are.
    """
    aliases = {known.name: known.aliases for known in ledger.subjects}
    for claim in ledger.claims:
        names = (claim.subject, *aliases.get(claim.subject or "", ()))
        if any(holds(name, subject) for name in names) and (holds(claim.measure, measure) or holds(claim.measure_text, measure)):
            measured = claim.measure or claim.measure_text
            about = [claim.subject, measured, " ".join(claim.scope), when(claim), claim.text, claim.source.id]
            yield [claim.id, *(word or "" for word in about)]


def proposed(additions: Sequence[Addition], refused: Sequence[RecordError], *, written: bool) -> Iterator[str]:
    """The entries that are added to each file, as they stand there, and how many claims were left out for which reason."""
    new = [one for one in additions if one.new]
    for path in dict.fromkeys(one.path for one in new):
        here = [one for one in new if one.path == path]
        yield f"# {path.as_posix()}"
        if any(one.opens for one in here):
            yield '# a new file: write in its head what else drafts call the subject, as in aliases = ["海港航运", "Harbour"]'
        for source in {one.source.id: one.source for one in here}.values():
            yield from ("", table("source", source))
        for one in here:
            yield from ("", table("claim", one.entry))
        yield ""
    known = len(additions) - len(new)
    yield f"# {len(new)} {'written' if written else 'proposed'}, {known} in the ledger already, {len(refused)} left out"
    for reason, number in Counter(error.reason for error in refused).most_common():
        yield f"# {number} × {reason}{'; --subject says whom they are about' if reason == NAMELESS else ''}"


def holds(text: str | None, sought: str | None) -> bool:
    """Whether a text holds the words sought, whatever their case, width and script."""
    return sought is None or (text is not None and fold(sought) in fold(text))


def when(claim: Claim) -> str | None:
    """The period of a claim, or the date on which it holds."""
    period = claim.period or claim.as_of
    return period.edtf if period is not None else None


def shown(ledger: Ledger, name: str) -> Iterator[str]:
    """Every field of one claim that is known, one a line. Raises KeyError with a guess where no claim has the id."""
    entry = next((entry for entry in ledger.withdrawn if entry.id == name), None)
    if entry is not None:
        yield f"{entry.id} (withdrawn)"
        yield from (f"  {key:<18}{value}" for key, value in entry if value and key != "id")
        return
    claim = ledger.claim(name)
    entry = next(entry for entry in ledger.entries if entry.id == name)
    line, _ = claim.document.place(claim.span.start)
    fields: dict[str, object] = {
        "place": f"{claim.document.name}:{line}",
        "subject": claim.subject,
        "measure": claim.measure,
        "measure_text": claim.measure_text,
        "scope": ", ".join(claim.scope),
        "period": text_of(claim.period),
        "as_of": text_of(claim.as_of),
        "role": claim.role,
        "against": text_of(claim.against),
        "amount": entry.amount,
        "reading": entry.reading,
        "why": entry.why,
        "unit": claim.mention.unit,
        "quote": f"{claim.prefix}⟦{claim.quote}⟧{claim.suffix}",
        "note": entry.note,
        **of_source(claim.source),
    }
    yield claim.id
    yield from (f"  {key:<13}{value}" for key, value in fields.items() if value)


def of_source(source: Source) -> dict[str, str | None]:
    """The fields of a source beside those of a claim, which has an id of its own."""
    return {"source" if name == "id" else name: value for name, value in source.row().items()}


def text_of(period: Period | str | None) -> str | None:
    """A period as an EDTF string, a relation as it is."""
    return period.edtf if isinstance(period, Period) else period
