"""Frames of shares: a part, its whole and the percent that it is; the shares of a closed list; one in n."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.claim import Relation
from factcheck.document import Span
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind, amounts_in, of, of_one_kind, percents_in, stands_beside
from factcheck.extract.relations.runs import said as named
from factcheck.extract.relations.told_shares import BESIDE
from factcheck.lexicon import Token, page
from factcheck.pattern import lazy_pattern

# 合格率为, 亏损面达; "a pass rate of": the share of those that the word before tells of
RATE_OF = lazy_pattern(
    r"""
      (?P<what>[\u4e00-\u9fff]{2})(?:率|面|比例)(?:为|达|是|约为|达到|高达|约)?$        # 360人合格，合格率为
    | \b(?:a|an|the)[ ](?P<stem>[a-z]{4})[a-z]*[ ]rate[ ]of[ ](?:about[ ])?$         # 360 passed, a pass rate of
    """,
    re.VERBOSE,
)
# 占销售总额的, 占总营收
SHARE_OF = lazy_pattern(
    r"占(?:到|了)?(?:其|公司|集团|全部|全)?(?P<noun>[^，,。；;、0-9]{1,8}?)(?:的(?:比重|比例|份额)?(?:为|达)?(?:约|近|超)?)?$"
)
# 比例为, ，占比: the share of the part that the clause before tells of, where a whole is told too.
SHARE_NOUN = lazy_pattern(r"(?:比例|比率|占比|比重|百分比)(?:为|是|达|约为|达到|约)?$")
# 已通宽带的有527个: a part of what the clause before counts.
SOME_OF = lazy_pattern(r"的(?:共|就|约|只|仅)?有(?:约|近|超)?$")
# How far from 100 % shares may be that only a number of parts closes: further off, several answers or some of them are given.
FAR = 15
# "others 11%; 6% were undecided": one more share goes on with the list.
ANOTHER_BEHIND = lazy_pattern(r"[^.;。；0-9]{0,30}[;；][^.;。；0-9]{0,24}[0-9]{1,2}(?:\.[0-9]{1,2})?[ ]?(?:%|per[ ]?cent)")
# A rest is what two others leave, and its word stands near its share.
LEAST, NEAR = 3, 16
STATED = ("share", "level", "after", "before")
# "two in five", "nine out of every ten"
PARTS_IN = lazy_pattern(r"[ ](?:[a-z]{1,16}[ ])?(?:in|out[ ]of)(?:[ ]every)?[ ]")
# What says that a fraction and a percent are the same: 四分之三的选民，即75%; "a quarter of staff, or 25%"
SAME_FRACTION = lazy_pattern(
    r"""
      [^，,。；;（()0-9]{0,12} (?:（|\(|，(?:即|也就是|相当于|约?占|占比|约合|比例为)[^，。；0-9a-z]{0,4})
    | [^,;()0-9]{0,40} (?:,[ ]or|,[ ]that[ ]is,?|,[ ]i\.e\.,?|[ ]\() [ ]? (?:(?:about|some|around)[ ])?
    """,
    re.VERBOSE,
)
# "15% of revenue", but not "20% of whom", which takes up the figure before.
OF_ANOTHER = lazy_pattern(
    r"[ ]of[ ](?!(?:it|them|that|this|these|which|whom|(?:the|this|that)[ ](?:total|sum|money|amount|lot))\b)[a-z]"
)
# "33 spoilt papers (", 4000万元（占营业额
IN_BRACKETS = lazy_pattern(r"[(（][^()（）]{0,20}$")
GENERIC = frozenset({"总", "总数", "总量", "总额", "总体", "全部"})
# 每3人中就有1人, 每4户家庭中有一户
ONE_OF = lazy_pattern(r"[^，,。；;0-9]{0,10}?(?:就|中|里)?有(?:1|一)")
ONE_IN_N = lazy_pattern(r"(?:one|1)[ ](?:in|out[ ]of)[ ]")
# What stands between one in n and its percent: a noun, and one mark or word that says they are the same.
SAME_SHARE = lazy_pattern(
    r"""
      [^,;()]{0,40}? (?:,[ ]or|[ ]or|,[ ]i\.e\.|,[ ]that[ ]is,?|,|[ ]?\(|[ ][–—-])[ ]?                          # "33% of pupils, or ", "one in five ("
      (?:(?:about|around|nearly|almost|roughly|some|just[ ]over)[ ])?       # "one in four, or nearly "
      (?:one[ ](?:[a-z]+[ ])?(?:in|out[ ]of)(?:[ ]every)?[ ])?                            # "33% of pupils, or one in "
    | [^，,。；;（(]{0,30} [，,（(] (?!其中) [^，,。；;（(0-9a-z]{0,8}                    # 25%的学生步行上学，也就是每; 人中就有一人，占
    """,
    re.VERBOSE,
)


def shares(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """全年营收…元，其中商品收入…元，占比…%; "of the $5 million budget, $2 million goes to schools, or 40% of the total"."""
    amounts = [one for one in amounts_in(casts) if one.part != "one_in"]
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
    if whole.part == "part" or _of_its_own_whole(prepared, whole, share, part) or _told_again(first, second):
        return
    yield Relation("share", {"part": (bind(part),), "whole": (bind(whole),), "rate": (bind(share),)})


def _of_its_own_whole(prepared: Prepared, first: Cast, share: Cast, second: Cast) -> bool:
    """Whether a share is that of the figure in front of it, as brackets or its own words tell, and not that of the next.

    "33 spoilt (2% of those cast) and 17 blank"; 净利润4亿元，占营收的8%，其中海外1.5亿元; "$190 million, or 15% of revenue, of which
    $76 million". But "500 staff, 20% of whom, or 100" takes up the 500 as the whole.
    """
    if first.part == "whole" or not first.mention.span < share.mention.span < second.mention.span:
        return False
    folded, start, end = prepared.folded, first.mention.span.end, share.mention.span.start
    if IN_BRACKETS.search(folded, start, end) is not None or BESIDE.fullmatch(folded, start, end) is not None:
        return True
    return OF_ANOTHER.match(folded, share.mention.span.end) is not None


def _told_again(first: Cast, second: Cast) -> bool:
    """Whether the second figure says exactly what the first is a bound of: 首次突破1亿元，达1.64亿元，占总营收的7.0%."""
    one, other = first.mention.quantity, second.mention.quantity
    return one is not None and other is not None and one.hedge in ("over", "at_least") and other.value > one.value


def _is_share(prepared: Prepared, casts: Sequence[Cast], amounts: Sequence[Cast], one: Cast) -> bool:
    """Whether a percent is a share: said to be one, set beside a part, or the rate of what the part is told to do."""
    if one.part == "share":
        return True
    ahead = prepared.folded[one.context.clause.start : one.mention.span.start]
    if one.part in ("level", "after") and (_rate_of(prepared, amounts, one) or SHARE_OF.search(ahead) is not None):
        return True
    before = [other.part for other in _just_before(amounts, one)]
    if one.part == "level" and ahead.endswith(("or ", "(")) and len(before) == 2 and before[1] == "whole":
        return True  # "$1.2 billion of the $5.0 billion in sales, or 25%"
    if one.part in ("level", "after") and SHARE_NOUN.search(ahead) is not None and ("whole" in before or before[1:] == ["part"]):
        return True  # 1200人中，有444人支持，比例为37%
    return one.part in ("level", "after") and stands_beside(prepared, casts, one, *amounts)


def _just_before(amounts: Sequence[Cast], one: Cast) -> list[Cast]:
    return [other for other in amounts if other.mention.span < one.mention.span][-2:]


def _share_of(prepared: Prepared, near: Sequence[Cast], casts: Sequence[Cast], share: Cast) -> bool:
    """Whether the sentence says that one amount is part of the other: 其中, "of the", 占…的."""
    if any(one.part in ("whole", "part") for one in near):
        return True
    if near[1].part == "total":
        return False
    if SOME_OF.search(prepared.folded, near[0].mention.span.end, near[1].mention.span.start) is not None:
        return True
    if _of_the_total(prepared, near[0], near[1], share) or _rate_of(prepared, near, share):
        return True
    start = near[0].mention.span.end
    end = max(near[1].mention.span.start, share.mention.span.start)
    words = prepared.tokens_in(start, end)
    return any(_parts(token.kinds) for token in words) and casts.index(near[0]) < casts.index(near[1])


def _parts(kinds: frozenset[str]) -> bool:
    return "part.of" in kinds or "part.including" in kinds


def _of_the_total(prepared: Prepared, whole: Cast, part: Cast, share: Cast) -> bool:
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
        return part.mention.span < share.mention.span  # "$2 million, 40% of the total, while shops made $3 million"
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
    """收入仅由三部分构成：零售占45%，物流占35%，服务占25%. What closes the list is a word, its sum, or a number of parts that it has."""
    percents = percents_in(casts)
    counts = [one for one in casts if one.mention.kind == "count"]
    if len(percents) < 2 or len(percents) != len(casts) - len(counts):
        return
    start = prepared.sentence(percents[0].mention.span.start).start
    *shares_, last = percents
    summed = len(shares_) > 1 and last.mention.quantity is not None and last.mention.quantity.value == 100
    if summed and _says_total(prepared, shares_[-1], last):
        percents = shares_
    if any(one.part not in STATED or one.mention.hedge not in ("exact", "about") for one in percents):
        return
    lead = prepared.tokens_in(start, percents[0].mention.span.start)
    whole = prepared.tokens_in(start, percents[-1].mention.span.end + 4)
    if any(token.has("part.open") for token in whole):
        return
    closed = percents is shares_ or any(token.has("part.only") for token in lead) or _of_so_many_parts(lead, counts, percents)
    if closed or _takes_the_rest(prepared, percents) or _of_all_answers(prepared, percents):
        yield Relation("closed-shares", {"share": tuple(bind(one) for one in percents)})


def _says_total(prepared: Prepared, last: Cast, total: Cast) -> bool:
    """Whether a word between the last share and 100 % says that it is their sum: 合计100%, "together 100%"."""
    words = prepared.tokens_in(last.mention.span.end, total.mention.span.start)
    return any(token.has("part.total") for token in words)


def _takes_the_rest(prepared: Prepared, percents: Sequence[Cast]) -> bool:
    """Whether the last of three shares or more is that of the rest: 煤炭占56%，石油占27%，其他占17%; "46% for, 41% against, 13% undecided"."""
    if len(percents) < LEAST or not _about_all(percents):
        return False
    if ANOTHER_BEHIND.match(prepared.folded, percents[-1].mention.span.end) is not None:
        return False
    start = percents[-2].mention.span.end
    end = prepared.sentence(start).end
    return any(token.has("part.rest") for token in prepared.tokens_in(start, min(end, percents[-1].mention.span.end + NEAR)))


def _of_all_answers(prepared: Prepared, percents: Sequence[Cast]) -> bool:
    """Whether shares are those of all answers that a question has: 62%贊成，23%反對，15%無意見; 满意的占48%，一般的占32%，不满意的占20%."""
    sentence = prepared.sentence(percents[0].mention.span.start)
    ends = [sentence.start, *(place for one in percents for place in (one.mention.span.start, one.mention.span.end)), sentence.end]
    between = [prepared.folded[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)]
    return _about_all(percents) and any(
        len(answers) == len(percents) and sorted(_answer(answers, said) for said in segments) == list(range(len(answers)))
        for answers in page("wholes.toml")["answers"]
        for segments in (between[1:], between[:-1])
    )


def _answer(answers: Sequence[Sequence[str]], said: str) -> int:
    """The first answer that stands among some words, −1 where none does; 不满意 comes before 满意, which it holds."""
    return next((place for place, words in enumerate(answers) if any(named(word, said) for word in words)), -1)


def _about_all(percents: Sequence[Cast]) -> bool:
    """Whether shares make about the whole: further off, several answers or some of them are given."""
    whole = sum((Fraction(one.mention.quantity.value) for one in percents if one.mention.quantity is not None), Fraction(0))
    return abs(whole - 100) <= FAR


def _of_so_many_parts(lead: Sequence[Token], counts: Sequence[Cast], percents: Sequence[Cast]) -> bool:
    """Whether the sentence counts as many parts of a whole as it gives shares: two segments, 三家股东; not the largest three."""
    if not any(token.has("part.partition") for token in lead) or any(token.has("part.foremost") for token in lead):
        return False
    numbers = [one.mention.quantity.value for one in counts if one.mention.quantity is not None]
    return numbers == [len(percents)] and _about_all(percents)


def one_in(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """About 33.3% of pupils, or one in three; 每3人中就有1人; two in five (40%); 五分之一（20%）."""
    numbers, percents = of(casts, "one_in"), percents_in(casts)
    if len(numbers) != 1 or len(percents) != 1:
        return
    number, percent = numbers[0], percents[0]
    mention, folded = number.mention, prepared.folded
    if folded[mention.number.start - 1] == "每" and ONE_OF.match(folded, mention.span.end) is None:
        return
    roles = {"number": (bind(number),), "rate": (bind(percent),)}
    parts = next((one for one in casts if PARTS_IN.fullmatch(folded, one.mention.span.end, mention.span.start)), None)
    if parts is not None:
        roles["parts"] = (bind(parts),)
    start = parts.mention.span.start if parts is not None else mention.span.start
    first, second = sorted((Span(start, mention.span.end), percent.mention.span))
    part = mention.kind == "ratio" and ONE_IN_N.match(folded, mention.number.start) is None
    same = SAME_FRACTION if parts is not None or part else SAME_SHARE
    if same.fullmatch(folded, first.end, second.start) is not None:
        yield Relation("one-in", roles)
