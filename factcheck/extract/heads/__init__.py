"""The noun that a clause opens with, as its subject: 韩国电影 in 韩国电影在本国市场的占有率, the cohort of "The cohort consisted of".

A clause that opens with a noun of its own is of that noun, and of no name that stands elsewhere. What the noun is cannot be told from
its words; where it ends can: before a verb, a measure, a preposition, a time or a figure. What opens otherwise has no head.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.document import Span
from factcheck.extract.heads.attributives import attributive
from factcheck.extract.heads.beginnings import opened
from factcheck.extract.heads.han import han_head
from factcheck.extract.heads.latin import latin_head
from factcheck.extract.heads.opening_noun import Closing, Head
from factcheck.extract.prepared import Prepared
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

ANY_HAN = lazy_pattern(r"[\u3400-\u9fff]")
LONGEST = 24

__all__ = ["Closing", "Head", "attributive", "head", "opened"]


def head(prepared: Prepared, clause: Span, mentions: Mapping[int, Mention]) -> Head | None:
    """The noun that a stretch opens with, None where it opens with something else. `mentions` are those of its document by start."""
    start = opened(prepared, clause, mentions)
    if start >= clause.end:
        return None
    if ANY_HAN.search(prepared.folded, start, min(clause.end, start + LONGEST)) is None:
        said = prepared.folded.rfind(" that ", start, clause.end)
        start = start if said < 0 else said + len(" that ")  # it found that the cohort had 300 members
        return latin_head(prepared, start, clause.end)
    return han_head(prepared, Span(start, clause.end), mentions)
