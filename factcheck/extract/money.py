"""Money: the currency in front of a number and behind it, scales glued to a code, brackets that say less than nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from factcheck.document import Span
from factcheck.extract import numerals
from factcheck.extract.beside import skip, token_before, unit_of
from factcheck.extract.figure import Figure
from factcheck.extract.hanzi import HANZI
from factcheck.extract.prepared import Prepared
from factcheck.extract.scale_words import money_suffix
from factcheck.lexicon import Token, Unit, currencies, units
from factcheck.pattern import lazy_pattern

# 30 MUSD, 48.5 MGBP, "about MAUD 60": a thousand, a million, a billion of a currency
CODE_BEHIND = lazy_pattern(r"[ ]?(?P<scale>[KMB])(?P<code>[A-Z]{3})(?![A-Za-z0-9])")
CODE_BEFORE = lazy_pattern(r"(?<![A-Za-z0-9])(?P<scale>[KMB])(?P<code>[A-Z]{3})[ ]?\Z")
SCALES = {"K": 3, "M": 6, "B": 9}
# 75 USD million
SCALE_BEHIND = lazy_pattern(r"[ ](?P<scale>[a-z]{2,9})(?![a-z-])")
# A sum in brackets is a loss where something is said to be it, in a cell and alone: "was ($9.50)"; elsewhere the brackets explain.
BRACKET_BEFORE = lazy_pattern(r"(?:\b(?:is|was|were|are|of|to|at|and)[ ]|[:|\t][ ]?|^)\(\Z", re.MULTILINE)


OF_WEIGHED = lazy_pattern(r"[ ]of[ ][a-z]|[ ]per[ ](?:square|acre)")
# Coins that are counted and stand for a sum: ten dimes are a dollar.
COINS = frozenset(["dime", "nickel"])


def coin(figure: Figure, unit: Unit) -> Unit:
    """The currency of a coin, the number of coins made the sum they are worth; other units as they are."""
    numeral = figure.numeral
    if unit.name not in COINS or numeral.high is not None:
        return unit
    decimals, value = numerals.finite(Fraction(numeral.value) * Fraction(unit.factor))
    figure.numeral = replace(numeral, value=value, decimals=decimals)
    return units()[unit.dimension]


def names_the_next(prepared: Prepared, figure: Figure, token: Token) -> bool:
    """Whether a currency behind a sum is that of the next one: RMB 10 USD 20."""
    if not prepared.folded[token.end : token.end + 2].lstrip(" ")[:1].isdigit():
        return False
    before = unit_of(token_before(prepared, figure.numeral.span.start, blanks=1), figure.numeral)
    return before is not None and before.kind == "money"


def pounds(prepared: Prepared, figure: Figure, token: Token) -> Unit | None:
    """What a word for money and for weight is here, told by the words of its clause; None where nothing tells."""
    clause = prepared.clause(figure.numeral.span.start)
    kinds = frozenset().union(*(near.kinds for near in prepared.tokens_in(clause.start, clause.end)))
    weight = OF_WEIGHED.match(prepared.folded, token.end) is not None or "sense.of_weight" in kinds
    money = "sense.of_money" in kinds or "£" in prepared.folded[clause.start : clause.end] or figure.numeral.scaled
    if weight == money:
        return None
    return units()["pound" if weight else "GBP"]


def code_behind(prepared: Prepared, figure: Figure) -> bool:
    """Read the code of a currency with its scale in front: 30 MUSD; whether it was one."""
    code = CODE_BEHIND.match(prepared.document.text, figure.numeral.span.end)
    if code is None or code["code"] not in currencies() or figure.numeral.scaled:
        return False
    figure.numeral = replace(figure.numeral.times(SCALES[code["scale"]]), span=Span(figure.numeral.span.start, code.end()))
    figure.unit = figure.currency = units()[code["code"]]
    figure.end = code.end()
    return True


def currency_behind(prepared: Prepared, figure: Figure) -> None:
    """元人民币, yuan RMB: the second name says which yuan; 75 USD million: the scale stands behind."""
    token = prepared.starting.get(skip(prepared.folded, figure.end))
    unit = unit_of(token, figure.numeral)
    if token is not None and unit is not None and unit.kind == "money":
        figure.currency, figure.end = unit, token.end
    scale = SCALE_BEHIND.match(prepared.folded, figure.end)
    exponent = numerals.words()["en"]["scale"].get(scale["scale"]) if scale is not None else None
    if scale is not None and exponent and not figure.numeral.scaled and figure.end > figure.numeral.span.end:
        figure.numeral, figure.end = figure.numeral.times(exponent), scale.end()


def currency_before(prepared: Prepared, figure: Figure, place: int, *, floor: int) -> int:
    """Read the currency in front of a number; where it starts. `floor` is where the figure before ends: its currency is not this one's."""
    place, negative = _minus(prepared, figure, place)
    token = token_before(prepared, place, blanks=1)
    unit = unit_of(token, figure.numeral)
    if token is None or token.start < floor or unit is None or unit.kind != "money" or figure.kind in ("percent", "point"):
        return place
    if figure.unit is not None and figure.unit.kind not in ("money", "count"):
        glued = money_suffix(prepared.folded, figure.numeral)
        if glued is figure.numeral or figure.end != glued.span.end:
            return place
        figure.unit = None  # £125.0m is a sum, not a length
    if not _stands_before(prepared, token, place) or _belongs_to_the_left(prepared, token):
        return place
    figure.currency, figure.start = unit, token.start
    if negative:
        figure.numeral = replace(figure.numeral, value=-figure.numeral.value)
    if not figure.numeral.scaled:
        scaled = money_suffix(prepared.folded, figure.numeral)
        if scaled is not figure.numeral:
            figure.numeral, figure.end = scaled, max(figure.end, scaled.span.end)
    _bracketed(prepared, figure)
    return token.start


