r"""Tables in LaTeX: the cells between `&` and `\\` of tabular and its kin, and the rows and columns that each covers.

The kin share the syntax of a body (LaTeX: A Document Preparation System, C.10.2; packages array, tabularx, longtable, booktabs, multirow).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.document import Cell, Mask, Span
from factcheck.pattern import lazy_pattern

# A cell that claims more than this spans what no page shows.
WIDEST = 100
OPENING = lazy_pattern(r"\\begin\{(?P<name>tabular[xy*]?|longtable|supertabular|tabu|tblr)\}")
# What stands between cells. An escaped sign and a comment hide what they hold.
SIGN = lazy_pattern(
    r"""
      (?P<row>\\\\\*?(?:[ ]?\[[^\[\]]{0,50}\])?|\\tabularnewline\b)   # \\[2pt]
    | (?P<hidden>%[^\r\n]*|\\.)                                      # % checked twice; \&
    | (?P<column>&)
    | (?P<opens>\{)
    | (?P<closes>\})
    """,
    re.VERBOSE | re.DOTALL,
)
# What stands in front of a cell's words and is none of them.
LEAD = lazy_pattern(
    r"""
      \s+
    | %[^\r\n]*                                                     # % all in millions
    | \\(?:hline|(?:top|mid|bottom)rule|addlinespace|c(?:line|midrule)|end(?:first|last)?(?:head|foot)|centering|ragged(?:left|right)|bfseries|itshape|small)\b
        (?:\([^()]{0,20}\))?(?:\[[^\[\]]{0,50}\])?(?:\{[^{}]{0,50}\})?     # \hline, \toprule, \cmidrule(lr){2-3}, \endhead
    """,
    re.VERBOSE,
)
# The rule or mark under the headings: what stands above the first one that has cells above it.
UNDER_HEADINGS = lazy_pattern(r"\\(?:midrule|hline|end(?:first)?head)\b")
ARGUMENT = lazy_pattern(r"\s{0,20}(?:\[[^\[\]]{0,200}\]|(?P<brace>\{))")
# What is around the words of a cell: what makes it span, and what makes it look.
AROUND = lazy_pattern(
    r"""
      \\multicolumn\s?\{(?P<columns>\d{1,3})\}\s?\{(?:[^{}]|\{[^{}]{0,50}\}){0,100}\}\s?\{              # \multicolumn{2}{c}{
    | \\multirow\s?(?:\[[^\[\]]{0,20}\])?\{(?P<rows>\d{1,3})\}(?:\[[^\[\]]{0,20}\])?\{[^{}]{0,50}\}\s?\{   # \multirow{2}{*}{
    | \\(?:text(?:bf|it|sl|sf|rm|tt|up|md|normal)|emph|underline|num|makecell)(?:\[[^\[\]]{0,50}\])?\{             # \textbf{2024}
    """,
    re.VERBOSE,
)


@dataclass
class Table:
    """A table as it is read: its cells, how many rows are headings, and to which row each column is taken by a cell above."""

    span: Span
    cells: list[Cell] = field(default_factory=list)
    row: int = 0
    column: int = 0
    headings: int = 0
    taken: dict[int, int] = field(default_factory=dict)

    def add(self, words: Span, *, columns: int, rows: int) -> None:
        """A cell behind those of its row. LaTeX leaves a place empty where a cell from above reaches into it: it is no cell."""
        covered = range(self.column, self.column + min(max(columns, 1), WIDEST))
        if len(words) or self.taken.get(self.column, 0) <= self.row:
            reach = range(self.row, self.row + min(max(rows, 1), WIDEST))
            self.cells.append(Cell(words, reach, covered))
            self.taken |= dict.fromkeys(covered, reach.stop)
        self.column = covered.stop

    def done(self) -> tuple[Cell, ...]:
        """The cells, those above the rule as headings, the first row where there is no rule."""
        last = self.headings or 1
        return tuple(Cell(cell.span, cell.rows, cell.columns, heading=cell.rows.start < last) for cell in self.cells)

    def masks(self) -> Iterator[Mask]:
        """What is between the words of the cells."""
        place = self.span.start
        for words in [*(cell.span for cell in self.cells if len(cell.span)), Span(self.span.end, self.span.end)]:
            if place < words.start:
                yield Mask(Span(place, words.start), "separator")
            place = words.end


def tables(text: str, body: int) -> Iterator[Table]:
    """The tables of a text in which something stands, in reading order; a table inside a cell is part of that cell."""
    place = body
    while opening := OPENING.search(text, place):
        end = text.find(f"\\end{{{opening['name']}}}", opening.end())
        if end < 0:
            return
        table = Table(Span(opening.start(), end))
        for raw, ends_row in stretches(text, after_arguments(text, opening.end(), end), end):
            words, columns, rows = peel(text, raw)
            if not table.column and not table.headings and table.cells and UNDER_HEADINGS.search(text, raw.start, words.start):
                table.headings = table.row
            if len(words) or table.column or not ends_row:
                table.add(words, columns=columns, rows=rows)
            if ends_row:
                table.row, table.column = table.row + (table.column > 0), 0
        if any(len(cell.span) for cell in table.cells):
            yield table
        place = end


def after_arguments(text: str, start: int, end: int) -> int:
    r"""Where the body of a table begins: behind `[t]{lr}`, `{\textwidth}{lX}` and the like."""
    while argument := ARGUMENT.match(text, start, end):
        start = argument.end()
        depth = 1 if argument["brace"] else 0
        while depth and start < end:
            depth += {"{": 1, "}": -1}.get(text[start], 0)
            start += 1
    return start


def stretches(text: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    """What stands between the signs of a body, outside braces, and whether its row ends with it."""
    depth = 0
    for sign in SIGN.finditer(text, start, end):
        depth = max(0, depth + (sign.lastgroup == "opens") - (sign.lastgroup == "closes"))
        if sign.lastgroup in ("row", "column") and not depth:
            yield Span(start, sign.start()), sign.lastgroup == "row"
            start = sign.end()
    yield Span(start, end), True


def peel(text: str, raw: Span) -> tuple[Span, int, int]:
    """The words of a cell without rules, blanks and the commands that make it span, and how many columns and rows it covers."""
    start, end, columns, rows = raw.start, raw.end, 1, 1
    while lead := LEAD.match(text, start, end):
        start = lead.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    while (around := AROUND.match(text, start, end)) and text[end - 1] == "}":
        columns, rows = int(around["columns"] or columns), int(around["rows"] or rows)
        start, end = around.end(), max(around.end(), end - 1)
    return Span(start, end), columns, rows
