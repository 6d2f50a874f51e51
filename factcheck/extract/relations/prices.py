"""Frames of price and average: a number of things, what each is worth, what all are worth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast, behind_word
from factcheck.extract.relations.frames import Bind, above, alike, is_range, names_another_whole, of, of_one_kind
from factcheck.extract.relations.runs import value
from factcheck.lexicon import fold, page, units
from factcheck.lexicon.rates import denominators, is_rate
from factcheck.pattern import lazy_pattern

PERIODS = ("basis.per_period", "scope.monthly", "scope.daily")
# 每千人拥有医生2.5人, "2.5 doctors per 1,000 people"
PER_MANY = lazy_pattern(r"每[十百千万亿0-9]")
# "$45 a seat", "$300,000 for each school"
A_THING = lazy_pattern(r"[ ](?:a|an|per|for[ ]each)[ ](?P<noun>[a-z]{3})[a-z]*")
# "each of the 640 guests"
EACH_OF = lazy_pattern(r"each[ ]of[ ](?:the|its|their|our)[ ]$|每[个位名户家台张]?$")
PART_OF = lazy_pattern(r"[ ](?:out[ ])?of[ ](?:the[ ]|its[ ])?")
# "a third of its revenue of $200,000" speaks of another sum
OF_ITS = lazy_pattern(r"(?:its|their|his|her|whose)[ ](?:[a-z]+[ ]){1,3}of[ ]$")
# "… and bought a plant for $25 million"
AND_BOUGHT = lazy_pattern(r"[ ]and[ ][a-z]+[ ](?:a|an|the|its|their|some|another)[ ]")
# "180 each.", but not "180 each year"
EACH = lazy_pattern(r"[ ](?:each|apiece)(?![ ]?[a-z])")
# Whom a word for an average counts: 户均 households, 场均 matches.
COUNTED = lazy_pattern(r"[户场台亩店班件笔]")


def prices(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """共售出…张门票，每张…元，总收入…元; 每股…元发行…股，募资…元."""
    each = _price(prepared, casts)
    if each is None:
        return
    place = casts.index(each)
    around = [casts[index] for index in (place - 1, place + 1) if 0 <= index < len(casts)]
    counts = [one for one in around if _can_be_counted(prepared, each, one)]
    if not counts or _per_period(prepared, each) or _reduced(prepared, each):
        return
    count = _part_taken(prepared, casts, counts[0])
    last = max(place, casts.index(counts[0]))
    total = casts[last + 1] if last + 1 < len(casts) else None
    others = [one for one in casts[last + 2 :] if one.mention.kind == "money"]
    if total is None or others or not _is_total(prepared, total, each):
        return
    if names_another_whole(prepared, each, total):
        return
    if not _sums_up(total, each) and (count.mention.kind == "measure" or _is_another_price(total, each, count)):
        return
    yield Relation("product", {"factor": (bind(count), bind(each)), "product": (bind(total),)})


def _part_taken(prepared: Prepared, casts: Sequence[Cast], count: Cast) -> Cast:
    """The part of a number of things that is sold where both stand together: the 2,700 of "2,700 of 3,600 room nights, at £96 a night"."""
    place = casts.index(count)
    before = casts[place - 1] if place else count
    between = prepared.folded[before.mention.span.end : count.mention.span.start]
    return before if PART_OF.fullmatch(between) is not None and before.mention.kind == "count" else count


def _price(prepared: Prepared, casts: Sequence[Cast]) -> Cast | None:
    """The one sum of money that is said of each thing."""
    said = [one for one in of(casts, "each") if one.mention.kind == "money"]
    if not said:
        money = [one for one in casts if one.mention.kind == "money"]
        said = [one for one in money if _of_a_thing(prepared, one, casts)]
        said = said or [one for one in money[:1] if _paid_by_each(prepared, one, casts)]
    return said[0] if len(said) == 1 else None


def _of_a_thing(prepared: Prepared, one: Cast, casts: Sequence[Cast]) -> bool:
    """Whether the noun behind a price is that of a count: "at $45 a seat, the 320 seats"."""
    match = _thing(prepared, one)
    return match is not None and any(
        other.mention.kind == "count" and match["noun"] in prepared.folded[other.mention.number.end : other.mention.number.end + 24]
        for other in casts
    )


def _thing(prepared: Prepared, one: Cast) -> re.Match[str] | None:
    """The noun behind a price or an average that says what it is for."""
    mention = one.mention
    inside = A_THING.search(prepared.folded, mention.number.end, mention.span.end) if is_rate(mention.unit) else None
    return inside or A_THING.match(prepared.folded, mention.span.end)


def _paid_by_each(prepared: Prepared, one: Cast, casts: Sequence[Cast]) -> bool:
    """Whether each of a number of people is said to have paid or got a sum: "each of the 640 guests paid $75"."""
    place = casts.index(one)
    count = casts[place - 1] if place else None
    if count is None or count.mention.kind != "count" or count.context.clause != one.context.clause:
        return False
    return EACH_OF.search(prepared.folded, max(0, count.mention.span.start - 16), count.mention.span.start) is not None


def _can_be_counted(prepared: Prepared, each: Cast, count: Cast) -> bool:
    """Whether a figure can be the number of things: counted, or weighed in the unit that the price is for."""
    if count.part in ("change", "before") or is_rate(count.mention.unit):
        return False
    if count.mention.kind == "measure":
        unit = prepared.folded[count.mention.number.end : count.mention.span.end].strip()
        return bool(unit) and f"每{unit}" in prepared.folded[each.context.clause.start : each.mention.span.start]
    return count.mention.kind == "count" and _of_things(each, count) and not _of_a_measure(each)


def _reduced(prepared: Prepared, each: Cast) -> bool:
    """Whether a sentence says that not all of the things cost their price: 第二件半价, "three for the price of two"."""
    sentence = prepared.sentence(each.mention.span.start)
    said = prepared.folded[sentence.start : sentence.end]
    return any(word in said for word in page("rates.toml")["closing"]["reduced"])


def _is_total(prepared: Prepared, total: Cast, each: Cast) -> bool:
    """Whether a sum of money can be what all things cost: not what was earned on them, and not another price."""
    if total.mention.kind != "money" or not alike(total, above(each)) or total.part in ("before", "average", "rate", "each"):
        return False
    cue = total.context.cue("change")
    if total.part == "change" and (cue is None or not cue.words[0].text.startswith("rais")):
        return False  # "raised $60,000" for a cause is no rise
    start = max(each.mention.span.end, total.context.clause.start)
    between = prepared.folded[start : total.mention.span.start]
    if OF_ITS.search(between) or AND_BOUGHT.search(between):
        return False
    if any(word in between for word in page("rates.toml")["closing"]["apart"]):
        return False  # 分12期，每期还款2500元，首月利息300元
    words = prepared.tokens_in(start, total.mention.number.start)
    return not any(token.has("sense.profit") or token.has("sense.loss") for token in words)


def _is_another_price(total: Cast, each: Cast, count: Cast) -> bool:
    """Whether a sum is nearer to the price of one thing than to that of all: 12对列车，二等座188元，一等座301元."""
    return value(total) ** 2 < value(each) ** 2 * value(count)


def _sums_up(total: Cast, each: Cast) -> bool:
    """Whether words of its own say that a sum of money is one: a total, a revenue; 每公里2.6元，夜间3.12元 is another price."""
    token = total.context.measure_token
    return total.part == "total" or (token is not None and token.start > each.mention.span.start)


def _of_a_measure(each: Cast) -> bool:
    """Whether a price is for so much and not for a thing: 每平方米128元，7箱1792元."""
    known = (units().get(part.unit) for part in denominators(each.mention.unit or ""))
    return any(unit is not None and unit.kind == "measure" for unit in known)


def _of_things(each: Cast, count: Cast) -> bool:
    """Whether the things counted are those of the price: 每张 prices 1200张门票, not 1200人."""
    word = each.context.cue("part.each")
    classifier = word.words[0].text[1:] if word is not None and word.words[0].text.startswith("每") else ""
    return not classifier or classifier in fold(count.mention.text)


def _per_period(prepared: Prepared, each: Cast) -> bool:
    """Whether a price or an average is one of many: 每人每月500元, "$3,000 a month", or a rate per thousand."""
    clause, place = each.context.clause, each.mention.span.end
    near = prepared.tokens_in(clause.start, min(clause.end, place + 12))
    return (
        any(token.has(kind) for token in near for kind in PERIODS)
        or PER_MANY.search(prepared.folded, clause.start, place) is not None
    )


def averages(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """…名员工共获奖金…元，人均…元; "the 200 staff shared $300,000, or $1,500 each"."""
    stated = of(casts, "average") or [one for one in of(casts, "each") if one is casts[-1]]
    if not stated and len(casts) == 3 and _of_a_thing(prepared, casts[-1], casts[:-1]):
        stated = [casts[-1]]
    if len(stated) != 1 or len(casts) != 3:
        return
    average = stated[0]
    if _per_period(prepared, average):
        return
    plain = above(average)
    others = [one for one in casts if one is not average]
    totals = [
        one
        for one in others
        if of_one_kind(one, plain) and not is_range(one) and one.part in ("level", "after", "total", "change", "part")
    ]
    noun = _thing(prepared, average)
    if noun is not None:  # "19 home matches drew 494,000, an average of 26,000 a match": the total is not that of matches
        totals = [one for one in totals if not _counts(prepared, one, noun["noun"])]
    elif plain.mention.unit is not None:
        totals = [one for one in totals if one.mention.unit == plain.mention.unit] or totals
    if _shared_by_each(prepared, average) and len(totals) == len(others) == 2:
        totals = [max(totals, key=value)]  # "24 members collected 4,320 bottles, an average of 180 each"
    counts = [
        one
        for one in others
        if one not in totals and one.mention.kind == "count" and _is_number(one) and _shares_out(prepared, average, one)
    ]
    if average.mention.kind == "count":  # points per game: of two kinds of counts, both named
        units = {one.mention.unit for one in totals} | {None}
        counts = [one for one in counts if one.mention.unit not in units]
    if len(totals) != 1 or len(counts) != 1 or names_another_whole(prepared, counts[0], totals[0]):
        return
    yield Relation("average", {"total": (bind(totals[0]),), "count": (bind(counts[0]),), "average": (bind(average),)})


def _shared_by_each(prepared: Prepared, average: Cast) -> bool:
    """Whether a bare average of one and more is said of each of those before, so that their number is the smaller one."""
    mention = average.mention
    bare = mention.kind == "count" and mention.span.end == mention.number.end
    return bare and value(average) >= 1 and EACH.match(prepared.folded, mention.number.end) is not None


def _counts(prepared: Prepared, one: Cast, noun: str) -> bool:
    """Whether a noun that begins so stands behind a number, with at most two words between them."""
    words = prepared.folded[one.mention.number.end : one.mention.number.end + 40].split()[:3]
    counted = next((place for place, word in enumerate(words) if word.startswith(noun)), None)
    return counted is not None and all(word.isalpha() for word in words[:counted])


def _is_number(count: Cast) -> bool:
    """Whether a count can be what a total is shared by: no change, no rate, nor the bare 8 of "from 8 to 21 degrees"."""
    mention, cue = count.mention, count.context.cue("part.range")
    bare = mention.span.end == mention.number.end and (count.part == "before" or cue is not None)
    return count.part != "change" and not bare and not is_rate(mention.unit)


def _shares_out(prepared: Prepared, average: Cast, count: Cast) -> bool:
    """Whether an average is one of what is counted: 户均 of households, 场均 of matches."""
    end = behind_word(average.context, "part.average")
    word = prepared.folded[end - 2 : end] if end is not None else ""
    named = COUNTED.match(word) if word.endswith("均") else None
    start = count.mention.number.end
    return named is None or named[0] in prepared.folded[start : start + 8]
