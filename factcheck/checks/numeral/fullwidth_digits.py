"""Digits of one text have one width.

GB/T 15835-2011, 5.1.7: Arabic digits are half-width. A note, once a document, and only where both widths stand at least twice: a text
that keeps to one has decided.

Bad:  共有⟦１２００⟧人参加，其中男性７００人，女性500人，儿童30人。
Bad:  The fair drew ⟦１２００⟧ visitors and ７０ stalls; 500 came on Monday, 300 on Friday.
Good: 共有１２００人参加，其中男性７００人，女性５００人。
Good: The fair drew 1200 visitors and 70 stalls; 500 came on Monday.
"""

import re
from collections.abc import Iterator

from factcheck.case import Case
from factcheck.document import Document, Span
from factcheck.evidence.usage import Slip, once
from factcheck.finding import Finding
from factcheck.lexicon import fold
from factcheck.messages import say
from factcheck.passage import is_hidden
from factcheck.pattern import lazy_pattern

LEVEL = "note"
WIDE, NARROW = lazy_pattern(r"[０-９][０-９．，]*[０-９％]|[０-９]"), lazy_pattern(r"[0-9]+")
BASIS = say("GB/T 15835-2011, 5.1.7: Arabic digits are half-width")
LEAST = 2


def check(case: Case) -> Iterator[Finding]:
    """Count the numbers of both widths in every document."""
    for document in case.documents:
        wide, narrow = _places(document, WIDE), _places(document, NARROW)
        if min(len(wide), len(narrow)) >= LEAST:
            slips = [Slip(document, span, fold(document.text[span.start : span.end])) for span in wide]
            yield from once(
                slips, lambda slip: say("{written} is wider than the other digits here", written=slip.written), basis=BASIS
            )


def _places(document: Document, pattern: re.Pattern[str]) -> list[Span]:
    spans = [Span(match.start(), match.end()) for match in pattern.finditer(document.text)]
    return [span for span in spans if not is_hidden(document, span)]
