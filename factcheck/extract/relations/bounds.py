"""Frame of bounds: the least and the greatest of something, and the average that lies between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.claim import Relation
from factcheck.document import Span
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast, behind_word, opening_words
from factcheck.extract.relations.frames import Bind, can_be_negative, of_one_measure
from factcheck.extract.relations.partitions import found_partitions
from factcheck.extract.relations.runs import Paragraph, value
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

# What stands between the two ends of a range: 从19岁到34岁, "from 40 to 80", "at $800 and go up to $2,400".
ENDS = lazy_pattern(r"[ ]?(?:到|至|和|与|-|–|—|~|to|and|and[ ]go|and[ ]go[ ]up[ ]to)[ ]?(?:a high of[ ])?")
# What stands between the members of a list, and how many make one.
JOINED = lazy_pattern(r"[ ]?(?:、|，|,|(?:,[ ])?and|和|与|及|以及)[ ]?")
LISTED = 3
# How far 最低 and "lowest" may stand in front of their figure.
NEAR = 12
# What an average is called between its word and its figure: 平均年龄为, "average being", "mean length of".
NAMED = lazy_pattern(
    r"""
      [^，,。；;：:（(0-9]{0,6}?                                  # 平均气温为
    | (?:[ ][a-z]{1,14}){0,2}[ ](?:of|was|is|at|being|were|came[ ]to|:)?[ ]?(?:about|around)?[ ]?   # "average height of "
    """,
    re.VERBOSE,
)


# "1.42 (95% CI 0.91 to 1.38)", 2.35（95%置信区间：1.10～2.05）: between an estimate and its level, and between that and the interval.
LEVEL_OF = lazy_pattern(r"[ ]?[（(\[,，;；][ ]?")
INTERVAL = lazy_pattern(
    r"[ ]?(?:c[.]?i[.]?|置信区间|可信区间|信赖区间|confidence[ ]intervals?)[ ]?(?:[:：,，=]|为|是|of|was)?[ ]?[（(\[]?", re.VERBOSE
)
TO = lazy_pattern(r"[ ]?(?:,|，|to|至|到|-|–|—|~|～)[ ]?")
# A noun in the forms of one: age and ages, score and scores.
STEM = 5
WORD = lazy_pattern(r"[a-z]+|[\u3400-\u9fff]+")
LINKS = frozenset({"of", "was", "is", "at", "being", "were", "came", "to", "about", "around", "为", "是", "达", "约", "约为"})


def average_bounds(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """成绩最高96分，最低42分，平均71分; "scores ranged from 40 to 80, with a mean of 61"."""
    averages = [one for one in casts if _averages(prepared, one)]
    if len(averages) != 1:
        return
    average = averages[0]
    ends = _range(prepared, casts, average) or _extremes(casts, average) or _listed(prepared, casts, average)
    if ends is None or not all(_comparable(end, average) for end in ends):
        return
    low, high = ends
    yield Relation("average-bounds", {"low": (bind(low),), "high": (bind(high),), "average": (bind(average),)})


def confidence_bounds(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """优势比为1.42（95%CI：1.10～2.05）; "the hazard ratio was 1.12 (95% CI, 0.91 to 1.38)": an estimate and its confidence interval."""
    folded = prepared.folded
    for place in range(len(casts) - 2):
        estimate, level, low = casts[place : place + 3]
        if level.mention.kind != "percent" or INTERVAL.fullmatch(folded, level.mention.span.end, low.mention.span.start) is None:
            continue
        if LEVEL_OF.fullmatch(folded, estimate.mention.span.end, level.mention.span.start) is None:
            continue
        high = (
            low if low.mention.quantity is not None and low.mention.quantity.high is not None else _end_of(prepared, casts, place)
        )
        ends = (low, high) if high is not None else ()
        if ends and all(
            one.mention.kind == estimate.mention.kind and not can_be_negative(prepared, one) for one in (estimate, *ends)
        ):
            yield Relation("confidence-bounds", {"low": (bind(low),), "high": (bind(ends[1]),), "average": (bind(estimate),)})


def _end_of(prepared: Prepared, casts: Sequence[Cast], place: int) -> Cast | None:
    """The second end of an interval that is written as two figures."""
    low, high = casts[place + 2], casts[place + 3] if place + 3 < len(casts) else None
    if high is None or TO.fullmatch(prepared.folded, low.mention.span.end, high.mention.span.start) is None:
        return None
    return high if value(low) < value(high) else None


def growth_bounds(paragraph: Paragraph, bind: Bind) -> Iterator[Relation]:
    """进出口增长7.3%。其中，出口增长9.1%；进口增长4.3%: a whole grows faster than the slowest of its parts, and slower than the fastest."""
    for parts, whole in found_partitions(paragraph):
        rates = [growth for one in (whole, *parts) if (growth := _growth(paragraph, one)) is not None]
        if len(rates) != len(parts) + 1 or len({rate.context.against for rate in rates} - {None}) > 1:
            continue
        low, *_, high = sorted(rates[1:], key=value)
        yield Relation("growth-bounds", {"low": (bind(low),), "high": (bind(high),), "average": (bind(rates[0]),)})


def _growth(paragraph: Paragraph, level: Cast) -> Cast | None:
    """The rise that is told right behind a level; none where it falls, or is told in another sentence."""
    rate = next((following for one, following in pairwise(paragraph.casts) if one is level), None)
    if rate is None or rate.part != "rate" or rate.direction <= 0 or rate.mention.kind != "percent":
        return None
    return rate if rate.context.sentence == level.context.sentence else None


def _averages(prepared: Prepared, one: Cast) -> bool:
    """Whether a word for a mean or a median leads straight to a figure: not to that of another noun, not to so much each."""
    context, mention = one.context, one.mention
    start = behind_word(context, "part.mean")
    if start is None or mention.quantity is None or mention.quantity.high is not None:
        return False
    words = prepared.tokens_in(start, mention.span.start)
    if any(token.has(kind) for token in words for kind in ("part.each", "join.before", "join.compared")):
        return False
    if any(token.has("change") and not token.has("change.rate") for token in words):
        return False
    behind = context.after[0] if context.after else None
    ahead = prepared.tokens_in(context.clause.start, start)
    if any(token.has("join.compared") for token in ahead):
        return False  # "against an average of 28 °C last year"
    others = ("part.each", "basis.per_period", "join.before")
    if behind is not None and behind.start - mention.span.end <= 1 and any(behind.has(kind) for kind in others):
        return False
    named = NAMED.fullmatch(prepared.folded, start, mention.span.start)
    return named is not None and (mention.kind == "measure" or _named_again(prepared, Span(start, mention.span.start)))


def _named_again(prepared: Prepared, name: Span) -> bool:
    """Whether what is averaged is what the sentence speaks of elsewhere: the 年龄 of 平均年龄, or no noun at all."""
    folded, sentence = prepared.folded, prepared.sentence(name.start)
    elsewhere = folded[sentence.start : name.start] + folded[name.end : sentence.end]
    covered = {
        place
        for token in prepared.tokens_in(name.start, name.end)
        if token.has("join") or token.has("hedge")
        for place in range(token.start, token.end)
    }
    words = WORD.findall(
        "".join(
            " " if name.start + place in covered else character for place, character in enumerate(folded[name.start : name.end])
        )
    )
    return all(word in LINKS or word[:STEM] in elsewhere for word in words)


def _range(prepared: Prepared, casts: Sequence[Cast], average: Cast) -> tuple[Cast, Cast] | None:
    """The ends of a range that the words say things lie in: one figure of two ends, or two figures."""
    spans = [one for one in casts if one is not average and _said_to_range(prepared, one)]
    if len(spans) != 1:
        return None
    first = spans[0]
    if first.mention.quantity is not None and first.mention.quantity.high is not None:
        return first, first
    place = next(place for place, one in enumerate(casts) if one is first)
    second = casts[place + 1] if place + 1 < len(casts) else None
    if second is None or second is average:
        return None
    between = prepared.folded[first.mention.span.end : second.mention.span.start]
    return (first, second) if ENDS.fullmatch(between) is not None else None


def _said_to_range(prepared: Prepared, one: Cast) -> bool:
    """Whether a word of range stands before a figure, or, in Chinese, behind the second one: 从19岁到34岁不等, 3.2%至8.8%之间."""
    ahead = prepared.tokens_in(one.context.clause.start, one.mention.number.start)
    if one.context.cue("part.range") is not None and any(token.has("part.range") for token in ahead):
        return True
    behind = prepared.tokens_in(one.mention.span.end, min(one.context.clause.end, one.mention.span.end + 20))
    return any(token.has("part.range") and not token.words[0].text.isascii() for token in behind) and (
        one.context.cue("join.from") is not None or one.mention.quantity is None or one.mention.quantity.high is not None
    )


def _listed(prepared: Prepared, casts: Sequence[Cast], average: Cast) -> tuple[Cast, Cast] | None:
    """The least and the greatest of a list right before its average: 分别得了81分、85分和92分，平均86分."""
    place = next(place for place, one in enumerate(casts) if one is average)
    members: list[Cast] = []
    for one in reversed(casts[:place]):
        between = prepared.folded[one.mention.span.end : members[-1].mention.span.start] if members else ""
        if not _comparable(one, average) or (members and JOINED.fullmatch(between) is None):
            break
        members.append(one)
    if len(members) < LISTED:
        return None
    ordered = sorted(members, key=lambda one: Fraction(one.mention.quantity.value) if one.mention.quantity else Fraction(0))
    return ordered[0], ordered[-1]


def _extremes(casts: Sequence[Cast], average: Cast) -> tuple[Cast, Cast] | None:
    """The figures that 最低 and 最高, "lowest" and "highest" stand before."""
    lows = [one for one in casts if one is not average and _marked(one, "part.min")]
    highs = [one for one in casts if one is not average and _marked(one, "part.max")]
    return (lows[0], highs[0]) if len(lows) == len(highs) == 1 and lows[0] is not highs[0] else None


def _marked(one: Cast, kind: str) -> bool:
    """Whether the word right in front of a figure makes it the least or the greatest."""
    if one.mention.hedge in ("at_least", "at_most"):
        return one.mention.hedge == ("at_least" if kind == "part.min" else "at_most")
    cue = one.context.cue("part.min", "part.max") or one.context.cue("measure")
    if cue is None or one.mention.span.start - cue.end > NEAR:
        return False
    return cue.has(kind) or cue.words[0].text.startswith(opening_words(kind))  # 最低气温为12℃


def _comparable(end: Cast, average: Cast) -> bool:
    """Whether an end of the range is of the kind and the unit of the average."""
    one, other = end.mention, average.mention
    if one.quantity is None or other.quantity is None:
        return False
    noun = average.context.measure_token
    if not of_one_measure(end, average) and not (noun is not None and noun.has("part.mean")):
        return False  # 均价 names no measure of its own
    bare = "count" in (one.kind, other.kind) and (_unnamed(one) or _unnamed(other))
    return (one.kind == other.kind and one.unit == other.unit) or bare


def _unnamed(mention: Mention) -> bool:
    """Whether a figure stands without a unit of its own: "from 5 to 40 minutes"."""
    return mention.kind == "count" and mention.span.end == mention.number.end
