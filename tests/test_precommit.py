"""The pre-commit hook, installed from this repository as a user's pre-commit would: a good draft passes, a bad one does not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHIPPED = ("factcheck", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
GOOD = "2021年营收由136亿元增长48.3%至202亿元。\n"
BAD = "Revenue grew 48.3% from 13.6 billion yuan to 23.2 billion yuan.\n"
OFFLINE = ("Temporary failure in name resolution", "NewConnectionError", "No matching distribution found", "Connection refused")

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=factcheck", "-c", "user.email=factcheck@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def hook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that holds what this one ships."""
    folder = tmp_path_factory.mktemp("hook")
    for name in SHIPPED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "what is shipped")
    return folder


def test_try_repo(hook: Path, tmp_path: Path) -> None:
    """`pre-commit try-repo` fails on the bad draft, shows its finding, and says nothing of the good one."""
    for name, text in {"good.md": GOOD, "bad.txt": BAD, "code.py": f"# {BAD}"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PYTHONPATH"))}
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(hook), "factcheck", "--all-files", "--color", "never"]
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    said = ran.stdout + ran.stderr
    if any(sign in said for sign in OFFLINE):
        pytest.skip("the hook's dependencies cannot be installed here")

    assert ran.returncode == 1, said
    assert "bad.txt:1:14: error arithmetic/growth" in said
    assert "in 2 documents" in said, "both drafts are checked in one run, and no other file is"
    assert "good.md:" not in said
