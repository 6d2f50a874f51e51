"""The sign of a number said in words: 负二十, 零下5度, "minus five", "5 degrees below zero"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from factcheck.document import Span
from factcheck.extract.numerals import Numeral, words
from factcheck.pattern import lazy_pattern

# 负 in 负二十度, 零下 in 零下5度 and 零下摄氏5度, and "minus five".
# What stands before tells 3胜2负, 自负, 正负, "plus or minus", "tested negative" and "ten minus five" apart
MINUS = lazy_pattern(r"(?:(?P<hanzi>负|零下(?:摄氏|华氏)?)|(?<![a-z0-9-])(?:minus|negative))[ ]?\Z")
# 12 below zero, 5 degrees Celsius below freezing
BELOW_ZERO = lazy_pattern(
    r"(?:[ ]degrees?|[ ]?°[ ]?)?(?:[ ]?(?:celsius|centigrade|fahrenheit|c|f))?[ ]below[ ](?:zero|freezing)(?![a-z])"
)
NO_SIGN_BEFORE = frozenset("胜自担身肩背抱欺正孤辜0123456789零一二两三四五六七八九十")


def signed(folded: str, numeral: Numeral) -> Numeral:
    """A number with the word for its sign in front of it: 负二十, "minus five"."""
    start = numeral.span.start
    if BELOW_ZERO.match(folded, numeral.span.end) and numeral.value > 0 and numeral.high is None and numeral.form == "number":
        return replace(numeral, value=-numeral.value)
    match = MINUS.search(folded, max(0, start - 9), start)
    if match is None or numeral.high is not None or numeral.value < 0 or numeral.form in ("ordinal", "multiple"):
        return numeral
    before = folded[max(0, match.start() - 16) : match.start()].rstrip()
    if match["hanzi"]:
        if before[-1:] in NO_SIGN_BEFORE:
            return numeral
    elif before[-1:].isdigit() or before.rpartition(" ")[2] in _no_sign_behind():
        return numeral
    return replace(numeral, value=-numeral.value, span=Span(match.start(), numeral.span.end))


@cache
def _no_sign_behind() -> frozenset[str]:
    """The words behind which "minus" takes away and "negative" is a finding."""
    english = words()["en"]
    return frozenset([*english["digit"], *english["tens"], *english["scale"], "or", "tested", "test", "tests", "testing"])
