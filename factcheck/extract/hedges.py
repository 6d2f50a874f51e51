"""Hedges: the words on both sides of a figure that say how exact it is, 约, 近 … 余, "more than", and their look-alikes."""

from __future__ import annotations

from factcheck.extract.beside import skip, token_before
from factcheck.extract.figure import Figure
from factcheck.extract.numerals import Numeral
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import Token, Unit
from factcheck.pattern import lazy_pattern
from factcheck.quantity import Hedge

BEFORE, AFTER = "hedge.before.", "hedge.after."
# "£40 plus VAT", "4 hours plus a break"; "40 plus people" and "£40 plus." are more than 40.
SIGNS = ("$", "£", "€", "¥", "₹")
ADDED = lazy_pattern(r"[ ][a-z0-9$£€¥]")
BOUND_OF_THE_NEXT = lazy_pattern(r"[ ](?:than[ ])?[$£€¥]?[0-9]")


def hedge_at(prepared: Prepared, figure: Figure, place: int) -> int:
    """Read a hedge behind the number or the unit; where it ends."""
    token = _word_behind(prepared, place)
    if token is None:
        return place
    if token.start > place and token.end - token.start == 1 and not _parted_by_typesetting(prepared.folded, figure, token):
        return place
    if token.words[0].text == "强" and figure.numeral.form not in ("percent", "fraction"):
        return place  # 三成强 is a little more, 500强 the first five hundred
    if token.words[0].text == "多" and prepared.folded[(ahead := skip(prepared.folded, token.end)) : ahead + 1].isdigit():
        return place  # 比去年的2000人多900人
    if BOUND_OF_THE_NEXT.match(prepared.folded, token.end) and token.words[0].text.startswith(("and ", "or ")):
        return place  # above 1,000 and below 1,500
    if token.words[0].text == "plus" and _has_unit(prepared, figure, place) and ADDED.match(prepared.folded, token.end):
        return place
    for word in token.words:
        if word.kind.startswith(AFTER):
            if word.text == "来" and (figure.numeral.style == "digits" or (figure.unit is not None and _comes(figure.unit))):
                return place  # 十来年 is about ten years, 十年来 the last ten, 三个人来 three that come
            figure.hedge = word.meaning  # type: ignore[assignment]
            figure.end = token.end
            return token.end
    return place


def _word_behind(prepared: Prepared, place: int) -> Token | None:
    """The word behind a place; of 560多种 the 多, which the word 多种 hides since it tells of no change."""
    token = prepared.starting.get(skip(prepared.folded, place))
    if token is None or not token.has("not_change.word"):
        return token
    hidden = next(iter(prepared.finder.tokens(prepared.folded[token.start])), None)
    return None if hidden is None else hidden._replace(start=token.start, end=token.start + 1)


def _parted_by_typesetting(folded: str, figure: Figure, token: Token) -> bool:
    """Whether a word behind a blank belongs to the digits before it: 300 多家, as those set it who part digits from characters."""
    behind = folded[token.end : token.end + 1]
    return token.words[0].text in ("多", "余") and figure.numeral.style == "digits" and "\u4e00" <= behind <= "\u9fff"


def _has_unit(prepared: Prepared, figure: Figure, place: int) -> bool:
    """Whether a figure has its unit or its currency before the word behind it: 4 hours, £40."""
    number = figure.numeral.span
    return place > number.end or prepared.folded[max(0, number.start - 1) : number.start] in SIGNS


