"""The words around a figure: which are read, and where the clause ends."""

import pytest

from factcheck.document import Document, Span
from factcheck.evidence.vicinity import clause, words_after, words_before, words_in
from factcheck.mention import Mention


def mention(text: str, words: str) -> Mention:
    """A bare figure in a text."""
    start = text.index(words)
    span = Span(start, start + len(words))
    return Mention(Document(text), span, span, "count")


def texts(document: Document, tokens: list) -> list[str]:  # type: ignore[type-arg]
    """The words of tokens as they stand."""
    return [document.text[token.start : token.end] for token in tokens]


@pytest.mark.parametrize(
    ("text", "figure", "before"),
    [
        ("人数增长约300人", "300", ["增长", "约"]),
        ("人数增长，约300人", "300", ["约"]),  # a comma ends the clause
        ("It rose by about 300", "300", ["rose", "by", "about"]),
        ("It rose. About 300", "300", ["About"]),
        ("1,200 rose to 1,300", "1,300", ["rose to"]),  # a comma between digits ends none
    ],
)
def test_words_before(text: str, figure: str, before: list[str]) -> None:
    """The words of the figure's own clause, in reading order."""
    given = mention(text, figure)
    found = texts(given.document, words_before(given, reach=30))

    assert before == [word for word in found if word in before]
    assert before[-1] == found[-1]


def test_words_after_end_with_the_clause() -> None:
    """What stands behind a comma belongs to another clause."""
    given = mention("300左右，以上", "300")

    assert ["左右"] == texts(given.document, words_after(given, reach=10))


def test_a_word_is_not_cut_out_of_a_longer_one() -> None:
    """The reach may begin inside a word: "up" in "startup" is none."""
    given = mention("the startup 300", "300")

    assert [] == texts(given.document, words_in(given.document, Span(9, 12)))


def test_clause_is_cut_at_its_reach() -> None:
    """A text without stops stays linear."""
    given = mention("人" * 500 + "300" + "人" * 500, "300")

    assert 123 == len(clause(given))
