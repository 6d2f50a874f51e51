"""The part that each figure plays in its sentence (before, after, rate, part, whole, total), told from the words beside it.

Roles come from words, not from word order, so that "收入由136亿元增加48.3%至202亿元" and "revenue rose 48.3% to 20.2 billion yuan from
13.6 billion" get the same ones. `relations` puts them together.
"""

from __future__ import annotations

from factcheck.extract.context import Context
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.amount_parts import cast_amount
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.rate_parts import cast_rate
from factcheck.lexicon import units
from factcheck.pattern import lazy_pattern

# "one in three", "one child in five", "two in five", 每三人
ONE_IN = lazy_pattern(r"(?:\b(?:one|two|three|four|five|six|seven|eight|nine) (?:[a-z]{1,16} )?(?:in|out of)(?: every)?|每)[ ]?$")


def cast(prepared: Prepared, context: Context) -> Cast:
    """The part of one figure."""
    mention = context.mention
    before = prepared.folded[max(0, mention.number.start - 36) : mention.number.start]
    if _second_part(prepared, context) or context.role is None:
        return Cast(context, "aside")
    if ONE_IN.search(before):
        return Cast(context, "one_in")
    if mention.kind == "ratio" and mention.quantity is not None and 0 < mention.quantity.value < 1:
        return Cast(context, "one_in")  # a quarter, 五分之一
    if mention.kind in ("percent", "point", "multiple"):
        return cast_rate(prepared, context)
    if mention.kind in ("money", "count", "measure"):
        return cast_amount(prepared, context)
    return Cast(context, "aside")


def _second_part(prepared: Prepared, context: Context) -> bool:
    """Whether a figure is the rest of a measurement in two units: the 20分 of 4小时20分 is no level of its own."""
    token = prepared.ending.get(context.mention.span.start)
    if token is None or not token.has("unit") or not prepared.folded[token.start - 1 : token.start].isdigit():
        return False
    coin = any(units()[word.meaning].kind == "money" for word in token.words if word.kind == "unit")
    return coin or context.mention.kind != "money"  # 4吨16.8元 is two figures
