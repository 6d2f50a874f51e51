"""Frames of change: two levels of one thing, and the rate, the amount or the verb that leads from one to the other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast, Part, direction_of
from factcheck.extract.relations.dealt_changes import dealt_out
from factcheck.extract.relations.frames import (
    Bind,
    alike,
    amounts_in,
    distance,
    is_range,
    nameless,
    of,
    of_one_measure,
    percents_in,
    stands_beside,
)
from factcheck.extract.relations.told_changes import told_change
from factcheck.formula import DECREASE, FALL, GROWTH, INCREASE
from factcheck.lexicon import page
from factcheck.pattern import lazy_pattern
from factcheck.period import Period

# 2022年为, 而2022年同期仅为
DATED = lazy_pattern(
    r"[ ]?(?:而|,)?[ ]?(?:(?:19|20)[0-9]{2}年?)(?:度|全年|上半年|下半年|同期|前三季度|[一二三四]季度|[0-9]{1,2}月份?)?(?:则|仅|只)?(?:为|是|达)?"
)
# 2021年、2022年营收分别为
YEARS_IN_TURN = lazy_pattern(
    r"(?<![、和及与])(?P<one>(?:19|20)[0-9]{2})年?(?:、|和|及|与)(?P<other>(?:19|20)[0-9]{2})年[^，。；0-9]{0,20}分别[为是达]?到?$"
)
# "420 yuan, up 5% from 400"
MOVED_FROM = lazy_pattern(r",?[ ](?:up|down)[ ](?:[0-9.]{1,6}(?:%|[ ]per[ ]?cent)[ ])?(?:from|on)[ ]")
# ", and support rose" speaks of another thing than the levels before
ANOTHER = lazy_pattern(r"[ ]?(?:and|while|but|whereas|as)[ ](?:the[ ]|its[ ]|their[ ])?(?P<subject>[a-z]+)")
PRONOUNS = frozenset({"it", "they", "that", "this", "which", "so", "thus"})
LEVELS: tuple[Part, ...] = ("before", "after", "level", "average", "total", "part", "whole")


def changes(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """由136亿元增加48.3%至202亿元; "rose 48.3% to 20.2 billion from 13.6 billion"; 比年初的…增加…元."""
    amounts = amounts_in(casts)
    pairs = list(level_pairs(prepared, amounts))
    dealt = dealt_out(prepared, casts, pairs)
    taken: set[int] = set()
    for place, (before, after) in enumerate(pairs):
        moves = _verb(prepared, before, after)
        if dealt is None:
            rate, change = _stated(prepared, casts, before, after, taken, several=len(pairs) > 1)
            if rate is None and (moves or change is not None):
                # "up £84, or 5.0%, on the £1,680"; 增至25人（25%）
                beside = (change,) if change is not None else (before, after)
                rate = next((one for one in of(percents_in(casts), "level") if stands_beside(prepared, casts, one, *beside)), None)
        else:
            told = dealt[place]
            rate, change = (told, None) if told is None or told.mention.kind == "percent" else (None, told)
        taken.update(id(one) for one in (rate, change))
        if rate is not None and not _adjusted(prepared, casts, rate):
            formula = FALL if _direction(rate, before, after, moves) < 0 else GROWTH
            yield told_change(formula, bind, casts, before, after, rate)
        if change is not None and alike(change, before):
            formula = DECREASE if _direction(change, before, after, moves) < 0 else INCREASE
            yield told_change(formula, bind, casts, before, after, change)
        if rate is None and change is None and moves and before.part == "before":
            yield Relation("drop" if moves < 0 else "rise", {"before": (bind(before),), "after": (bind(after),)})


def _stated(
    prepared: Prepared, casts: Sequence[Cast], before: Cast, after: Cast, taken: Collection[int], *, several: bool
) -> tuple[Cast | None, Cast | None]:
    """The rate and the amount of the change between two levels.

    `taken` are those of levels before; `several` says whether the sentence has other levels too.
    """
    stated = [one for one in of(casts, "rate", "change") if not is_range(one) and not _of_a_part(prepared, one, before, after)]
    same = [one for one in stated if _of_pair(prepared, casts, one, before, after)]
    rates = of(percents_in(same), "rate")
    amounts = [one for one in of(amounts_in(same), "change") if alike(one, before)]
    # 较5870人增加344人，增幅5.9%: the amount and the rate of one change are no figures between each other and their levels.
    return (
        _nearest(_without(casts, amounts), rates, before, after, taken, several=several),
        _nearest(_without(casts, rates), amounts, before, after, taken, several=several),
    )


def point_changes(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """毛利率由25.2%提高到27%，上升1.8个百分点; "from 25% to 24%, down 1%", where the unit of the change is the question."""
    percents = percents_in(casts)
    pairs = list(level_pairs(prepared, percents))
    dealt = dealt_out(prepared, casts, pairs)
    for place, (before, after) in enumerate(pairs):
        roles = {"before": (bind(before),), "after": (bind(after),)}
        moves = _verb(prepared, before, after)
        # "rose 2.5 points to 18.5%": points between percents are percentage points.
        bare = [one for one in of(casts, "change") if one.mention.unit == "score"]
        points = [one for one in (*of(casts, "points"), *bare) if _of_pair(prepared, casts, one, before, after)]
        if dealt is not None:
            points = [one for one in dealt[place : place + 1] if one is not None]
        rates = [
            one for one in of(percents, "rate") if _of_pair(prepared, casts, one, before, after) and _behind(one, before, after)
        ]
        if len(points) == 1:
            falls = _direction(points[0], before, after, moves) < 0
            yield Relation("points-down" if falls else "points-up", {**roles, "change": (bind(points[0]),)})
        elif len(rates) == 1 and len(percents) == 3:
            yield Relation("rate-change", {**roles, "change": (bind(rates[0]),)})
        elif not points and not rates and moves and before.part == "before":
            yield Relation("drop" if moves < 0 else "rise", roles)


def _direction(change: Cast, before: Cast, after: Cast, moves: int) -> int:
    """Which way a change goes: as its own words say, those of its levels, or, where no word says it, as the levels do."""
    said = change.direction or after.direction or moves
    if said or before.mention.quantity is None or after.mention.quantity is None:
        return said
    return -1 if after.mention.quantity.value < before.mention.quantity.value else 1


def level_pairs(prepared: Prepared, levels: Sequence[Cast]) -> Iterator[tuple[Cast, Cast]]:
    """Each level with the level that it is compared with, the nearest one, each used once."""
    candidates = [one for one in of(levels, *LEVELS) if not nameless(one)]
    befores = of(candidates, "before") or _implied(prepared, candidates)
    used: set[int] = set()
    for before in befores:
        open_ones = [one for one in candidates if one is not before and one not in befores and id(one) not in used]
        choices = [one for one in open_ones if alike(one, before) and of_one_measure(one, before)]
        landed = [one for one in of(choices, "after") if one.direction] or choices or _in_another_currency(before, open_ones)
        landed = _with_its_currency(prepared, candidates, before) or landed
        if landed:
            # "$236bn, up 14.6% from $206bn, and pears $158bn": between levels the rates do not count. "to 30.4 million, while trams rose
            # from 13.7 million to 17.8 million": of two beside it, the one with fewer words between.
            after = min(landed, key=lambda one: (distance(candidates, before, one), _behind_than(before, one), _gap(before, one)))
            used.add(id(after))
            yield before, after


def _with_its_currency(prepared: Prepared, levels: Sequence[Cast], before: Cast) -> list[Cast]:
    """The sum in front of a bare number that it moved from: "420 yuan, up 5% from 400, wheat 315"."""
    place = levels.index(before)
    ahead = levels[place - 1] if place else None
    bare = before.mention.kind == "count" and before.mention.unit is None
    if not bare or ahead is None or ahead.mention.kind != "money":
        return []
    return [ahead] if MOVED_FROM.fullmatch(prepared.folded, ahead.mention.span.end, before.mention.span.start) is not None else []


def _behind_than(before: Cast, after: Cast) -> bool:
    """Whether a level stands behind one that "than" leads to, and so behind all that is compared: "4% fewer than the 1,548 of 2022 and …"."""
    return before.context.cue("join.compared") is not None and before.mention.span < after.mention.span


def _gap(one: Cast, other: Cast) -> int:
    """How many code points lie between two figures."""
    first, second = sorted((one.mention.span, other.mention.span))
    return second.start - first.end


def _implied(prepared: Prepared, levels: Sequence[Cast]) -> list[Cast]:
    """The earlier of two levels that no word such as 由 or "from" names: by 去年, by a verb that leads on, by its period."""
    if len(levels) != 2 or not alike(*levels):
        return []
    first, second = levels
    weak = [one for one in levels if one.weak_before]
    if len(weak) == 1:
        return weak
    if first.part == "level" and second.part == "after" and second.direction:
        return [first]  # "Revenue of $50 million grew to $65 million"
    if _only_dated(prepared, second):
        return _earlier(first, second) or [second]
    if first.context.measure != second.context.measure:
        return []
    return _in_turn(prepared, first, second) or _earlier(first, second)


def _only_dated(prepared: Prepared, level: Cast) -> bool:
    """Whether the clause of a level says nothing but its time: 全年营收54亿元，同比增长20%，2022年为45亿元."""
    context = level.context
    return (
        "measure" in context.carried
        and DATED.fullmatch(prepared.folded, context.clause.start, level.mention.span.start) is not None
    )


def _in_turn(prepared: Prepared, first: Cast, second: Cast) -> list[Cast]:
    """2021年、2022年营收分别为45亿元和54亿元: two years and two levels, in one order."""
    start = prepared.sentence(first.mention.span.start).start
    years = YEARS_IN_TURN.search(prepared.folded[start : first.mention.span.start])
    if years is None or years["one"] == years["other"]:
        return []
    return [first] if years["one"] < years["other"] else [second]


def _earlier(first: Cast, second: Cast) -> list[Cast]:
    """2021年营收40亿元，2022年营收50亿元: by the periods, where each level has its own and they are of one length."""
    one, other = (_own_period(level) for level in (first, second))
    if one is not None and other is not None and not one.year_known and not other.year_known:
        months = [period.edtf[4:7] for period in (one, other)]  # at the end of May, by the end of June
        return [] if "/" in one.edtf + other.edtf or months[0] == months[1] else [first if months[0] < months[1] else second]
    if one is None or other is None or one.start is None or other.start is None or one.start == other.start:
        return []
    if (one.days or 0) // 20 != (other.days or 0) // 20:
        return []
    return [first] if one.start < other.start else [second]


def _own_period(level: Cast) -> Period | None:
    context = level.context
    return None if "period" in context.carried else context.period or context.as_of


def _in_another_currency(before: Cast, levels: Sequence[Cast]) -> list[Cast]:
    """The level that money is said to have moved to, where only its currency differs: from $800 million to 6 billion yuan."""
    money = [one for one in of(levels, "after", "level") if one.mention.kind == before.mention.kind == "money"]
    return money if len(money) == 1 and before.part == "before" else []


def _of_pair(prepared: Prepared, casts: Sequence[Cast], change: Cast, before: Cast, after: Cast) -> bool:
    """Whether a change can be the one between two levels: of their measure, and not on its way to another level.

    In "inflation rose to 3% from 2%, while unemployment fell 1 point to 4%" the point leads to 4 %.
    """
    last = max(before.mention.span, after.mention.span)
    if change.mention.span > last and _of_another_subject(prepared, change, last.end):
        return False
    place = casts.index(change)
    following = casts[place + 1] if place + 1 < len(casts) else None
    if following is not None and following.part == "after" and following not in (before, after) and _one_clause(change, following):
        return False
    if change.direction * after.direction < 0 or change.direction * before.direction < 0:
        return False
    if following is after and after.part == "after" and _one_clause(change, after):
        return True  # "traffic fell 12% to 60,000 passengers"
    return of_one_measure(change, after) and of_one_measure(change, before)


def _of_another_subject(prepared: Prepared, change: Cast, place: int) -> bool:
    """Whether the clause of a change begins with a noun that the lexicon does not know: "…, and support rose 5.5 points"."""
    clause = change.context.clause
    match = ANOTHER.match(prepared.folded, max(clause.start, place), change.mention.span.start)
    if match is None or match["subject"] in PRONOUNS:
        return False
    token = prepared.starting.get(match.start("subject"))
    return token is None or not any(token.has(kind) for kind in ("change", "measure", "join", "hedge", "part", "basis"))


def _of_a_part(prepared: Prepared, change: Cast, before: Cast, after: Cast) -> bool:
    """Whether a change behind its levels is that of a part of them: 今年54亿元，其中设备投资增长40%."""
    last = max(before.mention.span.end, after.mention.span.end)
    return any(token.has("part.of") for token in prepared.tokens_in(last, change.mention.span.start))


def _adjusted(prepared: Prepared, casts: Sequence[Cast], rate: Cast) -> bool:
    """Whether a rate is said to be that of other levels than those in print: "5.5% in real terms", 按可比价格增长5.5%."""
    percents = percents_in(casts)
    place = percents.index(rate)
    start = percents[place - 1].mention.span.end if place else prepared.sentence(rate.mention.span.start).start
    behind = casts[casts.index(rate) + 1 :][:1]
    end = min(rate.context.clause.end, behind[0].mention.span.start if behind else len(prepared.folded))
    said = prepared.folded[start:end]
    return any(word in said for word in page("rates.toml")["adjusted"]["words"])


def _behind(change: Cast, before: Cast, after: Cast) -> bool:
    """Whether a change stands behind its levels or in the clause of one; "prices rose 0.4%, taking the rate to 2.1% from 1.8%" does not."""
    last = max(before.mention.span.start, after.mention.span.start)
    return change.mention.span.start > last or _one_clause(change, before) or _one_clause(change, after)


def _one_clause(first: Cast, second: Cast) -> bool:
    return first.context.clause == second.context.clause


def _verb(prepared: Prepared, before: Cast, after: Cast) -> int:
    """The direction that every word of change from the head of the clause to the second level has: +1, −1, 0 where none or both."""
    first, second = sorted((before, after), key=lambda level: level.mention.span)
    start = max(first.context.clause.start, prepared.sentence(first.mention.span.start).start)
    tokens = prepared.tokens_in(start, second.mention.number.start)
    directions = {direction for token in tokens if (direction := direction_of(token))}
    return directions.pop() if len(directions) == 1 else 0


def _without(casts: Sequence[Cast], others: Sequence[Cast]) -> list[Cast]:
    return [one for one in casts if one not in others]


def _nearest(
    casts: Sequence[Cast], choices: Sequence[Cast], before: Cast, after: Cast, taken: Collection[int], *, several: bool
) -> Cast | None:
    """The one change that can be meant; beside its levels where the sentence has several, and rather one that is not taken."""
    if not choices or (len(choices) > 1 and not several):
        low, high = sorted((casts.index(before), casts.index(after)))
        near = [one for one in choices if low - 1 <= casts.index(one) <= high + 1]
        return near[0] if len(near) == 1 else None
    beside = [one for one in choices if min(distance(casts, one, before), distance(casts, one, after)) == 1]
    return min(beside, key=lambda one: id(one) in taken, default=None)
