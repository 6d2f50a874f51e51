"""Frames of parts: a part beside the whole that it is in, and a percent of a small number of people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast, Part, opening_words
from factcheck.extract.relations.frames import Bind, alike, amounts_in
from factcheck.pattern import lazy_pattern

# 其中尚不含…3.98亿元, 其中新增…，总经费6.9亿元 (over all years): what is left out, or is a whole of its own, is no part.
OUTSIDE = lazy_pattern(r"不含|不包括|不计|未含|未计|总|累计|excluding|not\ counting|total|in\ all")
# 25名患者的有效率为; a rate of survival is estimated, and counts nobody
THEIR_RATE = lazy_pattern(r"[名位例个][^，,。；;0-9]{0,8}的(?![^率]*(?:生存|存活|复合))[^，,。；;0-9]{1,5}率(?:为|达|是)?")
# "Of the 56 pupils in the class, only 53 went"
OF_THE = lazy_pattern(r"\s*of[ ](?:the|its|their|these|all)[ ]")
SOME = lazy_pattern(r"[^,.;:0-9]{0,40},[ ](?:only|just|about|some|as[ ]many[ ]as)?[ ]?")
LEVELS: tuple[Part, ...] = ("level", "after", "total", "whole")


def parts(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """慢病用户650万，其中糖尿病用户260万; "3,200 staff, of whom 1,900 are women": the part right behind 其中, and the one whole before it."""
    amounts = amounts_in(casts)
    for place, part in enumerate(amounts):
        if place == 1 and _out_of(prepared, amounts[0], part):
            yield Relation("out-of", {"whole": (bind(amounts[0]),), "part": (bind(part),)})
            continue
        cue = part.context.cue("part.of", "part.including")
        if place == 0 or cue is None or part.part in ("whole", "change", "before") or not _opens(prepared, cue.start, part):
            continue
        if OUTSIDE.search(prepared.folded, cue.end, part.mention.span.start):
            continue
        wholes = [one for one in amounts[:place] if alike(one, part)]
        if len(wholes) != 1 or wholes[0] is not amounts[place - 1] or wholes[0].part not in LEVELS:
            continue
        if not _averages(prepared, wholes[0]):
            yield Relation("part", {"whole": (bind(wholes[0]),), "part": (bind(part),)})


def _out_of(prepared: Prepared, whole: Cast, part: Cast) -> bool:
    """Whether a bare number behind "Of the 56 pupils" is that of some of them."""
    bare = part.mention.kind == "count" and part.mention.span.end == part.mention.number.end and part.part in ("level", "part")
    between = prepared.folded[whole.mention.span.end : part.mention.span.start]
    ahead = prepared.folded[prepared.sentence(whole.mention.span.start).start : whole.mention.span.start]
    return (
        bare
        and whole.part == "whole"
        and OF_THE.fullmatch(ahead) is not None
        and SOME.fullmatch(between) is not None
        and alike(whole, part)
    )


def _averages(prepared: Prepared, whole: Cast) -> bool:
    """Whether a level is an average, which some of those it is taken over lie above: 居民人均收入2.8万元，其中城镇居民3.5万元."""
    ahead = prepared.folded[whole.context.clause.start : whole.mention.span.start]
    return any(word in ahead for word in opening_words("part.average"))


def _opens(prepared: Prepared, place: int, part: Cast) -> bool:
    """Whether 其中 or "including" opens the clause of a part, so that it speaks of the whole before."""
    ahead = prepared.folded[max(0, place - 2) : place].rstrip()
    return ahead.endswith((",", "，", "(", "（", "、")) and part.mention.hedge in ("exact", "about", "over", "at_least")


def of_few(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """在50名受访者中，42%…; 25名患者的有效率为84%: a percent of a number of people that no amount stands beside."""
    if len(casts) != 2:
        return
    whole, rate = casts
    rated = THEIR_RATE.fullmatch(prepared.folded, whole.mention.number.end, rate.mention.span.start) is not None
    if (
        not (whole.part == "whole" or rated)
        or whole.mention.kind != "count"
        or rate.mention.kind != "percent"
        or rate.part in ("rate", "before")
    ):
        return
    if whole.mention.hedge == rate.mention.hedge == "exact":
        yield Relation("of-few", {"whole": (bind(whole),), "rate": (bind(rate),)})
