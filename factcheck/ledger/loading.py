"""Reading the files of a ledger: every entry is right, or the ledger is not loaded and every defect is named.

A file is read in three steps: its TOML, the shape of each entry, and what entries say of each other. A defect in one entry does not
hide those of the next.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from factcheck.claim import Claim, Model, Source
from factcheck.document import Document
from factcheck.guess import did_you_mean
from factcheck.ledger import plain
from factcheck.ledger.amounts import AmountError, Figures, placed
from factcheck.ledger.entries import ClaimEntry, Head, SourceEntry
from factcheck.ledger.errors import Fault, LedgerError, faults_of
from factcheck.ledger.places import Table, tables
from factcheck.ledger.plain import Row
from factcheck.lexicon import finder, fold, measures, units
from factcheck.lexicon.rates import unit_named
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern
from factcheck.period import DATE, Period

Shape = TypeVar("Shape", bound=Model)
# How the reader of TOML says where a file is wrong.
TOML_PLACE = lazy_pattern(r" \(at line (?P<line>[0-9]+), column [0-9]+\)")
# What git writes where two sides changed one place: the line that opens it.
MERGE = lazy_pattern(r"<{7} ")


@dataclass(frozen=True, slots=True)
class Located(Generic[Shape]):
    """A checked entry and where it stands: `table` is its place in the file's text, `name` how errors call it (`claim[3]`)."""

    row: Shape
    table: Table
    name: str


@dataclass(slots=True)
class File:
    """One file on its way into the ledger."""

    document: Document
    head: Head | None = None
    head_table: Table | None = None
    sources: list[Located[SourceEntry]] = field(default_factory=list)
    claims: list[Located[ClaimEntry]] = field(default_factory=list)
    # Ids of entries of the wrong shape too: a claim that names one is not a second mistake.
    source_ids: set[str] = field(default_factory=set)


class Loader:
    """Reads files and gathers their defects."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.figures = Figures()

    def fault(self, file: File, what: str, *, table: Table | None = None, entry: str = "", key: str = "") -> None:
        """Note a defect at the place of a key, or of its table where the key has no place."""
        line = file.document.place(table.span(key.partition(".")[0]).start).line if table is not None else None
        self.faults.append(Fault(file.document.name, line, entry, key, what))

    # The file.

    def file(self, path: Path | bytes, *, name: str) -> File:
        """One file, or the bytes of one, with those of its entries that have the right shape."""
        file = File(Document("", name=name))
        try:
            file.document = Document((path if isinstance(path, bytes) else path.read_bytes()).decode("utf-8-sig"), name=name)
        except OSError as error:
            self.fault(file, f"cannot be read: {error.strerror or error}")
            return file
        except UnicodeDecodeError as error:
            self.fault(file, f"is not UTF-8 (byte {error.start}); a ledger is TOML, which is UTF-8 always")
            return file
        return self.parsed(file)

    def text(self, text: str, *, name: str) -> File:
        """A file that is not written yet, like one that is."""
        return self.parsed(File(Document(text, name=name)))

    def parsed(self, file: File) -> File:
        """A file's text as entries of the right shape."""
        try:
            data, places = parsed(file.document.text)
        except (ValueError, RecursionError) as error:
            conflicts = [line for line, words in enumerate(file.document.text.splitlines(), start=1) if MERGE.match(words)]
            for line in conflicts:
                self.faults.append(Fault(file.document.name, line, "", "", "an unresolved merge conflict; choose a side"))
            if not conflicts:
                place = TOML_PLACE.search(str(error))
                what = f"is not TOML: {TOML_PLACE.sub('', str(error))}"
                self.faults.append(Fault(file.document.name, int(place["line"]) if place else None, "", "", what))
            return file
        self.entries(file, data, places)
        return file

    def entries(self, file: File, data: Row, places: list[Table]) -> None:
        """Check the shape of the head and of each entry."""
        sources, claims = data.pop("source", []), data.pop("claim", [])
        file.head_table = places[0]
        file.head = self.shaped(file, Head, data, table=places[0], entry="")
        file.sources = self.located(file, SourceEntry, sources, places, name="source")
        file.claims = self.located(file, ClaimEntry, claims, places, name="claim")
        rows = [row for row in sources if isinstance(row, dict)] if isinstance(sources, list) else []
        file.source_ids = {row["id"] for row in rows if isinstance(row.get("id"), str)}

    def located(self, file: File, model: type[Shape], rows: Any, places: list[Table], *, name: str) -> list[Located[Shape]]:
        """The entries of one name that have the right shape."""
        headers = [table for table in places if table.name == name]
        if not isinstance(rows, list) or len(headers) != len(rows):
            self.fault(file, f"write each {name} as a table of its own under a line [[{name}]]", entry=name)
            return []
        found = []
        for index, (row, table) in enumerate(zip(rows, headers, strict=True)):
            shaped = self.shaped(file, model, row, table=table, entry=f"{name}[{index}]")
            if shaped is not None:
                found.append(Located(shaped, table, f"{name}[{index}]"))
        return found

    def shaped(self, file: File, model: type[Shape], row: dict[str, Any], *, table: Table, entry: str) -> Shape | None:
        """The entry as its model, None where a key is wrong."""
        try:
            return model.model_validate(row)
        except ValidationError as error:
            for key, what in faults_of(error, model):
                self.fault(file, what, table=table, entry=entry, key=key)
        return None

    # What entries say of each other.

    def references(self, files: list[File]) -> None:
        """Ids and subjects stand once, and every name that an entry uses is known."""
        self.subjects_once(files)
        self.sources_agree(files)
        self.claims_once(files)
        for file in files:
            for claim in file.claims:
                for key, what in unknown_names(claim.row, source_ids=file.source_ids):
                    self.fault(file, what, table=claim.table, entry=claim.name, key=key)

    def subjects_once(self, files: list[File]) -> None:
        """A name belongs to one subject, and a subject to one file."""
        owners: dict[str, str] = {}
        for file in files:
            if file.head is None:
                continue
            for key, name in (("subject", file.head.subject), *(("aliases", alias) for alias in file.head.aliases)):
                owner = owners.setdefault(fold(name), file.document.name)
                if owner != file.document.name:
                    self.fault(file, f'"{name}" is a subject of {owner} already', table=file.head_table, key=key)

    def sources_agree(self, files: list[File]) -> None:
        """A source stands once in a file; where two files name one source, they say the same of it."""
        first: dict[str, tuple[File, Located[SourceEntry]]] = {}
        for file in files:
            here: set[str] = set()
            for source in file.sources:
                other, known = first.setdefault(source.row.id, (file, source))
                if source.row.id in here:
                    self.fault(file, f'"{source.row.id}" is in the file already', table=source.table, entry=source.name, key="id")
                elif known.row != source.row:
                    what = f'"{source.row.id}" is described otherwise in {other.document.name}'
                    self.fault(file, what, table=source.table, entry=source.name, key="id")
                here.add(source.row.id)

    def claims_once(self, files: list[File]) -> None:
        """A claim's id stands once in the ledger."""
        first: dict[str, tuple[File, Located[ClaimEntry]]] = {}
        for file in files:
            for claim in file.claims:
                owner, known = first.setdefault(claim.row.id, (file, claim))
                if known is not claim:
                    line = owner.document.place(known.table.span("id").start).line
                    what = f'"{claim.row.id}" is the id of another claim, at {owner.document.name}:{line}'
                    self.fault(file, what, table=claim.table, entry=claim.name, key="id")

    # Claims.

    def claims(self, file: File) -> Iterator[tuple[ClaimEntry, Claim]]:
        """The claims of a file, each with its entry; a claim whose figure cannot be read is a defect."""
        sources = {source.row.id: source_of(source.row) for source in file.sources}
        for located in file.claims:
            row = located.row
            try:
                mention = self.placed(row, file, located.table)
            except AmountError as error:
                self.fault(file, str(error), table=located.table, entry=located.name, key=error.key)
                continue
            if file.head is None or row.source not in sources:
                continue
            yield (
                row,
                Claim(
                    id=row.id,
                    mention=mention,
                    subject=entity(row.subject or file.head.subject),
                    measure=row.measure,
                    measure_text=row.measure_text,
                    scope=row.scope,
                    period=period(row.period),
                    as_of=period(row.as_of),
                    role=row.role,
                    against=against(row.against),
                    source=sources[row.source],
                    quote=row.quote,
                    prefix=row.prefix,
                    suffix=row.suffix,
                ),
            )

    def placed(self, row: ClaimEntry, file: File, table: Table) -> Mention:
        """The figure of a claim; what looks wrong among others is read again by itself. Raises AmountError."""
        try:
            return placed(row, self.figures, document=file.document, table=table)
        except AmountError:
            return placed(row, Figures(), document=file.document, table=table)

    def read_ahead(self, files: Iterable[File]) -> None:
        """Read the figures of all claims together, which is quicker."""
        self.figures.read_ahead(claim.row.reading or claim.row.amount for file in files for claim in file.claims)

    def stop_at_faults(self) -> None:
        """Raise LedgerError where anything is wrong so far."""
        if self.faults:
            raise LedgerError(sorted(self.faults, key=lambda fault: (fault.file, fault.line or 0)))


