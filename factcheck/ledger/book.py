"""The files of a ledger as somebody writes in them: entries are added and withdrawn, and the files are right or stay as they are."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from factcheck import atomic
from factcheck.claim import Claim
from factcheck.guess import did_you_mean
from factcheck.ledger import blocks
from factcheck.ledger.entries import ClaimEntry, Head, SourceEntry
from factcheck.ledger.files import File, ledger_files
from factcheck.ledger.loading import Loader, entity
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

    Raises KeyError with a guess where no claim has the id, RecordError where it is withdrawn already, LedgerError where there is no
    ledger or a broken one, and OSError where it cannot be written.
    """
    book = Book(folder)
    path = book.withdraw(identifier, reason=reason, day=day)
    book.write()
    return path


@dataclass(frozen=True, slots=True)
class Addition:
    """An entry as it stands in its file, with its source; `new` where it was not there before, `opens` where its file was not."""

    path: Path
    source: SourceEntry
    entry: ClaimEntry
    new: bool
    opens: bool = False


@dataclass(slots=True)
class Page:
    """A file of the ledger: its text, and the entries that it has, those included that are not written in the text yet."""

    text: str
    head: Head
    sources: dict[str, SourceEntry]
    claims: dict[str, ClaimEntry]
    new: list[SourceEntry | ClaimEntry] = field(default_factory=list)
    changed: bool = False

    def whole(self) -> str:
        """The text with the entries that are new."""
        text = self.text
        for name, kind in (("source", SourceEntry), ("claim", ClaimEntry)):
            rows = [row for row in self.new if isinstance(row, kind)]
            text = blocks.inserted(text, name, rows) if rows else text
        return text


class Book:
    """The files of one folder, with what was changed in them and not written yet. Raises LedgerError where the ledger is broken."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        paths = [self.folder] if self.folder.is_file() else sorted(self.folder.rglob("*.toml")) if self.folder.is_dir() else []
        loader = Loader()
        files = {path: loader.file(path, name=path.as_posix()) for path in paths}
        loader.references([*files.values()])
        loader.stop_at_faults()
        self.pages = {path: page_of(file) for path, file in files.items()}
        self.ids = {name for page in self.pages.values() for name in page.claims}

    def add(self, made: Proposal) -> Addition:
        """Take an entry in, where the ledger has it not yet."""
        path = self.file_of(made.subject)
        opens = path not in self.pages
        page = self.pages.setdefault(path, Page("", Head(subject=made.subject), {}, {}))
        page.text = page.text or blocks.head(page.head)
        source = self.source_of(page, made.source)
        for known in page.claims.values():
            if known.source == source.id and stands_at(known) == stands_at(made.entry):
                return Addition(path, source, known, new=False)
        part = {} if is_head(page, made.subject) else {"subject": made.subject}
        entry = made.entry.model_copy(update={"id": self.free(made.entry.id), "source": source.id, **part})
        if source.id not in page.sources:
            page.sources[source.id] = source
            page.new.append(source)
        page.claims[entry.id] = entry
        page.new.append(entry)
        self.ids.add(entry.id)
        return Addition(path, source, entry, new=True, opens=opens)

    def withdraw(self, identifier: str, *, reason: str, day: datetime.date) -> Path:
        """Mark an entry as withdrawn."""
        for path, page in self.pages.items():
            entry = page.claims.get(identifier)
            if entry is None:
                continue
            if entry.withdrawn is not None:
                raise RecordError(f"was withdrawn on {entry.withdrawn.isoformat()} already", figure=f'"{identifier}"')
            page.text = blocks.extended(page.whole(), "claim", identifier, {"withdrawn": day, "withdrawn_because": reason})
            page.new, page.changed = [], True
            return path
        ledger_files(self.folder)  # raises where there is no ledger at all
        raise KeyError(f'no claim "{identifier}" in {self.folder}{did_you_mean(identifier, self.ids)}')

    def write(self) -> None:
        """Write what was changed, each file whole or not at all, once the ledger would load with all of it. Raises LedgerError."""
        loader = Loader()
        texts = {path: page.whole() for path, page in self.pages.items()}
        files = {path: loader.text(text, name=path.as_posix()) for path, text in texts.items()}
        loader.references([*files.values()])
        changed = [path for path, page in self.pages.items() if page.changed or page.new]
        for path in changed:
            list(loader.claims(files[path]))
        loader.stop_at_faults()
        for path in changed:
            path.parent.mkdir(parents=True, exist_ok=True)
            # The byte order mark of an editor on Windows stays where it was.
            marked = path.is_file() and path.read_bytes().startswith(MARK.encode())
            atomic.write(path, MARK + texts[path] if marked else texts[path])
            self.pages[path] = page_of(files[path])

    # Where an entry goes.

    def file_of(self, subject: str) -> Path:
        """The file that is about a subject, or a new one that is called after it."""
        for path, page in self.pages.items():
            if is_head(page, subject) or any(row.subject and entity(row.subject) == subject for row in page.claims.values()):
                return path
        if self.folder.is_file():
            return self.folder
        return next(path for name in numbered(slug(subject)) if (path := self.folder / f"{name}.toml") not in self.pages)

    def source_of(self, page: Page, source: SourceEntry) -> SourceEntry:
        """The source as the ledger has it, known by its text's SHA-256 or by all that is said of it; otherwise with an id of its own."""
        rows = [row for one in (page, *self.pages.values()) for row in one.sources.values()]
        for row in rows:
            if (row.sha256 is not None and row.sha256 == source.sha256) or row == source:
                return row
        taken = {row.id for row in rows}
        return source.model_copy(update={"id": next(name for name in numbered(source.id) if name not in taken)})

    def free(self, identifier: str) -> str:
        """The id, with a number behind it where another claim has it."""
        return next(name for name in numbered(identifier) if name not in self.ids)


def page_of(file: File) -> Page:
    """A file that was read without a fault."""
    assert file.head is not None
    sources = {located.row.id: located.row for located in file.sources}
    return Page(file.document.text, file.head, sources, {located.row.id: located.row for located in file.claims})


def is_head(page: Page, subject: str) -> bool:
    """Whether a file is about a subject, by one of its names."""
    names = (page.head.subject, *page.head.aliases)
    return any(fold(name) == fold(subject) or entity(name) == entity(subject) for name in names)


def stands_at(entry: ClaimEntry) -> tuple[str, str]:
    """Where a figure stands in its source: its words, with those that tell them from their twins."""
    return entry.prefix + entry.quote, entry.amount


def numbered(name: str) -> Iterator[str]:
    """A name, and then the same with a number behind it, as in jd-health-2."""
    yield name
    yield from (f"{name}-{number}" for number in count(2))
