"""A half-year or a quarter and the months in brackets behind it are one period.

The first half runs from January to June. Left alone: fiscal years, whose quarters begin where the firm says, brackets that hold more
than the months, and a stretch that lies within the period (上半年（1—5月）).

Bad:  上半年（⟦1—9月⟧），公司收入10亿元。
Bad:  2022年第二季度（⟦1—3月⟧）收入3亿元。
Bad:  In the second quarter (⟦January to March⟧) sales fell.
Good: 上半年（1—6月），公司收入10亿元。
Good: 2022财年第二季度（7—9月）收入3亿元。
Good: In the second quarter (April to June) sales fell.
Good: In the second quarter (of the fiscal year, July to September) sales fell.
"""

from collections.abc import Iterator
from itertools import pairwise

from factcheck.case import Case
from factcheck.document import Document, Span
from factcheck.evidence.vicinity import folded
from factcheck.finding import Checked, Finding, on
from factcheck.mention import Mention
from factcheck.messages import say
from factcheck.pattern import lazy_pattern
from factcheck.period import DATE, Period

LEVEL = "warning"
OPENS = lazy_pattern(r"[ ]?[（(][ ]?(?:即|from[ ]|i\.e\.,?[ ])?")
CLOSES = lazy_pattern(r"[ ]?[)）]")
FISCAL = lazy_pattern(r"财|会计|fiscal|fy|financial[ ]year|年度")
REACH = 30


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every half-year and quarter with the months in brackets right behind it. The finding stands on the months."""
    for document in case.documents:
        for period, months in pairwise([mention for mention in case.of(document) if mention.period is not None]):
            stated, glossed = _months(period), _months(months)
            if stated is None or glossed is None or not _is_gloss(document, period, months):
                continue
            agrees = stated[0] <= glossed[0] and glossed[1] <= stated[1]
            yield Checked((period, months), "agrees" if agrees else "disagrees")
            if not agrees:
                meant = say("months {first} to {last}", first=stated[0], last=stated[1])
                message = say("{period} is {meant}, not {months}", period=period.text, meant=meant, months=months.text)
                yield on(months, message, because=(period,))


def _months(mention: Mention) -> tuple[int, int] | None:
    """The first and the last month of a stretch within a year."""
    period = mention.period
    if not isinstance(period, Period) or not period.is_range or mention.damage is not None:
        return None
    ends = [DATE.fullmatch(end) for end in period.edtf.split("/")]
    first, last = ends[0], ends[-1]
    if first is None or last is None or first["month"] is None or last["month"] is None:
        return None
    if first["year"] != last["year"] or "X" in first["month"] + last["month"]:
        return None
    return int(first["month"]), int(last["month"])


def _is_gloss(document: Document, period: Mention, months: Mention) -> bool:
    """Whether the months are all that stands in the brackets behind a period of no fiscal year."""
    gap = Span(period.span.end, max(period.span.end, months.span.start))
    around = Span(max(0, period.span.start - REACH), min(len(document.text), months.span.end + REACH))
    return (
        OPENS.fullmatch(folded(document, gap)) is not None
        and CLOSES.match(document.text, months.span.end) is not None
        and FISCAL.search(folded(document, around)) is None
    )
