"""Comments in a draft that ask for silence: `<!-- factcheck: ignore[unit/percent-or-point] reason="quoted" until=2027-01 -->`.

`ignore` reaches over its line, or over the next line with words where it stands alone; `ignore-block` over its paragraph, list item or
cell, or the next one; `ignore-file` over the whole document. In brackets stand checks and families.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.document import Document, Span, once_a_document
from factcheck.finding import Finding
from factcheck.messages import chain, say
from factcheck.pattern import lazy_pattern
from factcheck.period import Period

COMMENT = lazy_pattern(
    r"""
      <!--\s{0,9}factcheck:(?P<html>(?:"[^"\n]*"|[^">\n])*)-->     # <!-- factcheck: ignore[unit] reason="a > b" -->
    | (?m:^|(?<=[ \t]))%\s{0,9}factcheck:(?P<latex>[^\n]*)              # % factcheck: ignore[unit] reason="quoted"
    """,
    re.VERBOSE,
)
ORDER = lazy_pattern(
    r"""
    \s*(?P<verb>ignore(?:-block|-file)?)                  # ignore, ignore-block, ignore-file
    (?:\[(?P<names>[^\[\]"]*)\])?                         # [unit/percent-or-point, garble]
    (?P<said>(?:\s+[a-z]+=(?:"[^"]*"|[^\s"]+))*)          # reason="quoting the minister" until=2027-01
    \s*
    """,
    re.VERBOSE,
)
SAID = lazy_pattern(r'(?P<key>[a-z]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))')
UNTIL = lazy_pattern(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
KEYS = ("reason", "until")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment, where it stands and how far it reaches. `mistake` says what cannot be understood in it; then it silences nothing.

    `names` is empty where it names no check: it silences all. `until` is the last day, month or year in which it holds.
    """

    document: Document
    span: Span
    reach: Span
    names: tuple[str, ...] = ()
    reason: str | None = None
    until: Period | None = None
    mistake: str | None = None

    @property
    def text(self) -> str:
        """The comment as it stands."""
        return self.document.text[self.span.start : self.span.end]

    def silences(self, finding: Finding) -> bool:
        """Whether it reaches a finding and names its check or family; one that names nothing means all but what is said of comments."""
        family = finding.check.partition("/")[0]
        named = finding.check in self.names or family in self.names or (not self.names and family != "silence")
        return self.mistake is None and named and self.reach.start <= finding.span.start < max(self.reach.end, self.reach.start + 1)

    def expired(self, today: Period | None) -> bool:
        """Whether its last day is over; never where no day is given, since there is no clock here."""
        if today is None or self.until is None or self.until.end is None or today.start is None:
            return False
        return self.until.end < today.start


@once_a_document
def find_comments(document: Document) -> tuple[Comment, ...]:
    """The comments of a document in reading order; those in code are examples of comments."""
    if "factcheck:" not in document.text:
        return ()
    return tuple(_read(document, match) for match in COMMENT.finditer(document.text) if not _in_code(document, match.start()))


def _in_code(document: Document, place: int) -> bool:
    block = document.block_at(place)
    return (block is not None and block.kind == "code") or any(
        mask.name == "code" for mask in document.masks_over(Span(place, place + 1))
    )


def _read(document: Document, match: re.Match[str]) -> Comment:
    span = Span(match.start(), match.end())
    nowhere = Span(span.start, span.start)
    order = ORDER.fullmatch(match["html"] if match["html"] is not None else match["latex"])
    if order is None:
        return Comment(document, span, nowhere, mistake=say('expected ignore[family/name] reason="…" until=YYYY-MM'))
    said = {one["key"]: one["quoted"] if one["quoted"] is not None else one["bare"] for one in SAID.finditer(order["said"])}
    unknown = [key for key in said if key not in KEYS]
    if unknown:
        return Comment(
            document, span, nowhere, mistake=say("expected {keys}, found {found}", keys=chain(KEYS, by=" or "), found=unknown[0])
        )
    until = said.get("until")
    if until is not None and (not UNTIL.fullmatch(until) or Period(until).end is None):
        return Comment(
            document,
            span,
            nowhere,
            mistake=say("expected a day as 2027-01-31 or a month as 2027-01, found until={until}", until=until),
        )
    names = tuple(name.strip() for name in (order["names"] or "").split(",") if name.strip())
    reach = _reach(document, span, order["verb"])
    return Comment(document, span, reach, names, (said.get("reason") or "").strip() or None, Period(until) if until else None)


def _reach(document: Document, span: Span, verb: str) -> Span:
    if verb == "ignore-file":
        return Span(0, len(document.text))
    line = document.line(document.place(span.start).line)
    last = document.line(document.place(span.end).line)
    alone = not (document.text[line.start : span.start] + document.text[span.end : last.end]).strip()
    if verb == "ignore":
        return _next_line(document, span.end) if alone else Span(line.start, last.end)
    blocks = [block.span for block in document.blocks if block.kind != "code"]
    if not alone:
        return next((block for block in blocks if block.start <= span.start < block.end), Span(line.start, last.end))
    return next((block for block in blocks if _has_words(document, block, span.end)), Span(span.end, span.end))


def _has_words(document: Document, block: Span, behind: int) -> bool:
    """Whether a block stands behind a comment and is more than another comment."""
    return block.start >= behind and bool(COMMENT.sub("", document.text[block.start : block.end]).strip())


def _next_line(document: Document, place: int) -> Span:
    for number in range(document.place(place).line + 1, len(document.line_starts) + 1):
        line = document.line(number)
        if COMMENT.sub("", document.text[line.start : line.end]).strip():
            return line
    return Span(place, place)
