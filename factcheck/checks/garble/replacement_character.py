"""No character was replaced by U+FFFD or by its usual disguise 锟斤拷.

A decoder writes U+FFFD for bytes that it cannot read, and an editor that saves it as UTF-8 and reads it as GBK makes 锟斤拷 of
two. What stood there cannot be computed. One finding for each run.

Bad:  收入为⟦���⟧亿元，同比增长⟦锟斤拷⟧成。
Bad:  The fee is ⟦�⟧500 a year.
Good: 收入为20亿元，同比增长两成。
Good: The fee is £500 a year.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.document import Span
from factcheck.finding import Finding
from factcheck.mention import Mention, Reading
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

LEVEL = "warning"

REPLACED = lazy_pattern("\ufffd+|(?:ï¿½)+|(?:锟斤拷|锟叫|烫烫烫烫)+")
TRACES = ("\ufffd", "ï¿½", "锟", "烫烫烫烫")


def check(case: Case) -> Iterator[Finding]:
    """Report every run of replaced characters."""
    for document in case.documents:
        if not any(trace in document.text for trace in TRACES):
            continue
        beside = {place: reading for mention in case.of(document) for place, reading in _touched(mention)}
        for match in REPLACED.finditer(document.text):
            span = Span(match.start(), match.end())
            message = say("{match} stands for what was lost when the text was decoded", match=match[0])
            yield Finding(document, span, message, readings=beside.get(span.end) or beside.get(span.start) or ())


def _touched(mention: Mention) -> Iterator[tuple[int, tuple[Reading, ...]]]:
    """A figure's reading by where it begins and ends: what was lost beside it leaves its value, and takes its unit."""
    if mention.quantity is not None and mention.damage is None and mention.number_text[0].isdecimal():
        reading = Reading(mention.quantity.value, mention.quantity.unit, say("the figure beside it; the sign is lost"))
        yield mention.number.start, (reading,)
        yield mention.number.end, (reading,)
