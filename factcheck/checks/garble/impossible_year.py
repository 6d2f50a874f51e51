"""A year has four digits, where a month, a half-year or the word year stands beside it.

Remnants of a digit token stand inside such a year. It is read by its first two digits and the two that close it; the others that
dropping digits leaves are offered too. Left alone: long numbers that stand in the place of a year by no word, and 20000年前.

Bad:  By June 30th, ⟦20021year⟧, the network had 24 branches.
Bad:  In the first half of ⟦200212002⟧, the network grew.
Bad:  截至⟦20021⟧年6月30日，网点增至24个。
Good: By June 30th, 2021, the network had 24 branches.
Good: The site shipped 20021 units in June.
Good: 这里20000年前就有人居住。
Good: 截至2021年6月30日，网点增至24个。
"""

from collections.abc import Iterator
from dataclasses import replace

from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.mending import unreadable
from factcheck.finding import Finding
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

LEVEL = "error"
# June 30th, 20021year; in 20021年 the 年 is what belongs there
TOO_LONG = lazy_pattern(r"\d{5,9}(?:[ ]?year\b)?")


def check(case: Case) -> Iterator[Finding]:
    """Report every year with this damage, with its readings."""
    yield from unreadable(case, "impossible-year", spoilt=_year)


def _year(mention: Mention) -> Mention:
    """The year of a date alone: its month and day are sound. A date whose 1 stands elsewhere (1June, 839) is damaged as a whole."""
    match = TOO_LONG.search(mention.document.text, mention.span.start, mention.span.end)
    if match is None:
        return mention
    span = Span(match.start(), match.end())
    readings = tuple(replace(reading, value=str(reading.value)[:4]) for reading in mention.readings)
    return replace(mention, span=span, number=span, readings=readings)
