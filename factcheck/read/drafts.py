"""Which files are meant: a file, a folder with all drafts in it, a pattern such as `drafts/**/*.md`, `-` for standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from pathlib import Path

from factcheck.messages import say
from factcheck.read.encoding import ReadError, unopened

# What a folder is searched for; a file that is named is read whatever its suffix.
SUFFIXES = (".md", ".markdown", ".txt", ".html", ".htm", ".docx", ".pdf", ".xlsx", ".csv", ".tsv", ".srt", ".vtt", ".tex", ".ipynb")
STANDARD_INPUT = "-"
# Folders that hold other people's texts.
SKIPPED = frozenset({"node_modules", "__pycache__", "venv"})


def find_drafts(paths: Iterable[str]) -> tuple[list[str], list[ReadError]]:
    """The paths of the drafts that are meant, each file once, in the order given (a folder's by name); and what is meant in vain."""
    found: dict[str, str] = {}
    errors: list[ReadError] = []
    for path in paths:
        try:
            for meant in _meant(path, errors):
                # "a.md" and "./a.md" are one draft: taken for two, each of its figures would be confirmed by itself.
                found.setdefault(meant if meant == STANDARD_INPUT else os.path.realpath(meant), meant)
        except ReadError as error:
            errors.append(error)
    return list(found.values()), errors


def _meant(path: str, errors: list[ReadError]) -> list[str]:
    if not path:
        raise ReadError('""', say("expected a path, found an empty one"), say("name a file or a folder"))
    # Path.is_file raises where a folder on the way may not be entered; reading tells what is wrong with such a path.
    if path == STANDARD_INPUT or os.path.isfile(path):  # noqa: PTH113
        return [path]
    if os.path.isdir(path):  # noqa: PTH112
        return _in_folder(path, errors)
    # A file may be called "[1].md": only what is no path is a pattern.
    if glob.has_magic(path) and not os.path.lexists(path):
        # Path.glob takes no pattern that begins at the root or with "..".
        matches = sorted(match for match in glob.glob(path, recursive=True) if Path(match).is_file())  # noqa: PTH207
        if not matches:
            raise ReadError(path, say("no file matches the pattern"), say("check the path"))
        return matches
    return [path]


def _in_folder(folder: str, errors: list[ReadError]) -> list[str]:
    """The drafts of a folder; the folders in it that cannot be listed are added to `errors`. Raises ReadError where there is none."""

    def unlisted(error: OSError) -> None:
        errors.append(unopened(error.filename, error))

    found, met = [], len(errors)
    for place, folders, files in os.walk(folder, onerror=unlisted):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED)
        found += [str(Path(place, name)) for name in sorted(files) if name.lower().endswith(SUFFIXES) and not name.startswith(".")]
    if not found and len(errors) == met:
        raise ReadError(folder, say("expected a folder with drafts, found none"), say("name the files in it that are to be read"))
    return found
