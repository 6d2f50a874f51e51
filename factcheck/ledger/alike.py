"""Texts that differ in the digits of one number only: one of them is read, and its figure is that of the others with their digits.

A ledger of many claims is made by programs: it holds "1,234.5 million yuan" a thousand times, each with digits of its own. What a number
is, its words say, not its digits; but where digits alone can make it a year, a date, a list's number or a damaged figure, nothing is
taken over. A test lays what is taken over beside what is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from factcheck.document import Document
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern
from factcheck.quantity import Quantity, significant_exponent

# 2021.06 may be a month and 12.25 a day, 1234 a year and 12 a day: only what can be none of these.
NUMBER = lazy_pattern(
    r"""
    (?<![0-9.,])
    (?:
        (?: [1-9][0-9]{4,8} | [3-9][0-9]{3} | [1-9][0-9]{0,2} ) \. [0-9]    # 3772.9; 1961.5 is read by itself
      | [1-9][0-9]{0,2} (?: , [0-9]{3} ){1,5} (?: \. [0-9] )?    # 62,885  1,234.5
    )
    (?! [0-9] | [.,][0-9] )
    """,
    re.VERBOSE,
)
# What a rewriting program leaves of a 1 that it printed as a sum.
TRACES = ("654", "543", "438")
DIGITS = str.maketrans("123456789", "0" * 9)
# What is said of a number by the words beside it, whatever its size; an age or a multiple is no such thing.
KINDS = frozenset({"money", "count", "percent", "measure"})


class Written(NamedTuple):
    """How a text is written: the words before its number, the number with a 0 for each digit, and the words behind."""

    before: str
    pattern: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """The mentions of one text, which of them the number is, and the power of ten of its scale; below zero where `negative`."""

    mentions: tuple[Mention, ...]
    which: int
    exponent: int
    negative: bool


def parted(text: str) -> tuple[Written, str]:
    """How a text is written, and its number; a text without a number that may have other digits is written like no other."""
    found = [*NUMBER.finditer(text)]
    number: str = found[0][0] if len(found) == 1 else ""
    digits = number.replace(",", "").replace(".", "")
    if not number or any(trace in digits for trace in TRACES):
        return Written(text), ""
    return Written(text[: found[0].start()], number.translate(DIGITS), text[found[0].end() :]), number


def sample(written: Written, number: str, mentions: Sequence[Mention]) -> Sample | None:
    """What was read of a text, where the figure of its number follows from the digits; None where it does not."""
    start = len(written.before)
    for which, mention in enumerate(mentions):
        figure = mention.quantity
        if not mention.number.start <= start < mention.number.end:
            continue
        if figure is None or figure.unit is None or mention.kind not in KINDS or mention.damage is not None:
            return None
        found = Sample(tuple(mentions), which, figure.decimals + places(number), figure.value < 0)
        return found if put_in(found, number, mention.document)[which].quantity == figure else None
    return None


def put_in(known: Sample, number: str, document: Document) -> list[Mention]:
    """The mentions of a document that is written as the sample is, but for its number."""
    figure = known.mentions[known.which].quantity
    assert figure is not None
    value = Decimal(number.replace(",", "")).scaleb(known.exponent)
    significant = figure.decimals if "." in number else significant_exponent(value, figure.decimals)
    stated = Quantity(-value if known.negative else value, figure.unit, figure.hedge, figure.decimals, significant)
    return [
        replace(mention, document=document, quantity=stated if which == known.which else mention.quantity)
        for which, mention in enumerate(known.mentions)
    ]


def places(number: str) -> int:
    """How many digits a number has behind its point."""
    return len(number.partition(".")[2])
