"""The drafts of a workspace: what is known of each, and what stays known when a paragraph of one is edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from factcheck import engine
from factcheck.claim import Claim
from factcheck.config import Configuration
from factcheck.document import Document, Span
from factcheck.finding import Edit, Finding, Fix
from factcheck.ledger import Ledger
from factcheck.read import CONTAINERS, ReadError, find_drafts, read, read_bytes

# A workspace may be a home folder: no more files than this are read beside those that are open.
MOST_FILES = 200
# What a paragraph by itself cannot know: other paragraphs, other drafts, the ledger.
WIDE = ("consistency", "ledger", "source", "silence")


@dataclass
class Draft:
    """One open draft: its text now, what is found in it at the places of the text now, and what it said when the whole was read last.

    `changes` are the edits since then: a place leads back through them to the claim that stood there.
    """

    uri: str
    document: Document
    version: int | None = None
    findings: list[Finding] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def claim(self, offset: int) -> tuple[Claim, Span] | None:
        """The claim at an offset of the text now, and its span there."""
        place: int | None = offset
        for one in reversed(self.changes):
            place = one.back(place) if place is not None else None
        if place is None:
            return None
        found = next((claim for claim in self.claims if claim.mention.span.start <= place < claim.mention.span.end), None)
        if found is None:
            return None
        start = offset - (place - found.mention.span.start)
        return found, Span(start, start + len(found.mention.span))


def same_name(text: str, name: str) -> Document:
    """A text as the format of its name reads it; as plain text where that cannot be."""
    if Path(name).suffix.lower() in CONTAINERS:
        return Document(text, name=name)
    try:
        return read_bytes(text.encode("utf-8", "surrogatepass"), name=name)
    except (ReadError, UnicodeDecodeError):
        return Document(text, name=name)


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit did: `old` in the text before became `new` in the text now; all else stands, moved by the difference."""

    old: Span
    new: Span

    def moved(self, span: Span) -> Span | None:
        """Where a span of the text before stands now, None where it was touched."""
        if span.end <= self.old.start:
            return span
        if span.start >= self.old.end:
            return span.moved(self.new.end - self.old.end)
        return None

    def back(self, place: int) -> int | None:
        """Where a place of the text now was before, None where it was touched."""
        if place < self.new.start:
            return place
        return place - self.new.end + self.old.end if place >= self.new.end else None


def change(before: str, now: str) -> Change | None:
    """The paragraphs that differ between two texts, None where none does. A paragraph ends at a blank line."""
    if before == now:
        return None
    start = common(before, now)
    end = common(before[start:][::-1], now[start:][::-1])
    head = max(before.rfind("\n\n", 0, start), before.rfind("\r\n\r\n", 0, start), -1) + 1
    tails = [place for mark in ("\n\n", "\r\n\r\n") if (place := before.find(mark, len(before) - end)) >= 0]
    tail = min(tails, default=len(before))
    return Change(Span(head, tail), Span(head, len(now) - (len(before) - tail)))


def common(first: str, second: str) -> int:
    """How many characters two texts begin with in common."""
    low, high = 0, min(len(first), len(second))
    # Slices compare at the speed of memory; a loop over the characters of a long draft would take longer than the check.
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


class Workspace:
    """The drafts that are open, and those of the workspace's folder that are not."""

    def __init__(self, *, settings: Configuration, ledger: Ledger | None, folder: Path | None) -> None:
        self.settings, self.ledger, self.folder = settings, ledger, folder
        self.open: dict[str, Draft] = {}
        self._closed: dict[str, tuple[float, Document]] = {}

    def put(self, uri: str, name: str, text: str, version: int | None) -> Draft:
        """A draft was opened, or its text is known anew."""
        draft = Draft(uri, same_name(text, name), version)
        self.open[uri] = draft
        return draft

    def edit(self, uri: str, text: str, version: int | None) -> Draft:
        """A draft has another text now: what was found elsewhere stays, the paragraphs that changed are checked by themselves."""
        draft = self.open[uri]
        before, draft.version = draft.document, version
        changed = change(before.text, text)
        if changed is None:
            return draft
        # The structure is read anew with the whole; until then the text alone is enough to know places.
        now = Document(text, name=before.name)
        draft.findings = [*self._kept(draft.findings, before, now, changed), *self._local(now, changed.new)]
        draft.document = now
        draft.changes.append(changed)
        return draft

    def _kept(self, findings: Iterable[Finding], before: Document, now: Document, changed: Change) -> Iterator[Finding]:
        for finding in findings:
            span = changed.moved(finding.span)
            if span is None:
                continue
            edits = [[(changed.moved(edit.span), edit.text) for edit in fix.edits] for fix in finding.fixes]
            fixes = tuple(
                replace(fix, edits=tuple(Edit(place, text) for place, text in moved if place is not None))
                for fix, moved in zip(finding.fixes, edits, strict=True)
                if all(place is not None for place, _ in moved)
            )
            because = tuple(figure for figure in finding.because if figure.document is not before)
            yield replace(finding, document=now, span=span, fixes=fixes, because=because)

    def _local(self, now: Document, stretch: Span) -> Iterator[Finding]:
        snippet = same_name(now.text[stretch.start : stretch.end], now.name)
        if not snippet.text.strip():
            return
        narrow = self.settings.model_copy(update={"ignore": (*self.settings.ignore, *WIDE)})
        report = engine.check(snippet, **narrow.arguments())
        for finding in report.findings:
            yield placed(finding, now, stretch.start)

    def check(self) -> None:
        """Check all drafts as one set, against the ledger; what is found stands on the drafts that are open."""
        drafts = {uri: (draft, same_name(draft.document.text, draft.document.name)) for uri, draft in list(self.open.items())}
        report = engine.check(
            # A conflict is told on the later of two drafts, and the editor looks at those that are open.
            [*self.closed(), *(document for _, document in drafts.values())],
            ledger=self.ledger,
            **self.settings.arguments(),
        )
        for draft, document in drafts.values():
            if draft.document.text == document.text:
                draft.document = document
                draft.findings = [finding for finding in report.findings if finding.document is document]
                draft.claims = [claim for claim in report.claims if claim.document is document]
                draft.changes = []

    def closed(self) -> list[Document]:
        """The drafts of the folder that are not open, read again where they were written since."""
        if self.folder is None:
            return []
        try:
            names, _ = find_drafts([str(self.folder)])
        except OSError:
            return []
        opened = {str(Path(draft.document.name).resolve()) for draft in self.open.values()}
        found = {}
        for name in [name for name in names if str(Path(name).resolve()) not in opened][:MOST_FILES]:
            try:
                written = Path(name).stat().st_mtime
                kept = self._closed.get(name)
                found[name] = kept if kept is not None and kept[0] == written else (written, read(name))
            except (OSError, ReadError):
                continue
        self._closed = found
        return [document for _, document in found.values()]


def placed(finding: Finding, document: Document, start: int) -> Finding:
    """A finding of a stretch, at its place in the whole document. Its evidence stands in the stretch and is left out."""
    fixes = tuple(
        Fix(fix.label, tuple(Edit(edit.span.moved(start), edit.text) for edit in fix.edits), safe=fix.safe) for fix in finding.fixes
    )
    return replace(finding, document=document, span=finding.span.moved(start), fixes=fixes, because=())
