"""Figures that share what is said of the one before: its gloss in brackets, and the next of a row in which each has a noun of its own."""

from __future__ import annotations

import re

from factcheck.document import Span
from factcheck.extract.context import Context
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import fold
from factcheck.lexicon.names import head_stops, words
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


# What is no owner: it is measured, or tells when.
OTHER = frozenset({"measure", "change", "time", "part", "basis", "anaphor"})
# 女性为12岁, 釜山1470毫米
PARALLEL = lazy_pattern(r"(?:[而则，；;\s]|其中)*([\u3400-\u9fff]{2,10}?)(?:则|均|都|也|只|仅)?(为|是|达|有)?约?")


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
    owned = any(
        word.has("head.stop") and word.start and (word.end - word.start > 1 or noun[word.start] in words("head", "adverbs"))
        for word in head_stops().tokens(noun)
    )
    return not noun or (own != "" and noun.endswith(own) and not owned)  # 红山军损失4000人 has an owner of its own


def parallel(prepared: Prepared, last: Context | None, context: Context) -> Span | None:
    """The owner that a clause consists of, beside its figure, where the clause before says what is measured: 女性 of 男性婚龄为14岁，女性为12岁."""
    mention = context.mention
    if last is None or last.sentence != context.sentence or last.subject is None or last.measure_text is None:
        return None
    alike = (last.mention.kind, last.mention.unit) == (mention.kind, mention.unit) and mention.unit is not None
    if not alike or last.mention.span.end > context.clause.start:
        return None
    clause = PARALLEL.fullmatch(prepared.folded, context.clause.start, mention.span.start)
    before = prepared.folded[last.clause.start : last.mention.span.start]
    if clause is None or fold(last.measure_text) not in before or fold(last.measure_text) in clause[0]:
        return None
    owner = Span(*clause.span(1))
    last_word = prepared.ending.get(owner.end)
    if clause[2] is None and (last_word is None or "entity" not in last_word.kinds):
        return None  # 岛式站台1座 has a measure of its own
    return owner if all(token.kinds.isdisjoint(OTHER) for token in prepared.tokens_in(owner.start, owner.end)) else None
