"""Two neighbouring numbers that are one rough figure stand without a comma between them.

GB/T 15835-2011, 5.2.1: 三四天, not 三、四天, which counts two things; English has "three or four days". A note, once a document. Left
alone: 三、四班 and other things that have numbers for names, 第三、四天, and lists of more than two.

Bad:  路上要走⟦三、四⟧天。
Bad:  仓库里还有⟦五、六⟧百箱货。
Bad:  The trip takes ⟦three, four⟧ days.
Good: 路上要走三四天。
Good: 三、四班的学生第三、四天到校，二、三、四天后返回。
Good: The trip takes three or four days.
Good: The trip takes three, four or five days.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from factcheck import lexicon
from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.usage import Slip, matches, once
from factcheck.finding import Finding
from factcheck.lexicon.calendar import alternatives
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

LEVEL = "note"
DIGITS = "一二三四五六七八九"
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
BASIS = say("GB/T 15835-2011, 5.2.1: no comma in 三四天")


def check(case: Case) -> Iterator[Finding]:
    """Look for a number and its successor with a comma between them and something counted behind."""
    slips = []
    for document, match in matches(case, _pattern()):
        name = "digits" if match["digits"] else "words"
        span = Span(match.start(name), match.end(name))
        first, second = re.split(r"[、, ]+", document.text[span.start : span.end])
        slips.append(Slip(document, span, first + second if name == "digits" else f"{first} or {second}"))
    yield from once(
        slips,
        lambda slip: say('"{written}" counts two things; a rough figure is "{better}"', written=slip.written, better=slip.better),
        basis=BASIS,
    )


@cache
def _pattern() -> re.Pattern[str]:
    counted = alternatives(lexicon.page("usage.toml")["rough"]["counted"])
    digits = "|".join(f"{one}、{two}" for one, two in pairwise(DIGITS))
    words = "|".join(rf"{one},\ {two}" for one, two in pairwise(WORDS))
    return lazy_pattern(
        rf"(?<![第、一二三四五六七八九十百])(?P<digits>{digits})(?={counted})|(?<![a-z-])(?<!,\ )(?P<words>{words})(?=\ (?:{counted})(?![a-z]))",
        re.VERBOSE,
    )
