"""Parts spelled in English words: half a million, "three quarters of", "half a litre", "two thirds of a million"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from factcheck.document import Span
from factcheck.extract.number_words import Cardinal, Piece, cardinal, denominator
from factcheck.extract.numerals import Numeral, finite
from factcheck.pattern import lazy_pattern

QUARTER = Fraction(1, 4)
ARTICLE = lazy_pattern(r"(?<![a-z0-9-])an?[ ]\Z")
LONGEST_LEAD = 16
# halves of time and of games: the first half, half-time
NO_HALF_BEFORE = lazy_pattern(r"\b(?:first|second|latter|last|other|final|opening|1st|2nd|better|and|one)[ -](?:a[ ])?\Z")
HEDGED = lazy_pattern(r"\b(?:than|over|nearly|almost|about|around|least|roughly|approximately|exceeds?|under|below|above|to)[ ]\Z")
# "half year results", "the half year": a period that a report is for, and no length
HALF_YEAR = lazy_pattern(r"[ -]year[ ](?:results?|reports?|figures|profits?|revenues?|sales|loss|losses|ended|ending|to)(?![a-z])")
# fell by half, cut in half
HALVED_BEFORE = lazy_pattern(r"\b(?:by|(?:cut|slashed|reduced|broken|split|torn)[ ]in)[ ]\Z")
# almost a quarter, by a quarter; "over a quarter" may be a time
QUARTER_HEDGED = lazy_pattern(r"\b(?:than|nearly|almost|about|around|roughly|approximately|by)[ ]\Z")
ENDING = lazy_pattern(r"[ ]?(?:[.,;:)!?]|\Z)|[ ](?:in|to|from|since|on|over|after|last|this|compared|during|between|and)[ ]")
# a quarter to a third of them
FROM_ANOTHER = lazy_pattern(r"\b(?:quarter|third|half|fifth|sixth|eighth|tenth)[ ](?:to|and|or)[ ]\Z")
THE_BEFORE = lazy_pattern(r"\b(?:the|this|last|each)[ ]\Z")
OF_WHOLE = lazy_pattern(r"[ ]of[ ](?:the|all|its|their|our|his|her|a|an|global|total|those|these|them|us|every|each)(?![a-z])")
# half a litre, "half-litre", a fourth of a litre
TO_UNIT = lazy_pattern(r"(?:[ ]of)?(?:[ ]an?)?[ -]")
# above one quarter and below a half
BESIDE_SHARE = lazy_pattern(
    r"[ ](?:and|or|but|to)[ ](?:[a-z]{2,8}[ ]){0,2}(?:an?|one|two|three|four)[ -](?:half|quarters?|thirds?|fifths?|sixths?|eighths?|tenths?)(?![a-z])"
)
ENDS_BEHIND = lazy_pattern(r"[ ]?(?:[.,;:)!?]|\Z)")
OF_NOUN = lazy_pattern(r"[ ]of[ ](?=[a-z])")


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a row: the folded text, the kind of unit that begins at a place, whether the row is the whole text."""

    folded: str
    unit_at: Callable[[int], str | None]
    alone: bool

    def measured(self, place: int) -> bool:
        """Whether a physical unit, a time or a percentage begins here: half a litre, "half-litre", a fourth of a litre, half a percent."""
        behind = TO_UNIT.match(self.folded, place)
        return behind is not None and self.unit_at(behind.end()) in ("measure", "duration", "percent", "point")


Read = tuple[Numeral, int] | None


def scale_behind(row: list[Piece], place: int) -> int | None:
    """The power of ten of a scale word that follows: "two and a half million"."""
    if place >= len(row) or row[place].gap not in ("blank", "hyphen"):
        return None
    kind, value = row[place].entry.kind, row[place].entry.value
    return value if kind == "scale" else 2 if kind == "hundred" else None


def with_article(setting: Setting, piece: Piece) -> int:
    """Where a number starts that may have an article: "a million"."""
    article = ARTICLE.search(setting.folded, max(0, piece.start - 3), piece.start)
    return article.start() if article is not None else piece.start


def fraction(setting: Setting, row: list[Piece], place: int, number: Cardinal) -> Read:
    """Two thirds, "twenty-three fifths", "three quarters of", "two thirds of a million"; not "two quarters", "the one hundredth"."""
    below = denominator(row, number.reached, above=number.value)
    if below is None:
        return None
    part, reached = below
    first, before, above = row[number.reached], row[number.reached - 1], number.value
    if first.entry.kind == "part" and not first.entry.plural and above != 1:
        return None
    if (
        part == QUARTER
        and row[number.reached].text.startswith("quarter")
        and not _is_quarter(setting, row, number.reached, reached)
    ):
        return None
    if setting.folded.endswith("the ", 0, row[place].start) and first.entry.kind == "ordinal scale" and not first.entry.plural:
        return None
    if before.entry.kind == "tens" and first.gap in ("hyphen", "dash") and first.entry.kind == "ordinal":
        above -= before.entry.value  # "one hundred thirty-fifths": 100/35
        if not above:
            return None
        part = Fraction(1, before.entry.value + part.denominator)
    return times_scale(
        row, Numeral(Span(row[place].start, row[reached - 1].end), above * part, 0, "words", form="fraction"), reached
    )


