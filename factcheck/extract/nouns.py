"""What a figure measures in the text's own words, where the lexicon has no name for it: 1,520 kiosks, 背鳍硬棘13枚."""

from __future__ import annotations

from factcheck.document import Span
from factcheck.extract.prepared import Prepared
from factcheck.lexicon.names import boundaries, head_stops, section, starting, words
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

WORD = lazy_pattern(r"[ -]([a-z]+(?:['’-][a-z]+)*)")
PLAIN = lazy_pattern(r"[a-z]+(?:['’-][a-z]+)*")
# 5,000 square kilometres (1,930 sq mi) of forest
GLOSS = lazy_pattern(r"[ ]\([^()]{1,30}\)")
# 8,000 of the 20,000 troops
WHOLE = lazy_pattern(r"[ ]of[ ](?:all[ ])?(?:(?:the|its|their|our|his|her|this|these|those)[ ])?(?:[0-9][0-9,.]*[ ])?(?=[a-z])")
BEING = lazy_pattern(r"[ ](?:were|are|was|is)(?=[ ])")
HAN = "\u3400-\u9fff"
HAN_BEHIND = lazy_pattern(rf"[的之]?([{HAN}]{{1,10}})")
DESCRIBED = lazy_pattern(rf"[{HAN}]{{1,8}}的([{HAN}]{{2,8}})")
HAN_BEFORE = lazy_pattern(rf"[{HAN}]{{1,10}}$")
MOST_WORDS = 5
# Words that belong to no noun: a Chinese noun ends before them, and begins behind them.
PARTING = frozenset({"anaphor", "basis", "change", "hedge", "join", "part", "sense.negation", "sense.target", "time"})
# What stands between a noun and its figure: 体长可达9公分, 车站共有8个.
LINKING = "为是达有共约可仅只已近超逾至到在于占高达 "
# They begin a noun more often than they end one: 基本, 安全.
WITHIN = "本全"
AMONG = "中里"
# 红军只损失4000人
LIMITING = "只仅"
LATIN_BEFORE = lazy_pattern(r"[a-z] ?$")
# - Cook time: 30 min
LABEL = lazy_pattern(rf"[^a-z{HAN}]*([a-z{HAN}][a-z{HAN} '’/-]{{1,30}}?)[ *]*[:：][ *]*(?:(?:about|约)[ ]?)?")
LONGEST_LABEL = 44
LAST_WORD = lazy_pattern(r"(?<![a-z])(?<![a-z]['’])[a-z]+(?:['’-][a-z]+)*$")
LONGEST = 24
SHORTEST = 2
OF = " of "
# In front of a noun that only describes the one before it, or is described by a verb.
LEADING = lazy_pattern(r"[ ](?:of|by|for|in|at|on|from|through|into|near|and|presented|given|held|made)(?:[ ]the|[ ]a)?[ ]$")


def noun_behind(prepared: Prepared, mention: Mention) -> Span | None:
    """The noun that a count is of, right behind it: the kiosks of "1,520 new kiosks", 8个车站 without its classifier."""
    if mention.kind != "count":
        return None
    return latin_noun(prepared, mention) or _han_behind(prepared, mention.span.end) or _counted(prepared, mention)


def han_counted(prepared: Prepared, mention: Mention) -> Span | None:
    """The Chinese noun behind a classifier where it is no verb: 三所医学中心, but not the losses of 360家亏损."""
    noun = _han_behind(prepared, mention.span.end)
    if noun is None or len(noun) < SHORTEST:
        return None
    verb = next(iter(head_stops().tokens(prepared.folded[noun.start : noun.end])), None)
    return noun if verb is None or verb.start or not verb.has("head.stop") else None


def han_share(prepared: Prepared, mention: Mention) -> Span | None:
    """What a Chinese share does, right behind it: 65%信仰佛教."""
    return _han_behind(prepared, mention.span.end) if mention.kind == "percent" else None


