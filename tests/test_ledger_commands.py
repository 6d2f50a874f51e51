"""The commands of the ledger, as somebody runs them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import commands
from factcheck.ledger import Ledger

MEMO = "截至2022年12月31日，腾讯员工超过10.8万人。会议有三人参加。\n\nTencent's revenue in 2019 was 377.3 billion yuan.\n"


@pytest.fixture(autouse=True)
def memo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("memo.md").write_text(MEMO, encoding="utf-8")


def run(*arguments: str) -> Result:
    """What `factcheck claims …` does."""
    return CliRunner().invoke(commands, ["claims", *arguments], standalone_mode=False)


def git(*arguments: str) -> None:
    """A git command in the current folder."""
    subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments], check=True, capture_output=True)


def test_claims_are_proposed_and_then_written() -> None:
    """Without --write the entries are only shown; with it they stand in the ledger as they were shown."""
    shown = run("add", "memo.md", "--publisher", "Gazette", "--published", "2023-01-31")

    assert not Path("claims").exists()
    assert "# 2 proposed, 0 in the ledger already, 1 left out\n# 1 × names no subject\n" in shown.output
    written = run("add", "memo.md", "--publisher", "Gazette", "--published", "2023-01-31", "--write")
    assert shown.output.split("\n# 2")[0] == written.output.split("\n# 2")[0]
    (source,) = Ledger.load("claims").sources
    assert ("memo-2023-01-31", "Gazette", "2023-01-31") == (source.id, source.publisher, str(source.published))
    assert "# 0 written, 2 in the ledger already" in run("add", "memo.md", "--write").output


def test_a_line_and_a_subject_can_be_named() -> None:
    """--line takes the figures of one line, --subject says whom nameless figures are about."""
    Path("plain.md").write_text(
        "Revenue in 2021 was 12.6 billion yuan.\n\nRevenue in 2020 was 11.1 billion yuan.\n", encoding="utf-8"
    )
    run("add", "plain.md", "--subject", "Harbour Line", "--line", "3", "--write")

    assert [("Harbour Line", "11.1 billion yuan")] == [(one.subject, one.text) for one in Ledger.load("claims").claims]


def test_a_claim_is_withdrawn() -> None:
    """The claim is no longer listed, and shown with the reason."""
    run("add", "memo.md", "--write")
    done = run("withdraw", "tencent-revenue-2019", "--reason", "restated", "--date", "2024-02-01")

    assert "claims/tencent.toml: tencent-revenue-2019 is withdrawn\n" == done.output
    assert "tencent-revenue-2019" not in run("list").output
    assert "withdrawn_because restated" in run("show", "tencent-revenue-2019").output
    assert 2 == run("withdraw", "tencent-revenue-2018", "--reason", "x", "--date", "2024-02-01").return_value
