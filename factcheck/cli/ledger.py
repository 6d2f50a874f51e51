"""`factcheck claims …`: the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.inputs import DONE, FAILED, FOUND, as_day, folder_at, ledger_at, read_all
from factcheck.terminal import Problems, aligned, put

if TYPE_CHECKING:
    from factcheck.ledger import RecordError
    from factcheck.ledger.recording import Proposal


@click.group()
def claims() -> None:
    """The ledger: claims that have a source."""


@claims.command()
@click.argument("folder", required=False, metavar="[DIR]")
@click.option("--texts", metavar="FOLDER", type=click.Path(exists=True), help="Texts of the sources, to find the quotes in.")
def verify(folder: str | None, texts: str | None) -> int:
    """Read every amount again from its quote, and from its source where the text is at hand."""
    ledger = ledger_at(folder)
    if ledger is None:
        return FAILED
    verification = ledger.verify(texts=texts)
    put("".join(f"{line}\n" for line in verification.lines()))
    return FOUND if verification.problems else DONE


@claims.command("list")
@click.argument("folder", required=False, metavar="[DIR]")
@click.option("--subject", metavar="WORDS", help="Only claims about this subject.")
@click.option("--measure", metavar="WORDS", help="Only claims of this measure.")
def list_claims(folder: str | None, subject: str | None, measure: str | None) -> int:
    """List the claims, one a line."""
    from factcheck.ledger.listing import listed

    ledger = ledger_at(folder)
    if ledger is None:
        return FAILED
    rows = list(listed(ledger, subject=subject, measure=measure))
    put("".join(f"{line}\n" for line in aligned(rows)))
    if not rows:
        click.echo(f"factcheck: none of the {len(ledger.claims)} claims in {ledger.path} fits", err=True)
    return DONE


@claims.command()
@click.argument("name", metavar="ID")
@click.option("--claims", "folder", metavar="DIR", help="The ledger's folder.")
def show(name: str, folder: str | None) -> int:
    """Show one claim with all that is known of it."""
    from factcheck.ledger.listing import shown

    ledger = ledger_at(folder)
    if ledger is None:
        return FAILED
    try:
        put("".join(f"{line}\n" for line in shown(ledger, name)))
    except KeyError as error:
        Problems().tell(error.args[0])
        return FAILED
    return DONE


def sourced(command: Callable[..., int]) -> Callable[..., int]:
    """The options that say what a text does not say of itself, and whether its entries are written."""
    options = [
        click.option("--claims", "folder", metavar="DIR", help="The ledger's folder."),
        click.option("--write", is_flag=True, help="Write the entries; otherwise they are only shown."),
        click.option("--title", metavar="WORDS", help="The title of the text, where it does not say it."),
        click.option("--publisher", metavar="NAME", help="Who published it."),
        click.option("--url", metavar="ADDRESS", help="Where it is published."),
        click.option("--published", type=as_day, metavar="DATE", help="The day on which it was published (YYYY-MM-DD)."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@claims.command()
@click.argument("draft", metavar="DRAFT")
@click.option("--line", "lines", type=int, multiple=True, metavar="NUMBER", help="Only figures on this line; may be given again.")
@click.option("--subject", metavar="NAME", help="Whom figures are about that name nobody.")
@sourced
def add(draft: str, lines: tuple[int, ...], subject: str | None, folder: str | None, *, write: bool, **known: Any) -> int:
    """Propose an entry for each claim of DRAFT, with the text as its source; with --write, add them to the ledger."""
    from factcheck.extract import claims as stated
    from factcheck.ledger.recording import proposals

    problems = Problems()
    documents = read_all([draft], problems)
    if problems.met or not documents:
        return FAILED
    wanted = [
        one for document in documents for one in stated(document) if not lines or document.place(one.span.start).line in lines
    ]
    return take(proposals(wanted, subject=subject, known=known), folder, problems, write=write)


@claims.command("import")
@click.argument("report", metavar="FILE")
@click.option("--subject", required=True, metavar="NAME", help="Whom the report is about.")
@sourced
def import_facts(report: str, subject: str, folder: str | None, *, write: bool, **known: Any) -> int:
    """Propose an entry for each fact of a report in xBRL-JSON; with --write, add them to the ledger."""
    from factcheck.claim import Source
    from factcheck.ledger.recording import source_entry
    from factcheck.ledger.xbrl import XbrlError, imported

    problems = Problems()
    documents = read_all([report], problems)
    if problems.met or not documents:
        return FAILED
    source = source_entry(Source(id=documents[0].name, sha256=documents[0].sha256, **known), documents[0])
    try:
        return take(imported(documents[0], subject=subject, source=source), folder, problems, write=write)
    except XbrlError as error:
        problems.tell(error)
        return FAILED


def take(made: Iterable[Proposal | RecordError], folder: str | None, problems: Problems, *, write: bool) -> int:
    """Show the entries as they would stand in the ledger, and write them where that is asked for."""
    from factcheck.ledger import LedgerError, RecordError
    from factcheck.ledger.book import Book
    from factcheck.ledger.listing import proposed

    path = folder_at(folder, problems)
    if path is None:
        return FAILED
    try:
        book, found = Book(path), list(made)
        added = [book.add(one) for one in found if not isinstance(one, RecordError)]
        if write:
            book.write()
    except (LedgerError, OSError) as error:
        problems.tell(error)
        return FAILED
    put("".join(f"{line}\n" for line in proposed(added, [one for one in found if isinstance(one, RecordError)], written=write)))
    return DONE


@claims.command()
@click.argument("name", metavar="ID")
@click.option("--reason", required=True, metavar="WORDS", help="Why the claim no longer stands.")
@click.option("--date", "day", type=as_day, required=True, metavar="DATE", help="The day of the withdrawal (YYYY-MM-DD).")
@click.option("--claims", "folder", metavar="DIR", help="The ledger's folder.")
def withdraw(name: str, reason: str, day: date, folder: str | None) -> int:
    """Withdraw a claim: its entry stays with the reason and the date, and no draft is held against it any more."""
    from factcheck.ledger import LedgerError, RecordError
    from factcheck.ledger import withdraw as withdrawn

    problems = Problems()
    path = folder_at(folder, problems)
    if path is None:
        return FAILED
    try:
        put(f"{withdrawn(path, name, reason=reason, day=day)}: {name} is withdrawn\n")
    except KeyError as error:
        problems.tell(error.args[0])
        return FAILED
    except (LedgerError, RecordError, OSError) as error:
        problems.tell(error)
        return FAILED
    return DONE


@claims.command()
@click.argument("old", metavar="OLD")
@click.argument("new", required=False, metavar="[NEW]")
def diff(old: str, new: str | None) -> int:
    """Say which claims differ between two ledgers, whatever the layout of their files.

    OLD is a folder or a git revision of the ledger's folder; NEW is a folder, the project's ledger where none is named.
    """
    from pathlib import Path

    from factcheck.cli.history import HistoryError, ledger_files
    from factcheck.ledger import Ledger, LedgerError
    from factcheck.ledger.differing import differences

    problems = Problems()
    folder = folder_at(new, problems)
    if folder is None:
        return FAILED
    try:
        new_ledger = Ledger.load(folder)
        before = Ledger.load(old) if Path(old).exists() else Ledger.read(ledger_files(folder, old), path=old)
        lines = list(differences(before, new_ledger))
    except (HistoryError, LedgerError) as error:
        problems.tell(error)
        return FAILED
    put("".join(f"{line}\n" for line in lines))
    return FOUND if lines else DONE


@claims.command()
@click.argument("folder", required=False, metavar="[DIR]")
@click.option(
    "--format", "form", type=click.Choice(["schema.org", "annotation", "csv", "parquet"]), default="schema.org", show_default=True
)
@click.option("--output", metavar="FILE", help="Write it to this file instead of standard output.")
def export(folder: str | None, form: str, output: str | None) -> int:
    """Give the ledger out as JSON-LD (schema.org, W3C Web Annotation), CSV or Parquet."""
    from pathlib import Path

    from factcheck import atomic
    from factcheck.ledger.exporting import FORMS, ExportError

    ledger = ledger_at(folder)
    if ledger is None:
        return FAILED
    try:
        content = FORMS[form](ledger)
        if output is not None:
            atomic.write(Path(output), content)
        else:
            click.echo(content, nl=False)
    except (ExportError, OSError) as error:
        Problems().tell(error)
        return FAILED
    return DONE


@claims.command("schema")
def schema_of_claims() -> int:
    """Print the JSON Schema of a ledger file and of a claim row."""
    import json

    from factcheck.ledger.schema import schema

    put(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")
    return DONE
