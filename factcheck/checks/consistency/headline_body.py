r"""A figure in a headline stands in the text below it, or follows from figures there.

Headlines are written last and updated first. A headline's figure is held against every figure of its dimension in the text: it
passes where it agrees with one of them as rounded, or is the sum or difference of two, or the growth from one to another. It is an
error only where the text gives the same measure of the same subject with another figure. Left alone: headlines whose measure the text
does not have, and text that narrows the measure ("cloud revenue") where the headline does not.

Bad:  # 腾讯上半年营收⟦突破3100亿元⟧\n\n上半年，腾讯营收为2981亿元。
Bad:  # Profit ⟦tops 15.6 billion yuan⟧\n\nProfit for the half was 13.64 billion yuan.
Good: # 腾讯上半年营收近3000亿元\n\n上半年，腾讯营收为2981亿元。
Good: # Profit tops 13.6 billion yuan\n\nProfit for the half was 13.64 billion yuan.
Good: # Profit rises by 2 billion yuan\n\nProfit for the half was 13.64 billion yuan, against 11.62 billion yuan a year earlier.
Good: # 腾讯营收3100亿元\n\n上半年，腾讯广告收入为381亿元。
"""

import bisect
from collections.abc import Iterator, Sequence
from itertools import groupby, permutations

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.document import Document, Span
from factcheck.evidence.citing import dating, in_quotes, place
from factcheck.evidence.conversion import agree
from factcheck.evidence.keys import dimension, extent, same_subject, thing, time
from factcheck.evidence.statements import Statements, statements_of
from factcheck.finding import Checked, Finding, on
from factcheck.interval import Interval
from factcheck.messages import chain, say
from factcheck.wording import measure_name

LEVEL = "error"
# Derivations are tried among so many figures of a section, since more of them give nearly any sum; and so many are looked at on
# either side of it.
FIGURES = 40
# A first line is a headline where it is no longer than this, ends without a stop, and a blank line follows.
LINE = 80
STOPS = tuple("。！？；.!?;:：…")


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare each figure of a headline with those of the text."""
    statements = statements_of(case)
    for _, claims in groupby(case.claims, key=lambda claim: id(claim.document)):
        stated = [claim for claim in claims if claim.quantity is not None]
        if stated:
            yield from _of_document(stated, statements)


def _of_document(claims: Sequence[Claim], statements: Statements) -> Iterator[Finding | Checked]:
    heads = headlines(claims[0].document)
    starts = [head.start for head in heads]
    below = [claim for claim in claims if not _in_one(claim.span, heads, starts)]
    places = [claim.span.start for claim in below]
    for headline in claims:
        what = thing(headline) if _in_one(headline.span, heads, starts) else None
        if what is None or not statements.asserts(headline):
            continue
        section = _section(headline.span, places, starts)
        same = [claim for claim in below[section] if what == thing(claim) and _same(headline, claim, statements)]
        if same:
            met = _stands_below(headline, below, section)
            yield Checked((headline, *same), "agrees" if met else "disagrees")
            if not met:
                yield _finding(headline, same)


def _section(span: Span, places: Sequence[int], starts: Sequence[int]) -> slice:
    """The figures that a headline is over: all of the text for the first one, those up to the next for any other."""
    which = bisect.bisect_right(starts, span.start)
    last = len(places) if which in (1, len(starts)) else bisect.bisect_left(places, starts[which])
    return slice(bisect.bisect_left(places, span.start), last)


def _stands_below(headline: Claim, below: Sequence[Claim], section: slice) -> bool:
    """Whether a figure of the text around agrees with a headline's, whatever it is of, or two of its section together give it."""
    kind = dimension(headline.mention.unit or "")
    around = (
        *below[section],
        *below[max(0, section.start - FIGURES) : section.start],
        *below[section.stop : section.stop + FIGURES],
    )
    alike = {claim.quantity: claim for claim in around if dimension(claim.mention.unit or "") == kind}
    return any(_agree(headline, claim) for claim in alike.values()) or _derived(headline, below[section])


def _finding(headline: Claim, same: Sequence[Claim]) -> Finding:
    figures = chain([in_quotes(claim.text) for claim in same[:3]], by=" and ")
    message = say(
        'the headline gives "{headline}" for {name}, the text {figures}',
        headline=headline.text,
        name=measure_name(headline.measure or ""),
        figures=figures,
    )
    working = [chain([in_quotes(claim.text), place(claim.document, claim.span.start)], by=" — ") for claim in (headline, *same)]
    return on(
        headline,
        message,
        because=(headline, *same),
        working=[*working, say("no figure of the text agrees, and no sum, difference or growth of two")],
    )


def headlines(document: Document) -> list[Span]:
    """The headings of a document, and the first line of plain text where it looks like one."""
    blocks = document.blocks
    heads = [block.span for block in blocks if block.kind == "heading"]
    if len(blocks) > 1 and blocks[0].kind == "paragraph" and _is_title(document, blocks[0].span, blocks[1].span):
        heads.insert(0, blocks[0].span)
    return heads


def _is_title(document: Document, first: Span, second: Span) -> bool:
    blank = document.text[first.end : second.start].count("\n") > 1
    return blank and len(first) <= LINE and not document.text[first.start : first.end].rstrip().endswith(STOPS)


def _in_one(span: Span, heads: Sequence[Span], starts: Sequence[int]) -> bool:
    which = bisect.bisect_right(starts, span.start) - 1
    return which >= 0 and heads[which].contains(span)


def _same(headline: Claim, claim: Claim, statements: Statements) -> bool:
    """Whether a figure of the text is of what the headline speaks of, with nothing beside it that narrows it down."""
    if "part" in claim.carried or not same_subject(headline, claim) or extent(headline) != extent(claim):
        return False
    dated = "stated" == dating(headline) == dating(claim)
    if dated and time(headline) != time(claim):
        return False
    return statements.asserts(claim) and statements.beside(claim) <= statements.beside(headline)


def _agree(first: Claim, second: Claim) -> bool:
    assert first.quantity is not None and second.quantity is not None
    return agree([first.quantity, second.quantity]) != "disagrees"


def _derived(headline: Claim, below: Sequence[Claim]) -> bool:
    """Whether a headline's figure is the sum or the difference of two figures below, or the growth from one to another in percent."""
    assert headline.quantity is not None
    wanted = headline.quantity.comparable()
    rate, unit = headline.mention.kind == "percent", headline.mention.unit
    figures = [(claim.mention.unit, claim.quantity.comparable()) for claim in below[:FIGURES] if claim.quantity is not None]
    return any(
        wanted.meets(made)
        for (one_unit, one), (other_unit, other) in permutations(figures, 2)
        if one_unit == other_unit and (rate or one_unit == unit)
        for made in _made(one, other, rate=rate)
    )


def _made(one: Interval, other: Interval, *, rate: bool) -> Iterator[Interval]:
    if not rate:
        yield one + other
        yield one - other
        return
    ratio = one.over(other)
    if ratio is not None:
        yield ratio.scaled(100)
        yield (ratio - 1).scaled(100)
        yield (Interval.point(1) - ratio).scaled(100)
