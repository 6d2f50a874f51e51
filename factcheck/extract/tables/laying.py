"""From the tables of a document to grids: which cells hold figures, and which lines speak of a table."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping, Sequence

from factcheck.document import Cell, Span
from factcheck.extract.mentions import Found
from factcheck.extract.prepared import Prepared
from factcheck.extract.tables.bindings import Spot
from factcheck.extract.tables.cells import held
from factcheck.extract.tables.grid import Grid, first_row
from factcheck.extract.times import NAMES, Time
from factcheck.mention import Mention

# A caption is no longer than this, and a table has no more than so many lines around it that speak of it.
CAPTION = 160
AROUND = 2


def grids(prepared: Prepared, found: Found, times: Sequence[Time]) -> list[Grid]:
    """The tables of a document that hold figures. `times` are those of the document, in order."""
    mentions = found.mentions
    starts = [mention.span.start for mention in mentions]
    masks = sorted(mask.span for mask in found.masks)
    ends = [block.span.end for block in prepared.document.blocks]
    headings = [block.span for block in prepared.document.blocks if block.kind == "heading"]
    laid = []
    for cells in prepared.document.tables:
        figures: dict[Spot, Mention] = {}
        notes: list[Mention] = []
        for cell in cells:
            first, last = (bisect.bisect_left(starts, place) for place in (cell.span.start, cell.span.end))
            inside = [mention for mention in mentions[first:last] if mention.kind not in NAMES]
            if inside and not cell.heading:
                figure, marks = held(prepared, cell, inside, masks)
                notes += marks
                if figure is not None:
                    figures[cell.rows.start, cell.columns.start] = figure
        for spot in _names(cells, figures):
            del figures[spot]
        if figures:
            start = min(cell.span.start for cell in cells)
            above = headings[: bisect.bisect_left(headings, Span(start, start))]
            top = first_row(cells)
            titles = [cell.span for cell in cells if len(cell.span) and cell.rows.start < top]
            captions = [*titles[::-1], *_captions(prepared, ends, start)]
            laid.append(Grid(prepared, cells, figures, times, captions, [*above[:-2:-1], *above[:1]], notes))
    return laid


def _names(cells: Sequence[Cell], figures: Mapping[Spot, Mention]) -> set[Spot]:
    """The figures of the first column that name its rows as the words beside them do: 二部, 三部 below 一部."""
    first = {(cell.rows.start, 0) for cell in cells if cell.columns.start == 0 and len(cell.span) and not cell.heading}
    spelled = {spot for spot in first & figures.keys() if not any(map(str.isdigit, figures[spot].number_text))}
    return spelled if first - figures.keys() else set()


def _captions(prepared: Prepared, ends: Sequence[int], start: int) -> list[Span]:
    """The blocks that speak of a table: its caption, and the short lines right above it; the nearest first."""
    blocks = prepared.document.blocks
    first = bisect.bisect_right(ends, start)
    found = []
    for block in reversed(blocks[max(0, first - AROUND) : first]):
        if block.kind in ("cell", "code") or len(block.span) > CAPTION:
            break
        found.append(block.span)
        if block.kind == "heading":
            break
    return found


def within(spans: Iterable[Span], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that stand in some stretches; they are in reading order."""
    found = []
    for span in spans:
        first = bisect.bisect_left(mentions, span.start, key=_start)
        last = bisect.bisect_left(mentions, span.end, lo=first, key=_start)
        found += [mention for mention in mentions[first:last] if mention.span.end <= span.end]
    return found


def _start(mention: Mention) -> int:
    return mention.span.start
