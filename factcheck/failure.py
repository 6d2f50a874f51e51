"""Errors as one line: what the system refused, and what nobody foresaw."""

from __future__ import annotations

import traceback
from pathlib import Path

from factcheck.messages import Said, say

# What keeps a file from being opened or written, by the error that says so; any other is told in the system's words.
REASONS: dict[type[Exception], Said] = {
    PermissionError: say("permission denied"),
    FileNotFoundError: say("no such file or folder"),
    IsADirectoryError: say("it is a folder"),
    NotADirectoryError: say("what stands before it in the path is no folder"),
}


def reason(error: Exception) -> str:
    """Why a file cannot be opened or written."""
    return REASONS.get(type(error)) or getattr(error, "strerror", None) or str(error)


def told(error: Exception) -> str:
    """`KeyError: 'a' (growth.py:31)`."""
    words = " ".join(f"{type(error).__name__}: {error}".split())
    frames = traceback.extract_tb(error.__traceback__)
    return f"{words} ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else words
