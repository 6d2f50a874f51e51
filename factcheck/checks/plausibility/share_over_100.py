"""A share of a whole is at most the whole.

Looked at are rates that count some of a number of people or things (合格率, turnout, the literacy rate) and percents that are said to be of
the total. Left alone: changes of such a rate, and ratios of two different things, which may be above 100 % (debt to output, capacity used,
telephones to people).

Bad:  这批零件的合格率达到⟦130%⟧。
Bad:  Turnout in the second round was ⟦112%⟧.
Bad:  女生占总数的⟦140%⟧。
Good: 这批零件的合格率达到98.5%。
Good: 今年的投票率比上届提高了130%。
Good: 去年的债务相当于国内生产总值的130%。
Good: Turnout in the second round was 61%.
Good: Mobile subscriptions reached 130% of the population.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.document import Span
from factcheck.evidence.vicinity import folded, words_before
from factcheck.evidence.working import quoted
from factcheck.finding import Finding, on
from factcheck.lexicon import Token
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

LEVEL = "warning"
REACH = 40
OF_THE_TOTAL = lazy_pattern(r"占(?:总数|总量|总额|总人数|全部|全体)[^，,。；;0-9]{0,6}?的(?:约|近|超过)?$")


def check(case: Case) -> Iterator[Finding]:
    """Look at every percent above 100 that is a share of some whole."""
    for claim in case.claims:
        quantity = claim.quantity
        if quantity is None or quantity.unit != "percent" or claim.role == "change":
            continue
        low = quantity.interval("loose").low
        if low is None or low < 100 or quantity.value <= 100:
            continue
        name = _share(claim)
        if name is not None:
            yield on(
                claim,
                say("{claim} is more than the whole: {name} cannot be above 100%", claim=quoted(claim), name=name),
                working=(say("{name} ≤ 100%", name=name),),
            )


def _share(claim: Claim) -> str | None:
    """What the share is called; None where the words make it no share of a whole."""
    mention = claim.mention
    words = words_before(mention, reach=REACH)
    named = [token for token in words if token.has("sense.within_whole")]
    if named and not _changed(words, named[-1]):
        return claim.document.text[named[-1].start : named[-1].end]
    ahead = folded(claim.document, Span(max(0, mention.span.start - REACH), mention.span.start))
    return say("a share of the total") if OF_THE_TOTAL.search(ahead) is not None else None


def _changed(words: list[Token], name: Token) -> bool:
    """Whether a word of change that does not lead to a level stands behind the name of a rate."""
    behind = [token for token in words if token.start >= name.end]
    return any((token.has("change") and not token.has("join.to")) or token.has("join.compared") for token in behind)
