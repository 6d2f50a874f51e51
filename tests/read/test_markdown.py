"""Markdown: what is masked, what is a block, and that every position is that of the file."""

import datetime
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import Document
from factcheck.read.markdown import read_markdown


def blocks(text: str) -> list[tuple[str, str]]:
    document = read_markdown(text, "draft.md")
    return [(block.kind, document.text[block.span.start : block.span.end]) for block in document.blocks]


def masks(text: str) -> list[tuple[str, str]]:
    document = read_markdown(text, "draft.md")
    return [(mask.name, document.text[mask.span.start : mask.span.end]) for mask in document.masks]


def words(document: Document) -> str:
    """What is left of a text without its masks."""
    hidden = {offset for mask in document.masks for offset in range(mask.span.start, mask.span.end)}
    return "".join(character for offset, character in enumerate(document.text) if offset not in hidden)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 一季报\n营收3亿元\n增长2%", [("heading", "一季报"), ("paragraph", "营收3亿元\n增长2%")]),
        ("## Costs ##\n", [("heading", "Costs")]),
        ("## C# in 2021", [("heading", "C# in 2021")]),
        ("#5 of 20 stores", [("paragraph", "#5 of 20 stores")]),
        ("Second quarter\n---\ntext", [("heading", "Second quarter"), ("paragraph", "text")]),
        ("text\n\n---\n\ntext", [("paragraph", "text"), ("paragraph", "text")]),
        ("- 3 stores\n  opened\n- 4 closed", [("item", "3 stores\n  opened"), ("item", "4 closed")]),
        ("1. 营收\n2) 利润\n- [x] done", [("item", "营收"), ("item", "利润"), ("item", "done")]),
        ("2021. It was a year.", [("paragraph", "2021. It was a year.")]),
        ("> 引文3%\n> 续行\n\n正文", [("quotation", "引文3%\n> 续行"), ("paragraph", "正文")]),
        ("正文\n> 引文", [("paragraph", "正文"), ("quotation", "引文")]),
        (
            "| 年 | 营收 |\n|---|:-:|\n| 2021 | 3亿 |\n后文",
            [("cell", "年"), ("cell", "营收"), ("cell", "2021"), ("cell", "3亿"), ("paragraph", "后文")],
        ),
        ("a | b\n不是表格", [("paragraph", "a | b\n不是表格")]),
        ("```\nx = 3\n```\n正文", [("code", "```\nx = 3\n```"), ("paragraph", "正文")]),
        ("~~~\n```\n~~~\nafter", [("code", "~~~\n```\n~~~"), ("paragraph", "after")]),
        ("- item\n  ```\n  3\n  ```\n- next", [("item", "item"), ("code", "```\n  3\n  ```"), ("item", "next")]),
        ("before\n\n<!-- 3\n\n4 -->\n\nafter", [("paragraph", "before"), ("paragraph", "after")]),
        ("    营收3亿元，缩进的段落。", [("paragraph", "营收3亿元，缩进的段落。")]),
        ("text[^1]\n\n[^1]: in 2021", [("paragraph", "text[^1]"), ("footnote", "in 2021")]),
        ("one\r\n\r\ntwo\rthree", [("paragraph", "one"), ("paragraph", "two\rthree")]),
    ],
)
def test_blocks(text: str, expected: list) -> None:
    """Lines that belong together are one block, of the kind that they show."""

    assert expected == blocks(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `x = 3` b", [("code", "`x = 3`")]),
        ("``a ` 3``", [("code", "``a ` 3``")]),
        ("a `3 without an end", []),
        ("a `3\n\nb` c", []),
        (r"a \`3\` b", []),
        ("`<!-- 3 -->`", [("code", "`<!-- 3 -->`")]),
        ("<!-- `3 --> `4`", [("comment", "<!-- `3 -->"), ("code", "`4`")]),
        ("a <!-- 3 without an end", []),
        ("[12亿元](https://example.org/2021)", [("link", "](https://example.org/2021)")]),
        ('[x](a_(b)_c "of 2021")', [("link", '](a_(b)_c "of 2021")')]),
        ("![chart 3](<my chart 4.png>)", [("link", "](<my chart 4.png>)")]),
        ("增长[1](注3", []),
        ("<https://example.org/3> <desk2@example.org>", [("link", "<https://example.org/3>"), ("link", "<desk2@example.org>")]),
        ('<b class="c3">3</b><br/>', [("inline", '<b class="c3">'), ("inline", "</b>"), ("tag", "<br/>")]),
        ("3 < 5 and 7 > 6, a <5 b> c", []),
        ("<style>td {width: 3%}</style>", [("style", "<style>td {width: 3%}</style>")]),
        ("[x][2] [3]\n\n[2]: http://example.org/2", [("link", "][2]"), ("link", "[2]: http://example.org/2")]),
        ("营收[1][2]", []),
        ("text[^3]", [("footnote", "[^3]")]),
        ("- [ ] 3", [("markup", "- [ ] ")]),
        ("12. 营收", [("markup", "12. ")]),
    ],
)
def test_masks(text: str, expected: list) -> None:
    """Code, comments, targets and tags are masked; what only looks like one of them is not."""

    assert expected == masks(text)