def noun_described(prepared: Prepared, mention: Mention) -> Span | None:
    """The noun that a figure describes: the contract of 两年的合同, the seats of 80%的席位."""
    end = mention.span.end
    if mention.kind == "count" or prepared.folded[end : end + 1] not in ("的", "之"):
        return None
    return _han_behind(prepared, end)


def latin_noun(prepared: Prepared, mention: Mention) -> Span | None:
    """The English noun that a count is of. A Chinese one is less certain: 其中360家亏损 counts no losses."""
    return _latin_behind(prepared.folded, mention.number.end) if mention.kind == "count" else None


def latin_share(prepared: Prepared, mention: Mention) -> Span | None:
    """The English noun that a figure is a part of, or that a share is: the coal of "3 tonnes (5%) of coal", the miners of "36% were miners"."""
    folded, end = prepared.folded, mention.span.end
    gloss = GLOSS.match(folded, end)
    end = end if gloss is None else gloss.end()
    whole = WHOLE.match(folded, end)
    if whole is not None:
        return _phrase(folded, whole.end())
    if mention.kind != "percent":
        return None
    being = BEING.match(folded, end)
    return _latin_behind(folded, end if being is None else being.end())


def _phrase(folded: str, start: int) -> Span | None:
    """The words from a place on, up to the first that belongs to no noun."""
    place = start
    for _ in range(MOST_WORDS):
        match = PLAIN.match(folded, place)
        if match is None or match[0] in words("noun", "stops") or match[0] in words("head", "verbs"):
            break
        place = match.end() + (folded[match.end() : match.end() + 1] == " ")
    end = place - (folded[place - 1 : place] == " ")
    return Span(start, end) if end > start else None


def _counted(prepared: Prepared, mention: Mention) -> Span | None:
    """The noun that stands in a figure as its unit, behind a classifier: 4对列车."""
    token = prepared.ending.get(mention.span.end)
    if token is None or token.start <= mention.number.end or not HAN_BEHIND.match(prepared.folded, token.start):
        return None
    return Span(token.start, token.end)


def _latin_behind(folded: str, start: int) -> Span | None:
    """The words behind a number up to the last plural before one that belongs to no noun."""
    place, found = start, None
    for position in range(MOST_WORDS):
        match = WORD.match(folded, place)
        if match is None:
            break
        word = match[1]
        if word in words("noun", "stops") or (position and word.endswith("ed")):
            break
        place = match.end()
        if word in words("noun", "plurals") or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))):
            found = Span(start + 1, place)
    return found


def _han_behind(prepared: Prepared, start: int) -> Span | None:
    match = HAN_BEHIND.match(prepared.folded, start)
    if match is None:
        return None
    begin, end = match.span(1)
    described = DESCRIBED.match(prepared.folded, begin)
    if described is not None and _describes(prepared.folded, begin):
        begin, end = described.span(1)  # 68颗不同类型的卫星
    end = _cut(prepared, begin, end)
    return Span(begin, end) if end > begin else None


def _describes(folded: str, place: int) -> bool:
    """Whether a noun is described before it is named: 参与活动的 opens with a verb, 不同类型的 with an adjective; 学生的成绩 names it first."""
    if folded.startswith(starting("noun", "describing"), place):
        return True
    verb = next(iter(head_stops().tokens(folded[place : place + SHORTEST])), None)
    return verb is not None and verb.has("head.stop") and verb.end == SHORTEST


def _cut(prepared: Prepared, begin: int, end: int) -> int:
    """Where the first word stands that belongs to no noun."""
    for token in prepared.tokens_in(begin, end):
        if not token.kinds.isdisjoint(PARTING):
            end = token.start
            break
    end = min([begin + token.start for token in boundaries().tokens(prepared.folded[begin:end]) if token.start], default=end)
    stops = set(section("before")["characters"] + section("before")["joining"]) - set(WITHIN)
    return next((place for place in range(begin, end) if prepared.folded[place] in stops), end)


