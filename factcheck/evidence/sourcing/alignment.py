"""Alignment: which saying of a draft stands for which of its source.

The exact value decides first, then the place: a translation keeps the order of its figures but for a clause or two, so what is said
once in both texts anchors the rest. Each saying of the source answers for one of the draft; what is left over on both sides at one
place is a figure that was changed.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain

from factcheck.evidence.sourcing.likeness import same_amount
from factcheck.evidence.sourcing.sayings import PLAIN, Saying, families, plainly, shown_numbers

# How many of the nearest places of one value are weighed for each saying: a table may say 0 a thousand times.
NEAREST = 6
# The century of a decade that does not name it.
UNKNOWN = "XX"


@dataclass(slots=True)
class Alignment:
    """The sayings of a draft and of one source with what stands for what: `pairs` maps places in `draft` to places in `source`."""

    draft: Sequence[Saying]
    source: Sequence[Saying]
    pairs: dict[int, int] = field(default_factory=dict)
    anchors: list[tuple[int, int]] = field(default_factory=list)

    @property
    def taken(self) -> set[int]:
        """The sayings of the source that answer for one of the draft."""
        return set(self.pairs.values())

    def mapped(self, which: int) -> int:
        """Where in the draft a saying of the source would be looked for, as an offset: between the anchors around it."""
        at = self.source[which].span.start
        ends = self._ends()
        after = bisect.bisect_right(ends, (at, 1 << 60))
        (left, left_in_draft), (right, right_in_draft) = ends[max(after - 1, 0)], ends[min(after, len(ends) - 1)]
        if right == left:
            return left_in_draft
        return left_in_draft + (at - left) * (right_in_draft - left_in_draft) // (right - left)

    @property
    def stretch(self) -> int:
        """How many times as long the draft is as its source: English takes three letters for a Chinese character."""
        return max(1, round(_length(self.draft) / max(1, _length(self.source))))

    def _ends(self) -> list[tuple[int, int]]:
        if not self.anchors:
            last = (_length(self.source), _length(self.draft))
            self.anchors = [(0, 0), *_anchors(self.draft, self.source), last]
        return self.anchors


def _length(sayings: Sequence[Saying]) -> int:
    return len(sayings[0].document.text) if sayings else 0


def align(draft: Sequence[Saying], source: Sequence[Saying]) -> Alignment:
    """Pair the sayings of a draft with those of one source: exact values first, then amounts that agree as they are rounded."""
    alignment = Alignment(draft, source)
    if not draft or not source:
        return alignment
    places = [alignment.mapped(which) for which in range(len(source))]
    for keys in (_as_said, _loosely):
        _assign(alignment, _edges(alignment, keys, places))
    _assign(alignment, _rounded(alignment, places))
    return alignment


def _as_said(saying: Saying) -> Iterator[Hashable]:
    """The keys of a saying: what it says in its family."""
    if saying.words is not None:
        yield saying.part, saying.words
    yield from ((saying.family, saying.unit if saying.head == "money" else None, value) for value in saying.values)


def _loosely(saying: Saying) -> Iterator[Hashable]:
    """The keys of a saying without what may be left out or said otherwise: the number as it is written."""
    if saying.written is not None:
        yield saying.written
    if saying.part == "year" and saying.words is not None:
        yield UNKNOWN + saying.words[len(UNKNOWN) :]  # 上世纪90年代, the nineties: XX9X


def compatible(one: Saying, other: Saying) -> bool:
    """Whether the same number in two sayings can be of one thing, as far as their units tell: a bare number can be of anything."""
    if one.words and other.words and one.part == other.part == "year":
        return one.words.startswith(UNKNOWN) or other.words.startswith(UNKNOWN)
    if one.loose or other.loose:
        return True
    family, another = families(one, other)
    if family == another:
        return one.unit == other.unit or one.unit is None or other.unit is None
    return "year" not in (family, another) and PLAIN.isdisjoint((family, another))


def _edges(
    alignment: Alignment, keys: Callable[[Saying], Iterator[Hashable]], places: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """Pairs that may stand for each other, with how far apart their places are."""
    taken = alignment.taken
    by_key: dict[Hashable, list[tuple[int, int]]] = {}
    for which, saying in enumerate(alignment.source):
        if which not in taken:
            for key in dict.fromkeys(keys(saying)):
                by_key.setdefault(key, []).append((places[which], which))
    for known in by_key.values():
        known.sort()
    for which, saying in enumerate(alignment.draft):
        if which in alignment.pairs:
            continue
        at = saying.span.start
        near = chain.from_iterable(_near(by_key.get(key, ()), at) for key in dict.fromkeys(keys(saying)))
        for place, other in near:
            if keys is _as_said or compatible(saying, alignment.source[other]):
                yield abs(place - at), which, other


def _near(known: Sequence[tuple[int, int]], at: int) -> Sequence[tuple[int, int]]:
    middle = bisect.bisect_left(known, (at, -1))
    return known[max(0, middle - NEAREST) : middle + NEAREST]


def _assign(alignment: Alignment, edges: Iterable[tuple[int, int, int]]) -> None:
    taken = alignment.taken
    for _, which, other in sorted(edges):
        if which not in alignment.pairs and other not in taken:
            alignment.pairs[which] = other
            taken.add(other)


def _rounded(alignment: Alignment, places: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Amounts of one family that agree as they are rounded, the nearest in value looked at."""
    taken = alignment.taken
    numbers = {id(saying): which for which, saying in enumerate(alignment.source)}
    known = Known([saying for which, saying in enumerate(alignment.source) if which not in taken])
    for which, saying in enumerate(alignment.draft):
        if which in alignment.pairs or saying.amount is None:
            continue
        for other in known.around(saying):
            if same_amount(saying, other):
                yield abs(places[numbers[id(other)]] - saying.span.start), which, numbers[id(other)]


