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
        elif folded[place] in words("head", "until") and place + 1 in mentions and mentions[place + 1].kind in TIMES:
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


def leads(folded: str, place: int) -> bool:
    """Whether an adverbial begins at a place: 根据规划, but not 根据地."""
    word = next(iter(head_stops().tokens(folded[place : place + LONGEST_WORD])), None)
    size = word.end if word is not None and word.start == 0 and word.has("head.inside") else 1
    return folded[place : place + size] in words("head", "leading") or folded[place : place + 2] in words("head", "leading")


def _whole(folded: str, end: int) -> bool:
    """Whether no Latin word goes on at a place."""
    return LATIN.match(folded, end) is None or LATIN.match(folded, end - 1) is None
