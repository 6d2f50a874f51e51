"""Units that a word alone does not tell: a 度 of electricity, a 块 of money or of something, 3 Mt and 3 mt, the feet of 5'11"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.extract.figure import Figure
from factcheck.extract.hedges import hedge_at
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import Token, Unit, units
from factcheck.pattern import lazy_pattern

# 一块化石 is a piece, 一块钱 and 一块五 are sums
SUM_BEHIND = lazy_pattern(r"[ ]?(?:[^\u3400-\u9fff]|\Z|[钱多半左上以的人起一二三四五六七八九零整不])")


def is_piece(prepared: Prepared, figure: Figure, token: Token) -> bool:
    """Whether 块 counts pieces: one of something, or of something that is known to come in pieces (两块金牌)."""
    behind = prepared.starting.get(token.end)
    if SUM_BEHIND.match(prepared.folded, token.end):
        return False
    return figure.numeral.value == 1 or (behind is not None and behind.has("sense.of_piece"))


# 用电3.5万度: a 度 of electricity is a kilowatt-hour
POWER_BEFORE = lazy_pattern(r"(?:[用发耗供售购节省充]电量?|电量)[^，。；,;\n0-9]{0,10}\Z")
# 华氏86度, 摄氏30至35度: the scale of a temperature may stand in front; that of 零下摄氏5度 is part of the sign
SCALE_BEFORE = lazy_pattern(r"(?:(?P<celsius>摄氏)|华氏)[ ]?(?:[0-9.]{1,5}[ ]?[至到~～—–-][ ]?)?\Z")
SIGNED = ("零下摄氏", "零下华氏")


def degree(folded: str, figure: Figure, unit: Unit) -> Unit:
    """The degree of temperature or the kilowatt-hour that the words in front make a 度; other units as they are."""
    if unit.name != "degree":
        return unit
    start = figure.numeral.span.start
    if POWER_BEFORE.search(folded, max(0, start - 14), start) is not None:
        return units()["kWh"]
    scale = SCALE_BEFORE.search(folded, max(0, start - 14), start + len(SIGNED[0]) * folded.startswith(SIGNED, start))
    return unit if scale is None else units()["°C" if scale["celsius"] else "°F"]


# 86F, 35 C: the capital is the scale of a temperature where the clause speaks of heat or cold, in 35 C (95 F), and alone
DEGREES_BEHIND = lazy_pattern(r"[ ]?(?P<scale>[CF])(?![A-Za-z0-9°/+#&'’-])")
TWO_SCALES = lazy_pattern(
    r"[0-9][ ]?(?:C[ ]?[(/,][^0-9.;]{0,10}[0-9.]{1,6}[ ]?F|F[ ]?[(/,][^0-9.;]{0,10}[0-9.]{1,6}[ ]?C)(?![A-Za-z0-9])"
)
SCALES_REACH = 24


def degrees(prepared: Prepared, figure: Figure, place: int) -> bool:
    """Read the letter of a scale of temperatures, told by its capital and the words around it; whether there is one."""
    text, start = prepared.document.text, figure.numeral.span.start
    letter = DEGREES_BEHIND.match(text, place) if figure.numeral.style == "digits" and figure.numeral.form == "number" else None
    if letter is None:
        return False
    clause = prepared.clause(start)
    told = any(token.has("sense.of_temperature") for token in prepared.tokens_in(clause.start, clause.end))
    alone = len(text) <= SCALES_REACH and not (text[:start] + text[letter.end() :]).strip(" .")
    if not (told or alone or TWO_SCALES.search(text, max(0, start - SCALES_REACH), letter.end() + SCALES_REACH)):
        return False
    figure.unit, figure.end = units()["°" + letter["scale"]], letter.end()
    hedge_at(prepared, figure, figure.end)
    return True


# "a magnitude 7 earthquake" and 规模6.1地震 count no earthquakes
MAGNITUDE_BEFORE = lazy_pattern(r"(?:\bmagnitude(?:[ -]|[ ]of[ ])|(?:规模|震级)[为 ]?)\Z")
MAGNITUDE_REACH = 14


def magnitude(folded: str, figure: Figure, unit: Unit) -> Unit:
    """The magnitude that a number gives an earthquake by its point or the word in front of it; other units as they are."""
    start = figure.numeral.span.start
    if unit.name != "earthquake":
        return unit
    told = figure.numeral.pointed or MAGNITUDE_BEFORE.search(folded, max(0, start - MAGNITUDE_REACH), start)
    return units()["magnitude"] if told else unit


# 3 Mt of carbon is no 3 mt: the key copy has no capitals
TONNES_BEHIND = lazy_pattern(r"[ ]?(?P<symbol>[kMG]t)(?![A-Za-z0-9])")


def tonnes(prepared: Prepared, figure: Figure, place: int) -> bool:
    """Read the symbol of a power of ten of tonnes, told by its capitals; whether there is one."""
    symbol = TONNES_BEHIND.match(prepared.document.text, place) if figure.numeral.form == "number" else None
    if symbol is None or figure.numeral.style == "hanzi":
        return False
    figure.unit, figure.end = spelled_out(figure, units()[symbol["symbol"]]), symbol.end()
    hedge_at(prepared, figure, figure.end)
    return True


# A unit that is a power of ten of another in the other language: two decades are 二十年, 1.5 gigatonnes 15亿吨.
POWERS = {
    "decade": ("year", 1),
    "millennium": ("year", 3),
    "kt": ("t", 3),
    "Mt": ("t", 6),
    "Gt": ("t", 9),
    "Mtoe": ("toe", 6),
    "bcm": ("m³", 9),
}


def spelled_out(figure: Figure, unit: Unit) -> Unit:
    """The unit that both languages have, the number made so many of it; other units as they are."""
    if unit.name not in POWERS or figure.numeral.form != "number" or not isinstance(figure.numeral.value, Decimal):
        return unit
    name, exponent = POWERS[unit.name]
    figure.numeral = replace(figure.numeral.times(exponent), scaled=figure.numeral.scaled)
    return units()[name]


# 5'11": feet where inches follow
FEET_BEHIND = lazy_pattern(r"['’′](?=[ ]?(?:1[01]|[0-9])[\"”″])")
TALLEST = 9


def feet(folded: str, figure: Figure, place: int) -> bool:
    """Read the mark of feet in front of inches; whether there is one."""
    mark = FEET_BEHIND.match(folded, place) if 0 < figure.numeral.value <= TALLEST else None
    if mark is not None:
        figure.unit, figure.end = units()["foot"], mark.end()
    return mark is not None
