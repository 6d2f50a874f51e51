"""A picture of what several documents say of one thing: a row a statement in the order of their dates, its interval and its value.

Drawn as SVG in the page itself, across in parts of its width and down in pixels: it is as wide as there is room, and its letters are
as large on a telephone as on a desk. The table beneath says the same in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import PurePath
from typing import NamedTuple

from factcheck import lexicon
from factcheck.evidence.working import quoted
from factcheck.interval import Interval
from factcheck.messages import Language, in_language, say
from factcheck.quantity import decimal_text, power_of_ten
from factcheck.report.dossier.tables import Statement, Table, published, title
from factcheck.report.excerpt import shortened, width
from factcheck.report.html.page import text, worded
from factcheck.report.text import place
from factcheck.wording import bare, between, language_of

# Pixels: from one row to the next, from a row's words to its bar, and what the scale takes at the foot.
ROW, WORDS, FOOT = 40, 14, 24
# Columns of words on each side of a row: together they fit a telephone of 390 pixels.
LABEL, VALUE = 30, 20
# The part of the width that is left free on each side, in hundredths, and how many marks the scale has at most.
MARGIN, MARKS = 2, 4


def picture(table: Table, language: Language) -> str:
    """The statements of a table that are in its commonest unit; nothing where they are fewer than two."""
    scales = Counter(ruler(statement.claim.mention.unit)[0] for statement in table.statements)
    common = max(scales, key=lambda one: (scales[one], one))
    drawn = [statement for statement in table.statements if ruler(statement.claim.mention.unit)[0] == common]
    if len(drawn) < 2:
        return ""
    units = Counter(statement.claim.mention.unit for statement in drawn)
    unit = max(units, key=lambda one: (units[one], one or ""))
    worth = next(ruler(statement.claim.mention.unit)[1] for statement in drawn if statement.claim.mention.unit == unit)
    points = [point(statement, worth) for statement in drawn]
    low, high = limits([end for one in points for end in one])
    height = ROW * len(drawn) + FOOT
    marks = "".join(scale_mark(value, low, high, height=height, unit=unit, language=language) for value in scale(low, high))
    rows = "".join(
        row(statement, one, number, low, high, language) for number, (statement, one) in enumerate(zip(drawn, points, strict=True))
    )
    left_out = len(table.statements) - len(drawn)
    note = (
        f"<p><small>{worded(say('in other units, and not drawn: {number}', number=left_out), language)}</small></p>"
        if left_out
        else ""
    )
    return f'<svg class="picture" width="100%" height="{height}" role="img" aria-label="{worded(title(table), language)}">{marks}{rows}</svg>{note}'


class Point(NamedTuple):
    """A statement's value between the ends of its interval, in the unit of the picture. An open end is None, and so is the value of a range."""

    low: Fraction | None
    value: Fraction | None
    high: Fraction | None


def point(statement: Statement, worth: Fraction) -> Point:
    """Where a statement stands, in a unit that is worth so much on its ruler."""
    factor = ruler(statement.claim.mention.unit)[1] / worth
    stated, quantity = interval(statement), statement.claim.quantity
    assert quantity is not None
    low, high = (None if end is None else end * factor for end in (stated.low, stated.high))
    return Point(low, Fraction(quantity.value) * factor if quantity.high is None else None, high)


def ruler(name: str | None) -> tuple[str, Fraction]:
    """What a unit can be measured beside, and what one of it is worth there.

    Employees stand beside people and kilometres beside metres; one currency does not stand beside another.
    """
    unit = lexicon.units().get(name or "")
    if unit is None or unit.kind == "money" or unit.offset != "0":
        return name or "", Fraction(1)
    return unit.dimension, Fraction(unit.factor)


def interval(statement: Statement) -> Interval:
    """What a statement's figure stands for."""
    quantity = statement.claim.quantity
    assert quantity is not None
    return quantity.interval()


def limits(places: Sequence[Fraction | None]) -> tuple[Fraction, Fraction]:
    """The least and the greatest value to draw, with a little room."""
    ends = [end for end in places if end is not None]
    low, high = min(ends, default=Fraction(0)), max(ends, default=Fraction(1))
    room = (high - low) / 10 or abs(high) / 10 or Fraction(1)
    return low - room, high + room


def scale(low: Fraction, high: Fraction) -> Iterator[Fraction]:
    """Round values between two ends, at most `MARKS` of them: their distance is 1, 2 or 5 times a power of ten."""
    rough = (high - low) / MARKS
    exponent = len(str(rough.numerator)) - len(str(rough.denominator)) - 1
    steps = (factor * power_of_ten(exponent + more) for more in range(3) for factor in (1, 2, 5))
    step = next(step for step in steps if step >= rough)
    value = -(-low // step) * step
    while value <= high:
        yield value
        value += step


def across(value: Fraction, low: Fraction, high: Fraction) -> str:
    """Where a value stands between the edges of the picture, as a part of its width: "37.5%"."""
    return f"{decimal_text(MARGIN + Fraction(round((value - low) / (high - low) * (100 - 2 * MARGIN) * 100), 100))}%"


def scale_mark(value: Fraction, low: Fraction, high: Fraction, *, height: int, unit: str | None, language: Language) -> str:
    """A round value at the foot, and a fine line above it."""
    at = across(value, low, high)
    words = text(in_language(bare(value, unit=unit, language=language), language))
    return f'<line class="scale" x1="{at}" x2="{at}" y1="0" y2="{height - FOOT}"/><text class="scale" x="{at}" y="{height - 8}">{words}</text>'


def row(statement: Statement, one: Point, number: int, low: Fraction, high: Fraction, language: Language) -> str:
    """One statement: its time and source, its words, a bar over its interval and a dot for its value.

    A dashed end is open; a hollow dot is a bound, which the value does not reach. A range has no dot: it names no value.
    """
    top = ROW * number
    start = across(one.low if one.low is not None else low, low, high)
    end = across(one.high if one.high is not None else high, low, high)
    bounded = one.low is not None and one.high is not None
    shape = "" if bounded else ' stroke-dasharray="3 3"'
    hollow = "" if bounded else ' class="hollow"'
    middle = top + WORDS + 12
    dot = f'<circle{hollow} cx="{across(one.value, low, high)}" cy="{middle}" r="4.5"/>' if one.value is not None else ""
    return (
        f'<g class="{statement.mark or "plain"}"><title>{description(statement, language)}</title>'
        f'<text x="0" y="{top + WORDS}">{text(label(statement, language))}</text>'
        f'<text class="value" x="100%" y="{top + WORDS}">{text(shortened(quoted(statement.claim), VALUE))}</text>'
        f'<line x1="{start}" x2="{end}" y1="{middle}" y2="{middle}"{shape}/>{dot}</g>'
    )


def label(statement: Statement, language: Language) -> str:
    """The time and the source of a statement, as much as fits; a file goes by its name alone."""
    source = statement.claim.source
    name = source.publisher or source.title or PurePath(statement.claim.document.name).name
    when = statement.time or in_language(say("no date"), language)
    return f"{when} · {shortened(name, LABEL - width(when))}"


def description(statement: Statement, language: Language) -> str:
    """A statement in full: its time, its words, what they stand for, its place."""
    claim = statement.claim
    stands_for = between(interval(statement), unit=claim.mention.unit, language=language_of(claim.text))
    when = statement.time or say("no date")
    parts = (
        in_language(when, language),
        published(claim),
        quoted(claim),
        in_language(stands_for, language),
        place(claim.document, claim.span),
    )
    return "; ".join(text(part) for part in parts if part)
