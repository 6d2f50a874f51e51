"""A change of a rate says whether it is meant in percent or in percentage points.

From 25 % to 24 % is one percentage point, or 4 % of the rate. With both ends given, the change must fit as a percentage: an error
where it can only be meant in points, a warning where rounding leaves the percentage barely possible and the points fit exactly.
Without them, a change in % of something that is itself a rate (a margin, a share, unemployment) leaves the reader guessing: a
warning. Left alone: growth rates and price indices, whose change in % is what they are.

Bad:  空置率从8.4%降至7.9%，下降⟦0.5%⟧。
Bad:  公司上半年的毛利率下降了⟦2%⟧。
Bad:  The vacancy rate slipped from 20% to 18%, down ⟦2%⟧.
Bad:  Its operating margin shrank by ⟦more than 2%⟧ in the first half.
Good: 空置率从8.4%降至7.9%，下降0.5个百分点。
Good: 公司上半年的毛利率下降到20%，净利润下降了2%。
Good: 空置率从8.4%降至7.9%，下降6%。
Good: The vacancy rate slipped from 20% to 18%, down two percentage points.
Good: Inflation is likely to rise toward the 2% target.
Good: Its operating margin shrank to 21% as costs rose 2%.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck import lexicon
from factcheck.agreement import compare
from factcheck.case import Case
from factcheck.claim import Claim, Relation
from factcheck.document import Span
from factcheck.evidence.rewriting import rewriting
from factcheck.evidence.vicinity import folded, words_after, words_before
from factcheck.evidence.working import Figures, figures_of, quoted
from factcheck.finding import Checked, Edit, Finding, Fix, Level, on
from factcheck.formula import DECREASE, FALL, GROWTH, INCREASE
from factcheck.messages import say
from factcheck.pattern import lazy_pattern
from factcheck.wording import between, language_of, plain

LEVEL = "warning"
REACH = 24
PERCENT = lazy_pattern(r"[ ]?(?:%|percent|per[ ]cent|pct)")
TOWARDS = frozenset({"to", "toward", "towards"})
FITS = frozenset({"agrees", "agrees by rounding"})
# Rates of change themselves, indices and what is no rate at all: a CPI that rises 2 % rises by 2 %.
CHANGES = frozenset({"cpi", "discount", "efficiency", "gdp_growth", "growth_rate", "ppi"})


def check(case: Case) -> Iterator[Finding | Checked]:
    """Read every change of a rate both ways. The finding stands on the change."""
    bound = {id(claim) for relation in case.relations if relation.name != "closed-shares" for claim in relation}
    for relation in case.related("rate-change"):
        yield from _between_ends(relation)
    for claim in case.claims:
        if id(claim) not in bound and _rate_without_ends(claim):
            words = say(
                "{claim} of {measure}, itself a rate: percent or percentage points?",
                claim=quoted(claim),
                measure=claim.measure_text or "",
            )
            yield on(claim, words, working=_readings(claim), fixes=tuple(_in_points(claim)))


def _between_ends(relation: Relation) -> Iterator[Finding | Checked]:
    figures = figures_of(relation, INCREASE)
    if figures is None:
        return
    ends, stated = {"before": figures["before"], "after": figures["after"]}, figures["change"]
    falls = figures["after"][0].value < figures["before"][0].value
    relative = compare(FALL if falls else GROWTH, **ends, rate=stated)
    points = compare(DECREASE if falls else INCREASE, **ends, change=stated)
    if points.verdict not in FITS or relative.verdict == "undecidable" or relative.computed is None:
        return
    only_points = relative.verdict == "disagrees"
    yield Checked(tuple(relation), "disagrees" if only_points else "agrees")
    if only_points or _at_face_value(figures):
        computed = between(relative.computed, unit="percent")
        yield _finding(relation, figures, computed, level="error" if only_points else "warning")


def _finding(relation: Relation, figures: Figures, computed: str, *, level: Level) -> Finding:
    before, after, change = (relation[role] for role in ("before", "after", "change"))
    exact = plain(_relative(figures), unit="percent")
    points = plain(figures["change"][0].value, unit="point")
    lines = (
        say("as a change of {before} it is {exact}, as rounded {computed}", before=quoted(before), exact=exact, computed=computed),
        say("{change} would have to be {points}, or lie in {computed}", change=quoted(change), points=points, computed=computed),
    )
    message = say(
        "{change} is the difference from {before} to {after} in percentage points; in percent it is {exact}",
        change=quoted(change),
        before=quoted(before),
        after=quoted(after),
        exact=exact,
    )
    fixes = (*_in_points(change), *rewriting(change, _relative(figures)))
    return on(change, message, because=(before, after), working=lines, fixes=fixes, level=level)


def _in_points(change: Claim) -> Iterator[Fix]:
    """The repair that writes percentage points for the sign or the word of percent."""
    document, place = change.document, change.mention.number.end
    match = PERCENT.match(folded(document, Span(place, change.span.end)))
    if match is not None:
        chinese = language_of(document.text[max(0, change.span.start - REACH) : change.span.start]) == "zh"
        one = change.quantity is not None and change.quantity.value == 1
        words = "个百分点" if chinese else " percentage point" if one else " percentage points"
        yield Fix(
            say('write "{better}"', better=change.mention.number_text + words), (Edit(Span(place, place + match.end()), words),)
        )


def _at_face_value(figures: Figures) -> bool:
    """Whether the figures as printed fit in points and, but for rounding, not as a percentage."""
    before, after, change = (Fraction(figures[role][0].value) for role in ("before", "after", "change"))
    return abs(after - before) == change and not figures["change"][0].interval().holds(_relative(figures))


def _relative(figures: Figures) -> Fraction:
    """The change in percent of the rate, of the figures as printed."""
    before, after = (Fraction(figures[role][0].value) for role in ("before", "after"))
    return abs(after / before - 1) * 100


def _rate_without_ends(claim: Claim) -> bool:
    """Whether a percentage changes a measure that is itself in percent, named in the same clause."""
    if claim.role != "change" or claim.mention.kind != "percent" or claim.quantity is None or claim.measure is None:
        return False
    measure = lexicon.measures()[claim.measure]
    if not _is_changed(claim):
        return False
    return measure.dimension == "percent" and not measure.broad and measure.name not in CHANGES and "measure" not in claim.carried


def _is_changed(claim: Claim) -> bool:
    """Whether a word of change leads straight to the figure, or follows it: not "rise toward its 2% target", "a cut to 2.75%"."""
    before = [token for token in words_before(claim.mention, reach=REACH) if token.has("change") or token.has("join.to")]
    if before:
        between = folded(claim.document, Span(before[-1].end, claim.mention.number.start)).split()
        return before[-1].has("change") and not before[-1].has("join.to") and TOWARDS.isdisjoint(between)
    behind = words_after(claim.mention, reach=REACH)
    return any(token.has("change") and token.start - claim.span.end <= 3 for token in behind)


def _readings(claim: Claim) -> tuple[str, ...]:
    assert claim.quantity is not None
    value = Fraction(claim.quantity.value)
    low, high = Fraction(50) - value, Fraction(50) * (1 - value / 100)
    if low <= 0:
        return ()
    return (
        say(
            "down from 50%, {change} could lead to {points} or to {percent}",
            change=plain(value, unit="percent"),
            points=plain(low, unit="percent"),
            percent=plain(high, unit="percent"),
        ),
    )
