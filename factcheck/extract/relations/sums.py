"""Frame of sums: the figures of a closed list, and their total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind, amounts_in, nameless, of_another_whole, of_one_kind
from factcheck.extract.relations.reaching_back import reaching_back
from factcheck.interval import Interval
from factcheck.pattern import lazy_pattern

# How far the members of a list may stand apart, in code points.
APART = 60
# Between the members of a list: " golds, ", 枚金牌、, " silver and "
MEMBER = lazy_pattern(r"[^,，、;；:：。0-9]{0,24}(?:,|，|、|[ ]and[ ]|和|及)[^,，、;；:：。0-9]{0,24}")

# "legs of 10.4, 10.1 and 10.2 seconds for 30.7 in all": the unit of the last, a length of time, is that of all of them.
ANOTHER_MEMBER = lazy_pattern(r"(?:,?[ ]and[ ]|,[ ]|[、和及])(?=[0-9])")
# 以0-0打平，共发出4面黄牌; "value 8/10": what stands between the figures of a score, which are no parts of what comes behind.
SCORE = lazy_pattern(r"[ ]?(?:[-–—:：/]|比)[ ]?")
SUMS_OF = frozenset({"sum of", "the sum", "the sum of"})
# 、春卷4个共, 、啤酒两瓶合计
OF_ITS_OWN = lazy_pattern(
    r"、[^、，,；;0-9]{1,12}[0-9一二两三四五六七八九十]{1,4}[^、，,；;0-9]{1,2}(?:合?共|共计|合计|总共)[^、，,；;0-9]{0,2}$"
)
# 齿轮 91.5 84.2: what stands so is two columns of a table whose rows a format gives as lines (PDF, LaTeX, plain text).
COLUMNS = lazy_pattern(r"[\s&|]*")


def sums(prepared: Prepared, casts: Sequence[Cast], bind: Bind, *, earlier: Sequence[Cast]) -> Iterator[Relation]:
    """商品118亿元、服务19亿元，合计136亿元. A word that closes the list is required; 等 and "such as" leave it open.

    `earlier` are the figures of the sentences before, over which a total may reach back.
    """
    amounts = amounts_in(casts)
    for place, total in enumerate(amounts):
        behind = amounts[place + 1 :]
        addends = _addends_before(amounts[:place], total) if total.part == "total" else []
        # 总支出470万元，由工资240万元…构成; "54 seats, made up of 24 Greens …"
        if len(addends) < 2 and (total.part == "total" or (place == 0 and behind and _opens_parts(prepared, total, behind[0]))):
            addends = _addends_behind(prepared, behind, total)
        if (
            len(addends) >= 2
            and _closed(prepared, addends, total)
            and not _goes_on(prepared, casts, addends, total)
            and not of_another_whole(prepared, addends[-1], total)
            and not _member(prepared, addends[-1], total)
            and not _for_several(casts, addends, total)
            and not _are_summed_up(total)
        ):
            if addends[0].mention.span < total.mention.span:
                addends = reaching_back([*earlier, *casts[: casts.index(addends[0])]], addends, total)
            yield Relation("sum", {"addend": tuple(bind(one) for one in addends), "total": (bind(total),)})


def _member(prepared: Prepared, last: Cast, total: Cast) -> bool:
    """Whether a total is one more member of the list, of its own things: 牛肉面32元、炒饭28元、春卷4个共20元."""
    return OF_ITS_OWN.search(prepared.folded, last.mention.span.end, total.mention.span.start) is not None


def _for_several(casts: Sequence[Cast], addends: Sequence[Cast], total: Cast) -> bool:
    """Whether a total is what a number of things come to, and its addends what one costs: "£9 and £12, so the 600 cost £12,600 in all"."""
    amount = total.mention.quantity
    each = [one.mention.quantity.interval() for one in addends if one.mention.quantity is not None]
    counts = [
        one.mention.quantity.interval()
        for one in casts
        if one.mention.kind == "count" and addends[-1].mention.span < one.mention.span < total.mention.span
        if one.mention.quantity is not None
    ]
    if amount is not None and len(counts) == len(addends):
        return True  # 老人票30元，成人票60元，5位老人和3位成人共330元
    if amount is None or len(counts) != 1:
        return False
    return sum(each, Interval.point(0)).times(counts[0]).meets(amount.interval())


def _addends_before(amounts: Sequence[Cast], total: Cast) -> list[Cast]:
    """The run of levels that ends before the total; 两家公司 and 三个月 in the total's own clause count its parts."""
    run = list(amounts)
    while run and not of_one_kind(run[-1], total) and (run[-1].mention.span.start >= total.context.clause.start or _few(run[-1])):
        run.pop()
    addends: list[Cast] = []
    for one in reversed(run):
        if one.part in ("part", "change"):
            # 其中北京120人、上海135人，两地共255人; 分别新增120例、135例，累计新增255例
            return [one, *addends] if of_one_kind(one, total) and _opens_list(one, total) else addends
        if one.part not in ("level", "after") or not of_one_kind(one, total):
            break
        addends.insert(0, one)
    return _without_head(addends)


