"""Word: the text of a .docx as its reader sees it, each run with the way back.

Tracked insertions and the words of links count, tracked deletions and field codes do not (nobody reads them); hidden text is masked.
Footnotes and endnotes follow the body. Word makes headers and footers anew on each page, so they are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from factcheck.document import Cell, Document, Span
from factcheck.messages import say
from factcheck.read.archive import missing, opened
from factcheck.read.assembly import Assembly
from factcheck.read.encoding import ReadError

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

KIND = say("a Word document")
MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTES = (("/word/footnotes.xml", "footnote"), ("/word/endnotes.xml", "endnote"))
# What a run shows for its children (ECMA-376 part 1, 17.3.3).
SIGNS = {f"{MAIN}tab": "\t", f"{MAIN}br": "\n", f"{MAIN}cr": "\n", f"{MAIN}noBreakHyphen": "-"}
# Where runs are that a reader does not see: what was deleted or moved away, and the second rendering of a drawing.
UNSEEN = frozenset([f"{MAIN}del", f"{MAIN}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"])


def load(content: bytes, *, name: str) -> WordDocument:
    """The file as python-docx has it. Raises ReadError."""
    try:
        import docx
    except ImportError:
        raise missing(name, "docx") from None
    try:
        return docx.Document(opened(content, name=name, kind=KIND, part="word/document.xml"))
    except ReadError:
        raise
    except Exception as error:  # python-docx lets the errors of lxml and zipfile through
        found = say("expected {kind}, found a damaged one ({error})", kind=KIND, error=type(error).__name__)
        raise ReadError(name, found, say("open it in Word or LibreOffice and save it again")) from None


def read_docx(content: bytes, name: str) -> Document:
    """The document of a Word file. Raises ReadError."""
    return assembled(load(content, name=name), name)[0]


def assembled(word: WordDocument, name: str) -> tuple[Document, list[tuple[Span, Any]]]:
    """The document, and each run of the body with the stretch of text that it shows, for those who write into the file."""
    body = Body(word)
    body.read(word.element.body, ())
    for part, kind in NOTES:
        body.notes(part, kind)
    stated = word.core_properties
    # The days that an Office file states are those of its making and saving: none of them is the day of publication.
    return body.text.document(name, title=stated.title or body.title, publisher=stated.author or None), body.runs


class Body:
    """A Word document on its way to a text."""

    def __init__(self, word: WordDocument) -> None:
        self.word = word
        self.text = Assembly()
        self.runs: list[tuple[Span, Any]] = []
        self.paragraphs = 0
        self.title: str | None = None
        self.headings = {
            style.style_id for style in word.styles if style.name and style.name.lower().startswith(("heading", "title", "标题"))
        }

    def read(self, container: Any, inside: tuple[str, ...]) -> None:
        """The paragraphs and tables of a body, a cell or a note, in reading order."""
        for child in container:
            if child.tag == f"{MAIN}p":
                self.paragraph(child, inside[-1] if inside else None)
            elif child.tag == f"{MAIN}tbl":
                self.table(child, inside)
            elif child.tag in (f"{MAIN}sdt", f"{MAIN}sdtContent", f"{MAIN}customXml", f"{MAIN}ins", f"{MAIN}moveTo"):
                self.read(child, inside)

    def paragraph(self, element: Any, kind: str | None) -> None:
        """One paragraph: a line of the text, its runs with their places."""
        self.paragraphs += 1
        start = self.text.length
        boxes = []
        for number, run in enumerate(seen_runs(element), start=1):
            shown, inner = run_text(run), [*run.iter(f"{MAIN}txbxContent")]
            boxes += inner[:1]
            place = (("paragraph", str(self.paragraphs)), ("run", str(number)))
            if shown:
                hidden = run.find(f"{MAIN}rPr/{MAIN}vanish") is not None
                self.runs.append((self.text.add(shown, parts=place, mask="hidden" if hidden else None), run))
        found = kind or ("heading" if self.is_heading(element) else "item" if self.is_item(element) else "paragraph")
        if found == "heading" and self.title is None:
            self.title = self.text.since(start).strip() or None
        self.text.block(start, found)
        self.text.end()
        for box in boxes:
            self.read(box, ())

    def is_heading(self, element: Any) -> bool:
        """Whether a paragraph's style is one of headings."""
        style = element.find(f"{MAIN}pPr/{MAIN}pStyle")
        return style is not None and style.get(f"{MAIN}val") in self.headings

    def is_item(self, element: Any) -> bool:
        """Whether a paragraph is numbered or has a bullet."""
        return element.find(f"{MAIN}pPr/{MAIN}numPr") is not None

    def table(self, element: Any, inside: tuple[str, ...]) -> None:
        """A table: each cell's paragraphs are blocks of kind cell, and the cell knows its rows and columns."""
        cells: list[Cell] = []
        above: dict[int, int] = {}  # the cell that each column belongs to, for cells that go on downwards
        for row, line in enumerate(rows_of(element)):
            column = 0
            for cell in cells_of(line):
                width = int_of(cell.find(f"{MAIN}tcPr/{MAIN}gridSpan"), 1)
                merged = cell.find(f"{MAIN}tcPr/{MAIN}vMerge")
                columns = range(column, column + width)
                if merged is not None and merged.get(f"{MAIN}val") != "restart" and column in above:
                    upper = cells[above[column]]
                    cells[above[column]] = Cell(upper.span, range(upper.rows.start, row + 1), upper.columns, upper.heading)
                else:
                    start = self.text.length
                    self.read(cell, (*inside, "cell"))
                    cells.append(Cell(trimmed(self.text, start), range(row, row + 1), columns, heading=row == 0))
                    above |= dict.fromkeys(columns, len(cells) - 1)
                column = columns.stop
        self.text.tables.append(cells)

    def notes(self, part: str, kind: str) -> None:
        """The footnotes or endnotes, each by its number."""
        from lxml import etree

        found = next((one for one in self.word.part.package.iter_parts() if one.partname == part), None)
        if found is None:
            return
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        # The first notes are the separator's line and its continuation.
        notes = (note for note in etree.fromstring(found.blob, parser) if note.get(f"{MAIN}type") in (None, "normal"))
        for number, note in enumerate(notes, start=1):
            for paragraph in note.iter(f"{MAIN}p"):
                start = self.text.length
                words = "".join(run_text(run) for run in seen_runs(paragraph))
                self.text.add(words, parts=((kind, str(number)), ("id", note.get(f"{MAIN}id", ""))))
                self.text.block(start, "footnote")
                self.text.end()


