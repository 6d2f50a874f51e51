"""The part that each figure plays in its sentence, told from the words beside it: from, to, change, rate, part, whole, total …

Roles come from words, not from word order, so that "收入由136亿元增加48.3%至202亿元" and "revenue rose 48.3% to 20.2 billion yuan from
13.6 billion" get the same ones. `relations` puts them together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from factcheck.extract.about import Context
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import Token

Part = Literal["before", "after", "level", "change", "rate", "share", "points", "part", "whole", "total", "average", "each", "one_in", "aside"]

ONE_IN = re.compile(r"(?:\bone (?:in|out of)(?: every)?|每)[ ]?$")
# 每 1000 人, "per 100,000 people": the base of a rate, no figure of its own
RATE_BASE = re.compile(r"(?:每|\bper|\bout of every)[ ]?$")
NEAR = 24


@dataclass(slots=True)
class Cast:
    """A figure, its part, and the direction of the change that it belongs to (+1, −1, 0 unknown)."""

    context: Context
    part: Part
    direction: int = 0
    weak_before: bool = False

    @property
    def unit(self) -> str | None:
        """The unit that figures must share to be compared."""
        return self.context.mention.unit


def cast(prepared: Prepared, context: Context) -> Cast:
    """The part of one figure."""
    mention = context.mention
    before = prepared.folded[max(0, mention.number.start - 20) : mention.number.start]
    if ONE_IN.search(before):
        return Cast(context, "one_in")
    if mention.kind in ("percent", "point", "multiple"):
        return _cast_rate(prepared, context)
    if mention.kind in ("money", "count", "measure"):
        return _cast_amount(prepared, context)
    return Cast(context, "aside")


def _direction(token: Token | None) -> int:
    if token is None:
        return 0
    return 1 if token.has("change.up") else -1 if token.has("change.down") else 0


def _cast_rate(prepared: Prepared, context: Context) -> Cast:
    cue = context.cue("change", "join.from", "join.to", "part.share")
    if cue is not None and cue.has("join.from") and not cue.has("change"):
        return Cast(context, "before")
    if context.mention.kind == "point":
        return Cast(context, "points", _direction(context.cue("change")) or _direction(context.cue_after("change")))
    whole = context.after[0] if context.after else None
    of_whole = whole is not None and whole.has("part.share") and whole.start - context.mention.span.end <= 2
    if of_whole or (context.role == "share" and not (cue is not None and cue.has("change"))):
        return Cast(context, "share")
    if cue is not None and cue.has("change") and not _lands(prepared, cue, context):
        return Cast(context, "rate", _direction(cue))
    behind = context.cue_after("change", "part.share")
    if cue is None and behind is not None and behind.start - context.mention.span.end <= NEAR:
        if behind.has("change"):
            return Cast(context, "rate", _direction(behind))
        return Cast(context, "share")
    if cue is not None and cue.has("join.to"):
        return Cast(context, "after", _direction(cue))
    if context.cue_after("part.of") is not None:
        return Cast(context, "share")
    return Cast(context, "level")


def _lands(prepared: Prepared, cue: Token, context: Context) -> bool:
    """Whether a word of change leads to the new level: 增至, "rose to"."""
    return cue.has("join.to") or "to" in prepared.folded[cue.end : context.mention.number.start].split()


def _cast_amount(prepared: Prepared, context: Context) -> Cast:
    cue = context.cue("change", "join.from", "join.to", "join.compared", "join.before", "part.share", "part.total", "part.average", "part.of", "part.each")
    behind = context.after[0] if context.after else None
    weak = _weak_before(prepared, context)
    if _each(prepared, context):
        average = context.cue("part.average")
        return Cast(context, "average" if average is not None else "each")
    if cue is None:
        if behind is not None and behind.has("change") and behind.has("join.compared"):
            return Cast(context, "change", _direction(behind))
        return Cast(context, "level", weak_before=weak)
    if cue.has("part.average"):
        return Cast(context, "average")
    if cue.has("join.from"):
        return Cast(context, "before")
    if cue.has("part.total"):
        return Cast(context, "total")
    if behind is not None and behind.has("change") and behind.has("join.compared"):
        return Cast(context, "change", _direction(behind))
    if cue.has("join.compared") or (cue.has("join.before") and not cue.has("join.to")):
        return Cast(context, "before")
    if cue.has("part.share"):
        return Cast(context, "whole")
    if cue.has("part.of"):
        return Cast(context, "whole" if cue.start <= context.clause.start + 3 and prepared.folded[cue.start : cue.end].startswith(("of the", "of its", "of that")) and not context.carried & {"x"} else "part")
    if cue.has("part.each") and cue.start >= context.clause.start:
        return Cast(context, "each")
    if cue.has("change"):
        if _lands(prepared, cue, context):
            return Cast(context, "after", _direction(cue), weak)
        return Cast(context, "change", _direction(cue))
    return Cast(context, "after", weak_before=weak)


def _each(prepared: Prepared, context: Context) -> bool:
    """30元一单, "12 dollars each", 每张30元."""
    folded, mention = prepared.folded, context.mention
    if mention.kind != "money":
        return False
    behind = context.after[0] if context.after else None
    if behind is not None and behind.has("part.each") and not folded[mention.span.end : behind.start].strip():
        return True
    if folded[mention.span.end : mention.span.end + 1] in ("/", "／"):
        return True
    ahead = context.cue("part.each", "change", "join.to", "part.total")
    return ahead is not None and ahead.has("part.each") and mention.number.start - ahead.end <= 6


def _weak_before(prepared: Prepared, context: Context) -> bool:
    """Whether the clause speaks of the time before: 去年出口额为…."""
    tokens = prepared.tokens_in(context.clause.start, context.mention.number.start)
    return any(token.has("join.before") for token in tokens)
