"""What stays known while a draft is edited, and positions in the units of the protocol."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types

from factcheck import Document, check
from factcheck.config import Configuration
from factcheck.document import Span
from factcheck.lsp.drafts import Workspace, change, common
from factcheck.lsp.positions import offset, position

PARAGRAPHS = st.sampled_from(
    [
        "营收由100.0亿元增长20.0%至130.0亿元。",
        "门店由400家增长25.0%至500家。",
        "Sales rose 20.0% from 100.0 million yuan to 150.0 million yuan.",
        "现场有3-4万人。",
        "# 业绩",
        "天气很好。😀",
    ]
)
TEXTS = st.lists(PARAGRAPHS, max_size=5).map("\n\n".join)
ENCODINGS = ("utf-8", "utf-16", "utf-32")


@given(TEXTS, TEXTS)
def test_a_change_is_where_two_texts_differ(before: str, now: str) -> None:
    """Outside it both are the same, and what stands there is found again."""
    changed = change(before, now)
    if changed is None:
        assert before == now
        return

    assert before[: changed.old.start] + now[changed.new.start : changed.new.end] + before[changed.old.end :] == now
    for start in range(len(before)):
        moved = changed.moved(Span(start, start + 1))
        assert moved is None or before[start] == now[moved.start]


@given(st.text("ab", max_size=20), st.text("ab", max_size=20))
def test_common_beginnings(first: str, second: str) -> None:
    """As many characters as are the same."""
    length = common(first, second)

    assert first[:length] == second[:length]
    assert length == min(len(first), len(second)) or first[length] != second[length]


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_what_is_told_at_once_is_true_of_paragraphs_alone(before: str, now: str) -> None:
    """After an edit the findings of the checks that look at a paragraph are those of a run over the whole text."""
    drafts = Workspace(settings=Configuration(select=("arithmetic", "numeral")), ledger=None, folder=None)
    drafts.put("u", "a.md", before, 1)
    drafts.check()
    draft = drafts.edit("u", now, 2)
    whole = check(Document(now, name="a.md"), select=["arithmetic", "numeral"])

    assert sorted((f.check, f.span, f.message) for f in whole.findings) == sorted(
        (f.check, f.span, f.message) for f in draft.findings
    )


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=st.text("a亿😀\u2028\r\n", max_size=20))
def test_positions_lead_there_and_back(encoding: str, text: str) -> None:
    """Every offset that is no half of a line end has a position, and the position has the offset."""
    document = Document(text)
    for place in range(len(text) + 1):
        if text[place - 1 : place + 1] != "\r\n":
            assert place == offset(document, position(document, place, encoding=encoding), encoding=encoding)


@pytest.mark.parametrize(("encoding", "units"), [("utf-8", 7), ("utf-16", 3), ("utf-32", 2)])
def test_units(encoding: str, units: int) -> None:
    """Behind one Han character and one outside the first plane."""
    assert types.Position(0, units) == position(Document("亿😀1"), 2, encoding=encoding)


def test_a_position_behind_the_end_is_the_end() -> None:
    """Of its line, or of the text."""
    document = Document("ab\ncd")

    assert 2 == offset(document, types.Position(0, 99), encoding="utf-16")
    assert 5 == offset(document, types.Position(9, 0), encoding="utf-16")
