"""A quarter is one of the four that a year has.

Left alone: a fifth quarter without its year, which may be the fifth in a row (连续第五季度, "the fifth straight quarter"), extra time in a
game, and names with a Q (Audi Q5).

Bad:  2023年⟦第五季度⟧收入下降3%。
Bad:  Sales fell in ⟦Q5⟧ 2023.
Bad:  Sales fell in the ⟦fifth quarter⟧ of 2023.
Good: 2023年第四季度收入下降3%。
Good: 营收连续第五季度下降。
Good: Sales fell in Q4 2023, the fifth quarter in a row.
Good: The Audi Q5 2023 sold well.
"""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.usage import matches
from factcheck.finding import Finding
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

LEVEL = "error"


def check(case: Case) -> Iterator[Finding]:
    """Look at every quarter that stands with its year."""
    for document, match in matches(case, _pattern()):
        span = Span(*match.span(match.lastgroup or 0))
        quarter = document.text[span.start : span.end]
        yield Finding(document, span, say('there is no "{quarter}": a year has four quarters', quarter=quarter))


@cache
def _pattern() -> re.Pattern[str]:
    return lazy_pattern(
        r"""
        (?<![0-9])(?:19|20)[0-9]{2}年(?P<chinese>第?[五六七八九5-9]季度)                                 # 2023年第五季度
      | (?<![a-z])(?:in|for|during)\ (?P<code>q[5-9])\ (?:fy\ ?)?(?:19|20)[0-9]{2}(?![0-9])          # in Q5 2023
      | (?P<words>(?:fifth|sixth|5th|6th)\ quarter)\ of\ (?:fiscal\ )?(?:19|20)[0-9]{2}(?![0-9])     # the fifth quarter of 2023
        """,
        re.VERBOSE,
    )
