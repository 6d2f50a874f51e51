"""Relations: figures of one sentence that the words bind together, so that the arithmetic checks need no search.

Each frame takes the parts that `roles` gave and says which claims play which role. What no frame takes is bound to nothing and counts
as not checked. A relation is bound only where the sentence leaves one way to bind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from factcheck.claim import Claim, Relation
from factcheck.extract.about import Context
from factcheck.extract.prepared import Prepared
from factcheck.extract.roles import Cast, Part, cast
from factcheck.lexicon import measures, units
from factcheck.mention import Mention

Bind = Callable[[Cast], Claim]
# Between the members of a list: 118亿元、服务19亿元和…; "a, b and c"
BRACKET_OPENS = re.compile(r"[ ]?[（(\[][ ]?(?:或|即|约|or|about|i\.e\.,?|some)?[ ]?")
# 48 in "(48-kilometer-tall)" closes its bracket, 5 ft in "(5 ft 11 in)" does not.
BRACKET_CLOSES = re.compile(r"[ ]?[^（()）\n0-9]{0,12}[）)\]]")


def find_relations(prepared: Prepared, contexts: Sequence[Context], claims: Sequence[Claim]) -> list[Relation]:
    """Every relation of a document. `claims` are those of the contexts, one to one."""
    claim_of = {id(context): claim for context, claim in zip(contexts, claims, strict=True)}

    def bind(part: Cast) -> Claim:
        return claim_of[id(part.context)]

    found: list[Relation] = []
    for _, group in groupby(contexts, key=lambda context: context.sentence):
        casts = [cast(prepared, context) for context in group if context.mention.quantity is not None]
        found.extend(_glosses(prepared, casts, bind))
        casts = [part for part in casts if part.part != "aside"]
        for frame in (_changes, _point_changes, _sums, _shares, _prices, _averages, _one_in, _closed_shares):
            found.extend(frame(prepared, casts, bind))
    return found


def _of(casts: Sequence[Cast], *parts: Part) -> list[Cast]:
    return [one for one in casts if one.part in parts]


def _amounts(casts: Sequence[Cast]) -> list[Cast]:
    return [one for one in casts if one.context.mention.kind in ("money", "count", "measure")]


def _percents(casts: Sequence[Cast]) -> list[Cast]:
    return [one for one in casts if one.context.mention.kind == "percent"]


def _distance(casts: Sequence[Cast], first: Cast, second: Cast) -> int:
    return abs(casts.index(first) - casts.index(second))


def _alike(first: Cast, second: Cast) -> bool:
    """Whether two amounts can be of one thing. A currency or a noun that only one of them names is that of both; a physical unit
    is not, and a classifier such as 个 or 座 says nothing of what is counted: 1座站台 and 3个站台面 are no two counts of one thing.
    """
    one, other = first.context.mention, second.context.mention
    known = units()
    if "measure" in (one.kind, other.kind):
        return one.kind == other.kind and one.unit in known and other.unit in known and known[one.unit].dimension == known[other.unit].dimension
    if one.kind == other.kind == "count" and (_classified(one) or _classified(other)):
        return one.text[len(one.number_text) :] == other.text[len(other.number_text) :] and first.context.measure == second.context.measure
    return one.unit == other.unit or one.unit is None or other.unit is None


def _classified(mention: Mention) -> bool:
    unit = units().get(mention.unit or "")
    return unit is not None and unit.classifier


def _pair(casts: Sequence[Cast]) -> Iterator[tuple[Cast, Cast]]:
    """Each level with the level that it is compared with, the nearest one, each used once."""
    amounts = [one for one in casts if one.part in ("before", "after", "level")]
    befores = _of(amounts, "before")
    if not befores:
        weak = [one for one in amounts if one.weak_before]
        befores = weak if len(weak) == 1 and len(amounts) == 2 else []
    used: set[int] = set()
    for before in befores:
        choices = [one for one in amounts if one is not before and one not in befores and id(one) not in used and _alike(one, before)]
        landed = [one for one in choices if one.part == "after"] or choices or _in_another_currency(before, amounts)
        if landed:
            after = min(landed, key=lambda one: _distance(casts, before, one))
            used.add(id(after))
            yield before, after


def _in_another_currency(before: Cast, amounts: Sequence[Cast]) -> list[Cast]:
    """The level that a sum of money is said to have moved to, where only its currency differs: from $800 million to 6 billion yuan."""
    money = [one for one in amounts if one.part in ("after", "level") and one.context.mention.kind == before.context.mention.kind == "money"]
    return money if len(money) == 1 and before.part == "before" else []


def _changes(_: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """由136亿元增加48.3%至202亿元; "rose 48.3% to 20.2 billion from 13.6 billion"; 比年初的…增加…元."""
    amounts = _amounts(casts)
    pairs = list(_pair(amounts))
    rates = [one for one in _percents(casts) if one.part == "rate"]
    changes = [one for one in amounts if one.part == "change"]
    for before, after in pairs:
        roles = {"before": (bind(before),), "after": (bind(after),)}
        rate = _nearest(casts, [one for one in rates if _of_one_measure(one, after)], before, after, taken=len(pairs) > 1)
        if rate is not None:
            yield Relation("fall" if _sign(rate, after) < 0 else "growth", {**roles, "rate": (bind(rate),)})
        same = [one for one in changes if _alike(one, before) and _of_one_measure(one, after)]
        change = _nearest(casts, same, before, after, taken=len(pairs) > 1)
        if change is not None:
            yield Relation("decrease" if _sign(change, after) < 0 else "increase", {**roles, "change": (bind(change),)})


def _of_one_measure(change: Cast, level: Cast) -> bool:
    """Whether a change can be that of a level: 毛利率由25%提高到27%，净利率上升3个百分点 names another measure for it."""
    one, other = change.context, level.context
    if one.measure is None or other.measure is None or "measure" in one.carried or one.measure == other.measure:
        return True
    known = measures()
    return known[one.measure].broad or known[other.measure].broad


def _sign(change: Cast, after: Cast) -> int:
    return change.direction or after.direction


def _nearest(casts: Sequence[Cast], choices: Sequence[Cast], before: Cast, after: Cast, *, taken: bool) -> Cast | None:
    if not choices or (len(choices) > 1 and not taken):
        low, high = sorted((casts.index(before), casts.index(after)))
        near = [one for one in choices if low - 1 <= casts.index(one) <= high + 1]
        return near[0] if len(near) == 1 else None
    best = min(choices, key=lambda one: min(_distance(casts, one, before), _distance(casts, one, after)))
    return best if min(_distance(casts, best, before), _distance(casts, best, after)) == 1 else None


def _point_changes(_: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """毛利率由25.2%提高到27%，上升1.8个百分点; "from 25% to 24%, down 1%", where the unit of the change is the question."""
    percents = _percents(casts)
    for before, after in _pair(percents):
        roles = {"before": (bind(before),), "after": (bind(after),)}
        points = [one for one in casts if one.part == "points" and _of_one_measure(one, after)]
        rates = [one for one in percents if one.part == "rate" and _of_one_measure(one, after)]
        if len(points) == 1:
            sign = points[0].direction or after.direction
            yield Relation("points-down" if sign < 0 else "points-up", {**roles, "change": (bind(points[0]),)})
        elif len(rates) == 1 and len(percents) == 3:
            yield Relation("rate-change", {**roles, "change": (bind(rates[0]),)})


def _sums(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """商品118亿元、服务19亿元，合计136亿元. A word that closes the list is required; 等 and "such as" leave it open."""
    amounts = _amounts(casts)
    for place, total in enumerate(amounts):
        if total.part != "total" or place < 2:
            continue
        addends: list[Cast] = []
        for one in reversed(amounts[:place]):
            if one.part not in ("level", "after") or not _alike(one, total) or one.context.mention.hedge not in ("exact", "about"):
                break
            addends.insert(0, one)
        if len(addends) < 2 or not _closed(prepared, addends, total):
            continue
        yield Relation("sum", {"addend": tuple(bind(one) for one in addends), "total": (bind(total),)})


def _closed(prepared: Prepared, addends: Sequence[Cast], total: Cast) -> bool:
    start, end = addends[0].context.mention.span.start, total.context.mention.span.start
    tokens = prepared.tokens_in(start, end)
    if any(token.has("part.open") or token.has("part.average") or token.has("part.of") or token.has("join.compared") for token in tokens):
        return False
    lead = prepared.tokens_in(prepared.sentence_starts[addends[0].context.sentence], start)
    if any(token.has("part.of") or token.has("part.open") for token in lead):
        return False
    casts_between = [one.context.mention for one in addends]
    return all(second.span.start - first.span.end <= 60 for first, second in zip(casts_between, casts_between[1:], strict=False))


def _shares(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """全年营收…元，其中商品收入…元，占比…%; "of the $5 million budget, $2 million goes to schools, or 40% of the total"."""
    shares = [one for one in _percents(casts) if one.part == "share"]
    amounts = _amounts(casts)
    if len(shares) != 1 or len(amounts) < 2:
        return
    share = shares[0]
    place = casts.index(share)
    near = [one for one in casts[max(0, place - 2) : place + 2] if one in amounts]
    if len(near) != 2 or not _alike(near[0], near[1]) or not _share_of(prepared, near, casts, share):
        return
    first, second = near
    whole, part = (second, first) if second.part == "whole" else (first, second)
    yield Relation("share", {"part": (bind(part),), "whole": (bind(whole),), "rate": (bind(share),)})


def _share_of(prepared: Prepared, near: Sequence[Cast], casts: Sequence[Cast], share: Cast) -> bool:
    """Whether the sentence says that one amount is part of the other: 其中, "of the", 占…的."""
    if any(one.part in ("whole", "part") for one in near):
        return True
    start = near[0].context.mention.span.end
    end = max(near[1].context.mention.span.start, share.context.mention.span.start)
    return any(token.has("part.of") for token in prepared.tokens_in(start, end)) and casts.index(near[0]) < casts.index(near[1])


def _prices(_: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """共售出…张门票，每张…元，总收入…元."""
    prices = _of(casts, "each")
    if len(prices) != 1:
        return
    place = casts.index(prices[0])
    counts = [one for one in casts[:place] if one.context.mention.kind == "count" and one.part not in ("change", "before")]
    totals = [one for one in casts[place + 1 :] if one.context.mention.kind == "money" and one.part not in ("change", "before", "average")]
    if len(counts) == 1 and len(totals) == 1 and casts.index(totals[0]) == place + 1:
        yield Relation("product", {"factor": (bind(counts[0]), bind(prices[0])), "product": (bind(totals[0]),)})


def _averages(_: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """…名员工共获奖金…元，人均…元."""
    averages = [one for one in _of(casts, "average") if one.context.mention.kind == "money"]
    if len(averages) != 1:
        return
    average = averages[0]
    counts = [one for one in casts if one.context.mention.kind == "count" and one.part in ("level", "after", "total")]
    totals = [one for one in casts if one is not average and one.context.mention.kind == "money"]
    if len(counts) == 1 and len(totals) == 1 and len(casts) == 3:
        yield Relation("average", {"total": (bind(totals[0]),), "count": (bind(counts[0]),), "average": (bind(average),)})


def _one_in(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """About 33.3% of pupils, or one in three; 每3人中就有1人."""
    numbers = _of(casts, "one_in")
    percents = _percents(casts)
    if len(numbers) != 1 or len(percents) != 1:
        return
    mention = numbers[0].context.mention
    if prepared.folded[mention.number.start - 1] == "每" and not re.match(r"[^，,。；;0-9]{0,10}(?:就|中|里)?有(?:1|一)", prepared.folded[mention.span.end :][:20]):
        return
    yield Relation("one-in", {"number": (bind(numbers[0]),), "rate": (bind(percents[0]),)})


def _closed_shares(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """收入仅由三部分构成：零售占45%，物流占35%，服务占25%. A word that closes the list is required."""
    percents = _percents(casts)
    if len(percents) < 2 or len(percents) != len(casts) - sum(one.context.mention.kind == "count" for one in casts):
        return
    start = prepared.sentence_starts[percents[0].context.sentence]
    tokens = prepared.tokens_in(start, percents[0].context.mention.span.start)
    if not any(token.has("part.only") for token in tokens) or any(token.has("part.open") for token in prepared.tokens_in(start, percents[-1].context.mention.span.end + 4)):
        return
    if all(one.part in ("share", "level") for one in percents):
        yield Relation("closed-shares", {"share": tuple(bind(one) for one in percents)})


def _glosses(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """1.2 billion yuan (12亿元); 5英里（8公里）; 超三成受访者（31.2%）: a figure and its gloss in brackets."""
    folded = prepared.folded
    for first, second in zip(casts, casts[1:], strict=False):
        end, start = first.context.mention.span.end, second.context.mention.span.start
        between = folded[end:start]
        opens = max(between.rfind("("), between.rfind("（"))
        if opens < 0 or opens > 16 or BRACKET_OPENS.fullmatch(between, opens) is None or any(mark in between[:opens] for mark in ",，。;；"):
            continue
        if BRACKET_CLOSES.match(folded, second.context.mention.span.end) is None or not _glossable(first, second):
            continue
        yield Relation("gloss", {"figure": (bind(first),), "gloss": (bind(second),)})


def _glossable(first: Cast, second: Cast) -> bool:
    one, other = first.context.mention, second.context.mention
    if one.kind != other.kind and {one.kind, other.kind} != {"money", "count"}:
        return False
    if one.kind == "measure" and one.unit and other.unit:
        return units()[one.unit].dimension == units()[other.unit].dimension
    # A bare number counts what the figure counts: 130,000 doctors (128,450).
    return one.unit == other.unit or (one.kind == other.kind == "count" and other.span == other.number)
