"""The command line. What a command needs is imported when it runs, so that `factcheck --help` is there at once.

Exit status: 0 nothing at or above `--fail-on`, 1 findings, 2 could not run (bad option, unreadable file, broken ledger).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck import __version__
from factcheck.failure import told
from factcheck.terminal import Problems, coloured, progress, put

if TYPE_CHECKING:
    from factcheck.config import Configuration, FailOn
    from factcheck.document import Document
    from factcheck.engine import Report
    from factcheck.ledger import Ledger

DONE, FOUND, FAILED = 0, 1, 2


def main() -> None:
    """Run the command line; a mistake in it is one line, like any other problem."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show 亿 shows a question mark; it does not stop the run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        status = commands.main(prog_name="factcheck", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        status = FAILED
    except click.ClickException as error:
        hint = f"; see {error.ctx.command_path} --help" if isinstance(error, click.UsageError) and error.ctx else ""
        click.echo(f"factcheck: {error.format_message().rstrip('.')}{hint}", err=True)
        status = FAILED
    except click.Abort:
        status = 130
    except Exception as error:  # a defect of factcheck: no reader of drafts is served by a traceback
        click.echo(f"factcheck: internal error: {told(error)}; please report it", err=True)
        status = FAILED
    sys.exit(status if isinstance(status, int) else DONE)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factcheck")
def commands() -> None:
    """Check the numbers in a draft, in Chinese and English."""


def split(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """`--select garble,unit` is `--select garble --select unit`."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


@commands.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--claims", metavar="DIR", help="The ledger: a folder of claims to check against.")
@click.option("--source", "sources", multiple=True, metavar="FILE", help="A document to check against; may be given again.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--select", multiple=True, metavar="NAME", callback=split, help="Only this check or family; may be given again.")
@click.option("--ignore", multiple=True, metavar="NAME", callback=split, help="Not this check or family; may be given again.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "note", "never"]), help="The level that makes the exit status 1.")
@click.option("--no-notes", is_flag=True, help="Leave findings of level note out.")
def check(paths: tuple[str, ...], sources: tuple[str, ...], form: str, no_notes: bool, **given: Any) -> int:
    """Check drafts: files, folders, patterns, or - for standard input. Several are checked as one set."""
    from factcheck import engine
    from factcheck.config import ConfigurationError
    from factcheck.registry import CheckError, chosen

    problems = Problems()
    try:
        settings = configured(given)
        chosen(select=settings.select, ignore=settings.ignore)
        documents, others = read_all(paths, problems), read_all(sources, problems)
        ledger = load_ledger(settings.claims, problems)
        with progress(documents) as advance:
            report = engine.check(
                documents,
                ledger=ledger,
                sources=others,
                select=settings.select,
                ignore=settings.ignore,
                options=settings.checks,
                progress=advance,
            )
    except (ConfigurationError, CheckError) as error:
        problems.tell(error)
        return FAILED
    for failure in report.failures:
        problems.tell(f"internal error in {failure.check}: {failure.message}; the other checks went on")
    write(without_notes(report) if no_notes else report, form)
    if problems.met:
        return FAILED
    return FOUND if fails(report, settings.fail_on) else DONE


@commands.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
def extract(paths: tuple[str, ...], form: str) -> int:
    """List every figure of some drafts, as it stands and as it was read."""
    from factcheck.extract import extract as mentions_of
    from factcheck.report import rows, text

    problems = Problems()
    render = rows.render_mentions if form == "jsonl" else text.render_mentions
    for document in read_all(paths, problems):
        put(render(mentions_of(document)))
    return FAILED if problems.met else DONE


@commands.command()
@click.argument("name", required=False, metavar="CHECK")
def explain(name: str | None) -> int:
    """Print what a check looks for and what it leaves alone; without a name, list the checks."""
    from factcheck import registry

    try:
        if name is not None and name in registry.known():
            put(page(registry.load(name)))
        else:
            for member in registry.chosen(select=[name] if name else ()):
                put(f"{member}: {registry.load(member).page.splitlines()[0]}\n")
    except registry.CheckError as error:
        Problems().tell(error)
        return FAILED
    return DONE


@commands.group()
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
    put("".join(f"{line}\n" for line in listed(ledger, subject=subject, measure=measure)))
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


@claims.command("schema")
def schema_of_claims() -> int:
    """Print the JSON Schema of a ledger file and of a claim row."""
    import json

    from factcheck.ledger.schema import schema

    put(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")
    return DONE


def configured(given: dict[str, Any]) -> Configuration:
    """The project's settings with what the command line says in their place. Raises ConfigurationError."""
    from factcheck import config

    settings = config.load(config.find(Path.cwd()))
    said = {key: value for key, value in given.items() if value not in (None, ())}
    if said.get("claims") == "":
        # An unset variable of a script, not the wish to go without the ledger; Path("") would be this folder.
        raise config.ConfigurationError(
            "--claims: expected a folder, found an empty path; leave the option out, or name the folder"
        )
    if "claims" in said:
        said["claims"] = Path(said["claims"])
    if "select" in said:
        # Who names a check on the command line means it, whatever the project ignores.
        said.setdefault("ignore", ())
    return settings.model_copy(update=said)


def read_all(paths: Iterable[str], problems: Problems) -> list[Document]:
    """The documents that can be read."""
    from factcheck.read import ReadError, find_drafts, read

    names, errors = find_drafts(paths)
    for error in errors:
        problems.tell(error)
    documents = []
    for name in names:
        try:
            documents.append(read(name))
        except ReadError as error:
            problems.tell(error)
    return documents


def load_ledger(folder: Path | None, problems: Problems) -> Ledger | None:
    """The ledger of a folder, None where there is none or it is broken."""
    if folder is None:
        return None
    from factcheck.ledger import Ledger, LedgerError

    try:
        return Ledger.load(folder)
    except LedgerError as error:
        problems.tell(error)
        return None


def ledger_at(folder: str | None) -> Ledger | None:
    """The ledger of a folder, the project's where none is named, `claims` where the project names none."""
    from factcheck.config import ConfigurationError

    problems = Problems()
    try:
        settings = configured({"claims": folder})
    except ConfigurationError as error:
        problems.tell(error)
        return None
    return load_ledger(settings.claims or Path("claims"), problems)


def without_notes(report: Report) -> Report:
    """The report without the findings of level note."""
    from dataclasses import replace

    return replace(report, findings=tuple(finding for finding in report.findings if finding.level != "note"))


def fails(report: Report, fail_on: FailOn) -> bool:
    """Whether a finding is at or above the level that was asked for."""
    from factcheck.finding import LEVELS

    worst = report.worst()
    return fail_on != "never" and worst is not None and LEVELS.index(worst) >= LEVELS.index(fail_on)


def page(one: Any) -> str:
    """What `explain` prints of a check."""
    lines = [f"{one.name} ({one.level})", "", one.page]
    if one.options:
        lines += ["", f'Options, under [tool.factcheck.checks."{one.name}"]:']
        lines += [f"  {name} = {default!r}" for name, default in one.options.items()]
    lines += ["", f'To leave it out: --ignore {one.name}, or ignore = ["{one.name}"] under [tool.factcheck].']
    return "\n".join(lines) + "\n"


def write(report: Report, form: str) -> None:
    """Print a report in a format."""
    if form == "json":
        from factcheck.report import rows

        put(rows.render(report))
    elif report.documents:
        from factcheck.report import text

        put(text.render(report, colour=coloured(sys.stdout)))


if __name__ == "__main__":
    main()
