"""Where a clause begins behind what stands before its subject: marks, dates, the words that join it to others."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.document import Span
from factcheck.extract.prepared import Prepared
from factcheck.extract.times import TIMES
from factcheck.lexicon.names import head_stops, words
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

OPENING = " ，,\t\r\n　#*>-•·\"'“‘「《（()"
LATIN = lazy_pattern(r"[a-z]+(?:['’&-][a-z]+)*")
# Eight years later, 三年后
AWAY = lazy_pattern(r"[ ](?:later|earlier|before|after|afterwards|ago|on)(?![a-z])|[之以]?[后前内间来]")
# 元禄年间的长崎
ERA = lazy_pattern(r"[\u3400-\u9fff]{2,4}?(?:年间|时代|时期|期间)的?")
# Behind a date, what happened then or is told from it.
EVENT = lazy_pattern(r"[\u3400-\u9fff]{2,12}?[之以]?[前后]")
LONGEST_WORD = 4
LONGEST_OPENING = 6
# What stands in front of a clause's subject and is none of it.
BEFORE = frozenset({"time", "hedge", "basis", "join", "sense.target", "part"})


def opened(prepared: Prepared, clause: Span, mentions: Mapping[int, Mention]) -> int:
    """Where a clause begins behind its marks, its dates and the words that join it to others."""
    folded, place = prepared.folded, clause.start
    while place < clause.end:
        token, mention = prepared.starting.get(place), mentions.get(place)
        if folded[place] in OPENING:
            place += 1
        elif mention is not None and mention.kind in TIMES:
            place = mention.span.end
        elif mention is not None and mention.kind == "duration" and (away := AWAY.match(folded, mention.span.end)) is not None:
            place = away.end()
        elif (era := ERA.match(folded, place, clause.end)) is not None:
            place = era.end()
        elif _until(folded, place, mentions):
            place = mentions[place + 1].span.end
        elif (
            token is not None
            and not token.kinds.isdisjoint(BEFORE)
            and "measure" not in token.kinds
            and not leads(folded, place)
            and folded[place : token.end] not in words("head", "articles")
            and _whole(folded, token.end)
        ):
            if folded[token.end - 1] in words("head", "leading"):
                return clause.end  # 约为太阳的两倍: whose, the clause before says
            place = token.end
        else:
            size = next(
                (size for size in range(LONGEST_OPENING, 0, -1) if folded[place : place + size] in words("head", "openings")), 0
            )
            if not size:
                return place
            place += size
    return place


def _until(folded: str, place: int, mentions: Mapping[int, Mention]) -> bool:
    """Whether a word in front of a date opens a clause: 到2010年, 在1957年, but not 在1961年动工之前."""
    time = mentions.get(place + 1)
    if folded[place] not in words("head", "until") or time is None or time.kind not in TIMES:
        return False
    return EVENT.match(folded, time.span.end) is None


def leads(folded: str, place: int) -> bool:
    """Whether an adverbial begins at a place: 根据规划, but not 根据地."""
    word = next(iter(head_stops().tokens(folded[place : place + LONGEST_WORD])), None)
    size = word.end if word is not None and word.start == 0 and word.has("head.inside") else 1
    return folded[place : place + size] in words("head", "leading") or folded[place : place + 2] in words("head", "leading")


def _whole(folded: str, end: int) -> bool:
    """Whether no Latin word goes on at a place."""
    return LATIN.match(folded, end) is None or LATIN.match(folded, end - 1) is None
