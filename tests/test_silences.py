"""Silenced findings are kept and marked; what is silenced too much, for nothing or for too long is itself found."""

from pathlib import Path

import pytest

from factcheck import Document, check
from factcheck.registry import CheckError
from factcheck.silences import matches

FALSE = "营收由100.0亿元增长20.0%至130.0亿元。"


def found(text: str, name: str = "a.md", **settings: object) -> list[tuple[str, str | None]]:
    report = check(Document(text, name=name), **settings)
    return [(finding.check, finding.silence.by if finding.silence else None) for finding in report.findings]


@pytest.mark.parametrize("names", ["arithmetic/growth", "arithmetic", "unit,arithmetic/growth"])
def test_a_comment_silences_what_it_names(names: str) -> None:
    """By the check's name or its family's."""
    assert ("arithmetic/growth", "comment") in found(f'{FALSE} <!-- factcheck: ignore[{names}] reason="x" -->')


def test_a_comment_silences_nothing_else() -> None:
    """Neither another check nor another line."""
    assert [("arithmetic/growth", None), ("silence/unused", None)] == sorted(
        found(f'{FALSE} <!-- factcheck: ignore[unit] reason="x" -->')
    )
    assert ("arithmetic/growth", None) in found(f'{FALSE}\n甲。<!-- factcheck: ignore[arithmetic] reason="x" -->')


def test_a_silenced_error_does_not_fail_a_run() -> None:
    """The gravest level is that of the findings that count."""
    assert check(f'{FALSE} <!-- factcheck: ignore[arithmetic] reason="x" -->').worst() is None


def test_an_expired_comment_silences_no_more() -> None:
    """The finding counts again, and the comment is found."""
    text = f'{FALSE} <!-- factcheck: ignore[arithmetic] reason="x" until=2026-10 -->'
    options = {"silence/expired": {"today": "2026-11-01"}}

    assert [("arithmetic/growth", "comment")] == found(text)
    assert [("arithmetic/growth", None), ("silence/expired", None)] == sorted(found(text, options=options))


def test_a_day_is_a_day() -> None:
    """Anything else is a mistake that is told."""
    with pytest.raises(CheckError, match="2027-01-31"):
        check("", options={"silence/expired": {"today": "tomorrow"}})


def test_a_blanket_comment_does_not_silence_what_is_said_of_it() -> None:
    """Otherwise nobody would ever hear of it."""
    said = found(f"{FALSE} <!-- factcheck: ignore -->")

    assert {("arithmetic/growth", "comment"), ("silence/blanket", None), ("silence/unreasoned", None)} == set(said)


def test_a_comment_for_a_check_that_did_not_run_is_not_unused() -> None:
    """Whether it is of use is found out all the same."""
    text = f'{FALSE} <!-- factcheck: ignore[arithmetic] reason="x" -->'

    assert [] == found(text, ignore=["arithmetic"])


def test_per_file_rules() -> None:
    """A pattern of the path silences, and says which it was."""
    report = check(Document(FALSE, name="archive/2020/a.md"), per_file_ignores={"archive/**": ["arithmetic"]})

    assert ["per-file-ignores: archive/**"] == [finding.silence.reason for finding in report.findings if finding.silence]
    assert [("arithmetic/growth", None)] == found(FALSE, per_file_ignores={"archive/**": ["arithmetic"]})


@pytest.mark.parametrize(
    ("path", "pattern", "meant"),
    [
        ("a/b/c.md", "b/*.md", True),
        ("a/b/c.md", "*.md", True),
        ("a/xb/c.md", "b/*.md", False),
        (str(Path("/x/b/c.md")), "b/c.md", True),
    ],
)
def test_patterns(path: str, pattern: str, *, meant: bool) -> None:
    """A pattern means the whole path, or its end from a folder on."""
    assert meant is matches(path, pattern)
