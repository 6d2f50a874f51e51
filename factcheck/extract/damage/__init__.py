"""Damaged figures of a text: every family of damage that shows in the figure itself, each figure under one of them.

The families look at the folded text one after another; where two claim the same digits, the one that comes first in `FAMILIES`
has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from factcheck.document import Span
from factcheck.extract.damage.damaged import Damaged
from factcheck.extract.damage.digit_token import find_tokens
from factcheck.extract.damage.digit_token_date import find_token_dates
from factcheck.extract.damage.glued import find_glued_numbers, find_literal_scale_words
from factcheck.extract.damage.grouping import find_broken_grouping, find_lost_zeros
from factcheck.extract.damage.letters import find_lookalikes
from factcheck.extract.damage.placeholder import find_placeholders
from factcheck.extract.damage.restored import find_restored_dates, find_restored_figures
from factcheck.extract.damage.sign import find_lost_superscripts, find_spoilt_signs
from factcheck.extract.damage.split import find_doubtful_splits, find_splits
from factcheck.extract.damage.split_date import find_split_dates
from factcheck.extract.damage.words import Page
from factcheck.extract.damage.year import find_impossible_years

__all__ = ["Damaged", "find_damage"]

FAMILIES: tuple[Callable[[Page], Iterable[Damaged]], ...] = (
    find_restored_dates,
    find_token_dates,
    find_restored_figures,
    find_tokens,
    find_placeholders,
    find_impossible_years,
    find_broken_grouping,
    find_spoilt_signs,
    find_literal_scale_words,
    find_lookalikes,
    find_lost_superscripts,
    find_split_dates,
    find_splits,
    find_lost_zeros,
    find_glued_numbers,
)
# Damage that proves a page to be rewritten by a program that mishandles the digit 1.
WITNESSES = frozenset(["digit-token", "placeholder", "impossible-year"])
CELL = 256  # taken places are looked up by cells of this many code points, so that a long text costs no more per figure


def find_damage(folded: str) -> list[Damaged]:
    """Every damaged figure of a folded text in reading order, none overlapping another.

    On a page that other damage proves to be rewritten, two numbers with a blank before a 1 are taken for one.
    """
    page = Page(folded)
    found = [damaged for family in FAMILIES for damaged in family(page)]
    if any(damaged.family in WITNESSES or _is_torn_year(damaged) for damaged in found):
        found += find_doubtful_splits(page)
    return sorted(_apart(found), key=lambda damaged: damaged.span)


def _is_torn_year(damaged: Damaged) -> bool:
    return damaged.family == "split-number" and damaged.kind == "date"


def _apart(candidates: Iterable[Damaged]) -> Iterator[Damaged]:
    """The first of every set of figures that claim the same place."""
    taken: dict[int, list[Span]] = {}
    for damaged in candidates:
        cells = range(damaged.span.start // CELL, damaged.span.end // CELL + 1)
        if any(damaged.span.overlaps(span) for cell in cells for span in taken.get(cell, ())):
            continue
        for cell in cells:
            taken.setdefault(cell, []).append(damaged.span)
        yield damaged
