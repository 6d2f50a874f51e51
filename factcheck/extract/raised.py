"""Raised and lowered digits: the mark of a note (1,234<sup>1</sup>), the power of a unit (30 km<sup>2</sup>), part of a formula (CO<sub>2</sub>).

None of them is a figure. The power of ten is left alone: of 10<sup>6</sup> both numbers are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.document import Mask, Span
from factcheck.lexicon import Unit, units
from factcheck.pattern import lazy_pattern

RAISED = lazy_pattern(
    r"""
      <su[pb]\b[^<>]{0,80}>(?:<a\b[^<>]{0,200}>)?[(\[]?(?P<mark>[0-9]{1,3})[)\]]?(?:</a>)?</su[pb]>     # <sup><a href="#n2">[2]</a></sup>
    | <a\b[^<>]{0,200}\bdoc-noteref\b[^<>]{0,200}>(?P<reference>[0-9]{1,3})</a>                          # <a role="doc-noteref">3</a>
    """,
    re.VERBOSE | re.IGNORECASE,
)
POWER = lazy_pattern(r"<sup>(?P<power>[23])</sup>")
POWERS = {"2": "²", "3": "³"}
TEN = lazy_pattern(r"(?<![0-9.,])10\Z")


def find_raised(text: str) -> Iterator[Mask]:
    """The digits of a text that are raised or lowered and state no number."""
    if "</" not in text:
        return
    for match in RAISED.finditer(text):
        if TEN.search(text, max(0, match.start() - 3), match.start()) is None:
            yield Mask(Span(*match.span(match.lastgroup or 0)), "raised")


def raised_unit(folded: str, end: int, unit: Unit) -> tuple[Unit, int]:
    """A unit with the power that stands raised behind it, and where it ends: the square kilometres of km<sup>2</sup>."""
    match = POWER.match(folded, end)
    squared = units().get(unit.name + POWERS[match["power"]]) if match is not None else None
    return (squared, match.end()) if match is not None and squared is not None else (unit, end)
