"""Numerals that make one number together: "3 hundred and 21", "4 thousand 3 hundred", "one over three"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from factcheck.document import Span
from factcheck.extract.numerals import Numeral, exact, finite
from factcheck.pattern import lazy_pattern

STOP_BEHIND = lazy_pattern(r"[ ]?(?:[.,;:?!)\n]|\Z)")
OVER = " over "
PARTS = (" out of ", " in ")
SIGNS = " -−"


def chained(folded: str, found: Iterable[Numeral]) -> list[Numeral]:
    """Numerals in reading order, those that continue the one before joined to it."""
    joined: list[Numeral] = []
    for numeral in found:
        if joined:
            one = _continued(folded, joined[-1], numeral) or _over(folded, joined[-1], numeral)
            if one is not None:
                joined[-1] = one
                continue
        joined.append(numeral)
    if len(joined) == 1:
        joined[0] = _alone(folded, joined[0])
    return joined


def _continued(folded: str, first: Numeral, second: Numeral) -> Numeral | None:
    """Digits with a scale word, and a smaller number behind them: 4 thousand 3 hundred, 3 hundred and 21."""
    if first.style != "digits" or not first.scale or second.style == "hanzi" or second.form != "number" or second.pointed:
        return None
    if not "a" <= folded[first.span.end - 1] <= "z" or first.high is not None or second.high is not None:
        return None
    between = folded[first.span.end : second.span.start]
    if not 0 < second.value < 10**first.scale or (between != " " and not (between == " and " and first.scale == 2)):
        return None
    if between == " " and not second.scale and first.scale != 2:
        return None
    return replace(
        first, value=exact(first.value) + exact(second.value), decimals=second.decimals, scale=second.scale,
        span=Span(first.span.start, second.span.end),
    )  # fmt: skip


def _over(folded: str, first: Numeral, second: Numeral) -> Numeral | None:
    """One over twenty; "two over three" and "one out of three" where a text says nothing else."""
    between = folded[first.span.end : second.span.start]
    if between != OVER and between not in PARTS:
        return None
    if not {first.form, second.form} <= {"number"} or first.high is not None or second.high is not None or second.value <= 0:
        return None
    outside = folded[: first.span.start] + folded[second.span.end :] if len(folded) < 80 else folded
    unit = between == OVER and first.value == 1 and STOP_BEHIND.match(folded, second.span.end) is not None
    if outside.strip(SIGNS) and not unit:
        return None
    decimals, value = finite(Fraction(first.value) / Fraction(second.value))
    return Numeral(Span(first.span.start, second.span.end), value, decimals, first.style, form="fraction")


def _alone(folded: str, numeral: Numeral) -> Numeral:
    """A sign that a blank parts from the only number of a text: "- 1,200"."""
    start = numeral.span.start
    if start > 4 or folded[:start].strip() not in ("-", "−") or numeral.value < 0 or folded[start - 1 : start] != " ":
        return numeral
    low, high = numeral.value, numeral.high
    span = Span(folded.index(folded.strip()[0]), numeral.span.end)
    return replace(numeral, value=-low, high=None if high is None else -high, span=span)
