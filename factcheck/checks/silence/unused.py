"""A comment that asks for silence has something to silence.

One that is left over hides the next mistake in its place. A comment that names nothing is left to `silence/blanket`, an expired one to
`silence/expired`.

Bad:  营收由100.0亿元增长20.0%至120.0亿元。 ⟦<!-- factcheck: ignore[arithmetic] reason="引用原话" -->⟧
Bad:  Revenue rose 20.0% from 10.00 million yuan to 12.00 million yuan. ⟦<!-- factcheck: ignore[arithmetic] reason="a quotation" -->⟧
Good: 营收由100.0亿元增长20.0%至130.0亿元。 <!-- factcheck: ignore[arithmetic] reason="引用原话" -->
Good: Revenue rose 20.0% from 10.00 million yuan to 13.00 million yuan. <!-- factcheck: ignore[arithmetic] reason="a quotation" -->
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.comments import find_comments
from factcheck.finding import Finding
from factcheck.messages import say

LEVEL = "warning"
LATE = True


def check(case: Case) -> Iterator[Finding]:
    """Find the comments that reach none of the findings that they name."""
    for document in case.documents:
        found = [finding for finding in case.findings if finding.document is document]
        for comment in find_comments(document):
            named = comment.mistake is None and bool(comment.names)
            if named and not any(comment.silences(finding) for finding in found):
                yield Finding(document, comment.span, say("this comment silences nothing; take it out"))
