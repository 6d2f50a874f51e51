"""The report as GitHub workflow commands, and as a step summary in Markdown.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest without a word: the gravest come first, what does not
fit is counted in the last notice, and the summary has them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.engine import Report
from factcheck.finding import LEVELS, Finding, Level
from factcheck.messages import Language, in_language, say
from factcheck.report.excerpt import shown
from factcheck.report.text import count, place
from factcheck.report.text import summary as summary_lines

COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}
SHOWN = 10
# A step summary holds one MiB (GitHub's limit); a row here is a few hundred bytes.
ROWS = 1000
COLUMNS = ("severity", "place", "figure", "finding")


def render(report: Report) -> str:
    """One command a line."""
    return "".join(f"{line}\n" for line in commands(report))


def commands(report: Report) -> Iterator[str]:
    """The commands that GitHub will show, and one more where there are more findings."""
    counted = report.counted()
    hidden = 0
    for level in reversed(LEVELS):
        found = [finding for finding in counted if finding.level == level]
        room = SHOWN - 1 if level == "note" else SHOWN  # one notice is kept for the count of the others
        hidden += len(found[room:])
        yield from (command(finding) for finding in found[:room])
    if hidden:
        more = say("not shown here: {findings}; see the step summary", findings=count(hidden, "finding"))
        yield f"::notice title=factcheck::{escaped(in_language(more, report.language or 'en'))}"


def command(finding: Finding) -> str:
    """One finding as a command; columns count code points."""
    first, last = finding.document.place(finding.span.start), finding.document.place(finding.span.end)
    properties = {
        "file": finding.document.name,
        "line": first.line,
        "col": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "title": finding.check,
    }
    said = ",".join(f"{name}={escaped(str(value), property_of=True)}" for name, value in properties.items())
    words = "\n".join((finding.message, *finding.working))
    return f"::{COMMANDS[finding.level or 'error']} {said}::{escaped(words)}"


def escaped(words: str, *, property_of: bool = False) -> str:
    """As the runner reads it back (actions/toolkit, command.ts): %, line ends, and in properties : and , too."""
    pairs = [("%", "%25"), ("\r", "%0D"), ("\n", "%0A")] + ([(":", "%3A"), (",", "%2C")] if property_of else [])
    for sign, code in pairs:
        words = words.replace(sign, code)
    return words


def summary(report: Report) -> str:
    """All findings as a table in Markdown, for the step summary."""
    language = report.language or "en"
    counted = sorted(
        report.counted(),
        key=lambda finding: -LEVELS.index(finding.level or "error"),
    )
    lines = ["## factcheck", "", "\n\n".join(summary_lines(report)), ""]
    if counted:
        head = [in_language(say(column), language) for column in COLUMNS]
        lines += [f"| {' | '.join(head)} |", "|---|---|---|---|", *rows(counted[:ROWS], language)]
    if len(counted) > ROWS:
        lines += ["", in_language(say("{number} more are left out here.", number=len(counted) - ROWS), language)]
    return "\n".join(lines) + "\n"


def rows(findings: Iterable[Finding], language: Language) -> Iterator[str]:
    """One finding a row."""
    for finding in findings:
        cells = (
            in_language(say(finding.level or "error"), language),
            place(finding.document, finding.span),
            finding.text,
            f"{finding.message} ({finding.check})",
        )
        yield "| " + " | ".join(cell(words) for words in cells) + " |"


def cell(words: str) -> str:
    """Words of a draft in a table's cell: never markup."""
    plain = shown(words).replace("&", "&amp;").replace("<", "&lt;").replace("\\", "\\\\")
    return "".join(f"\\{sign}" if sign in "|`*_[]" else sign for sign in plain)
