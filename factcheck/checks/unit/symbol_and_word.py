"""A sign of a unit or a currency is not said again in a word.

"$5 dollars" is five dollars twice. A note, once a document. Left alone: US$, A$ and other signs that a word tells apart (¥500日元, $5 New
Taiwan dollars), since the word is not the sign's own.

Bad:  门票每张⟦¥100元⟧。
Bad:  增长了⟦30%百分比⟧。
Bad:  The ticket costs ⟦$5 dollars⟧.
Bad:  Prices rose ⟦30% percent⟧.
Good: 门票每张100元，共¥300。
Good: 门票每张¥500日元。
Good: The ticket costs $5, and a dollar more at the door.
Good: Prices rose 30%, a percentage nobody expected.
"""

import re
from collections.abc import Iterator
from functools import cache

from factcheck import lexicon
from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.usage import Slip, matches, once
from factcheck.finding import Finding
from factcheck.lexicon.calendar import alternatives
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

LEVEL = "note"


def check(case: Case) -> Iterator[Finding]:
    """Look for a sign and its own word on both sides of one number."""
    slips = []
    for document, match in matches(case, _pattern()):
        span = Span(match.start(), match.end())
        slips.append(Slip(document, span, document.text[span.start : match.end("number")]))
    yield from once(slips, lambda slip: say('"{written}" says its unit twice', written=slip.written))


@cache
def _pattern() -> re.Pattern[str]:
    signs = lexicon.page("usage.toml")["sign"]
    money = [rf"(?<![a-z]){re.escape(sign)}\ ?[0-9][0-9,.]*(?:\ ?(?:万|亿|million|billion))?" for sign in signs if sign != "%"]
    rows = zip([*money, "[0-9][0-9.]*%"], [signs[sign] for sign in signs if sign != "%"] + [signs["%"]], strict=True)
    branches = [rf"(?:{number})(?=\ ?(?:{alternatives(words)})(?![a-z]))" for number, words in rows]
    every = alternatives({word for words in signs.values() for word in words})
    return lazy_pattern(rf"(?P<number>{'|'.join(branches)})\ ?(?:{every})", re.VERBOSE)
