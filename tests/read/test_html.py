"""HTML: the visible text stands where it stands in the file, and everything else is masked."""

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read.html import read_html, tokens


def blocks(text: str) -> list[tuple[str, str]]:
    document = read_html(text, "page.html")
    return [(block.kind, document.text[block.span.start : block.span.end]) for block in document.blocks]


def masks(text: str) -> list[tuple[str, str]]:
    document = read_html(text, "page.html")
    return [(mask.name, document.text[mask.span.start : mask.span.end]) for mask in document.masks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<h1>一季报</h1><p>营收<b>3</b>亿元", [("heading", "一季报"), ("paragraph", "营收<b>3</b>亿元")]),
        ("<p>one<br>two<p>three", [("paragraph", "one"), ("paragraph", "two"), ("paragraph", "three")]),
        ("<ul><li>3<li><p>4</p></ul>5", [("item", "3"), ("item", "4"), ("paragraph", "5")]),
        ("<table><tr><td>2021</td><td>3亿</td></tr></table>", [("cell", "2021"), ("cell", "3亿")]),
        ("<blockquote><p>引文</p></blockquote>", [("quotation", "引文")]),
        ("<pre>x = 3\n</pre>", [("code", "x = 3")]),
        ("<script>'<p>3</p>'</script><style>p{}</style>text", [("paragraph", "text")]),
        ("3 < 5 &lt; 7, a<3", [("paragraph", "3 < 5 &lt; 7, a<3")]),
        ("<!-- <p>3</p> -->text", [("paragraph", "text")]),
        ("plain 3\ntext", [("paragraph", "plain 3\ntext")]),
        ("</p></li>text</b>", [("paragraph", "text")]),
    ],
)
def test_blocks(text: str, expected: list) -> None:
    """Elements that start a line start a block; those within a line do not."""

    assert expected == blocks(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<img width="640" alt="a > 3">', [("tag", '<img width="640" alt="a > 3">')]),
        ("5&nbsp;km &#165;3 &#xa5;4", [("space", "&nbsp;"), ("reference", "&#165;"), ("reference", "&#xa5;")]),
        ("R&D 3; AT&T", []),
        ("<script>if (a<3) x()</script>", [("tag", "<script>"), ("script", "if (a<3) x()"), ("tag", "</script>")]),
        ("<SCRIPT>3</Script >4", [("tag", "<SCRIPT>"), ("script", "3"), ("tag", "</Script >")]),
        ("<p><code>3</code>", [("tag", "<p>"), ("tag", "<code>"), ("code", "3"), ("tag", "</code>")]),
        ("<!DOCTYPE html><?xml version='1.0'?>", [("tag", "<!DOCTYPE html>"), ("tag", "<?xml version='1.0'?>")]),
        ("<!-- 3 --> 4 <!-- 5", [("comment", "<!-- 3 -->")]),
        ("<svg><text>3</text></svg>", [("tag", "<svg>"), ("tag", "<text>"), ("svg", "3"), ("tag", "</text>"), ("tag", "</svg>")]),
    ],
)
def test_masks(text: str, expected: list) -> None:
    """Tags, references, comments, scripts and code are masked by name."""

    assert expected == masks(text)


def test_what_the_page_states_of_itself() -> None:
    """Title, date, publisher and address come from the head."""
    document = read_html(
        '<title>R&amp;D in <i>2022</i></title><meta content="2022-11-30T08:00+08:00" property="article:published_time">'
        '<meta name=publisher content="An &amp; B"><link rel="canonical" href="https://example.org/3"><p>text',
        "page.html",
    )

    assert ("R&D in 2022", datetime.date(2022, 11, 30), "An & B", "https://example.org/3") == (
        document.title,
        document.published,
        document.publisher,
        document.url,
    )


def test_a_time_element_dates_a_page_without_metadata() -> None:
    """The first `<time>` is the date of last resort; a page without any has none."""

    assert datetime.date(2022, 9, 3) == read_html('<p><time datetime="2022-09-03">Saturday</time>', "a.html").published
    assert (None, None) == (read_html("<p>3", "a.html").published, read_html("<p>3", "a.html").title)


PIECES = st.lists(
    st.sampled_from([*"<>&;/!-\"'= a3亿\n", "<p>", "</p>", "<!--", "-->", "<script>", "</script>", "&#3;", '<b c="', "<td"]),
    max_size=50,
)


@given(PIECES.map("".join))
def test_tokens_are_the_text(text: str) -> None:
    """The pieces of a text, put together, are the text; what is neither masked nor in a block is white space."""
    pieces = list(tokens(text))

    assert text == "".join(text[token.span.start : token.span.end] for token in pieces)
    document = read_html(text, "a.html")
    held = [*(block.span for block in document.blocks), *(mask.span for mask in document.masks)]
    rest = "".join(c for offset, c in enumerate(text) if not any(span.start <= offset < span.end for span in held))
    assert not rest.strip()


@pytest.mark.parametrize("unit", ["<b ", "<!-- ", '<a "', "<b>", "<script>", "&#3", "<p><b><i>", "</p>", "<a '' '' "])
def test_hostile_pages_are_read_in_linear_time(unit: str) -> None:
    """A page that opens much and closes nothing takes no longer than any other."""
    start = time.process_time()
    read_html(unit * (100_000 // len(unit)), "page.html")

    assert time.process_time() - start < 2
