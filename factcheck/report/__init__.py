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
}


def renderer(name: str) -> Callable[[Report], str]:
    """What makes a report in a format; the formats nobody asked for are not imported."""
    render: Callable[[Report], str] = import_module(f"factcheck.report.{FORMATS[name]}").render
    return render
