r"""LaTeX: the text as it is; comments, commands, keys, mathematics set apart and everything before `\begin{document}` are masked.

Nothing is expanded: a figure that a macro makes up is not seen, nor one whose digits commands part (`1{,}234`, `2\,345`). A sign that is
escaped (`5\%`, `\$3`) loses only its backslash.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from factcheck.document import Block, Document, Mask, Span
from factcheck.pattern import lazy_pattern
from factcheck.read.latex_tables import Table, tables
from factcheck.read.wrapping import wraps

# Commands whose arguments are names, keys, lengths or files, not words (LaTeX: A Document Preparation System, and common packages).
KEYED = (
    "begin|end|label|(?:eq|page|auto|c|C)?ref|cite[a-z]*|nocite|bibliography(?:style)?|usepackage|documentclass|input|include|includegraphics|"
    "url|hypertarget|hyperlink|[vh]space|setlength|(?:set|addto)counter|(?:re)?newcommand|def|definecolor|(?:text)?color|(?:this)?pagestyle|geometry"
)
MARKS = lazy_pattern(
    r"""
      (?P<escaped>\\[%$&\#_{}])                                            # \%, of which the backslash goes
    | (?P<comment>%[^\r\n]*)                                                # % to be checked
    | (?P<keyed>\\(?:"""
    + KEYED
    + r""")\b\*?(?:[ ]?\[[^\[\]]{0,500}\])?(?:\{[^{}]{0,500}\})?(?:\[[^\[\]]{0,500}\])?)   # \cite[p.~3]{key2021}
    | (?P<length>-?[0-9.]+(?:pt|em|ex|cm|mm|in)\b(?=\}|\]))                 # 2.5cm}
    | (?P<looks>\\(?:text(?:bf|it|sl|sf|rm|tt|up|md)|emph|underline)(?=\{))   # \textbf{100}亿元
    | (?P<command>\\(?:[A-Za-z]+\*?(?:\[[^\[\]]{0,500}\])?|[^A-Za-z%$&\#_{}]))   # \emph, \\, \,
    | (?P<brace>[{}])
    | (?P<grouped>(?<![0-9])[0-9]{1,3}(?:(?:\{,\}|\\[,;])[0-9]{3})+(?:\.[0-9]+)?(?![0-9]))   # 1{,}234 and 2\,345
    | (?P<display>\$\$)
    | (?P<mathematics>\$)
    | (?P<tie>~)
    """,
    re.VERBOSE,
)
# An escaped sign, a tie and a space of its own are read as white space, and what is between dollars as it stands.
SPACED, UNSEEN = ("escaped", "tie"), ("looks", "brace", "display", "mathematics")
NAMES = {"comment": "comment"} | dict.fromkeys(SPACED, "escape") | dict.fromkeys(UNSEEN, "inline")
BREAK = lazy_pattern(
    r"""
      \\(?P<level>part|chapter|(?:sub){0,2}section|paragraph|title|caption)\*?(?:\[[^\[\]]{0,500}\])?\{(?P<words>[^{}]{0,2000})\}   # \section{Results}
    | \n[ \t\r]*\n                                                           # a blank line
    | \\(?:par|item)\b                                                       # \item
    """,
    re.VERBOSE,
)
OPENING = lazy_pattern(r"\\begin\{document\}")
VERBATIM = lazy_pattern(r"\\begin\{(verbatim|lstlisting|equation\*?|align\*?|tikzpicture)\}.{0,20000}?\\end\{\1\}", re.DOTALL)


def read_latex(text: str, name: str) -> Document:
    """The document of a LaTeX file."""
    opening = OPENING.search(text)
    body = opening.end() if opening else 0
    masks = [Mask(Span(0, body), "preamble")] if body else []
    for match in VERBATIM.finditer(text, body):
        masks.append(Mask(Span(*match.span()), "code"))
    laid = [table for table in tables(text, body) if not any(mask.span.contains(table.span) for mask in masks)]
    masks += [mask for table in laid for mask in table.masks()]
    whole = sorted(mask.span for mask in masks)
    masks += [mask for mask in marks(text, body) if not covered(mask.span, whole)]
    title = next((match["words"].strip() for match in BREAK.finditer(text) if match["level"] == "title"), None)
    prose = unmasked(text, masks)
    found = sorted(blocks(text, body, laid), key=lambda block: block.span)
    # "\begin{table}\centering" is no paragraph: what stands above it is the line above the table.
    structure = tuple(block for block in found if prose[block.span.start : block.span.end].strip())
    masks = sorted([*masks, *wraps(text, structure, masks)], key=lambda mask: mask.span)
    return Document(
        text, name=name, title=title, masks=tuple(masks), structure=structure, tables=tuple(table.done() for table in laid)
    )


def marks(text: str, body: int) -> Iterator[Mask]:
    """What is no prose, in reading order."""
    for match in MARKS.finditer(text, body):
        end = match.end() - (match.lastgroup == "escaped")
        yield Mask(Span(match.start(), end), NAMES.get(match.lastgroup or "", "markup"))


def unmasked(text: str, masks: Sequence[Mask]) -> str:
    """The text with blanks where it is no prose, as long as the text."""
    signs = list(text)
    for mask in masks:
        signs[mask.span.start : mask.span.end] = " " * len(mask.span)
    return "".join(signs)


def covered(span: Span, whole: Sequence[Span]) -> bool:
    """Whether a stretch lies inside one of those, which are in order and apart."""
    number = bisect.bisect_right(whole, span.start, key=lambda one: one.start) - 1
    return number >= 0 and whole[number].contains(span)


def blocks(text: str, body: int, laid: Sequence[Table]) -> Iterator[Block]:
    """Headings, the cells of tables, and the paragraphs between them: a blank line or an item ends one."""
    place = body
    for table in laid:
        yield from paragraphs(text, place, table.span.start)
        yield from (Block(cell.span, "cell") for cell in table.cells if len(cell.span))
        place = table.span.end
    yield from paragraphs(text, place, len(text))


def paragraphs(text: str, place: int, end: int) -> Iterator[Block]:
    """The headings and paragraphs of a stretch without tables."""
    for match in BREAK.finditer(text, place, end):
        yield from paragraph(text, place, match.start())
        if (match["words"] or "").strip():
            yield Block(Span(*match.span("words")), "heading")
        place = match.end()
    yield from paragraph(text, place, end)


def paragraph(text: str, start: int, end: int) -> Iterator[Block]:
    """A stretch between two breaks, without the white space around it."""
    words = text[start:end]
    if words.strip():
        yield Block(Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip())), "paragraph")