def _anchors(draft: Sequence[Saying], source: Sequence[Saying]) -> list[tuple[int, int]]:
    """Offsets in source and draft of what each says once, as long as the order is the same in both."""
    in_draft, in_source = _once(draft), _once(source)
    found = sorted(
        (source[in_source[key]].span.start, draft[in_draft[key]].span.start) for key in in_draft.keys() & in_source.keys()
    )
    return _rising(list(dict.fromkeys(found)))


def _once(sayings: Sequence[Saying]) -> dict[Hashable, int]:
    seen: dict[Hashable, int] = {}
    again = set()
    for which, saying in enumerate(sayings):
        for key in _as_said(saying):
            if key in seen:
                again.add(key)
            seen[key] = which
    return {key: which for key, which in seen.items() if key not in again}


def _rising(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of points that rises in both coordinates (patience sorting)."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, height) in enumerate(points):
        where = bisect.bisect_left(tails, height)
        before.append(last[where - 1] if where else -1)
        tails[where : where + 1] = [height]
        last[where : where + 1] = [number]
    chosen, which = [], last[-1] if last else -1
    while which >= 0:
        chosen.append(points[which])
        which = before[which]
    return chosen[::-1]


def _readings(saying: Saying) -> list[Saying]:
    """A saying, and a rate without what it is for, which the other text may leave out."""
    plain = plainly(saying)
    return [saying] if plain is saying else [saying, plain]


class Known:
    """What a text says, to ask whether it says a thing anywhere."""

    def __init__(self, sayings: Sequence[Saying]) -> None:
        self.plainly: dict[Hashable, list[Saying]] = {}
        self.loosely: dict[Hashable, list[Saying]] = {}
        self.families: dict[str, list[tuple[Fraction, int]]] = {}
        self.sayings = sayings
        for which, saying in enumerate(sayings):
            for key in _as_said(saying):
                self.plainly.setdefault(key, []).append(saying)
            for key in _loosely(saying):
                self.loosely.setdefault(key, []).append(saying)
            if saying.amount is not None:
                for said in _readings(saying):
                    for value in said.values:
                        self.families.setdefault(said.family, []).append((value, which))
        for known in self.families.values():
            known.sort()

    def alike(self, saying: Saying) -> Iterator[Saying]:
        """The sayings that say the same in its family, or as it is written where one of them has none; a few of many."""
        for key in _as_said(saying):
            yield from self.plainly.get(key, ())[:NEAREST]
        for key in _loosely(saying):
            yield from (one for one in self.loosely.get(key, ())[:NEAREST] if compatible(saying, one))

    def same(self, saying: Saying) -> Saying | None:
        """The first of those, None where there is none."""
        return next(self.alike(saying), None)

    def around(self, saying: Saying) -> Iterator[Saying]:
        """The amounts of its family that are nearest in value, and those of its numerator for a rate."""
        for said in _readings(saying):
            known = self.families.get(said.family, [])
            for value in said.values:
                middle = bisect.bisect_left(known, (value, -1))
                yield from (self.sayings[which] for _, which in known[max(0, middle - NEAREST) : middle + NEAREST])

    def rounded(self, saying: Saying) -> Saying | None:
        """An amount that this one is a rounding of."""
        return next((one for one in self.around(saying) if same_amount(saying, one)), None)

    def parts(self, saying: Saying) -> Saying | None:
        """What says the first number of an amount in several units, where the others are said too: 4:51 for 4分51秒."""
        numbers = [] if saying.mention is None else shown_numbers(saying.mention)
        if len(numbers) < 2 or not all(number in self.loosely for number in numbers):
            return None
        return self.loosely[numbers[0]][0]

    def nearest(self, saying: Saying) -> Saying | None:
        """The figure that is nearest in value, of the same family and unit."""
        alike = [one for one in self.around(saying) if one.mention is not None and one.unit == saying.unit]
        return min(alike, key=lambda one: (abs(one.values[0] - saying.values[0]), one.span), default=None)
