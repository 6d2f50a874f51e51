"""What the command line says to a terminal, a file or another program: text, problems, a bar."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

import click

from factcheck.failure import reason
from factcheck.messages import Language, Said, in_language, say
from factcheck.report.excerpt import shortened, width

# Fewer files than this are checked before a bar is drawn.
MANY = 20
# Columns that a cell of a list takes at most.
LONGEST_CELL = 40


class Problems:
    """What could not be done: each is told in one line on standard error when it is met, and what can be done is done."""

    def __init__(self, language: Language | None = None) -> None:
        self.met = False
        self.language: Language = language or "en"

    def tell(self, problem: Exception | str) -> None:
        """Tell a problem; one that has several lines is several."""
        self.met = True
        if isinstance(problem, OSError) and problem.filename is not None:
            problem = say("{path}: cannot be written: {reason}", path=problem.filename, reason=reason(problem))
        elif isinstance(problem, Exception) and problem.args and isinstance(problem.args[0], Said):
            problem = problem.args[0]  # str of an error loses what else its words can be said in
        for line in (in_language(problem, self.language) if isinstance(problem, str) else str(problem)).splitlines():
            click.echo(f"factcheck: {line}", err=True)


def coloured(stream: TextIO) -> bool:
    """Whether to colour: on a terminal, unless NO_COLOR is set (no-color.org) or the terminal is dumb."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def columns(stream: TextIO) -> int | None:
    """How wide a terminal is, None for a file or another program: what they get does not depend on a window."""
    return shutil.get_terminal_size().columns if stream.isatty() else None


def put(text: str) -> None:
    """Print to standard output: UTF-8 for a file or another program, whatever the locale."""
    if sys.stdout.isatty():
        click.echo(text, nl=False, color=True)
    else:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows as lines whose cells stand below each other, in columns of a terminal; a column in which no row has anything is left out.

    Of a long cell the middle is left out, so that one does not push all others aside; the first, the row's name, stays whole.
    """
    fitted = [[row[0], *(shortened(cell, LONGEST_CELL) for cell in row[1:])] for row in rows]
    widths = [max(map(width, column)) for column in zip(*fitted, strict=True)]
    for row in fitted:
        cells = [cell + " " * (room - width(cell)) for cell, room in zip(row, widths, strict=True) if room]
        yield "  ".join(cells).rstrip()


@contextmanager
def progress(documents: Sequence[object]) -> Iterator[Any]:
    """A bar on standard error, where that is a terminal and there are many files."""
    if len(documents) < MANY or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=len(documents), label="checking", file=sys.stderr) as bar:
        yield lambda _: bar.update(1)
