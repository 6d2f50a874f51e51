"""A blank stands between a word and the number behind it.

Rewriting programs eat the blank before a 1 (more than130,000, by166,000, February19). The figure reads all the same, so the
repair is a blank. Left alone: names that end in digits (COVID19, iPhone15, H1N1, MP3, Q3) and whatever stands in links, handles
and codes.

Bad:  The site drew ⟦more than130,000 readers⟧.
Bad:  Rents rose by⟦166,000⟧ in a year.
Bad:  首日吸引⟦more than130,000人⟧参加。
Good: The site drew more than 130,000 readers.
Good: Deaths from COVID19 fell in Q3, says user and2000@example.org.
Good: 该机型为iPhone15，支持MP3播放。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.doubts import doubts
from factcheck.evidence.mending import unreadable
from factcheck.finding import Finding

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Report every figure with this damage; one whose scale is in doubt too is that check's, whose repairs set the blank."""
    doubtful = {(id(doubt.figure.document), doubt.figure.span) for doubt in doubts(case)}
    for finding in unreadable(case, "glued-number"):
        if (id(finding.document), finding.span) not in doubtful:
            yield finding
