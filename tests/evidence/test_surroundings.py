"""The words around a figure: sentences, clauses, and what may narrow a figure down."""

from __future__ import annotations

import pytest

from factcheck.document import Document, Span
from factcheck.evidence.surroundings import narrowing
from factcheck.lexicon import finder, fold, leaves, page
from factcheck.passage import REACH, passage


def beside(text: str, figure: str, *, measure: str, subject: str | None = None) -> set[str]:
    """What stands in the clause of a figure and may narrow it."""
    document, start = Document(text), text.index(figure)
    clause = passage(document).clause(start)
    figures = [Span(start, start + len(figure))]
    return set(narrowing(document, clause, words=finder(), measured={measure}, subject=subject, figures=figures))


@pytest.mark.parametrize(
    ("text", "figure", "measure", "expected"),
    [
        ("据财报，公司实现营收118亿元", "118亿元", "revenue", set()),
        ("据财报，其商品化收入为118亿元", "118亿元", "revenue", {"商品化"}),
        ("The company reported revenue of 3 billion yuan", "3 billion yuan", "revenue", set()),
        ("The company reported revenue from cloud rental of 3 billion yuan", "3 billion yuan", "revenue", {"cloud", "rental"}),
    ],
)
def test_neutral_words_narrow_nothing(text: str, figure: str, measure: str, expected: set[str]) -> None:
    """Verbs of reporting are left out; every other word counts."""

    assert expected == beside(text, figure, measure=measure)


def test_the_subject_narrows_nothing() -> None:
    """The claim's own subject is part of its key; another name is not."""

    assert set() == beside("京东健康营收为3亿元", "3亿元", measure="revenue", subject="JD Health")
    assert {"京东健康"} == beside("京东健康营收为3亿元", "3亿元", measure="revenue", subject="Tencent")


def test_sentences_end_where_readers_see_it() -> None:
    """A title, a decimal point and a grouping comma end nothing."""
    text = "Mr. Li has 1,200 pens, 3.5 of them red. All write. 全部可用。好"
    found = passage(Document(text))
    sentences = [text[start:end].strip() for start, end in zip(found.starts, [*found.starts[1:], len(text)], strict=True)]

    assert ["Mr. Li has 1,200 pens, 3.5 of them red.", "All write.", "全部可用。", "好"] == sentences


def test_a_text_without_stops_is_read_nearby() -> None:
    """No sentence reaches further than its figure's neighbourhood, so that the work stays linear."""
    found = passage(Document("甲" * 10 * REACH))

    assert Span(4 * REACH, 6 * REACH) == found.sentence(5 * REACH)


def test_the_words_are_keyed_and_sorted() -> None:
    """Words are looked up in the key copy of a text, so each is its own key; and each list is sorted, without doubles."""
    lists = dict(leaves({part: words for part, words in page("restating.toml").items() if part not in ("scope", "measure")}))

    assert [] == [word for words in lists.values() for word in words if word != fold(word)]
    assert [] == [name for name, words in lists.items() if words != sorted(set(words))]


def test_the_scopes_are_those_of_the_lexicon() -> None:
    """What narrows a figure is named by the classes scope.* of the two languages."""
    known = {name for language in ("zh.toml", "en.toml") for name in page(language)["scope"]}
    scopes = page("restating.toml")["scope"]

    assert {*scopes["part"], *(name for pair in scopes["opposite"] for name in pair)} <= known
