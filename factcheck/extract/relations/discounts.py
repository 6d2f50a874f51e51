"""Frame of discounts: a price before, what is taken off it, and the price now: 原价800元，打七折后560元; "was $200, 30% off, now $140"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind, above, alike
from factcheck.pattern import lazy_pattern

# 原价每片, "originally ", "a list price of "
BEFORE = lazy_pattern(
    r"(?:原价|原售价|标价|定价|吊牌价)[^，,。；;0-9]{0,4}$|(?:originally|list[ ]price[ ]of|usual[ ]price[ ]of|normally|was|were)[ ]$"
)
LONGEST_WORDS = 40
OFF = lazy_pattern(r"[ ]off(?![a-z])|[ ]discount")
# ，现价, ，折后只要; " and now costs ", ", so it now sells for "
NOW = lazy_pattern(
    r"后?[，,]?(?:现价|折后价?|优惠价|现售|只要|仅需|实付|售价|后)[^，,。；;0-9]{0,4}"
    r"|[^.;0-9]{0,30}(?:(?<![a-z])now[ ](?:costs?|sells[ ]for|priced[ ]at|is|at)?|to|costs?|pay|paying|leaving)[ ]?"
)


def _is_before(prepared: Prepared, price: Cast) -> bool:
    """Whether a price is said to be the one before."""
    start = price.mention.span.start
    return BEFORE.search(prepared.folded, max(0, start - LONGEST_WORDS), start) is not None


def discounts(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """The price before, the discount and the price now, one right behind the other."""
    folded = prepared.folded
    for place in range(len(casts) - 2):
        before, rate, after = casts[place : place + 3]
        if (before.mention.kind, rate.mention.kind, after.mention.kind) != ("money", "percent", "money"):
            continue
        if not alike(above(before), above(after)) or not _is_before(prepared, before):
            continue
        kept, off = rate.mention.text.endswith("折"), OFF.match(folded, rate.mention.span.end)
        start = off.end() if off is not None else rate.mention.span.end
        if (kept or off is not None) and NOW.fullmatch(folded, start, after.mention.span.start) is not None:
            if kept:
                yield Relation("share", {"part": (bind(after),), "whole": (bind(before),), "rate": (bind(rate),)})
            else:
                yield Relation("fall", {"before": (bind(before),), "after": (bind(after),), "rate": (bind(rate),)})
