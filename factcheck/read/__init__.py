"""Reading: a file becomes a Document, its text exactly as the file holds it.

One module a format; each says which stretches are no prose (masks), what belongs together (blocks, tables), and, for a file that is no
plain text, where in it each stretch lies (anchors). A format's module is imported when a file of it is read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from factcheck.document import Document
from factcheck.messages import say
from factcheck.read.drafts import STANDARD_INPUT, find_drafts
from factcheck.read.encoding import ReadError, decode, unopened

__all__ = ["ReadError", "find_drafts", "read", "read_bytes"]

# Files that are text, and files that hold it in a container: the suffix, and the reader as module and function.
TEXTS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".tsv": "csv",
    ".srt": "subtitles",
    ".vtt": "subtitles",
    ".tex": "latex",
    ".ipynb": "notebook",
}
CONTAINERS = {".docx": "docx", ".pdf": "pdf", ".xlsx": "xlsx"}
# Ten times the longest novel: more is data or a dump, and would take minutes.
LARGEST = 16 * 2**20
# A device such as /dev/zero never ends; no document in a container comes near this.
LARGEST_FILE = 256 * 2**20


def read(path: str | os.PathLike[str]) -> Document:
    """The document of a file, or of standard input for `-`. Its name is the path as given.

    The suffix tells the format; what has none that is known is plain text, in UTF-8 (with or without a mark) or GB18030. Raises
    ReadError, a single line, for what cannot be read.
    """
    name = os.fspath(path)
    if not isinstance(name, str):
        raise TypeError(f"expected a path as str or Path, got {type(name).__name__}")
    return read_bytes(_content(name), name=name)


def read_bytes(content: bytes, *, name: str) -> Document:
    """The document of a file's bytes; the suffix of the name tells the format. Raises ReadError."""
    suffix = Path(name).suffix.lower()
    if suffix in CONTAINERS:
        if not content:
            raise ReadError(name, say("expected a document, found an empty file"), say("save the draft, or leave the file out"))
        made: Document = _reader(CONTAINERS[suffix])(content, name)
        if len(made.text) > LARGEST:
            raise ReadError(
                name,
                say("expected at most {most} characters, found {count}", most=f"{LARGEST:,}", count=f"{len(made.text):,}"),
                say("split it"),
            )
        return made
    if len(content) > LARGEST:
        raise ReadError(name, say("expected at most {most} MB of text, found more", most=LARGEST // 2**20), say("split it"))
    read_it: Document = _reader(TEXTS.get(suffix, "text"))(decode(content, name=name), name)
    return read_it


def _reader(form: str) -> Callable[..., Document]:
    reader: Callable[..., Document] = getattr(import_module(f"factcheck.read.{form}"), f"read_{form}")
    return reader


def _content(name: str) -> bytes:
    """A file's bytes, one more than may be read where it is larger than that: standard input and devices do not tell their size."""
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST + 1)
    path = Path(name)
    container = path.suffix.lower() in CONTAINERS
    most = LARGEST_FILE if container else LARGEST
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError:
        raise ReadError(name, say("no such file"), say("check the path")) from None
    except IsADirectoryError:
        raise ReadError(name, say("expected a file, found a folder"), say("name a file in it")) from None
    except (OSError, ValueError) as error:
        raise unopened(name, error) from None
    if container and len(content) > most:
        raise ReadError(name, say("expected at most {most} MB, found more", most=most // 2**20), say("split it"))
    return content
