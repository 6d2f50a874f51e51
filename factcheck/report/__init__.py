"""Reports: one file a format. A report says what was found, and also what was not looked at."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.engine import Report

# The name of a format, and the module whose `render` makes it.
FORMATS = {
    "text": "text",
    "json": "rows",
    "sarif": "sarif",
    "github": "github",
    "rdjsonl": "reviewdog",
    "junit": "junit",
    "gitlab": "gitlab",
    "html": "html",
    "sheet": "sheet.markdown",
    "dossier": "dossier.markdown",
}
# What a format becomes in a file whose name ends so.
ENDINGS = {
    ("sheet", ".md"): "sheet.markdown",
    ("sheet", ".txt"): "sheet.markdown",
    ("sheet", ".csv"): "sheet.comma",
    ("sheet", ".html"): "sheet.page",
    ("sheet", ".htm"): "sheet.page",
    ("dossier", ".md"): "dossier.markdown",
    ("dossier", ".txt"): "dossier.markdown",
    ("dossier", ".html"): "dossier.page",
    ("dossier", ".htm"): "dossier.page",
    ("dossier", ".json"): "dossier.rows",
    ("dossier", ".jsonl"): "dossier.rows",
}


def endings_of(name: str) -> list[str]:
    """How the name of a file with a report in a format may end, where the ending says what becomes of it; any other way where none is listed."""
    return [ending for form, ending in ENDINGS if form == name]


def renderer(name: str, *, ending: str = "") -> Callable[[Report], str]:
    """What makes a report in a format, for a file whose name ends so; the formats nobody asked for are not imported."""
    module = ENDINGS.get((name, ending.lower()), FORMATS[name])
    render: Callable[[Report], str] = import_module(f"factcheck.report.{module}").render
    return render
