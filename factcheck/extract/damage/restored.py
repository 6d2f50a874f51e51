"""The 1 that a rewriting program took, put back: `65438+02月65438+05日` reads 12月15日, `/kloc-0/3.5%` 13.5%.

A token that nothing has converted stands for one digit, so what it says is what the same text says with a 1 in its place. The text with
its 1s is read by the patterns that read sound text, and what they find around a 1 is carried back to where it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.document import Span
from factcheck.extract.anchored import matches_at
from factcheck.extract.damage.damaged import Damaged
from factcheck.extract.damage.digit_token_date import find_token_dates
from factcheck.extract.damage.words import Page, behind, damaged_date, damaged_number, scaled, shown
from factcheck.extract.periods import find_periods
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

TOKEN = lazy_pattern(
    r"""
      65,?[ ]?438[ ]?\+[ ]?0(?!\d?:\d|[ ]?=)                      # 65438+05; +01:00 is a time zone
    | /?kloc-(?:[a-z ]{1,30})?0/?                                    # /kloc-0/5; /kloc-at the end of 0/838
    """,
    re.VERBOSE,
)
CLOCK = lazy_pattern(r":\d\d\.\d*\Z")  # 21:40:05.065438+00 is the fraction of a second
# Digits with at most one point, groups of three where there are commas.
NUMBER = lazy_pattern(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3}){1,8}|\d{1,24})(?:\.\d{1,24})?(?![\d,]?\d)")  # longer ones count nothing
YEARS = ("1000", "2099")
REACH = 12
CUT = "5438+"  # a token that is not put back: 65438+February


@dataclass(frozen=True, slots=True)
class Restored:
    """A text with a 1 for each token.

    `ones` are the places of these in `text`, ascending; `tokens` what each stands for in the text as it was, and `families` how it is damaged.
    """

    text: str
    ones: list[int]
    tokens: list[Span]
    families: list[str]

    def back(self, span: Span) -> Span:
        """The span of the text as it was. A token that a span touches is in it whole."""
        return Span(self._back(span.start), self._back(span.end))

    def _back(self, place: int) -> int:
        before = bisect_left(self.ones, place)
        grown = sum(len(token) - 1 for token in self.tokens[before - 1 : before])
        return place + (self.tokens[before - 1].start - self.ones[before - 1] + grown if before else 0)

    def inside(self, span: Span) -> range:
        """Which of the ones a span holds."""
        return range(bisect_left(self.ones, span.start), bisect_left(self.ones, span.end))

    def family(self, span: Span) -> str | None:
        """How the first one that a span holds is damaged; None where it holds none."""
        inside = self.inside(span)
        return self.families[inside[0]] if inside else None


def restore(folded: str) -> Restored | None:
    """The text with its 1s put back; None where no token stands in it that a 1 can be put for."""
    if not any(trace in folded for trace in ("438+", "438 +", "kloc-")):
        return None
    pieces, ones, tokens, families = [], [], [], []
    reached = length = 0
    for match in TOKEN.finditer(folded):
        token = match[0]
        if token[0] == "6" and CLOCK.search(folded, max(0, match.start() - REACH), match.start()):
            continue
        pieces += [folded[reached : match.start()], "1"]
        length += match.start() - reached
        ones.append(length)
        tokens.append(Span(match.start(), match.end()))
        families.append("digit-token" if token[0] == "6" else "placeholder")
        reached, length = match.end(), length + 1
    return Restored("".join([*pieces, folded[reached:]]), ones, tokens, families) if ones else None


def find_restored_dates(page: Page) -> Iterator[Damaged]:
    """Every date that holds a token: what the text with its 1s put back says there."""
    restored = restore(page.folded)
    if restored is None:
        return
    for damaged in find_token_dates(Page(restored.text)):  # 65438+February 65438+05: the month has a token of another kind
        yield replace(damaged, span=restored.back(damaged.span), number=restored.back(damaged.number))
    for start, line in _lines(restored):
        for period in find_periods(line):
            number = Span(start + period.number.start, start + period.number.end)
            family = restored.family(number)
            if family is None or restored.text.endswith(CUT, max(0, number.start - REACH), number.start):
                continue
            written = restored.text[number.start : number.end]
            dates = [
                (
                    _written(period.period.edtf),
                    say("{token} stands for the digit 1: {written}", token=_token(family), written=written),
                )
            ]
            span = restored.back(number)
            yield damaged_date(family, span=span, number=span, dates=dates, kind=period.kind)


def _written(edtf: str) -> str:
    """The end that is written of an open stretch: "since 2014" is damaged in its year, not in its "since"."""
    return edtf.removesuffix("/..").removeprefix("../")


def _lines(restored: Restored) -> Iterator[tuple[int, str]]:
    """The lines that hold a one, and where each starts."""
    text, end = restored.text, -1
    for one in restored.ones:
        if one < end:
            continue
        start = text.rfind("\n", 0, one) + 1
        end = text.find("\n", one)
        end = len(text) if end < 0 else end
        yield start, text[start:end]


def _token(family: str) -> str:
    return "65438+0" if family == "digit-token" else "/kloc-0/"


def find_restored_figures(page: Page) -> Iterator[Damaged]:
    """Every figure that holds a token and is no date, with its scale and unit."""
    restored = restore(page.folded)
    if restored is None:
        return
    text = restored.text
    for match in matches_at(NUMBER, text, Page(text).starts):
        number, digits = Span(match.start(), match.end()), match[0]
        family = restored.family(number)
        if family is None or text.endswith(CUT, max(0, number.start - REACH), number.start):
            continue
        around = behind(text, number.end)
        why = say("{token} stands for the digit 1", token=_token(family))
        if (
            len(digits) == 4
            and YEARS[0] <= digits <= YEARS[1]
            and family == "placeholder"
            and around.unit is None
            and not around.power
        ):
            span = restored.back(number)
            yield damaged_date(family, span=span, number=span, dates=[(digits, say("{why}: {value}", why=why, value=digits))])
            continue
        value = scaled(digits, around.power)
        found = damaged_number(
            text,
            family,
            number=Span(number.start, around.scale_end),
            values=[(value, say("{why}: {value}", why=why, value=shown(value)))],
            around=around,
        )
        yield replace(found, span=restored.back(found.span), number=restored.back(found.number))