def noun_before(prepared: Prepared, mention: Mention, floor: int) -> Span | None:
    """The noun in front of a figure, with nothing between but what links the two: 岛屿面积约4万平方米, "the cap of $2,000"."""
    folded, end = prepared.folded, mention.span.start
    linked = _linked(prepared, floor, end)
    if any(token.has("part.share") for token in prepared.tokens_in(linked, end)):
        return None  # coal accounts for 60%: of the whole, and no measure
    if LATIN_BEFORE.search(folded, floor, linked) is not None:
        verb = LAST_WORD.search(folded, max(floor, linked - LONGEST), linked)
        if verb is not None and verb[0] in words("head", "verbs"):
            return None  # the reservoir holds 30 million tonnes
        tied = {word for word in folded[linked:end].split() if word in words("head", "verbs")}
        changed = any(token.has("change") for token in prepared.tokens_in(linked, end))
        return _latin_before(folded, floor, linked, tied=bool(tied) or changed) if linked < end else None
    return _han_before(prepared, floor, linked)


def label_before(prepared: Prepared, mention: Mention) -> Span | None:
    """The label of a line that a figure stands behind: "Cook time: 30 min", 面积：3公顷."""
    start = mention.span.start
    line = prepared.document.line(prepared.document.place(start).line)
    label = LABEL.fullmatch(prepared.folded, max(line.start, start - LONGEST_LABEL), start)
    return Span(*label.span(1)) if label is not None else None


def _linked(prepared: Prepared, floor: int, end: int) -> int:
    """Where the words begin that link a figure to its noun: 约为, "has grown by about"."""
    folded = prepared.folded
    while end > floor:
        token = prepared.ending.get(end)
        word = LAST_WORD.search(folded, max(floor, end - LONGEST), end)
        if token is not None and token.start >= floor and not token.kinds.isdisjoint(PARTING):
            end = token.start
        elif word is not None and word[0] in words("noun", "links"):
            end = word.start()
        elif folded[end - 1] in LINKING:
            end -= 1
        else:
            break
    return end


def _latin_before(folded: str, floor: int, end: int, *, tied: bool) -> Span | None:
    """The words that end at a place, back to the first that belongs to no noun; the subject of the verb that ties a figure to them."""
    while end > floor and folded[end - 1] == " ":
        end -= 1
    start = end
    for _ in range(MOST_WORDS):
        word = LAST_WORD.search(folded, max(floor, start - LONGEST), start)
        if word is None or word[0] in words("noun", "stops") or word[0] in words("noun", "links"):
            break
        start = word.start()
        if start == floor or folded[start - 1] != " ":
            break
        start -= 1
    start += folded[start : start + 1] == " "
    leading = LEADING.search(folded, max(floor, start - LONGEST), start)
    if leading is not None and leading.start() > floor and tied:  # the length of the bridge, the rates for homes and shops
        return _latin_before(folded, floor, leading.start(), tied=True)
    if leading is not None and folded.startswith(" in ", leading.start()) and folded[end : end + len(OF)] != OF:
        return None  # in the valley some 900 km
    return Span(start, end) if end - start > SHORTEST else None


def _han_before(prepared: Prepared, floor: int, end: int) -> Span | None:
    match = HAN_BEFORE.search(prepared.folded, floor, end)
    if match is None or prepared.folded[end - 1] in AMONG:
        return None  # 居民中65%信仰佛教
    begin = match.start()
    for token in prepared.tokens_in(begin, end):
        if not token.kinds.isdisjoint(PARTING) or "entity" in token.kinds:
            begin = max(begin, token.end)
    begin = max([begin, *(match.start() + token.end for token in boundaries().tokens(prepared.folded[match.start() : end]))])
    stops = section("before")["characters"] + section("before")["joining"] + LIMITING
    begin = next((place + 1 for place in range(end - 1, begin - 1, -1) if prepared.folded[place] in stops), begin)
    extent = prepared.folded[begin : begin + 1] in words("noun", "extents")
    alone = begin == end - 1 and (extent or prepared.folded[begin - 1 : end] == "的人")
    return Span(begin, end) if alone or (end - begin >= SHORTEST and prepared.folded[begin] != "一") else None
