"""A comment that asks for silence until a day is not kept beyond it.

What it silenced counts again from the day after. There is no clock here: the day is told with `--today` or the option `today`, and
without it no comment expires.

With: today = "2001-02-01"
Bad:  营收增长。 ⟦<!-- factcheck: ignore[unit] reason="等待更正" until=2001-01 -->⟧
Bad:  Revenue rose. ⟦<!-- factcheck: ignore[unit] reason="to be corrected" until=2001-01-31 -->⟧
Good: 营收增长。 <!-- factcheck: ignore[unit] reason="等待更正" until=2031-01 -->
Good: Revenue rose. <!-- factcheck: ignore[unit] reason="to be corrected" -->
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.comments import find_comments
from factcheck.finding import Finding
from factcheck.messages import say
from factcheck.period import Period

LEVEL = "warning"


def check(case: Case, today: str = "") -> Iterator[Finding]:
    """Find the comments whose last day is before `today` (YYYY-MM-DD)."""
    day = Period(today) if today else None
    for document in case.documents:
        for comment in find_comments(document):
            if comment.until is not None and comment.expired(day):
                yield Finding(
                    document,
                    comment.span,
                    say("this comment held until {edtf}; take it out, or give it a later day", edtf=comment.until.edtf),
                )
