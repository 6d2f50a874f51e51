"""Frame of contents: so much for each, a number of these, and what they make together: 每箱24瓶，500箱共12,000瓶."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind, above, alike, names_another_whole
from factcheck.extract.relations.prices import prices
from factcheck.lexicon import page
from factcheck.lexicon.rates import Denominator, denominators, is_rate, numerator, unit_named

MEASURED = ("measure", "duration")
COUNTED = ("level", "after", "whole", "each", "total")


def products(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """What things cost at a price each, or else what they hold."""
    found = list(prices(prepared, casts, bind)) or list(contents(prepared, casts, bind))
    yield from found


def contents(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """每箱24瓶，500箱共12,000瓶; 每10股派3元，总股本2亿股，合计派发6000万元: words have to say that the last figure is all there is."""
    rates = [one for one in casts if is_rate(one.mention.unit)]
    if len(rates) != 1 or rates[0].part not in COUNTED or numerator(rates[0].mention.unit or "") is None:
        return
    rate, place = rates[0], casts.index(rates[0])
    below = denominators(rate.mention.unit or "")
    if len(below) != 1:
        return
    around = [index for index in (place - 1, place + 1) if 0 <= index < len(casts)]
    counts = [index for index in around if casts[index].part in COUNTED and _counts(casts[index], below[0])]
    last = max(place, *counts) + 1 if len(counts) == 1 else len(casts)
    if last >= len(casts) or casts[last].part != "total" or not alike(casts[last], above(rate)):
        return
    count, total = casts[counts[0]], casts[last]
    between = prepared.folded[casts[last - 1].mention.span.end : total.mention.span.start]
    if any(word in between for word in page("rates.toml")["closing"]["beside"]) or names_another_whole(prepared, count, total):
        return
    yield Relation("product", {"factor": (bind(count), bind(rate)), "product": (bind(total),)})


def _counts(count: Cast, below: Denominator) -> bool:
    """Whether a figure is a number of what a rate is for: 500箱 for 每箱, 3吨 for 每公斤; not the 10股 of 每10股 itself."""
    unit, each = unit_named(count.mention.unit), unit_named(below.unit)
    if unit is None or each is None:
        return False
    return unit.name == each.name or (unit.kind in MEASURED and unit.dimension == each.dimension)