def _is_quarter(setting: Setting, row: list[Piece], place: int, reached: int) -> bool:
    """Whether quarters are fourths here and no part of a year."""
    if row[place].gap != "blank" or setting.alone or scale_behind(row, reached) is not None:
        return True
    if OF_NOUN.match(setting.folded, row[place].end) is not None:
        return True
    return row[place - 1].text == "one" and BESIDE_SHARE.match(setting.folded, row[place].end) is not None


def times_scale(row: list[Piece], numeral: Numeral, reached: int) -> tuple[Numeral, int]:
    """Two thirds of a million, "three quarters billion"."""
    if reached < len(row) and row[reached].gap in ("of a", "blank") and row[reached].entry.kind == "scale":
        decimals, value = finite(Fraction(numeral.value) * 10 ** row[reached].entry.value)
        span = Span(numeral.span.start, row[reached].end)
        return replace(numeral, value=value, decimals=decimals, form="number", scaled=True, span=span), reached + 1
    return numeral, reached


def part_of_scale(setting: Setting, row: list[Piece], place: int) -> Read:
    """Half a million, "quarter million", "half a dozen", "a quarter of a million"."""
    part = row[place].entry.part
    if part is None or row[place].entry.plural or place + 1 >= len(row) or row[place + 1].gap not in ("blank", "a", "of a"):
        return None
    if row[place + 1].entry.kind not in ("scale", "hundred", "dozen"):
        return None
    number = cardinal(row, place + 1)
    if number is None:
        return None
    decimals, value = finite(number.value * part)
    start = with_article(setting, row[place])
    span = Span(start, row[number.reached - 1].end)
    return Numeral(span, value, decimals, "words", scaled=number.exponent > 0), number.reached


def part_alone(setting: Setting, row: list[Piece], place: int) -> Read:
    """Half of them, "more than half", "half-litre", "a quarter of the users"; not "the first half", "half-time", "a quarter later"."""
    piece, folded = row[place], setting.folded
    part = piece.entry.part
    if part is None or piece.entry.plural:
        return None
    start = with_article(setting, piece)
    numeral = Numeral(Span(start, piece.end), Decimal(part.numerator) / part.denominator, 0, "words", form="fraction")
    if HALF_YEAR.match(folded, piece.end) or (
        folded.startswith(" year", piece.end) and THE_BEFORE.search(folded, max(0, start - 6), start)
    ):
        return None
    if (setting.alone and len(row) == 1 and (part != QUARTER or start < piece.start)) or setting.measured(piece.end):
        return numeral, place + 1
    told = _quarter_is_share(setting, start, piece) if part == QUARTER else _half_is_share(folded, start, piece)
    return (numeral, place + 1) if told else None


def _among_others(folded: str, start: int, end: int) -> bool:
    """Whether another part is named beside this one: a quarter to a third."""
    return (
        FROM_ANOTHER.search(folded, max(0, start - LONGEST_LEAD), start) is not None or BESIDE_SHARE.match(folded, end) is not None
    )


def _quarter_is_share(setting: Setting, start: int, piece: Piece) -> bool:
    """A quarter of the users, "by a quarter", "a quarter to a third"; not "over a quarter", which may be a time."""
    folded, end = setting.folded, piece.end
    if start == piece.start:
        return False
    of = OF_NOUN.match(folded, end)
    if OF_WHOLE.match(folded, end) or (of and setting.unit_at(of.end()) == "count") or _among_others(folded, start, end):
        return True
    return QUARTER_HEDGED.search(folded, max(0, start - LONGEST_LEAD), start) is not None and ENDING.match(folded, end) is not None


def _half_is_share(folded: str, start: int, piece: Piece) -> bool:
    """Half of them, "more than half", "by half", "cut in half"; not "the first half" of a game."""
    end, floor = piece.end, max(0, start - LONGEST_LEAD)
    if start < piece.start and _among_others(folded, start, end):
        return True
    if NO_HALF_BEFORE.search(folded, max(0, piece.start - 10), piece.start) or folded.startswith(
        ("-", " year", " of the year"), end
    ):
        return False
    if OF_NOUN.match(folded, end) or folded.startswith((" the ", " its ", " their ", " that ", " these ", " those "), end):
        return True
    hedged = HEDGED.search(folded, floor, start) is not None
    if start < piece.start:
        return hedged and ENDS_BEHIND.match(folded, end) is not None  # below a half.
    return hedged or (HALVED_BEFORE.search(folded, floor, start) is not None and ENDING.match(folded, end) is not None)
