"""A comment that asks for silence says why.

The next editor cannot tell a considered exception from a forgotten one.

Bad:  毛利率下降1%。 ⟦<!-- factcheck: ignore[unit] -->⟧
Bad:  The margin fell by 1%. ⟦<!-- factcheck: ignore[unit] reason="" -->⟧
Good: 毛利率下降1%。 <!-- factcheck: ignore[unit] reason="引用原话" -->
Good: The margin fell by 1%. <!-- factcheck: ignore[unit] reason="the minister's words" -->
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.comments import find_comments
from factcheck.finding import Finding
from factcheck.messages import say

LEVEL = "note"


def check(case: Case) -> Iterator[Finding]:
    """Find the comments without a reason."""
    for document in case.documents:
        for comment in find_comments(document):
            if comment.mistake is None and comment.reason is None:
                yield Finding(document, comment.span, say('this comment gives no reason; add reason="…"'))
