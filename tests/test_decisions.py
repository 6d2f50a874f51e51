"""Damaged figures decided one by one: a corrected copy, a record of each decision, and the draft as it was."""

import json
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import factcheck
from factcheck.cli.repairing import repair
from factcheck.decisions import again, corrected, damaged, first

DRAFT = "The park has 65,438+07 lakes.\nIt opens 65438+1October 6.\nThe list goes 3, 5, /kloc.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs `repair` in a folder with a draft."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")

    def command(line: str, *, typed: str = "") -> Result:
        monkeypatch.setattr(sys, "argv", ["factcheck"])
        return CliRunner().invoke(repair, shlex.split(line), input=typed, standalone_mode=False)

    return command


def rows(name: str) -> list[dict[str, str]]:
    """The record of a copy."""
    return json.loads(Path(f"{name}.decisions.json").read_text(encoding="utf-8"))


def test_the_first_reading_of_each_is_taken(run: Callable[..., Result]) -> None:
    """Without asking, each figure that can be read is; one that is cut off is left, and the exit status says so."""
    result = run("draft.md --accept first")

    assert 1 == result.return_value
    assert "The park has 17 lakes.\nIt opens January 6.\nThe list goes 3, 5, /kloc.\n" == Path("draft.repaired.md").read_text()
    assert DRAFT == Path("draft.md").read_text()
    assert ["write 17", "write January 6", None] == [row["chosen"] for row in rows("draft.repaired.md")]


def test_the_editor_is_asked(run: Callable[..., Result]) -> None:
    """The editor chooses by number, leaves one, or stops; what is behind that is left."""
    run("draft.md --output copy.md", typed="s\n2\nq\n")

    assert "The park has 65,438+07 lakes.\nIt opens October 6.\nThe list goes 3, 5, /kloc.\n" == Path("copy.md").read_text()
    assert [(None, None), ("write October 6", "editor"), (None, None)] == [(row["chosen"], row["by"]) for row in rows("copy.md")]


def test_a_record_decides_again(run: Callable[..., Result]) -> None:
    """The record of one run decides the next, also where lines have moved."""
    run("draft.md --output copy.md", typed="1\n2\nq\n")
    Path("draft.md").write_text("A line in front.\n" + DRAFT, encoding="utf-8")
    run("draft.md --output next.md --decisions copy.md.decisions.json")

    assert "A line in front.\n" + Path("copy.md").read_text() == Path("next.md").read_text()
    assert {"copy.md.decisions.json"} == {row["by"] for row in rows("next.md") if row["chosen"]}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("draft.md --accept first --output draft.md", "would take the place of the draft"),
        ("draft.md --accept first --decisions x.json", "choose one"),
        ("draft.md --decisions draft.md", "expected a record of decisions"),
        ("none.md --accept first", "no such file"),
    ],
)
def test_what_cannot_be_done_is_told(run: Callable[..., Result], capfd: pytest.CaptureFixture[str], line: str, words: str) -> None:
    """A mistake is one line and exit status 2; nothing is written, and the draft stays."""
    result = run(line)

    assert 2 == result.return_value
    assert words in result.stderr
    assert DRAFT == Path("draft.md").read_text()
    assert not list(Path().glob("*.repaired*"))


def test_no_two_decisions_edit_one_place() -> None:
    """Of two findings that would edit the same words only one is offered, and every offer can be made at once."""
    document = factcheck.Document(
        "By June 30th, 20021year it reached1090,000, up 1 1% on 65438+07 of more than130,000 in 20 19 at 9oC."
    )
    found = list(damaged(factcheck.check(document, select=["garble"]).findings))
    text = corrected(document, map(first, found))

    assert "By June 30th, 2021 it reached10.9 million, up 11% on 17 of more than 130,000 in 2019 at 9 °C." == text
    assert [None] * len(found) == [again(finding, [], by="none").chosen for finding in found]
