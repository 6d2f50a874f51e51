"""A comment that asks for silence names what it silences.

One without names silences every check, those too that find tomorrow what nobody has thought of today.

Bad:  营收增长。 ⟦<!-- factcheck: ignore reason="引用原话" -->⟧
Bad:  Revenue rose. ⟦<!-- factcheck: ignore-file[] reason="a quotation" -->⟧
Good: 营收增长。 <!-- factcheck: ignore[unit,arithmetic/growth] reason="引用原话" -->
Good: Revenue rose. <!-- factcheck: ignore-file[unit] reason="a quotation" -->
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.comments import find_comments
from factcheck.finding import Finding
from factcheck.messages import say

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Find the comments that name no check."""
    for document in case.documents:
        for comment in find_comments(document):
            if comment.mistake is None and not comment.names:
                yield Finding(
                    document, comment.span, say("this comment silences every check; name those that it is for, as in ignore[unit]")
                )
