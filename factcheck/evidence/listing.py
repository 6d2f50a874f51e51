"""Lists in running text: "three goals: cleaner air, safer roads and cheaper housing", 四类：零售、物流、餐饮和酒店.

How many members a list has is not always plain: "research and development" can be one of them or two. A list therefore has the fewest and
the most members that it can be read as.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.document import Document, Span
from factcheck.evidence.vicinity import words_in
from factcheck.passage import passage
from factcheck.pattern import lazy_pattern

# A second count in the noun: 五名兄弟和一个妹妹，分别是…
COUNTS_MORE = lazy_pattern(r"[一二三四五六七八九十两]|\b(?:one|two|three|four|five|six|seven|eight)\b")
# From a count to the mark that opens its list: " cities: ", "个城市设有分部：", " islands, namely ", 种，即
OPENS = lazy_pattern(
    r"""
    (?P<noun>[^：:，,。;；（()）\n\r0-9\-–—]{0,48}?)
    (?:
      [：:][ ]?                                                    # three goals: cleaner air
    | ,[ ](?:namely|i\.e\.|that[ ]is)[,:]?[ ]                      # two islands, namely Skye
    | ，(?:即|分别是|分别为|依次是|依次为|它们是|具体为|也就是)[：:]?     # 有三种，即苹果
    | (?P<dash>[ ][–—-][ ]|——|[ ]?—[ ]?)                           # three cities – Paris, Lyon and Nice –
    | [ ]?(?P<bracket>[（(])                                       # 三个城市（广州、深圳、成都）
    )
    """,
    re.VERBOSE,
)
ENDS = lazy_pattern(r"[.。！!\s]*$")
CHINESE_AND = lazy_pattern(r"以及|和|与|及")
ENGLISH_AND = lazy_pattern(r"[ ](?:and|or|&)[ ]")
# Members that are clauses, and lists that say that they go on: nobody can count their commas.
CLAUSAL = lazy_pattern(
    r"""
      \b(?:who|which|whose|where|because|but|he|she|they|it|is|was|are|were|has|have|had|said|says|will|would|if|when|while|as)\b
    | \b(?:others?|more|etc|so[ ]on|rest|respectively|both|each|between|from|with)\b
    | 等|之类|其他|其它|分别|各|因为|但|如果|以下|包括
    """,
    re.VERBOSE,
)
LONGEST = {"zh": 14, "en": 45}
# "the product of two integers can be expressed as the set of triples (a, b, c)": a bracket so far off belongs to another noun.
WORDS = 5
HAN = lazy_pattern(r"[\u3400-\u9fff]")
# What stands in brackets behind a count as often describes it: 2个操场（设有篮球场、排球场及乒乓球场）.
DESCRIBING = lazy_pattern(r"[有可为用供]")
MARKS = frozenset("“”\"'‘’《》<>()（）[]:：;；?？/|=+*~～–%")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list at its place, and the fewest and the most members that it can be read as having."""

    span: Span
    fewest: int
    most: int


def list_behind(document: Document, place: int) -> Listing | None:
    """The closed list that words behind an offset open in the same sentence; None where there is none, or one that cannot be counted."""
    found = passage(document)
    sentence = found.sentence(place)
    opening = OPENS.match(found.folded, place, sentence.end)
    if (
        opening is None
        or COUNTS_MORE.search(opening["noun"])
        or (HAN.search(opening["noun"]) and len(opening["noun"]) > LONGEST["zh"])
        or (opening["bracket"] and len(opening["noun"].split()) > WORDS)
    ):
        return None
    span = _body(found.folded, opening, sentence.end)
    if span is None or _open(document, Span(place, span.end)):
        return None
    body = found.folded[span.start : span.end]
    if CLAUSAL.search(body) or not MARKS.isdisjoint(body) or (opening["bracket"] and DESCRIBING.search(body)):
        return None
    counted = _chinese(body) if HAN.search(body) else _english(body)
    return None if counted is None else Listing(span, *counted)


def _body(folded: str, opening: re.Match[str], end: int) -> Span | None:
    """Where a list stands: to its closing bracket or dash, or to the end of the sentence, which no semicolon may make."""
    start = opening.end()
    if opening["bracket"]:
        close = min((place for place in (folded.find(")", start, end), folded.find("）", start, end)) if place >= 0), default=-1)
        return Span(start, close) if close > start else None
    if opening["dash"]:
        close = folded.find(opening["dash"].strip() or "-", start, end)
        end = close if close > start else end
    stretch = folded[start:end].rstrip()
    if stretch.endswith((";", "；", "?", "？", ":", "：", ",", "，")):
        return None
    stop = ENDS.search(folded[start:end])
    return Span(start, start + stop.start()) if stop is not None and stop.start() else None


def _open(document: Document, span: Span) -> bool:
    """Whether a word says that the list is not the whole: including, such as, 等."""
    return any(token.has("part.open") or token.has("part.of") for token in words_in(document, span))


def _chinese(body: str) -> tuple[int, int] | None:
    if "、" in body:
        members = re.split(r"[，,]", body)[0].split("、")
        if "、" in body[len("、".join(members)) :]:
            return None
    else:
        members = re.split(r"[，,]", body)
        if len(members) > 1 and (max(map(len, members)) - min(map(len, members)) > 2 or COUNTS_MORE.search(body)):
            return None  # clauses rather than members: 一类：生鲜，但不卖水果
    if any(not member or len(member) > LONGEST["zh"] for member in members):
        return None
    opening = CHINESE_AND.match(members[-1])
    if opening is not None and len(members) > 1:
        members[-1] = members[-1][opening.end() :]  # 劳亚、波罗地、以及西伯利亚
    joined = [len(CHINESE_AND.findall(member)) for member in members]
    return (len(members), len(members) + sum(joined)) if opening is not None else _counted(members, joined)


def _english(body: str) -> tuple[int, int] | None:
    members = [member.strip() for member in re.split(r",(?![0-9])", body)]
    closed = members[-1].startswith(("and ", "or ", "& "))
    if closed:
        members[-1] = members[-1].split(" ", 1)[1]
    if any(not member or len(member) > LONGEST["en"] for member in members):
        return None
    joined = [len(ENGLISH_AND.findall(member)) for member in members]
    if closed:
        return len(members), len(members) + sum(joined)
    if len(members) == 1 and not _even(ENGLISH_AND.split(members[0])):
        return None
    return _counted(members, joined)


def _counted(members: list[str], joined: list[int]) -> tuple[int, int] | None:
    """The members as marks part them; an "and" in the last is the one that closes the list, unless others have one of their own."""
    number = len(members)
    if number == 1 and joined != [1]:
        return None
    closing = 1 if joined[-1] == 1 and not sum(joined[:-1]) else 0
    return number + closing, number + sum(joined)


def _even(members: list[str]) -> bool:
    """Whether two members without a comma between are of one make: "Smith and Jones", not "fast and quite expensive ones"."""
    lengths = [len(member.split()) for member in members]
    return max(lengths) <= 3 and max(lengths) - min(lengths) <= 1
