"""Patterns that are tried at some places only find what they find everywhere."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.anchored import matches_at
from factcheck.extract.masks import IDENTIFIERS, MASKS, find_identifiers, find_masks
from factcheck.lexicon import fold

PIECES = [
    *"0123456789.,:/+-°′×@<>&`% 年，",
    "gb/t ", "iso/iec ", "en ", "https://", "ftp://a", "www.", "isbn ", "covid-", "v1.", "xyz", "a@b.c", "24/7", "&#39;",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def test_matches_do_not_overlap() -> None:
    """A place inside a match that was found is passed over."""
    assert ["aa", "aa"] == [match[0] for match in matches_at(re.compile("aa"), "aaaa", range(4))]


@given(TEXTS)
def test_masks_are_found_everywhere(text: str) -> None:
    """Looking only around the marks of masks loses none."""
    folded = fold(text)
    assert [match.span() for match in MASKS.finditer(folded)] == [(mask.span.start, mask.span.end) for mask in find_masks(folded)]


@given(TEXTS)
def test_identifiers_are_found_everywhere(text: str) -> None:
    """Looking only at digits and the words before them loses no identifier, names apart, which are judged by their letters."""
    folded = fold(text)
    found = {(one.span.start, one.span.end, one.name) for one in find_identifiers(folded, set())}
    everywhere = [match for match in IDENTIFIERS.finditer(folded) if match.lastgroup != "named"]
    assert set() == {(match.start(), match.end(), match.lastgroup) for match in everywhere} - found
