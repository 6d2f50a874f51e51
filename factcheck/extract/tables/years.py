"""Years and months that cells hold alone, which no text would be read by: 2021, 2024E, May."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence

from factcheck.document import Cell, Span
from factcheck.extract.periods.chinese_years import EPOCH
from factcheck.extract.prepared import Prepared
from factcheck.extract.tables.headings import consists_of, own_words
from factcheck.extract.times import Time
from factcheck.lexicon.calendar import numbered
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern
from factcheck.period import Period

YEAR = lazy_pattern(
    r"""
    [*_ ]{0,4}
    (?: (?P<year>(?:1[89]|20)[0-9]{2})[ ]?[(（]?[aefp]?[)）]?      # 2021, **2021**, 2023A, 2024E, 2024(F), 2023p
      | (?P<republic>1[0-4][0-9])年度? )                           # 111年, counted from 1912, among others of their kind
    [*_ ]{0,4}(?:</?[a-z]{1,6}>)?                                  # 2021</b>
    """,
    re.VERBOSE,
)
# The year of a heading of words: "Passengers 2022 (m)"
WRITTEN = lazy_pattern(r"(?:1[89]|20)[0-9]{2}")
# 1,204.5, (12%)
BARE = lazy_pattern(r"[^a-z0-9\u3400-\u9fff]{0,12}[0-9][^a-z\u3400-\u9fff]{0,40}")
# The years over columns lie no further apart; those in which firms were founded do.
SPREAD = 15


def years(prepared: Prepared, mentions: Sequence[Mention]) -> dict[Mention, Mention]:
    """The bare numbers that are years, with the periods that they become.

    A year stands alone in a heading, in the first row with digits, or in a column of years: one that says so, or that names the rows.
    """
    starts = [mention.span.start for mention in mentions]
    found: dict[Mention, Mention] = {}
    for cells in prepared.document.tables:
        alone: dict[Cell, tuple[Mention, Mention]] = {}
        for cell in cells:
            first, last = (bisect.bisect_left(starts, place) for place in (cell.span.start, cell.span.end))
            match = YEAR.fullmatch(prepared.folded, cell.span.start, cell.span.end) if last == first + 1 else None
            if match is not None and mentions[first].kind in ("count", "identifier", "duration"):
                alone[cell] = mentions[first], _year(mentions[first], Span(*match.span(match.lastgroup or "year")))
            for mention in mentions[first:last] if cell.heading else ():
                written = WRITTEN.fullmatch(prepared.folded, mention.number.start, mention.number.end)
                if written is not None and mention.kind == "count" and last == first + 1:
                    found[mention] = _year(mention, mention.number)
        if alone:
            found |= dict(alone[cell] for cell in alone if cell.heading and alone[cell][0].kind != "duration")
            found |= dict(alone[cell] for cell in _over_columns(prepared, cells, alone))
            found |= dict(alone[cell] for cell in _in_columns(prepared, cells, alone))
    return found


def _year(mention: Mention, number: Span) -> Mention:
    year = int(mention.document.text[number.start : number.end])
    year += EPOCH if year < EPOCH else 0
    return Mention(mention.document, number, number, "period", period=Period(f"{year}"))


def _over_columns(prepared: Prepared, cells: Sequence[Cell], alone: Mapping[Cell, tuple[Mention, Mention]]) -> list[Cell]:
    """The years of the first row with numbers, where it has no other; words with digits, such as dates, may stand above."""
    digits = [
        cell for cell in cells if cell in alone or BARE.fullmatch(prepared.folded, cell.span.start, cell.span.end) is not None
    ]
    top = min(cell.rows.start for cell in digits)
    row = [cell for cell in digits if cell.rows.start == top]
    if len(row) < 2 or any(cell not in alone or cell.columns.start == 0 for cell in row):
        return []
    told = [int(alone[cell][1].number_text) for cell in row]
    return row if max(told) - min(told) <= SPREAD else []


def _in_columns(prepared: Prepared, cells: Sequence[Cell], alone: Mapping[Cell, tuple[Mention, Mention]]) -> Iterator[Cell]:
    """The years of the columns that hold nothing else."""
    columns: dict[int, list[Cell]] = {}
    named = set()
    for cell in cells:
        if cell.heading and consists_of(prepared.folded[cell.span.start : cell.span.end], "year"):
            named.add(cell.columns.start)
        elif len(cell.span) and not cell.heading:
            columns.setdefault(cell.columns.start, []).append(cell)
    for column, held in columns.items():
        if (column in named or (column == 0 and len(held) > 1)) and all(cell in alone for cell in held):
            yield from held


def months(prepared: Prepared) -> list[Time]:
    """The names of months that cells hold alone, which no text would be read by: May | June."""
    named = numbered("month")
    found = []
    for cell in (cell for cells in prepared.document.tables for cell in cells):
        words = own_words(prepared, cell.span)
        number = named.get(prepared.folded[words.start : words.end].rstrip("."))
        if number is not None:
            found.append(Time(words, Period(f"XXXX-{number:02d}")))
    return found