def hedges_before(prepared: Prepared, figure: Figure, place: int) -> None:
    """Read the hedges in front of a figure, whose currency or number starts at a place."""
    folded = prepared.folded
    negated = False
    for _ in range(2):
        token = token_before(prepared, place)
        if token is not None and token.words[0].text.startswith(("and ", "or ")):
            token = prepared.word_at(token.start + token.words[0].text.index(" ") + 1)  # the "below" of "and below 1,500"
        hedge = next((word.meaning for word in token.words if word.kind.startswith(BEFORE)), None) if token is not None else None
        if token is None or hedge is None or not _fits(prepared.folded, figure, token, place):
            break
        if figure.hedge is None or figure.hedge == "exact" or hedge != "about":
            figure.hedge = hedge  # type: ignore[assignment]
        figure.start = place = token.start
        negated = any(folded.endswith(word, 0, place) for word in ("不", "不会", "没有", "未"))
        if negated and hedge == "over":
            figure.hedge = "at_most"
    if figure.hedge is None and figure.numeral.scaled and folded.endswith(" scale of ", 0, figure.start) and _round(figure.numeral):
        figure.hedge = "about"  # a market with a scale of 100 billion is 千亿规模


# "some 40 people" is a hedge, "some" behind a verb and before "of" none; 过 and 破 are hedges only before a round number.
WEAK = frozenset(["过", "破", "上", "快", "愈", "some", "above", "below", "under", "over", "near", "crossed", "tops"])


# 走过44米, 通过720人: the end of a verb, which says nothing of how exact the figure is
PASSED = frozenset("走通经度渡跑飞穿跨翻游驶掠闯流转")
MARKS = frozenset("<>~≈")
BEFORE_MARK = frozenset(["", *" (（,，;；:：。"])


# 近三年 is the last three years where a clause begins with it or 来 follows; 历时近三年 is nearly three
SPANS = frozenset(["year", "month", "week", "day", "decade", "quarter"])
RECENT_BEFORE = frozenset(["", *' \n，。、；：（(“"在对从据是和与较比,;:'])
# "the accumulated amount up to 35 million" is 累计达, word for word
ACCUMULATED = lazy_pattern(r"\b(?:accumulated|accumulative|cumulative)[ ](?:[a-z]+[ ]){0,2}\Z")


def _comes(unit: Unit) -> bool:
    """Whether 来 behind a unit is no hedge: of a time or of what is counted; 百米来高 is about a hundred metres."""
    return unit.name in SPANS or unit.kind == "count"


def _recent(folded: str, token: Token, figure: Figure) -> bool:
    """Whether 近 in front of a length of time says which time and not how long: 近三年收入, 近三年来."""
    return folded[max(0, token.start - 1) : token.start] in RECENT_BEFORE or folded.startswith(("来", "以来"), figure.end)


def _fits(folded: str, figure: Figure, token: Token, place: int) -> bool:
    """Whether a word that hedges elsewhere hedges the figure behind it."""
    text = token.words[0].text
    parted = token.end == place - 1 and folded[place].isdigit()  # 过 3万, as those set it who part digits from characters
    if text in WEAK and token.end != place and not text.isascii() and not parted:
        return False
    if text in MARKS:  # >40, ~40, but not 30~40, a -> 40 and "> 40"
        return token.end == place and folded[token.start - 1 : token.start] in BEFORE_MARK
    if text == "north of":  # of a sum or a share; of 40 degrees it is a direction
        return figure.currency is not None or figure.numeral.scaled or figure.numeral.form == "percent"
    if text == "过" and folded[max(0, token.start - 1) : token.start] in PASSED:
        return False
    if text in ("过", "破"):
        return figure.numeral.scaled or figure.numeral.form in ("percent", "fraction") or figure.unit is not None
    if text == "近" and figure.unit is not None and figure.unit.name in SPANS and _recent(folded, token, figure):
        return False
    if text == "up to" and ACCUMULATED.search(folded, max(0, token.start - 32), token.start):
        return False
    if text in ("最高", "最低"):
        return False
    return not (text == "快" and figure.numeral.value < 10)


def _round(numeral: Numeral) -> bool:
    """Whether a number is a bare power of ten."""
    digits = str(numeral.value).split("E")[0].rstrip("0.")
    return digits == "1" and numeral.high is None


def hedge_of(figure: Figure) -> Hedge:
    """The hedge, exact where there is none."""
    return figure.hedge or "exact"
