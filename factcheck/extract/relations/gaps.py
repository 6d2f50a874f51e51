"""Frame of gaps: how far apart two figures of one kind are, whichever is the larger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast, behind_word
from factcheck.extract.relations.frames import Bind, alike, amounts_in
from factcheck.pattern import lazy_pattern

# 相差12分, 差距为12分; "is 12", "of 12"
SAYS = lazy_pattern(
    r"[达到为是约仅只有了]{0,4}|(?<=领先)(?:了|对手|第二名|[\u3400-\u9fff]{1,4})|[ ](?:was|is|of|stood[ ]at|comes[ ]to)?[ ]?(?:only|just)?[ ]?"
)


# 领先, "a lead of": one of another count than the two before has words in front of it, 首轮领先 and "after a lead of"
LEADS = frozenset({"领先", "winning by", "a lead of"})
STRAIGHT = lazy_pattern(r"[，,；;][\u3400-\u9fff]{0,4}(?<![轮场曾度])|,[ ]")
# 以664票之差当选
BY, APART = lazy_pattern(r"(?:以|仅以)$"), lazy_pattern(r"之差|的优势|的差距")


def gaps(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """两队分别得到98分和86分，相差12分; "the gap between the 52,000 and the 48,000 is 4,000"."""
    rates = [one for one in casts if one.mention.kind == "percent" or _points(one)]
    for figures in (amounts_in(casts), rates):
        gap = next((one for one in figures if _is_gap(prepared, one)), None)
        if gap is None:
            continue
        place = figures.index(gap)
        ends = figures[place - 2 : place] if place >= 2 else figures[1:3] if place == 0 else []
        if len(ends) == 2 and not _straight(prepared, ends[-1], gap):
            continue
        if len(ends) != 2 or any(end.part in ("change", "rate", "average", "each") for end in ends) or not _apart(ends, gap):
            continue
        low, high = sorted(ends, key=lambda one: one.mention.quantity.value if one.mention.quantity is not None else 0)
        yield Relation("gap", {"before": (bind(low),), "after": (bind(high),), "change": (bind(gap),)})


def _is_gap(prepared: Prepared, one: Cast) -> bool:
    """Whether a word for a gap leads straight to a figure, or one that opened its sentence does: "the gap between … is 4,000"."""
    cue = one.context.cue("part.gap")
    start, end = prepared.sentence(one.mention.span.start).start, one.mention.span.start
    if BY.search(prepared.folded, start, end) is not None and APART.match(prepared.folded, one.mention.span.end) is not None:
        return True
    if cue is not None and cue.start >= one.context.clause.start:
        if behind_word(one.context, "part.average") is not None:
            return False  # 场均得分相差3分 is a gap of something else
        return SAYS.fullmatch(prepared.folded, cue.end, end) is not None
    words = prepared.tokens_in(start, end)
    said = any(token.has("part.gap") and "between" in prepared.folded[token.start : token.end + 8] for token in words)
    verb = one.context.before[-1] if one.context.before else None
    return said and verb is not None and verb.has("join.to") and not prepared.folded[verb.end : end].strip()


def _points(one: Cast) -> bool:
    """Whether a figure is one of points, which between percents are percentage points."""
    return one.mention.kind == "point" or one.mention.unit == "score"


def _straight(prepared: Prepared, last: Cast, gap: Cast) -> bool:
    """Whether a word for a lead follows the two figures at once."""
    cue = gap.context.cue("part.gap")
    if cue is None or cue.words[0].text not in LEADS or cue.start < last.mention.span.end:
        return True
    return STRAIGHT.fullmatch(prepared.folded, last.mention.span.end, cue.start) is not None


def _apart(ends: Sequence[Cast], gap: Cast) -> bool:
    first, second = ends
    if first.mention.kind == second.mention.kind == "percent":
        return gap.mention.kind == "percent" or _points(gap)
    return alike(first, second) and alike(first, gap)
