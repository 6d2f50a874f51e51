"""Files in the layout that factcheck itself writes, one key a line: their values and the places of them in one scan.

Nearly every file looks so, and one that does is read in a sixth of the time that the standard library's reader and the scan of `places`
need for what TOML allows besides. These two read each file in which one line is otherwise, and say what is wrong in it.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any, TypeAlias

from factcheck.document import Span
from factcheck.ledger.places import Table
from factcheck.pattern import lazy_pattern

# `findall` gives what the brackets of LINE hold in their order, and is quicker than matches by name: the line, the key, a text, a day,
# the texts of a list, that it is one, and the name of a table. A tab is the one control character that a line may hold.
SIGN = r"[^\x00-\x08\x0a-\x1f\x7f]"
BASIC = r'" [^"\\\x00-\x08\x0a-\x1f\x7f]*+ (?: \\["\\] [^"\\\x00-\x08\x0a-\x1f\x7f]*+ )*+ "'  # "the \"Line\""
LITERAL = r"' [^'\x00-\x08\x0a-\x1f\x7f]*+ '"  # 'the "Line"'
LINE = lazy_pattern(
    rf"""
    (
        (?:
            ([A-Za-z0-9_-]+) [ \t]* = [ \t]*
            (?:
                ({BASIC} | {LITERAL})                                              # amount = "1.2亿元"
              | ([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})                                 # published = 2023-05-09
              | \[ [ \t]* ((?: (?:{BASIC} | {LITERAL}) [ \t]* (?: , [ \t]* | (?=\]) ) )*) (\])   # scope = ["own stores", 'online']
            )
          | \[\[ ([A-Za-z0-9_-]+) \]\]                                            # [[claim]]
        )?
        [ \t]* (?: \# {SIGN}*+ )? (?: \r?\n | \Z )                              # as printed
    )
    """,
    re.VERBOSE,
)
TEXT = lazy_pattern(f"{BASIC} | {LITERAL}", re.VERBOSE)
ESCAPE = lazy_pattern(r"""\\(["\\])""")
KEY, WORDS = 2, 3  # brackets of LINE
Row: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Lines:
    """The places of values in a table whose keys each begin a line; they are looked up when somebody asks."""

    text: str
    start: int
    end: int

    def get(self, key: str) -> Span | None:
        """The place of a value without its quotes, that of the key where the value is no text."""
        place = self.text.find(key, self.start, self.end)
        while place >= 0:
            line = LINE.match(self.text, place) if place == 0 or self.text[place - 1] == "\n" else None
            if line is not None and line[KEY] == key:
                return Span(line.start(WORDS) + 1, line.end(WORDS) - 1) if line[WORDS] else Span(*line.span(KEY))
            place = self.text.find(key, place + 1, self.end)
        return None


def read(text: str) -> tuple[Row, list[Table]] | None:
    """What a file holds, as `tomllib.loads` gives it, with its tables, as `places.tables` does; None where the layout is another."""
    head: Row = {}
    entries: dict[str, list[Row]] = {}
    headers: list[tuple[str | None, Span]] = [(None, Span(0, 0))]
    row, place = head, 0
    for line, key, words, day, texts, is_list, name in LINE.findall(text):
        if name:
            row = {}
            entries.setdefault(name, []).append(row)
            headers.append((name, Span(place, place + len(name) + len("[[]]"))))
        elif key in row:
            return None
        elif words:
            row[key] = unquoted(words)
        elif day:
            try:
                row[key] = datetime.date.fromisoformat(day)
            except ValueError:
                return None
        elif is_list:
            row[key] = [unquoted(word) for word in TEXT.findall(texts)]
        place += len(line)
    if place != len(text) or not entries.keys().isdisjoint(head):  # what fits no line was passed over
        return None
    ends = [header.start for _, header in headers[1:]] + [len(text)]
    tables = [Table(name, header, Lines(text, header.end, end)) for (name, header), end in zip(headers, ends, strict=True)]
    return head | entries, tables


def unquoted(words: str) -> str:
    """The text between two quotation marks."""
    return ESCAPE.sub(r"\1", words[1:-1]) if words[0] == '"' and "\\" in words else words[1:-1]
