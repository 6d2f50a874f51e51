"""A picture of what several documents say of one thing: a row a statement in the order of their dates, its interval and its value.

Drawn as SVG in the page itself; the table beneath says the same in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from html import escape

from factcheck.evidence.working import quoted
from factcheck.interval import Interval
from factcheck.report.dossier.tables import Statement, Table
from factcheck.report.excerpt import shown
from factcheck.report.text import place

# Units of the picture; it is scaled to the width that there is.
WIDTH, LABELS, ROW, EDGE = 720, 220, 26, 16


def picture(table: Table) -> str:
    """The statements of a table that are in its commonest unit; nothing where they are fewer than two."""
    units = Counter(statement.claim.mention.unit for statement in table.statements)
    unit = max(units, key=lambda one: (units[one], one or ""))
    drawn = [statement for statement in table.statements if statement.claim.mention.unit == unit]
    if len(drawn) < 2:
        return ""
    low, high = limits([interval(statement) for statement in drawn])
    rows = "".join(row(statement, number, low, high) for number, statement in enumerate(drawn))
    name = f"{table.subject}, {table.measure.replace('_', ' ')}"
    return f'<svg class="picture" viewBox="0 0 {WIDTH} {ROW * len(drawn) + EDGE}" role="img" aria-label="{escape(shown(name))}">{rows}</svg>'


def interval(statement: Statement) -> Interval:
    """What a statement's figure stands for."""
    quantity = statement.claim.quantity
    assert quantity is not None
    return quantity.interval()


def limits(intervals: Sequence[Interval]) -> tuple[Fraction, Fraction]:
    """The least and the greatest value to draw, with a little room."""
    ends = [end for one in intervals for end in (one.low, one.high) if end is not None]
    low, high = min(ends, default=Fraction(0)), max(ends, default=Fraction(1))
    room = (high - low) / 10 or abs(high) / 10 or Fraction(1)
    return low - room, high + room


def across(value: Fraction, low: Fraction, high: Fraction) -> int:
    """Where a value stands between the edges of the picture."""
    return LABELS + round((value - low) / (high - low) * (WIDTH - LABELS - EDGE))


def row(statement: Statement, number: int, low: Fraction, high: Fraction) -> str:
    """One statement: its time, a bar over its interval, a dot for its value, its words; a dashed end is open."""
    claim, stated = statement.claim, interval(statement)
    assert claim.quantity is not None
    middle = EDGE + ROW * number
    start = across(stated.low if stated.low is not None else low, low, high)
    end = across(stated.high if stated.high is not None else high, low, high)
    at = across(Fraction(claim.quantity.value), low, high)
    open_ended = ' stroke-dasharray="3 3"' if stated.low is None or stated.high is None else ""
    mark = statement.mark or "plain"
    left = at > LABELS + (WIDTH - LABELS) // 2
    words = f'<text x="{at - 9 if left else at + 9}" y="{middle - 6}" text-anchor="{"end" if left else "start"}">{escape(shown(quoted(claim)))}</text>'
    title = f"<title>{escape(shown(place(claim.document, claim.span)))}</title>"
    return (
        f'<g class="{mark}">{title}<text x="0" y="{middle + 4}">{escape(shown(label(statement)))}</text>'
        f'<line x1="{start}" x2="{end}" y1="{middle}" y2="{middle}"{open_ended}/><circle cx="{at}" cy="{middle}" r="4"/>{words}</g>'
    )


def label(statement: Statement) -> str:
    """The time and the source of a statement, as much as fits."""
    name = statement.claim.source.publisher or statement.claim.source.title or statement.claim.document.name
    words = f"{statement.time or '–'} · {name}"
    return words if len(words) <= 24 else words[:23] + "…"
