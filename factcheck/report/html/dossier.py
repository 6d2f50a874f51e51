"""The dossier as a part of a page: for each thing that is said more than once, a picture and a table."""

from __future__ import annotations

from html import escape

from factcheck.report.dossier.markdown import published
from factcheck.report.dossier.tables import Statement, Table
from factcheck.report.html.page import text
from factcheck.report.html.picture import picture
from factcheck.report.html.words import Words
from factcheck.report.text import place
from factcheck.wording import between, language_of

# A page that nobody scrolls to the end of helps nobody; the whole stands in --format dossier.
MOST = 60
COLUMNS = ("time", "figure", "stands_for", "scope", "place", "source", "mark")


def dossier_section(tables: list[Table], words: Words) -> str:
    """The section, empty where there is no table."""
    if not tables:
        return ""
    parts = "\n".join(one(table, words) for table in tables[:MOST])
    return f'<section class="dossier" aria-labelledby="dossier">\n<h2 id="dossier">{escape(words["dossier"])}</h2>\n{parts}\n</section>'


def one(table: Table, words: Words) -> str:
    """One thing: its name, the picture, the table."""
    change = f", {words['change']}" if table.role == "change" else ""
    scope = f" ({', '.join(table.scope)})" if table.scope else ""
    mark = f" – {words[table.mark]}" if table.mark else ""
    head = "".join(f'<th scope="col">{escape(words[column])}</th>' for column in COLUMNS)
    rows = "\n".join(row(statement, words) for statement in table.statements)
    name = f"{table.subject}, {table.measure.replace('_', ' ')}{change}{scope}{mark}"
    return f"<h3>{text(name)}</h3>\n{picture(table)}\n<table><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"


def row(statement: Statement, words: Words) -> str:
    """One statement."""
    claim = statement.claim
    assert claim.quantity is not None
    stands_for = between(claim.quantity.interval(), unit=claim.mention.unit, language=language_of(claim.text))
    mark = words[statement.mark] if statement.mark else ""
    cells = (
        statement.time,
        claim.text,
        stands_for,
        ", ".join(claim.scope),
        place(claim.document, claim.span),
        published(claim),
        mark,
    )
    return f'<tr class="{statement.mark or "plain"}">' + "".join(f"<td>{text(cell)}</td>" for cell in cells) + "</tr>"
