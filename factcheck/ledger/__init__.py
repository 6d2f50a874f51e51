"""The ledger: claims that have a source, kept as TOML files that an editor can read and a reviewer can diff.

    ledger = Ledger.load("claims/")
    for claim in ledger.claims:
        print(claim.id, claim.text, claim.source.publisher)

One file holds one subject, its sources and its claims. A ledger claim is a `Claim` like any other: its figure is a mention in the
text of the ledger file itself, so that evidence points at the line where it is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import SkipValidation

from factcheck.claim import Claim, Model, Source
from factcheck.guess import did_you_mean
from factcheck.ledger.book import record, withdraw
from factcheck.ledger.entries import ClaimEntry
from factcheck.ledger.errors import Fault, LedgerError
from factcheck.ledger.files import File, ledger_files
from factcheck.ledger.loading import Loader, entity, source_of
from factcheck.ledger.pausing import uncollected
from factcheck.ledger.recording import RecordError, recordable
from factcheck.ledger.verifying import Texts, Verification, verify
from factcheck.lexicon import YEAR_END, Word, fold

__all__ = ["Fault", "Ledger", "LedgerError", "RecordError", "Subject", "Verification", "record", "recordable", "withdraw"]


class Subject(Model):
    """Whom a ledger file is about. `name` is the lexicon's name where it has one, else the file's own."""

    name: str
    aliases: tuple[str, ...] = ()
    fiscal_year_end: str | None = None
    file: str


class Ledger(Model):
    """Sourced claims in the order of their files. `entries` are the rows as written, one for each claim, in the same order.

    `withdrawn` are the rows of claims that were withdrawn: kept so that their ids stay taken and their story can be told, but no
    draft is held against them.
    """

    path: str
    subjects: tuple[Subject, ...] = ()
    sources: tuple[Source, ...] = ()
    claims: Annotated[tuple[Claim, ...], SkipValidation] = ()
    entries: Annotated[tuple[ClaimEntry, ...], SkipValidation] = ()
    withdrawn: Annotated[tuple[ClaimEntry, ...], SkipValidation] = ()

    @classmethod
    def load(cls, folder: str | Path) -> Ledger:
        """The ledger of a folder of TOML files (`claims/`), or of one such file.

        Raises LedgerError with one line for every defect of every file; a ledger is loaded whole or not at all.
        """
        return cls.read({path.as_posix(): path for path in ledger_files(Path(folder))}, path=str(folder))

    @classmethod
    def read(cls, files: Mapping[str, Path | bytes], *, path: str) -> Ledger:
        """The ledger of some files by their names, each where it lies or as its bytes. Raises LedgerError."""
        loader = Loader()
        with uncollected():
            files_read = [loader.file(given, name=name) for name, given in files.items()]
            return cls._of(loader, files_read, path=path)

    @classmethod
    def _of(cls, loader: Loader, files: list[File], *, path: str) -> Ledger:
        loader.references(files)
        loader.read_ahead(files)
        pairs = [pair for file in files for pair in loader.claims(file)]
        loader.stop_at_faults()
        standing = [(entry, claim) for entry, claim in pairs if entry.withdrawn is None]
        return cls(
            path=path,
            subjects=tuple(
                Subject(
                    name=entity(file.head.subject),
                    aliases=(file.head.subject, *file.head.aliases),
                    fiscal_year_end=file.head.fiscal_year_end,
                    file=file.document.name,
                )
                for file in files
                if file.head is not None
            ),
            sources=tuple({source.row.id: source_of(source.row) for file in files for source in file.sources}.values()),
            claims=tuple(claim for _, claim in standing),
            entries=tuple(entry for entry, _ in standing),
            withdrawn=tuple(entry for entry, _ in pairs if entry.withdrawn is not None),
        )

    @property
    def words(self) -> tuple[Word, ...]:
        """The names of the subjects as words of the lexicon, for an extraction that knows whom the ledger is about and its calendar."""
        names = [Word(fold(alias), "entity", subject.name) for subject in self.subjects for alias in subject.aliases]
        ends = [Word(fold(s.name), YEAR_END, s.fiscal_year_end) for s in self.subjects if s.fiscal_year_end is not None]
        return (*names, *ends)

    def claim(self, name: str) -> Claim:
        """The claim of an id. Raises KeyError, with a guess at what was meant."""
        for claim in self.claims:
            if claim.id == name:
                return claim
        raise KeyError(f'no claim "{name}" in {self.path}{did_you_mean(name, [claim.id for claim in self.claims])}')

    def verify(self, *, texts: Texts = None) -> Verification:
        """Read every amount again from its quote, and from its source where the text is at hand.

        `texts` is a folder that holds texts of sources, found by their SHA-256, or the document of each source id.
        """
        with uncollected():
            return verify(self.entries, self.claims, texts=texts)
