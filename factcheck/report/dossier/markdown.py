"""The dossier as Markdown: a heading and a table for each thing, links to the places, and which documents to trust less."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from factcheck.engine import Report
from factcheck.messages import Language, in_language, say
from factcheck.report.dossier.tables import COLUMNS, Statement, Table, cells, damaged, tables, title
from factcheck.report.sheet.markdown import escaped, table_row
from factcheck.report.text import count


def render(report: Report) -> str:
    """Every table, and the documents with damaged figures at the end."""
    language = report.language or "en"
    found = tables(report)
    counted = say(
        "{tables} from {documents}", tables=count(len(found), "table"), documents=count(len(report.documents), "document")
    )
    parts = [f"# {in_language(say('Dossier'), language)}\n\n{in_language(counted, language)}"]
    parts += ["\n".join(lines(table, language)) for table in found]
    broken = [
        f"- {escaped(in_language(say('{name}: {some} of {all_of} figures damaged', name=name, some=some, all_of=all_of), language))}"
        for name, (some, all_of) in damaged(report).items()
    ]
    if broken:
        parts.append("\n".join([f"## {in_language(say('Documents to trust less'), language)}", "", *broken]))
    return "\n\n".join(parts) + "\n"


def lines(table: Table, language: Language) -> Iterator[str]:
    """A heading that names the thing, and a row a statement."""
    yield f"## {escaped(in_language(title(table), language))}"
    yield ""
    yield table_row(in_language(say(column), language) for column in COLUMNS)
    yield table_row("---" for _ in COLUMNS)
    for statement in table.statements:
        yield table_row(linked(statement, language))


def linked(statement: Statement, language: Language) -> Iterator[str]:
    """The cells of a statement; the place is a link to the line of the file."""
    claim = statement.claim
    line, _ = claim.document.place(claim.span.start)
    for column, cell in zip(COLUMNS, cells(statement), strict=True):
        words = escaped(in_language(cell, language))
        yield f"[{words}]({quote(claim.document.name)}#L{line})" if column == "place" else words
