"""A baseline: the findings that a project has put up with so far, so that only new ones count. It is a loan, and it has an age.

A file of JSON with one finding a line, in order, for git: which document (a path from the file's folder), which check, the fingerprint,
the words it stands on, its sentence, and since when it is there where that was told. Nothing here reads a clock.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from factcheck import atomic
from factcheck.failure import reason
from factcheck.finding import Finding, Silence
from factcheck.messages import say

VERSION = 1
FIELDS = ("document", "check", "fingerprint", "text", "message", "since")
WRITE = say("write one with factcheck baseline write")


class BaselineError(ValueError):
    """A baseline that cannot be read; the message names the file and the place."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One finding of before. `since` is the day (YYYY-MM-DD) on which it was written down, None where nobody said."""

    document: str
    check: str
    fingerprint: str
    text: str
    message: str
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings of before, and the file that holds them."""

    path: Path
    entries: tuple[Entry, ...] = ()

    @classmethod
    def load(cls, path: str | Path) -> Baseline:
        """The baseline of a file. Raises BaselineError."""
        try:
            content = json.loads(Path(path).read_text(encoding="utf-8"))
        except OSError as error:
            raise BaselineError(
                say("{path}: cannot be read: {reason}; {do}", path=str(path), reason=reason(error), do=WRITE)
            ) from None
        except (json.JSONDecodeError, UnicodeDecodeError) as error:
            raise BaselineError(
                say("{path}: expected a baseline, found no JSON ({error}); {do}", path=str(path), error=str(error), do=WRITE)
            ) from None
        if not isinstance(content, dict) or content.get("version") != VERSION or not isinstance(content.get("findings"), list):
            raise BaselineError(
                say(
                    "{path}: expected a baseline of version {version}, found other JSON; {do}",
                    path=str(path),
                    version=VERSION,
                    do=WRITE,
                )
            )
        return cls(Path(path), tuple(_entry(path, number, row) for number, row in enumerate(content["findings"], start=1)))

    def text(self) -> str:
        """The file's text: the same bytes for the same entries."""
        rows = [
            json.dumps({name: getattr(entry, name) for name in FIELDS}, ensure_ascii=False)
            for entry in sorted(self.entries, key=_key)
        ]
        lines = ",\n".join(f"  {row}" for row in rows)
        return f'{{"version": {VERSION}, "findings": [\n{lines}\n]}}\n' if rows else f'{{"version": {VERSION}, "findings": []}}\n'

    def write(self) -> None:
        """Write the file, whole or not at all. Raises OSError."""
        atomic.write(self.path, self.text())

    def knows(self, finding: Finding) -> Silence | None:
        """The silence of a finding that is in the baseline; None for a new one."""
        entry = self._found().get(self._place(finding))
        return Silence("baseline", f"since {entry.since}" if entry.since else None) if entry else None

    def taking(self, findings: Iterable[Finding], *, since: str | None = None) -> Baseline:
        """A baseline of these findings; those that are known keep their day. What is silenced otherwise needs no entry."""
        kept = self._found()
        entries = []
        for finding in findings:
            if finding.silence is None or finding.silence.by == "baseline":
                document, fingerprint = self._place(finding)
                known = kept.get((document, fingerprint))
                entries.append(
                    Entry(document, finding.check, fingerprint, finding.text, finding.message, known.since if known else since)
                )
        return Baseline(self.path, tuple(sorted(entries, key=_key)))

    def absent(self, findings: Iterable[Finding], documents: Iterable[str]) -> list[Entry]:
        """The entries of these documents, and of files that are gone, that are not found any more."""
        found = {self._place(finding) for finding in findings}
        looked = {self._name(name) for name in documents}
        return [
            entry
            for entry in self.entries
            if (entry.document, entry.fingerprint) not in found
            and (entry.document in looked or not (self.path.parent / entry.document).exists())
        ]

    def without(self, entries: Iterable[Entry]) -> Baseline:
        """The baseline less some entries."""
        gone = set(entries)
        return Baseline(self.path, tuple(entry for entry in self.entries if entry not in gone))

    def _found(self) -> dict[tuple[str, str], Entry]:
        return {(entry.document, entry.fingerprint): entry for entry in self.entries}

    def _place(self, finding: Finding) -> tuple[str, str]:
        return self._name(finding.document.name), finding.fingerprint

    def _name(self, name: str) -> str:
        """A document's path from the baseline's folder, so that it does not matter where the command is run."""
        try:
            return PurePath(os.path.relpath(name, self.path.parent)).as_posix()
        except ValueError:  # another drive
            return name


def _key(entry: Entry) -> tuple[str, str, str]:
    return entry.document, entry.check, entry.fingerprint


def _entry(path: str | Path, number: int, row: Any) -> Entry:
    wrong = not isinstance(row, dict) or set(row) != set(FIELDS)
    if wrong or any(not isinstance(row[name], str) for name in FIELDS[:-1]) or not isinstance(row["since"], str | None):
        raise BaselineError(
            say(
                "{path}: finding {number}: expected {fields}, each a string",
                path=str(path),
                number=number,
                fields=", ".join(FIELDS),
            )
        )
    return Entry(**row)


def aged(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, the oldest first; those without a day are older than any."""
    return iter(sorted(entries, key=lambda entry: (entry.since or "", entry.document, entry.fingerprint)))