def ledger_files(folder: Path) -> list[Path]:
    """The files of a ledger in the order of their names. Raises LedgerError where there are none."""
    if folder.is_file():
        return [folder]
    if not folder.is_dir():
        raise LedgerError(
            [Fault(folder.as_posix(), None, "", "", "no such folder; `factcheck claims add DRAFT --write` makes a ledger")]
        )
    found = sorted(path for path in folder.rglob("*.toml") if path.is_file())
    if not found:
        raise LedgerError(
            [
                Fault(
                    folder.as_posix(),
                    None,
                    "",
                    "",
                    "no TOML file in it; `factcheck claims add DRAFT --write` makes one for each subject",
                )
            ]
        )
    return found


def parsed(text: str) -> tuple[Row, list[Table]]:
    """The values of a file and the places of its tables. Raises ValueError or RecursionError where it is not TOML."""
    return plain.read(text) or (tomllib.loads(text), tables(text))


def unknown_names(row: ClaimEntry, *, source_ids: set[str]) -> Iterator[tuple[str, str]]:
    """The keys of a claim that name something unknown, or that cannot stand together, with what is wrong."""
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


def source_of(row: SourceEntry) -> Source:
    """The source as claims carry it."""
    return Source(id=row.id, title=row.title, publisher=row.publisher, url=row.url, published=row.published, sha256=row.sha256)


@lru_cache(maxsize=4096)
def entity(name: str) -> str:
    """The lexicon's name of a subject where it has one, so that the ledger's 京东健康 is the draft's JD Health."""
    folded = fold(name)
    for token in finder().tokens(folded):
        if (token.start, token.end) == (0, len(folded)):
            return token.meaning("entity") or name
    return name


@lru_cache(maxsize=4096)
def period(text: str | None) -> Period | None:
    """An EDTF string as a period."""
    return None if text is None else Period(text)


@lru_cache(maxsize=4096)
def against(text: str | None) -> Period | str | None:
    """What a change is measured from: a period, or a relation such as `year_on_year` whose base is not dated."""
    return Period(text) if text is not None and (DATE.match(text) or text.startswith("..")) else text
