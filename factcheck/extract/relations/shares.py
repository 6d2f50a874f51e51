"""Frames of shares: a part, its whole and the percent that it is; the shares of a closed list; one in n."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind, amounts_in, of, of_one_kind, percents_in, stands_beside

# 合格率为, 亏损面达; "a pass rate of": the share of those that the word before tells of
RATE_OF = re.compile(
    r"""
      (?P<what>[\u4e00-\u9fff]{2})(?:率|面|比例)(?:为|达|是|约为|达到|高达|约)?$        # 360人合格，合格率为
    | \b(?:a|an|the)[ ](?P<stem>[a-z]{4})[a-z]*[ ]rate[ ]of[ ](?:about[ ])?$         # 360 passed, a pass rate of
    """,
    re.VERBOSE,
)
# 占销售总额的, 占总营收
SHARE_OF = re.compile(
    r"占(?:到|了)?(?:其|公司|集团|全部|全)?(?P<noun>[^，,。；;、0-9]{1,8}?)(?:的(?:比重|比例|份额)?(?:为|达)?(?:约|近|超)?)?$"
)
GENERIC = frozenset({"总", "总数", "总量", "总额", "总体", "全部"})
# 每3人中就有1人, 每4户家庭中有一户
ONE_OF = re.compile(r"[^，,。；;0-9]{0,10}?(?:就|中|里)?有(?:1|一)")
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


def shares(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """全年营收…元，其中商品收入…元，占比…%; "of the $5 million budget, $2 million goes to schools, or 40% of the total"."""
    amounts = amounts_in(casts)
    stated = [one for one in percents_in(casts) if _is_share(prepared, casts, amounts, one)]
    if len(stated) != 1 or len(amounts) < 2:
        return
    share = stated[0]
    place = casts.index(share)
    near = [one for one in casts[max(0, place - 2) : place + 3] if one in amounts]
    near = near if len(near) == 2 else [one for one in casts[max(0, place - 2) : place + 2] if one in amounts]
    if len(near) != 2 or not of_one_kind(near[0], near[1]) or not _share_of(prepared, near, casts, share):
        return
    first, second = near
    whole, part = (second, first) if second.part in ("whole", "total") else (first, second)
    yield Relation("share", {"part": (bind(part),), "whole": (bind(whole),), "rate": (bind(share),)})


def _is_share(prepared: Prepared, casts: Sequence[Cast], amounts: Sequence[Cast], one: Cast) -> bool:
    """Whether a percent is a share: said to be one, set beside a part, or the rate of what the part is told to do."""
    if one.part == "share":
        return True
    if one.part in ("level", "after") and _rate_of(prepared, amounts, one):
        return True
    return one.part in ("level", "after") and stands_beside(prepared, casts, one, *amounts)


def _share_of(prepared: Prepared, near: Sequence[Cast], casts: Sequence[Cast], share: Cast) -> bool:
    """Whether the sentence says that one amount is part of the other: 其中, "of the", 占…的."""
    if any(one.part in ("whole", "part") for one in near):
        return True
    if near[1].part == "total":
        return False
    if _of_the_total(prepared, near[0], share) or _rate_of(prepared, near, share):
        return True
    start = near[0].mention.span.end
    end = max(near[1].mention.span.start, share.mention.span.start)
    words = prepared.tokens_in(start, end)
    return any(_parts(token.kinds) for token in words) and casts.index(near[0]) < casts.index(near[1])


def _parts(kinds: frozenset[str]) -> bool:
    return "part.of" in kinds or "part.including" in kinds


def _of_the_total(prepared: Prepared, whole: Cast, share: Cast) -> bool:
    """Whether a share is said to be of the total that stands first: 销售总额80亿元，出口36亿元，占销售总额的45%; "45% of the total"."""
    if share.mention.span < whole.mention.span:
        return False
    clause = whole.context.clause
    named = prepared.folded[clause.start : whole.mention.span.start]
    match = SHARE_OF.search(prepared.folded[share.context.clause.start : share.mention.span.start])
    if match is not None and match["noun"] != "比":
        noun = match["noun"].removeprefix("总")
        return match["noun"] in GENERIC or (bool(noun) and noun in named)
    behind = share.context.after[0] if share.context.after else None
    if behind is not None and behind.words[0].text == "of the total" and behind.start - share.mention.span.end <= 1:
        return True
    cue = share.context.cue("part.share")
    return whole.part == "total" and cue is not None and cue.end == share.mention.span.start and "占" in cue.words[0].text


def _rate_of(prepared: Prepared, amounts: Sequence[Cast], share: Cast) -> bool:
    """Whether a rate is that of those whom the clause of the amount before tells of: 360人合格，合格率45%."""
    match = RATE_OF.search(prepared.folded[share.context.clause.start : share.mention.span.start])
    before = [one for one in amounts if one.mention.span < share.mention.span]
    if match is None or len(before) != 2:
        return False
    told = prepared.folded[before[-1].mention.span.end : before[-1].context.clause.end]
    return (match["what"] or match["stem"]) in told


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