def seen_runs(element: Any) -> Iterator[Any]:
    """The runs of a paragraph that a reader sees, those in links and tracked insertions included; not those of text boxes in it."""
    for child in element:
        if child.tag == f"{MAIN}r":
            yield child
        elif child.tag not in UNSEEN and child.tag != f"{MAIN}pPr":
            yield from seen_runs(child)


def run_text(run: Any) -> str:
    """What a run shows."""
    return "".join(child.text or "" if child.tag == f"{MAIN}t" else SIGNS.get(child.tag, "") for child in run)


def rows_of(table: Any) -> Iterator[Any]:
    """The rows of a table, tracked or wrapped ones included, those of tables inside it not."""
    for child in table:
        if child.tag == f"{MAIN}tr":
            yield child
        elif child.tag in (f"{MAIN}sdt", f"{MAIN}sdtContent", f"{MAIN}customXml", f"{MAIN}ins"):
            yield from rows_of(child)


def cells_of(row: Any) -> Iterator[Any]:
    """The cells of a row."""
    for child in row:
        if child.tag == f"{MAIN}tc":
            yield child
        elif child.tag in (f"{MAIN}sdt", f"{MAIN}sdtContent", f"{MAIN}customXml"):
            yield from cells_of(child)


def int_of(element: Any, default: int) -> int:
    """The number that an element states, within what a table can have."""
    stated = element.get(f"{MAIN}val") if element is not None else None
    return min(int(stated), 63) if stated and stated.isdigit() else default  # Word's tables have 63 columns at most


def trimmed(text: Assembly, start: int) -> Span:
    """What was added since, without the line end behind it."""
    return Span(start, start + len(text.since(start).rstrip("\n")))
