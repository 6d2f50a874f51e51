"""The earlier versions of drafts, as git keeps them: what `check --diff REV` starts from."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from factcheck.document import Document
from factcheck.messages import say
from factcheck.read import ReadError, read_bytes


class HistoryError(ValueError):
    """There is no git, no repository, or no such revision; the message is one line."""


def with_earlier(documents: Iterable[Document], revision: str) -> list[Document]:
    """The documents, each with its version at a revision where it has one there; standard input and new files have none.

    A version that cannot be read is none. Raises HistoryError.
    """
    return [replace(document, earlier=_version(document, revision)) for document in documents]


def ledger_files(folder: Path, revision: str) -> dict[str, bytes]:
    """The TOML files of a ledger's folder at a revision, by their names. Raises HistoryError."""
    here, asking = folder if folder.is_dir() else folder.parent, f'claims diff: "{revision}" is no folder'
    listed = None if revision.startswith("-") else _git(here, ["ls-tree", "-r", "-z", "--name-only", revision, "--", "."], asking)
    if listed is None:
        raise HistoryError(f"{asking}, and no revision of the git repository of {folder}")
    names = sorted(name for name in listed.decode("utf-8", "surrogateescape").split("\0") if name.endswith(".toml"))
    wanted = [name for name in names if folder.is_dir() or name == folder.name]
    found = {name: _git(here, ["show", f"{revision}:./{name}"], asking) for name in wanted}
    return {f"{revision}:{(here / name).as_posix()}": content for name, content in found.items() if content is not None}


def _version(document: Document, revision: str) -> Document | None:
    path = Path(document.name)
    if not path.is_file():
        return None
    folder = path.resolve().parent
    if revision.startswith("-") or _git(folder, ["rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"]) is None:
        if _git(folder, ["rev-list", "--max-count=1", "--all"]) == b"":
            return None  # nothing was ever committed: a hook runs before the first commit too
        raise HistoryError(
            say('--diff: "{revision}" is no revision of the git repository of {path}', revision=revision, path=str(path))
        )
    content = _git(folder, ["show", f"{revision}:./{path.name}"])
    try:
        return None if content is None else read_bytes(content, name=document.name)
    except ReadError:
        return None


def _git(folder: Path, arguments: Sequence[str], asking: str = "--diff") -> bytes | None:
    """What a git command writes, None where it fails. Raises HistoryError where there is no repository to ask."""
    import subprocess

    try:
        ran = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"}
        )
    except FileNotFoundError:
        raise HistoryError(say("{asking}: git is not installed, and earlier versions are read from it", asking=asking)) from None
    if ran.returncode and b"not a git repository" in ran.stderr:
        raise HistoryError(
            say("{asking}: {folder} is in no git repository, so there is no earlier version", asking=asking, folder=str(folder))
        )
    return None if ran.returncode else ran.stdout
