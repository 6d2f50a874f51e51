"""Reading: a file becomes a Document, its text exactly as the file holds it.

One module a format; each says which stretches are no prose (masks) and what belongs together (blocks).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from factcheck.document import Document
from factcheck.read.drafts import STANDARD_INPUT, find_drafts
from factcheck.read.encoding import ReadError, decode
from factcheck.read.html import read_html
from factcheck.read.markdown import read_markdown
from factcheck.read.text import read_text

__all__ = ["ReadError", "find_drafts", "read", "read_bytes"]

READERS = {".md": read_markdown, ".markdown": read_markdown, ".html": read_html, ".htm": read_html}


def read(path: str | os.PathLike[str]) -> Document:
    """The document of a file, or of standard input for `-`. Its name is the path as given.

    UTF-8 (with or without a mark) or GB18030; Markdown and HTML by their suffix, plain text otherwise. Raises ReadError, a single
    line, for what cannot be read.
    """
    name = os.fspath(path)
    if not isinstance(name, str):
        raise TypeError(f"expected a path as str or Path, got {type(name).__name__}")
    return read_bytes(_content(name), name=name)


def read_bytes(content: bytes, *, name: str) -> Document:
    """The document of a file's bytes; the suffix of the name tells the format. Raises ReadError."""
    text = decode(content, name=name)
    return READERS.get(Path(name).suffix.lower(), read_text)(text, name)


def _content(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    path = Path(name)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError(name, "no such file", "check the path") from None
    except IsADirectoryError:
        raise ReadError(name, "expected a file, found a folder", "name a file in it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReadError(name, f"cannot be opened ({reason})", "check the path and its permissions") from None
