"""What the entries of a ledger say of each other: ids and subjects stand once, and every name that an entry uses is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.guess import did_you_mean
from factcheck.ledger.entries import ClaimEntry, SourceEntry
from factcheck.ledger.errors import Fault
from factcheck.ledger.files import File, Located
from factcheck.lexicon import fold, measures, units
from factcheck.lexicon.rates import unit_named


def broken_references(files: Sequence[File]) -> Iterator[Fault]:
    """What is wrong between the entries of some files, each at its place."""
    yield from subjects_once(files)
    yield from sources_agree(files)
    yield from claims_once(files)
    for file in files:
        for claim in file.claims:
            for key, what in defects(claim.row, source_ids=file.source_ids):
                yield file.fault(what, table=claim.table, entry=claim.name, key=key)


def subjects_once(files: Iterable[File]) -> Iterator[Fault]:
    """A name belongs to one subject, and a subject to one file."""
    owners: dict[str, str] = {}
    for file in files:
        if file.head is None:
            continue
        for key, name in (("subject", file.head.subject), *(("aliases", alias) for alias in file.head.aliases)):
            owner = owners.setdefault(fold(name), file.document.name)
            if owner != file.document.name:
                yield file.fault(f'"{name}" is a subject of {owner} already', table=file.head_table, key=key)


def sources_agree(files: Iterable[File]) -> Iterator[Fault]:
    """A source stands once in a file; where two files name one source, they say the same of it."""
    first: dict[str, tuple[File, Located[SourceEntry]]] = {}
    for file in files:
        here: set[str] = set()
        for source in file.sources:
            other, known = first.setdefault(source.row.id, (file, source))
            if source.row.id in here:
                yield file.fault(f'"{source.row.id}" is in the file already', table=source.table, entry=source.name, key="id")
            elif known.row != source.row:
                what = f'"{source.row.id}" is described otherwise in {other.document.name}'
                yield file.fault(what, table=source.table, entry=source.name, key="id")
            here.add(source.row.id)


def claims_once(files: Iterable[File]) -> Iterator[Fault]:
    """A claim's id stands once in the ledger."""
    first: dict[str, tuple[File, Located[ClaimEntry]]] = {}
    for file in files:
        for claim in file.claims:
            owner, known = first.setdefault(claim.row.id, (file, claim))
            if known is not claim:
                line = owner.document.place(known.table.span("id").start).line
                what = f'"{claim.row.id}" is the id of another claim, at {owner.document.name}:{line}'
                yield file.fault(what, table=claim.table, entry=claim.name, key="id")


def defects(row: ClaimEntry, *, source_ids: set[str]) -> Iterator[tuple[str, str]]:
    """The keys of a claim that name something unknown, or that cannot stand together or alone, with what is wrong."""
    if row.source not in source_ids:
        yield "source", f'no source "{row.source}"{did_you_mean(row.source, source_ids)}'
    if row.measure is None and row.measure_text is None:
        yield "measure", "missing: what is measured, by its name in the lexicon, or measure_text in the source's own words"
    elif row.measure is not None and row.measure not in measures():
        guess = did_you_mean(row.measure, measures())
        yield "measure", f'no measure "{row.measure}" in the lexicon{guess}; measure_text takes any words'
    if row.unit is not None and unit_named(row.unit) is None:
        yield "unit", f'no unit "{row.unit}" in the lexicon{did_you_mean(row.unit, units())}'
    if row.period is not None and row.as_of is not None:
        yield "as_of", "a figure is of a period or as of a date; write one of the two"
    if (row.withdrawn is None) != (row.withdrawn_because is None):
        key, other = ("withdrawn", "withdrawn_because") if row.withdrawn is None else ("withdrawn_because", "withdrawn")
        yield key, f"missing: {ClaimEntry.model_fields[key].description}; the claim has {other}"
    if (row.reading is None) != (row.why is None):
        key, other = ("why", "reading") if row.why is None else ("reading", "why")
        yield key, f"missing: {ClaimEntry.model_fields[key].description}; the claim has a {other}"
