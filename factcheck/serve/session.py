"""What the review page holds: the drafts of each visit in memory, the latest ones only."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from factcheck.claim import Claim
from factcheck.config import Configuration
from factcheck.document import Document
from factcheck.engine import Report, check
from factcheck.finding import Finding, Fix, edited
from factcheck.ledger import Ledger, LedgerError, RecordError, record
from factcheck.messages import say
from factcheck.read import CONTAINERS, ReadError, read_bytes

# One editor's afternoon.
KEPT = 50


@dataclass
class Session:
    """Some drafts that are checked as one set: each one's bytes, those of their sources, and how the drafts were before each change.

    `said` is what the next page says of the last thing that was done; `report` is None where the drafts were changed since.
    """

    files: dict[str, bytes]
    sources: dict[str, bytes] = field(default_factory=dict)
    before: list[dict[str, bytes]] = field(default_factory=list)
    problems: tuple[str, ...] = ()
    said: str = ""
    report: Report | None = None

    def read(self) -> tuple[list[Document], list[Document]]:
        """The drafts and the sources that can be read; of the others `problems` tells."""
        problems: list[str] = []
        read = list(readable(self.files, problems)), list(readable(self.sources, problems))
        self.problems = tuple(problems)
        return read

    def apply(self, finding: Finding, fix: Fix) -> None:
        """Apply a repair to its draft."""
        self.put(finding.document.name, edited(finding.document.text, fix.edits))

    def put(self, name: str, text: str) -> None:
        """Give a draft another text."""
        self.before.append(dict(self.files))
        self.report = None
        self.files[name] = text.encode("utf-8", "surrogatepass")

    def undo(self) -> None:
        """Take the last change back."""
        if self.before:
            self.files, self.report = self.before.pop(), None


def readable(files: Mapping[str, bytes], problems: list[str]) -> Iterator[Document]:
    """The files that can be read; what is wrong with the others is added to `problems`."""
    for name, content in files.items():
        try:
            yield read_bytes(content, name=name)
        except ReadError as error:
            problems.append(error.args[0])


def is_text(name: str) -> bool:
    """Whether a draft can be edited here: it is text, not a container."""
    return PurePath(name).suffix.lower() not in CONTAINERS


class Desk:
    """The sessions, by names that nobody can guess, and what they are checked against."""

    def __init__(self, *, settings: Configuration, ledger: Ledger | None = None) -> None:
        self.settings, self.ledger = settings, ledger
        self.language = settings.messages
        self.lock = threading.Lock()
        self._sessions: OrderedDict[str, Session] = OrderedDict()

    def open(self, files: dict[str, bytes], *, sources: dict[str, bytes] | None = None) -> str:
        """Lay some drafts on the desk, and what they are made from; the name of the session."""
        name = secrets.token_urlsafe(9)
        with self.lock:
            self._sessions[name] = Session(files, sources or {})
            while len(self._sessions) > KEPT:
                self._sessions.popitem(last=False)
        return name

    def session(self, name: str) -> Session | None:
        """The session of a name, None where there is none any more."""
        return self._sessions.get(name)

    def report(self, session: Session) -> Report:
        """The report over a session's drafts as they are now, in no language yet: the editor may choose another for each page."""
        if session.report is None:
            drafts, sources = session.read()
            settings = self.settings.arguments() | {"messages": None}
            session.report = check(drafts, ledger=self.ledger, sources=sources, **settings)
        return session.report

    def record(self, session: Session, claim: Claim) -> None:
        """Add a figure to the ledger; the session says where it stands now, or why it does not."""
        folder = self.settings.claims
        if folder is None:
            return
        with self.lock:
            try:
                path = record(folder, claim)
                self.ledger = Ledger.load(folder)
                for other in self._sessions.values():
                    other.report = None
            except (RecordError, LedgerError, OSError) as error:
                session.said = str(error)
            else:
                session.said = say("Recorded in {path}.", path=path.as_posix())
