"""Numbers told by their ten alone: in his mid-20s, in her forties, "temperatures in the high 30s"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.document import Span
from factcheck.extract.anchored import Marks
from factcheck.extract.numerals import Numeral
from factcheck.lexicon.calendar import numbered
from factcheck.pattern import lazy_pattern

TEN = lazy_pattern(r"(?:(?P<digit>[2-9])0['’]?s|(?P<word>[a-z]{3,7}ies))(?![a-z0-9-])")
# "mid-", "early to mid ", in front of the ten
PART_BEFORE = lazy_pattern(r"(?:\b(?:early|low)[ ]to[ ])?\b(?:early|mid|middle|late|low|high|upper)(?:[ ]|-[ ]?)\Z")
OWNER_BEFORE = lazy_pattern(r"\b(?:his|her|their|my|our|your)[ ]\Z")
REACH = 20


@cache
def _marks() -> Marks:
    return Marks(("0s", "0's", "0’s", *numbered("tens")))


def find_tens(folded: str) -> Iterator[Numeral]:
    """The tens of a folded text that name all their numbers. Years told so are read before, as dates; 30s alone are seconds."""
    for place in _marks().places(folded):
        start = place - (folded[place] == "0")
        match = TEN.match(folded, start) if start >= 0 else None
        if match is None or (start and (folded[start - 1].isalnum() or folded[start - 1] in ".,'’")):
            continue
        part = PART_BEFORE.search(folded, max(0, start - REACH), start)
        begin = part.start() if part is not None else start
        owned = OWNER_BEFORE.search(folded, max(0, begin - 6), begin) is not None
        if owned or (part is not None and match["digit"]):
            ten = int(match["digit"] or numbered("tens")[match["word"]]) * 10
            yield Numeral(Span(begin, match.end()), Decimal(ten), 0, "words", Decimal(ten + 9), "about", vague=True)
