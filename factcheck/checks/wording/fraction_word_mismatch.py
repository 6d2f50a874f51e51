"""A majority is more than half, and the percent in brackets or between commas behind it says so.

Left alone: pluralities ("the largest group (40%)"), brackets that hold more than the percent, and a word that another figure or a stop
separates from the brackets.

Bad:  绝大多数受访者（⟦40%⟧）表示支持。
Bad:  只有少数村民（⟦71%⟧）会说方言。
Bad:  Most of the voters (⟦38%⟧) stayed at home.
Bad:  A small minority of readers (⟦64%⟧) complained.
Bad:  Only a minority, ⟦64 percent⟧, complained.
Good: Only a minority, 36 percent, complained.
Good: 大多数受访者（61%）表示支持。
Good: 多数受访者来自农村（40%有子女）。
Good: Most of the voters (58%) stayed at home.
Good: Rents rose the most (12%) in the north.
Good: The largest group of readers (38%) complained.
Good: The most common complaint was noise (38%).
"""

import re
from collections.abc import Iterator
from functools import cache

from factcheck import lexicon
from factcheck.case import Case
from factcheck.evidence.working import quoted
from factcheck.finding import Checked, Finding, on
from factcheck.lexicon.calendar import alternatives
from factcheck.mention import Mention
from factcheck.messages import say
from factcheck.passage import passage
from factcheck.pattern import lazy_pattern

LEVEL = "warning"
REACH = 40
OPENS, CLOSES = ("(", "（"), (")", "）")
SUPERLATIVE = (
    r"(?<=the[ ])most(?![a-z])"
    r"|most[ ](?:common|commonly|popular|frequent|frequently|often|likely|recent|cited|named"
    r"|important|expensive|valuable|serious)(?![a-z])"
)


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every percent in brackets with the word for a share in front of them. The finding stands on the percent."""
    for mention in case.mentions:
        said = _said(mention)
        if said is None or mention.quantity is None:
            continue
        word, name = said
        stated, bounds = mention.quantity.interval("loose"), lexicon.page("usage.toml")["share"][name]
        above = "least" in bounds
        agrees = (
            (stated.high is None or stated.high > bounds["least"]) if above else (stated.low is None or stated.low < bounds["most"])
        )
        yield Checked((mention,), "agrees" if agrees else "disagrees")
        if not agrees:
            promise = say("more than half") if above else say("less than half")
            yield on(
                mention, say('{mention} is not "{word}", which is {promise}', mention=quoted(mention), word=word, promise=promise)
            )


def _said(mention: Mention) -> tuple[str, str] | None:
    """The word for a share in front of the brackets or commas that hold just this percent, and the class of the word."""
    text, span = mention.document.text, mention.span
    bracketed = text[span.start - 1 : span.start] in OPENS and text[span.end : span.end + 1] in CLOSES
    apposed = text[span.start - 2 : span.start] == ", " and text[span.end : span.end + 2] == ", "
    if mention.kind != "percent" or not (bracketed or apposed):
        return None
    start = max(0, span.start - REACH)
    before = passage(mention.document).folded[start : span.start - 1].rstrip(",")
    found = _pattern().search(before)
    if found is None:
        return None
    if not bracketed and found[0].lstrip().startswith("most"):
        return None  # "most of the growth, 40%, came from exports" may be the largest part
    name = next(name for name, word in found.groupdict().items() if word is not None)
    return text[start + found.start(name) : start + found.end(name)], name


@cache
def _pattern() -> re.Pattern[str]:
    classes = lexicon.page("usage.toml")["share"]
    words = "|".join(rf"(?P<{name}>{alternatives(one['words'])})" for name, one in classes.items())
    # "the most common complaint" and "rose the most" compare; the words in between name who they are: 绝大多数受访者
    return lazy_pattern(
        rf"(?<![a-z])(?!{SUPERLATIVE})(?:{words})(?:(?![a-z])|(?<=[\u4e00-\u9fff]))[^0-9%，。；：、,.;:（()）\n]{{0,24}}$",
        re.VERBOSE,
    )
