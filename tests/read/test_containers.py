"""Word, PDF and workbooks: files made by the real programs, read with the way back, and bad ones refused in a line."""

import io
import time
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from factcheck import check, extract, read
from factcheck.read import ReadError, docx, pdf, read_bytes, xlsx

FILES = Path(__file__).parents[1] / "files"
WORD = ["pandoc.docx", "libreoffice.docx"]


def found(name: str) -> list[tuple[str, str]]:
    return [(finding.check, finding.text) for finding in check(read(FILES / name)).findings]


@pytest.mark.parametrize("name", WORD)
def test_word_is_read_as_it_is_seen(name: str) -> None:
    """Links, formats and tracked insertions count, tracked deletions do not; lists, tables and notes are blocks of their kind."""
    document = read(FILES / name)
    kinds = [block.kind for block in document.blocks]

    assert "营收由100.0亿元增长20.0%至130.0亿元，门店达1,250家。" in document.text
    assert "1,520" not in document.text
    assert ["heading", "paragraph", *["cell"] * 8, "item", "item", "footnote"] == kinds
    assert "海湾食品 2023 年报" == document.title
    assert document.published is None


@pytest.mark.parametrize("name", WORD)
def test_word_is_checked(name: str) -> None:
    """The body, the table and the footnote."""
    assert [
        ("arithmetic/growth", "20.0%"), ("arithmetic/sum", "404"), ("arithmetic/growth", "20.0%"), ("arithmetic/growth", "10.0%"),
    ] == found(name)  # fmt: skip


@pytest.mark.parametrize("name", WORD)
def test_the_way_back_into_word(name: str) -> None:
    """Each run's stretch of the text is what python-docx says of that run of that paragraph."""
    document, runs = docx.assembled(docx.load((FILES / name).read_bytes(), name=name), name)

    assert runs
    assert [document.text[span.start : span.end] for span, _ in runs] == [docx.run_text(run) for _, run in runs]
    place = document.text.index("Sales")
    assert ("paragraph", "11") in (document.anchor(place) or pytest.fail("no anchor")).parts


def test_pdf_is_read_in_lines_with_boxes() -> None:
    """Pages and boxes lead back; marks of notes are no figures."""
    document = read(FILES / "libreoffice.pdf")
    texts = [mention.text for mention in extract(document)]
    anchor = document.anchor(document.text.index("Sales"))

    assert anchor is not None
    assert "page 1" == str(anchor)
    assert 4 == len(dict(anchor.parts)["box"].split())
    assert "100.0 million yuan" in texts
    assert "1" not in texts
    assert {("arithmetic/growth", "20.0%"), ("arithmetic/sum", "404"), ("arithmetic/growth", "10.0%")} == {
        *found("libreoffice.pdf")
    }


def test_the_boxes_of_a_pdf_hold_their_words() -> None:
    """What the library finds inside each box is the line."""
    document = read(FILES / "libreoffice.pdf")
    with pypdfium2.PdfDocument(FILES / "libreoffice.pdf") as file:
        view = file[0].get_textpage()
        for anchor in document.anchors:
            left, bottom, right, top = (float(edge) for edge in dict(anchor.parts)["box"].split())
            inside = view.get_text_bounded(left - 1, bottom - 1, right + 1, top + 1)
            assert "".join(document.text[anchor.span.start : anchor.span.end].split()) == "".join(inside.split())
        view.close()


def test_running_heads_and_page_numbers_are_masked() -> None:
    """What stands at the edge of most pages, and a number alone there, are furniture, also when the page's number is in them."""

    def line(words: str, row: int) -> pdf.Line:
        return pdf.Line(words, Decimal(70), Decimal(700 - 14 * row), Decimal(300), Decimal(710 - 14 * row))

    pages = [
        [line(head, 0), line(f"{words} rose 20%", 1), line("to 130 in all", 2), line(f"for the {words}.", 3), line(foot, 40)]
        for head, words, foot in (
            ("Annual report 2023 | 7", "north", "- 7 -"),
            ("Annual report 2023 | 8", "south", "- 8 -"),
            ("Annual report 2023 | 9", "coast", "- 9 -"),
        )
    ]
    document = pdf.assembled(pages, "a.pdf", {})
    masked = [document.text[mask.span.start : mask.span.end] for mask in document.masks if mask.name == "furniture"]

    assert ["Annual report 2023 | 7", "- 7 -", "Annual report 2023 | 8", "- 8 -", "Annual report 2023 | 9", "- 9 -"] == masked
    paragraphs = [document.text[block.span.start : block.span.end] for block in document.blocks if block.kind == "paragraph"]
    assert "north rose 20%\nto 130 in all\nfor the north.\n" in paragraphs


