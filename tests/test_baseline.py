"""A baseline: findings of before are known again when lines move, and anything new counts."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Document, check
from factcheck.baseline import Baseline, BaselineError, aged

FALSE = (
    "营收由100.0亿元增长20.0%至130.0亿元。",
    "门店由400家增长50.0%至500家。",
    "Sales rose 20.0% from 100.0 million yuan to 150.0 million yuan.",
)


def draft(text: str, folder: Path, name: str = "a.md") -> Document:
    return Document(text, name=str(folder / name))


def states(document: Document, baseline: Baseline) -> list[str | None]:
    report = check(document, baseline=baseline.knows, select=["arithmetic"])
    return [finding.silence.by if finding.silence else None for finding in report.findings]


def test_known_findings_do_not_count(tmp_path: Path) -> None:
    """Those written down are marked, a new one counts, and they keep their day."""
    known = Baseline(tmp_path / "b.json").taking(check(draft(FALSE[0], tmp_path)).findings, since="2026-01-01")
    document = draft(f"{FALSE[0]}\n{FALSE[1]}", tmp_path)
    later = known.taking(check(document).findings, since="2026-02-01")

    assert ["baseline", None] == states(document, known)
    assert ["2026-01-01", "2026-02-01"] == [entry.since for entry in aged(later.entries)]


def test_the_same_sentence_in_another_document_is_new(tmp_path: Path) -> None:
    """What was put up with in one file is no licence for the next."""
    known = Baseline(tmp_path / "b.json").taking(check(draft(FALSE[0], tmp_path)).findings)

    assert [None] == states(draft(FALSE[0], tmp_path, "b.md"), known)


def test_what_a_comment_silences_needs_no_entry(tmp_path: Path) -> None:
    """A baseline is made of the findings that count."""
    report = check(draft(f'{FALSE[0]} <!-- factcheck: ignore[arithmetic] reason="x" -->', tmp_path))

    assert () == Baseline(tmp_path / "b.json").taking(report.findings).entries


def test_absent_entries_are_those_of_documents_looked_at(tmp_path: Path) -> None:
    """Mended findings and files that are gone; a file that was not read says nothing."""
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("", encoding="utf-8")
    documents = [draft(FALSE[0], tmp_path, name) for name in ("a.md", "b.md", "gone.md")]
    known = Baseline(tmp_path / "b.json").taking(check(documents, select=["arithmetic"]).findings)
    absent = known.absent((), [str(tmp_path / "a.md")])

    assert ["a.md", "gone.md"] == [entry.document for entry in absent]
    assert ["b.md"] == [entry.document for entry in known.without(absent).entries]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(["今天天气不错。", "# 标题", "", "The weather was fine.", "> 引文", "- 一项"]), max_size=6),
    st.lists(st.sampled_from(["后记。", "", "End."]), max_size=4),
    st.sampled_from(FALSE),
)
def test_a_finding_survives_edits_elsewhere(before: list[str], after: list[str], sentence: str) -> None:
    """Lines put in before and behind a finding leave it known."""
    known = Baseline(Path("b.json")).taking(check(Document(sentence, name="a.md"), select=["arithmetic"]).findings)
    moved = Document("\n\n".join([*before, sentence, *after]), name="a.md")

    assert ["baseline"] == states(moved, known)


def test_a_baseline_is_written_and_read(tmp_path: Path) -> None:
    """What is read is what was written, and the bytes do not depend on the order."""
    documents = [draft("\n".join(FALSE), tmp_path)]
    known = Baseline(tmp_path / "b.json").taking(check(documents, select=["arithmetic"]).findings, since="2026-01-01")
    known.write()

    assert known == Baseline.load(tmp_path / "b.json")
    assert known.text() == Baseline(known.path, known.entries[::-1]).text()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "found no JSON"),
        ("[]", "found other JSON"),
        ('{"version": 2, "findings": []}', "a baseline of version 1"),
        ('{"version": 1, "findings": [{"document": "a"}]}', "finding 1"),
    ],
)
def test_a_broken_baseline_is_told(tmp_path: Path, content: str, said: str) -> None:
    """In one line, with the file and what was expected."""
    path = tmp_path / "b.json"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(BaselineError, match=said) as error:
        Baseline.load(path)
    assert str(path) in str(error.value)
    assert 1 == len(str(error.value).splitlines())
