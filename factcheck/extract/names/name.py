"""A name that a document gives to something."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A name at its place. `key` is its folded text, `kind` what it names (company, school, place …), None where its words do not tell.

    `alias_of` is the key of the name that this one is given to: the HT of "the Harbor Trust (HT)".
    """

    start: int
    end: int
    text: str
    key: str
    kind: str | None = None
    alias_of: str | None = None
