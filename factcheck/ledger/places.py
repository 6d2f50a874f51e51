"""Where the values of a ledger file stand in its text, so that evidence points at a line that an editor can open.

The standard library's reader of TOML gives values without places. The text has been through it already, so this scan only has to
keep in step with valid TOML: strings, comments, brackets and table headers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from factcheck.document import Span
from factcheck.pattern import lazy_pattern

TOKEN = lazy_pattern(
    r"""
      (?P<comment> \#[^\n]*)                                      # # as printed
    | \"{3} (?P<long> (?:[^"\\]|\\.|"(?!""))*) \"{3,5}            # ""\"two lines""\"
    | '{3}  (?P<long_literal> (?:[^']|'(?!''))*) '{3,5}           # '''two lines'''
    | "     (?P<basic> (?:[^"\\\n]|\\.)*) "                       # "1.2亿元"
    | '     (?P<literal> [^'\n]*) '                               # '1.2亿元'
    | (?P<open> [\[{])                                            # [
    | (?P<close> [\]}])                                           # ]
    | (?P<bare> [A-Za-z0-9_-]+)                                   # amount
    | (?P<equals> =)
    | (?P<newline> \n)
    | (?P<blank> [ \t\r]+)
    """,
    re.VERBOSE | re.DOTALL,
)
HEADER = lazy_pattern(r"[ \t]* \[{1,2} [ \t]* (?P<name>[A-Za-z0-9_-]+) [ \t]* \]{1,2}", re.VERBOSE)  # [[claim]]


class Values(Protocol):
    """Where the values of a table stand, by their keys."""

    def get(self, key: str, /) -> Span | None:
        """The span of a string value, that of the key where the value is none; None where the table has no such key."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the file: `name` is None for the head, `header` where it opens, `values` where its values stand."""

    name: str | None
    header: Span
    values: Values

    def span(self, key: str | None) -> Span:
        """The place of a value, or that of the table's header where it has no such key."""
        return (self.values.get(key) if key else None) or self.header


def tables(text: str) -> list[Table]:
    """The tables of a TOML text in order, the head first."""
    values: dict[str, Span] = {}
    found = [Table(None, Span(0, 0), values)]
    position, depth, key, line_begins = 0, 0, None, True
    while position < len(text):
        header = HEADER.match(text, position) if line_begins and depth == 0 else None
        if header is not None:
            values = {}
            found.append(Table(header["name"], Span(*header.span()), values))
            position, line_begins, key = header.end(), False, None
            continue
        token = TOKEN.match(text, position)
        position = token.end() if token is not None else position + 1
        line_begins = token is not None and token.lastgroup == "newline"
        if token is None or token.lastgroup is None:
            continue
        match token.lastgroup:
            case "open":
                depth += 1
            case "close":
                depth -= 1
            case "newline" if depth == 0:
                key = None
            case "bare" if depth == 0 and key is None:
                key = token["bare"]
                values.setdefault(key, Span(*token.span()))
            case "basic" | "literal" | "long" | "long_literal" if depth == 0 and key is not None:
                values[key] = Span(*token.span(token.lastgroup))
    return found
