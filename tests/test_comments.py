"""Comments in a draft: what they name, how far they reach, and what cannot be understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Document
from factcheck.comments import COMMENT, find_comments
from factcheck.period import Period


def only(text: str):
    (comment,) = find_comments(Document(text))
    return comment


def reached(text: str) -> str:
    comment = only(text)
    return text[comment.reach.start : comment.reach.end]


@pytest.mark.parametrize(
    ("said", "names", "reason", "until"),
    [
        ("ignore[unit]", ("unit",), None, None),
        ("ignore[unit/percent-or-point, garble]", ("unit/percent-or-point", "garble"), None, None),
        ('ignore[unit] reason="a > b, quoted" until=2027-01', ("unit",), "a > b, quoted", "2027-01"),
        ('ignore until=2027-01-31 reason="引用"', (), "引用", "2027-01-31"),
        ('ignore-file[unit] reason=""', ("unit",), None, None),
    ],
)
def test_a_comment_is_read(said: str, names: tuple[str, ...], reason: str | None, until: str | None) -> None:
    """Names, reason and last day, in any order."""
    comment = only(f"下降1%。<!-- factcheck: {said} -->")

    assert (names, reason, Period(until) if until else None, None) == (
        comment.names, comment.reason, comment.until, comment.mistake,
    )  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "ignroe[unit]",
        "ignore[unit",
        "ignore[unit] reason=quoted words",
        "ignore[unit] because=x",
        "ignore until=soon",
        "ignore until=2027-13",
    ],
)
def test_a_mistake_silences_nothing(said: str) -> None:
    """A comment that cannot be understood says so, and reaches nowhere."""
    comment = only(f"下降1%。<!-- factcheck: {said} -->")

    assert comment.mistake
    assert 0 == len(comment.reach)


def test_reach() -> None:
    """Its line, the next line with words, its block or the next, the whole document."""
    mark = "<!-- factcheck: {}[unit] -->"
    line, block, file = (mark.format(verb) for verb in ("ignore", "ignore-block", "ignore-file"))

    assert f"甲。{line}乙。" == reached(f"前。\n甲。{line}乙。\n后。")
    assert "乙。" == reached(f"甲。\n{line}\n\n乙。\n丙。")
    assert "" == reached(f"甲。\n{line}\n")
    assert "乙。" == reached(f"甲。\n{block}\n乙。\n丙。")
    assert f"甲。{block}" == reached(f"甲。{block}\n乙。")
    assert f"甲。\n{file}\n乙。" == reached(f"甲。\n{file}\n乙。")


def test_comments_one_above_the_other() -> None:
    """Two comments that stand alone both mean the line below them."""
    text = "<!-- factcheck: ignore[unit] -->\n<!-- factcheck: ignore[date] -->\n下降1%。"
    first, second = find_comments(Document(text))

    assert first.reach == second.reach
    assert "下降1%。" == text[first.reach.start : first.reach.end]


def test_latex_comments_are_read_and_code_is_not() -> None:
    """A percent sign begins a comment of LaTeX; a comment in a code block is an example of one."""
    assert ("unit",) == only("下降1\\%。 % factcheck: ignore[unit]\n").names
    assert () == find_comments(Document("```\n<!-- factcheck: ignore[unit] -->\n```\n"))


def test_a_comment_expires_after_its_last_day() -> None:
    """Until a month is until its end; without a day to compare with, nothing expires."""
    comment = only("<!-- factcheck: ignore[unit] until=2027-01 -->")

    assert [False, False, True] == [comment.expired(Period(day) if day else None) for day in (None, "2027-01-31", "2027-02-01")]


@given(st.text("<!->factcheck: ignore[]\"'=% \n", max_size=80))
def test_any_text_has_comments_or_none(text: str) -> None:
    """Nothing raises, and each reach lies in the document."""
    for comment in find_comments(Document(text)):
        assert 0 <= comment.reach.start <= comment.reach.end <= len(text)
    assert COMMENT.search("<!-- factcheck:" * 3) is None
