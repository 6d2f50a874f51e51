r"""LaTeX: the text as it is; comments, commands, keys, mathematics set apart and everything before `\begin{document}` are masked.

Nothing is expanded: a figure that a macro makes up is not seen. A sign that is escaped (`5\%`, `\$3`) loses only its backslash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.document import Block, Document, Mask, Span
from factcheck.pattern import lazy_pattern
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
    | (?P<display>\$\$)
    | (?P<mathematics>\$)
    | (?P<tie>~)
    """,
    re.VERBOSE,
)
# An escaped sign, a tie and a space of its own are read as white space, and what is between dollars as it stands.
NAMES = {"comment": "comment", "escaped": "escape", "tie": "escape", "looks": "inline", "brace": "inline"}
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
    whole = [mask.span for mask in masks]
    masks += [mask for mask in marks(text, body) if not any(span.contains(mask.span) for span in whole)]
    title = next((match["words"].strip() for match in BREAK.finditer(text) if match["level"] == "title"), None)
    structure = tuple(blocks(text, body))
    masks = sorted([*masks, *wraps(text, structure, masks)], key=lambda mask: mask.span)
    return Document(text, name=name, title=title, masks=tuple(masks), structure=structure)


def marks(text: str, body: int) -> Iterator[Mask]:
    """What is no prose, in reading order."""
    for match in MARKS.finditer(text, body):
        end = match.end() - (match.lastgroup == "escaped")
        yield Mask(Span(match.start(), end), NAMES.get(match.lastgroup or "", "markup"))


def blocks(text: str, body: int) -> Iterator[Block]:
    """Headings, and the paragraphs between them: a blank line or an item ends one."""
    place = body
    for match in BREAK.finditer(text, body):
        yield from paragraph(text, place, match.start())
        if (match["words"] or "").strip():
            yield Block(Span(*match.span("words")), "heading")
        place = match.end()
    yield from paragraph(text, place, len(text))


def paragraph(text: str, start: int, end: int) -> Iterator[Block]:
    """A stretch between two breaks, without the white space around it."""
    words = text[start:end]
    if words.strip():
        yield Block(Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip())), "paragraph")
