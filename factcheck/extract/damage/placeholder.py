"""The placeholder `/kloc-0/` of a rewriting program: it stands for a 1, and the figure breaks off where it was cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.document import Span
from factcheck.extract.damage.damaged import Damaged
from factcheck.extract.damage.words import Around, Page, behind, damaged_date, damaged_number, scaled, shown

FAMILY = "placeholder"
PLACEHOLDER = re.compile(
    r"""
      (?:(?<![\d.,])(?P<before>\d{1,3})[ ]?)?/{0,2}\bkloc       # 196/kloc-0
      (?:-(?:[a-z ]{1,30})?0)?(?:/(?P<after>\d{1,3})(?!\d))?      # /kloc-at the end of 0/838
    | (?<![\d.,])(?P<percent>0/)(?=%)                             # 0/%: 1%
    """,
    re.VERBOSE,
)
YEARS = ("1000", "2099")


def find_placeholders(page: Page) -> Iterator[Damaged]:
    """Every placeholder with the digits that it belongs to."""
    folded = page.folded
    if "kloc" not in folded and "0/%" not in folded:
        return
    for match in PLACEHOLDER.finditer(folded):
        yield _read(folded, match)


def _read(folded: str, match: re.Match[str]) -> Damaged:
    span = Span(match.start(), match.end())
    if match["percent"]:
        around = Around(span.end, 0, span.end + 1, "percent", "percent")
        return damaged_number(
            folded, FAMILY, number=span, values=[(Decimal(1), "0/ is what is left of /kloc-0/: 1")], around=around
        )
    if not match["before"] and not match["after"]:
        return damaged_date(FAMILY, span=span, number=span, dates=[], kind="other")
    digits = f"{match['before'] or ''}1{match['after'] or ''}"
    if len(digits) == 4 and YEARS[0] <= digits <= YEARS[1]:
        return damaged_date(FAMILY, span=span, number=span, dates=[(digits, f"/kloc-0/ stands for a 1: {digits}")])
    around = behind(folded, span.end)
    value = scaled(digits, around.power)
    why = f"/kloc-0/ stands for a 1: {shown(value)}"
    return damaged_number(folded, FAMILY, number=Span(span.start, around.scale_end), values=[(value, why)], around=around)
