"""An ordinal in digits ends as its word does: 21st, 22nd, 23rd, 24th, and 11th to 13th.

Left alone: stones and pounds (10st 4lb); names of roads and of models whose letters are no ending (2ND with capitals only is read as
2nd all the same).

Bad:  他在⟦21th⟧赛季退役。
Bad:  She finished ⟦2st⟧ in the race.
Bad:  The ⟦112nd⟧ edition opens in May.
Good: 他在21st赛季退役。
Good: She finished 2nd in the race, her 11th of the year.
Good: The 112th edition opens in May.
Good: The boxer weighed in at 10st 4lb.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.usage import matches
from factcheck.finding import Edit, Finding, Fix
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

LEVEL = "warning"
ORDINAL = lazy_pattern(r"(?<![a-z0-9.,])(?P<digits>[0-9]+)(?P<ending>st|nd|rd|th)(?![a-z0-9])(?![ ]?[0-9]{1,2}[ ]?lb)")
ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def check(case: Case) -> Iterator[Finding]:
    """Look at every number with an ending of an ordinal."""
    for document, match in matches(case, ORDINAL):
        number = int(match["digits"][-2:])
        right = "th" if 11 <= number <= 13 else ENDINGS.get(number % 10, "th")
        if right != match["ending"]:
            span = Span(match.start(), match.end())
            better = match["digits"] + right
            fix = Fix(say('write "{better}"', better=better), (Edit(span, better),))
            written = document.text[span.start : span.end]
            yield Finding(document, span, say("{written} ends as no ordinal does", written=written), fixes=(fix,))
