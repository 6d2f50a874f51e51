"""Figures that share what is said of the one before: its gloss in brackets, and the next of a row in which each has a noun of its own."""

from __future__ import annotations

import re

from factcheck.extract.context import Context
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import fold
from factcheck.lexicon.names import head_stops
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

# 5 miles (8 km); 281,754 miners (36.9%)
OPENED = lazy_pattern(
    r"([^，,。.;；:：()（）0-9]{0,40}?)[ ]?[(（][ ]?(?:约|合|即|or[ ]|about[ ]|approx\.?[ ]|approximately[ ]|roughly[ ])?"
)
CLOSED = (")", "）")
# 46 schools, 18 colleges and; 小学46所、中学
JOINED = lazy_pattern(
    r"""
    (?P<before>[^，,、。.;；:：()（）0-9]{0,24}?) [ ]?
    (?: (?P<row>、|和|与|及|以及|,?[ ]and|,(?=[ ])) | ， )       # 46 schools, 18 colleges; 学校8所，书店
    [ ]?(?:约|另有)?
    (?P<noun>[^，,、。.;；:：()（）0-9]{0,16})
    """,
    re.VERBOSE,
)


def is_gloss(prepared: Prepared, last: Context | None, mention: Mention) -> bool:
    """Whether a figure says in brackets what the one before says, or what share that is."""
    if last is None or not prepared.folded.startswith(CLOSED, mention.span.end):
        return False
    between = OPENED.fullmatch(prepared.folded, last.mention.span.end, mention.span.start)
    return between is not None and between[1].strip() in fold(last.measure_text or "")


def is_listed(prepared: Prepared, last: Context | None, context: Context) -> bool:
    """Whether a figure and the one before stand in a row, each with its noun: whose the one is, the other is too.

    What stands between them is their nouns alone; a name there may be that of another owner.
    """
    if last is None or last.sentence != context.sentence:
        return False
    start, end = last.mention.span.end, context.mention.span.start
    between = JOINED.fullmatch(prepared.folded, start, end) if start < end else None
    if between is None or any("entity" in token.kinds for token in prepared.tokens_in(start, end)):
        return False
    noun, own = between["noun"], fold(context.measure_text or "")
    if between["before"].strip() not in fold(last.measure_text or "") or (not noun and between["row"] is None):
        return False
    owned = any(word.has("head.stop") and word.start and word.end - word.start > 1 for word in head_stops().tokens(noun))
    return not noun or (own != "" and noun.endswith(own) and not owned)  # 红山军损失4000人 has an owner of its own
