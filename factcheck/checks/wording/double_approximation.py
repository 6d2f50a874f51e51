"""A figure has one word of approximation, not two.

大约…左右 and "about 20 or so" say the same thing twice; 将近…余 says less and more at once. Left alone: a word that belongs to
another figure or clause, and 约…多 of speech, where 多 tells on which side the figure lies.

Bad:  果园里⟦大约有200棵左右⟧的梨树。
Bad:  ⟦将近400余⟧人到场。
Bad:  到场的⟦大概约⟧100人。
Bad:  ⟦About 20 or so⟧ people came.
Bad:  ⟦Nearly 400-odd⟧ people came.
Good: 果园里大约有200棵梨树。
Good: 果园里有200棵左右的梨树，大约一半已经挂果。
Good: 他们花了约三十多年。
Good: About 20 people came, or so he says.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.hedging import markers, stacked, taken_out
from factcheck.finding import Finding
from factcheck.messages import say

LEVEL = "warning"
# The pairs that say one thing twice, or contradict each other without bounding anything.
TWICE = frozenset({("about", "about"), ("nearly", "about"), ("about", "nearly"), ("nearly", "nearly"), ("nearly", "over")})


def check(case: Case) -> Iterator[Finding]:
    """Look for a hedge in front of a figure and another behind it, or two in front. The finding covers both."""
    for mention, before, after in (*markers(case), *stacked(case)):
        if (before.hedge, after.hedge) in TWICE:
            span = Span(before.span.start, after.span.end)
            message = say(
                '"{before}" and "{after}" both make {mention} approximate: one of them is enough',
                before=before.text,
                after=after.text,
                mention=mention.number_text,
            )
            yield Finding(mention.document, span, message, because=(mention,), fixes=(taken_out(after), taken_out(before)))
