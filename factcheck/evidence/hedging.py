"""Hedges on both sides of one figure: 大约…左右, "at least … or more". Each side is read from the words, wherever the mention begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from factcheck import lexicon
from factcheck.case import Case
from factcheck.document import Document, Span
from factcheck.evidence.vicinity import folded, words_before, words_in
from factcheck.finding import Edit, Fix
from factcheck.lexicon import Token
from factcheck.mention import Mention
from factcheck.messages import say
from factcheck.wording import language_of

# How far a hedge may stand in front of the digits: 大约有, 至少阅读; "at least a further".
REACH = {"zh": 6, "en": 24}


@dataclass(frozen=True, slots=True)
class Marker:
    """A hedge at its place."""

    document: Document
    span: Span
    hedge: str

    @property
    def text(self) -> str:
        """Its words as they stand."""
        return self.document.text[self.span.start : self.span.end]


def markers(case: Case) -> Iterator[tuple[Mention, Marker, Marker]]:
    """Every figure that has a hedge in front and another behind, with both."""
    for previous, mention in pairwise((None, *case.mentions)):
        if mention is None or mention.quantity is None or mention.hedge == "exact":
            continue
        after = behind(mention)
        before = _before(mention, previous) if after is not None else None
        if before is not None and after is not None:
            yield mention, before, after


def stacked(case: Case) -> Iterator[tuple[Mention, Marker, Marker]]:
    """Every figure with two hedges right in front of it: 大概约100人, "roughly about 300 dollars"."""
    for mention in case.mentions:
        if mention.quantity is None or mention.hedge == "exact":
            continue
        document = mention.document
        glued = words_in(document, Span(mention.span.start, mention.number.start))
        hedges = [(token, _hedge(token, "hedge.before.")) for token in glued if not token.has("sense.estimate")]
        found = [Marker(document, Span(token.start, token.end), hedge) for token, hedge in hedges if hedge is not None]
        for first, second in pairwise(found):
            if not document.text[first.span.end : second.span.start].strip():
                yield mention, first, second


def taken_out(marker: Marker) -> Fix:
    """The repair that takes a hedge out, with the blank that it leaves over."""
    text, start, end = marker.document.text, marker.span.start, marker.span.end
    if text[start - 1 : start] == " ":
        start -= 1
    elif text[end : end + 1] == " ":
        end += 1
    return Fix(say('take out "{old}"', old=marker.text), (Edit(Span(start, end), ""),))


def behind(mention: Mention) -> Marker | None:
    """The hedge behind the digits, inside the mention: 多 in 300多家, 左右 in 100人左右."""
    for token in reversed(words_in(mention.document, Span(mention.number.end, mention.span.end))):
        hedge = _hedge(token, "hedge.after.")
        if hedge is not None and not _of_time(mention, token) and not _goes_on(mention.document, token.end):
            return Marker(mention.document, Span(token.start, token.end), hedge)
    return None


def _before(mention: Mention, previous: Mention | None) -> Marker | None:
    """The nearest hedge in front of the digits that no other figure stands between."""
    document = mention.document
    floor = previous.span.end if previous is not None and previous.document is document else 0
    glued = Span(mention.span.start, mention.number.start)
    around = document.text[max(0, mention.span.start - 8) : mention.span.end + 8]
    for token in reversed(words_before(mention, reach=REACH[language_of(around)])):
        span = Span(token.start, token.end)
        hedge = _hedge(token, "hedge.before.")
        if hedge is None or _of_time(mention, token) or token.has("sense.estimate"):
            continue
        if span.start < floor or _counts_something_else(folded(document, Span(span.end, mention.number.start))):
            return None
        if not glued.contains(span) and (len(span) == 1 or token.has("part.max") or token.has("part.min")):
            # 超, 近 and 约 are hedges only beside the digits; 最高 is a word of degree further off.
            continue
        return Marker(document, span, hedge)
    return None


def _goes_on(document: Document, place: int) -> bool:
    """Whether a hedge belongs to the figure behind it: "above 1000 and below 1500", "and more than 40", "and below a half"."""
    behind = folded(document, Span(place, min(len(document.text), place + 12))).split()
    if behind[:1] in (["a"], ["an"]):
        return len(behind) > 1 and behind[1] in lexicon.page("numerals.toml")["en"]["fraction"]
    return bool(behind) and (behind[0][0].isdigit() or behind[0] == "than" or behind[0] in _digits()[1])


def _of_time(mention: Mention, token: Token) -> bool:
    """Whether a word tells the time and hedges nothing: 近三年来 are the last three years, 过10天 is ten days later."""
    return mention.kind == "duration" and token.words[0].text in ("近", "来", "过", "快")


def _counts_something_else(between: str) -> bool:
    """Whether a numeral stands between hedge and figure: 至少一名18岁以上, "at least one child of 12 or more"."""
    chinese, english = _digits()
    return not chinese.isdisjoint(between) or not english.isdisjoint(between.split())


@cache
def _digits() -> tuple[frozenset[str], frozenset[str]]:
    numerals = lexicon.page("numerals.toml")
    return frozenset(numerals["zh"]["digit"]), frozenset(numerals["en"]["digit"])


def _hedge(token: Token, kind: str) -> str | None:
    return next((word.meaning for word in token.words if word.kind.startswith(kind)), None)
