"""Figures: numbers with their unit, hedge and kind, read by a look to the right and a look to the left of each numeral."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from fractions import Fraction

from factcheck.document import Span
from factcheck.extract.ambiguous_units import degree, degrees, feet, is_piece, magnitude, spelled_out, tonnes
from factcheck.extract.beside import skip, unit_of
from factcheck.extract.compounds import dozens, half_behind, hours_behind, tenths_behind
from factcheck.extract.denominators import unit_inside
from factcheck.extract.digits import INCHES_BEHIND
from factcheck.extract.figure import Figure
from factcheck.extract.hedges import hedge_at, hedges_before
from factcheck.extract.money import code_before, code_behind, coin, currency_before, currency_behind, names_the_next, pounds
from factcheck.extract.numeral_scan import find_numerals
from factcheck.extract.numerals import Numeral, finite
from factcheck.extract.prepared import Prepared
from factcheck.extract.raised import raised_unit
from factcheck.extract.ranges import join, share_bound, share_unit
from factcheck.extract.rates import read_rates
from factcheck.extract.stated import UP_TO, in_a_row, states_number
from factcheck.extract.sums import compound
from factcheck.extract.tens import OWNER_BEFORE
from factcheck.extract.tenths import discount, tenths
from factcheck.extract.word_fractions import TO_UNIT
from factcheck.lexicon import Token, Unit, units
from factcheck.pattern import lazy_pattern

# "65 The proportion of people aged and over" is 65岁及以上人口占比, word for word
AGED_BEHIND = lazy_pattern(r"[^0-9.;,。；，\n]{0,60}?\baged(?P<over>[ ](?:and|or)[ ](?:over|above|older))?")


# the elderly are "people aged 65 and over" as one word of the lexicon, which hides the hedge
OVER_BEHIND = lazy_pattern(r"[ ](?:and|or)[ ](?:over|above|older)(?![a-z])")
AGED_BEFORE = lazy_pattern(r"\b(?:aged|age of|age)[ ](?:between[ ])?$")


MEASURED = ("measure", "duration")
# What a part of is said with "a": half an hour, half a percentage point.
PARTED = (*MEASURED, "percent", "point")
# What the rarer units begin with, so that few figures are tried for them.
HOUR_MARKS, FOOT_MARKS, DEGREE_MARKS = frozenset("个钟月"), frozenset("'’′"), frozenset("cf")


def find_figures(prepared: Prepared, taken: bytearray, glued: Collection[int] = ()) -> list[Figure]:
    """Every figure outside the taken places, in reading order. `glued` is where numbers start that stand at the end of a word."""
    found: list[Figure] = []
    numbers = find_numerals(prepared, taken, glued)
    for index, numeral in enumerate(numbers):
        floor = found[-1].end if found else 0
        if numeral.span.start < floor:
            continue
        figure = _look(prepared, numeral, floor)
        if not states_number(prepared, figure) and not in_a_row(prepared.folded, numbers, index):
            continue
        if found and (join(prepared, found[-1], figure) or compound(prepared, found[-1], figure)):
            continue
        if found and found[-1].ordinal and UP_TO.fullmatch(prepared.folded, found[-1].end, numeral.span.start):
            figure.ordinal = True  # 第3至5名
        if found:
            share_bound(prepared, found[-1], figure)
            share_unit(prepared, found, figure)
        found.append(figure)
    return read_rates(prepared, found)


# 三两 is a weight where nothing else follows: 8两重, not 3两地 or 2两国
BEHIND_TAEL = frozenset(["", *"半银金白黄酒肉重的左以多余整\n 。，、；：！？（）)(,.;:!?/"])
ORDINAL_SUFFIX = lazy_pattern(r"[ ]?(?:st|nd|rd|th)(?![a-z0-9])")


def _look(prepared: Prepared, numeral: Numeral, floor: int) -> Figure:
    figure = Figure(numeral, numeral.span.start, numeral.span.end, hedge=numeral.hedge)
    suffix = ORDINAL_SUFFIX.match(prepared.folded, numeral.span.end) if numeral.style == "digits" and not numeral.scaled else None
    if suffix is not None or numeral.form == "ordinal":
        figure.ordinal, figure.end = True, suffix.end() if suffix is not None else figure.end
        return figure
    _look_right(prepared, figure)
    _look_left(prepared, figure, floor)
    if figure.kind == "count" and (
        prepared.folded.endswith(" top ", 0, figure.start)
        or (
            prepared.folded.endswith(("前", "前 "), 0, figure.start)
            and prepared.folded.startswith(("名", "位", "强"), skip(prepared.folded, numeral.span.end))
        )
    ):
        figure.ordinal = True  # the top three hospitals, 前三名, are ranks, not how many there are
    if figure.unit is not None and figure.unit.name == "edition" and figure.hedge in (None, "exact"):
        figure.ordinal = figure.ordinal or NUMBERED.match(prepared.folded, figure.end) is not None
    return figure


# Numbered without a 第: 十九届五中全会 is the fifth plenum of the nineteenth; 举办了三届 counts.
NUMBERED = lazy_pattern(r"[一二三四五六七八九]中全会|中央|人大|全国人")


# the x of 3 x 4 metres
TIMES_MARK = lazy_pattern(r"x[ ]?[0-9]")


def _look_right(prepared: Prepared, figure: Figure) -> None:
    folded, place = prepared.folded, hedge_at(prepared, figure, figure.numeral.span.end)
    place = discount(folded, figure, tenths(folded, figure, place))
    place = dozens(folded, figure, place)
    begin = skip(folded, place)
    if begin < len(folded) and folded[begin] == "-" and begin == place:
        begin += 1
    inches = INCHES_BEHIND.match(folded, place) if figure.numeral.style == "digits" else None
    if inches is not None:
        figure.unit, figure.end = units()["inch"], inches.end()
        return
    ahead = folded[place : place + 3]
    if ahead[:1] in HOUR_MARKS and hours_behind(folded, figure, place):
        return
    if (
        ("t" in ahead and tonnes(prepared, figure, place))
        or (ahead[:1] in FOOT_MARKS and feet(folded, figure, place))
        or (folded[begin : begin + 1] in DEGREE_MARKS and degrees(prepared, figure, place))
    ):
        return
    token, unit = _unit_behind(prepared, figure, begin)
    if figure.numeral.form in ("percent", "fraction", "multiple"):
        place = _parts_behind(prepared, figure, place)
        hedge_at(prepared, figure, place)  # "三成受访者" is a share of the respondents, not a count of them
    elif token is not None and unit is not None and not _millions(prepared, figure, token):
        unit = spelled_out(figure, magnitude(folded, figure, degree(folded, figure, unit)))
        unit, figure.end = raised_unit(folded, token.end, unit)
        figure.unit = unit
        if unit.kind == "money":
            unit = coin(figure, unit)
            figure.unit = figure.currency = unit
            currency_behind(prepared, figure)
        if unit.classifier:
            _noun_behind(prepared, figure)
        half_behind(prepared, figure)
        tenths_behind(prepared, figure)
        hedge_at(prepared, figure, figure.end)
    elif figure.numeral.style != "hanzi" and not _aged(folded, figure) and not code_behind(prepared, figure):
        _head_noun(prepared, figure, begin)


def _unit_behind(prepared: Prepared, figure: Figure, begin: int) -> tuple[Token | None, Unit | None]:
    """The word behind a number and the unit that it is, over an adjective, or over "of an" behind a fraction."""
    folded, numeral = prepared.folded, figure.numeral
    token = prepared.word_at(begin)
    if token is not None and token.has("not_unit.parted"):
        token = unit_inside(prepared, begin)  # the 家 of 八家电视台
    unit = unit_of(token, numeral)
    if token is not None and token.words[0].text == "x" and TIMES_MARK.match(folded, token.start):
        return token, None  # 3 x 4 metres
    if token is not None and unit is not None and unit.kind == "money" and names_the_next(prepared, figure, token):
        return token, None
    if token is not None and unit is not None and token.words[0].text in ("pound", "pounds"):
        return token, pounds(prepared, figure, token)
    if token is not None and unit is not None and token.words[0].text == "块" and is_piece(prepared, figure, token):
        return token, units()["item"]
    if token is not None and token.words[0].text == "两" and folded[token.end : token.end + 1] not in BEHIND_TAEL:
        unit = None
    if token is not None and unit is None and token.has("skip.adjective"):
        token = prepared.starting.get(skip(folded, token.end))  # two consecutive years
        unit = unit_of(token, numeral)
        unit = unit if unit is not None and unit.kind == "duration" else None
    if unit is None and numeral.vague and folded.startswith("of ", begin):  # tens of millions of dollars
        behind = prepared.word_at(begin + len("of "))
        unit = unit_of(behind, numeral)
        return (behind, unit) if unit is not None and unit.kind in ("money", *MEASURED) else (token, None)
    if numeral.form == "fraction" and numeral.style != "hanzi":
        return _part_of_unit(prepared, figure, begin, (token, unit))
    return token, unit


# 百分之五年 is no part of a year: 年利率, 月供 and 天然气 begin so
CALENDAR = frozenset("年月日天周季")


def _parts_behind(prepared: Prepared, figure: Figure, place: int) -> int:
    """Read 百分之十一秒, 四分之一个世纪 and 三分之二英里 as so much of the unit behind them; where the figure ends."""
    folded, numeral = prepared.folded, figure.numeral
    if "分之" not in folded[numeral.span.start : numeral.span.end] or numeral.high is not None:
        return place
    token = prepared.word_at(place + folded.startswith("个", place))
    unit = unit_of(token, numeral)
    if token is None or unit is None or unit.kind not in MEASURED or folded[token.start : token.end] in CALENDAR:
        return place
    decimals, value = finite(Fraction(numeral.value) / (100 if numeral.form == "percent" else 1))
    figure.numeral = replace(numeral, value=value, decimals=decimals, form="number", pointed=decimals < 0)
    figure.unit, figure.end = spelled_out(figure, unit), token.end
    return token.end


def _part_of_unit(
    prepared: Prepared, figure: Figure, begin: int, found: tuple[Token | None, Unit | None]
) -> tuple[Token | None, Unit | None]:
    """The unit behind a fraction, also over "of an": ½ mile, a quarter of an hour. The fraction is then so much of it."""
    token, unit = found
    of = TO_UNIT.match(prepared.folded, begin - 1) if unit is None and begin else None
    if of is not None:
        token = prepared.word_at(of.end())
        unit = unit_of(token, figure.numeral)
    if unit is not None and unit.kind in PARTED:
        figure.numeral = replace(figure.numeral, form="number")
    return token, unit


# "10M users", "costs 2.5M." but not 10M宽带, "10M bps"
MILLIONS_BEHIND = lazy_pattern(r"[ ]?(?:[a-z]{3,}|[.,;:)!?]|\Z)")


# 2.5 M at the end of a sentence or a cell
MILLIONS_APART = lazy_pattern(r"[ ]?(?:[.;!?](?![0-9])|\n|\Z)")


def _millions(prepared: Prepared, figure: Figure, token: Token) -> bool:
    """Read the M of 10M, and the m of 3.5m people, as million: metres are written with a small one. Whether it was one."""
    start, end, folded = token.start, token.end, prepared.folded
    letter = prepared.document.text[start:end] if start == figure.numeral.span.end or MILLIONS_APART.match(folded, end) else ""
    counted = prepared.starting.get(end + 1) if letter == "m" and folded.startswith(" ", end) else None
    millions = letter == "M" or (counted is not None and counted.has("sense.of_millions"))
    if not millions or figure.numeral.style != "digits" or not MILLIONS_BEHIND.match(folded, end):
        return False
    figure.numeral = replace(figure.numeral.times(6), span=Span(figure.numeral.span.start, end))
    figure.end = end
    _head_noun(prepared, figure, skip(prepared.folded, end) - 1)
    return True


def _aged(folded: str, figure: Figure) -> bool:
    """A bare number that the words around it make an age."""
    numeral = figure.numeral
    if numeral.scaled or not 0 < numeral.value < 130:
        return False
    behind = AGED_BEHIND.match(folded, numeral.span.end)
    if behind is None and numeral.vague and OWNER_BEFORE.search(folded, max(0, numeral.span.start - 6), numeral.span.start):
        figure.unit = AGE  # in his thirties
        return True
    if behind is None and AGED_BEFORE.search(folded, max(0, numeral.span.start - 16), numeral.span.start) is None:
        return False
    figure.unit = AGE
    over = behind if behind is not None and behind["over"] else OVER_BEHIND.match(folded, numeral.span.end)
    if over is not None:
        figure.hedge, figure.end = "at_least", over.end() if behind is None else figure.end
    return True


AGE = Unit("year", "age", "time", "1", ())


def _noun_behind(prepared: Prepared, figure: Figure) -> None:
    """260个城市, 3000家优质诊所: the noun behind a classifier says what is counted."""
    place = skip(prepared.folded, figure.end)
    for shortest in (1, 2):  # the last noun of 国家标准 is what is counted
        token = prepared.word_at(place)
        unit = unit_of(token, figure.numeral)
        if token is None or unit is None or unit.kind != "count" or unit.classifier or token.end - token.start < shortest:
            return
        figure.unit, figure.end, place = unit, token.end, token.end


# A tab and a bar part columns: in the row "东 | 13.5 | 西城" no city is counted.
NOUN_STOP = lazy_pattern(r"[,.;:()|\n\t，。；：（）]|[0-9]")


def _head_noun(prepared: Prepared, figure: Figure, begin: int) -> None:
    """40 million goods, 130,000 self-owned and external doctors: the first countable noun within a few words, before any stop."""
    folded = prepared.folded
    limit = min(len(folded), begin + 70)
    stop = NOUN_STOP.search(folded, begin, limit)
    end = stop.start() if stop else limit
    for token in prepared.tokens_in(begin, end):
        if token.has("join.to") or token.has("join.from") or token.has("join.compared") or token.has("part.each"):
            return
        unit = unit_of(token, figure.numeral)
        if unit is not None and unit.kind == "count" and not unit.classifier and token.start > begin:
            if folded[token.end : token.end + 1] == "的":
                continue  # 8600万有健康标签的用户: what is counted stands behind the 的
            figure.unit = magnitude(folded, figure, unit)
            return


def _look_left(prepared: Prepared, figure: Figure, floor: int) -> None:
    folded, place = prepared.folded, figure.start
    number = place - 1 if place > 1 and folded[place - 1] == " " else place  # some put a blank between 第 and digits
    figure.ordinal = number > 0 and folded[number - 1] == "第"
    if figure.ordinal:
        figure.start = number - 1
        return
    place = code_before(prepared, figure, currency_before(prepared, figure, place, floor=floor))
    hedges_before(prepared, figure, place)
