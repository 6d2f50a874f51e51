"""Workbooks: every sheet a table, each cell as its number format shows it, with sheet and cell as the way back.

Formulas count by the values that were saved with them. Hidden sheets, rows and columns are masked.
"""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from typing import Any

from factcheck.document import Cell, Document
from factcheck.messages import say
from factcheck.pattern import lazy_pattern
from factcheck.read.archive import missing, opened
from factcheck.read.assembly import Assembly
from factcheck.read.csv import MOST_CELLS
from factcheck.read.encoding import ReadError

# The first section of a number format: "#,##0.00", "0.0%", "¥#,##0", "0.00E+00" (ECMA-376 part 1, 18.8.31).
KIND = say("a workbook")
NUMERIC = lazy_pattern(r"(?P<before>[^#0?]*)(?P<whole>[#0?,]+)(?:\.(?P<places>[0#?]+))?(?P<scale>,*)(?P<after>[^#0?]*)")
LITERAL = lazy_pattern(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)(?:-[0-9A-Fa-f]+)?\]|\[[^\]]*\]|_.|\*.')


def read_xlsx(content: bytes, name: str) -> Document:
    """The document of a workbook. Raises ReadError."""
    try:
        import openpyxl
    except ImportError:
        raise missing(name, "xlsx") from None
    try:
        book = openpyxl.load_workbook(opened(content, name=name, kind=KIND, part="xl/workbook.xml"), data_only=True)
    except ReadError:
        raise
    except Exception as error:  # openpyxl lets the errors of its parsers through
        found = say("expected {kind}, found a damaged one ({error})", kind=KIND, error=type(error).__name__)
        raise ReadError(name, found, say("open it in Excel or LibreOffice and save it again")) from None
    text = Assembly()
    for sheet in book.worksheets:
        if sheet.max_row * sheet.max_column > MOST_CELLS:
            raise ReadError(
                name,
                say("sheet {sheet} has more than {most} cells", sheet=sheet.title, most=MOST_CELLS),
                say("split it, or name a smaller range in a new file"),
            )
        start = text.length
        text.add(sheet.title, parts=(("sheet", sheet.title),))
        text.block(start, "heading")
        text.end()
        add_sheet(text, sheet)
    stated = book.properties
    return text.document(name, title=stated.title or None, publisher=stated.creator or None)


def add_sheet(text: Assembly, sheet: Any) -> None:
    """The cells of a sheet, a row a line; a merged cell covers what it was merged over."""
    merged = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    cells: list[Cell] = []
    # To ask openpyxl for the dimensions of a row that has none makes them.
    rows_hidden = {number for number, known in sheet.row_dimensions.items() if known.hidden}
    columns_hidden = {letter for letter, known in sheet.column_dimensions.items() if known.hidden}
    for number, row in enumerate(sheet.iter_rows(), start=1):
        filled = [cell for cell in row if cell.value is not None]
        row_hidden = sheet.sheet_state != "visible" or number in rows_hidden
        for cell in filled:
            hidden = row_hidden or cell.column_letter in columns_hidden
            start = text.length
            place = (("sheet", sheet.title), ("cell", cell.coordinate))
            span = text.add(shown(cell.value, cell.number_format), parts=place, mask="hidden" if hidden else None)
            area = merged.get((cell.row, cell.column))
            rows = range(number - 1, area.max_row if area else number)
            columns = range(cell.column - 1, area.max_col if area else cell.column)
            cells.append(Cell(span, rows, columns, heading=not cells or cells[0].rows == rows))
            text.block(start, "cell")
            text.end("\n" if cell is filled[-1] else "\t")
    text.tables.append(cells)


def shown(value: Any, pattern: str) -> str:
    """A value as the sheet shows it."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat(*([" "] if isinstance(value, datetime.datetime) else []))
    if not isinstance(value, int | float):
        return " ".join(str(value).splitlines())
    try:
        # openpyxl gives the nearest float of what the file holds; its shortest spelling is what the file holds.
        return numeric(Decimal(repr(value)), pattern)
    except InvalidOperation:
        return str(value)


def numeric(value: Decimal, pattern: str) -> str:
    """A number in a number format: its digits, groups, percent sign, scaling commas and the words around it."""
    plain = LITERAL.sub(_literal, pattern.split(";", maxsplit=1)[0])
    match = NUMERIC.fullmatch(plain)
    if pattern in ("General", "@") or match is None or "E" in plain:
        return plain_number(value)
    whole = match["whole"]
    scaled = value * (100 if "%" in plain else 1) / (1000 ** (len(match["scale"]) + len(whole) - len(whole.rstrip(","))))
    places = match["places"] or ""
    with localcontext(prec=60):
        rounded = scaled.quantize(Decimal(1).scaleb(-len(places)), rounding=ROUND_HALF_UP)
    digits = f"{rounded:,f}" if "," in whole.rstrip(",") else f"{rounded:f}"
    optional = len(places) - len(places.rstrip("#"))
    while optional and digits.endswith("0"):
        digits, optional = digits[:-1], optional - 1
    sign, digits = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    return f"{sign}{match['before']}{digits.rstrip('.')}{match['after']}".strip()


def _literal(match: re.Match[str]) -> str:
    return match["quoted"] or match["escaped"] or match["currency"] or ""


def plain_number(value: Decimal) -> str:
    """A number without a format: its digits, never an exponent."""
    return f"{value.normalize() if value != value.to_integral_value() else value.to_integral_value():f}"
