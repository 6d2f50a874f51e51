"""A number is in digits or in words; of the scales only 万 and 亿 stand behind digits.

GB/T 15835-2011, 5.3: 4000 or 四千, not 4千; English has 300 or three hundred. A note, once a document. Left alone: 千米, 千克, 千瓦 and
other units that begin so, thousands behind a decimal, and 37万4千, as accounts in Taiwan write it.

Bad:  全村有⟦3百⟧人。
Bad:  定价⟦4千⟧元。
Bad:  The club sold ⟦3 hundred⟧ tickets.
Good: 全村有300人，距县城3千米，装机4千瓦。
Good: 定价4000元，共4000万元。
Good: The club sold three hundred tickets, and 3 million later.
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
ZEROS = {"百": "00", "千": "000", " hundred": "00"}
BASIS = say("GB/T 15835-2011, 5.3: of the scales only 万 and 亿 stand behind digits")


def check(case: Case) -> Iterator[Finding]:
    """Look for one to three digits with 百, 千 or hundred behind them."""
    slips = [
        Slip(document, Span(match.start("digits"), match.end("scale")), match["digits"] + ZEROS[match["scale"]])
        for document, match in matches(case, _pattern())
    ]
    yield from once(slips, lambda slip: say('"{written}" is half in digits, half in words', written=slip.written), basis=BASIS)


@cache
def _pattern() -> re.Pattern[str]:
    units = alternatives(lexicon.page("usage.toml")["scale"]["not_scale"])
    return lazy_pattern(
        rf"""
        (?<![0-9.,\-~～—万亿])(?P<digits>[1-9])                       # 4千; not 1.5千, not 3-4千, nor 37万4千 of accounts
        (?P<scale>(?!{units})[百千](?![0-9零一二三四五六七八九万亿])|\ hundred(?![a-z\ ]*(?:and|million|thousand)))
        """,
        re.VERBOSE,
    )
