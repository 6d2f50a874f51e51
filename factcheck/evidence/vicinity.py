"""The words of the lexicon around a figure, in its own clause: what a check of wording looks at.

Only the few characters beside a figure are read, on demand, so that a check costs nothing where a document has no candidate.
"""

from __future__ import annotations

from factcheck.document import Document, Span
from factcheck.lexicon import Token, finder, fold
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

# A comma between digits groups them and ends no clause.
CLAUSE_MARK = lazy_pattern(r"[，。；：！？;!?\n\r（()）]|[,:](?![0-9])|\.(?![0-9])")


def folded(document: Document, span: Span) -> str:
    """A stretch of a document as the lexicon keys it."""
    return fold(document.text[span.start : span.end])


def words_before(mention: Mention, *, reach: int) -> list[Token]:
    """The words in front of a figure's digits, in its clause, up to `reach` code points away; offsets are the document's."""
    end = mention.number.start
    start = max(0, end - reach)
    marks = [match.end() for match in CLAUSE_MARK.finditer(mention.document.text, start, end)]
    return words_in(mention.document, Span(marks[-1] if marks else start, end))


def words_after(mention: Mention, *, reach: int) -> list[Token]:
    """The words behind a figure's digits, in its clause, up to `reach` code points away; offsets are the document's."""
    start = mention.number.end
    end = min(len(mention.document.text), start + reach)
    mark = CLAUSE_MARK.search(mention.document.text, start, end)
    return words_in(mention.document, Span(start, mark.start() if mark else end))


def words_in(document: Document, span: Span) -> list[Token]:
    """The words that lie wholly in a stretch of a document; offsets are the document's."""
    # One character more on either side tells a word from the end of a longer one.
    start, end = max(0, span.start - 1), min(len(document.text), span.end + 1)
    moved = (
        token._replace(start=token.start + start, end=token.end + start)
        for token in finder().tokens(folded(document, Span(start, end)))
    )
    return [token for token in moved if span.start <= token.start and token.end <= span.end]


def clause(mention: Mention, *, reach: int = 60) -> Span:
    """The clause around a figure, cut where it is longer than `reach` code points on a side."""
    text = mention.document.text
    start, end = max(0, mention.span.start - reach), min(len(text), mention.span.end + reach)
    marks = [match.end() for match in CLAUSE_MARK.finditer(text, start, mention.span.start)]
    mark = CLAUSE_MARK.search(text, mention.span.end, end)
    return Span(marks[-1] if marks else start, mark.start() if mark else end)
