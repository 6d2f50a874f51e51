"""A figure has one bound, and no word beside it says otherwise.

至少…以上 and "at least 30 or more" state a bound twice, 不到…左右 and "up to 50% or more" take it back, 大约…以上 leaves open whether
the figure is a bound at all. Left alone: 至少三百多 and 最多十来个, where 多 and 来 only name a figure that is not round, and a word
of degree such as 最高 that stands further off.

Bad:  每周⟦至少锻炼三次以上⟧。
Bad:  现场⟦不到30个左右⟧座位。
Bad:  The dough has to rest for ⟦at least 40 minutes or more⟧.
Bad:  Prices were cut by ⟦up to 50% or more⟧.
Good: 每周至少锻炼三次。
Good: 报名者至少要带一名18岁以上的家属。
Good: 最高气温达到30度以上。
Good: The dough has to rest for at least 40 minutes.
Good: The share is above one quarter and below one half.
Good: At least one child of 12 or more has to come along.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.hedging import markers, taken_out
from factcheck.finding import Finding
from factcheck.messages import say
from factcheck.quantity import BOUNDS

LEVEL = "warning"
# 至少三百多, 最多十来个, 约三百多: the second word belongs to the numeral.
NEXT = 4
NUMERAL = frozenset({("at_least", "over"), ("at_most", "over"), ("about", "over")})


def check(case: Case) -> Iterator[Finding]:
    """Look for a bound in front of a figure and another hedge behind it, or the reverse. The finding covers both."""
    starts = {(id(mention.document), mention.number.start) for mention in case.mentions}
    for mention, before, after in markers(case):
        # "above one quarter and below a half": the second word is the next figure's.
        if any((id(mention.document), after.span.end + step) in starts for step in range(NEXT)):
            continue
        pair = before.hedge, after.hedge
        if pair in NUMERAL or not BOUNDS & set(pair) or pair == ("nearly", "over"):
            continue
        says = say("state the bound twice") if SAME_SIDE.get(before.hedge) == SAME_SIDE.get(after.hedge) else say("say two things")
        message = say(
            '"{before}" and "{after}" {says} of {mention}',
            before=before.text,
            after=after.text,
            says=says,
            mention=mention.number_text,
        )
        fixes = (taken_out(after), taken_out(before))
        yield Finding(mention.document, Span(before.span.start, after.span.end), message, because=(mention,), fixes=fixes)


SAME_SIDE = {"over": "lower", "at_least": "lower", "under": "upper", "at_most": "upper"}
