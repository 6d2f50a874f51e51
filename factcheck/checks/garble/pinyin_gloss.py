"""No pinyin stands in brackets inside a line, glued on both sides.

A page that prints glosses above its words leaves them in the line when its text is taken out (增長(zhǎng)42.1%). One finding for the
document, with the count, at the first of them; the repair takes all of them out. Left alone: fewer than `least` of them, as in a text
that teaches the sound of a rare name, and glosses of a whole name, which have a blank inside or around them.

Bad:  本季實⟦現(xiàn)⟧營收增長(zhǎng)兩成，服務發(fā)展良好。
Bad:  The rat⟦e(lǜ)⟧rose to 5% as sales(xiāo)grew and cost(běn)fell.
Good: 嫘祖(léi zǔ)教民養蠶，獬(xiè)豸能辨曲直。
Good: 本季實現營收增長兩成(見附註)，服務發展良好。
Good: The state of Qin (qín) took Chu (chǔ) and Qi (qí) in turn.
"""

import re
from collections.abc import Iterator

from factcheck.case import Case
from factcheck.document import Span
from factcheck.finding import Edit, Finding, Fix
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

LEVEL = "note"

# 長(zhǎng)4, 現(xiàn)營: one syllable with its tone
GLOSS = lazy_pattern(
    r"""
    [\u3400-\u9fffA-Za-z](?P<gloss>\([a-zɑɡü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zɑɡü]{0,3}\))
    (?P<inside>(?=[\u3400-\u9fffA-Za-z0-9]))?
    """,
    re.VERBOSE,
)


def check(case: Case, *, least: int = 3) -> Iterator[Finding]:
    """Count the glosses of each document and report them as one."""
    for document in case.documents:
        found = list(GLOSS.finditer(document.text))
        if sum(match["inside"] is not None for match in found) < least:
            continue
        edits = tuple(Edit(Span(match.start("gloss"), match.end("gloss")), "") for match in found)
        message = say(
            "{count} characters have their pinyin flattened into the line behind them, {found} the first",
            count=len(found),
            found=found[0][0],
        )
        yield Finding(document, Span(found[0].start(), found[0].end()), message, fixes=(Fix(say("take the glosses out"), edits),))
