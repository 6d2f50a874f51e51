"""What a reader of a page can do beyond reading, as markup that the page puts in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.document import Document
from factcheck.finding import Finding, Fix


@dataclass(frozen=True, slots=True)
class Actions:
    """Links and buttons for a draft, for a finding, and for one of its repairs."""

    draft: Callable[[Document], str] = lambda _: ""
    finding: Callable[[Finding], str] = lambda _: ""
    repair: Callable[[Finding, Fix], str] = lambda _finding, _fix: ""


# A page that is only read.
READING = Actions()
