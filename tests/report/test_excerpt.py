"""A place in a text, quoted on one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import Document, Span
from factcheck.report.excerpt import COLUMNS, excerpt, width


def quoted(text: str, words: str, **options: int) -> str:
    return excerpt(Document(text), Span(text.index(words), text.index(words) + len(words)), **options)


@pytest.mark.parametrize(
    ("text", "words", "columns", "expected"),
    [
        ("前文\n  营收3亿元。  \n后文", "3亿元", 100, "营收⟦3亿元⟧。"),
        ("one two three four five", "three", 15, "… two ⟦three⟧ four…"),
        ("three four five six seven", "three", 15, "⟦three⟧ four five…"),
        ("one two three", "three", 9, "…two ⟦three⟧"),
        ("营业收入一百零五亿元", "一百", 12, "…收入⟦一百⟧零五…"),
        ("abcdefghijklmnop", "bcdefghijklmno", 6, "…⟦bcd…mno⟧…"),
        ("3 million\r\nyuan rose", "million\r\nyuan", 100, "3 ⟦million⏎yuan⟧ rose"),
        ("a\tb\x1b[31mc\x00d", "c", 100, "a b␛[31m⟦c⟧␀d"),
        ("a\u202eb3", "3", 100, "a�b⟦3⟧"),
    ],
)
def test_an_excerpt(text: str, words: str, columns: int, expected: str) -> None:
    """The span is marked, its lines are cut around it, and nothing in it can disturb a terminal."""

    assert expected == quoted(text, words, columns=columns)


@given(st.text(alphabet="a3亿，\n\r\t\x1b𠮷", min_size=1, max_size=300), st.data())
def test_an_excerpt_is_one_short_line(text: str, data: st.DataObject) -> None:
    """Whatever the text and the span: one line, marked once, no wider than the columns and the marks."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line = excerpt(Document(text), Span(start, end))

    assert 1 == line.count("⟦") == line.count("⟧")
    assert not {"\n", "\r", "\x1b", "\t"} & set(line)
    assert width(line) <= COLUMNS + len("⟦⟧………")


def test_a_long_paragraph_is_quoted_quickly() -> None:
    """A line of a million characters costs no more than a short one: only what is shown is measured."""
    text = "营" * 1_000_000 + "3亿" + "收" * 1_000_000
    document = Document(text)

    assert "⟦3亿⟧" in max(excerpt(document, Span(1_000_000, 1_000_002)) for _ in range(50))
