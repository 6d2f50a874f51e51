"""Numerals that make one number together: "3 hundred and 21", "4 thousand 3 hundred", "one over three", "one in five", "three to one"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from factcheck.document import Span
from factcheck.extract.numerals import Numeral, exact, finite
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import units
from factcheck.pattern import lazy_pattern

STOP_BEHIND = lazy_pattern(r"[ ]?(?:[.,;:?!)\n]|\Z)")
OVER = " over "
PARTS = (" out of ", " in ")
OF_SO_MANY = lazy_pattern(r"[ ](?:in|out[ ]of)[ ](?:every[ ])?(?:an?[ ])?|-in-(?:an?-)?")
# "one in five adults"; of more than ten, parts that are counted (18 out of 20 teams) are no share that the text states
# "one worker in eight was paid less": what is counted may stand between, where the sentence goes on as if of one
OF_COUNTED = lazy_pattern(r"(?:[ ][a-z]+){1,2}[ ]in[ ](?:every[ ])?(?:an?[ ])?")
GOES_ON = lazy_pattern(
    r"[ ]?(?:[.,;:)!?]|\Z)|[ ](?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|now|still|never|ever|lives?|lived|dies|die|died|"
    r"says?|said|owns?|owned|works?|worked|lacks?|lacked|goes|went|got|gets|agrees?|agreed|smokes?|smoked|who|that)(?![a-z])"
)
SMALL, TENS = range(2, 11), frozenset(10**exponent for exponent in range(2, 10))
# No share: "number one in five years", "at least one in ten rooms", "one in 3 parts"
NO_SHARE_BEFORE = lazy_pattern(r"(?:\b(?:number|no\.?|rank(?:s|ed)?|the|this|that|phase|part|step|at)|[#.,0-9])[ ]?\Z")
RATED = lazy_pattern(r"[ ]?(?:stars?|points?|marks)(?![a-z])")
TO = lazy_pattern(r"(?:[ ]to[ ]|-to-)")
PROPORTION_BEFORE = lazy_pattern(
    r"\b(?:ratios?|odds|proportions?)[ ](?:of[ ][a-z-]{1,16}[ ]to[ ][a-z-]{1,16}[ ])?(?:(?!from[ ])[a-z]{1,10}[ ]){0,3}\Z"
)
PROPORTION_BEHIND = lazy_pattern(r"[ -](?:ratio|proportion|odds|majority|outsider|favou?rite|shot)(?![a-z])")
LONGEST_LINK = 40  # " primary schoolchildren in every a "
SIGNS = " -−"


def chained(prepared: Prepared, found: Iterable[Numeral]) -> list[Numeral]:
    """Numerals in reading order, those that continue the one before joined to it."""
    joined: list[Numeral] = []
    folded = prepared.folded
    for numeral in found:
        if joined and numeral.span.start - joined[-1].span.end <= LONGEST_LINK:
            one = (
                _continued(folded, joined[-1], numeral)
                or _over(folded, joined[-1], numeral)
                or _of_so_many(prepared, joined[-1], numeral)
                or _proportion(folded, joined[-1], numeral)
            )
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
    return _share(first, second)


def _of_so_many(prepared: Prepared, first: Numeral, second: Numeral) -> Numeral | None:
    """One in five adults, "nine out of ten dentists", "1 in every 500 births": a share, unless times, lengths or marks are told."""
    folded, end = prepared.folded, second.span.end
    if not _plain(first, second):
        return None
    counted = (
        first.style == "words" and OF_COUNTED.fullmatch(folded, first.span.end, second.span.start) and GOES_ON.match(folded, end)
    )
    if OF_SO_MANY.fullmatch(folded, first.span.end, second.span.start) is None and not counted:
        return None
    if not 0 < first.value < second.value or first.value > SMALL[-1]:
        return None
    spoken = "words" in (first.style, second.style) and second.value in SMALL  # 2 in 5 may be places, two in five are a share
    if not (spoken or first.value == 1 or second.value == SMALL[-1] or second.value in TENS):
        return None
    hyphened = folded[first.span.end] == "-"  # the one-in-five chance
    if (not hyphened and NO_SHARE_BEFORE.search(folded, max(0, first.span.start - 8), first.span.start)) or RATED.match(
        folded, end
    ):
        return None
    token = prepared.word_at(end + 1)
    name = token.meaning("unit") if token is not None else None
    if (name is not None and units()[name].kind != "count") or folded.startswith(("-", "%"), end):
        return None
    return _share(first, second)


def _proportion(folded: str, first: Numeral, second: Numeral) -> Numeral | None:
    """A ratio of three to one, "a 3-to-1 majority", "odds of 10 to 1"."""
    if TO.fullmatch(folded, first.span.end, second.span.start) is None or not _plain(first, second):
        return None
    named = PROPORTION_BEFORE.search(folded, max(0, first.span.start - 70), first.span.start)
    if not named and PROPORTION_BEHIND.match(folded, second.span.end) is None:
        return None
    return _share(first, second)


def _plain(first: Numeral, second: Numeral) -> bool:
    """Whether two numbers say one whole amount each, above zero."""
    return all(one.form == "number" and one.high is None and not one.pointed and one.value > 0 for one in (first, second))


def _share(first: Numeral, second: Numeral) -> Numeral:
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
