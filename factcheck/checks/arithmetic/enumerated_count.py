"""A list has as many members as the sentence says.

Compared are small whole numbers (three goals, 四类) and the closed list that a colon, a bracket, a dash or 即 and namely opens behind them.
A warning, since a name may hold a comma or an "and". Left alone: open lists (等, including, such as), lists of clauses, and lists whose
members can be told apart in more than one way, if one of them gives the number.

Bad:  店里只卖⟦四样⟧东西：馒头、包子和花卷。
Bad:  The walk has ⟦four parts⟧: a wood, a bridge and a hill.
Bad:  比赛设⟦三个⟧组别（少年组、青年组、成年组、老年组）。
Good: 店里只卖三样东西：馒头、包子和花卷。
Good: 店里卖十样东西：馒头、包子、花卷等。
Good: The walk has three parts: a wood, a bridge and a hill.
Good: The firm has four departments: sales, storage, and research and development.
Good: The product of two numbers may be written as a set of triples (a, b, c).
Good: Six towns were hit, including Ash, Elm and Oak.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.listing import Listing, list_behind
from factcheck.evidence.working import quoted
from factcheck.finding import Checked, Finding, on
from factcheck.mention import Mention
from factcheck.messages import say
from factcheck.passage import passage

LEVEL = "warning"
# A longer list is set as a table; one is counted only beside others (五名兄弟和一个妹妹).
MOST = 8


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every small count with the list behind it."""
    previous: list[Mention] = []
    for mention in case.mentions:
        if not _counts(mention):
            continue
        listing = list_behind(mention.document, mention.span.end)
        if listing is not None and _has_noun(mention) and mention.quantity is not None and mention.quantity.value > 1:
            others = [one for one in previous if _in_one_sentence(one, mention)]
            agrees = any(_fits(counts, listing) for counts in ([mention], *([one] for one in others), [*others, mention]))
            yield Checked((mention,), "agrees" if agrees else "disagrees")
            if not agrees:
                yield _finding(mention, listing)
        previous = [*previous[-3:], mention]


def _finding(mention: Mention, listing: Listing) -> Finding:
    words = " ".join(mention.document.text[listing.span.start : listing.span.end].split())
    many = (
        str(listing.fewest)
        if listing.fewest == listing.most
        else say("{fewest} or {most}", fewest=listing.fewest, most=listing.most)
    )
    message = say('{mention}, but the list has {many}: "{words}"', mention=quoted(mention), many=many, words=words)
    lines = [
        say("members of the list: {many}", many=many),
        say(
            "{mention} would have to be {many}, or the list would have to have as many members", mention=quoted(mention), many=many
        ),
    ]
    return on(mention, message, working=lines)


def _counts(mention: Mention) -> bool:
    """Whether a figure is a small exact count of things, not of points or marks."""
    quantity = mention.quantity
    if (
        quantity is None
        or mention.kind != "count"
        or quantity.hedge != "exact"
        or quantity.high is not None
        or quantity.unit == "score"
    ):
        return False
    return 1 <= quantity.value <= MOST and quantity.decimals == 0


def _has_noun(mention: Mention) -> bool:
    """Whether something is counted: "three goals:", 三类：; not "Table 3:", nor the last of 1、4、5号月台."""
    found = passage(mention.document)
    if found.folded.endswith(("、", "-", "~", "第", "/"), 0, mention.span.start):
        return False
    if mention.number.end < mention.span.end:
        return True
    return found.folded[mention.number.end : mention.number.end + 2].strip()[:1].isalpha()


def _in_one_sentence(first: Mention, second: Mention) -> bool:
    sentence = passage(second.document).sentence(second.span.start)
    return first.document is second.document and sentence.overlaps(Span(first.span.start, first.span.end))


def _fits(counts: Sequence[Mention], listing: Listing) -> bool:
    """Whether the counts together are those of the list: 五名兄弟和一个妹妹，分别是… has six members."""
    number = sum((Fraction(one.quantity.value) for one in counts if one.quantity is not None), Fraction(0))
    return listing.fewest <= number <= listing.most