def _are_summed_up(total: Cast) -> bool:
    """Whether a small number says how many things are summed up: "1,729, the sum of two cubes"."""
    cue = total.context.cue("part.total")
    return _few(total) and cue is not None and cue.words[0].text in SUMS_OF


def _few(one: Cast) -> bool:
    """Whether a figure counts the members of the list: "$1.2 billion and $0.9 billion in two rounds"."""
    return one.mention.kind == "count" and one.mention.quantity is not None and one.mention.quantity.value < 10


def _opens_list(first: Cast, total: Cast) -> bool:
    """Whether a part of a whole, or a change that is summed up as one, is the first addend."""
    if first.part == "part":
        return first.context.cue("part.of") is not None
    cue, own = total.context.cue("change"), first.context.cue("change")
    if own is not None and own.words[0].text.startswith("rais"):
        return True  # "raised $1.2 billion and $0.9 billion" for a cause is no rise
    return cue is not None and own is not None


def _without_head(addends: list[Cast]) -> list[Cast]:
    """The addends without a small number that counts them: the three of "three plants made 120, 135 and 145 units"."""
    if len(addends) < 3 or not nameless(addends[0]):
        return addends
    head = addends[0].mention.quantity
    return addends[1:] if head is not None and head.value == len(addends) - 1 else addends


def _opens_parts(prepared: Prepared, total: Cast, first: Cast) -> bool:
    """Whether what stands behind an amount is what it is made of."""
    words = prepared.tokens_in(total.mention.span.end, first.mention.span.start)
    return first.part == "before" or any(token.has("part.only") and not token.has("part.of") for token in words)


def _goes_on(prepared: Prepared, casts: Sequence[Cast], addends: Sequence[Cast], total: Cast) -> bool:
    """Whether the list reaches further than the figures that are alike: the 3 golds of "3 golds, 5 silvers and 10 bronzes"."""
    first = addends[0]
    another = ANOTHER_MEMBER.match(prepared.folded, addends[-1].mention.span.end)
    if another is not None and addends[-1].mention.span < total.mention.span and another.end() < total.mention.number.start:
        return True
    place = casts.index(first)
    before = casts[place - 1] if place else None
    if (
        before is None
        or before is total
        or before.mention.kind not in ("count", "money", "measure")
        or before.mention.span.end < first.mention.span.start - APART
    ):
        return False
    return MEMBER.fullmatch(prepared.folded, before.mention.span.end, first.mention.span.start) is not None


def _addends_behind(prepared: Prepared, amounts: Sequence[Cast], total: Cast) -> list[Cast]:
    """Altogether 420: 120, 140 and 160; 总支出470万元，由工资240万元…构成. Every amount to the end of the sentence belongs to it."""
    if not amounts or any(one.part not in ("level", "after", "before") or not of_one_kind(one, total) for one in amounts):
        return []
    start, end = total.mention.span.end, amounts[0].mention.span.start
    closing = prepared.tokens_in(start, end) + prepared.tokens_in(amounts[-1].mention.span.end, prepared.sentence(start).end)
    if any(token.has("part.only") for token in closing) or ":" in prepared.folded[start:end] or "：" in prepared.folded[start:end]:
        return list(amounts)
    return []


def _closed(prepared: Prepared, addends: Sequence[Cast], total: Cast) -> bool:
    """Whether nothing on the way says that the list is open, that its members overlap, or that the total is of something else."""
    members = [*addends, total]
    start, end = min(one.mention.span.start for one in members), max(one.mention.span.start for one in members)
    opening = ("part.open", "part.average", "part.of", "join.compared")
    if any(token.has(kind) for token in prepared.tokens_in(start, end) for kind in opening):
        return False
    if any(SCORE.fullmatch(prepared.folded, one.mention.span.end, other.mention.span.start) for one, other in pairwise(addends)):
        return False
    lead = prepared.tokens_in(prepared.sentence(start).start, start)
    # 其中北京120人、上海135人，两地共255人 sums up parts; 共255人，其中北京120人 does not
    later = total.mention.span.start > start
    if any(token.has("part.open") or token.has("part.average") or (token.has("part.of") and not later) for token in lead):
        return False
    gaps = [(first.mention.span.end, second.mention.span.start) for first, second in pairwise(addends)]
    return all(end - start <= APART and not COLUMNS.fullmatch(prepared.folded, start, end) for start, end in gaps)
