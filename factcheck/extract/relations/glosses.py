"""Figures glossed in brackets: the same amount in another language, another unit, or more exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind
from factcheck.lexicon import units
from factcheck.pattern import lazy_pattern

# （12亿元, "(or 12", "(i.e., 12"
OPENS = lazy_pattern(r"[ ]?[（(\[][ ]?(?:或|即|约|or|about|i\.e\.,?|some)?[ ]?")
# "48 km)", 48 in "(48-kilometer-tall)"; but 5 ft in "(5 ft 11 in)" does not close its bracket.
CLOSES = lazy_pattern(r"[ ]?[^（()）\n0-9]{0,12}[）)\]]")
# How many code points a noun between figure and bracket may have: 超三成受访者（31.2%）.
NOUN = 16


def glosses(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """1.2 billion yuan (12亿元); 5英里（8公里）; 超三成受访者（31.2%）."""
    for first, second in pairwise(casts):
        if _bracketed(prepared, first, second) and _glossable(first, second):
            yield Relation("gloss", {"figure": (bind(first),), "gloss": (bind(second),)})


def _bracketed(prepared: Prepared, first: Cast, second: Cast) -> bool:
    folded = prepared.folded
    between = folded[first.mention.span.end : second.mention.span.start]
    opens = max(between.rfind("("), between.rfind("（"))
    if not 0 <= opens <= NOUN or any(mark in between[:opens] for mark in ",，。;；)）"):
        return False
    return OPENS.fullmatch(between, opens) is not None and CLOSES.match(folded, second.mention.span.end) is not None


def _glossable(first: Cast, second: Cast) -> bool:
    """Whether the figure in brackets can be the one in front of them: of one unit, or of one physical dimension."""
    one, other = first.mention, second.mention
    if one.kind != other.kind and {one.kind, other.kind} != {"money", "count"}:
        return False
    known = units()
    if one.kind == "measure" and one.unit in known and other.unit in known:
        return known[one.unit].dimension == known[other.unit].dimension
    # A bare number counts what the figure counts, 130,000 doctors (128,450), and so does one with its classifier, 300家门店（287家）.
    tail = other.document.text[other.number.end : other.span.end]
    same = one.document.text[one.number.end : one.span.end].startswith(tail)
    return one.unit == other.unit or (one.kind == other.kind == "count" and (not tail or same))
