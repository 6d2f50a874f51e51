"""No blank stands inside a number.

Rewriting programs set a blank before a 1 (20 19, 1 1%), scans and typing set one behind a point or comma (6. 1 degrees, 4, 600
million). Left alone: thin-space grouping (6 500, 37 658), the numbers of a list, of a table or of a phone, and 10 月 1 日. The
number of a section, torn on a line of its own (/ 0 1 /), misleads nobody and is a note.

Bad:  The town was founded in ⟦20 19⟧ by miners.
Bad:  The highest rate is ⟦1 1%⟧ of the wage.
Bad:  The mean is ⟦6. 1 degrees⟧ in March.
Bad:  The outlay is ⟦4, 600 million⟧ in all.
Bad:  ⟦2 0 2 1年⟧公司上市。
Bad:  全市共有⟦97. 1萬人⟧参加。
Good: The plant employs 6 500 staff and 37 658 contractors.
Good: Press 1 2 3 in that order.
Good: As shown in Table 3. 25% of the sample agreed.
Good: 商店将于 10 月 1 日开业，电话为 00 1 650 253 2222。
"""

from collections.abc import Iterator
from dataclasses import replace

from factcheck.case import Case
from factcheck.evidence.mending import unreadable
from factcheck.finding import Finding

LEVEL = "warning"
RULES = " \t/—–-|·.#*"


def check(case: Case) -> Iterator[Finding]:
    """Report every figure with this damage, with its readings."""
    for finding in unreadable(case, "split-number"):
        yield replace(finding, level="note") if _alone(finding) else finding


def _alone(finding: Finding) -> bool:
    """Whether nothing but the figure stands on its line."""
    document = finding.document
    line = document.line(document.place(finding.span.start).line)
    rest = document.text[line.start : finding.span.start] + document.text[finding.span.end : line.end]
    return not rest.strip(RULES)
