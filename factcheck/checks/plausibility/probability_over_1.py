"""A probability that a test of significance gives is at most 1.

Left alone: a p with a unit (a pressure), bounds such as P < 0.05, and letters that are no p-value in a sentence without a word for a test.

Bad:  The two groups did not differ significantly (⟦p = 1.34⟧).
Bad:  两组差异无统计学意义（⟦P=2.03⟧）。
Good: The two groups did not differ significantly (p = 0.34).
Good: 两组差异无统计学意义（P=0.203）。
Good: At the outlet, p = 1.34 kPa.
Good: The two groups did not differ significantly (p = 1.00).
"""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.usage import matches
from factcheck.finding import Finding
from factcheck.lexicon import page
from factcheck.lexicon.calendar import alternatives
from factcheck.messages import say
from factcheck.passage import passage
from factcheck.pattern import lazy_pattern

LEVEL = "warning"
# How far from a p-value the word may stand that makes it one.
REACH = 120


def check(case: Case) -> Iterator[Finding]:
    """Look at every p-value of a sentence about a test. The finding stands on the letter and its value."""
    for document, match in matches(case, _pattern()):
        around = passage(document).folded[max(0, match.start() - REACH) : match.end() + REACH]
        if _of_a_test().search(around) is not None:
            span = Span(match.start(), match.end())
            words = say("{words} is no probability: it is above 1", words=document.text[span.start : span.end])
            yield Finding(document, span, words)


@cache
def _pattern() -> re.Pattern[str]:
    return lazy_pattern(
        r"""
        (?<![a-z0-9])p(?:[ -]?value|值)?[ ]?(?:=|of[ ]|was[ ]|为)[ ]?
        (?:1\.(?!0+(?![0-9]))|[2-9]\.|[1-9][0-9]{1,3}\.)[0-9]{1,4}      # 1.34, 2.03; not 1.00
        (?=[ ]?[)）;；,，。]|\.(?:[ ]|$)|[ ]?$)
        """,
        re.VERBOSE,
    )


@cache
def _of_a_test() -> re.Pattern[str]:
    return lazy_pattern(alternatives(page("usage.toml")["significance"]["words"]), re.VERBOSE)
