"""The dossier as a part of a page: for each thing that is said more than once, a picture and a table."""

from __future__ import annotations

from factcheck.messages import Language, say
from factcheck.report.dossier.tables import COLUMNS, Statement, Table, cells, title
from factcheck.report.html.page import worded
from factcheck.report.html.picture import picture

# A page that nobody scrolls to the end of helps nobody; the whole stands in --format dossier.
MOST = 60
# From so many tables on they have contents of their own.
MANY = 4


def dossier_section(tables: list[Table], language: Language) -> str:
    """The section, empty where there is no table."""
    if not tables:
        return ""
    parts = [contents(tables[:MOST], language)]
    parts += [one(table, number, language) for number, table in enumerate(tables[:MOST], start=1)]
    if len(tables) > MOST:
        parts.append(
            f"<p>{worded(say('{number} more are left out here; --format dossier has them all', number=len(tables) - MOST), language)}</p>"
        )
    heading = worded(say("Over time"), language)
    inside = "\n".join(parts)
    return f'<section class="dossier" aria-labelledby="dossier">\n<h2 id="dossier">{heading}</h2>\n{inside}\n</section>'


def contents(tables: list[Table], language: Language) -> str:
    """Links to the tables; nothing where all can be seen at once."""
    if len(tables) < MANY:
        return ""
    lines = "".join(
        f'<li><a href="#t{number}">{worded(title(table), language)}</a></li>' for number, table in enumerate(tables, start=1)
    )
    return f'<nav aria-labelledby="dossier"><ol>{lines}</ol></nav>'


def one(table: Table, number: int, language: Language) -> str:
    """One thing: its name, the picture, the table."""
    head = "".join(f'<th scope="col">{worded(say(column), language)}</th>' for column in COLUMNS)
    rows = "\n".join(row(statement, language) for statement in table.statements)
    name = worded(title(table), language)
    return f"""<h3 id="t{number}">{name}</h3>
{picture(table, language)}
<div class="scroll" role="region" tabindex="0" aria-labelledby="t{number}"><table><thead><tr>{head}</tr></thead>
<tbody>
{rows}
</tbody></table></div>"""


def row(statement: Statement, language: Language) -> str:
    """One statement."""
    inside = "".join(f"<td>{worded(cell, language)}</td>" for cell in cells(statement))
    return f'<tr class="{statement.mark or "plain"}">{inside}</tr>'