@pytest.mark.parametrize(
    ("text", "title", "published"),
    [
        ("---\ntitle: 一季报\ndate: 2022-11-30\n---\n正文", "一季报", datetime.date(2022, 11, 30)),
        ("---\ntitle: 'Q1'\npublished: 2022/9/3 08:00\ntags:\n  - 3\n...\ntext", "Q1", datetime.date(2022, 9, 3)),
        ('+++\ntitle = "Q2"\ndate = 2022-08-01T08:00:00Z\n+++\ntext', "Q2", datetime.date(2022, 8, 1)),
        ("---\ndate: 2022-02-30\n---\n# 标题\n正文", "标题", None),
        ("---\n正文没有结束", None, None),
        ("# First\n## Second", "First", None),
    ],
)
def test_front_matter(text: str, title: str | None, published: datetime.date | None) -> None:
    """Title and date come from the front matter, the title else from the first heading."""
    document = read_markdown(text, "draft.md")

    assert (title, published) == (document.title, document.published)


def test_front_matter_is_masked_whole() -> None:
    """Nothing in the front matter is prose."""
    document = read_markdown("---\ndate: 2022-11-30\nweight: 12\n---\n\n营收3亿元", "draft.md")

    assert "营收3亿元" == words(document).strip()
    assert [("paragraph", "营收3亿元")] == [(b.kind, document.text[b.span.start : b.span.end]) for b in document.blocks]


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_do_not_matter(newline: str) -> None:
    """The same text with other line ends has the same blocks and masks."""
    text = "---\ntitle: 3\n---\n# a\n\n`4`\n\n- b\n  c\n\n```\n5\n```\n| d | e |\n|---|---|\n| 6 | 7 |\n\n> f\n"
    text += "> g\n\nh <!-- i\nj --> k\n"

    assert blocks(text) == [(kind, block.replace(newline, "\n")) for kind, block in blocks(text.replace("\n", newline))]
    assert masks(text) == [(name, mask.replace(newline, "\n")) for name, mask in masks(text.replace("\n", newline))]


MARKS = st.lists(
    st.sampled_from(
        [*"`<>![]()#-|*_~\\\n\r \"'=/a3亿", "```", "<!--", "-->", "](", "<b ", "\n\n", "---\n", "| a |", "> ", "- ", "[^1]"]
    ),
    max_size=60,
)


@given(MARKS.map("".join))
def test_structure_lies_in_the_text(text: str) -> None:
    """Blocks and masks are in order, inside the text, do not overlap their like, and every digit is in a block or a mask."""
    document = read_markdown(text, "draft.md")
    for spans in ([block.span for block in document.blocks], [mask.span for mask in document.masks]):
        assert all(left.end <= right.start for left, right in pairwise(spans)), text
        assert all(span.end <= len(text) and len(span) for span in spans)
    held = [*(block.span for block in document.blocks), *(mask.span for mask in document.masks)]
    for offset, character in enumerate(text):
        assert character not in "3a亿" or any(span.start <= offset < span.end for span in held), (text, offset)


@pytest.mark.parametrize(
    "unit", ["`a ``b ", "<b ", "<!-- ", '](a "', "](a(", "<b a='", "|a|\n|-|\n", "```\n", "<script ", "> - ", "\\`", "[a]["]
)
def test_hostile_texts_are_read_in_linear_time(unit: str) -> None:
    """A text that opens much and closes nothing takes no longer than any other."""
    start = time.process_time()
    read_markdown(unit * (100_000 // len(unit)), "draft.md")

    assert time.process_time() - start < 2
