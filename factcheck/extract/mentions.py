"""From a prepared document to its mentions: every digit ends in exactly one mention or one named mask.

The order is that of certainty: masks, damaged figures, dates and periods, identifiers, then figures; what is left over becomes a
mention without a value, never nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from factcheck.document import Document, Mask, Span
from factcheck.extract.beside import skip
from factcheck.extract.damage import Damaged, find_damage
from factcheck.extract.digits import comma_pointed
from factcheck.extract.figure import Figure
from factcheck.extract.figures import find_figures
from factcheck.extract.hedges import hedge_of
from factcheck.extract.masks import Identifier, find_identifiers, find_masks, is_quantity
from factcheck.extract.periods import PeriodFigure, find_periods
from factcheck.extract.prepared import Prepared
from factcheck.extract.raised import find_raised
from factcheck.extract.references import find_references
from factcheck.extract.sizes import size_starts
from factcheck.lexicon import HOUSE_NAME
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern
from factcheck.quantity import Quantity, quantity

# What is counted one by one; lengths and sums of money are measured, however whole they look.
COUNTED_KINDS = frozenset({"count", "age", "ordinal"})
# Words that a number is found glued to: "more than130,000" is a figure, no name.
GLUING = frozenset({"hedge", "change", "join"})
# Masks that a figure may run over: "**100**亿元"; what they hold is not in the folded copy, so no digit of theirs is read.
SEEN_THROUGH = frozenset({"inline", "space"})
DIGIT_RUN = lazy_pattern(r"[0-9]+(?:[.,][0-9]+)*")


@dataclass(slots=True)
class Found:
    """What reading a document finds: its mentions, and its dates and periods, those without a number (去年) included."""

    mentions: list[Mention] = field(default_factory=list)
    masks: list[Mask] = field(default_factory=list)
    periods: list[PeriodFigure] = field(default_factory=list)


class Places:
    """Which code points are spoken for."""

    def __init__(self, length: int) -> None:
        self.taken = bytearray(length + 1)

    def free(self, span: Span) -> bool:
        """Whether no part of a span is taken."""
        return self.taken.find(1, span.start, span.end) < 0

    def take(self, span: Span) -> None:
        """Speak for a span."""
        self.taken[span.start : span.end] = b"\1" * len(span)


def find_mentions(prepared: Prepared) -> Found:
    """Every mention of a document in reading order."""
    found, places = Found(), Places(len(prepared.folded))
    _masks(prepared, found, places)
    noted = _damage(prepared, found, places)
    _periods(prepared, found, places, noted)
    sizes = size_starts(prepared)
    _identifiers(prepared, found, places, noted, sizes)
    for figure in find_figures(prepared, _spoken_for(found, places), noted.keys() | sizes):
        mention = figure_mention(prepared.document, figure, noted.get(figure.numeral.span.start))
        places.take(Span(mention.number.start, mention.span.end))  # with the digit of m2
        found.mentions.append(mention)
    _left_over(prepared, found, places)
    found.mentions.sort(key=lambda mention: (mention.span.start, mention.span.end))
    return found


def _masks(prepared: Prepared, found: Found, places: Places) -> None:
    names = (Mask(Span(token.start, token.end), "name") for token in prepared.of(HOUSE_NAME))
    for mask in (*prepared.document.masks, *find_masks(prepared.folded), *find_raised(prepared.document.text), *names):
        # What is left of a mask that another one overlaps is masked too: a digit there would be lost.
        found.masks.extend(Mask(piece, mask.name) for piece in _untaken(mask.span, places))
        if mask.name not in SEEN_THROUGH:
            places.take(mask.span)


def _damage(prepared: Prepared, found: Found, places: Places) -> dict[int, str]:
    """Take the figures that cannot be read; the family of the damage of those that can, by where their number starts."""
    noted = {}
    for damaged in find_damage(prepared.folded):
        if not places.free(damaged.number):
            continue
        if damaged.replaces:
            places.take(damaged.number)
            found.mentions.append(damaged_mention(prepared.document, damaged))
        else:
            noted[damaged.number.start] = damaged.family
    return noted


def _periods(prepared: Prepared, found: Found, places: Places, noted: Mapping[int, str]) -> None:
    for period in find_periods(prepared.folded, words=True):
        if not places.free(period.number):
            continue
        found.periods.append(period)
        if period.numbered:
            places.take(period.number)
            found.mentions.append(period_mention(prepared.document, period, _note_inside(period.number, noted)))


def _identifiers(prepared: Prepared, found: Found, places: Places, noted: Mapping[int, str], sizes: Collection[int]) -> None:
    ending = {token.end for token in prepared.of(*GLUING) if token.end - token.start > 1}  # the a of A320 is no article
    cells = {cell.span for table in prepared.document.tables for cell in table}
    for identifier in (*find_identifiers(prepared.folded, ending | noted.keys()), *find_references(prepared)):
        if identifier.name == "enumerator" and identifier.span in cells:
            continue  # a number alone on its line is a section's, but not where the line is a cell
        if identifier.span.start in sizes or _is_amount(prepared, identifier):
            continue  # 3×4 m is two lengths, 4×4 a name
        if places.free(identifier.span):
            places.take(identifier.span)
            found.mentions.append(identifier_mention(prepared.document, identifier))


# 1.204.300, which a version might be too; four groups are no version
POINT_GROUPED = lazy_pattern(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")


def _is_amount(prepared: Prepared, identifier: Identifier) -> bool:
    """Whether what looks like a name is part of an amount: 250g of flour, the m2 of 90 m2, 1.204.300 euros, alone or in a text that groups so."""
    folded, (start, end) = prepared.folded, (identifier.span.start, identifier.span.end)
    if identifier.name == "named":
        token = prepared.starting.get(start)
        return token is not None and token.end == end and token.has("unit") and folded[:start].rstrip(" ")[-1:].isdigit()
    if identifier.name == "version" and POINT_GROUPED.fullmatch(folded, start, end):
        behind, before = prepared.word_at(skip(folded, end)), prepared.ending.get(start)
        beside = any(token is not None and token.has("unit") for token in (behind, before))
        return beside or end - start == len(folded.strip()) or comma_pointed(folded)
    return is_quantity(identifier.name, prepared.document.text[start:end])


def _spoken_for(found: Found, places: Places) -> bytearray:
    """The places taken, and the words of what was found: the "first" of "first half of 200212002" is no figure of its own."""
    covered = bytearray(places.taken)
    for mention in found.mentions:
        for place, character in enumerate(mention.text, start=mention.span.start):
            if not character.isdigit():
                covered[place] = 1
    return covered


def _note_inside(span: Span, noted: Mapping[int, str]) -> str | None:
    """The damage of a number inside a date: the 19 of "February19"."""
    return next((noted[place] for place in range(span.start, span.end) if place in noted), None)


def _left_over(prepared: Prepared, found: Found, places: Places) -> None:
    """What nothing has read: a mention without a value, never nothing."""
    text, taken = prepared.document.text, places.taken
    for match in DIGIT_RUN.finditer(prepared.folded):
        if taken.find(0, match.start(), match.end()) < 0:
            continue
        for piece in _untaken(Span(match.start(), match.end()), places):
            if not DIGIT_RUN.search(prepared.folded, piece.start, piece.end):
                continue  # the comma of a list of years
            places.take(piece)
            found.mentions.append(Mention(prepared.document, piece, piece, "identifier", label=text[piece.start : piece.end]))


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


def period_mention(document: Document, period: PeriodFigure, damage: str | None) -> Mention:
    """A date or period as written. `damage` names damage that leaves it readable."""
    return Mention(document, period.span, period.number, period.kind, period=period.period, damage=damage, hedge=period.hedge)


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
