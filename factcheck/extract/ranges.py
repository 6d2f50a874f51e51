"""Ranges: two figures with a mark between them are one statement, 9亿~16亿元, unless a word makes them two, from 40 to 80."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.extract import numerals
from factcheck.extract.beside import skip
from factcheck.extract.figure import Figure
from factcheck.extract.numerals import Numeral
from factcheck.extract.prepared import Prepared
from factcheck.extract.scale_words import money_suffix
from factcheck.pattern import lazy_pattern
from factcheck.quantity import BOUNDS

OR = lazy_pattern(r"[ ]?(?:或者?|or)[ ]?")


RANGE = lazy_pattern(
    r"[ ]?(?:~|～|〜|-|–|—|−|至|到|to|and|[与和跟]|或者?|or|、)[ ]?|-[ ]to[ ]"
)  # the last in an 8- to 16-metre mirror
PERCENT_OF = "百分之"
LONGEST_GAP = 16  # "and approximately "


def join(prepared: Prepared, first: Figure, second: Figure) -> bool:
    """Make one figure of the two ends of a range; whether it was one."""
    between = prepared.folded[first.end : second.numeral.span.start]
    left_unit = prepared.folded[first.numeral.span.end : first.end].strip()
    if not between or len(between) > LONGEST_GAP:
        return False
    if PLUS_MINUS.fullmatch(between):
        return _spread(first, second)
    mark = RANGE.fullmatch(between) or (
        RANGE.fullmatch(prepared.folded[first.end : second.start]) if second.start > first.end else None
    )
    if mark is None or first.second is not None or first.ordinal or first.hedge in ("over", "at_least"):
        return False
    _with_suffix(prepared, first, second)
    if prepared.folded.startswith(PERCENT_OF, first.numeral.span.start) and second.unit is None and second.numeral.form == "number":
        second.numeral = replace(second.numeral, form="percent")  # 百分之五至八
    if not _same_kind(first, second) or not _is_range(prepared, first, second, mark[0].strip(" ").removeprefix("- "), left_unit):
        return False
    low, high = first.numeral, second.numeral
    if not left_unit:
        low = _in_scale_of(low, high)
    if high.form == "percent" and low.form == "number" and prepared.folded[high.span.end - 1] == "成":
        low = replace(low, value=numerals.exact(low.value) * 10, decimals=low.decimals + 1, form="percent")  # 五至七成
    if low.value >= high.value:
        return False  # 50-50 are two halves
    first.numeral, first.second = low, high
    first.unit, first.currency = second.unit or first.unit, second.currency or first.currency
    first.end = second.end
    first.hedge = second.hedge or first.hedge
    return True


def _in_scale_of(low: Numeral, high: Numeral) -> Numeral:
    """The lower end in the scale that is said once for both: 5 to 10 million, "seventy-five to two hundred million"."""
    if high.scaled and not low.scaled and high.style == low.style:
        # of "two hundred million" the scale is all of it, and where that gives no range, its million
        for scale in (high.scale, high.scale // 3 * 3 if high.style == "words" else 0):
            if scale and low.value < numerals.shifted(numerals.exact(high.value), -scale):
                return low.times(scale)
    return low


def _with_suffix(prepared: Prepared, first: Figure, second: Figure) -> None:
    """Read the 7m of $5m-7m as millions: the sign stands before both."""
    if first.currency is None or not first.numeral.scaled or second.unit is None or second.unit.kind != "measure":
        return
    scaled = money_suffix(prepared.folded, second.numeral)
    if scaled is not second.numeral and second.end == scaled.span.end:
        second.numeral, second.unit = scaled, None


# 5 ± 0.2 mm
PLUS_MINUS = lazy_pattern(r"[ ]?(?:±|\+/[-−])[ ]?")


def _spread(first: Figure, second: Figure) -> bool:
    """5 ± 0.2 as the interval from 4.8 to 5.2."""
    middle, spread = first.numeral, second.numeral
    if (
        not _same_kind(first, second)
        or first.second is not None
        or middle.form != "number"
        or spread.value < 0
        or spread.high is not None
    ):
        return False
    place = min(middle.decimals, spread.decimals)
    ends = [numerals.finite(Fraction(middle.value) + sign * Fraction(spread.value))[1] for sign in (-1, 1)]
    first.numeral = replace(middle, value=ends[0], decimals=place, pointed=place < 0)
    first.second = replace(spread, value=ends[1], decimals=place, pointed=place < 0)
    first.unit, first.currency, first.end = second.unit or first.unit, second.currency or first.currency, second.end
    return True


def share_bound(prepared: Prepared, first: Figure, second: Figure) -> None:
    """不超过3%或者5%: the bound holds for both."""
    if (
        first.hedge in BOUNDS
        and second.hedge is None
        and OR.fullmatch(prepared.folded, first.end, second.start)
        and _same_kind(first, second)
    ):
        second.hedge = first.hedge


# from 40 to 50 people, 3 × 4 m, a 12-by-15-foot room
BY, FROM_TO = lazy_pattern(r"[ ]?[×x✕*][ ]?|(?:[ ]by[ ]|-by-)"), lazy_pattern("[ ]to[ ]")
CHANGED_FROM = lazy_pattern(r"\bfrom[ ]\Z")


def share_unit(prepared: Prepared, found: Sequence[Figure], last: Figure) -> None:
    """Give the unit that is written once to the figures before it that it is of as well: 60×40×30厘米, "from 40 to 50 people"."""
    folded, unit = prepared.folded, last.unit
    if unit is None or last.numeral.form != "number":
        return
    place = last.numeral.span.start
    for figure in reversed(found):
        if figure.unit is not None or figure.currency is not None or figure.ordinal or figure.numeral.form != "number":
            return
        start, end = figure.numeral.span.start, figure.numeral.span.end
        strokes = unit.dimension == "pressure" and folded[end:place] == "/"  # 120/80 mmHg
        if strokes or (BY.fullmatch(folded, end, place) is not None and (unit.kind == "measure" or unit.name == "pixel")):
            figure.unit, place = unit, start
            continue
        change = FROM_TO.fullmatch(folded, end, place) and CHANGED_FROM.search(folded, max(0, start - 5), start)
        choice = figure.end == end and _lower(figure, last) and OR.fullmatch(folded, end, place)  # two or three people
        if (
            (change or choice)
            and unit.kind in SHARED
            and last.end > last.numeral.span.end
            and figure.numeral.scaled is last.numeral.scaled
        ):
            figure.unit = unit
        return


def _lower(first: Figure, second: Figure) -> bool:
    """Whether the first of two figures can be the lower of a choice: "5 or 6%", but not "an increase of 28,000 or 23%"."""
    low, high = first.numeral, second.numeral
    return low.value < high.value and (low.pointed == high.pointed or second.kind != "percent")


# What is said once for both ends of a change; the percent of "from 3 to 5 percent" too.
SHARED = frozenset(["measure", "duration", "count", "percent", "point", "age"])


def _same_kind(first: Figure, second: Figure) -> bool:
    if first.kind == second.kind:
        return first.unit_name is None or second.unit_name is None or first.unit_name == second.unit_name
    if first.currency is not None and first.end == first.numeral.span.end:  # $5-10 million: the sign stands before both
        return second.unit is None and second.currency is None and second.numeral.form == "number" and not second.ordinal
    if first.kind == "age":  # aged 5 to 12
        return second.unit is None and second.currency is None and second.numeral.form == "number" and not second.ordinal
    return first.unit is None and first.currency is None and first.numeral.form == "number" and not second.ordinal


def _is_range(prepared: Prepared, first: Figure, second: Figure, mark: str, left_unit: str) -> bool:
    folded = prepared.folded
    before = folded[max(0, first.start - 12) : first.start].rstrip()
    if mark in ("、",):
        low, high = first.numeral.value, second.numeral.value
        return first.numeral.style == "hanzi" and not left_unit and high == low + 1 and second.unit is not None
    if mark in ("and",):
        return before.endswith(("between", "both"))
    if mark in ("与", "和", "跟"):
        return before.endswith(("介于", "在", "处于")) and folded.startswith(("之间", "间"), skip(folded, second.end))
    if mark in ("或", "或者", "or"):
        return False
    if mark in ("至", "到", "to"):
        return not before.endswith(("从", "由", "自", "from", "ratio of", "by", "从约"))
    return True
