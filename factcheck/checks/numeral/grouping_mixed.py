"""Large numbers of one text are grouped alike: 12,000 and 35,000, or 12000 and 35000.

GB/T 15835-2011, 5.1.1 allows both. A note, once a document, and only where both stand at least twice. Left alone: numbers of four
digits, years, numbers of licences and models, and tables, whose columns have a form of their own.

Bad:  甲县⟦12000⟧人，乙县34000人，丙县56,000人，丁县78,000人。
Bad:  North has ⟦12000⟧ people, South 34000, East 56,000 and West 78,000.
Good: 甲县12,000人，乙县34,000人，丙县1200人。
Good: North has 12,000 people, South 34,000, East 1200.
"""

import re
from collections.abc import Iterator

from factcheck.case import Case
from factcheck.document import Document, Span
from factcheck.evidence.usage import Slip, once
from factcheck.finding import Finding
from factcheck.mention import Mention
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

LEVEL = "note"
KINDS = ("count", "money", "measure", "other")
PLAIN, GROUPED = lazy_pattern(r"[0-9]{5,9}"), lazy_pattern(r"[0-9]{2,3}(?:,[0-9]{3})+")
BASIS = say("GB/T 15835-2011, 5.1.1: one way of grouping in one text")
LEAST = 2


def check(case: Case) -> Iterator[Finding]:
    """Count the grouped and the plain numbers of five digits and more in every document."""
    for document in case.documents:
        plain, grouped = _numbers(case, document, PLAIN), _numbers(case, document, GROUPED)
        if min(len(plain), len(grouped)) >= LEAST:
            slips = [Slip(document, span, f"{int(document.text[span.start : span.end]):,}") for span in plain]
            yield from once(
                slips, lambda slip: say("{written} is not grouped, and other numbers here are", written=slip.written), basis=BASIS
            )


def _numbers(case: Case, document: Document, pattern: re.Pattern[str]) -> list[Span]:
    """The numbers of prose that a pattern begins with: 12000 of 12000人."""
    found = []
    for mention in case.of(document):
        match = pattern.match(document.text, mention.number.start, mention.number.end) if _counts(mention) else None
        if match is not None and match.end() == mention.number.end:
            found.append(Span(match.start(), match.end()))
    return found


def _counts(mention: Mention) -> bool:
    block = mention.document.block_at(mention.number.start) if mention.document.structure is not None else None
    return mention.kind in KINDS and mention.quantity is not None and (block is None or block.kind in ("paragraph", "item"))
