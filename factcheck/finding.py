"""A finding is one defect: where, how bad, one sentence, what it rests on, how it read instead, what would mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from factcheck.agreement import Verdict
from factcheck.claim import Claim
from factcheck.document import Document, Span
from factcheck.mention import Mention, Reading
from factcheck.messages import Language, in_language

__all__ = [
    "LEVELS",
    "Checked",
    "Edit",
    "Figure",
    "Finding",
    "Fix",
    "Level",
    "Silence",
    "SilencedBy",
    "Verdict",
    "Where",
    "edited",
    "mention_of",
    "on",
    "where",
]

Level = Literal["note", "warning", "error"]
SilencedBy = Literal["comment", "configuration", "baseline"]
LEVELS: tuple[Level, ...] = ("note", "warning", "error")
Figure: TypeAlias = Mention | Claim
Where: TypeAlias = tuple[int, int]


def mention_of(figure: Figure) -> Mention:
    """The mention of a figure, whatever else is known of it."""
    return figure.mention if isinstance(figure, Claim) else figure


def where(figure: Figure | Finding) -> Where:
    """What a mention, its copies, the claims that hold it and what is found on it have in common: the identity of the document, and the start in it."""
    return id(figure.document), figure.span.start


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace a span of the finding's document by a text."""

    span: Span
    text: str


def edited(text: str, edits: Iterable[Edit], *, within: Span | None = None) -> str:
    """A text, or the stretch of it `within`, with edits made in it that do not overlap: those of a fix, or of fixes of other places."""
    around = within if within is not None else Span(0, len(text))
    pieces, reached = [], around.start
    for edit in sorted(edits, key=lambda one: one.span):
        pieces += [text[reached : edit.span.start], edit.text]
        reached = edit.span.end
    return "".join([*pieces, text[reached : around.end]])


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a defect. `safe` is computed by the engine: the edited text extracts to the same quantities."""

    label: str
    edits: tuple[Edit, ...] = ()
    safe: bool = False

    def in_language(self, language: Language) -> Fix:
        """The same repair, its label in a language; what it writes is in the language of the draft."""
        return replace(self, label=in_language(self.label, language))


@dataclass(frozen=True, slots=True)
class Silence:
    """Why a finding is kept but not counted: a comment in the draft, a rule of the configuration, or the baseline."""

    by: SilencedBy
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect. A check leaves `check`, and `level` where it is the check's own, to the engine.

    `working` are the lines that show how the verdict was reached; `fixes` are alternatives, best first. `silence` is None where the
    finding counts.
    """

    document: Document
    span: Span
    message: str
    because: tuple[Figure, ...] = ()
    working: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    fixes: tuple[Fix, ...] = ()
    level: Level | None = None
    check: str = ""
    fingerprint: str = ""
    silence: Silence | None = None
    narrow: bool = False

    @property
    def text(self) -> str:
        """The words that the finding stands on."""
        return self.document.text[self.span.start : self.span.end]

    @property
    def operands(self) -> tuple[Figure, ...]:
        """What it rests on beside the figure that it stands on."""
        return tuple(figure for figure in self.because if (figure.document, figure.span) != (self.document, self.span))

    def in_language(self, language: Language) -> Finding:
        """The same finding, told in a language."""
        return replace(
            self,
            message=in_language(self.message, language),
            working=tuple(in_language(line, language) for line in self.working),
            readings=tuple(reading.in_language(language) for reading in self.readings),
            fixes=tuple(fix.in_language(language) for fix in self.fixes),
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """A comparison that a check made, whatever came out: the report counts them, so that silence is told from not looking.

    `working` shows how one figure follows from the others, where the check worked that out. A check leaves `check` to the engine.
    """

    figures: tuple[Figure, ...]
    verdict: Verdict
    working: tuple[str, ...] = ()
    check: str = ""

    def in_language(self, language: Language) -> Checked:
        """The same comparison, its working in a language."""
        return replace(self, working=tuple(in_language(line, language) for line in self.working))


def on(
    figure: Figure,
    message: str,
    *,
    because: Sequence[Figure] = (),
    working: Sequence[str] = (),
    readings: Sequence[Reading] = (),
    fixes: Sequence[Fix] = (),
    level: Level | None = None,
) -> Finding:
    """A finding that stands on a figure."""
    return Finding(figure.document, figure.span, message, tuple(because), tuple(working), tuple(readings), tuple(fixes), level)
