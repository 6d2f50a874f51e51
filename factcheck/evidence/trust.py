"""Which figures their own page makes suspect.

A page with one digit token has been through a program that mishandles every 1, a page with one half group through one that drops zeros:
what else such a page says in the digits concerned may be wrong without showing it. A suspect figure contradicts no sound source; the
sound source corrects it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.finding import Figure, Where, where
from factcheck.mention import Mention

# What proves a page, and the digit that each figure must hold to be suspect by it; None where any figure is.
ONES = ("digit-token", "placeholder", "impossible-year")
ZEROS = ("lost-zeros",)
SUSPECT_DIGIT = {**dict.fromkeys(ONES, "1"), **dict.fromkeys(ZEROS, None)}


class Page(NamedTuple):
    """A page that is proved to be damaged: the figures that prove it, and those that it makes suspect, in reading order."""

    proofs: tuple[Mention, ...]
    suspects: tuple[Mention, ...]


def pages(mentions: Iterable[Mention], *, families: tuple[str, ...]) -> list[Page]:
    """The pages that damage of these families proves, with their suspect figures."""
    by_document: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_document.setdefault(id(mention.document), []).append(mention)
    found = []
    for members in by_document.values():
        proofs = tuple(mention for mention in members if mention.damage in families)
        if proofs:
            digit = SUSPECT_DIGIT[proofs[0].damage or ""]
            found.append(Page(proofs, tuple(mention for mention in members if _is_suspect(mention, digit))))
    return found


def _is_suspect(mention: Mention, digit: str | None) -> bool:
    """Whether a figure that reads well may be spoilt all the same. Names and the numbers of a list are not what a draft states."""
    if mention.damage is not None or mention.kind in ("identifier", "ordinal"):
        return False
    return digit is None or digit in mention.number_text


def suspects(mentions: Iterable[Mention]) -> frozenset[Where]:
    """The suspect figures, each as its document and where it starts; see `is_suspect`."""
    known = list(mentions)
    if not any(mention.damage in SUSPECT_DIGIT for mention in known):
        return frozenset()
    found = (page for families in (ONES, ZEROS) for page in pages(known, families=families))
    return frozenset(where(mention) for page in found for mention in page.suspects)


def is_suspect(figure: Figure, known: frozenset[Where]) -> bool:
    """Whether a figure or a claim is one of the suspects."""
    return where(figure) in known
