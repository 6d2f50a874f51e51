"""Numerals spelled in English words: what belongs to a cardinal ("point five", "and a half", "thirds"), and what stands without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from factcheck.document import Span
from factcheck.extract.number_words import Cardinal, Piece, cardinal, share
from factcheck.extract.numerals import Numeral, finite, words
from factcheck.extract.scale_words import GRAND
from factcheck.extract.word_fractions import (
    ARTICLE,
    BESIDE_SHARE,
    ENDING,
    FROM_ANOTHER,
    HEDGED,
    LONGEST_LEAD,
    OF_NOUN,
    Read,
    Setting,
    fraction,
    part_alone,
    part_of_scale,
    scale_behind,
    times_scale,
    with_article,
)
from factcheck.pattern import lazy_pattern

# A year is said in two halves from the thirteenth century on: "nineteen seventy-three".
CENTURIES = range(13, 20)
# "a couple of hundred", "several thousand", "a few dozen", "a million"
LEAD = lazy_pattern(
    r"(?<![a-z0-9-])(?:(?P<couple>a[ ]{1,2}couple[ ](?:of[ ]{1,2})?)|(?P<some>several[ ]|(?:a[ ])?few[ ])|(?P<article>an?[ ]{1,2}))\Z"
)
GRAND_BEHIND = lazy_pattern(GRAND)  # six grand
# a six-figure sum has six digits
FIGURES_BEHIND, FIGURES = lazy_pattern(r"-figures?(?![a-z-])"), range(4, 11)
# an ordinal is none in "per second", "every second", "30 seconds", "first of all"
NO_ORDINAL_BEFORE = lazy_pattern(r"(?:\b(?:per|every|at)|[0-9])[ ]\Z")
HEDGED_OR_BY = lazy_pattern(rf"{HEDGED.pattern}|\bby[ ]\Z")
# killing hundreds; thousands were left homeless
LED_BEFORE = lazy_pattern(
    r"\b(?:killing|killed|wounding|injuring|injured|displacing|employing|attracting|drawing|leaving|saving)[ ]\Z"
)
OPENING_BEFORE = lazy_pattern(r"(?:\A|\n|[.,;:!?][ ]|and[ ]|but[ ])\Z")
SUFFERED = lazy_pattern(
    r"[ ](?:more[ ])?(?:died|fled|starved|perished|drowned|were|was|are|have|had|lost|left|joined|marched|gathered|came|took|emigrated|moved)(?![a-z])"
)
# "a third agreed", "a fifth were"; "by a third." and "nearly a tenth," beside a hedge
SHARE_BEHIND = lazy_pattern(
    r"[ ](?:agreed?|said|say|are|were|have|had|of[ ]them|voted|live[sd]?|came|come|did|do|than|less|more|lower|higher)(?![a-z-])"
)
NOUN_BEHIND = lazy_pattern(r"[ ][a-z]")
STOPS = " \t\r\n.。,，:：;；!！?？\"'“”-"


def read_row(folded: str, row: list[Piece], unit_at: Callable[[int], str | None]) -> Iterator[Numeral]:
    """The numbers of a row of number words: one where they make one, otherwise each by itself ("two three")."""
    outside = len(folded) <= row[-1].end - row[0].start + LONGEST_LEAD
    around = (folded[: row[0].start] + folded[row[-1].end :]).strip(STOPS) if outside else "…"
    setting, place = Setting(folded, unit_at, around in ("", "a", "an", "the", "minus", "negative")), 0
    while place < len(row):
        read = _at(setting, row, place)
        if read is None:
            place += 1
        else:
            yield read[0]
            place = read[1]


def _at(setting: Setting, row: list[Piece], place: int) -> Read:
    """The number that begins at a word, and the index behind it."""
    piece = row[place]
    if piece.entry.kind == "part":
        return part_of_scale(setting, row, place) or part_alone(setting, row, place)
    if piece.text in words()["en"]["many"]:
        return _many(setting, row, place)
    if piece.entry.kind == "scale" and piece.text not in words()["en"]["bare"]:
        return None
    number = cardinal(row, place)
    if number is None:
        return _ordinal(setting, row, place)
    return (
        _pointed(row, place, number)
        or _mixed(setting, row, place, number)
        or fraction(setting, row, place, number)
        or _ordinal_behind(setting, row, place, number)
        or _year(setting, row, place, number)
        or (_whole(setting, row, place, number), number.reached)
    )


def _whole(setting: Setting, row: list[Piece], place: int, number: Cardinal) -> Numeral:
    """A whole number with its article: "a million", "a couple of hundred", "several thousand"."""
    start, end = row[place].start, row[number.reached - 1].end
    kind = row[place].entry.kind
    exponent = number.exponent
    scaled = exponent > 0
    if FIGURES_BEHIND.match(setting.folded, end) and number.value in FIGURES:
        low = Decimal(10) ** (number.value - 1)
        return Numeral(Span(start, end), low, number.value - 1, "words", low * 10 - 1, "about", vague=True, scaled=True)
    numeral = Numeral(Span(start, end), Decimal(number.value), exponent, "words", scaled=scaled, scale=exponent)
    lead = LEAD.search(setting.folded, max(0, start - LONGEST_LEAD), start) if kind in ("hundred", "scale", "dozen") else None
    grand = GRAND_BEHIND.match(setting.folded, end)
    if grand is not None:
        return replace(numeral.times(3), span=Span(start, grand.end()))
    if lead is None:
        return numeral
    span = Span(lead.start(), end)
    if lead["couple"]:
        return replace(numeral, span=span, value=numeral.value * 2, hedge="about")
    if lead["some"]:  # several hundred, as 数百: from two of them up to the next power of ten
        return replace(numeral, span=span, value=numeral.value * 2, high=Decimal(number.value * 10 - 1), vague=True)
    return replace(numeral, span=span)


def _many(setting: Setting, row: list[Piece], place: int) -> Read:
    """Hundreds of thousands, "dozens of", as 数十万: from two of them up to the next power of ten."""
    many = words()["en"]["many"]
    exponent, reached = many[row[place].text], place + 1
    while reached < len(row) and row[reached].gap == "of" and row[reached].text in many and exponent < 15:
        exponent, reached = exponent + many[row[reached].text], reached + 1
    start, end = row[place].start, row[reached - 1].end
    if reached == place + 1 and not setting.folded.startswith(" of ", end) and not _counts_people(setting.folded, start, end):
        return None  # "the thousands place"; "hundreds of thousands" is a number whatever follows
    low, high = Decimal(2 * 10**exponent), Decimal(10 ** (exponent + 1) - 1)
    return Numeral(Span(start, end), low, exponent, "words", high=high, vague=True, scaled=True), reached


def _counts_people(folded: str, start: int, end: int) -> bool:
    """Whether "thousands" says how many: "thousands died", "killing hundreds"; not the "tens" of "tens and ones"."""
    alone = LED_BEFORE.search(folded, max(0, start - LONGEST_LEAD), start) is not None
    return alone or (
        OPENING_BEFORE.search(folded, max(0, start - 3), start) is not None and SUFFERED.match(folded, end) is not None
    )


def _pointed(row: list[Piece], place: int, number: Cardinal) -> Read:
    """Five point two million, "nought point oh four"."""
    reached, digits, tens = number.reached, "", False
    while reached < len(row) and len(digits) < LONGEST_LEAD:
        kind, value = row[reached].entry.kind, row[reached].entry.value
        if kind not in ("unit", "teen", "tens", "naught") or row[reached].gap not in (
            ("point",) if not digits else ("blank", "hyphen")
        ):
            break
        digits = digits[:-1] + str(value) if tens and 0 < value < 10 else digits + str(value)
        tens, reached = kind == "tens", reached + 1
    if not digits:
        return None
    exponent = scale_behind(row, reached)
    span = Span(row[place].start, row[reached - 1].end)
    numeral = Numeral(span, Decimal(f"{number.value}.{digits}"), -len(digits), "words", pointed=True)
    if exponent is None:
        return numeral, reached
    return replace(numeral.times(exponent), span=Span(span.start, row[reached].end)), reached + 1


def _mixed(setting: Setting, row: list[Piece], place: int, number: Cardinal) -> Read:
    """Two and a half, "six and three quarters", "one million and a half", "two and a half million"."""
    if number.reached >= len(row) or setting.folded.endswith("between ", 0, row[place].start):
        return None
    read = _part_behind(setting, row, number.reached)
    if read is None:
        return None
    (part, reached), last = read, row[number.reached - 1].entry
    exponent = last.value if last.kind == "scale" else 0
    start, end, scale = row[place].start, row[reached - 1].end, scale_behind(row, reached)
    own = scale is not None and scale < exponent  # "one billion and a half million"; else half of the last scale named
    whole = Fraction(number.value) + part * 10 ** (scale if own and scale is not None else exponent)
    if own:
        end, reached = row[reached].end, reached + 1
    elif scale is not None and not exponent:
        whole, exponent, end, reached = whole * 10**scale, scale, row[reached].end, reached + 1
    decimals, value = finite(whole)
    span = Span(with_article(setting, row[place]), end) if last.kind == "scale" else Span(start, end)
    return Numeral(span, value, decimals, "words", scaled=exponent > 0), reached


def _part_behind(setting: Setting, row: list[Piece], place: int) -> tuple[Fraction, int] | None:
    """And three quarters, "and a half", "and half" in front of a unit."""
    behind = row[place]
    if behind.gap == "and" and (read := share(row, place)) is not None:
        return read
    part = behind.entry.part
    bare = behind.gap == "and" and behind.entry.kind == "part" and setting.measured(behind.end)
    return (part, place + 1) if part is not None and not behind.entry.plural and (behind.gap == "and a" or bare) else None


def _ordinal_behind(setting: Setting, row: list[Piece], place: int, number: Cardinal) -> Read:
    """One hundred and twenty-fifth, "two hundredth"; not "a twenty second delay" and the first of "three first prizes"."""
    if number.reached >= len(row):
        return None
    last, before = row[number.reached], row[number.reached - 1]
    ordinal = last.entry.ordinal
    if ordinal is None or (last.entry.plural and last.gap == "blank") or last.gap not in ("blank", "hyphen", "dash", "and"):
        return None
    if last.gap == "and" and before.entry.kind not in ("hundred", "scale"):
        return None
    if ordinal == 2 and last.gap in ("blank", "and") and not setting.alone:
        return None
    if ordinal == 2 and with_article(setting, row[place]) < row[place].start and NOUN_BEHIND.match(setting.folded, last.end):
        return None  # a thirty-second commercial lasts half a minute
    scaling = last.entry.kind == "ordinal scale"
    if not scaling and number.room < (10 if ordinal < 10 else 100):
        return None
    value = Decimal(number.value * ordinal if scaling else number.value + ordinal)
    return Numeral(Span(row[place].start, last.end), value, 0, "words", form="ordinal"), number.reached + 1


def _year(setting: Setting, row: list[Piece], place: int, number: Cardinal) -> Read:
    """Nineteen seventy-three, and "one twenty two" where a text says nothing else."""
    if number.reached != place + 1 or not (number.value in CENTURIES or (setting.alone and place == 0 and 0 < number.value < 10)):
        return None
    if number.reached >= len(row) or row[number.reached].gap != "blank":
        return None
    rest = cardinal(row, number.reached)
    if (
        rest is None
        or not 10 <= rest.value < 100
        or rest.reached - number.reached > 2
        or (number.value < 10 and rest.reached < len(row))
    ):
        return None
    end = row[rest.reached - 1].end
    if (rest.reached < len(row) and row[rest.reached].gap != "and") or setting.folded.startswith("-", end):
        return None
    return Numeral(Span(row[place].start, end), Decimal(number.value * 100 + rest.value), 0, "words"), rest.reached


def _ordinal(setting: Setting, row: list[Piece], place: int) -> Read:
    """First, "hundredth"; a part of something where it is said so: "a third of the users", "tenth of a gallon"."""
    piece, folded = row[place], setting.folded
    entry = piece.entry
    if entry.ordinal is None or entry.plural:
        return None
    article = ARTICLE.search(folded, max(0, piece.start - 3), piece.start)
    if entry.part is not None:
        alone = setting.alone and len(row) == 1 and article is not None
        told = article is not None and (
            SHARE_BEHIND.match(folded, piece.end) is not None
            or BESIDE_SHARE.match(folded, piece.end) is not None
            or FROM_ANOTHER.search(folded, max(0, article.start() - LONGEST_LEAD), article.start()) is not None
            or (HEDGED_OR_BY.search(folded, max(0, article.start() - 15), article.start()) and ENDING.match(folded, piece.end))
        )
        if alone or told or (OF_NOUN.match(folded, piece.end) and (article or setting.measured(piece.end))):
            start = article.start() if article is not None else piece.start
            return times_scale(row, Numeral(Span(start, piece.end), entry.part, 0, "words", form="fraction"), place + 1)
    if folded.startswith(" of all", piece.end) or NO_ORDINAL_BEFORE.search(folded, max(0, piece.start - 7), piece.start):
        return None
    if entry.ordinal == 2 and folded.endswith("one ", 0, piece.start):
        return None
    return Numeral(Span(piece.start, piece.end), Decimal(entry.ordinal), 0, "words", form="ordinal"), place + 1
