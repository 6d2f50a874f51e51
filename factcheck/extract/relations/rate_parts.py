"""The part of a rate in its sentence: of a change, of a share, or itself a level that changes."""

from __future__ import annotations

import re

from factcheck.extract.context import Context
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast, compared, direction_of, lands, leads, weak_before
from factcheck.lexicon import Token
from factcheck.pattern import lazy_pattern

# How far behind a rate its word of change may stand: "a 5% rise", 5%的增长.
NEAR = 24
# "25% more than", "were 25% above the", "10% lower"
MORE = lazy_pattern(
    r"""
    [ ](?:
      (?P<up>more|above|higher|greater|larger|dearer|up|growth|increase|rise|gain)     # 25% more than
    | below|lower|fewer|less|smaller|cheaper|down|decline|drop|decrease|fall           # 10% lower
    )
    (?![a-z])(?![ ]than[ ](?:half|a[ ]third))
    """,
    re.VERBOSE,
)


def cast_rate(prepared: Prepared, context: Context) -> Cast:
    """The part of a percent, of points or of a multiple."""
    cue = context.cue("change", "join.from", "join.to", "part.share", "join.compared")
    if cue is not None and cue.has("basis") and not cue.has("change"):
        cue = context.cue("change", "join.from", "join.to", "part.share")  # 同比 compares with nothing that stands there
    if compared(prepared, context) or (cue is not None and _is_base(prepared, context, cue)):
        return Cast(context, "before", direction_of(context.cue("change")))
    if cue is not None and cue.has("join.from") and not cue.has("change"):
        cue = context.cue("change", "join.to", "part.share")
    if context.mention.kind == "point":
        return Cast(context, "points", direction_of(context.cue("change")) or direction_of(context.cue_after("change")))
    if _per_period(context):
        return Cast(context, "aside")
    changes = cue is not None and cue.has("change")
    if _of_whole(context) or (context.role == "share" and not changes):
        return Cast(context, "share")
    noun = _noun_of_change(context, cue)
    if noun is not None or (cue is not None and changes and not lands(prepared, cue, context)):
        return Cast(context, "rate", direction_of(noun or cue))
    ahead = MORE.match(prepared.folded, context.mention.span.end)
    if ahead is not None:
        return Cast(context, "rate", 1 if ahead["up"] else -1)  # "25% more than", "25% above the"
    part = _by_words_behind(context) if cue is None else _by_word_before(context, cue)
    part.weak_before = weak_before(prepared, context)
    return part


def _is_base(prepared: Prepared, context: Context, cue: Token) -> bool:
    """Whether a rate is what another is compared with: from 25%, "lower than the 64.0%"."""
    if not cue.has("change") and (cue.has("join.from") or (cue.has("join.compared") and cue.words[0].text.isascii())):
        return leads(prepared, cue, context)
    return cue.has("change") and cue.has("join.compared") and leads(prepared, cue, context)


def _by_word_before(context: Context, cue: Token) -> Cast:
    if cue.has("join.to"):
        return Cast(context, "after", direction_of(cue))
    return Cast(context, "share" if context.cue_after("part.of") is not None else "level")


def _by_words_behind(context: Context) -> Cast:
    behind = context.cue_after("change", "part.share")
    if behind is not None and behind.start - context.mention.span.end <= NEAR and behind.end <= context.clause.end:
        if behind.has("change"):
            return Cast(context, "rate", direction_of(behind))
        return Cast(context, "share")
    return Cast(context, "share" if context.cue_after("part.of") is not None else "level")


def _of_whole(context: Context) -> bool:
    """45% of the total."""
    behind = context.after[0] if context.after else None
    return behind is not None and behind.has("part.share") and behind.start - context.mention.span.end <= 2


def _per_period(context: Context) -> bool:
    """Whether a rate is one of many: 年均增长5% and "5% a year" are no growth from the first year to the last."""
    behind = context.after[0] if context.after else None
    if context.cue("basis.per_period", "basis.compound", "basis.mean") is not None:
        return True
    near = behind is not None and behind.start - context.mention.span.end <= 2
    return near and behind is not None and (behind.has("basis.per_period") or behind.has("basis.compound"))


def _noun_of_change(context: Context, cue: Token | None) -> Token | None:
    """The noun whose figure a rate is: 增幅为55%, "growth was 55%"."""
    if cue is None or not cue.has("join.to") or cue.has("change"):
        return None
    noun = next((token for token in reversed(context.before) if token.end <= cue.start), None)
    return noun if noun is not None and noun.has("change.rate") and cue.start - noun.end <= 1 else None
