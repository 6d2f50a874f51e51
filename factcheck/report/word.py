"""Findings as comments in a Word document: each on the exact words it stands on; no word and no format of the document is touched."""

from __future__ import annotations

import copy
import io
import zipfile
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from factcheck.document import Document, Span
from factcheck.engine import Report
from factcheck.finding import Finding
from factcheck.messages import Language, in_language, say
from factcheck.read.docx import MAIN, SIGNS, assembled, load
from factcheck.report.excerpt import shown
from factcheck.report.text import repair

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

AUTHOR, INITIALS = "factcheck", "fc"
# The oldest day that a zip archive can state: the same input gives the same bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)


def commented(report: Report, content: bytes, document: Document) -> bytes:
    """The file with a comment for each finding that counts. `document` is the one of the report that was read from `content`."""
    word = load(content, name=document.name)
    _, runs = assembled(word, document.name)
    pieces = Pieces(runs)
    for finding in report.findings:
        if finding.document is document and finding.silence is None:
            found = pieces.covering(finding.span) or note_marks(word, document, finding.span)
            if found:
                add_comment(word, found, finding, report.language or "en")
    written = io.BytesIO()
    word.save(written)
    return undated(written.getvalue())


class Pieces:
    """The runs of a document, cut where a finding begins or ends inside one."""

    def __init__(self, runs: list[tuple[Span, Any]]) -> None:
        self.spans = [span for span, _ in runs]
        self.runs = [run for _, run in runs]

    def covering(self, span: Span) -> list[Any]:
        """The runs that show a stretch of the text, and nothing else; none where it is not in the body."""
        self.cut(span.start)
        self.cut(span.end)
        first = bisect_right(self.spans, span.start, key=lambda one: one.end)
        last = bisect_right(self.spans, span.end - 1, key=lambda one: one.start)
        return self.runs[first:last]

    def cut(self, place: int) -> None:
        """Make a run begin at a place, if one lies over it."""
        number = bisect_right(self.spans, place, key=lambda one: one.start) - 1
        if number < 0 or not self.spans[number].start < place < self.spans[number].end:
            return
        span, run = self.spans[number], self.runs[number]
        behind = split(run, place - span.start)
        self.spans[number : number + 1] = [Span(span.start, place), Span(place, span.end)]
        self.runs.insert(number + 1, behind)


def split(run: Any, place: int) -> Any:
    """Cut a run in two behind so many of the characters that it shows; the second has the same properties. Returns the second."""
    behind = copy.deepcopy(run)
    for child in [*behind]:
        if child.tag != f"{MAIN}rPr":
            behind.remove(child)
    shown_so_far = 0
    for child in [*run]:
        length = len(child.text or "") if child.tag == f"{MAIN}t" else int(child.tag in SIGNS)
        if child.tag != f"{MAIN}rPr" and shown_so_far >= place:
            behind.append(child)
        elif shown_so_far < place < shown_so_far + length:
            rest = copy.deepcopy(child)
            rest.text, child.text = child.text[place - shown_so_far :], child.text[: place - shown_so_far]
            for part in (child, rest):
                part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            behind.append(rest)
        shown_so_far += length
    run.addnext(behind)
    return behind


def note_marks(word: WordDocument, document: Document, span: Span) -> list[Any]:
    """The run that holds the mark of a note, for a finding in the note: Word takes comments in the body only."""
    anchor = document.anchor(span.start)
    parts = dict(anchor.parts) if anchor is not None else {}
    for kind in {"footnote", "endnote"} & parts.keys():
        marks = word.element.body.iter(f"{MAIN}{kind}Reference")
        return [mark.getparent() for mark in marks if mark.get(f"{MAIN}id") == parts["id"]][:1]
    return []


def add_comment(word: WordDocument, runs: list[Any], finding: Finding, language: Language) -> None:
    """A comment over some runs, without the day that the library would write."""
    from docx.text.run import Run  # noqa: PLC0415 - an extra, imported where it is used

    body: Any = word
    ends = [Run(run, body) for run in (runs[0], runs[-1])]
    comment = word.add_comment(ends, text="\n".join(said(finding, language)), author=AUTHOR, initials=INITIALS)
    comment._comment_elm.attrib.pop(f"{MAIN}date", None)


def said(finding: Finding, language: Language) -> list[str]:
    """What a comment says: level and check, the sentence, the working, the readings, the repairs."""
    level = in_language(say(finding.level or "error"), language)
    head = say("{level}: {message} ({check})", level=level, message=finding.message, check=finding.check)
    repairs = (repair(finding.document, fix) for fix in finding.fixes)
    lines = (head, *finding.working, *(reading.why for reading in finding.readings), *repairs)
    return [shown(in_language(line, language)) for line in lines]


def undated(content: bytes) -> bytes:
    """An archive whose members carry no day of writing."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for member in archive.infolist():
            made.writestr(zipfile.ZipInfo(member.filename, EPOCH), archive.read(member), zipfile.ZIP_DEFLATED)
    return written.getvalue()
