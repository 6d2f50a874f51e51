"""The files of a ledger while they are read: which there are, and the entries of each with their places."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from factcheck.claim import Model
from factcheck.document import Document
from factcheck.ledger.entries import ClaimEntry, Head, SourceEntry
from factcheck.ledger.errors import Fault, LedgerError
from factcheck.ledger.places import Table

Shape = TypeVar("Shape", bound=Model)


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

    def fault(self, what: str, *, table: Table | None = None, entry: str = "", key: str = "") -> Fault:
        """A defect at the place of a key, or of its table where the key has no place."""
        line = self.document.place(table.span(key.partition(".")[0]).start).line if table is not None else None
        return Fault(self.document.name, line, entry, key, what)


def ledger_files(folder: Path) -> list[Path]:
    """The files of a ledger in the order of their names. Raises LedgerError where there are none."""
    if folder.is_file():
        return [folder]
    found = sorted(path for path in folder.rglob("*.toml") if path.is_file())
    if not found:
        missing = "no TOML file in it" if folder.is_dir() else "no such folder"
        what = f"{missing}; `factcheck claims add DRAFT --write` makes a file for each subject"
        raise LedgerError([Fault(folder.as_posix(), None, "", "", what)])
    return found
