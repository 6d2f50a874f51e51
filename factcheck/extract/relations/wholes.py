"""Frames of parts and wholes: sums, shares, closed lists of shares, one in n."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind, alike, amounts_in, nameless, of, of_one_kind, percents_in, stands_beside

# How far the members of a list may stand apart, in code points.
APART = 60
# Between the members of a list: " golds, ", 枚金牌、, " silver and "
MEMBER = re.compile(r"[^,，、;；:：。0-9]{0,24}(?:,|，|、|[ ]and[ ]|和|及)[^,，、;；:：。0-9]{0,24}")
# 每3人中就有1人, 每4户家庭中有一户
ONE_OF = re.compile(r"[^，,。；;0-9]{0,10}?(?:就|中|里)?有(?:1|一)")
# "… and 12 km, and swam 2 km in all", "… and the team made 96 in all"
ANOTHER = re.compile(r",?[ ](?:and|while|but)[ ](?!(?:a|so|in|thus|thereby|altogether|making|together|bringing|has|had)[ ])[a-z]+[ ](?:[a-z]+[ ]){0,3}$")
# 全队, 全镇; not 全年 and 全部
WHOLE_OF = re.compile(r"全(?P<noun>[队镇市县省国校厂村区州球团班院组])")
# What stands between one in n and its percent: a noun, and one mark or word that says they are the same.
SAME_SHARE = re.compile(
    r"""
      [^,;()]{0,40}? (?:,[ ]or|[ ]or|,|[ ]?\()[ ]?                          # "33% of pupils, or ", "one in five ("
      (?:(?:about|around|nearly|almost|roughly|some|just[ ]over)[ ])?       # "one in four, or nearly "
      (?:one[ ](?:in|out[ ]of)(?:[ ]every)?[ ])?                            # "33% of pupils, or one in "
    | [^，,。；;（(]{0,30} [，,（(] (?!其中) [^，,。；;（(0-9a-z]{0,8}                    # 25%的学生步行上学，也就是每; 人中就有一人，占
    """,
    re.VERBOSE,
)


def sums(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """商品118亿元、服务19亿元，合计136亿元. A word that closes the list is required; 等 and "such as" leave it open."""
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
            and not _goes_on(prepared, casts, addends[0], total)
            and not _of_another_whole(prepared, addends, total)
        ):
            yield Relation("sum", {"addend": tuple(bind(one) for one in addends), "total": (bind(total),)})


def _addends_before(amounts: Sequence[Cast], total: Cast) -> list[Cast]:
    """The run of levels that ends before the total; 两家公司 and 三个月 in the total's own clause count its parts."""
    run = list(amounts)
    while run and not of_one_kind(run[-1], total) and run[-1].mention.span.start >= total.context.clause.start:
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


def _opens_list(first: Cast, total: Cast) -> bool:
    """Whether a part of a whole, or a change that is summed up as one, is the first addend."""
    if first.part == "part":
        return first.context.cue("part.of") is not None
    cue = total.context.cue("change")
    return cue is not None and first.context.cue("change") is not None


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


def _of_another_whole(prepared: Prepared, addends: Sequence[Cast], total: Cast) -> bool:
    """Whether the total is said of more than the addends: "… and the team made 96 in all", 全队共得96分."""
    start, end = addends[-1].mention.span.end, total.mention.span.start
    if end <= start:
        return False
    between = prepared.folded[start:end]
    if ANOTHER.search(between):
        return True
    whole = WHOLE_OF.search(between)
    return whole is not None and whole["noun"] not in prepared.folded[prepared.sentence(start).start : start]


def _goes_on(prepared: Prepared, casts: Sequence[Cast], first: Cast, total: Cast) -> bool:
    """Whether the list reaches further back than the figures that are alike: the 3 golds of "3 golds, 5 silvers and 10 bronzes"."""
    place = next(place for place, one in enumerate(casts) if one is first)
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
    lead = prepared.tokens_in(prepared.sentence(start).start, start)
    # 其中北京120人、上海135人，两地共255人 sums up parts; 共255人，其中北京120人 does not
    opening = ("part.open", "part.average") if total.mention.span.start > start else ("part.of", "part.open", "part.average")
    if any(token.has(kind) for token in lead for kind in opening):
        return False
    return all(second.mention.span.start - first.mention.span.end <= APART for first, second in pairwise(addends))


def shares(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """全年营收…元，其中商品收入…元，占比…%; "of the $5 million budget, $2 million goes to schools, or 40% of the total"."""
    amounts = amounts_in(casts)
    stated = [
        one
        for one in percents_in(casts)
        if one.part == "share" or (one.part == "level" and stands_beside(prepared, casts, one, *amounts))
    ]
    if len(stated) != 1 or len(amounts) < 2:
        return
    share = stated[0]
    place = casts.index(share)
    near = [one for one in casts[max(0, place - 2) : place + 3] if one in amounts]
    near = near if len(near) == 2 else [one for one in casts[max(0, place - 2) : place + 2] if one in amounts]
    if len(near) != 2 or not alike(near[0], near[1]) or not _share_of(prepared, near, casts, share):
        return
    first, second = near
    whole, part = (second, first) if second.part in ("whole", "total") else (first, second)
    yield Relation("share", {"part": (bind(part),), "whole": (bind(whole),), "rate": (bind(share),)})


def _share_of(prepared: Prepared, near: Sequence[Cast], casts: Sequence[Cast], share: Cast) -> bool:
    """Whether the sentence says that one amount is part of the other: 其中, "of the", 占…的."""
    if any(one.part in ("whole", "part") for one in near):
        return True
    if near[1].part == "total":
        return False
    if _of_the_total(prepared, near[0], share):
        return True
    start = near[0].mention.span.end
    end = max(near[1].mention.span.start, share.mention.span.start)
    return any(token.has("part.of") for token in prepared.tokens_in(start, end)) and casts.index(near[0]) < casts.index(near[1])


def _of_the_total(prepared: Prepared, whole: Cast, share: Cast) -> bool:
    """公司总收入80亿元，服务收入为20亿元，占总收入的25%: the total that the share is of is the first amount's."""
    stated, clause = share.context.clause, whole.context.clause
    before = prepared.folded[stated.start : share.mention.span.start]
    named = prepared.folded[clause.start : whole.mention.span.start]
    return ("占总" in before or "占全" in before) and ("总" in named or "全" in named)


def closed_shares(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """收入仅由三部分构成：零售占45%，物流占35%，服务占25%. A word that closes the list is required."""
    percents = percents_in(casts)
    counts = sum(one.mention.kind == "count" for one in casts)
    stated = [one for one in percents if one.part in ("share", "level") and one.mention.hedge in ("exact", "about")]
    if len(percents) < 2 or len(percents) != len(casts) - counts or len(stated) < len(percents):
        return
    start = prepared.sentence(percents[0].mention.span.start).start
    lead = prepared.tokens_in(start, percents[0].mention.span.start)
    whole = prepared.tokens_in(start, percents[-1].mention.span.end + 4)
    if any(token.has("part.only") for token in lead) and not any(token.has("part.open") for token in whole):
        yield Relation("closed-shares", {"share": tuple(bind(one) for one in percents)})


def one_in(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """About 33.3% of pupils, or one in three; 每3人中就有1人."""
    numbers, percents = of(casts, "one_in"), percents_in(casts)
    if len(numbers) != 1 or len(percents) != 1:
        return
    mention = numbers[0].mention
    if prepared.folded[mention.number.start - 1] == "每" and ONE_OF.match(prepared.folded, mention.span.end) is None:
        return
    first, second = sorted((mention.span, percents[0].mention.span))
    if SAME_SHARE.fullmatch(prepared.folded, first.end, second.start) is None:
        return
    yield Relation("one-in", {"number": (bind(numbers[0]),), "rate": (bind(percents[0]),)})
