"""A fingerprint stays when lines move and changes when what is said changes."""

import re

import pytest

from factcheck.document import Document, Span
from factcheck.extract import extract
from factcheck.finding import Finding
from factcheck.fingerprint import with_fingerprints


def fingerprints(text: str, words: str, *, evidence: int = 1, check: str = "arithmetic/growth") -> list[str]:
    """The fingerprints of findings on each occurrence of some words, resting on the first figures of the text."""
    document = Document(text)
    because = tuple(extract(document)[:evidence])
    findings = [
        Finding(document, Span(*match.span()), "wrong", because, check=check) for match in re.finditer(re.escape(words), text)
    ]
    return [finding.fingerprint for finding in with_fingerprints(findings)]


BEFORE = "营收由3亿元增长5%至9亿元。"


@pytest.mark.parametrize("moved", ["导语。\n\n" + BEFORE, BEFORE + "后来的话。", "  " + BEFORE])
def test_it_stays_when_the_text_around_it_changes(moved: str) -> None:
    """What stands before and after does not matter."""

    assert fingerprints(BEFORE, "增长5%") == fingerprints(moved, "增长5%")


def test_it_is_sixteen_hexadecimal_digits() -> None:
    """Short enough for a comment, long enough to be one's own."""
    (one,) = fingerprints(BEFORE, "增长5%")

    assert re.fullmatch("[0-9a-f]{16}", one)


@pytest.mark.parametrize(
    ("text", "words", "check"),
    [
        ("营收由4亿元增长5%至9亿元。", "增长5%", "arithmetic/growth"),
        ("营收由3亿元增长6%至9亿元。", "增长6%", "arithmetic/growth"),
        (BEFORE, "增长5%", "arithmetic/share"),
    ],
)
def test_it_changes_with_what_is_said(text: str, words: str, check: str) -> None:
    """Another operand, other quoted words or another check is another finding."""

    assert fingerprints(BEFORE, "增长5%") != fingerprints(text, words, check=check)


def test_an_operand_counts_by_what_it_says() -> None:
    """30000万元 and 3亿元 written for each other change nothing; blanks and line ends in the quoted words neither."""

    assert fingerprints("营收由3亿元增长 5%。", "增长 5%") == fingerprints("营收由30000万元增长\n5%。", "增长\n5%")


def test_twice_the_same_is_told_apart() -> None:
    """Two findings that say the same in one document have two fingerprints, the first of them that of a single one."""
    once, twice = fingerprints(BEFORE, "增长5%"), fingerprints(BEFORE + BEFORE, "增长5%")

    assert once[0] == twice[0]
    assert 2 == len(set(twice))
