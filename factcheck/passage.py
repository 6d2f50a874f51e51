"""A passage: a document in its key copy, with where its sentences and clauses start. Made once, read by extraction and by checks."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.document import Document, Span, once_a_document
from factcheck.lexicon import UNSEEN_MARKUP, Finder, Token, fold
from factcheck.pattern import lazy_pattern

# Both patterns begin with the set of all their marks, so that the scan passes over everything else.
SENTENCE_END = lazy_pattern(
    r"""
    [。！？；!?;.\r\n]
    (?:
      (?<=[。！？；!?;])[。！？；!?;]*["'”’」』)）]*      # 员工1200人。
    | (?<=[a-z0-9%)"'” ]{2}\.)                       # 1,200 people. Managers; see a doctor .
      (?<!\bmr\.)(?<!\bdr\.)(?<!\bms\.)(?<!\bst\.)(?<!\bno\.)(?<!\bvs\.)(?<!\bmrs\.)       # not Mr. Li
      (?<!\bjan\.)(?<!\bfeb\.)(?<!\baug\.)(?<!\bsept\.)(?<!\boct\.)(?<!\bnov\.)(?<!\bdec\.)  # not Oct. 8
      (?!(?<=[ ,(][bdmrcpv]\.)[ ][0-9])(?!(?<=[ ,(](?:fl|ca|pp|vv)\.)[ ][0-9])(?!(?<=[ ,(](?:est|vol)\.)[ ][0-9])  # b. 1731
      ["'”’)]*(?=\s|$)
    | (?<=[\r\n])[\r\n]*
    )
    """,
    re.VERBOSE,
)
CLAUSE_END = lazy_pattern(
    r"""
    [，：,:\ —（()）]
    (?:
      (?<=[，：])[，：]*                          # 2021年，营收
    | (?<=[,:])[,:]*(?![0-9])                     # in 2021, revenue; not 1,200
    | (?<=[ ])[-–—][ ] | (?<=—)—+ | (?<=[（()）])
    )
    """,
    re.VERBOSE,
)
# What a format writes between words is read as the white space that a reader sees: "800,900" in CSV, "5\\%" in LaTeX, a wrapped line.
# What a reader does not see at all, the bold of "**100**亿元", is as many invisible separators, which extraction reads over.
SPACED = {"separator": "\t", "escape": " ", "wrap": " ", "space": " ", "inline": UNSEEN_MARKUP}
# No word so far away narrows a figure; a text without stops stays linear.
REACH = 400


@dataclass(frozen=True, slots=True)
class Passage:
    """A document in its key copy, with where its sentences and clauses start."""

    folded: str
    starts: tuple[int, ...]
    clauses: tuple[int, ...]

    def number(self, offset: int) -> int:
        """The number of the sentence around an offset."""
        return bisect.bisect_right(self.starts, offset) - 1

    def sentence(self, offset: int) -> Span:
        """The sentence around an offset."""
        return _around(self.starts, offset, len(self.folded))

    def clause(self, offset: int) -> Span:
        """The clause around an offset."""
        return _around(self.clauses, offset, len(self.folded))

    def tokens(self, span: Span, words: Finder) -> list[Token]:
        """The words of a stretch that a finder knows, at their places in the document."""
        return [
            token._replace(start=token.start + span.start, end=token.end + span.start)
            for token in words.tokens(self.folded[span.start : span.end])
        ]


@once_a_document
def passage(document: Document) -> Passage:
    """A document made ready for looking around its figures."""
    folded = spaced(document)
    # A cell, an item or a heading is a sentence of its own, also where the file runs them together in one line.
    blocks = (block.span.start for block in document.structure or ())
    starts = tuple(sorted({0, *(match.end() for match in SENTENCE_END.finditer(folded)), *blocks}))
    clauses = sorted({*starts, *(match.end() for match in CLAUSE_END.finditer(folded))})
    return Passage(folded, starts, tuple(clauses))


def is_hidden(document: Document, span: Span) -> bool:
    """Whether a stretch is not all prose: code, a link, a tag; what only stands for a blank is prose."""
    return any(mask.name not in SPACED for mask in document.masks_over(span))


def spaced(document: Document) -> str:
    """The folded text with white space in the place of signs that stand for it; as long as the text."""
    folded = fold(document.text)
    marks = [mask for mask in document.masks if mask.name in SPACED]
    if not marks:
        return folded
    signs = list(folded)
    for mask in marks:
        # "1.2&nbsp;million" has one blank, however long it is written.
        sign = SPACED[mask.name]
        filled = UNSEEN_MARKUP * (len(mask.span) - 1) + sign if mask.name == "space" else sign * len(mask.span)
        signs[mask.span.start : mask.span.end] = filled
    return "".join(signs)


def _around(starts: Sequence[int], offset: int, length: int) -> Span:
    which = bisect.bisect_right(starts, offset) - 1
    end = starts[which + 1] if which + 1 < len(starts) else length
    return Span(max(starts[which], offset - REACH), min(end, offset + REACH))
