"""A file is written whole or not at all."""

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from factcheck import atomic


def test_a_file_is_replaced_with_its_rights(tmp_path: Path) -> None:
    """The new content stands in the old one's place, as readable as it was, and nothing lies beside it."""
    path = tmp_path / "ledger.toml"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)

    atomic.write(path, "新")

    assert "新".encode() == path.read_bytes()
    assert 0o640 == path.stat().st_mode & 0o777
    assert ["ledger.toml"] == [one.name for one in tmp_path.iterdir()]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file behind a link is written, the link is left."""
    path, link = tmp_path / "file", tmp_path / "link"
    path.write_text("old", encoding="utf-8")
    link.symlink_to(path)

    atomic.write(link, b"new")

    assert link.is_symlink()
    assert "new" == path.read_text(encoding="utf-8")


def test_what_is_no_file_is_written_into(tmp_path: Path) -> None:
    """A pipe gets the content and stays a pipe; a device would be lost for every other program."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        atomic.write(path, "新")

        assert "新".encode() == os.read(reader, 100)
    finally:
        os.close(reader)
    assert path.is_fifo()
    assert ["pipe"] == [one.name for one in tmp_path.iterdir()]


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk changes nothing."""
    path = tmp_path / "ledger.toml"
    path.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        atomic.write(path, "new")

    assert "old" == path.read_text(encoding="utf-8")
    assert ["ledger.toml"] == [one.name for one in tmp_path.iterdir()]


def _writing(path: Path) -> None:
    while True:
        for letter in "ab":
            atomic.write(path, letter * 200_000)


def test_killing_the_writer_leaves_a_whole_file(tmp_path: Path) -> None:
    """Whenever the process is killed, one of the two contents stands there."""
    path = tmp_path / "ledger.toml"
    atomic.write(path, "a" * 200_000)
    for wait in (0.11, 0.137, 0.153):
        writer = multiprocessing.get_context("spawn").Process(target=_writing, args=(path,))
        writer.start()
        time.sleep(wait)
        assert writer.pid is not None
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()

        assert path.read_text(encoding="utf-8") in ("a" * 200_000, "b" * 200_000)


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """The error names the file that was asked for, not the one beside it."""
    with pytest.raises(OSError) as raised:
        atomic.write(tmp_path / "nowhere" / "out.csv", "new")

    assert str(tmp_path / "nowhere" / "out.csv") == raised.value.filename
