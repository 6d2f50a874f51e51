"""A figure and its gloss in brackets are the same amount.

A gloss is a figure in the other language (12亿元 for 1.2 billion yuan), one that 即 or "or" brings in, or the percent of tenths in a
word (两成（21%）). Both are compared as the intervals they were rounded from. Left alone: two other figures of one language, since the
one in brackets is often that of another year; another currency; a gloss that misses by a power of ten (unit/scale-slip); and hedged
figures (wording/hedge-against-value).

Bad:  The fund holds 1.2 billion yuan (⟦18亿元⟧).
Bad:  展会接待观众368万人次（⟦2.68 million visits⟧）。
Bad:  两成店主（⟦36%⟧）打算涨价。
Good: 两成店主（21%）打算涨价。
Good: The fund holds 1.2 billion yuan (12.4亿元).
Good: 展会接待观众368万人次（3.7 million visits）。
Good: The deal cost $1.2 billion (84亿元).
Good: 去年净利润为18亿元（12亿元）。
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.agreement import agree, scale_slip
from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.document import Span
from factcheck.evidence.rewriting import rewriting
from factcheck.evidence.vicinity import folded
from factcheck.evidence.working import gap_words, quoted
from factcheck.finding import Checked, Finding, on
from factcheck.messages import say
from factcheck.pattern import lazy_pattern
from factcheck.quantity import BOUNDS, RATES
from factcheck.wording import between, language_of

LEVEL = "error"
# （即12亿元）, "(or 1.2 billion)", "(i.e., 40 people)"
SAME_AMOUNT = lazy_pattern(r"[（(\[][ ]?(?:即|合|或|or|i\.e\.,?|that is,?)[ ]?$")


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every gloss in brackets with its figure, where both have one unit. The finding stands on the gloss."""
    for relation in case.related("gloss"):
        figure, gloss = relation["figure"], relation["gloss"]
        if figure.quantity is None or gloss.quantity is None or not _one_amount(figure, gloss):
            continue
        verdict = agree((figure.quantity, gloss.quantity))
        if verdict == "disagrees" and scale_slip(figure.quantity, gloss.quantity) is not None:
            continue
        yield Checked((figure, gloss), verdict)
        if verdict == "disagrees":
            yield _finding(figure, gloss)


def _one_amount(figure: Claim, gloss: Claim) -> bool:
    """Whether the text gives one amount twice: in one unit, unhedged by a bound, in two languages or with a word that says so."""
    if _tenths(figure) and gloss.mention.unit == "percent" and gloss.mention.hedge == "exact":
        return True
    units = {figure.mention.unit, gloss.mention.unit} - {None}
    if len(units) > 1 or units & RATES or {figure.mention.hedge, gloss.mention.hedge} & (BOUNDS | {"nearly"}):
        return False
    if language_of(quoted(figure)) != language_of(quoted(gloss)):
        return True
    return SAME_AMOUNT.search(folded(gloss.document, Span(figure.span.end, gloss.span.start))) is not None


def _tenths(figure: Claim) -> bool:
    """Whether a percent is told in tenths, which brackets give to the digit: 两成受访者（21%）."""
    return figure.mention.hedge == "exact" and figure.text.endswith(("成", "成半")) and not any(map(str.isascii, figure.text))


def _finding(figure: Claim, gloss: Claim) -> Finding:
    assert figure.quantity is not None and gloss.quantity is not None
    language, unit = language_of(quoted(gloss)), gloss.mention.unit
    one, other = figure.quantity.comparable(), gloss.quantity.comparable()
    lines = (
        say("{figure} stands for {stretch}", figure=quoted(figure), stretch=between(one, unit=unit, language=language)),
        say("{gloss} stands for {stretch}", gloss=quoted(gloss), stretch=between(other, unit=unit, language=language)),
    )
    gap = gap_words(one.gap(other), unit=unit, language=language)
    return on(
        gloss,
        say("{gloss} is not {figure}, whose gloss it is: {gap} apart", gloss=quoted(gloss), figure=quoted(figure), gap=gap),
        because=(figure,),
        working=lines,
        fixes=(*rewriting(gloss, Fraction(figure.quantity.value)), *rewriting(figure, Fraction(gloss.quantity.value))),
    )