def code_before(prepared: Prepared, figure: Figure, place: int) -> int:
    """Read the code of a currency with its scale in front of a number, MAUD 60; where it starts."""
    text = prepared.document.text
    if not (place > 3 and (text[place - 1].isupper() or text[place - 2].isupper())) or figure.numeral.scaled:
        return place
    code = CODE_BEFORE.search(text, max(0, place - 6), place)
    if code is None or code["code"] not in currencies():
        return place
    figure.numeral = figure.numeral.times(SCALES[code["scale"]])
    figure.currency, figure.start = units()[code["code"]], code.start()
    return figure.start


def _minus(prepared: Prepared, figure: Figure, place: int) -> tuple[int, bool]:
    """The place in front of a sign that stands behind a currency, and whether there is one: $-9.50."""
    negative = (
        place > 1 and prepared.folded[place - 1] in "-−" and figure.numeral.value > 0 and prepared.folded[place - 2] in "$£€¥"
    )
    return place - negative, negative


def _bracketed(prepared: Prepared, figure: Figure) -> None:
    """A sum in brackets as a loss: "was ($9.50)"."""
    folded, end = prepared.folded, max(figure.end, figure.numeral.span.end)
    if not folded.startswith(")", end) or figure.numeral.value <= 0 or not folded.endswith("(", 0, figure.start):
        return
    if BRACKET_BEFORE.search(folded, max(0, figure.start - 8), figure.start) is None:
        return
    figure.numeral = replace(figure.numeral, value=-figure.numeral.value)
    figure.start, figure.end = figure.start - 1, end + 1


def _stands_before(prepared: Prepared, token: Token, place: int) -> bool:
    """Whether a currency may stand in front of its number: a sign, a code or a Chinese name, not the "won" of "they won 3 golds"."""
    text = prepared.document.text[token.start : token.end]
    if not text.isascii():
        return token.end == place or not text[0].isalpha()
    return not text.isalpha() or text.isupper() or text in ("Rs", "Renminbi")


def _belongs_to_the_left(prepared: Prepared, token: Token) -> bool:
    """Whether a Chinese currency has its own number in front of it: the 元 of 50元6角."""
    before = prepared.folded[token.start - 1 : token.start]
    return not token.words[0].text.isascii() and bool(before) and (before.isdigit() or before in HANZI)
