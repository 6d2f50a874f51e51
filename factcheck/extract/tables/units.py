"""The units of a table: "US$ million", "单位：万元", "(%)" in a heading or a caption count the bare figures under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from factcheck.document import Cell, Span
from factcheck.extract.denominators import denominator_at
from factcheck.extract.prepared import Prepared
from factcheck.extract.raised import raised_unit
from factcheck.extract.tables.bindings import Spot
from factcheck.extract.tables.cells import signed
from factcheck.extract.tables.changes import differences, pairs_of
from factcheck.extract.tables.grid import Grid
from factcheck.extract.tables.headings import label
from factcheck.lexicon import Unit, measures, page, units
from factcheck.lexicon.rates import rate_name, unit_named
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

# Where a note of the unit may stand in a heading; what it must be made of is looked up.
PLACES = lazy_pattern(
    r"""
      [(（\[](?P<bracket>[^()（）\[\]]{1,80})[)）\]]        # 营收（万元）
    | (?:单位|\bunits?)[ ]?[:：][ ]?(?P<unit>[^;；。\n|]{1,60})     # 单位：万元
    | \bin[ ](?P<within>[^;；。\n|()]{1,60})                # "figures in millions of dollars"
    | [,，/][ ]?(?:in[ ])?(?P<behind>[^,，;；。\n|()/]{1,40})         # "Revenue, US$m", 营收/万元, "Harvest, in tonnes"
    """,
    re.VERBOSE,
)
# 元/股, 元每股
FOR_EACH = lazy_pattern(r"[/每]")
PLAIN = lazy_pattern(r"[-−+]?[0-9., '’\u2009\u202f]+")
LETTERS = lazy_pattern(r"[a-z]")
# A heading that is nothing but a unit of these kinds counts the figures under it.
UNITS = frozenset({"money", "measure", "percent", "point"})


@dataclass(frozen=True, slots=True)
class Note:
    """What a figure is counted in: so many powers of ten of a unit, None where the note names only the scale."""

    span: Span
    exponent: int
    unit: Unit | None


@cache
def _words() -> dict[str, Any]:
    return page("tables.toml")


def note(prepared: Prepared, start: int, end: int) -> Note | None:
    """The unit that a heading names, None where it names none."""
    folded = prepared.folded
    whole = _read(prepared, start, end)
    # A heading "人" or "US$m" is a unit; "Cars" beside "Trucks" is a name, and "Year" says what the rows are.
    if whole is not None and (whole.exponent or whole.unit is None or whole.unit.kind in UNITS or whole.unit in _anything()):
        return whole
    place = start
    while (match := PLACES.search(folded, place, end)) is not None:
        group = match.lastgroup or "bracket"
        found = _read(prepared, match.start(group), _before_exception(folded, match.start(group), match.end(group)))
        if found is not None:
            return _scaling(prepared, _in_currency(prepared, found, end), start)
        place = match.start(group)  # 销售额（单位：万元）: the bracket holds a note with words in front
    return None


def _scaling(prepared: Prepared, found: Note, start: int) -> Note:
    """A note of one letter as a scale, where the words before it name what is no length: "Passengers (m)"."""
    letter = prepared.folded[found.span.start : found.span.end]
    exponent = _words()["scale"].get(letter)
    if exponent is None or found.unit is None or found.exponent:
        return found
    named = [
        measures()[name] for token in prepared.tokens_in(start, found.span.start) if (name := token.meaning("measure")) is not None
    ]
    other = named and all(measure.dimension not in (found.unit.dimension, found.unit.name) for measure in named)
    return Note(found.span, exponent, None) if other else found


def _in_currency(prepared: Prepared, found: Note, end: int) -> Note:
    """A note of money in the currency that stands behind it: 单位：万元　币种：港币."""
    if found.unit is None or found.unit.kind != "money":
        return found
    for word in _words()["note"]["currency"]:
        place = prepared.folded.find(word, found.span.end, end)
        tokens = prepared.tokens_in(place + len(word), end) if place >= 0 else []
        named = next((name for token in tokens if (name := token.meaning("unit")) is not None), None)
        if named is not None and units()[named].kind == "money":
            return replace(found, unit=units()[named])
    return found


@cache
def _anything() -> tuple[Unit, ...]:
    """The counts that say nothing of what is counted but that it is people, or things."""
    return tuple(unit for unit in units().values() if unit.classifier or unit.name == "person")


def _before_exception(folded: str, start: int, end: int) -> int:
    """Where a note ends: "US$ million, except per share data", 万元、%."""
    marks = (*_words()["note"]["except"], *_words()["note"]["currency"], ",", "，", "、", ";")
    cuts = [folded.find(mark, start + 1, end) for mark in marks]
    return min((cut for cut in cuts if cut >= 0), default=end)


def _read(prepared: Prepared, start: int, end: int) -> Note | None:
    """A stretch that is made of scales and units and nothing else."""
    folded, place, exponent, unit = prepared.folded, start, 0, None
    while place < end:
        scale, token = _scale_at(folded, place, end), prepared.starting.get(place)
        named = token.meaning("unit") if token is not None and token.end <= end else None
        known = units()[named] if named is not None else None
        if scale and (
            known is None or token is None or len(scale) > token.end - place or (unit is not None and unit.kind == "money")
        ):
            exponent += _words()["scale"][scale]
            place += len(scale)
        elif known is not None and token is not None and (unit is None or (unit.kind == known.kind == "money")):
            known, place = raised_unit(folded, token.end, known)
            unit = unit or known  # 新台币百万元 names its money before the scale
        elif unit is not None and FOR_EACH.match(folded, place) and (below := denominator_at(prepared, place + 1)) is not None:
            unit, place = unit_named(rate_name(unit.name, below.parts)), below.end
        else:
            filler = next((word for word in _words()["note"]["filler"] if folded.startswith(word, place)), None)
            if folded[place] not in " \t*_\n" and filler is None:
                return None
            place += len(filler) if filler else 1
    return Note(Span(start, end), exponent, unit) if exponent or unit else None


def _scale_at(folded: str, place: int, end: int) -> str | None:
    """The longest scale that starts at a place, a whole word in English."""
    for length in range(min(9, end - place), 0, -1):
        word = folded[place : place + length]
        if word in _words()["scale"]:
            runs_on = LETTERS.match(word[-1]) and place + length < end and LETTERS.match(folded[place + length])
            if not runs_on:
                return word
    return None


def count(prepared: Prepared, grid: Grid) -> tuple[dict[Mention, Mention], list[Span]]:
    """The figures of a table that its headings make others of, and the stretches of the headings that name units."""
    notes = _headed(prepared, grid)
    corner = [cell.span for cell in grid.column_headings(0)] if grid.stub else []
    captions = [found for span in [*corner, *grid.captions] if (found := note(prepared, span.start, span.end)) is not None]
    changed = {}
    for spot, mention in grid.figures.items():
        counted = signed(
            prepared, grid.cell(spot), mention, change=grid.is_change("rows", spot[0]) or grid.is_change("columns", spot[1])
        )
        for found, whole in _notes(grid, spot, notes, captions[:1]):
            if whole and not _covers(prepared, grid, spot, found):
                continue
            counted = _counted(prepared, counted, found)
            if found.unit is not None and found.unit.kind != "count":
                break
        if counted is not mention:
            changed[mention] = counted
    return changed, [found.span for found in [*captions[:1], *notes.values()] if found is not None]


def _headed(prepared: Prepared, grid: Grid) -> dict[Span, Note | None]:
    """The notes of the headings of a table; the same words, which long tables have over and over, are read once where they are none."""
    found: dict[Span, Note | None] = {}
    plain: set[str] = set()
    for cell in _headings(grid):
        words = prepared.folded[cell.span.start : cell.span.end]
        if cell.span not in found:
            found[cell.span] = None if words in plain else note(prepared, cell.span.start, cell.span.end)
            plain |= {words} if found[cell.span] is None else set()
    return found


def _headings(grid: Grid) -> Iterator[Cell]:
    for row in grid.places("rows"):
        yield from grid.row_headings(row)
    for column in grid.columns:
        yield from grid.column_headings(column)
    yield from grid.groups.values()


def _notes(grid: Grid, spot: Spot, notes: dict[Span, Note | None], captions: list[Note]) -> Iterator[tuple[Note, bool]]:
    """The notes that may count a figure, the nearest first; True for one that is of the whole table."""
    row, column = spot
    group = grid.group(row)
    cells = [*grid.row_headings(row), *reversed(grid.column_headings(column))]
    # A column 单价（元） is money, whatever a cell 只 in its row says that the article is counted in; a row 毛利率（%） is a rate, and
    # so is a column 同比（%） beside a row 员工（人）.
    for cell in sorted(
        cells, key=lambda cell: (not _is_rate_of_change(grid, notes, cell), _counts_articles(notes.get(cell.span), cell))
    ):
        found = notes.get(cell.span)
        if found is not None:
            yield found, False
    for found in (*([notes[group.span]] if group else []), *captions):
        if found is not None:
            yield found, True


def _is_rate_of_change(grid: Grid, notes: dict[Span, Note | None], cell: Cell) -> bool:
    """Whether a heading says that its figures are changes in percent."""
    found = notes.get(cell.span)
    return found is not None and found.unit is not None and found.unit.kind == "percent" and grid.words(cell).has("change")


def _counts_articles(found: Note | None, cell: Cell) -> bool:
    """Whether a cell holds nothing but the word that things are counted with: 只, 盒, pcs."""
    return found is not None and found.span == cell.span and found.unit is not None and found.unit.kind == "count"


def _covers(prepared: Prepared, grid: Grid, spot: Spot, found: Note) -> bool:
    """Whether a note over the whole table can be of a figure: 万元 is not of the staff, nor of a rate of growth."""
    row, column = spot
    for cell in (*grid.row_headings(row), *grid.column_headings(column)):
        words = grid.words(cell)
        if words.has("not_summed") or (words.has("change") and not _in_amounts(grid, column)):
            return False
        tokens = prepared.tokens_in(cell.span.start, cell.span.end)
        named = [measures()[name] for token in tokens if (name := token.meaning("measure")) is not None]
        dimensions = {measure.dimension for measure in named}
        if any(measure.per is not None for measure in named):
            return False  # "in millions" is not of the earnings per share
        money = found.unit is None or found.unit.kind == "money"
        if dimensions and money and "money" not in dimensions and found.unit is not None:
            return False
        if label(words.text).text.startswith("number of"):
            return False
    return True


def _in_amounts(grid: Grid, column: int) -> bool:
    """Whether the figures of a column of change are as large as amounts: 增减额 in 万元, not 增减 in percent; or they are what amounts differ by."""
    if grid.column_label(column).endswith(("额", "amount")):
        return True
    return any(differences(grid, column, *pair) for pair in pairs_of(grid, "columns", column))


def _counted(prepared: Prepared, mention: Mention, found: Note) -> Mention:
    """A bare figure in the unit of a note; one that has a unit of its own keeps it, and takes the scale where it has none."""
    quantity = mention.quantity
    assert quantity is not None
    bare = PLAIN.fullmatch(prepared.folded, mention.number.start, mention.number.end) is not None
    if mention.kind == "count" and quantity.unit is None and bare:
        unit = found.unit
        if unit is None:
            return replace(mention, quantity=replace(quantity.scaled(found.exponent), counted=False))
        scaled = quantity.scaled(found.exponent) if found.exponent else quantity
        counted = scaled.counted and unit.kind == "count" and not found.exponent
        kind = unit.kind
        return replace(mention, kind=kind, quantity=replace(scaled, unit=unit.name, counted=counted))  # type: ignore[arg-type]
    if mention.kind == "money" and bare and found.exponent and (found.unit is None or found.unit.name == quantity.unit):
        return replace(mention, quantity=quantity.scaled(found.exponent))
    if found.exponent and found.unit is not None and found.unit.name == quantity.unit and mention.text == mention.number_text:
        # 人口 over the column, 万人 over the table
        return replace(mention, quantity=replace(quantity.scaled(found.exponent), counted=False))
    return mention
