"""Bytes become text, or one line that says why not."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read import ReadError, read, read_bytes

SIMPLIFIED = "公司上半年实现营业收入105.2亿元，比上年同期增长8.3%。截至六月底，门店总数达到三千二百家。"
TRADITIONAL = "公司上半年實現營業收入105.2億元，比上年同期增長8.3%。截至六月底，門店總數達到三千二百家。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, "Revenue rose 8.3% to ¥10.52 billion — a record.", "𠮷野家2家\r\n"])
def test_two_encodings_are_read(text: str, encoding: str) -> None:
    """UTF-8, with or without a mark, and GB18030 give the text as it was written."""

    assert text == read_bytes(text.encode(encoding), name="draft.txt").text


@pytest.mark.parametrize("text", ["one\r\ntwo\rthree\nfour", "行\u2028分隔", "tab\tand form\x0cfeed"])
def test_line_ends_stay(text: str) -> None:
    """Nothing is converted: a position in the document is a position in the file."""

    assert text == read_bytes(text.encode(), name="draft.txt").text


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "found an empty file"),
        (b" \r\n\t\n", "found an empty file"),
        (b"\xef\xbb\xbf\n", "found an empty file"),
        (b"%PDF-1.7\n1 0 obj", "found a PDF"),
        (b"PK\x03\x04\x14\x00", "found a zip archive such as a docx"),
        ("营收".encode("utf-16"), "found UTF-16"),
        (b"\x00\x01\x02\x03", "found a binary file"),
        (b"\x89PNG\r\n\x1a\n\x01\x02\x03", "found a binary file"),
        ("Le chiffre d'affaires a augmenté à 3,2 millions, côté déficit.".encode("cp1252"), "found neither (byte 0xe9 at 31)"),
        (TRADITIONAL.encode("big5"), "expected UTF-8 or GB18030, found neither"),
        ("売上高は前年同期比8.3%増の105億円となり、過去最高を更新した。".encode("shift_jis"), "found neither"),
        ("营收".encode() + b"\xff" + "亿".encode(), "found neither (byte 0xff at 6)"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, found: str) -> None:
    """One line names the file, what was expected and found, and what to do."""
    with pytest.raises(ReadError) as caught:
        read_bytes(content, name="drafts/a.txt")

    assert str(caught.value).startswith("drafts/a.txt: ")
    assert found in caught.value.found
    assert caught.value.do
    assert "\n" not in str(caught.value)


def test_one_stray_control_character_is_text() -> None:
    """A sign that a word processor left does not make a draft a binary."""
    text = SIMPLIFIED * 3 + "\x02"

    assert text == read_bytes(text.encode(), name="draft.txt").text


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_bytes_give_a_document_or_a_read_error(content: bytes, name: str) -> None:
    """Whatever a file holds, reading it ends in one of two ways."""
    try:
        document = read_bytes(content, name=name)
    except ReadError as error:
        assert "\n" not in str(error).replace(name, "")
    else:
        assert (
            document.text.encode("utf-8") in (content, content.removeprefix(b"\xef\xbb\xbf"))
            or document.text.encode("gb18030") == content
        )


def test_a_missing_file_is_one_line(tmp_path) -> None:
    """A path that is not there, and a folder, are refused in words."""
    with pytest.raises(ReadError, match=r"nowhere.md: no such file; check the path"):
        read("nowhere.md")
    with pytest.raises(ReadError, match="expected a file, found a folder"):
        read(tmp_path)


def test_the_name_is_the_path_as_given(tmp_path, monkeypatch) -> None:
    """A finding is shown at the path that the user typed."""
    (tmp_path / "草稿.txt").write_text("营收3亿元", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert "草稿.txt" == read("草稿.txt").name
    assert str(tmp_path / "草稿.txt") == read(tmp_path / "草稿.txt").name


@pytest.mark.parametrize("name", ["/dev/zero", "endless.docx"])
def test_what_never_ends_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A device gives bytes for ever: no more are taken than may be read."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys.modules["factcheck.read"], "LARGEST_FILE", 2**20)
    Path("endless.docx").symlink_to("/dev/zero")
    with pytest.raises(ReadError, match=r"expected at most (16 MB of text|1 MB), found more; split it"):
        read(name)
