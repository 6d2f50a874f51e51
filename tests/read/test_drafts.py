"""Which files are meant by a path, a folder, a pattern."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.read import find_drafts


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with drafts, and with what is none."""
    for name in ("b.md", "a.txt", "sub/c.HTML", "sub/d.py", ".git/e.md", "node_modules/f.md", "[1].md", ".hidden.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("3", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["."], ["[1].md", "a.txt", "b.md", "sub/c.HTML"]),
        (["sub/d.py", "sub"], ["sub/d.py", "sub/c.HTML"]),
        (["*.md"], ["[1].md", "b.md"]),
        (["**/*.HTML"], ["sub/c.HTML"]),
        (["[1].md"], ["[1].md"]),
        (["b.md", "./b.md", "sub/../b.md", "b.md"], ["b.md"]),
        (["./b.md", "b.md"], ["./b.md"]),
        (["-", "-"], ["-"]),
        (["-"], ["-"]),
        (["nowhere.md"], ["nowhere.md"]),
    ],
)
def test_what_is_found(folder: Path, paths: list[str], expected: list[str]) -> None:
    """Folders are searched for drafts by suffix; named files are taken as they are; nothing comes twice."""
    found, errors = find_drafts(paths)

    assert (expected, []) == ([Path(name).as_posix() if name != "./b.md" else name for name in found], errors)


def test_what_is_meant_in_vain(folder: Path) -> None:
    """A folder without drafts and a pattern without matches are told, and the rest is found."""
    found, errors = find_drafts(["node_modules/.nothing*", "a.txt", ".git/..", "sub/*.doc"])

    assert "a.txt" in found
    assert ["node_modules/.nothing*", "sub/*.doc"] == [error.path for error in errors]

    _, (error,) = find_drafts([""])
    assert '"": expected a path, found an empty one; name a file or a folder' == str(error)
    (folder / "empty").mkdir()
    _, (error,) = find_drafts(["empty"])
    assert "empty: expected a folder with drafts, found none; name the files in it that are to be read" == str(error)


def test_a_folder_that_may_not_be_listed_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder inside that is closed is no empty one: it is told, and the others are searched."""
    listed = os.scandir

    def closed(path: str) -> Iterator[os.DirEntry[str]]:
        if path.endswith("sub"):
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", closed)
    found, errors = find_drafts([".", "sub"])

    assert ["[1].md", "a.txt", "b.md"] == found
    assert [
        "./sub: cannot be opened (permission denied); check the path and its permissions",
        "sub: cannot be opened (permission denied); check the path and its permissions",
    ] == [str(error) for error in errors]


def test_a_file_behind_a_closed_folder_is_left_to_reading(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a folder may not be entered nothing is known of what is in it."""

    def closed(path: object, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "stat", closed)

    assert (["sub/c.HTML"], []) == find_drafts(["sub/c.HTML"])
