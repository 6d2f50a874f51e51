"""Comments in a Word document: on the exact words, nothing else touched, and the programs that open it see them."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from factcheck import check, read
from factcheck.read import read_bytes
from factcheck.report.word import commented

FILES = Path(__file__).parents[1] / "files"
MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD = ["pandoc.docx", "libreoffice.docx"]


def made(name: str) -> tuple[bytes, bytes]:
    content = (FILES / name).read_bytes()
    document = read(FILES / name)
    return content, commented(check(document), content, document)


def part(content: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return ElementTree.fromstring(archive.read(name))


def formatted(content: bytes) -> list[tuple[str, str]]:
    """Each character of the body with the properties of its run."""
    shown = []
    for run in part(content, "word/document.xml").iter(f"{MAIN}r"):
        properties = run.find(f"{MAIN}rPr")
        said = "" if properties is None else ElementTree.tostring(properties, encoding="unicode")
        shown += [(sign, said) for text in run if text.tag in (f"{MAIN}t", f"{MAIN}delText") for sign in text.text or ""]
    return shown


def marked(content: bytes) -> list[str]:
    """The words between the ends of each comment."""
    words: dict[str, str] = {}
    open_now: set[str] = set()
    for element in part(content, "word/document.xml").iter():
        number = element.get(f"{MAIN}id", "")
        if element.tag == f"{MAIN}commentRangeStart":
            open_now.add(number)
            words[number] = ""
        elif element.tag == f"{MAIN}commentRangeEnd":
            open_now.discard(number)
        elif element.tag == f"{MAIN}t":
            words |= {one: words[one] + (element.text or "") for one in open_now}
    return list(words.values())


@pytest.mark.parametrize("name", WORD)
def test_each_finding_is_a_comment_on_its_words(name: str) -> None:
    """Over the figure in the body, over the mark of the note for a finding in it; the comment says why."""
    _, content = made(name)
    comments = ["".join(comment.itertext()) for comment in part(content, "word/comments.xml")]

    assert ["20.0%", "404", "20.0%", ""] == marked(content)
    assert comments[0].startswith("error: 20.0% is not the growth from 100.0亿元 to 130.0亿元")
    assert "arithmetic/sum" in comments[1]
    assert "下降" in read(FILES / name).text
    assert comments[3].startswith("error: 10.0% is not the fall")


@pytest.mark.parametrize("name", WORD)
def test_text_and_formats_stay(name: str) -> None:
    """Every character has the properties that it had, tracked deletions too, and the file reads as before."""
    before, after = made(name)

    assert formatted(before) == formatted(after)
    assert read_bytes(before, name=name).text == read_bytes(after, name=name).text


def test_the_same_bytes_for_the_same_draft() -> None:
    """No day of writing, in the comments or in the archive."""
    (_, first), (_, second) = made("pandoc.docx"), made("pandoc.docx")

    assert first == second
    assert not any(comment.get(f"{MAIN}date") for comment in part(first, "word/comments.xml"))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_the_comments(tmp_path: Path) -> None:
    """Opened and saved in its own format, the file has the comments on the figures."""
    (tmp_path / "out.docx").write_bytes(made("pandoc.docx")[1])
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "fodt", "out.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    page = (tmp_path / "out.fodt").read_text(encoding="utf-8")

    assert 4 == page.count("<office:annotation ")
    assert re.search(r"<office:annotation-end[^>]*>", page)
    assert "20.0% is not the growth from 100.0亿元" in page