def test_a_workbook_is_tables() -> None:
    """Sums and rates of a sheet are checked; the finding says sheet and cell; hidden sheets are masked."""
    document = read(FILES / "libreoffice.xlsx")
    places = {finding.text: str(document.anchor(finding.span.start)) for finding in check(document).findings}

    assert {"35.0%": "sheet 收入, cell D3", "2,540": "sheet 收入, cell C4"} == places
    assert ["hidden"] == [mask.name for mask in document.masks]


@pytest.mark.parametrize(
    ("value", "pattern", "said"),
    [
        (0.275, "0.0%", "27.5%"), (1234567.891, "#,##0.00", "1,234,567.89"), (-1234.5, "#,##0", "-1,235"), (1234567, '#,##0.0,,"m"', "1.2m"),
        (1.5, "General", "1.5"), (1e21, "General", "1000000000000000000000"), (5, '[$¥-804]#,##0', "¥5"), (0.1, "0.00E+00", "0.1"),
        (3, '0" 家"', "3 家"), (2.50, "0.##", "2.5"), (True, "General", "TRUE"), ("甲\n乙", "@", "甲 乙"),
    ],
)  # fmt: skip
def test_numbers_stand_as_the_sheet_shows_them(value: Any, pattern: str, said: str) -> None:
    """A percent format, groups, decimals, scaling commas, literal words."""
    assert said == xlsx.shown(value, pattern)


def archive(**members: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return written.getvalue()


BAD = {
    "truncated.docx": (FILES / "pandoc.docx").read_bytes()[:5000],
    "flipped.docx": bytes(
        byte ^ (0xFF if number == 4000 else 0) for number, byte in enumerate((FILES / "pandoc.docx").read_bytes())
    ),
    "text.docx": b"Sales rose 20%.",
    "other.docx": archive(a=b"1"),
    "empty.docx": b"",
    "broken.docx": archive(word__document_xml=b"<w:document"),
    "bomb.docx": archive(word__document_xml=b"0" * (300 * 2**20)),
    "encrypted.docx": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "encrypted.pdf": (FILES / "encrypted.pdf").read_bytes(),
    "truncated.pdf": (FILES / "libreoffice.pdf").read_bytes()[:300],
    "truncated.xlsx": (FILES / "libreoffice.xlsx").read_bytes()[:3000],
    "bomb.xlsx": archive(xl__workbook_xml=b"0" * (300 * 2**20)),
    "wide.csv": b"1," * 1_000_000,
    "huge.html": b"<p>1</p>" * (50 * 2**17),
    "no.ipynb": b'{"cells": 3}',
    "deep.ipynb": b"[" * 100_000,
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line(name: str) -> None:
    """With its name, what was found and what to do, at once."""
    started = time.process_time()
    with pytest.raises(ReadError) as error:
        read_bytes(BAD[name], name=name)

    assert 1 == len(str(error.value).splitlines())
    assert str(error.value).startswith(f"{name}: ")
    assert time.process_time() - started < 10


@pytest.mark.parametrize(("name", "library"), [("a.docx", "docx"), ("a.pdf", "pypdfium2"), ("a.xlsx", "openpyxl")])
def test_a_missing_library_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch, name: str, library: str) -> None:
    """One line with the command that installs it."""
    monkeypatch.setitem(__import__("sys").modules, library, None)

    with pytest.raises(ReadError, match=rf"pip install 'factcheck-numbers\[{name[2:]}\]'"):
        read_bytes(b"PK\x03\x04", name=name)
