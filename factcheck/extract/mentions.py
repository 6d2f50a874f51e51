"""From a prepared document to its mentions: every digit ends in exactly one mention or one named mask.

The order is that of certainty: masks, damaged figures, dates and periods, identifiers, then figures; what is left over becomes a
mention without a value, never nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factcheck.document import Document, Mask, Span
from factcheck.extract.damage import Damaged, find_damage
from factcheck.extract.figures import Figure, find_figures, hedge_of
from factcheck.extract.masks import Identifier, find_identifiers, find_masks
from factcheck.extract.periods import PeriodFigure, find_periods
from factcheck.extract.prepared import Prepared
from factcheck.mention import Mention
from factcheck.period import Period
from factcheck.quantity import Quantity, quantity

# What is counted one by one; lengths and sums of money are measured, however whole they look.
COUNTED_KINDS = frozenset({"count", "age", "ordinal"})
DIGIT_RUN = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


@dataclass(slots=True)
class Found:
    """What reading a document finds: its mentions, and by mention the period that relative words resolve to."""

    mentions: list[Mention] = field(default_factory=list)
    masks: list[Mask] = field(default_factory=list)
    resolved: dict[Mention, Period] = field(default_factory=dict)
    periods: list[PeriodFigure] = field(default_factory=list)
    figures: dict[Mention, Figure] = field(default_factory=dict)


class Places:
    """Which code points are spoken for."""

    def __init__(self, length: int) -> None:
        self.taken = bytearray(length + 1)

    def free(self, span: Span) -> bool:
        """Whether no part of a span is taken."""
        return not any(self.taken[span.start : span.end])

    def take(self, span: Span) -> None:
        """Speak for a span."""
        self.taken[span.start : span.end] = b"\1" * len(span)


def find_mentions(prepared: Prepared) -> Found:
    """Every mention of a document in reading order."""
    folded, document = prepared.folded, prepared.document
    found, places = Found(), Places(len(folded))
    for mask in (*document.masks, *find_masks(folded)):
        if places.free(mask.span):
            found.masks.append(mask)
        places.take(mask.span)
    notes: dict[int, str] = {}
    glued: set[int] = set()
    for damaged in find_damage(folded):
        if not places.free(damaged.number):
            continue
        if damaged.replaces:
            places.take(damaged.number)
            found.mentions.append(damaged_mention(document, damaged))
        else:
            notes[damaged.number.start] = damaged.family
            glued.add(damaged.number.start)
    for period in find_periods(folded):
        if places.free(period.number):
            places.take(period.number)
            found.periods.append(period)
            found.mentions.append(period_mention(document, period))
    ending = {token.end for token in prepared.tokens if _may_be_glued(token)} | glued
    for identifier in find_identifiers(folded, ending):
        if places.free(identifier.span):
            places.take(identifier.span)
            found.mentions.append(identifier_mention(document, identifier))
    for figure in find_figures(prepared, places.taken):
        mention = figure_mention(document, figure, notes.get(figure.numeral.span.start))
        places.take(mention.number)
        found.mentions.append(mention)
        found.figures[mention] = figure
    for match in DIGIT_RUN.finditer(folded):
        span = Span(match.start(), match.end())
        for piece in _untaken(span, places):
            places.take(piece)
            text = document.text[piece.start : piece.end]
            found.mentions.append(Mention(document, piece, piece, "identifier", label=text))
    found.mentions.sort(key=lambda mention: (mention.span.start, mention.span.end))
    return found


def _may_be_glued(token: object) -> bool:
    return token.has("hedge") or token.has("change") or token.has("join")  # type: ignore[attr-defined, no-any-return]


def _untaken(span: Span, places: Places) -> list[Span]:
    pieces, start = [], None
    for place in range(span.start, span.end + 1):
        free = place < span.end and not places.taken[place]
        if free and start is None:
            start = place
        elif not free and start is not None:
            pieces.append(Span(start, place))
            start = None
    return pieces


def damaged_mention(document: Document, damaged: Damaged) -> Mention:
    """A figure without a value, with its readings."""
    return Mention(
        document, damaged.span, damaged.number, damaged.kind, damage=damaged.family, readings=damaged.readings, hedge=damaged.hedge
    )


def period_mention(document: Document, period: PeriodFigure) -> Mention:
    """A date or period as written."""
    return Mention(document, period.span, period.number, period.kind, period=period.period, hedge=period.hedge)


def identifier_mention(document: Document, identifier: Identifier) -> Mention:
    """A name with digits in it."""
    return Mention(document, identifier.span, identifier.span, "identifier", label=identifier.label)


def figure_mention(document: Document, figure: Figure, damage: str | None) -> Mention:
    """A figure with its quantity. `damage` names damage that leaves it readable: a number glued to a word."""
    hedge = hedge_of(figure)
    number_end = figure.second.span.end if figure.second is not None else figure.numeral.span.end
    number = Span(figure.numeral.span.start, number_end)
    span = Span(min(figure.start, number.start), max(figure.end, number.end))
    return Mention(document, span, number, figure.kind, figure_quantity(figure), damage=damage, hedge=hedge)


def figure_quantity(figure: Figure) -> Quantity:
    """The value in base units with what it says of its own precision."""
    numeral = figure.numeral
    value, high, decimals = numeral.value, numeral.high, numeral.decimals
    if figure.second is not None:
        high, decimals = figure.second.value, max(decimals, figure.second.decimals)
    return quantity(
        value,
        figure.unit_name,
        hedge=hedge_of(figure),
        decimals=decimals,
        high=high,
        vague=numeral.vague,
        counted=None if figure.kind in COUNTED_KINDS else False,
        significant=decimals if numeral.pointed else None,
    )
