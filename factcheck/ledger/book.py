"""The files of a ledger as somebody writes in them: entries are added and withdrawn, and the files are right or stay as they are."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from factcheck import atomic
from factcheck.claim import Claim
from factcheck.guess import did_you_mean
from factcheck.ledger import blocks
from factcheck.ledger.entries import ClaimEntry, Head, SourceEntry
from factcheck.ledger.errors import LedgerError
from factcheck.ledger.loading import File, Loader, entity
from factcheck.ledger.recording import Proposal, RecordError, proposal, slug
from factcheck.lexicon import fold

MARK = "\ufeff"


def record(folder: str | Path, claim: Claim) -> Path:
    """Add one claim of a document to a ledger's folder, which is made where there is none; the file that it stands in now.

    The subject's own file is extended, every line in it left as it is, or made. A claim that stands there already is not written
    twice. Raises RecordError where the claim lacks what an entry needs, LedgerError where the folder holds a broken ledger, OSError
    where it cannot be written.
    """
    book = Book(folder)
    path = book.add(proposal(claim)).path
    book.write()
    return path


def withdraw(folder: str | Path, identifier: str, *, reason: str, day: datetime.date) -> Path:
    """Mark a claim as withdrawn, with the reason and the day; the file that it stands in.

    Raises KeyError with a guess where no claim has the id, RecordError where it is withdrawn already, and LedgerError and OSError as
    `record`.
    """
    book = Book(folder)
    path = book.withdraw(identifier, reason=reason, day=day)
    book.write()
    return path


@dataclass(frozen=True, slots=True)
class Addition:
    """An entry as it stands in its file, with its source; `new` where it was not there before."""

    path: Path
    source: SourceEntry
    entry: ClaimEntry
    new: bool


class Book:
    """The files of one folder, with what was changed in them and not written yet. Raises LedgerError where the ledger is broken."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self.changed: dict[Path, str] = {}
        paths = [self.folder] if self.folder.is_file() else sorted(self.folder.rglob("*.toml")) if self.folder.is_dir() else []
        loader = Loader()
        self.files: dict[Path, File] = {path: loader.file(path, name=path.as_posix()) for path in paths}
        loader.references([*self.files.values()])
        loader.stop_at_faults()
        self.ids = {claim.row.id for file in self.files.values() for claim in file.claims}

    def add(self, made: Proposal) -> Addition:
        """Take an entry in, where the ledger has it not yet."""
        path = self.file_of(made.subject)
        source = self.source_of(path, made.source)
        file = self.files.get(path)
        for known in file.claims if file is not None else ():
            same = known.row.source == source.id and (known.row.prefix + known.row.quote) == (made.entry.prefix + made.entry.quote)
            if same and known.row.amount == made.entry.amount:
                return Addition(path, source, known.row, new=False)
        part = {} if file is None or self.is_head(file, made.subject) else {"subject": made.subject}
        entry = made.entry.model_copy(update={"id": self.free(made.entry.id), "source": source.id, **part})
        text = self.text(path) if file is not None else blocks.head(Head(subject=made.subject))
        if file is None or source.id not in file.source_ids:
            text = blocks.inserted(text, "source", source)
        self.change(path, blocks.inserted(text, "claim", entry))
        return Addition(path, source, entry, new=True)

    def withdraw(self, identifier: str, *, reason: str, day: datetime.date) -> Path:
        """Mark an entry as withdrawn."""
        for path, file in self.files.items():
            for claim in file.claims:
                if claim.row.id != identifier:
                    continue
                if claim.row.withdrawn is not None:
                    raise RecordError(f"was withdrawn on {claim.row.withdrawn.isoformat()} already", figure=f'"{identifier}"')
                values: dict[str, blocks.Value] = {"withdrawn": day, "withdrawn_because": reason}
                self.change(path, blocks.extended(self.text(path), "claim", identifier, values))
                return path
        raise KeyError(f'no claim "{identifier}" in {self.folder}{did_you_mean(identifier, self.ids)}')

    def write(self) -> None:
        """Write what was changed, each file whole or not at all, once the ledger would load with all of it."""
        loader = Loader()
        names = {path: path.as_posix() for path in self.files}
        files = [loader.text(self.text(path), name=names[path]) for path in self.files]
        loader.references(files)
        for file in files:
            list(loader.claims(file))
        loader.stop_at_faults()
        for path, text in self.changed.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            # The byte order mark of an editor on Windows stays where it was.
            marked = path.is_file() and path.read_bytes().startswith(MARK.encode())
            atomic.write(path, MARK + text if marked else text)
        self.changed.clear()

    def text(self, path: Path) -> str:
        """The text of a file as it would be written."""
        return self.files[path].document.text

    def change(self, path: Path, text: str) -> None:
        """Take a text in the place of a file's, and read it. Raises LedgerError where it is none of a ledger any more."""
        loader = Loader()
        file = loader.text(text, name=path.as_posix())
        if loader.faults:
            raise LedgerError(loader.faults)
        self.files[path], self.changed[path] = file, text
        self.ids.update(claim.row.id for claim in file.claims)

    # Where an entry goes.

    def file_of(self, subject: str) -> Path:
        """The file that is about a subject, or a new one that is called after it."""
        for path, file in self.files.items():
            if self.is_head(file, subject) or any(entity(claim.row.subject or "") == subject for claim in file.claims):
                return path
        if self.folder.is_file():
            return self.folder
        names = (f"{slug(subject)}{number}.toml" for number in self.numbers())
        return next(path for name in names if (path := self.folder / name) not in self.files)

    @staticmethod
    def is_head(file: File, subject: str) -> bool:
        """Whether a file is about a subject, by one of its names."""
        names = () if file.head is None else (file.head.subject, *file.head.aliases)
        return any(fold(name) == fold(subject) or entity(name) == entity(subject) for name in names)

    def source_of(self, path: Path, source: SourceEntry) -> SourceEntry:
        """The source as the ledger has it, known by its text's SHA-256 or by all that is said of it; otherwise with an id of its own."""
        rows = list(self.sources(path))
        for row in rows:
            if (row.sha256 is not None and row.sha256 == source.sha256) or row == source:
                return row
        taken = {row.id for row in rows}
        return source.model_copy(update={"id": next(name for name in self.numbered(source.id) if name not in taken)})

    def sources(self, path: Path) -> Iterator[SourceEntry]:
        """The sources of all files, those of one of them first."""
        for file in (self.files.get(path), *self.files.values()):
            yield from (located.row for located in file.sources) if file is not None else ()

    def free(self, identifier: str) -> str:
        """The id, with a number behind it where another claim has it."""
        return next(name for name in self.numbered(identifier) if name not in self.ids)

    def numbered(self, name: str) -> Iterator[str]:
        """A name, and then the same with a number behind it, as in jd-health-2."""
        return (name + number for number in self.numbers())

    @staticmethod
    def numbers() -> Iterator[str]:
        """What tells names apart: nothing, then a number."""
        yield ""
        yield from (f"-{number}" for number in count(2))
