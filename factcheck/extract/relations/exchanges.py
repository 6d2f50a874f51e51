"""Frame of exchanges: an amount in two currencies, and the rate that the sentence gives for them: 按1美元兑7.2元人民币计算."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind
from factcheck.extract.relations.runs import value
from factcheck.pattern import lazy_pattern

# 1美元兑7.2元; "$1 to 7.2 yuan"
FOR = lazy_pattern(r"[ ]?(?:兑换?|=|≈|合|等于|to|for|equals)[ ]?(?:人民币)?")
# What a rate can miss by where it is the one that was meant.
FAR = 3


def exchanges(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """投资2亿美元（约合人民币14.4亿元），按1美元兑7.2元人民币计算: the one amount of each currency beside the two of the rate."""
    money = [one for one in casts if one.mention.kind == "money" and one.mention.quantity is not None]
    for one, price in pairwise(money):
        between = prepared.folded[one.mention.span.end : price.mention.span.start]
        if value(one) != 1 or _currency(one) == _currency(price) or FOR.fullmatch(between) is None:
            continue
        rest = [other for other in money if other not in (one, price)]
        amounts = [[other for other in rest if _currency(other) == _currency(side)] for side in (one, price)]
        if len(rest) != 2 or any(len(found) != 1 for found in amounts):
            continue
        amount, other = amounts[0][0], amounts[1][0]
        if 1 <= FAR * value(other) / (value(amount) * value(price) or 1) <= FAR**2:
            yield Relation("product", {"factor": (bind(amount), bind(price)), "product": (bind(other),)})


def _currency(one: Cast) -> str | None:
    return one.mention.quantity.currency if one.mention.quantity is not None else None
