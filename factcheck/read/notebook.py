"""Jupyter notebooks: the prose of the Markdown cells; code cells and what they printed are masked (nbformat 4)."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from factcheck.document import Block, Document, Mask, Span
from factcheck.messages import say
from factcheck.read.assembly import Assembly
from factcheck.read.encoding import ReadError
from factcheck.read.markdown import read_markdown


def read_notebook(text: str, name: str) -> Document:
    """The document of a notebook. Raises ReadError."""
    try:
        content = json.loads(text)
        cells = [(str(cell["cell_type"]), source(cell["source"])) for cell in content["cells"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ReadError(
            name, say("expected a Jupyter notebook, found something else"), say("open it in Jupyter and save it again")
        ) from None
    assembly, tables = Assembly(), []
    title = None
    for number, (kind, words) in enumerate(cells, start=1):
        start = assembly.length
        add_lines(assembly, words, number)
        if kind == "markdown":
            inner = read_markdown(words, name)
            title = title or inner.title
            assembly.blocks += [Block(block.span.moved(start), block.kind) for block in inner.blocks]
            assembly.masks += [Mask(mask.span.moved(start), mask.name) for mask in inner.masks]
            tables += [[replace(cell, span=cell.span.moved(start)) for cell in table] for table in inner.tables]
        elif words.strip():
            assembly.blocks.append(Block(Span(start, assembly.length), "code"))
            assembly.masks.append(Mask(Span(start, assembly.length), "code"))
        assembly.end("\n\n")
    assembly.tables = tables
    return assembly.document(name, title=title)


def source(given: Any) -> str:
    """The text of a cell: a string, or its lines."""
    return given if isinstance(given, str) else "".join(given)


def add_lines(assembly: Assembly, words: str, number: int) -> None:
    """The lines of a cell, each with the way back."""
    for line, stretch in enumerate(words.splitlines(keepends=True), start=1):
        assembly.add(stretch, parts=(("cell", str(number)), ("line", str(line))))
