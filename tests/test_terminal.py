"""What is said to a terminal, a file or another program."""

import io

import pytest

from factcheck.document import Document
from factcheck.terminal import MANY, Problems, aligned, coloured, columns, progress, put


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "expected"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": ""}, True),
        (io.StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_when_to_colour(stream: io.StringIO, environment: dict, expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, unless the user asked for none."""
    for name in ("TERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert expected is coloured(stream)


def test_only_a_terminal_has_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a file or another program gets does not depend on the width of a window."""
    monkeypatch.setenv("COLUMNS", "72")

    assert 72 == columns(Terminal())
    assert columns(io.StringIO()) is None


@pytest.mark.parametrize(
    ("stream", "count", "shown"), [(Terminal(), MANY, True), (Terminal(), MANY - 1, False), (io.StringIO(), MANY, False)]
)
def test_a_bar_for_many_files_on_a_terminal(stream: io.StringIO, count: int, shown: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few files, or no terminal: no bar, and nothing to be called."""
    monkeypatch.setattr("sys.stderr", stream)
    with progress([Document("3")] * count) as advance:
        assert shown is (advance is not None)
        for _ in range(count if advance else 0):
            advance(Document("3"))

    assert shown is ("checking" in stream.getvalue())
    assert not shown or "100%" in stream.getvalue()


def test_problems_are_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """A problem of two lines is two, and it is remembered that there was one."""
    problems = Problems()

    assert not problems.met
    problems.tell("a.md: empty\nb.md: empty")
    assert problems.met
    assert "factcheck: a.md: empty\nfactcheck: b.md: empty\n" == capsys.readouterr().err


def test_a_file_gets_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not a terminal gets UTF-8 whatever the locale; half of a surrogate pair stops nothing."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr("sys.stdout", stream)
    put("⟦3亿\ud800⟧")

    assert "⟦3亿?⟧".encode() == stream.buffer.getvalue()  # type: ignore[attr-defined]


def test_rows_stand_below_each_other() -> None:
    """A full-width character takes two columns, and a column in which nothing stands none."""
    rows = [["revenue", "营收", "", "12.6亿元"], ["fleet", "ships", "", "40"]]

    assert ["revenue  营收   12.6亿元", "fleet    ships  40"] == list(aligned(rows))
    assert [] == list(aligned([]))


def test_a_file_that_cannot_be_written_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """What the system says of a file is told with the file first and no number of an error."""
    Problems().tell(PermissionError(13, "Permission denied", "claims/a.toml"))

    assert "factcheck: claims/a.toml: cannot be written: permission denied\n" == capsys.readouterr().err
