"""A range of dates ends after it starts.

Left alone: years before Christ, which count down; ranges without a year that cross into the next one (12月 to 3月); and numbers
that fall from one count to another ("membership fell from 2013 to 1985").

Bad:  研究涵盖⟦2013—2009年⟧的数据。
Bad:  展览于⟦2021年9月30日至2021年9月3日⟧举行。
Bad:  The study covers the years ⟦2013 to 2009⟧.
Bad:  The fair runs from ⟦June 2021 to May 2020⟧.
Good: 研究涵盖2009—2013年的数据。
Good: 项目于12月30日至3月30日试运行。
Good: The study covers the years 2009 to 2013.
Good: Membership fell from 2013 to 1985 in a year; the pool is closed from December to March.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.vicinity import folded
from factcheck.finding import Checked, Edit, Finding, Fix, on
from factcheck.mention import Mention
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

LEVEL = "error"
YEARS = lazy_pattern(r"(?<![0-9])[0-9]{4}(?![0-9])")


def check(case: Case) -> Iterator[Finding | Checked]:
    """Look at every range of which both ends are written."""
    for mention in case.mentions:
        period = mention.period
        if period is None or not period.is_range or ".." in period.edtf:
            continue
        yield Checked((mention,), "disagrees" if period.reversed else "agrees")
        if period.reversed:
            first, second = period.edtf.split("/")
            yield on(
                mention,
                say("{mention} ends before it starts", mention=mention.text),
                working=(say("{second} is before {first}", second=second, first=first),),
                fixes=tuple(_changing_places(mention)),
            )


def _changing_places(mention: Mention) -> Iterator[Fix]:
    """The repair that lets the two years of a range change places, where its years are all that differs."""
    words = folded(mention.document, mention.span)
    years = [Span(mention.span.start + match.start(), mention.span.start + match.end()) for match in YEARS.finditer(words)]
    if len(years) == 2 and mention.period is not None and len(mention.period.edtf) == len("2013/2009"):
        first, second = (mention.document.text[year.start : year.end] for year in years)
        yield Fix(say("let the two figures change places"), (Edit(years[0], second), Edit(years[1], first)))
