"""A comment to factcheck can be understood, and names checks that exist.

A misspelt one silences nothing, and its author believes that it does. Comments inside code are examples and are left alone.

Bad:  营收增长。 ⟦<!-- factcheck: ignroe[unit] reason="引用原话" -->⟧
Bad:  Revenue rose. ⟦<!-- factcheck: ignore[unit] because="a quotation" -->⟧
Bad:  Revenue rose. ⟦<!-- factcheck: ignore[unit] reason="a quotation" until=soon -->⟧
Bad:  Revenue rose. ⟦<!-- factcheck: ignore[unit/percent-or-pint] reason="a quotation" -->⟧
Good: 营收增长。 <!-- factcheck: ignore[unit] reason="引用原话" until=2027-01 -->
Good: Revenue rose. <!-- factcheck: ignore[unit/percent-or-point] reason="a quotation" -->
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.comments import find_comments
from factcheck.finding import Finding
from factcheck.guess import did_you_mean
from factcheck.messages import say

LEVEL = "warning"
LATE = True


def check(case: Case) -> Iterator[Finding]:
    """Find the comments that cannot be understood."""
    for document in case.documents:
        for comment in find_comments(document):
            if comment.mistake is not None:
                yield Finding(document, comment.span, say("this comment is not understood: {mistake}", mistake=comment.mistake))
                continue
            known = {*case.checks, *(name.partition("/")[0] for name in case.checks)}
            unknown = [name for name in comment.names if name not in known]
            if unknown:
                guess = did_you_mean(unknown[0], known)
                yield Finding(
                    document,
                    comment.span,
                    say('this comment names no check or family: "{unknown}"{guess}', unknown=unknown[0], guess=guess),
                )
