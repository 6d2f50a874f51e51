"""Frame of multiples: two levels of one thing, and how many times the first the second is: doubled, 翻两番, 是…的3倍, "twice as many"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast, direction_of, says_only
from factcheck.extract.relations.changes import level_pairs
from factcheck.extract.relations.frames import Bind, alike, amounts_in, of_one_measure, percents_in
from factcheck.lexicon import Token
from factcheck.pattern import lazy_pattern

# Words that may stand between a multiple and the levels that it leads from and to.
FILLERS = (
    "hedge",
    "join.before",
    "join.filler",
    "join.compared",
    "join.from",
    "join.to",
    "change",
    "basis",
    "unit",
    "measure",
    "time",
)
# "three times as many as the 3,000", "twice the 3,000", "2.5 times that of"
OF_THE_BASE = lazy_pattern(
    r"""
      [ ](?:as[ ][a-z]{1,12}[ ]as|more[ ]than|[a-z]{1,10}er[ ]than)[ ](?:the|its|their|last[ ]year's)?[ ]?    # "as many as the 3,000"
    | [ ](?:the|its|that[ ]of|last[ ]year's)[ ]                                                              # "twice the 3,000"
    | [ ](?:that|those)[ ]of[ ][^,.;0-9]{1,40}(?:,[ ]which[ ][a-z]{1,12}|[ ]with|[ ][(]|,[ ]at)[ ]?                     # "that of the south plant, which made "
    | [ ]as[ ][a-z]{1,12}[ ]as[ ][^,.;0-9]{1,40}(?:,[ ](?:who|which)[ ][a-z]{1,12}|[ ]with|[ ][(]|,[ ]at)[ ]?            # "as many as women, who filed "
    """,
    re.VERBOSE,
)
# ，是乙厂（; " claims, ": what stands between a figure and the multiple that it is, apart from the words of the lexicon.
IS = lazy_pattern(r"[，,](?:大?约|将近)?(?:是|为|相当于)[^，。；、0-9]{0,12}[（(]?|[ ][a-z]{1,16},[ ]")
# ，五年翻了一番
IN_YEARS = lazy_pattern(r"[，,][0-9一二三四五六七八九十两]{1,3}年(?:间|内|来|里|时间)?")
# "rose three times" and "a threefold increase" are said of three times as much and of three times more.
MORE = lazy_pattern(r"[ ](?:more|higher|larger|greater|bigger|longer|increase|rise|growth|gain|jump)(?![a-z])")


def multiples(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """产量从40吨增加到160吨，翻了两番; 2400人，是去年800人的3倍; "doubled from 40 tonnes to 80"."""
    stated = [one for one in casts if one.mention.kind == "multiple" or _of_change(prepared, one)]
    if len(stated) != 1 or stated[0].mention.quantity is None or stated[0].mention.quantity.value == 0:
        return
    times = stated[0]
    base = _base(prepared, casts, times)
    pair = _of_the_base(prepared, casts, times, base) or (_of_a_change(prepared, casts, times) if base is None else None)
    if pair is not None:
        before, after = pair
        yield Relation(_name(prepared, times), {"before": (bind(before),), "after": (bind(after),), "times": (bind(times),)})


def _of_change(prepared: Prepared, one: Cast) -> bool:
    """Whether a fraction is what something grew or fell by: 减少了一半, "cut by a third"."""
    if one.mention.kind != "ratio":
        return False
    cue = one.context.cue("change", "join.to", "join.from")
    between = prepared.folded[cue.end : one.mention.span.start].strip() if cue is not None else ""
    return cue is not None and cue.has("change") and not cue.has("join.to") and between in ("", "了", "by", "近", "约")


def _base(prepared: Prepared, casts: Sequence[Cast], times: Cast) -> Cast | None:
    """The figure behind a multiple that it is said to be of: "rose 8%, twice the 4% of the year before, to $1,080 from $1,000"."""
    behind = next(iter(casts[casts.index(times) + 1 :]), None)
    if behind is None or not OF_THE_BASE.fullmatch(prepared.folded, times.mention.span.end, behind.mention.span.start):
        return None
    return behind


def _of_the_base(prepared: Prepared, casts: Sequence[Cast], times: Cast, base: Cast | None) -> tuple[Cast, Cast] | None:
    """The level that a multiple is said to be of, and the one that is the multiple: 2400人，是去年800人的3倍."""
    folded, place = prepared.folded, casts.index(times)
    if base is not None:
        before, after, end = base, casts[place - 1] if place else None, times.mention.span.start
    elif place >= 2 and folded[casts[place - 1].mention.span.end : times.mention.span.start] in ("的", "之", ")的", "）的"):
        before, after, end = casts[place - 1], casts[place - 2], casts[place - 1].mention.span.start
    else:
        return None
    if after is None or not _levels_of_one_thing(before, after):
        return None
    joined = IS.fullmatch(folded, after.mention.span.end, end) or says_only(prepared, after.mention.span.end, end, *FILLERS)
    return (before, after) if joined else None


def _of_a_change(prepared: Prepared, casts: Sequence[Cast], times: Cast) -> tuple[Cast, Cast] | None:
    """The levels of a change that a multiple in the same breath sums up."""
    pairs = [*level_pairs(prepared, amounts_in(casts)), *level_pairs(prepared, percents_in(casts))]
    if len(pairs) != 1 or not _levels_of_one_thing(*pairs[0]):
        return None
    before, after = pairs[0]
    first, last = sorted((before.mention.span, after.mention.span))
    here = times.mention.span
    if here > last:
        years = IN_YEARS.match(prepared.folded, last.end)
        start = years.end() if years is not None else last.end
        joined = says_only(prepared, start, here.start, *(kind for kind in FILLERS if kind != "measure"))
    elif here < first:
        words = prepared.tokens_in(here.end, first.start)
        joined = not any(token.has("join.and") or _moves_on(token, here.end) for token in words)
    else:
        joined = not any(token.has("join.and") for token in prepared.tokens_in(first.end, last.start))
    return (before, after) if joined and of_one_measure(times, after) else None


def _moves_on(token: Token, place: int) -> bool:
    """Whether a word of change is one of its own: not the noun of "a threefold increase", nor the "falling" of "halved, falling from"."""
    return token.has("change") and token.start > place + 1 and not token.words[0].text.endswith("ing")


def _levels_of_one_thing(before: Cast, after: Cast) -> bool:
    one, other = before.mention, after.mention
    if one.kind == other.kind == "percent":
        return True
    return "multiple" not in (one.kind, other.kind) and alike(before, after) and of_one_measure(before, after)


def _name(prepared: Prepared, times: Cast) -> str:
    """Which relation a multiple states: so many times as much, so many times more, or either of the two."""
    folded, mention = prepared.folded, times.mention
    if mention.kind == "ratio":
        return "times-less" if direction_of(times.context.cue("change")) < 0 else "times-more"
    words = folded[mention.number.start : mention.span.end]
    ahead = [token for token in times.context.before if token.end <= mention.span.start]
    before = ahead[-1] if ahead else None
    verb = before is not None and before.has("change") and not before.has("join.to")
    near = before is not None and folded[before.end : mention.span.start].strip() in ("", "了", "by", "约", "of")
    if "倍" in words and not words.startswith("翻"):
        if folded.endswith(("翻", "翻了"), 0, mention.span.start):
            return "times-either"
        return "times-more" if verb and near else "times"
    if words.endswith(("times", "fold")) and ((verb and near) or MORE.match(folded, mention.span.end)):
        return "times-either"
    return "times"
