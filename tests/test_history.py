"""`check --diff REV`: what an edit left behind, with git as the memory."""

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli import commands

OLD = "The archive holds 41,200 letters.\n\nAll 41,200 letters have been scanned.\n"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *arguments: str) -> None:
    """A git command in a repository of the test's own."""
    identity = ("-c", "user.name=factcheck", "-c", "user.email=factcheck@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft in a repository, committed once."""
    file = tmp_path / "draft.md"
    file.write_text(OLD, encoding="utf-8")
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "the first version")
    return file


def run(*arguments: str):
    """One run of the command line."""
    return CliRunner().invoke(commands, arguments, standalone_mode=False)


def test_a_twin_left_behind_is_found(draft):
    """The untouched figure is found, and the change that should have reached it is named."""
    draft.write_text(OLD.replace("41,200", "43,500", 1), encoding="utf-8")
    result = run("check", str(draft), "--diff", "HEAD", "--fail-on", "warning")

    assert 1 == result.return_value
    assert "consistency/partial-update" in result.output
    assert 'draft.md:1 was changed from "41,200 letters" to "43,500 letters"' in result.output


def test_a_twin_in_another_file_is_found(draft):
    """Files are one set: a figure changed in one is looked for in the others."""
    other = draft.with_name("other.md")
    other.write_text("We keep 41,200 letters in all.\n", encoding="utf-8")
    git(draft.parent, "add", ".")
    git(draft.parent, "commit", "-m", "another file")
    draft.write_text(OLD.replace("41,200", "43,500"), encoding="utf-8")

    assert "other.md:1" in run("check", str(draft), str(other), "--diff", "HEAD").output


def test_a_whole_change_is_silent(draft):
    """Where every twin was changed, or nothing was, there is nothing to say."""
    assert "no findings" in run("check", str(draft), "--diff", "HEAD").output
    draft.write_text(OLD.replace("41,200", "43,500"), encoding="utf-8")

    assert "no findings" in run("check", str(draft), "--diff", "HEAD").output


def test_a_new_file_has_no_earlier_version(draft):
    """A file that the revision does not have is checked like any other."""
    new = draft.with_name("new.md")
    new.write_text(OLD, encoding="utf-8")

    assert 0 == run("check", str(new), "--diff", "HEAD").return_value


def test_before_the_first_commit_there_is_no_earlier_version(tmp_path):
    """A hook that compares with HEAD lets the first commit of a repository through."""
    (tmp_path / "draft.md").write_text(OLD, encoding="utf-8")
    git(tmp_path, "init")
    result = run("check", str(tmp_path / "draft.md"), "--diff", "HEAD")

    assert 0 == result.return_value
    assert "no findings" in result.output


@pytest.mark.parametrize("revision", ["nowhere", "--help", "-x"])
def test_an_unknown_revision_is_told(draft, revision):
    """A revision that does not exist is one plain line, and the run did not pass."""
    result = run("check", str(draft), f"--diff={revision}")

    assert 2 == result.return_value
    assert "is no revision of the git repository" in result.output


def test_outside_a_repository_it_is_told(tmp_path, monkeypatch):
    """Without a repository there is no earlier version; the message says so in one line."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    file = tmp_path / "draft.md"
    file.write_text(OLD, encoding="utf-8")
    result = run("check", str(file), "--diff", "HEAD")

    assert 2 == result.return_value
    assert "is in no git repository" in result.output
