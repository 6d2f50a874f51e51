"""What a file says of itself: title, date, publisher, address."""

from __future__ import annotations

import datetime
import tomllib
from typing import Any

from factcheck.document import LINE_END, Span
from factcheck.pattern import lazy_pattern

# "2022-09-30", "2022-09-30T08:00:00+08:00", "2022/9/30", "2022年9月30日" at the head of a value.
DATE = lazy_pattern(r"\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
FIELD = lazy_pattern(r"([A-Za-z_-]{1,40})[ \t]*:[ \t]*(\S.*)")
NAMES = {
    "title": ("title",),
    "published": ("published", "date", "pubdate", "publishdate", "publish_date"),
    "publisher": ("publisher",),
    "url": ("url", "canonical", "canonical_url"),
}


def stated_date(words: str) -> datetime.date | None:
    """The date that a metadata value begins with, None where it is none of the calendar."""
    match = DATE.match(words)
    if match is None:
        return None
    try:
        return datetime.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def front_matter(text: str) -> tuple[Span | None, dict[str, Any]]:
    """The front matter at the head of a Markdown text (`---` YAML or `+++` TOML), and what it states as fields of a Document."""
    fence = text[:3]
    if fence not in ("---", "+++"):
        return None, {}
    starts = [0, *(match.end() for match in LINE_END.finditer(text))]
    lines = [text[start:end].rstrip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    if lines[0] != fence:
        return None, {}
    ends = (fence, "...") if fence == "---" else (fence,)
    last = next((number for number, line in enumerate(lines) if number and line in ends), None)
    if last is None:
        return None, {}
    inside = lines[1:last]
    return Span(0, starts[last] + 3), _fields(_toml(inside) if fence == "+++" else _yaml(inside))


def _yaml(lines: list[str]) -> dict[str, str]:
    """The plain `key: value` lines; what is nested or spans lines says nothing that a Document has a field for."""
    matches = (FIELD.fullmatch(line) for line in lines)
    return {match[1].lower(): match[2].strip().strip("\"'") for match in matches if match}


def _toml(lines: list[str]) -> dict[str, str]:
    try:
        table = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return {}
    return {key.lower(): str(value) for key, value in table.items() if not isinstance(value, dict | list)}


def _fields(stated: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field, names in NAMES.items():
        value = next((stated[name] for name in names if stated.get(name)), None)
        if value is not None:
            found[field] = stated_date(value) if field == "published" else value
    return found
