"""`factcheck baseline …`: the findings that a project puts up with for now."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.checking import checked, choosing
from factcheck.cli.inputs import DONE, FAILED, as_day, configured
from factcheck.terminal import Problems, put

if TYPE_CHECKING:
    from factcheck.baseline import Baseline, Entry

NAME = Path("factcheck-baseline.json")


@click.group()
def baseline() -> None:
    """Known findings: written down once, so that only new ones count."""


@baseline.command("write")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@choosing
@click.option("--baseline", "file", metavar="FILE", help=f"The file to write; {NAME} unless the project names another.")
def write_baseline(paths: tuple[str, ...], file: str | None, **given: Any) -> int:
    """Write down every finding of some drafts; those that are known keep their day, others get that of --today."""
    problems = Problems()
    known = opened(file, problems)
    if known is None:
        return FAILED
    today = given.get("today")
    run = checked(paths, {**given, "baseline": None}, problems)
    if run is None or problems.met:
        return FAILED
    made = known.taking(run[0].findings, since=today.isoformat() if today else None)
    if not saved(made, problems):
        return FAILED
    fresh = len(set(made.entries) - set(known.entries))
    put(f"{known.path}: {counted(len(made.entries))}, {fresh} of them new\n")
    return DONE


@baseline.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@choosing
@click.option("--baseline", "file", metavar="FILE", help=f"The file to prune; {NAME} unless the project names another.")
def prune(paths: tuple[str, ...], file: str | None, **given: Any) -> int:
    """Take out what is not found any more in these drafts, and what is of drafts that are gone."""
    problems = Problems()
    known = opened(file, problems, there=True)
    if known is None:
        return FAILED
    run = checked(paths, {**given, "baseline": None}, problems)
    if run is None or problems.met:
        return FAILED
    report = run[0]
    absent = known.absent(report.findings, [document.name for document in report.documents])
    if absent and not saved(known.without(absent), problems):
        return FAILED
    put("".join(f"gone: {line(entry)}\n" for entry in absent))
    put(f"{known.path}: {counted(len(known.entries) - len(absent))}, {len(absent)} taken out\n")
    return DONE


@baseline.command()
@click.option("--baseline", "file", metavar="FILE", help=f"The file to list; {NAME} unless the project names another.")
@click.option("--today", type=as_day, metavar="DATE", help="The day (YYYY-MM-DD) to count from: there is no clock here.")
def age(file: str | None, today: datetime.date | None) -> int:
    """List what is in the baseline, the oldest first."""
    from factcheck.baseline import aged

    problems = Problems()
    known = opened(file, problems, there=True)
    if known is None:
        return FAILED
    put("".join(f"{since(entry, today)}: {line(entry)}\n" for entry in aged(known.entries)))
    put(f"{known.path}: {counted(len(known.entries))}\n")
    return DONE


def opened(file: str | None, problems: Problems, *, there: bool = False) -> Baseline | None:
    """The baseline of a file, of the project's, or of the usual name; an empty one where it is yet to be written."""
    from factcheck.baseline import Baseline, BaselineError
    from factcheck.config import ConfigurationError

    try:
        path = configured({"baseline": file}).baseline or NAME
        return Baseline.load(path) if there or path.exists() else Baseline(path)
    except (ConfigurationError, BaselineError) as error:
        problems.tell(error)
        return None


def saved(made: Baseline, problems: Problems) -> bool:
    """Write a baseline; whether that went well."""
    try:
        made.write()
    except OSError as error:
        problems.tell(error)
        return False
    return True


def line(entry: Entry) -> str:
    """An entry in a line."""
    return f"{entry.document}: {entry.check}: {entry.message}"


def since(entry: Entry, day: datetime.date | None) -> str:
    """How long an entry is there."""
    if entry.since is None:
        return "no date"
    days = (day - datetime.date.fromisoformat(entry.since)).days if day else None
    return entry.since if days is None else f"{entry.since} ({days} day{'' if days == 1 else 's'})"


def counted(number: int) -> str:
    """`1 finding`, `2 findings`."""
    return f"{number} finding{'' if number == 1 else 's'}"
