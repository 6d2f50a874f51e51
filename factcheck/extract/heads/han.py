"""The noun that a Chinese clause opens with."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.document import Span
from factcheck.extract.heads.attributives import goes_on
from factcheck.extract.heads.beginnings import LONGEST_WORD, leads
from factcheck.extract.heads.opening_noun import BEHIND, Closing, Head
from factcheck.extract.prepared import Prepared
from factcheck.lexicon.names import head_stops, starting, words
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

HAN = "\u3400-\u9fff"
RUN = lazy_pattern(rf"[{HAN}A-Za-z0-9·•‧《》「」“”-]+")
# 在校园里有学生
HOLDING = lazy_pattern(rf"在([{HAN}]{{2,8}}?)(?:里|内|境内)[^，,。]{{0,6}}?有")
LONGEST = 36
MOST_PARTS = 3
# 该馆, 这部分地区
POINTING = "该这此那其"
# 每万人医师数 is that of no people
EACH = "每"
OWNING = ("的", "为")
SHORTEST = 2


def han_head(prepared: Prepared, stretch: Span, mentions: Mapping[int, Mention]) -> Head | None:
    """The noun that a stretch opens with, up to a word that is none of it; none where an adverbial or a figure opens it."""
    folded, start, end = prepared.folded, stretch.start, stretch.end
    if start in mentions and not _numbered(folded, mentions[start]):  # 两个项目建成后
        return Head(mentions[start].span, "word", definite=False) if mentions[start].kind == "count" else None
    held = HOLDING.match(folded, start, end)
    if held is not None:
        return Head(Span(*held.span(1)), "having", definite=False)
    if leads(folded, start) or folded[max(0, start - 1) : start] == EACH:
        return None
    pointed = folded[start] in POINTING and folded[start : start + 2] not in words("head", "inside")
    definite = pointed or folded[max(0, start - 2) : start] in words("head", "entire")
    part = (
        start + next((size for size in (3, 2, 1) if folded[start + 1 : start + size] in words("head", "counting")), 1)
        if pointed
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
    if folded[start:cut] in words("head", "pronouns"):
        return None
    unit = prepared.starting.get(start)
    if unit is not None and unit.has("unit") and unit.end == cut and not definite and folded[cut : cut + 1] not in OWNING:
        return None
    return Head(Span(start, cut), closed, definite) if cut - (part if pointed and part <= cut else start) >= SHORTEST else None


def _numbered(folded: str, mention: Mention) -> bool:
    """Whether a number tells which one of several a thing is, and not how many: 四期工程."""
    return mention.kind == "ordinal" or folded[mention.number.end] in words("head", "numbering")


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
    if prepared.folded[cut] in words("head", "adverbs"):
        cut += 1  # 红山军只损失4000人
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
    stops = [
        token._replace(start=token.start + run.start, end=token.end + run.start)
        for token in head_stops().tokens(prepared.folded[run.start : run.end])
    ]
    nouns = {token.start: token.end for token in stops if token.has("head.inside")}
    for token in prepared.tokens_in(run.start, run.end):
        whose = token.start == run.start and "scope" in token.kinds and prepared.folded[token.end : token.end + 1] in OWNING
        if whose or token.kinds.isdisjoint(BEHIND) or "entity" in token.kinds or goes_on(prepared, token):
            continue  # 男性的最低婚龄
        if nouns.get(token.start, 0) <= token.end:  # 将 alone, but not that of 将军
            ends.append(token.start)
            break
    for token in stops:
        start = token.start
        if token.has("head.stop") and not any(name.start <= start < name.end for name in names):
            ends.append(start)
            break
    return min(ends)
