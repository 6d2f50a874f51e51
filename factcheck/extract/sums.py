"""Figures said in the parts of their unit: 五元三角, 两小时十五分, "3 dollars and 50 cents", "15 dollars 50", "6 feet 2 inches"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from factcheck.document import Span
from factcheck.extract.figure import Figure
from factcheck.extract.numerals import LONGEST, exact, shifted
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import Unit, units
from factcheck.pattern import lazy_pattern

JOINING = frozenset(["", " ", "零", "又", " 零 ", " 又 ", "零 ", "又 ", " and ", " & ", "-"])
STONES = frozenset(["st ", " st ", "st", " stone ", " stone, "])
POUNDS_IN_A_STONE = 14
LISTING = frozenset([", ", ", and "])
STOP_BEHIND = lazy_pattern(r"[ ]?(?:[.,;:!?)](?![0-9])|\n|\Z)")
# 3 days, 4 hours and 20 minutes; 6 feet, 2 inches tall
LIST_BEHIND = lazy_pattern(
    r"[ ]?(?:[.,;:!?)](?![0-9])|\n|\Z)|[ ]and[ ](?:[0-9]|[a-z-]+[ ](?:seconds?|minutes?)(?![a-z]))"
    r"|[ ](?:tall|long|wide|high|deep|thick|old|across|in[ ]height)(?![a-z])"
)
NEXT_BEHIND = lazy_pattern(
    r"(?:,|,?[ ]and)[ ](?:[0-9][0-9.]*|[a-z-]+(?=[ ](?:seconds?|minutes?|hours?)(?![a-z])))[ ]?"
)  # "and 6 " of "and 6 cm"
LEFT_BEHIND = lazy_pattern(r"[ ](?:left|remaining|to[ ](?:go|play))(?![a-z])")
LEFT_BEFORE = lazy_pattern(r"(?:[还仅只]剩下?|剩余)[ ]?\Z")
CENTS = lazy_pattern(r"[ ]?(?:c|p|¢)(?![a-z0-9])")
INCHES = lazy_pattern(r"[ ]?(?:in(?![a-z0-9-])|\"|″|”|'')")
INCHES_IN_FOOT = 12
# 三年多 is no whole number of years; 约 stands in front and speaks of both parts
HEDGES_BEHIND = frozenset("多余来许强弱上下右后")
# 一天24小时 and 一周三天 say how much of each, not how much in all; "3 days and 4 hours" is a sum
LISTED = ("day", "week")
# No length is said in units so far apart: 3760公里1600毫米轨距 are two, and so is the track of "a 40 km, 60 cm line".
FURTHEST = 2000


def compound(prepared: Prepared, first: Figure, second: Figure) -> bool:
    """Make one figure of two in units of one dimension, 五元三角, 两小时十五分; whether it was one."""
    between = prepared.folded[first.end : second.start]
    if between == ":":
        return _time_left(prepared, first, second)
    if prepared.folded[first.numeral.span.end : second.start] in STONES:
        return _stones_and_pounds(first, second)
    if between not in JOINING and between not in LISTING:
        return False
    if first.second is not None or second.second is not None or not _in_parts(prepared, first, second):
        return False
    if first.currency is not None:
        return between in JOINING and _sum_of_money(prepared, first, second, between)
    return _measured_in_two(prepared, first, second, between)


def _time_left(prepared: Prepared, first: Figure, second: Figure) -> bool:
    """4:51 left to play, 还剩4:51: minutes and seconds of a game."""
    low, high, folded = first.numeral, second.numeral, prepared.folded
    if not (low.style == high.style == "digits") or high.value >= 60 or len(high.span) != 2 or low.pointed or high.pointed:
        return False
    left = LEFT_BEHIND.match(folded, high.span.end) or LEFT_BEFORE.search(folded, max(0, low.span.start - 6), low.span.start)
    if left is None or first.unit is not None or second.end > high.span.end:
        return False
    value = exact(low.value) * 60 + exact(high.value)
    first.numeral = replace(high, value=value, span=Span(low.span.start, high.span.end))
    first.unit, first.end = units()["second"], high.span.end
    return True


def _stones_and_pounds(first: Figure, second: Figure) -> bool:
    """10st 4lb, 11 st 6 lb: a weight of the body in stones of fourteen pounds."""
    low, high, pound = first.numeral, second.numeral, second.unit
    whole = low.style == high.style == "digits" and Fraction(low.value).denominator == 1
    if pound is None or pound.name != "pound" or not whole or not 0 <= high.value < POUNDS_IN_A_STONE:
        return False
    value = exact(low.value) * POUNDS_IN_A_STONE + exact(high.value)
    first.numeral = replace(high, value=value, span=Span(low.span.start, high.span.end))
    first.unit, first.end, first.ordinal = pound, second.end, False
    return True


def _in_parts(prepared: Prepared, first: Figure, second: Figure) -> bool:
    """Whether two figures state one amount each, the second no less than nothing, and so can be parts of one."""
    low, high = first.numeral, second.numeral
    hedged = first.hedge not in (None, "exact") and (
        first.start == low.span.start or prepared.folded[first.end - 1] in HEDGES_BEHIND
    )
    if hedged or low.hedge is not None or second.hedge not in (None, "exact") or second.ordinal or first.ordinal:
        return False
    return not low.scaled and low.high is None and high.high is None and high.value >= 0 and low.form == high.form == "number"


def _of_each(prepared: Prepared, first: Figure, between: str) -> bool:
    """Whether two times may be how much of each: 一周三天, 1天24小时, 每周5天8小时; 8天3小时 are one length."""
    if first.unit is None or first.unit.name not in LISTED or between.strip() not in ("", "零", "又"):
        return False
    return (
        first.unit.name == "week"
        or first.numeral.value == 1
        or prepared.folded.endswith(("周", "月", "周 ", "月 "), 0, first.start)
    )


def _minutes(prepared: Prepared, figure: Figure, beside: Unit | None, name: str) -> Unit | None:
    """The unit of a figure; 分 is minutes beside the unit that the name says, and the score of a game elsewhere."""
    unit = figure.unit
    if unit is None or unit.name != "score" or prepared.folded[figure.end - 1] != "分":
        return unit
    return units()["minute"] if beside is not None and beside.name == name else unit  # 两小时十五分, 五分三十秒


def _short(prepared: Prepared, figure: Figure, beside: Unit | None) -> Unit | None:
    """The unit of a figure; an m glued to its number is minutes behind hours, 2h 15m, and metres elsewhere."""
    unit = figure.unit
    if unit is None or unit.name != "m" or beside is None or beside.name != "hour":
        return unit
    return units()["minute"] if prepared.folded[figure.numeral.span.end : figure.end] == "m" else unit


def _measured_in_two(prepared: Prepared, first: Figure, second: Figure, between: str) -> bool:
    """两小时十五分, 六斤八两, 3年零6个月, 6 feet 2 inches: said in the smaller unit, of which the larger one is a whole number."""
    large, small = _minutes(prepared, first, second.unit, "second"), _minutes(prepared, second, first.unit, "hour")
    end, small = second.end, _short(prepared, second, large) if small is second.unit else small
    if large is not None and (small is None or small.name == "length"):
        small, end = _unsaid(prepared, large, second, between)
    if large is None or small is None or second.currency is not None or not {large.kind, small.kind} <= {"measure", "duration"}:
        return False
    if large.dimension != small.dimension or _of_each(prepared, first, between):
        return False
    step, low, high = Fraction(large.factor) / Fraction(small.factor), first.numeral, second.numeral
    if between in LISTING and not _listed(prepared, end, small):
        return False
    side_by_side = between == " " and large.dimension == "length"  # 2 yards 7 feet
    if (
        not 1 < step <= (FURTHEST if large.kind == "measure" else step)
        or step.denominator != 1
        or Fraction(low.value).denominator != 1
        or not (high.value < step or side_by_side)
    ):
        return False
    value = exact(low.value) * int(step) + exact(high.value)
    first.numeral = replace(high, value=value, span=Span(low.span.start, high.span.end))
    first.unit, first.end = small, max(end, high.span.end)
    return True


def _listed(prepared: Prepared, end: int, small: Unit) -> bool:
    """Whether parts with commas between them are of one amount: 3 days, 4 hours; not "ran 3 miles, 200 yards ahead of the next".

    A list that goes on down is one amount too, "4 km, 8 m and 6 cm"; in "packs of 2 kg, 500 g and 100 g" and "1 TB, 512 GB" sizes stand.
    """
    if LIST_BEHIND.match(prepared.folded, end) is None or small.dimension == "data":
        return False
    following = NEXT_BEHIND.match(prepared.folded, end)
    token = prepared.word_at(following.end()) if following is not None else None
    beside = units().get(token.meaning("unit") or "") if token is not None else None
    return beside is None or beside.dimension != small.dimension or Fraction(beside.factor) < Fraction(small.factor)


def _unsaid(prepared: Prepared, large: Unit, second: Figure, between: str) -> tuple[Unit | None, int]:
    """The unit that goes without saying, and where the figure ends: 1 hour thirty, 5 ft 2 in, 6 foot 3."""
    folded, end = prepared.folded, second.numeral.span.end
    if large.name == "foot" and (inches := INCHES.match(folded, end)) is not None:
        return units()["inch"], inches.end()
    tall = large.name == "foot" and between == " " and second.unit is None and second.numeral.value < INCHES_IN_FOOT
    if tall and (STOP_BEHIND.match(folded, end) or folded.startswith(" tall", end)):  # 6 foot 3
        return units()["inch"], end
    if large.name == "hour" and between in (" ", " and ") and second.numeral.value > 1 and STOP_BEHIND.match(folded, end):
        return units()["minute"], end
    return second.unit, second.end


def _sum_of_money(prepared: Prepared, first: Figure, second: Figure, between: str) -> bool:
    """五元三角, 九角五分, "3 dollars and 50 cents", "15 dollars 50": money in its unit and the parts of that unit."""
    part, whole = second.unit, first.currency
    assert whole is not None
    if part is not None and part.name == "score" and prepared.folded[second.end - 1] == "分":
        part = units()["fen"]  # 分 is a mark in an examination, except behind 元 and 角
    if part is None and second.currency is None:
        return _bare_cents(prepared, first, second, between)
    if part is None or part.kind != "money" or part.dimension == "money":
        return False
    currency, step = (whole.name, Fraction(1)) if whole.dimension == "money" else (whole.dimension, Fraction(whole.factor))
    shared = part.name == "cent" and whole.dimension == "money"  # other dollars and the euro have cents too
    if not (part.dimension == currency or shared) or Fraction(part.factor) >= step:
        return False
    if not _add(first, second, Fraction(part.factor), step=step):
        return False
    if whole.name != currency:
        first.unit = first.currency = units()[currency]
    return True


def _bare_cents(prepared: Prepared, first: Figure, second: Figure, between: str) -> bool:
    """15 dollars 50 at the end of a sentence, "$20 43" where a text says nothing else."""
    low, high, folded = first.numeral, second.numeral, prepared.folded
    assert first.currency is not None
    cents = CENTS.match(folded, high.span.end)
    end = cents.end() if cents is not None else second.end
    alone = len(folded) <= LONGEST and not (folded[: first.start] + folded[end:]).strip()
    named = first.end > low.span.end or alone or cents is not None
    if (
        not named
        or between not in (" ", " and ")
        or high.style == "hanzi"
        or high.pointed
        or not (1 if alone else 10) <= high.value < 100
    ):
        return False
    if first.currency.dimension != "money" or (cents is None and STOP_BEHIND.match(folded, second.end) is None):
        return False
    added = _add(first, second, Fraction(1, 100), step=Fraction(1))
    first.end = end if added else first.end
    return added


def _add(first: Figure, second: Figure, factor: Fraction, *, step: Fraction) -> bool:
    """Add a part of a sum to it, where it is less than one of its unit and has an exact place; whether it does."""
    low, high = first.numeral, second.numeral
    added = Fraction(high.value) * factor
    places = (1 if factor == Fraction(1, 10) else 2) - high.decimals
    parts = (Fraction(low.value) * step + added) * 10**places
    if added * 10 ** -min(low.decimals, 0) >= step or parts.denominator != 1:
        return False
    number = shifted(Decimal(parts.numerator), -places)
    first.numeral = replace(low, value=number, decimals=-places, pointed=True, span=Span(low.span.start, high.span.end))
    first.end = second.end
    return True
