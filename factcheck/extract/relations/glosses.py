"""Figures and their glosses: the same amount in another language, another unit, or more exactly; in brackets, or behind a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.claim import Relation
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind
from factcheck.extract.relations.runs import value
from factcheck.lexicon import Unit
from factcheck.lexicon.rates import is_rate, unit_named
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

# （12亿元, "(or 12", "(i.e., 12"
OPENS = lazy_pattern(r"[ ]?[（(\[][ ]?(?:或|即|约|or|about|i\.e\.,?|some)?[ ]?")
# "48 km)", 48 in "(48-kilometer-tall)"; but 5 ft in "(5 ft 11 in)" does not close its bracket.
CLOSES = lazy_pattern(r"[ ]?[^（()）\n0-9]{0,12}[）)\]]")
# "1.6 kg (200 g a head)", （500克一份）: each of several, not the same amount again.
EACH = lazy_pattern(
    r"""
      [ ](?:each|apiece|(?:an?|per|every|for[ ](?:each|every))[ ][a-z]+)[ ]?[）)\]]    # 500 kg a pallet)
    | [ ]?[一每/][一-鿿]{1,3}[）)\]]                                                  # 500克一份）
    """,
    re.VERBOSE,
)
# What says outside brackets that the next figure is the same amount in another unit.
EQUATES = lazy_pattern(
    r"""
      [ ]?[,，]?[ ]?(?:
        (?:大?约)?(?:折?合|折算[为成]?|换算[为成后]?为?|相当于|等于|也?就是|亦?即)(?:大?约|近|将近)?                    # ，约合
      | (?:or|i\.e\.,?|that[ ]is,?|equal(?:s|ling)?(?:[ ]to)?|(?:the[ ])?equivalent[ ](?:to|of)|which[ ](?:is|equals))
          (?:[ ](?:about|around|some|roughly|approximately|almost|nearly|just[ ](?:over|under)))?               # , or about
      )[ ]?
    """,
    re.VERBOSE,
)
# "3.5 miles, about 5.6 km": the second figure may be of something else, and is taken for a gloss where it comes near.
BESIDE = lazy_pattern(r"[ ]?[,，][ ]?(?:大?约|about|around|roughly|approximately|some)[ ]?")
# ，达, ，增至, ", at": the next figure is the one before, to the digit.
TO_THE_DIGIT = lazy_pattern(
    r"""
      [ ]?[,，][ ]?(?:达到?了?|达至|为|录得|(?:升|增|跌|降)至)(?!约|近|超)              # 突破百亿元，达
    | ,[ ](?:at|reaching|hitting|standing[ ]at|to[ ](?:reach|hit|stand[ ]at))[ ]     # nearly 60 percent, at
    """,
    re.VERBOSE,
)
NEAR = 3
ENDS = lazy_pattern(r"[ ]?(?:[^\w\s%]|\Z|\n|的|and\b|but\b)")
# What stands between a number of things and what each of them is: in "eight jars of 340 g, or 2.72 kg" the last figure is that of all.
SEVERAL = lazy_pattern(
    r"""
      [ ](?:[a-z]{1,16}[ ])?(?:of|weighing|holding|at)[ ]   # eight jars of 340 g
    | [ ]?[x×*][ ]?                                         # 8 x 340 g
    """,
    re.VERBOSE,
)
# How many code points a noun between figure and bracket may have: 超三成受访者（31.2%）.
NOUN = 16


def glosses(prepared: Prepared, casts: Sequence[Cast], bind: Bind) -> Iterator[Relation]:
    """1.2 billion yuan (12亿元); 5英里（8公里）; 超三成受访者（31.2%）; 25公顷，约合25万平方米."""
    for place, (first, second) in enumerate(pairwise(casts)):
        if place and _of_several(prepared, casts[place - 1], first, second):
            continue
        if (_bracketed(prepared, first, second) and _glossable(first, second)) or _equated(prepared, first, second):
            yield Relation("gloss", {"figure": (bind(first),), "gloss": (bind(second),)})
        elif _to_the_digit(prepared, first.mention, second.mention):
            yield Relation("precise", {"figure": (bind(first),), "gloss": (bind(second),)})


def _to_the_digit(prepared: Prepared, one: Mention, other: Mention) -> bool:
    """Whether a hedged figure is given again, to the digit, right behind: 突破百亿元，达102.6亿元; "nearly 60%, at 59.2%"."""
    if one.hedge not in ("over", "nearly", "under") or one.quantity is None or other.quantity is None:
        return False
    counted = one.kind == other.kind == "count" and other.span.end == other.number.end
    if one.unit != other.unit and not counted:
        return False
    near = one.quantity.value < other.quantity.value * NEAR and other.quantity.value < one.quantity.value * NEAR
    return near and TO_THE_DIGIT.fullmatch(prepared.folded, one.span.end, other.span.start) is not None


def _bracketed(prepared: Prepared, first: Cast, second: Cast) -> bool:
    folded = prepared.folded
    between = folded[first.mention.span.end : second.mention.span.start]
    opens = max(between.rfind("("), between.rfind("（"))
    if not 0 <= opens <= NOUN or any(mark in between[:opens] for mark in ",，。;；)）"):
        return False
    ends = (second.mention.number.end, second.mention.span.end)
    if not is_rate(first.mention.unit) and any(EACH.match(folded, end) is not None for end in ends):
        return False
    return OPENS.fullmatch(between, opens) is not None and CLOSES.match(folded, second.mention.span.end) is not None


def _of_several(prepared: Prepared, number: Cast, one: Cast, every: Cast) -> bool:
    """Whether a quantity is that of each of several things, and the one behind it, much the larger, that of all of them."""
    if number.mention.kind != "count" or _physical(one.mention) is None or _physical(every.mention) is None:
        return False
    if SEVERAL.fullmatch(prepared.folded, number.mention.number.end, one.mention.span.start) is None:
        return False
    return _size(every.mention) ** 2 > value(number) * _size(one.mention) ** 2


def _equated(prepared: Prepared, first: Cast, second: Cast) -> bool:
    """Whether words say that a physical quantity is given again in another unit: 25公顷，约合25万平方米; "3.5 miles, or 5.6 km"."""
    one, other = first.mention, second.mention
    unit, another = _physical(one), _physical(other)
    if unit is None or another is None or unit.name == another.name or unit.dimension != another.dimension:
        return False
    between = prepared.folded[one.span.end : other.number.start]
    if ENDS.match(prepared.folded, other.span.end) is None:
        return False
    return EQUATES.fullmatch(between) is not None or (BESIDE.fullmatch(between) is not None and _near(one, other))


def _physical(mention: Mention) -> Unit | None:
    """The unit of a physical quantity, or of a rate: both are given again in other units."""
    return unit_named(mention.unit) if mention.kind == "measure" or is_rate(mention.unit) else None


def _near(one: Mention, other: Mention) -> bool:
    """Whether two quantities of one dimension are nearly of one size."""
    first, second = _size(one), _size(other)
    return 0 < first <= second * NEAR and second <= first * NEAR


def _size(mention: Mention) -> Fraction:
    unit = _physical(mention)
    return (
        Fraction(mention.quantity.value) * Fraction(unit.factor)
        if unit is not None and mention.quantity is not None
        else Fraction(0)
    )


def _glossable(first: Cast, second: Cast) -> bool:
    """Whether the figure in brackets can be the one in front of them: of one unit, or of one physical dimension."""
    one, other = first.mention, second.mention
    if one.kind != other.kind and {one.kind, other.kind} != {"money", "count"}:
        return False
    unit, another = _physical(one), _physical(other)
    if unit is not None and another is not None:
        return unit.dimension == another.dimension
    # A bare number counts what the figure counts, 130,000 doctors (128,450), and so does one with its classifier, 300家门店（287家）.
    tail = other.document.text[other.number.end : other.span.end]
    same = one.document.text[one.number.end : one.span.end].startswith(tail)
    return one.unit == other.unit or (one.kind == other.kind == "count" and (not tail or same))
