"""What is left of the placeholder `/kloc-0/` of a rewriting program where it was cut: `3, 5, /kloc.`, `0/%`.

A whole placeholder stands for a 1 and is read in `restored`; where it was cut the rest of the figure is lost, and nothing is completed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.document import Span
from factcheck.extract.damage.damaged import Damaged
from factcheck.extract.damage.words import Around, Page, damaged_date, damaged_number
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

FAMILY = "placeholder"
CUT = lazy_pattern(
    r"""
      (?:(?<![\d.,])\d{1,3}[ ]?)?/{0,2}\bkloc(?![a-z])    # 196/kloc
    | (?<![\d.,])(?P<percent>0/)(?=%)                      # 0/%: 1%
    """,
    re.VERBOSE,
)


def find_placeholders(page: Page) -> Iterator[Damaged]:
    """Every placeholder that was cut, with the digits that it belongs to."""
    folded = page.folded
    if "kloc" not in folded and "0/%" not in folded:
        return
    for match in CUT.finditer(folded):
        span = Span(match.start(), match.end())
        if match["percent"]:
            around = Around(span.end, 0, span.end + 1, "percent", "percent")
            values = [(Decimal(1), say("0/ is what is left of /kloc-0/: 1"))]
            yield damaged_number(folded, FAMILY, number=span, values=values, around=around)
        else:
            yield damaged_date(FAMILY, span=span, number=span, dates=[], kind="other")
