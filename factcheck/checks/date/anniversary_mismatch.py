"""An anniversary has the number of the years since the founding that the same sentence tells of.

Both the year of the founding and that of the anniversary have to be written, and the anniversary has to be that of what was founded
("its 90th anniversary", 建校七十周年). Left alone: anniversaries of something else, and ranges of years (a season).

Bad:  剧社成立于1956年，2016年迎来建社⟦七十周年⟧。
Bad:  始创于1985年的书店2015年庆祝⟦40周年⟧。
Bad:  Founded in 1923, the choir celebrated its ⟦90th⟧ anniversary in 2023.
Bad:  The choir was founded in 1923, and in 2023 it marked its ⟦110th⟧ anniversary.
Good: 剧社成立于1956年，2016年迎来建社六十周年。
Good: 剧社成立于1956年，2016年举行抗战胜利71周年音乐会。
Good: Founded in 1923, the choir celebrated its 100th anniversary in 2023.
Good: Founded in 1923, the choir celebrated its 10th anniversary in China in 2023.
Good: Founded in 1923, the choir sang in 2018 at the 100th anniversary of the armistice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.case import Case
from factcheck.document import Document, Span
from factcheck.evidence.rewriting import rewriting
from factcheck.evidence.vicinity import folded
from factcheck.finding import Checked, Finding, on
from factcheck.lexicon.calendar import alternatives, listed
from factcheck.mention import Mention
from factcheck.messages import say
from factcheck.passage import passage
from factcheck.pattern import lazy_pattern
from factcheck.period import DATE
from factcheck.quantity import decimal_text

LEVEL = "warning"
NEAR = 24
FOUNDED = alternatives(listed("founded"))
FOUNDED_BEFORE = lazy_pattern(rf"(?<![a-z])(?:{FOUNDED})(?:\ (?:in|on|back\ in))?\ ?$", re.VERBOSE)
FOUNDED_BEHIND = lazy_pattern(rf"\ ?(?:{FOUNDED})", re.VERBOSE)
# "anniversary in 2023", but not "in China" and "of the armistice"
BEHIND = lazy_pattern(r"[ ]anniversary(?=[,.;)]|[ ](?:in|on)[ ](?:[a-z]{3,9}[ ])?[0-9]|[ ](?:this|last)[ ]year|$)")
OF_ITS_OWN = lazy_pattern(
    r"""
      (?:its|their)[ ]$                                                                       # celebrated its
    | (?:迎来|喜迎|庆祝|欢庆|适逢|正值|恰逢)其?$                                              # 庆祝
    | (?:迎来|喜迎|庆祝|欢庆|纪念|适逢|正值|恰逢|举办|举行|是|为)其?(?:建(?![党国军])|创|开)[\u3400-\u9fff]$   # 迎来建校
    """,
    re.VERBOSE,
)


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every anniversary with the years between the two dates of its sentence."""
    for document in case.documents:
        mentions = [mention for mention in case.of(document) if mention.kind in ("date", "period", "duration", "ordinal")]
        for mention in mentions:
            if mention.quantity is None or mention.hedge != "exact" or not _is_anniversary(document, mention):
                continue
            sentence = passage(document).sentence(mention.span.start)
            years = [(other, year) for other in mentions if sentence.contains(other.span) and (year := _year(other)) is not None]
            founded = [(other, year) for other, year in years if _is_founding(document, other)]
            held = [pair for pair in years if pair not in founded]
            if len(founded) == 1 and len(held) == 1:
                yield from _compared(mention, founded[0], held[0])


def _is_anniversary(document: Document, mention: Mention) -> bool:
    before = folded(document, Span(max(0, mention.span.start - NEAR), mention.span.start))
    behind = folded(document, Span(mention.span.end, min(len(document.text), mention.span.end + NEAR + 2)))
    named = mention.text.endswith("周年") or BEHIND.match(behind) is not None
    return named and OF_ITS_OWN.search(before) is not None


def _year(mention: Mention) -> int | None:
    """The year of a date; None of what has none or runs over several."""
    match = DATE.fullmatch(mention.period.edtf) if mention.period is not None else None
    return int(match["year"]) if match is not None and match["year"].isdecimal() else None


def _is_founding(document: Document, date: Mention) -> bool:
    before = folded(document, Span(max(0, date.span.start - NEAR), date.span.start))
    behind = folded(document, Span(date.span.end, min(len(document.text), date.span.end + NEAR)))
    return FOUNDED_BEFORE.search(before) is not None or FOUNDED_BEHIND.match(behind) is not None


def _compared(mention: Mention, founded: tuple[Mention, int], held: tuple[Mention, int]) -> Iterator[Finding | Checked]:
    assert mention.quantity is not None
    years = held[1] - founded[1]
    agrees = mention.quantity.value == years
    yield Checked((mention, founded[0], held[0]), "agrees" if agrees else "disagrees")
    if not agrees and years > 0:
        yield on(
            mention,
            say(
                "from {founded} to {held} there are {years} years, not {stated}",
                founded=founded[1],
                held=held[1],
                years=years,
                stated=decimal_text(mention.quantity.value),
            ),
            because=(founded[0], held[0]),
            fixes=tuple(rewriting(mention, Fraction(years))),
            working=(f"{held[1]} − {founded[1]} = {years}",),
        )
