"""CSV and TSV: the text as it is, every field a cell of one table (RFC 4180, with the separator that the first line shows).

An own scanner, since the one of the standard library does not say where a field stands.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.document import Block, Cell, Document, Mask, Span
from factcheck.messages import say
from factcheck.pattern import lazy_pattern
from factcheck.read.encoding import ReadError

# Spreadsheets end at column XFD and row 1,048,576 (ECMA-376); no reader follows a row of thousands.
MOST_COLUMNS = 16_384
MOST_CELLS = 2_000_000
SEPARATORS = ",;\t|"


@cache
def field(separator: str) -> re.Pattern[str]:
    """A field and what ends it: words in quotation marks, or anything up to the separator or the line's end."""
    mark = re.escape(separator)
    return lazy_pattern(
        rf"""
        (?: "(?P<quoted>(?:[^"]|"")*)"[^{mark}\r\n]*      # "12,000"
          | (?P<plain>[^{mark}\r\n]*) )                   # 12 000
        (?P<end>{mark}|\r\n|\n|\r|\Z)
        """,
        re.VERBOSE,
    )


def read_csv(text: str, name: str) -> Document:
    """The document of a CSV file; the first row is its heading. Raises ReadError for a table wider than any spreadsheet."""
    separator = separator_of(text)
    pattern, cells, masks = field(separator), [], []
    place = row = column = 0
    while place < len(text):
        match = pattern.match(text, place)
        assert match is not None
        group = "quoted" if match["quoted"] is not None else "plain"
        span = Span(*match.span(group))
        masks += [
            Mask(Span(*ends), "markup")
            for ends in ((match.start(), span.start), (span.end, match.start("end")))
            if ends[0] < ends[1]
        ]
        if match["end"] == separator:
            masks.append(Mask(Span(*match.span("end")), "separator"))
        if match["end"] == separator or len(span) or column:
            cells.append(Cell(span, range(row, row + 1), range(column, column + 1), heading=row == 0))
        if column >= MOST_COLUMNS or len(cells) > MOST_CELLS:
            found = say(
                "expected a table of at most {columns} columns and {cells} cells, found more (line {line})",
                columns=MOST_COLUMNS,
                cells=MOST_CELLS,
                line=row + 1,
            )
            raise ReadError(name, found, say("check that it is a table, or split it"))
        column = column + 1 if match["end"] == separator else 0
        row += match["end"] != separator
        place = match.end() if match["end"] else len(text)
    blocks = tuple(Block(cell.span, "cell") for cell in cells if text[cell.span.start : cell.span.end].strip())
    return Document(text, name=name, masks=tuple(masks), structure=blocks, tables=(tuple(cells),) if cells else ())


def separator_of(text: str) -> str:
    """The sign that the first line has most of, outside quotation marks; a comma where it has none."""
    line = re.sub(r'"[^"]*"', "", text[: 2**16].partition("\n")[0])
    return max(SEPARATORS, key=lambda sign: (line.count(sign), -SEPARATORS.index(sign)))
