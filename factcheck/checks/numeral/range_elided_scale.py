"""Both ends of a range carry their scale.

"9~16亿" can be read as from nine to 1.6 billion. The standard for numerals in publications, GB/T 15835-2011, lets the unit of the
first end be left out only where nothing is lost by it, and asks for 9亿～16亿. In English it misleads where the first end has a
currency sign of its own ($26 and $31 million). Left alone: percent signs, units without a scale (5~10公里), and English ranges under one sign ($26–31 million).

Bad:  项目预计投资⟦9~16亿元⟧。
Bad:  每年接待游客⟦5-8万人次⟧。
Bad:  The project will cost ⟦$26 to $31 million⟧.
Good: 项目预计投资9亿~16亿元。
Good: 路程为9~16公里。
Good: The project will cost $26 million to $31 million.
Good: The trip takes 26 to 31 minutes.
"""

import re
from collections.abc import Iterator
from functools import cache

from factcheck import lexicon
from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.vicinity import folded
from factcheck.evidence.working import quoted
from factcheck.finding import Edit, Finding, Fix, on
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

LEVEL = "warning"
CURRENCY_SIGN = "$¥€£"
ENDS = lazy_pattern(
    rf"""
    (?P<first>[0-9][0-9,.]*)                              # 9
    (?P<mark>[ ]?(?:~|～|〜|-|–|—|−|至|到|to|and)[ ]?)      # 9~, "26 to "
    (?P<sign>[{CURRENCY_SIGN}])?                          # "26 to $"
    [0-9][0-9,.]*
    (?P<scale>[ ]?[^\W\d_]+)                               # 16亿, "$31 million"
    """,
    re.VERBOSE,
)


def check(case: Case) -> Iterator[Finding]:
    """Look at every range of digits whose second end alone has a scale word. The fix writes the scale behind the first end too."""
    for mention in case.mentions:
        if mention.quantity is None or mention.quantity.high is None:
            continue
        ends = ENDS.match(folded(mention.document, mention.number))
        scale = _scale(ends["scale"]) if ends is not None else None
        if ends is None or scale is None or (scale.isascii() and not ends["sign"]):
            continue
        place = mention.number.start + ends.end("first")
        yield on(
            mention,
            say(
                "{mention} leaves the scale of {first} to be guessed: is it {first} or {first}{scale}?",
                mention=quoted(mention),
                first=ends["first"],
                scale=scale,
            ),
            fixes=(
                Fix(
                    say('write "{scale}" behind {first}', scale=scale.strip(), first=ends["first"]),
                    (Edit(Span(place, place), scale),),
                ),
            ),
            working=(say("GB/T 15835-2011, ranges of values: 9亿～16亿, not 9～16亿"),) if not scale.isascii() else (),
        )


@cache
def _scales() -> tuple[str, ...]:
    numerals = lexicon.page("numerals.toml")
    return (*numerals["zh"]["scale"], *numerals["en"]["scale"])


def _scale(words: str) -> str | None:
    """The scale word that the second end opens with, blank included: 亿, " million"."""
    bare = words.lstrip()
    found = max((word for word in _scales() if bare.startswith(word)), key=len, default=None)
    return None if found is None else words[: len(words) - len(bare)] + found
