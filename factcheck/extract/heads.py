"""The noun that a clause opens with, as its subject: 韩国电影 in 韩国电影在本国市场的占有率, the cohort of "The cohort consisted of".

A clause that opens with a noun of its own is of that noun, and of no name that stands elsewhere. What the noun is cannot be told from
its words; where it ends can: before a verb, a measure, a preposition, a time or a figure. What opens otherwise has no head.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from factcheck.document import Span
from factcheck.extract.prepared import Prepared
from factcheck.extract.timing import TIMES
from factcheck.lexicon import Token
from factcheck.lexicon.names import anaphors, head_stops, legal_forms, starting, words
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

HAN = "\u3400-\u9fff"
ANY_HAN = lazy_pattern(rf"[{HAN}]")
RUN = lazy_pattern(rf"[{HAN}A-Za-z0-9·•‧《》「」“”-]+")
OPENING = " ，,\t\r\n　#*>-•·\"'“‘「《（()"
LATIN = lazy_pattern(r"[a-z]+(?:['’&-][a-z]+)*")
# The length of the bridge
OF = lazy_pattern(r"(?:the[ ]|its[ ]|an?[ ])?(?:[a-z-]+[ ])?([a-z]+)[ ]of[ ](?=[a-z])")
# 在校园里有学生
HOLDING = lazy_pattern(rf"在([{HAN}]{{2,8}}?)(?:里|内|境内)[^，,。]{{0,6}}?有")
LONGEST = 24
LONGEST_WORD = 4
MOST_WORDS = 6
MOST_PARTS = 3
LONGEST_OPENING = 6
# 该馆, 这部分地区
POINTING = "该这此那其"
# Behind a measure that is part of a noun: 韩国电影在本国的占有率.
GOING_ON = ("在", "于")
SHORTEST = 2
# What stands in front of a clause's subject and is none of it.
BEFORE = frozenset({"time", "hedge", "basis", "join", "sense.target", "part"})
# What ends the noun: it is said of it, or measures it.
BEHIND = frozenset({"measure", "scope", "change", "basis", "join", "part", "hedge", "time", "sense.negation", "sense.target"})
Closing = Literal["measure", "of", "having", "verb", "report", "word"]


class Head(NamedTuple):
    """The noun at its place, what stands behind it, and whether it opens with a word such as 该 or "the" that points at it.

    `closed` is None where nothing but a figure or the end of the clause ends it: it may as well be what is measured, or a verb.
    """

    span: Span
    closed: Closing | None
    definite: bool


def head(prepared: Prepared, clause: Span, mentions: Mapping[int, Mention]) -> Head | None:
    """The noun that a stretch opens with, None where it opens with something else. `mentions` are those of its document by start."""
    start = opened(prepared, clause, mentions)
    if start >= clause.end:
        return None
    if ANY_HAN.search(prepared.folded, start, min(clause.end, start + LONGEST)) is None:
        said = prepared.folded.rfind(" that ", start, clause.end)
        start = start if said < 0 else said + len(" that ")  # it found that the cohort had 300 members
        return _latin(prepared, start, clause.end)
    return _han(prepared, Span(start, clause.end), mentions)


def opened(prepared: Prepared, clause: Span, mentions: Mapping[int, Mention]) -> int:
    """Where a clause begins behind its marks, its dates and the words that join it to others."""
    folded, place = prepared.folded, clause.start
    while place < clause.end:
        token, mention = prepared.starting.get(place), mentions.get(place)
        if folded[place] in OPENING:
            place += 1
        elif mention is not None and mention.kind in TIMES:
            place = mention.span.end
        elif folded[place] in words("head", "until") and place + 1 in mentions and mentions[place + 1].kind in TIMES:
            place = mentions[place + 1].span.end
        elif (
            token is not None
            and not token.kinds.isdisjoint(BEFORE)
            and "measure" not in token.kinds
            and not _leads(folded, place)
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


def _leads(folded: str, place: int) -> bool:
    """Whether an adverbial begins at a place: 根据规划, but not 根据地."""
    word = next(iter(head_stops().tokens(folded[place : place + LONGEST_WORD])), None)
    size = word.end if word is not None and word.start == 0 and word.has("head.inside") else 1
    return folded[place : place + size] in words("head", "leading") or folded[place : place + 2] in words("head", "leading")


def _whole(folded: str, end: int) -> bool:
    """Whether no Latin word goes on at a place."""
    return LATIN.match(folded, end) is None or LATIN.match(folded, end - 1) is None


# --- Chinese ----------------------------------------------------------------------------------------------------------


def _han(prepared: Prepared, stretch: Span, mentions: Mapping[int, Mention]) -> Head | None:
    folded, start, end = prepared.folded, stretch.start, stretch.end
    if start in mentions and not _numbered(folded, mentions[start]):  # 两个项目建成后
        return Head(mentions[start].span, "word", definite=False) if mentions[start].kind == "count" else None
    held = HOLDING.match(folded, start, end)
    if held is not None:
        return Head(Span(*held.span(1)), "having", definite=False)
    if _leads(folded, start):
        return None
    definite = folded[start] in POINTING and folded[start : start + 2] not in words("head", "inside")
    part = (
        start + next((size for size in (3, 2, 1) if folded[start + 1 : start + size] in words("head", "counting")), 1)
        if definite
        else start
    )
    for _ in range(MOST_PARTS):
        run = RUN.match(folded, part, min(end, part + LONGEST))
        cut = part if run is None else _cut(prepared, Span(part, run.end()), mentions)
        if folded[cut : cut + 1] != "的" or cut == part:
            break
        part = cut + 1
    closed: Closing | None = _closed(prepared, cut, end)
    if part > start and folded[part - 1] == "的" and (cut == part or cut >= end):
        cut, closed = part - 1, "of" if closed in (None, "measure") else "word"  # what is measured stands behind 的
    if folded[cut : cut + 1] in words("head", "aspect"):
        return None  # 工匠修复了石桥: the verb stands before it
    cut = _bare(folded, start, cut)
    unit = prepared.starting.get(start)
    if folded[start:cut] in words("head", "pronouns") or (unit is not None and unit.has("unit") and unit.end == cut):
        return None
    return Head(Span(start, cut), closed, definite) if cut - (part if definite and part <= cut else start) >= SHORTEST else None


def _numbered(folded: str, mention: Mention) -> bool:
    """Whether a number tells which one of several a thing is, and not how many: 四期工程."""
    return folded[mention.number.end] in words("head", "numbering")


def _closed(prepared: Prepared, cut: int, end: int) -> Closing | None:
    token = prepared.starting.get(cut)
    if cut < end and prepared.folded[cut] == "、":
        return "word"
    if cut >= end or RUN.match(prepared.folded, cut) is None:
        return None
    if token is not None and "measure" in token.kinds:
        return "measure"
    if prepared.folded.startswith(starting("head", "having"), cut):
        return "having"
    stop = next(iter(head_stops().tokens(prepared.folded[cut : cut + LONGEST_WORD])), None)
    if stop is None or stop.start:
        return "word"
    if prepared.folded[cut : cut + stop.end] in words("head", "reporting"):
        return "report"
    return "verb" if stop.end > 1 else "word"


def _bare(folded: str, start: int, end: int) -> int:
    """Where a noun ends without what belongs to the measure or the verb behind it: the 平均 of 学生平均身高."""
    while end > start:
        size = next((size for size in range(LONGEST_WORD, 0, -1) if folded[end - size : end] in words("head", "modifiers")), 0)
        if not size or end - size < start:
            return end
        end -= size
    return end


def _cut(prepared: Prepared, run: Span, mentions: Mapping[int, Mention]) -> int:
    """Where the first word stands that belongs to no noun; the words of a name belong to it."""
    names = [token for token in prepared.tokens_in(run.start, run.end) if "entity" in token.kinds]
    ends = [
        run.end,
        *(place for place in range(run.start, run.end) if place in mentions and not _numbered(prepared.folded, mentions[place])),
    ]
    for token in prepared.tokens_in(run.start, run.end):
        if "entity" not in token.kinds and not token.kinds.isdisjoint(BEHIND) and not _goes_on(prepared, token):
            ends.append(token.start)
            break
    for token in head_stops().tokens(prepared.folded[run.start : run.end]):
        start = run.start + token.start
        if token.has("head.stop") and not any(name.start <= start < name.end for name in names):
            ends.append(start)
            break
    return min(ends)


def _goes_on(prepared: Prepared, token: Token) -> bool:
    """Whether a measure is part of a noun: 电影 in 韩国电影在本国, and in 电影票房."""
    if "measure" not in token.kinds:
        return False
    behind = prepared.starting.get(token.end)
    return prepared.folded[token.end : token.end + 1] in GOING_ON or (behind is not None and "measure" in behind.kinds)


# --- English ----------------------------------------------------------------------------------------------------------


def _latin(prepared: Prepared, start: int, end: int) -> Head | None:
    """The words up to a verb or a preposition, without their article; none where they begin with one, or name a measure.

    Behind "the length of" stands what has the length.
    """
    folded = prepared.folded
    measured = OF.match(folded, start, end)
    if measured is not None and measured[1] not in words("head", "counted") and "entity" not in _kinds(prepared, measured.start(1)):
        whole = _noun_phrase(prepared, measured.end(), end)
        if whole is None or folded.startswith((" by ", " of "), whole.span.end):
            return None  # sales of cars by the firm, the anniversary of the launch of the ferry
        single = whole.definite or prepared.document.text[whole.span.start].isupper()
        return whole._replace(closed="of") if single else None  # sales of cars are nobody's
    return _noun_phrase(prepared, start, end)


def _kinds(prepared: Prepared, place: int) -> frozenset[str]:
    token = prepared.starting.get(place)
    return token.kinds if token is not None else frozenset()


def _noun_phrase(prepared: Prepared, start: int, end: int) -> Head | None:
    folded, place = prepared.folded, start
    found: list[Span] = []
    closed = definite = False
    word = ""
    while len(found) < MOST_WORDS and (match := LATIN.match(folded, place, end)) is not None:
        token, word = prepared.starting.get(place), match[0]
        named = token is not None and "entity" in token.kinds
        closed = not named and _is_stop(token, word, first=not found)
        if closed or (token is not None and not named and "measure" in token.kinds):
            break
        last = token.end if named and token is not None else match.end()
        if found or word not in words("head", "articles"):
            found.append(Span(place, last))
        definite = definite or (not found and word in words("head", "pointing"))
        place = last + (folded[last : last + 1] == " ")
    kind = _latin_closing(word) if closed else None
    if len(found) > 1 and _is_verb(folded, found, word=word if closed else None, ended=place >= end):
        found, closed, kind = found[:-1], True, "verb"
    if not found or not closed or folded[found[0].start : found[0].end] in words("head", "pronouns"):
        return None
    return Head(Span(found[0].start, found[-1].end), kind or "word", definite)


def _latin_closing(word: str) -> Closing:
    """What a word behind a noun does: nothing is said of the noun by one that reports, or that ties a measure to its figure."""
    if word in words("head", "having"):
        return "having"
    says = word in words("head", "verbs") and word not in words("head", "reporting") | words("noun", "links")
    return "verb" if says or word.endswith("ly") else "word"


def _is_verb(folded: str, found: list[Span], *, word: str | None, ended: bool) -> bool:
    """Whether the last word of a noun is its verb: the school enrols 300, the board directs the staff, forests account for 10 %."""
    last, before = folded[found[-1].start : found[-1].end], folded[found[-2].start : found[-2].end]
    if ended or word in words("head", "articles"):
        return last.endswith("s") or before.endswith("s")
    return word is not None and before.endswith("s") and not last.endswith("s") and word in words("head", "adverbial")


def attributive(prepared: Prepared, place: int, *, place_name: bool) -> bool:
    """Whether a noun goes on behind a name: Kyocera products, and behind the name of a place 菲律宾恐怖组织."""
    folded = prepared.folded
    token, latin = prepared.starting.get(place), LATIN.match(folded, place + 1) if folded[place : place + 1] == " " else None
    if latin is not None:
        token = prepared.starting.get(latin.start())
        if latin[0] in words("noun", "measuring"):
            return True  # the TCE rate
        if _is_stop(token, latin[0], first=False) or (token is not None and not token.kinds.isdisjoint(BEHIND | {"entity"})):
            return False
        behind = LATIN.match(folded, latin.end() + 1)
        if latin[0] in anaphors() or latin[0] in legal_forms():
            return False  # the Meituan platform, Harbor Foods plc
        verb = latin[0].endswith("s") and (
            behind is None or behind[0] in words("noun", "stops") or behind[0] in words("head", "articles")
        )
        return not verb and not latin[0].endswith("ly")
    if not place_name or ANY_HAN.match(folded, place) is None:
        return False
    if token is not None and not token.kinds.isdisjoint(BEHIND | {"entity"}):
        return _goes_on(prepared, token)
    behind_of = prepared.starting.get(place + 1)
    if folded[place] == "的":
        return behind_of is None or behind_of.kinds.isdisjoint(BEHIND)
    stop = next(iter(head_stops().tokens(folded[place : place + LONGEST_OPENING])), None)
    return stop is None or stop.start > 0 or not stop.has("head.stop")


def _is_stop(token: Token | None, word: str, *, first: bool) -> bool:
    if token is not None and "change" in token.kinds:
        return True
    if word in words("head", "articles"):
        return not first
    return (
        word in words("noun", "stops")
        or word in words("noun", "links")
        or word in words("head", "verbs")
        or (word.endswith(("ed", "ly")) and not first and word not in words("noun", "adjectives"))
        or (token is not None and "join" in token.kinds)
    )
