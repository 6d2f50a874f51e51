"""Documents: every offset has a place, every line its span, and the text stays as it was read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import Block, Document, Mask, Place, Span, once_a_document
from tests.strategies import texts


@given(texts)
def test_place_leads_back_to_its_offset(text: str) -> None:
    """Line and column of every offset, the end included, point at the same offset again."""
    document = Document(text)
    for offset in range(len(text) + 1):
        line, column = document.place(offset)

        assert offset == document.line_starts[line - 1] + column - 1


@given(texts)
def test_places_count_as_an_editor_does(text: str) -> None:
    """The line is one more than the line ends before it: CRLF is one, CR and LF are one each, U+2028 and the like are none."""
    document = Document(text)
    line, column = 1, 1
    for offset, character in enumerate(text):
        assert Place(line, column) == document.place(offset)
        if character == "\n" or (character == "\r" and text[offset + 1 : offset + 2] != "\n"):
            line, column = line + 1, 1
        else:
            column += 1


@given(texts)
def test_lines_hold_all_but_line_ends(text: str) -> None:
    """The lines in order, with line ends between them, are the text."""
    document = Document(text)
    spans = [document.line(number) for number in range(1, len(document.line_starts) + 1)]

    position = 0
    for span in spans:
        assert text[position : span.start].strip("\r\n") == ""
        assert not set(text[span.start : span.end]) & set("\r\n")
        position = span.end
    assert text[position:].strip("\r\n") == ""


@given(texts)
def test_plain_blocks_hold_every_word(text: str) -> None:
    """Whatever is not blank stands in exactly one block, and blocks are in reading order."""
    blocks = Document(text).blocks
    covered = {offset for block in blocks for offset in range(block.span.start, block.span.end)}

    assert all(offset in covered for offset, character in enumerate(text) if not character.isspace())
    assert sum(len(block.span) for block in blocks) == len(covered)
    assert list(blocks) == sorted(blocks, key=lambda block: block.span)


def test_plain_blocks_know_headings_and_code() -> None:
    """Markdown headings and fences show in plain text."""
    document = Document("# 年报\r\n营收105亿元\r\n```\ncode 1\n```\n")

    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "code", "code", "code"]


def test_structure_of_the_reader_wins() -> None:
    """A reader that knows the format gives the blocks."""
    structure = (Block(Span(0, 2), "cell"),)

    assert structure == Document("12", structure=structure).blocks


@given(st.tuples(st.integers(0, 9), st.integers(0, 9)), st.tuples(st.integers(0, 9), st.integers(0, 9)))
def test_spans_overlap_where_they_share_a_code_point(one: tuple[int, int], other: tuple[int, int]) -> None:
    """Overlap and containment are those of the sets of code points."""
    first, second = Span(min(one), max(one)), Span(min(other), max(other))
    points, others = set(range(first.start, first.end)), set(range(second.start, second.end))

    if points and others:
        assert first.overlaps(second) == bool(points & others)
        assert first.contains(second) == (others <= points)
    assert len(first) == len(points)


@pytest.mark.parametrize(("start", "end"), [(3, 2), (-1, 2)])
def test_span_runs_forward_from_zero(start: int, end: int) -> None:
    """A span that ends before it starts is a mistake, and the message shows both ends."""
    with pytest.raises(ValueError, match=f"got start={start}, end={end}"):
        Span(start, end)


def test_document_needs_text() -> None:
    """Bytes are to be decoded first; the message says how."""
    with pytest.raises(TypeError, match="decode bytes first"):
        Document(b"12")  # type: ignore[arg-type]


def test_a_printed_document_does_not_print_its_text() -> None:
    """A claim that is printed shows which document it is of, not all of it."""

    assert len(repr(Document("营收3亿元。" * 500, name="draft.md"))) < 80


def test_fingerprint_of_any_text() -> None:
    """A lone surrogate, as a damaged file can hold, has a fingerprint too."""
    assert len(Document("12\ud800").sha256) == 64
    assert Document("12").sha256 != Document("13").sha256


STRETCHES = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends)))


@given(spans=st.lists(STRETCHES), asked=STRETCHES)
def test_masks_over_a_stretch_are_those_that_overlap_it(spans: list[Span], asked: Span) -> None:
    """Masks may lie in any order, inside each other and be empty; each that shares a code point is found."""
    document = Document("x" * 30, masks=tuple(Mask(span, str(number)) for number, span in enumerate(spans)))
    expected = sorted((mask for mask in document.masks if mask.span.overlaps(asked)), key=lambda mask: mask.span)

    assert expected == document.masks_over(asked)


def test_what_is_worked_out_once_a_document() -> None:
    """Each document is worked on once, also beside another with the same text."""
    seen = []
    counted = once_a_document(lambda document: seen.append(document) or len(document.text))
    one, other = Document("12"), Document("12")

    assert [2, 2, 2] == [counted(one), counted(one), counted(other)]
    assert [one, other] == seen


@given(text=texts, offset=st.integers(0, 60))
def test_the_block_at_a_place_is_the_one_that_holds_it(text: str, offset: int) -> None:
    """Between blocks there is none."""
    document = Document(text)
    expected = next((block for block in document.blocks if block.span.start <= offset < block.span.end), None)

    assert expected == document.block_at(offset)
