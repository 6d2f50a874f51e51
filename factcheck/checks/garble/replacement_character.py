"""No character was replaced by U+FFFD or by its usual disguise 锟斤拷.

A decoder writes U+FFFD for bytes that it cannot read, and an editor that saves it as UTF-8 and reads it as GBK makes 锟斤拷 of
two. What stood there cannot be computed. One finding for each run.

Bad:  收入为⟦���⟧亿元，同比增长⟦锟斤拷⟧成。
Bad:  The fee is ⟦�⟧500 a year.
Good: 收入为20亿元，同比增长两成。
Good: The fee is £500 a year.
"""

import re
from collections.abc import Iterator

from factcheck.case import Case
from factcheck.document import Span
from factcheck.finding import Finding

LEVEL = "warning"

REPLACED = re.compile("\ufffd+|(?:锟斤拷|锟叫|烫烫烫烫)+")
TRACES = ("\ufffd", "锟", "烫烫烫烫")


def check(case: Case) -> Iterator[Finding]:
    """Report every run of replaced characters."""
    for document in case.documents:
        if not any(trace in document.text for trace in TRACES):
            continue
        for match in REPLACED.finditer(document.text):
            yield Finding(
                document, Span(match.start(), match.end()), f"{match[0]} stands for what was lost when the text was decoded"
            )
