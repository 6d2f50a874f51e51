"""A date is one that the calendar has.

The fact it runs against is in the message; which of day, month and year is wrong only the writer knows. Left alone: 29 February
without a year, months of the moon, figures that merely look like a date (2/30), and a date that the text itself calls an error.

Bad:  合同于⟦2023年2月30日⟧在北京签署。
Bad:  展览定于⟦6月31日⟧开幕。
Bad:  The contract was signed on ⟦April 31, 2019⟧ in London.
Bad:  He was born on ⟦29 February 1900⟧.
Good: 合同于2024年2月29日在北京签署。
Good: 农历二月三十日，村里照例赶集。
Good: 程序的错误使日历走到了2月30日。
Good: The contract was signed on April 30, 2019 in London.
Good: He was born on 29 February 1904; the score was 2/30.
"""

import re
from collections.abc import Iterator

from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.vicinity import folded
from factcheck.finding import Edit, Finding, Fix, on
from factcheck.lexicon.calendar import alternatives, listed
from factcheck.mention import Mention
from factcheck.messages import say
from factcheck.pattern import lazy_pattern
from factcheck.period import DATE, month_length

LEVEL = "error"
REACH = 30
UNREAL = lazy_pattern(rf"(?<![a-z])(?:{alternatives(listed('unreal'))})(?![a-z])", re.VERBOSE)


def check(case: Case) -> Iterator[Finding]:
    """Look at every date that is written to the day."""
    for mention in case.mentions:
        fact = mention.period.impossible if mention.period is not None else None
        if fact is not None and not _is_meant(mention):
            yield on(
                mention,
                say("there is no {mention}: {fact}", mention=mention.text, fact=fact),
                working=(fact,),
                fixes=tuple(_last_day(mention)),
            )


def _is_meant(mention: Mention) -> bool:
    """Whether the words near a date say that there is no such day."""
    start, end = max(0, mention.span.start - REACH), min(len(mention.document.text), mention.span.end + REACH)
    return UNREAL.search(folded(mention.document, Span(start, end))) is not None


def _last_day(mention: Mention) -> Iterator[Fix]:
    """The last day of that month, where the wrong day is written in digits that stand once in the date."""
    assert mention.period is not None
    for end in mention.period.edtf.split("/"):
        match = DATE.fullmatch(end)
        if match is None or match["day"] is None or not 1 <= int(match["month"]) <= 12:
            continue
        length, written = month_length(match["year"], int(match["month"]))[0], str(int(match["day"]))
        if int(written) > length and mention.text.count(written) == 1:
            start = mention.span.start + mention.text.index(written)
            edit = Edit(Span(start, start + len(written)), str(length))
            yield Fix(say("{length}, the last day of that month", length=length), (edit,))
