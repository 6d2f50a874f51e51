"""The noun that a clause opens with, at its place, and what stands behind it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from factcheck.document import Span

# What ends the noun: it is said of it, or measures it.
BEHIND = frozenset({"measure", "scope", "change", "basis", "join", "part", "hedge", "time", "sense.negation", "sense.target"})
Closing = Literal["measure", "of", "having", "verb", "report", "word"]


class Head(NamedTuple):
    """The noun at its place, what stands behind it, and whether it opens with a word such as 该 or "the" that points at it.

    `closed` is None where nothing but a figure or the end of the clause ends it: it may as well be what is measured, or a verb.
    """

    span: Span
    closed: Closing | None
    definite: bool
