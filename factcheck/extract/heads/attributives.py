"""Whether a noun goes on behind a name, or behind a measure that is part of it: Kyocera products, 电影票房."""

from __future__ import annotations

from factcheck.extract.heads.beginnings import LATIN, LONGEST_OPENING
from factcheck.extract.heads.opening_noun import BEHIND
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import Token
from factcheck.lexicon.names import anaphors, head_stops, legal_forms, words
from factcheck.pattern import lazy_pattern

HAN = lazy_pattern(r"[\u3400-\u9fff]+")
# Behind a measure that is part of a noun: 韩国电影在本国的占有率.
NEAR = 4
GOING_ON = ("在", "于")


def attributive(prepared: Prepared, place: int, *, place_name: bool) -> bool:
    """Whether a noun goes on behind a name: Kyocera products, and behind the name of a place 菲律宾恐怖组织."""
    folded = prepared.folded
    token, latin = prepared.starting.get(place), LATIN.match(folded, place + 1) if folded[place : place + 1] == " " else None
    if latin is not None:
        token = prepared.starting.get(latin.start())
        if latin[0] in words("noun", "measuring"):
            return True  # the TCE rate
        if is_stop(token, latin[0], first=False) or (token is not None and not token.kinds.isdisjoint(BEHIND | {"entity"})):
            return False
        behind = LATIN.match(folded, latin.end() + 1)
        if latin[0] in anaphors() or latin[0] in legal_forms():
            return False  # the Meituan platform, Harbor Foods plc
        verb = latin[0].endswith("s") and (
            behind is None or behind[0] in words("noun", "stops") or behind[0] in words("head", "articles")
        )
        return not verb and not latin[0].endswith("ly")
    if not place_name or HAN.match(folded, place) is None:
        return False
    if token is not None and not token.kinds.isdisjoint(BEHIND | {"entity"}):
        return goes_on(prepared, token)
    behind_of = prepared.starting.get(place + 1)
    if folded[place] == "的":
        return behind_of is None or behind_of.kinds.isdisjoint(BEHIND)
    stop = next(iter(head_stops().tokens(folded[place : place + LONGEST_OPENING])), None)
    return stop is None or stop.start > 0 or not stop.has("head.stop")


def goes_on(prepared: Prepared, token: Token) -> bool:
    """Whether a measure is part of a noun: 电影 in 韩国电影在本国, in 电影票房 and 电影的票房, 军队 in 军队死伤人数."""
    if "measure" not in token.kinds:
        return False
    folded, end = prepared.folded, token.end
    if folded[end : end + 1] in GOING_ON:
        return True
    behind = next(iter(prepared.tokens_in(end, end + NEAR)), None)
    if behind is None or "measure" not in behind.kinds:
        return False
    between = folded[end : behind.start]
    return between in ("", "的") or (HAN.fullmatch(between) is not None and not head_stops().tokens(between))


def is_stop(token: Token | None, word: str, *, first: bool) -> bool:
    """Whether an English word ends the noun before it; an article that opens a clause does not."""
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
