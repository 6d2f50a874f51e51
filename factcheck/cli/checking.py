"""`factcheck check` and `factcheck extract`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.inputs import DONE, FAILED, FOUND, as_day, configured, load_ledger, read_all, spoken, telling
from factcheck.messages import say
from factcheck.report import FORMATS, endings_of
from factcheck.terminal import Problems, coloured, columns, progress, put

if TYPE_CHECKING:
    from factcheck.config import Configuration, FailOn
    from factcheck.engine import Report
    from factcheck.finding import Finding
    from factcheck.messages import Language


PROFILES = ("default", "strict", "newsroom", "cn-publishing")  # profiles.toml; a test holds them alike
# What is done with a report, and no matter of the run that makes it.
REPORTING = ("form", "output", "comments", "no_notes", "explain_all")


def split(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """`--select garble,unit` is `--select garble --select unit`."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def choosing(command: Callable[..., int]) -> Callable[..., int]:
    """The options that say what is checked against what, for every command that checks."""
    options = [
        click.option("--claims", metavar="DIR", help="The ledger: a folder of claims to check against."),
        click.option("--source", "sources", multiple=True, metavar="FILE", help="A document to check against; may be given again."),
        click.option(
            "--select", multiple=True, metavar="NAME", callback=split, help="Only this check or family; may be given again."
        ),
        click.option(
            "--ignore", multiple=True, metavar="NAME", callback=split, help="Not this check or family; may be given again."
        ),
        click.option("--profile", type=click.Choice(PROFILES), help="Whose rules: levels, selection, and how errors are counted."),
        click.option(
            "--today", type=as_day, metavar="DATE", help="The day (YYYY-MM-DD) by which comments expire: there is no clock here."
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def reporting(command: Callable[..., int]) -> Callable[..., int]:
    """The options that say what is done with a report, for every command that gives one out."""
    levels = click.Choice(["error", "warning", "note", "never"])
    options = [
        click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True),
        click.option("--output", metavar="FILE", help="Write the report to this file instead of standard output."),
        click.option("--comments", metavar="FILE", help="For one .docx: write it to this file with a comment on each finding."),
        click.option("--fail-on", type=levels, help="The level that makes the exit status 1."),
        click.option("--no-notes", is_flag=True, help="Leave findings of level note out."),
        click.option("--explain-all", is_flag=True, help="Also note what agrees only by rounding, or because a figure is hedged."),
        telling,
    ]
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@choosing
@click.option("--baseline", metavar="FILE", help="Findings of before, which do not count; see factcheck baseline.")
@click.option("--diff", metavar="REV", help="Also look for what an edit since this git revision left behind.")
@reporting
def check(paths: tuple[str, ...], **given: Any) -> int:
    """Check drafts: files, folders, patterns, or - for standard input. Several are checked as one set."""
    problems = Problems()
    run = checked(paths, {name: value for name, value in given.items() if name not in REPORTING}, problems)
    return FAILED if run is None else given_out(run, given, problems)


def given_out(run: tuple[Report, Configuration], given: Mapping[str, Any], problems: Problems) -> int:
    """Write the report of a run as the options say; the exit status."""
    report, settings = run
    if given["no_notes"]:
        report = without(report, lambda finding: finding.level == "note")
    elif not given["explain_all"]:
        report = without(report, lambda finding: finding.narrow)
    for option in ("output", "comments"):
        if given[option] and Path(given[option]).resolve() in {Path(document.name).resolve() for document in report.documents}:
            words = say("--{option}: {file} is a draft, and would be lost; name another file", option=option, file=given[option])
            problems.tell(words)
            return FAILED
    endings = endings_of(given["form"])
    if endings and Path(given["output"] or "").suffix.lower() not in ("", *endings):
        words = say("--output: {file}: expected a name that ends in {endings}", file=given["output"], endings=", ".join(endings))
        problems.tell(words)
        return FAILED
    write(report, given["form"], given["output"], problems)
    if given["comments"] is not None:
        comment(report, Path(given["comments"]), problems)
    if problems.met:
        return FAILED
    return FOUND if fails(report, settings.failing()) else DONE


def checked(paths: Iterable[str], given: dict[str, Any], problems: Problems) -> tuple[Report, Configuration] | None:
    """The report over the drafts that can be read, and the settings of the run; None where there is nothing to run."""
    from factcheck import engine
    from factcheck.baseline import Baseline, BaselineError
    from factcheck.cli.history import HistoryError, with_earlier
    from factcheck.config import ConfigurationError
    from factcheck.registry import CheckError, chosen

    sources, revision = given.pop("sources", ()), given.pop("diff", None)
    try:
        settings = configured(given)
        problems.language = settings.messages or "en"
        chosen(select=settings.select, ignore=settings.ignore)
        baseline = Baseline.load(settings.baseline) if settings.baseline else None
        documents, others = read_all(paths, problems), read_all(sources, problems)
        if revision is not None:
            documents = with_earlier(documents, revision)
        ledger = load_ledger(settings.claims, problems)
        with progress(documents) as advance:
            report = engine.check(
                documents,
                ledger=ledger,
                sources=others,
                baseline=baseline.knows if baseline else None,
                progress=advance,
                **settings.arguments(),
            )
    except (ConfigurationError, CheckError, BaselineError, HistoryError) as error:
        problems.tell(error)
        return None
    for failure in report.failures:
        problems.tell(
            say("internal error in {check}: {error}; the other checks went on", check=failure.check, error=failure.message)
        )
    return report, settings


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@telling
def extract(paths: tuple[str, ...], form: str, messages: Language | None) -> int:
    """List every figure of some drafts, as it stands and as it was read."""
    from factcheck.extract import extract as mentions_of
    from factcheck.report import rows, text

    problems = Problems()
    if not spoken(problems, messages):
        return FAILED
    for document in read_all(paths, problems):
        found = mentions_of(document)
        put(rows.render_mentions(found) if form == "jsonl" else text.render_mentions(found, language=problems.language))
    return FAILED if problems.met else DONE


def without(report: Report, unwanted: Callable[[Finding], bool]) -> Report:
    """The report without some of its findings."""
    from dataclasses import replace

    return replace(report, findings=tuple(finding for finding in report.findings if not unwanted(finding)))


def fails(report: Report, fail_on: FailOn) -> bool:
    """Whether a finding is at or above the level that was asked for."""
    from factcheck.finding import LEVELS

    worst = report.worst()
    return fail_on != "never" and worst is not None and LEVELS.index(worst) >= LEVELS.index(fail_on)


def write(report: Report, form: str, output: str | None, problems: Problems) -> None:
    """Give a report in a format: to a file, or to standard output. GitHub's step summary is written where the runner asks for one."""
    from factcheck.report import renderer

    if form == "text" and output is None:
        from factcheck.report import text

        if report.documents:
            put(text.render(report, colour=coloured(sys.stdout), columns=columns(sys.stdout)))
        return
    words = renderer(form, ending=Path(output or "").suffix)(report)
    if output is None:
        put(words)
    else:
        written(Path(output), words, problems)
    if form == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        from factcheck.report.github import summary as summarised

        try:
            with Path(summary).open("a", encoding="utf-8", errors="replace") as file:
                file.write(summarised(report))
        except OSError as error:
            problems.tell(error)


def comment(report: Report, path: Path, problems: Problems) -> None:
    """Write the one Word document of a report with its findings as comments."""
    from factcheck.report.word import commented

    names = [document for document in report.documents if document.name.lower().endswith(".docx")]
    if len(names) != 1:
        problems.tell(
            say("--comments: expected one .docx among the drafts, found {count}; check them one at a time", count=len(names))
        )
        return
    written(path, commented(report, Path(names[0].name).read_bytes(), names[0]), problems)


def written(path: Path, words: str | bytes, problems: Problems) -> None:
    """Write a file whole or not at all, and tell where that fails."""
    from factcheck import atomic

    try:
        atomic.write(path, words)
    except OSError as error:
        problems.tell(error)
