"""A rate says once what it is a rate of.

时速 is the speed in an hour, 日均 the average of a day: 每小时 or 每天 behind the figure says it again. A note, once a document; taking the
second word out mends it. Left alone: symbols of units (时速120km/h is written on signs), and a word that another figure stands between.

Bad:  列车时速350公里⟦每小时⟧。
Bad:  门店日均接待300人⟦每天⟧。
Bad:  The pump runs at 60 mph ⟦per hour⟧.
Bad:  Shops take an average daily 300 orders ⟦a day⟧.
Good: 列车时速350公里。
Good: 门店日均接待300人，每天开门12小时。
Good: The pump runs at 60 mph.
Good: Shops take an average daily 300 orders, and 2,000 a week.
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
    """Look for a rate word in front of a figure and its twin behind it."""
    slips = []
    for pattern in _patterns():
        for document, match in matches(case, pattern):
            slips.append(Slip(document, Span(match.start("again"), match.end("again")), ""))
    yield from once(
        slips, lambda slip: say('"{written}" says again what the word in front of the figure says', written=slip.written)
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    page = lexicon.page("usage.toml")["rate"]
    found = []
    for name in ("hour", "day", "month", "year", "head"):
        before, behind = alternatives(page[name]["before"]), alternatives(page[name]["behind"])
        # 时速350公里每小时: no stop and no other figure between the figure and its second rate word
        found.append(
            lazy_pattern(
                rf"(?:{before})[^0-9，。；,.;:：（(\n]{{0,8}}[0-9][0-9,.]*[^0-9，。；,.;:：（(\n]{{1,10}}?\ ?(?P<again>{behind})(?![a-z\u4e00-\u9fff])",
                re.VERBOSE,
            )
        )
    # 60 mph per hour
    found.append(
        lazy_pattern(
            rf"[0-9]\ ?(?:{alternatives(page['units'])})\ (?P<again>{alternatives(page['hour']['behind'])})(?![a-z])", re.VERBOSE
        )
    )
    return tuple(found)
