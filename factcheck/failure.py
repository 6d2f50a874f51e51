"""An unforeseen error as one line: what it is, and where in the code it was raised."""

from __future__ import annotations

import traceback
from pathlib import Path


def told(error: Exception) -> str:
    """`KeyError: 'a' (growth.py:31)`."""
    words = " ".join(f"{type(error).__name__}: {error}".split())
    frames = traceback.extract_tb(error.__traceback__)
    return f"{words} ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else words
