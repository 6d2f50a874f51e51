"""Entries as TOML, and where they go in a file that somebody keeps by hand: one entry, one block; every other line stays as it is.

Text goes in and text comes out; writing it to a file is the caller's matter.
"""

from __future__ import annotations

import bisect
import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.claim import Model
from factcheck.ledger.places import Table, tables

CONTROLS = frozenset(map(chr, range(32))) | {"\x7f"}
Value = str | datetime.date | Sequence[str]


@dataclass(frozen=True, slots=True)
class Block:
    """A table of a file with the lines that belong to it: from its header to its last line that is no comment and not blank."""

    table: Table
    start: int
    end: int


def blocks(text: str) -> list[Block]:
    """The blocks of a TOML text in order, the head first. A comment in front of a header belongs to the block behind it."""
    found = tables(text)
    starts = [table.header.start for table in found] + [len(text)]
    starts[0] = 0
    return [Block(table, start, last_line(text, start, end)) for table, (start, end) in zip(found, pairwise(starts), strict=True)]


def last_line(text: str, start: int, end: int) -> int:
    """The end of the last line of a stretch that says something, its line end left out; the start where none does."""
    lines = text[start:end].splitlines(keepends=True)
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        end -= len(lines.pop())
    return end - (len(lines[-1]) - len(lines[-1].rstrip("\r\n")) if lines else 0)


def head(row: Model) -> str:
    """The head of a new file."""
    return "".join(f"{line}\n" for line in pairs(row))


def table(name: str, row: Model) -> str:
    """An entry as a table with its keys in the order of the model, those that say nothing left out."""
    return "\n".join([f"[[{name}]]", *pairs(row)])


def pairs(row: Model) -> list[str]:
    """The keys of an entry, one a line."""
    stated = {key: value for key, value in row if value is not None and value not in ("", ())}
    return [f"{key} = {written(value)}" for key, value in stated.items()]


def written(value: Value) -> str:
    """A value as TOML."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return f"[{', '.join(map(quoted, value))}]"


def quoted(text: str) -> str:
    """A text as a TOML string: between quotes that need no escapes where there are such, since figures are looked up in the file."""
    if not CONTROLS.intersection(text):
        if '"' not in text and "\\" not in text:
            return f'"{text}"'
        if "'" not in text:
            return f"'{text}'"
    # What JSON escapes, TOML reads; DEL is the one character that only TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def inserted(text: str, name: str, rows: Sequence[Model]) -> str:
    """The text with further entries, each behind the entry after which it comes.

    Where the entries stand in the order of their ids, so will the new ones: two people who add to one file seldom meet at one line.
    Otherwise they go behind the last of their name, the first source behind the head, the first claim behind the sources.
    """
    found = blocks(text)
    alike = [block for block in found if block.table.name == name]
    before = alike or [block for block in found if block.table.name in (None, "source")]
    ids = [identity(text, block) for block in alike]
    ordered = ids == sorted(ids)
    first = found[found.index(alike[0]) - 1].end if alike and ordered else before[-1].end
    line_end = "\r\n" if "\r\n" in text else "\n"
    parts, reached = [], 0
    for row in sorted(rows, key=lambda one: str(dict(one)["id"])) if ordered else rows:
        which = bisect.bisect(ids, str(dict(row)["id"])) if ordered else len(ids)
        place = first if which == 0 else alike[which - 1].end
        parts += [text[reached:place], line_end * 2 + table(name, row).replace("\n", line_end)]
        reached = place
    rest = text[reached:]
    return "".join(parts) + (rest if rest.strip("\r\n") else line_end)


def identity(text: str, block: Block) -> str:
    """The id of an entry, as its file has it."""
    span = block.table.values.get("id")
    return text[span.start : span.end] if span is not None else ""


def extended(text: str, name: str, identifier: str, values: Mapping[str, Value]) -> str:
    """The text with further keys at the end of one entry. Raises KeyError where no entry of the name has the id."""
    for block in blocks(text):
        if block.table.name == name and identity(text, block) == identifier:
            line_end = "\r\n" if "\r\n" in text else "\n"
            lines = "".join(f"{line_end}{key} = {written(value)}" for key, value in values.items())
            return text[: block.end] + lines + text[block.end :]
    raise KeyError(identifier)
