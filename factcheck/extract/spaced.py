"""Numerals with blanks inside, as some typesetters and converters leave them: 三千 八百 九十六 万, 六 点 五, 五 分之 一."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.document import Span
from factcheck.extract.anchored import matches_at
from factcheck.extract.fractions import find_fractions
from factcheck.extract.hanzi import HANZI, HANZI_RUN, read_hanzi
from factcheck.extract.numerals import LONGEST, Numeral
from factcheck.pattern import lazy_pattern

PARTS = frozenset(HANZI + "陆参0123456789点分之又余多几")
PART = f"[{''.join(sorted(PARTS))}]"
GAP = lazy_pattern(rf"[ ](?<={PART}[ ])[ ]?{PART}")  # blanks between two parts; found by the blank, which is quick
STRETCH = lazy_pattern(rf"(?<!{PART})(?<!第)(?:{PART}+[ ]{{1,2}})+{PART}+")
# Without one of these the characters are read out one by one, or stand in a list: 一 二 三.
PLACED = frozenset("十百千万亿拾佰仟点分")
SHARE = lazy_pattern(r"[百千万佰仟]分之")


def find_spaced(folded: str, covered: bytearray) -> Iterator[Numeral]:
    """The Chinese numerals of a folded text that blanks part, each read as the one number that it is without them."""
    for match in matches_at(STRETCH, folded, stretch_places(folded)):
        if covered.find(1, match.start(), match.end()) < 0 and len(match[0]) <= LONGEST:
            numeral = _read(match)
            if numeral is not None:
                yield numeral


def stretch_places(folded: str) -> Iterator[int]:
    """Where the parts begin that blanks follow."""
    for gap in GAP.finditer(folded):
        place = gap.start()
        while place and folded[place - 1] in PARTS:
            place -= 1
        yield place


def _read(match: re.Match[str]) -> Numeral | None:
    """The number that a stretch states, None where its parts are no one number."""
    places = [place for place, character in enumerate(match[0]) if character != " "]
    compact = match[0].replace(" ", "")
    parts = match[0].split()
    discount = len(compact) == 2 and match.string.startswith(("折", " 折"), match.end())
    if (PLACED.isdisjoint(compact) and not discount) or any(SHARE.match(part) for part in parts[1:]) or compact.isascii():
        return None
    if not discount and _is_list_number(match, parts):
        return None
    found = next(find_fractions(compact), None)
    if found is None:
        run = None if compact[0].isdigit() else HANZI_RUN.fullmatch(compact)
        found = read_hanzi(compact, run) if run is not None else None
    if found is None or found.span != Span(0, len(compact)) or (found.high is not None and not found.vague):
        return None
    return replace(found, span=Span(match.start() + places[0], match.start() + places[-1] + 1))


def _is_list_number(match: re.Match[str], parts: list[str]) -> bool:
    """一 二十年来: the number of a heading, at the start of its line."""
    start = match.start()
    line_start = not match.string[max(0, match.string.rfind("\n", 0, start) + 1) : start].strip(" #")
    return line_start and len(parts) == 2 and PLACED.isdisjoint(parts[0]) and parts[1][0] in HANZI and parts[1][0] not in PLACED
