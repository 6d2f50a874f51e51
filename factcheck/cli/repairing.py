"""`factcheck repair`: damaged figures decided one by one, into a corrected copy and a record of the decisions."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.inputs import DONE, FAILED, FOUND, read_all
from factcheck.terminal import Problems, put

if TYPE_CHECKING:
    from factcheck.decisions import Decision
    from factcheck.finding import Finding

SKIP, QUIT = "s", "q"


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--accept", type=click.Choice(["first"]), help="Take the best reading of each without asking.")
@click.option("--decisions", "kept", metavar="FILE", help="Decide as the record of an earlier run did, without asking.")
@click.option("--source", "sources", multiple=True, metavar="FILE", help="What else speaks for a reading.")
@click.option("--output", metavar="FILE", help="The corrected copy; its record stands beside it. Default: FILE.repaired.*")
def repair(file: str, accept: str | None, kept: str | None, sources: tuple[str, ...], output: str | None) -> int:
    """Walk through the damaged figures of FILE with their readings, and write a corrected copy and a record of each decision.

    FILE itself is not touched. Exit status 1 where a damaged figure was left as it is.
    """
    from factcheck import atomic, decisions
    from factcheck.engine import check

    problems = Problems()
    if accept and kept:
        return _told(problems, "--accept and --decisions: choose one")
    rows = _rows(kept, problems) if kept else []
    documents, evidence = read_all([file], problems), read_all(sources, problems)
    if len(documents) != 1 or rows is None or len(evidence) < len(sources):
        return FAILED if problems.met else _told(problems, f"{file}: expected one file, found {len(documents)}")
    document, source = documents[0], Path(documents[0].name)
    if document.anchors:
        return _told(problems, f"{file}: only plain text, Markdown and HTML can be written back; mend this one in its own program")
    copy = Path(output) if output else source.with_name(f"{source.stem}.repaired{source.suffix}")
    record = copy.with_name(f"{copy.name}.decisions.json")
    if copy.resolve() == source.resolve():
        return _told(problems, f"{copy}: the copy would take the place of the draft; name another --output")

    found = list(decisions.damaged(check(document, sources=evidence, select=["garble"]).findings))
    if accept:
        made = [decisions.first(finding) for finding in found]
    elif kept:
        made = [decisions.again(finding, rows, by=Path(kept).name) for finding in found]
    else:
        made = list(_asked(found))
    try:
        atomic.write(copy, decisions.corrected(document, made))
        atomic.write(record, json.dumps([decision.row() for decision in made], ensure_ascii=False, indent=2) + "\n")
    except OSError as error:
        return _told(problems, f"{copy}: cannot be written: {error.strerror or error}")
    left = sum(decision.chosen is None for decision in made)
    put(f"{len(made)} damaged figures, {len(made) - left} decided, {left} left as they are: {copy}, {record.name}\n")
    return FOUND if left else DONE


def _told(problems: Problems, words: str) -> int:
    problems.tell(words)
    return FAILED


def _rows(name: str, problems: Problems) -> list[dict[str, Any]] | None:
    """The rows of a record; None, and told, where it cannot be read."""
    try:
        rows = json.loads(Path(name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        problems.tell(f"{name}: no record of decisions: {error}")
        return None
    if not isinstance(rows, list) or not all(isinstance(row, dict) and "chosen" in row for row in rows):
        problems.tell(f"{name}: no record of decisions: expected a list of rows with `chosen`")
        return None
    return rows


def _asked(findings: Iterable[Finding]) -> Iterable[Decision]:
    """Ask for each figure; what stands behind the one at which the editor stops is left as it is."""
    from factcheck.decisions import Decision

    stopped = False
    for finding in findings:
        answer = QUIT if stopped else _answer(finding)
        stopped = answer == QUIT
        chosen = finding.fixes[int(answer) - 1] if answer.isdecimal() else None
        yield Decision(finding, chosen, "editor")


def _answer(finding: Finding) -> str:
    place = finding.document.place(finding.span.start)
    line = finding.document.line(place.line)
    put(
        f"\n{finding.document.name}:{place.line}:{place.column}\n  {finding.document.text[line.start : line.end].strip()}\n{finding.message}\n"
    )
    for number, fix in enumerate(finding.fixes, start=1):
        put(f"  {number}  {fix.label}\n")
    choices = [*(str(number) for number in range(1, len(finding.fixes) + 1)), SKIP, QUIT]
    answer: str = click.prompt(f"number, {SKIP} to leave it, {QUIT} to stop", type=click.Choice(choices), show_choices=False)
    return answer
