"""`factcheck repair`: damaged figures decided one by one, into a corrected copy and a record of the decisions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.inputs import DONE, FAILED, FOUND, read_all, spoken, telling
from factcheck.failure import reason
from factcheck.messages import Language, in_language, say
from factcheck.terminal import Problems, put

if TYPE_CHECKING:
    from factcheck.decisions import Decision
    from factcheck.document import Document
    from factcheck.finding import Finding

SKIP, QUIT = "s", "q"


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--accept", type=click.Choice(["first"]), help="Take the best reading of each without asking.")
@click.option("--decisions", "kept", metavar="FILE", help="Decide as the record of an earlier run did, without asking.")
@click.option("--source", "sources", multiple=True, metavar="FILE", help="What else speaks for a reading.")
@click.option("--output", metavar="FILE", help="The corrected copy; its record stands beside it. Default: FILE.repaired.*")
@telling
def repair(
    file: str, accept: str | None, kept: str | None, sources: tuple[str, ...], output: str | None, messages: Language | None
) -> int:
    """Walk through the damaged figures of FILE with their readings, and write a corrected copy and a record of each decision.

    FILE itself is not touched. Exit status 1 where a damaged figure was left as it is.
    """
    from factcheck import decisions
    from factcheck.engine import check

    problems = Problems()
    if not spoken(problems, messages):
        return FAILED
    if accept and kept:
        problems.tell(say("--accept and --decisions: choose one"))
        return FAILED
    rows = _rows(kept, problems) if kept else []
    document, evidence = _draft(file, problems), read_all(sources, problems)
    copy = _copy(document, output, problems) if document else None
    if document is None or copy is None or rows is None or len(evidence) < len(sources):
        return FAILED
    found = list(decisions.damaged(check(document, sources=evidence, select=["garble"]).findings))
    if not found and output is None:
        _put(say("{file}: no damaged figures; nothing was written", file=file), problems)
        return DONE
    if accept:
        made = [decisions.first(finding) for finding in found]
    elif kept:
        made = [decisions.again(finding, rows, by=Path(kept).name) for finding in found]
    else:
        made = list(_asked(found, problems.language))
    return _written(document, made, copy, problems)


def _draft(file: str, problems: Problems) -> Document | None:
    """The one draft that is to be mended; None, and told, where it cannot be read or written back."""
    documents = read_all([file], problems)
    if len(documents) > 1:
        problems.tell(say("{file}: expected one file, found {count}", file=file, count=len(documents)))
    elif documents and documents[0].anchors:
        problems.tell(say("{file}: only text can be written back; mend this one in its own program", file=file))
    return None if problems.met else documents[0]


def _copy(document: Document, output: str | None, problems: Problems) -> Path | None:
    """Where the corrected copy goes; None, and told, where that is the draft itself."""
    source = Path(document.name)
    copy = Path(output) if output else source.with_name(f"{source.stem}.repaired{source.suffix}")
    if copy.resolve() == source.resolve():
        problems.tell(say("{file}: the copy would take the place of the draft; name another --output", file=str(copy)))
        return None
    return copy


def _written(document: Document, made: Sequence[Decision], copy: Path, problems: Problems) -> int:
    """Write the copy and the record of the decisions, and tell how many there are; the exit status."""
    from factcheck import atomic, decisions

    record = copy.with_name(f"{copy.name}.decisions.json")
    try:
        atomic.write(copy, decisions.corrected(document, made))
        atomic.write(record, json.dumps([decision.row() for decision in made], ensure_ascii=False, indent=2) + "\n")
    except OSError as error:
        problems.tell(error)
        return FAILED
    left = sum(decision.chosen is None for decision in made)
    ended = say(
        "{count} damaged figures, {decided} decided, {left} left as they are: {copy}, {record}",
        count=len(made),
        decided=len(made) - left,
        left=left,
        copy=str(copy),
        record=record.name,
    )
    _put(ended, problems)
    return FOUND if left else DONE


def _put(words: str, problems: Problems) -> None:
    put(in_language(words, problems.language) + "\n")


def _rows(name: str, problems: Problems) -> list[dict[str, Any]] | None:
    """The rows of a record; None, and told, where it cannot be read."""
    try:
        rows = json.loads(Path(name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        problems.tell(say("{file}: expected a record of decisions, found none ({error})", file=name, error=reason(error)))
        return None
    if not isinstance(rows, list) or not all(isinstance(row, dict) and "chosen" in row for row in rows):
        problems.tell(say("{file}: expected a record of decisions, a list of rows with `chosen`", file=name))
        return None
    return rows


def _asked(findings: Iterable[Finding], language: Language) -> Iterable[Decision]:
    """Ask for each figure; what stands behind the one at which the editor stops is left as it is."""
    from factcheck.decisions import Decision

    stopped = False
    for finding in findings:
        answer = QUIT if stopped else _answer(finding, language)
        stopped = answer == QUIT
        chosen = finding.fixes[int(answer) - 1] if answer.isdecimal() else None
        yield Decision(finding, chosen, "editor")


def _answer(finding: Finding, language: Language) -> str:
    place = finding.document.place(finding.span.start)
    line = finding.document.line(place.line)
    words = finding.document.text[line.start : line.end].strip()
    put(f"\n{finding.document.name}:{place.line}:{place.column}\n  {words}\n{in_language(finding.message, language)}\n")
    for number, fix in enumerate(finding.fixes, start=1):
        put(f"  {number}  {in_language(fix.label, language)}\n")
    choices = [*(str(number) for number in range(1, len(finding.fixes) + 1)), SKIP, QUIT]
    question = say("number, {skip} to leave it, {stop} to stop", skip=SKIP, stop=QUIT)
    answer: str = click.prompt(in_language(question, language), type=click.Choice(choices), show_choices=False)
    return answer
