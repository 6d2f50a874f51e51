"""Right drafts with one figure altered at a time, and what is found of it."""

import re
from dataclasses import dataclass

from factcheck import engine
from factcheck.document import Document
from factcheck.extract import build
from factcheck.read import read_bytes

FIGURES = frozenset({"money", "count", "measure", "percent", "point", "multiple"})
DIGIT = re.compile(r"[1-9]")


@dataclass(frozen=True)
class Alteration:
    """A draft with one figure changed, the place of the figure in the draft as it was, and what stands there now."""

    text: str
    start: int
    end: int
    now: str


def document(text: str) -> Document:
    """A draft as Markdown."""
    return read_bytes(text.encode(), name="draft.md")


def altered(text: str) -> list[Alteration]:
    """The draft once for each of its figures in digits, the first digit of which is one more, or one less where it is a nine."""
    made = []
    for mention in build([document(text)]).mentions:
        number = mention.number
        match = DIGIT.search(text, number.start, number.end)
        if mention.kind not in FIGURES or match is None:
            continue
        digit = "8" if match[0] == "9" else str(int(match[0]) + 1)
        changed = text[: match.start()] + digit + text[match.end() :]
        made.append(Alteration(changed, number.start, number.end, changed[number.start : number.end]))
    return made


def raised(text: str) -> list[str]:
    """The checks that raise a warning or an error on a text."""
    report = engine.check(document(text))

    assert () == report.failures

    return [finding.check for finding in report.findings if finding.level != "note"]
