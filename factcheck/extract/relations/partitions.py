"""Frame of partitions: parts that leave nothing out, told by their names, by "other" as the last, or by the colon in front of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from itertools import chain

from factcheck import lexicon
from factcheck.claim import Relation
from factcheck.displacement import displaced
from factcheck.extract.relations.agreeing import agree
from factcheck.extract.relations.casting import Cast, Part
from factcheck.extract.relations.frames import Bind, amounts_in, of_one_noun
from factcheck.extract.relations.runs import LEVELS, Paragraph, before, said, value, whole_named
from factcheck.extract.relations.stretches import months_of
from factcheck.extract.relations.told_shares import all_of_whole, told_shares
from factcheck.formula import SUM
from factcheck.pattern import lazy_pattern
from factcheck.quantity import Quantity

MEMBERS: tuple[Part, ...] = ("level", "part", "after", "total", "change")
# What a list further off makes is another whole.
LEAST, MOST = Fraction(2, 3), Fraction(3, 2)
# "eight of them are in England"
OF_THEM = lazy_pattern(r"[ ]of[ ](?:them|these|those)[ ]")
AND_LAST = lazy_pattern(r"(?:[ ]and[ ][^,;]{0,40}|[和及、][^，；,;。]{0,16})$")
# "27 players: ", 设病床1200张：
COLON = lazy_pattern(r"[^,，;；。0-9()（）]{0,16}[:：]\s?[^,，;；。0-9]{0,16}$")


def partitions(paragraph: Paragraph, bind: Bind) -> Iterator[Relation]:
    """其中，第一产业…亿元；第二产业…亿元；第三产业…亿元; "1,850 people: 1,240 at sea and 610 ashore"."""
    for parts, whole in found_partitions(paragraph):
        yield Relation("partition", {"addend": tuple(bind(one) for one in parts), "total": (bind(whole),)})


def displaced_partitions(paragraph: Paragraph, bind: Bind) -> Iterator[Relation]:
    """Each closed list of parts that misses its wholes by far, with the first one that it makes once points are moved."""
    for parts, near in _every_list(paragraph):
        wholes = _wholes(paragraph, parts)[0] if near is None else ()
        whole = next((other for other in wholes if displaced(_quantities(parts), _quantities([other])[0])), None)
        if whole is not None:
            yield Relation("displaced", {"addend": tuple(bind(one) for one in parts), "total": (bind(whole),)})


# The frames of a paragraph ask for the same lists one after the other.
@lru_cache(maxsize=1)
def found_partitions(paragraph: Paragraph) -> Sequence[tuple[list[Cast], Cast]]:
    """Each closed list of parts in a paragraph with its whole."""
    found: list[tuple[list[Cast], Cast]] = []
    seen: set[int] = set()
    for parts, whole in _every_list(paragraph):
        if whole is not None and not seen & {id(one) for one in parts}:
            seen.update(id(one) for one in parts)
            found.append((parts, whole))
    return found


@lru_cache(maxsize=1)
def _every_list(paragraph: Paragraph) -> Sequence[tuple[list[Cast], Cast | None]]:
    """Each closed list of parts with what they are of."""
    listed = [[one for one in amounts_in(run) if one.part in MEMBERS or one.part == "whole"] for run in paragraph.runs()]
    return [(parts, _whole(paragraph, parts)) for amounts in listed for parts in _lists(paragraph, amounts)]


def _quantities(casts: Sequence[Cast]) -> list[Quantity]:
    return [one.mention.quantity for one in casts if one.mention.quantity is not None]


def _lists(paragraph: Paragraph, amounts: Sequence[Cast]) -> Iterator[list[Cast]]:
    """The lists of parts of a run that something closes."""
    if len(amounts) < 2:
        return
    words = [paragraph.words(one) for one in amounts]
    every = "\n".join(words)
    for partition in _partitions():
        if not _holds(every, partition):
            continue
        places = [_member(partition, own) for own in words]
        named = [place for place, member in enumerate(places) if member is not None]
        parts = [amounts[place] for place in named]
        consecutive = bool(named) and named == list(range(named[0], named[-1] + 1))
        if consecutive and sorted(str(places[place]) for place in named) == [str(which) for which in range(len(partition))]:
            yield parts
    yield from _of_months(amounts)
    yield from _of_all_shares(paragraph, amounts)
    yield from _closed_by_words(paragraph, amounts, words)


def _holds(words: str, partition: Sequence[Sequence[str]]) -> bool:
    """Whether each part of a partition is named among some words; no generators, since every run is asked for every partition."""
    for names in partition:
        for name in names:
            if name in words:
                break
        else:
            return False
    return True


def _of_months(amounts: Sequence[Cast]) -> Iterator[list[Cast]]:
    """一季度18.2亿元，二季度20.6亿元，三季度22.7亿元: three stretches or more, each of which begins where the one before ends."""
    dated = [(one, months) for one in amounts if (months := months_of(one)) is not None]
    parts: list[Cast] = []
    reached = 0
    for one, (first, last) in dated:
        if first != reached + 1 or not of_one_noun(one, parts[0] if parts else one):
            parts = []
        if parts or first == 1:
            parts.append(one)
        reached = last
    if len(parts) > 2:
        yield parts


def _of_all_shares(paragraph: Paragraph, amounts: Sequence[Cast]) -> Iterator[list[Cast]]:
    """香港6.84亿元（54.8%）、内地4.12亿元（33.0%）、海外1.52亿元（12.2%）: parts whose shares make all of 100 % are all parts."""
    told = [one for one in told_shares(paragraph) if not one.rated and any(one.part is amount for amount in amounts)]
    if len(told) < 2 or not all_of_whole(one.rate for one in told):
        return
    first, last = told[0].part.mention.span, told[-1].part.mention.span
    if not any(one.part == "whole" and first < one.mention.span < last for one in amounts):  # "; of the 1,320 men, 528 (40%)"
        yield [one.part for one in told]


def _closed_by_words(paragraph: Paragraph, amounts: Sequence[Cast], words: Sequence[str]) -> Iterator[list[Cast]]:
    """The lists that "other", a colon or "of them … and" closes, from 其中 or the head of the run on."""
    run = paragraph.run(amounts[0])
    if any(_open(one) for one in paragraph.casts if paragraph.run(one) == run):
        return
    last = len(amounts) - 1
    opened = [place for place, one in enumerate(amounts) if one.part == "part" and one.context.cue("part.of") is not None]
    start = opened[-1] if opened else 0
    if last - start >= 1 and any(said(rest, words[last]) for rest in _rest()):
        # 粮油15亿元，其中大米6亿元；饲料7亿元；其他2亿元: the part of a part is passed over where the others make a whole.
        beside = [*amounts[max(0, start - 1) : start], *amounts[start + 1 :]]
        whole = _whole(paragraph, beside) if start else None
        made = whole is not None and agree(SUM, {"addend": beside, "total": [whole]})
        yield beside if made else list(amounts[start:])
    elif last == 2 and any(said(left, words[last]) for left in _left()):
        yield list(amounts[1:])  # 计划种植500亩，已完成380亩，还剩120亩
    if AND_LAST.search(paragraph.before(amounts[last])) is None:
        return
    if last >= 2 and COLON.match(paragraph.behind(amounts[0])) is not None:
        yield list(amounts[1:])
    elif last >= 2 and OF_THEM.match(paragraph.behind(amounts[0])) is not None:
        yield list(amounts)


def _open(one: Cast) -> bool:
    """Whether a word leaves a list open before or behind a figure: 等, such as, mainly."""
    return any(token.has("part.open") for token in (*one.context.before, *one.context.after))


def _member(partition: Sequence[Sequence[str]], words: str) -> int | None:
    found = [place for place, names in enumerate(partition) if any(said(name, words) for name in names)]
    return found[0] if len(found) == 1 else None


def _whole(paragraph: Paragraph, parts: Sequence[Cast]) -> Cast | None:
    """What the parts are of: the nearest level before them, at most one full sentence back, or the level of their measure."""
    nearest, further = _wholes(paragraph, parts)
    made = sum((value(one) for one in parts), Fraction(0))
    within_reach = [whole for whole in nearest if LEAST * value(whole) <= made <= MOST * value(whole)]
    # "£412.6 million, £18.9 million more than this year's £393.7 million. Tax will raise £196.4 million, …"
    agreeing = (whole for whole in (*within_reach, *reversed(further)) if agree(SUM, {"addend": parts, "total": [whole]}))
    return next(chain(agreeing, within_reach), None)


def _wholes(paragraph: Paragraph, parts: Sequence[Cast]) -> tuple[Sequence[Cast], Sequence[Cast]]:
    """What parts can be of, the nearest first; and the levels further up, of the paragraph or else of the text."""
    first, last = parts[0], parts[-1]
    if any(not of_one_noun(first, one) for one in parts[1:]):
        return (), ()
    place = paragraph.casts.index(first)
    runs = sorted({paragraph.run(one) for one in paragraph.casts})
    near = runs[max(0, runs.index(paragraph.run(first)) - 1) :]
    above = [one for one in paragraph.casts[:place] if paragraph.run(one) in near and one.part in LEVELS and _can_hold(one, first)]
    further = above or [one for one in before(paragraph.every, first) if one.part in LEVELS and _can_hold(one, first)]
    following = paragraph.casts[paragraph.casts.index(last) + 1 :][:1]
    behind = [one for one in following if one.part == "whole" and of_one_noun(one, last)]
    measure = first.context.measure
    named = whole_named(paragraph, (measure,), first) if measure is not None else None
    return (*behind, *above[-1:], *([named] if named is not None else [])), further


def _can_hold(whole: Cast, part: Cast) -> bool:
    return of_one_noun(whole, part) or (whole.mention.kind == part.mention.kind == "count" and _classifies(part))


def _classifies(part: Cast) -> bool:
    """Whether a part has only a classifier: 1,200张病床，其中內科540张."""
    unit = lexicon.units().get(part.mention.unit or "")
    return unit is not None and unit.classifier


@cache
def _partitions() -> tuple[tuple[tuple[str, ...], ...], ...]:
    rows = lexicon.page("wholes.toml")["partition"]
    return tuple(tuple(tuple(names.split(", ")) for names in row) for row in rows)


@cache
def _rest() -> tuple[str, ...]:
    return tuple(lexicon.page("wholes.toml")["rest"])


@cache
def _left() -> tuple[str, ...]:
    return tuple(lexicon.page("wholes.toml")["left"])
