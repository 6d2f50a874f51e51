"""Which findings are kept silent, and why: by a comment in the draft, a rule of the configuration, the baseline. None is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import PurePath

from factcheck.comments import find_comments
from factcheck.document import Document
from factcheck.finding import Finding, Silence
from factcheck.period import Period

Known = Callable[[Finding], Silence | None]


class Silences:
    """What is to be silent in some documents. `per_file` holds checks and families by pattern of a document's name."""

    def __init__(
        self,
        documents: Iterable[Document],
        *,
        today: Period | None = None,
        per_file: Mapping[str, Iterable[str]] | None = None,
        known: Known | None = None,
    ) -> None:
        self.comments = {id(document): find_comments(document) for document in documents}
        self.today = today
        self.per_file = {pattern: frozenset(names) for pattern, names in (per_file or {}).items()}
        self.known = known

    def named(self) -> Iterator[str]:
        """The checks and families that comments name."""
        for comments in self.comments.values():
            for comment in comments:
                yield from comment.names

    def over(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings, those to be silent with the reason."""
        for finding in findings:
            silence = self._commented(finding) or self._configured(finding) or (self.known(finding) if self.known else None)
            yield replace(finding, silence=silence) if silence else finding

    def _commented(self, finding: Finding) -> Silence | None:
        for comment in self.comments.get(id(finding.document), ()):
            if not comment.expired(self.today) and comment.silences(finding):
                return Silence("comment", comment.reason)
        return None

    def _configured(self, finding: Finding) -> Silence | None:
        path = PurePath(finding.document.name).as_posix()
        for pattern, names in self.per_file.items():
            if (finding.check in names or finding.check.partition("/")[0] in names) and matches(path, pattern):
                return Silence("configuration", f"per-file-ignores: {pattern}")
        return None


def matches(path: str, pattern: str) -> bool:
    """Whether a path is meant by a pattern: the whole path, or its end from a folder on, as in .gitignore without a leading slash."""
    return fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern}")
