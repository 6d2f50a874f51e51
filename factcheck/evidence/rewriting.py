"""A figure written anew in the form that it has: its digits, its grouping, its scale word; what stands around the digits stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.agreement import Repair
from factcheck.claim import Relation
from factcheck.document import Span
from factcheck.finding import Edit, Figure, Fix, edited, mention_of
from factcheck.lexicon import fold
from factcheck.mention import Mention
from factcheck.messages import say
from factcheck.pattern import lazy_pattern
from factcheck.quantity import decimal_text, power_of_ten
from factcheck.wording import bare, language_of

# 1,313.50 of 1,313.50万: the digits at the head of a number
DIGITS = lazy_pattern(r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?P<places>[0-9]+))?")


def rewritten(figure: Figure, value: Fraction, *, exact: bool = False) -> Edit | None:
    """The edit that writes a value, in the figure's unit, to the figure's last digit or exactly; None where the figure has another form.

    Only a single figure in digits is written anew: no range, nothing damaged, no number in words.
    """
    mention = mention_of(figure)
    quantity = mention.quantity
    if quantity is None or quantity.high is not None or mention.damage is not None or value <= 0:
        return None
    match = DIGITS.match(fold(mention.number_text))
    if match is None:
        return None
    places = len(match["places"] or "")
    # 1.313亿: its last digit stands at 10^5, the third behind the point, so the scale is 10^8
    scale = quantity.decimals + places
    stated = Fraction(match[0].replace(",", ""))
    if stated * power_of_ten(scale) != abs(Fraction(quantity.value)):
        return None
    number = value / power_of_ten(scale)
    if not exact:
        number = Fraction(round(value / power_of_ten(quantity.decimals))) / power_of_ten(places)
    text = decimal_text(number)
    if number == stated or not number or "/" in text:
        return None
    whole, _, rest = text.partition(".")
    if "," in match["whole"] or (not quantity.decimals and len(whole) > 4 and "," in mention.document.text):
        whole = f"{int(whole):,}"
    rest = rest if exact else rest.ljust(places, "0")
    written = whole + (f".{rest}" if rest else "")
    start = mention.number.start
    return Edit(Span(start, start + match.end()), written)


def in_its_form(mention: Mention, value: Fraction) -> str:
    """The number of a figure as it would read with another value: 1.6 million for 16 million; in full where it has another form.

    With a scale word that is too large for the value it has: 450,000, not 0.45 million.
    """
    edit = rewritten(replace(mention, damage=None), value, exact=True)
    if edit is None or (edit.text.startswith("0.") and abs(value) >= 1):
        return str(bare(value, language=language_of(mention.text)))
    return edited(mention.document.text, [edit], within=mention.number)


def rewriting(figure: Figure, value: Fraction, *, exact: bool = False) -> Iterator[Fix]:
    """The repair that writes a value in place of a figure; none where it cannot be written."""
    edit = rewritten(figure, value, exact=exact)
    if edit is not None:
        old = figure.document.text[edit.span.start : edit.span.end]
        yield Fix(say("write {new} for {old}", new=edit.text, old=old), (edit,))


def restoring(relation: Relation, repairs: Iterable[Repair]) -> Iterator[Fix]:
    """For each figure the value in the middle of what it would have to be, rounded as the figure is, where that can be written."""
    for repair in repairs:
        claims, needed = relation.all(repair.role), repair.needed
        if repair.which >= len(claims) or needed.low is None or needed.high is None:
            continue
        claim = claims[repair.which]
        if claim.quantity is None or claim.quantity.unit != repair.figure.unit or claim.quantity.decimals != repair.figure.decimals:
            continue
        yield from rewriting(claim, (needed.low + needed.high) / 2)
