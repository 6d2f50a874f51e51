"""Chinese names: by the word that they end with (公司, 大学, 县), the dot inside them, or the way a text introduces its topic."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from factcheck.extract.mentions import Found
from factcheck.extract.names.name import Name
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import Token
from factcheck.lexicon.names import TRADE, boundaries, chinese_endings, endings, section, words
from factcheck.pattern import lazy_pattern

# How far before its ending a name may begin, and how much of it has to stand there.
REACH = 16
LONGEST_TOPIC = 8
SHORTEST = 2
# One that stands once in a text, inside a clause, and is no place, is longer than 定点医院.
FIRM = 3
LONGEST_BRAND = 4
TWICE = 2
# A known name so near before an ending is part of the name: 京东健康数码公司.
BESIDE = 4
# In front of what something is.
BEING = "为"
# The names of places have two or three characters before their ending.
SHORT = {"place": 3}
HAN = "\u3400-\u9fff"
HAN_RUN = lazy_pattern(rf"[{HAN}A-Za-z·•‧]+$")
# 侯活·韦比: the dots of foreign names.
DOTTED = lazy_pattern(rf"(?:[·•‧](?P<last>[{HAN}]{{1,8}}))+")
LONGEST_PART = 8
# Where a paragraph begins with what it is about.
TOPIC = lazy_pattern(
    rf"""
    (?:^|(?<=[\r\n])) [ 　]* [《「]?
    (?P<name> [{HAN}A-Za-z0-9·‧•-]{{2,16}}? ) [》」]?
    (?:
      [ ]?[（(][^（）()]{{0,80}}[)）]           # 河滨铁路（英语：…）
    | (?=，?(?:又称|简称|又名|俗称|亦称|也称|旧称|全称)|，(?:位于|英文|是))       # 南岭话，又称岭语，是
    | (?=，?为[{HAN}]{{1,16}}的(?:其中)?一[种个条座类属])   # 红腹鲷为鲷科的一种
    | (?=是(?:一|位|中|台|香|日|美|英|法|德|世|全|由|在|最|远|个|[{HAN}]{{1,12}}的))   # 河滨铁路是一条
    | (?=位于)                                  # 石门车站位于
    )
    """,
    re.VERBOSE,
)


# 远山科技（600123.SH）
STOCK_CODE = lazy_pattern(r"[（(][0-9]{5,6}(?:\.[a-z]{2})?[)）]")
TITLE = lazy_pattern(r"《([^《》\n]{2,30})》")


def han_names(prepared: Prepared, found: Found) -> list[Name]:
    """The Chinese names of a document, in no order."""
    return [*_ended(prepared, found), *_dotted(prepared), *_titles(prepared), *_topics(prepared)]


def _name(prepared: Prepared, start: int, end: int, kind: str | None) -> Name:
    return Name(start, end, prepared.document.text[start:end], prepared.folded[start:end], kind)


def _ended(prepared: Prepared, found: Found) -> Iterator[Name]:
    """Names that end in a word such as 公司: what stands before it, up to a word that is none of the name.

    Where nothing marks its beginning, a name is as much of it as the text has once more; so are places and things, whose names are
    short and run on from a verb: 沿途设青山镇.
    """
    folded = prepared.folded
    runs = list(_runs(prepared, found))
    figures = {mention.span.end for mention in found.mentions if mention.kind == "count"}
    opening = {*prepared.passage.clauses, *(mention.span.end for mention in found.mentions)}
    # Every ending of each run, counted: what the text has more than once.
    counts = Counter(folded[begin:end] for first, start, end, _ in runs for begin in range(first, start - SHORTEST + 1))
    for first, start, end, kind in runs:
        begin, most = first, SHORT.get(kind, REACH - 1)
        if start - first > most or (kind == "thing" and counts[folded[first:end]] < TWICE):
            begin = next((place for place in range(max(first, start - most), start) if counts[folded[place:end]] >= TWICE), start)
        again, opens = counts[folded[begin:end]] >= TWICE, begin in opening
        shortest = SHORTEST if kind in SHORT or again or opens else FIRM
        placed = kind == "place" and start - begin > SHORTEST - 1 and folded[begin] in section("before")["placing"]
        if placed or (folded[begin] == BEING and begin in prepared.passage.clauses):
            begin += 1  # 设青山镇, 为三级医院
        if begin in figures:
            continue  # 40个交响乐团
        stem = folded[begin:start]
        if len(stem) < shortest or stem in words("common", "stems") or stem in endings():
            continue
        if kind != TRADE:
            yield _name(prepared, begin, end, kind)
        elif start - begin <= LONGEST_BRAND and ((again and opens) or STOCK_CODE.match(folded, end)):
            yield _name(prepared, begin, end, "company")


def _runs(prepared: Prepared, found: Found) -> Iterator[tuple[int, int, int, str]]:
    """The characters that may be a name before each ending: where they begin, where the ending begins and ends, and its kind."""
    folded = prepared.folded
    ends = [mention.span.end for mention in found.mentions]
    known = prepared.of("entity")
    known_starts = [token.start for token in known]
    last = 0
    for start, end, kind in _joined(chinese_endings().tokens(folded)):
        which, entity = bisect_right(ends, start) - 1, bisect_right(known_starts, start) - 1
        floor = max(last, start - REACH, ends[which] if which >= 0 else 0)
        if entity >= 0 and known[entity].end > floor:
            if known[entity].end >= end:
                continue  # the lexicon knows it
            near = start - known[entity].end <= BESIDE
            floor = max(floor, known[entity].start if near else known[entity].end)
        last = end
        yield _first(prepared, min(floor, start), start), start, end, kind


def _joined(tokens: list[Token]) -> Iterator[tuple[int, int, str]]:
    """The endings; of those that follow each other the last, with the others in its name: 集团公司, 县医院."""
    last: tuple[int, int, str] | None = None
    for token in tokens:
        kind = token.meaning("end")
        if kind is None:
            continue
        if last is not None and last[1] == token.start:
            last = (token.start, token.end, kind)
            continue
        if last is not None:
            yield last
        last = (token.start, token.end, kind)
    if last is not None:
        yield last


def _first(prepared: Prepared, floor: int, end: int) -> int:
    """Where a name begins: behind the last word before its ending that is none of it."""
    folded = prepared.folded
    match = HAN_RUN.search(folded, floor, end)
    if match is None:
        return end
    first = run = match.start()
    for token in boundaries().tokens(folded[run:end]):
        first = run + token.end
    parting, joining = section("before")["characters"], section("before")["joining"]
    for place in range(end - 1, first - 1, -1):
        character = folded[place]
        if character in parting or (character in joining and place - first != 1):
            return place + 1
    return first


def _last(folded: str, start: int, end: int) -> int:
    """Where a name ends that no word closes: before the first that is none of it."""
    cut = next((start + token.start for token in boundaries().tokens(folded[start:end])), end)
    stops = section("before")["characters"] + section("before")["joining"] + "为"
    return next((place for place in range(start, cut) if folded[place] in stops), cut)


def _dotted(prepared: Prepared) -> Iterator[Name]:
    """Foreign names with a dot; what stands before the first dot begins like other names."""
    folded, reached = prepared.folded, 0
    for match in DOTTED.finditer(folded):
        dot = match.start()
        if dot < reached:
            continue
        first = _first(prepared, max(reached, dot - LONGEST_PART), dot)
        final = match.end() - len(match["last"])
        end = reached = _last(folded, final, _unmeasured(prepared, final, match.end()))
        first = _behind_role(folded, first, dot)
        if first < dot and final < end:
            yield _name(prepared, first, end, None)


def _unmeasured(prepared: Prepared, start: int, end: int) -> int:
    """Where the first word stands that can be measured: the name of 侯活·韦比得票率 ends before it."""
    return next((token.start for token in prepared.tokens_in(start + 1, end) if "measure" in token.kinds), end)


def _behind_role(folded: str, first: int, dot: int) -> int:
    """Where a name begins behind what somebody is: 导演侯活·韦比."""
    roles = [folded[first:dot].rfind(role) + len(role) for role in words("before", "roles") if role in folded[first:dot]]
    return first + max(roles, default=0)


def _titles(prepared: Prepared) -> Iterator[Name]:
    """The titles of works."""
    for match in TITLE.finditer(prepared.folded):
        yield _name(prepared, match.start(1), match.end(1), "thing")


def _topics(prepared: Prepared) -> Iterator[Name]:
    """What paragraphs begin with and explain, and what the document and other clauses of it begin with."""
    folded = prepared.folded
    for match in TOPIC.finditer(folded):
        start, end = match.span("name")
        if _is_topic(prepared, start, end):
            yield _name(prepared, start, end, None)
    first = len(folded) - len(folded.lstrip(" #*\r\n　《「"))
    taken_up = sorted(length for start in prepared.passage.clauses if (length := _alike(folded, first, start)) and start > first)
    if len(taken_up) >= TWICE:
        end = _undigited(folded, first, first + taken_up[-TWICE])
        if _is_topic(prepared, first, end):
            yield _name(prepared, first, end, None)


def _alike(folded: str, first: int, second: int) -> int:
    """With how many characters of a name two places begin alike; 0 for no name."""
    length = 0
    while (
        length < LONGEST_TOPIC
        and folded[first + length : first + length + 1] == folded[second + length : second + length + 1] != ""
    ):
        length += 1
    return _last(folded, first, first + length) - first if length >= SHORTEST else 0


def _undigited(folded: str, start: int, end: int) -> int:
    """Where a name ends without the number behind it: 石门101."""
    return start + len(folded[start:end].rstrip("0123456789"))


def _is_topic(prepared: Prepared, start: int, end: int) -> bool:
    """Whether what a clause begins with can be a name: nothing that the lexicon knows as another word, no part of a word."""
    known = prepared.starting.get(start)
    if known is not None and known.end - known.start >= SHORTEST and "entity" not in known.kinds:
        return False
    return (
        end - start >= SHORTEST
        and _first(prepared, start, _undigited(prepared.folded, start, end)) == start
        and _last(prepared.folded, start, end) == end
    )
