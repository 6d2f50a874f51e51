"""English number words: where they stand, which of them make a row, and what cardinal a row begins with.

A row is read word by word, each with a look at the next: the work is linear however long it is. What follows a cardinal and belongs to
it ("point five", "and a half", "thirds", "-fifth") is read by `spelled`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from factcheck.extract.anchored import Marks, matches_at
from factcheck.extract.numerals import words
from factcheck.pattern import lazy_pattern

WORD = lazy_pattern(r"[a-z]+")
UNBOUNDED = 10**30  # the largest scale anybody writes in words is far below


class Entry(NamedTuple):
    """What a number word can be: a cardinal of its kind, an ordinal, the name of a part ("third", "thirds")."""

    kind: str
    value: int = 0
    ordinal: int | None = None
    part: Fraction | None = None
    plural: bool = False


class Piece(NamedTuple):
    """A number word at its place; `gap` is what joins it to the word before, empty at the start of a row."""

    start: int
    end: int
    text: str
    gap: str
    entry: Entry


class Cardinal(NamedTuple):
    """A whole number: its value, the power of ten of its last word, what may still be added below, the index behind its words."""

    value: int
    exponent: int
    room: int
    reached: int


# What may stand between two words of one number.
GAPS = {
    " ": "blank", "  ": "blank", "   ": "blank", "\t": "blank", "\n": "blank",
    "-": "hyphen", "‑": "hyphen",
    "–": "dash", "—": "dash", " - ": "dash", " – ": "dash", "- ": "dash",
    " and ": "and", "  and  ": "and", "-and-": "and", " & ": "and", " and\n": "and", "\nand ": "and",
    " and a ": "and a", " and an ": "and a", "-and-a-": "and a",
    " a ": "a", " a  ": "a", " an ": "a",
    " point ": "point", "-point-": "point",
    " of ": "of", " of a ": "of a",
    ", ": "comma", ", and ": "comma",
}  # fmt: skip


@cache
def vocabulary() -> dict[str, Entry]:
    """Every word that a number can be made of, joined ones ("twentyfive") included."""
    en = words()["en"]
    found = {name: Entry("unit" if value < 10 else "teen", value) for name, value in en["digit"].items()}
    found |= {name: Entry("tens", value) for name, value in en["tens"].items()}
    found |= {name: Entry("scale", exponent) for name, exponent in en["scale"].items()}
    found |= {name: Entry("many", exponent) for name, exponent in en["many"].items() if name not in found}
    found |= {name: Entry("dozen") for name in en["dozen"]}
    found |= dict.fromkeys(en["hundred"], Entry("hundred"))
    found |= {name: Entry("naught", 0) for name in en["naught"]}
    ordinals = dict(en["ordinal"])
    for name, value in en["ordinal"].items():
        if value < 10:
            ordinals |= {ten + name: tens + value for ten, tens in en["tens"].items()}
            found |= {ten + one: Entry("teen", tens + one_value) for ten, tens in en["tens"].items()
                      for one, one_value in en["digit"].items() if one_value == value}  # fmt: skip
    for name, value in ordinals.items():
        part = Fraction(1, value) if value > 2 else None
        found[name] = Entry("ordinal", 0, value, part)
        if value != 2:
            found[name + "s"] = Entry("ordinal", 0, value, part, True)
    for name, exponent in en["ordinal_scale"].items():
        found[name] = Entry("ordinal scale", exponent, 10**exponent, Fraction(1, 10**exponent))
        found[name + "s"] = Entry("ordinal scale", exponent, 10**exponent, Fraction(1, 10**exponent), True)
    for name, part in en["fraction"].items():
        found[name] = Entry("part", 0, None, Fraction(part), name in en["fractions"])
    return found


@cache
def _marks() -> Marks:
    return Marks(vocabulary())


def word_places(folded: str) -> list[int]:
    """Where a word begins that may be one of a number: "one", "ones", but not the end of "phone"."""
    return [place for place in _marks().places(folded) if not place or not "a" <= folded[place - 1] <= "z"]


def rows(folded: str, barred: Callable[[int], bool]) -> Iterator[list[Piece]]:
    """The number words of a text, those that may make one number together. `barred` tells places that are spoken for."""
    known, reached = vocabulary(), 0
    row: list[Piece] = []
    for match in matches_at(WORD, folded, word_places(folded)):
        entry = known.get(match[0])
        if entry is None:
            continue
        start, end = match.start(), match.end()
        if barred(start) or not _whole(folded, start, end):
            continue
        gap = GAPS.get(folded[reached:start], "") if row else ""
        if row and not gap:
            yield row
            row = []
        row.append(Piece(start, end, match[0], gap, entry))
        reached = end
    if row:
        yield row


def _whole(folded: str, start: int, end: int) -> bool:
    """Whether a word stands by itself: not the one of "phone-one", "4-five" and "five-ish"."""
    if start and (folded[start - 1].isdigit() or folded[start - 1] in "_'’"):
        return False
    if start and folded[start - 1] == "-":
        before = folded[start - 2 : start - 1]
        if before.isdigit() or (before.isalpha() and before.isascii() and not _number_before(folded, start - 1)):
            return False
    after = folded[end : end + 1]
    return not (after.isdigit() or after == "_" or (after in "'’" and after != "" and folded[end + 1 : end + 2].isalpha()))


def _number_before(folded: str, end: int) -> bool:
    """Whether a number word ends here: the twenty of "twenty-five"."""
    start = end
    while start and end - start < LONGEST_WORD and "a" <= folded[start - 1] <= "z":
        start -= 1
    return folded[start:end] in vocabulary() or folded[start:end] in ("a", "and", "in", "point", "to", "mid", "non")


LONGEST_WORD = 16


def cardinal(row: list[Piece], first: int) -> Cardinal | None:
    """The whole number that begins at a word of a row, as long as its words fall: "two three" ends behind "two"."""
    total = group = exponent = 0
    room, limit, place = UNBOUNDED, UNBOUNDED, first
    saved: Cardinal | None = None
    while place < len(row) and (place == first or _joins(row, place)):
        kind, value = row[place].entry.kind, row[place].entry.value
        if kind in ("unit", "teen", "tens"):
            if not _fits(row, place, room=room, group=group):
                break
            group, exponent, room = group + value, 0, (10 if kind == "tens" else int(value > 0))
        elif kind == "hundred":
            if group >= 100 or (place > first and not group) or (group or 1) * 100 >= limit:
                return saved if place > first else None
            group, exponent, room = (group or 1) * 100, 2, 100
        elif kind == "dozen":
            below = group % 100 or group or 1
            group = group - (below if group else 0) + below * 12
            return Cardinal(total + group, 0, 1, place + 1)
        elif kind == "scale":
            scaled = _scaled(total, group, power=10**value, limit=limit, alone=place == first)
            if scaled is None:
                return saved
            total, group, limit, room = scaled, 0, 10**value, 10**value
            exponent += value
            saved = Cardinal(total, exponent, limit, place + 1)
        else:
            break
        place += 1
    if place == first:
        return None
    return Cardinal(total + group, exponent, min(room, limit), place)


def _fits(row: list[Piece], place: int, *, room: int, group: int) -> bool:
    """Whether a word below the hundred may follow here: not "three" behind "two", not the "five" of "one hundred five hundred"."""
    width = 1 if not row[place].entry.value else 10 if row[place].entry.kind == "unit" else 100
    if width == 1:
        return room == UNBOUNDED
    return width <= room and not (group >= 100 and _kind(row, place + 1) == "hundred")


def _kind(row: list[Piece], place: int) -> str:
    return row[place].entry.kind if place < len(row) and row[place].gap in ("blank", "hyphen") else ""


def _joins(row: list[Piece], place: int) -> bool:
    """Whether the gap in front of a word may stand inside a whole number."""
    gap, before = row[place].gap, row[place - 1].entry.kind
    if gap == "dash":
        return before == "tens" and row[place].entry.kind == "unit"
    if gap == "and":  # "and" stands behind a scale only: "one hundred and five", not "two and three"
        return before in ("hundred", "scale") and row[place].entry.kind in ("unit", "teen", "tens") and share(row, place) is None
    if gap == "comma":
        ahead = (_kind(row, place + 1), _kind(row, place + 2))
        return before == "scale" and row[place].entry.kind in ("unit", "teen", "tens") and bool({"hundred", "scale"} & set(ahead))
    return gap in ("blank", "hyphen")


def _scaled(total: int, group: int, *, power: int, limit: int, alone: bool) -> int | None:
    """The total when a scale follows the group; None where it does not fit below the scales before."""
    if alone:
        return power
    if not group:  # three thousand millions, two lakh crore
        return total * power if total * power < UNBOUNDED and total < limit * 1000 else None
    if power < limit:
        return total + group * power
    if limit == 1000 and power >= 10**6 and total + group < 10**6:  # two thousand three hundred million
        return (total + group) * power
    return None


def share(row: list[Piece], place: int) -> tuple[Fraction, int] | None:
    """The proper fraction that begins at a word of a row, and the index behind it: "two thirds", "fifty-four hundredths"."""
    kind, above = row[place].entry.kind, row[place].entry.value
    if kind not in ("unit", "teen", "tens") or not above:
        return None
    reached = place + 1
    if kind == "tens" and _kind(row, reached) == "unit":
        above, reached = above + row[reached].entry.value, reached + 1
    below = denominator(row, reached, above=above)
    if below is None or below[0] * above >= 1:
        return None
    return below[0] * above, below[1]


def denominator(row: list[Piece], place: int, *, above: int) -> tuple[Fraction, int] | None:
    """The part that a word names behind a numerator, and the index behind it: "thirds", "twenty-fifths", "third" behind one."""
    if place >= len(row) or row[place].gap not in ("blank", "hyphen", "dash"):
        return None
    entry = row[place].entry
    if entry.part is not None:
        loose = entry.part in (Fraction(1, 4), Fraction(1, 2)) and entry.kind == "part"  # and two quarter
        return (entry.part, place + 1) if entry.plural or above == 1 or loose else None
    following = row[place + 1] if place + 1 < len(row) else None
    if entry.kind != "tens" or following is None or following.gap not in ("blank", "hyphen"):
        return None
    last = following.entry.ordinal
    if last is None or last >= 10 or not (following.entry.plural or (above == 1 and following.gap == "hyphen")):
        return None
    return Fraction(1, entry.value + last), place + 2
