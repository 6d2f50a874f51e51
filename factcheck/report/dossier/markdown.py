"""The dossier as Markdown: a heading and a table for each thing, links to the places, and which documents to trust less."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from factcheck.claim import Claim
from factcheck.engine import Report
from factcheck.evidence.working import quoted
from factcheck.report.dossier.tables import Statement, Table, damaged, tables
from factcheck.report.sheet.markdown import escaped, table_row
from factcheck.report.text import count, place
from factcheck.wording import between, language_of

COLUMNS = ("time", "dated", "figure", "stands for", "scope", "place", "source", "mark")


def render(report: Report) -> str:
    """Every table, and the documents with damaged figures at the end."""
    found = tables(report)
    parts = [f"# Dossier\n\n{count(len(found), 'table')} from {count(len(report.documents), 'document')}"]
    parts += ["\n".join(lines(table)) for table in found]
    broken = [f"- {escaped(name)}: {some} of {all_of} figures damaged" for name, (some, all_of) in damaged(report).items()]
    if broken:
        parts.append("\n".join(["## Documents to trust less", "", *broken]))
    return "\n\n".join(parts) + "\n"


def lines(table: Table) -> Iterator[str]:
    """A heading that names the thing, and a row a statement."""
    change = ", change" if table.role == "change" else ""
    scope = f" ({', '.join(table.scope)})" if table.scope else ""
    mark = f": {table.mark}" if table.mark else ""
    yield f"## {escaped(table.subject)}, {escaped(table.measure.replace('_', ' '))}{change}{scope}{mark}"
    yield ""
    yield table_row(COLUMNS)
    yield table_row("---" for _ in COLUMNS)
    for statement in table.statements:
        yield table_row(cells(statement))


def cells(statement: Statement) -> Iterator[str]:
    """The cells of a statement; the place is a link to the line of the file."""
    claim = statement.claim
    assert claim.quantity is not None
    line, _ = claim.document.place(claim.span.start)
    yield escaped(statement.time)
    yield statement.dated
    yield escaped(quoted(claim))
    yield escaped(between(claim.quantity.interval(), unit=claim.mention.unit, language=language_of(claim.text)))
    yield escaped(", ".join(claim.scope))
    yield f"[{escaped(place(claim.document, claim.span))}]({quote(claim.document.name)}#L{line})"
    yield escaped(published(claim))
    yield statement.mark


def published(claim: Claim) -> str:
    """Who says so and when, as far as the document tells."""
    return ", ".join(str(part) for part in (claim.source.publisher, claim.source.title, claim.source.published) if part)
