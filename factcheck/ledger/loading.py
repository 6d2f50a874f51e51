"""Reading the files of a ledger: every entry is right, or the ledger is not loaded and every defect is named.

A file is read in three steps: its TOML, the shape of each entry, and what entries say of each other. A defect in one entry does not
hide those of the next.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from factcheck.claim import Claim, Source
from factcheck.document import Document
from factcheck.ledger import plain
from factcheck.ledger.amounts import AmountError, Figures, placed
from factcheck.ledger.entries import ClaimEntry, Head, SourceEntry
from factcheck.ledger.errors import Fault, LedgerError, faults_of
from factcheck.ledger.files import File, Located, Shape
from factcheck.ledger.places import Table, tables
from factcheck.ledger.plain import Row
from factcheck.ledger.references import broken_references
from factcheck.lexicon import finder, fold
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern
from factcheck.period import DATE, Period

# How the reader of TOML says where a file is wrong.
TOML_PLACE = lazy_pattern(r" \(at line (?P<line>[0-9]+), column [0-9]+\)")
# What git writes where two sides changed one place: the line that opens it.
MERGE = lazy_pattern(r"<{7} ")


class Loader:
    """Reads files and gathers their defects."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.figures = Figures()

    # The file.

    def file(self, path: Path | bytes, *, name: str) -> File:
        """One file, or the bytes of one, with those of its entries that have the right shape."""
        file = File(Document("", name=name))
        try:
            file.document = Document((path if isinstance(path, bytes) else path.read_bytes()).decode("utf-8-sig"), name=name)
        except OSError as error:
            self.faults.append(file.fault(f"cannot be read: {error.strerror or error}"))
            return file
        except UnicodeDecodeError as error:
            self.faults.append(file.fault(f"is not UTF-8 (byte {error.start}); a ledger is TOML, which is UTF-8 always"))
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
            self.faults.append(file.fault(f"write each {name} as a table of its own under a line [[{name}]]", entry=name))
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
                self.faults.append(file.fault(what, table=table, entry=entry, key=key))
        return None

    def references(self, files: Sequence[File]) -> None:
        """Note what entries say that does not go together with others."""
        self.faults.extend(broken_references(files))

    # Claims.

    def claims(self, file: File) -> Iterator[tuple[ClaimEntry, Claim]]:
        """The claims of a file, each with its entry; a claim whose figure cannot be read is a defect."""
        sources = {source.row.id: source_of(source.row) for source in file.sources}
        for located in file.claims:
            row = located.row
            try:
                mention = self.placed(row, file, located.table)
            except AmountError as error:
                self.faults.append(file.fault(str(error), table=located.table, entry=located.name, key=error.key))
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


def parsed(text: str) -> tuple[Row, list[Table]]:
    """The values of a file and the places of its tables. Raises ValueError or RecursionError where it is not TOML."""
    return plain.read(text) or (tomllib.loads(text), tables(text))


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
