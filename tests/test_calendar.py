"""The page of calendar words is in the form in which words are looked up."""

import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from factcheck.lexicon import fold
from factcheck.lexicon.calendar import alternatives, calendar, listed, numbered


def words(table: Any) -> Iterator[str]:
    """Every word of nested tables: keys that stand for a number, and entries of lists."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from words(value)
        elif isinstance(value, list):
            yield from value
        elif isinstance(value, int):
            yield name


def test_words_are_lower_case_and_composed() -> None:
    """English words stand in lower case, and every word in NFC without blanks at its ends."""
    for word in words(calendar()):
        assert word == unicodedata.normalize("NFC", word).strip().lower()


@pytest.mark.parametrize(
    "table", [name for name, value in calendar().items() if any(isinstance(part, list) for part in value.values())]
)
def test_lists_hold_no_word_twice(table: str) -> None:
    """A list names each of its words once."""
    for name, value in calendar()[table].items():
        if isinstance(value, list):
            assert sorted(set(value)) == sorted(value), name


def test_tables_are_read_in_folded_form() -> None:
    """The words are handed out as the folded text has them: 乾 of 乾隆 is 干 there."""
    assert fold("乾隆") in numbered("lunar_era")
    assert numbered("month")["may"] == 5
    assert "circa" in listed("hedge", "before")


def test_alternatives_try_the_longest_first() -> None:
    """A word that begins another one does not hide it, and what is special in a pattern is escaped."""
    assert alternatives(["oct", "october", "c."]) == r"october|oct|c\."
