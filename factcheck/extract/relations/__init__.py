"""Relations: figures of one sentence that the words bind together, so that the arithmetic checks need no search.

Each frame takes the parts that `roles` gave and says which claims play which role. What no frame takes is bound to nothing and counts
as not checked. A relation is bound only where the sentence leaves one way to bind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from factcheck.claim import Claim, Relation
from factcheck.extract.context import Context
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.annual import annual
from factcheck.extract.relations.balances import differences, flows
from factcheck.extract.relations.between_periods import between_periods
from factcheck.extract.relations.bounds import average_bounds, confidence_bounds, growth_bounds
from factcheck.extract.relations.brackets import parted
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.changes import changes, point_changes
from factcheck.extract.relations.contents import products
from factcheck.extract.relations.counted import counted_shares
from factcheck.extract.relations.discounts import discounts
from factcheck.extract.relations.exchanges import exchanges
from factcheck.extract.relations.gaps import gaps
from factcheck.extract.relations.glosses import glosses
from factcheck.extract.relations.measured import measured_rates
from factcheck.extract.relations.multiples import multiples
from factcheck.extract.relations.orders import orders
from factcheck.extract.relations.partitions import displaced_partitions, partitions
from factcheck.extract.relations.parts import of_few, parts
from factcheck.extract.relations.portions import portions
from factcheck.extract.relations.prices import averages
from factcheck.extract.relations.quotients import quotients
from factcheck.extract.relations.rates import daily, rates, structures
from factcheck.extract.relations.roles import cast
from factcheck.extract.relations.runs import paragraphs
from factcheck.extract.relations.shares import closed_shares, one_in, shares
from factcheck.extract.relations.stretches import stretches
from factcheck.extract.relations.sums import sums
from factcheck.mention import Mention

# A "sentence" with more figures is a table or a list, which no words bind together; frames look at every pair.
MOST = 40
# Relations that leave their rates to be worked out from others.
SAYING_LITTLE = frozenset({"part", "out-of", "rise", "drop"})
# 投票率68.0%，比上届的73.2%下降5.2个百分点: the levels of a change are worked out too.
OF_POINTS = frozenset({"points-up", "points-down"})
LISTS = frozenset({"sum", "closed-shares"})
FRAMES = (
    changes,
    point_changes,
    multiples,
    gaps,
    orders,
    stretches,
    shares,
    discounts,
    counted_shares,
    products,
    averages,
    one_in,
    closed_shares,
    parts,
    of_few,
)


def find_relations(prepared: Prepared, contexts: Sequence[Context], claim_of: Mapping[int, Claim]) -> list[Relation]:
    """Every relation that words bind. `claim_of` are the claims of the contexts by the id of these."""
    found: list[Relation] = []
    every: list[Cast] = []
    for _, group in groupby(contexts, key=lambda context: context.sentence):
        members = list(group)
        damaged = [one.mention for one in members if one.mention.damage is not None and one.mention.quantity is None]
        casts = [cast(prepared, context) for context in members if context.mention.quantity is not None]
        found.extend(relation for relation in _within(prepared, casts, claim_of, earlier=every) if not _lacks(relation, damaged))
        every.extend(casts)
    spoilt = [one.mention for one in contexts if one.mention.damage is not None and one.mention.quantity is None]
    found.extend(_across(prepared, every, claim_of, found, spoilt))
    return found


def _across(
    prepared: Prepared, casts: Sequence[Cast], claim_of: Mapping[int, Claim], found: Sequence[Relation], spoilt: Sequence[Mention]
) -> Iterator[Relation]:
    """The relations that a paragraph binds beyond its sentences, where no figure that cannot be read may belong to one of them.

    Sums that hold once points are moved are looked for in every paragraph without a spoilt figure: points move where there is damage.
    """

    def bind(part: Cast) -> Claim:
        return claim_of[id(part.context)]

    taken = {
        id(claim.mention)
        for relation in found
        if relation.name not in SAYING_LITTLE
        for role, claims in relation.roles.items()
        if not (relation.name in OF_POINTS and role in ("before", "after"))
        for claim in claims
    }
    lacking = {prepared.paragraph_start(mention.span.start) for mention in spoilt}
    for paragraph in paragraphs(prepared, casts):
        if len(paragraph.casts) > MOST:
            continue
        if prepared.paragraph_start(paragraph.casts[0].mention.span.start) not in lacking:
            yield from displaced_partitions(paragraph, bind)
        if not spoilt:
            yield from partitions(paragraph, bind)
            yield from portions(paragraph, bind, taken=taken)
            yield from rates(paragraph, bind, taken=taken)
            yield from differences(paragraph, bind)
            yield from flows(paragraph, bind)
            yield from structures(paragraph, bind)
            yield from growth_bounds(paragraph, bind)
            yield from between_periods(paragraph, bind, taken=taken)
            yield from quotients(paragraph, bind, taken=taken)
            yield from daily(paragraph, bind, taken=taken)


def _lacks(relation: Relation, damaged: Sequence[Mention]) -> bool:
    """Whether a figure that cannot be read may belong to a relation: it stands in its middle, or in the sentence of its list."""
    if relation.name == "gloss" or not damaged:
        return False
    if relation.name in LISTS:
        return any(mention.kind not in ("date", "period", "identifier") for mention in damaged)
    members = list(relation)
    return any(members[0].span.end <= mention.span.start < members[-1].span.start for mention in damaged)


def bound(prepared: Prepared, contexts: Sequence[Context], claim_of: Mapping[int, Claim]) -> Iterator[Relation]:
    """The relations of one sentence. `claim_of` are the claims of its contexts by the id of these."""
    casts = [cast(prepared, context) for context in contexts if context.mention.quantity is not None]
    return _within(prepared, casts, claim_of)


def _within(
    prepared: Prepared, casts: Sequence[Cast], claim_of: Mapping[int, Claim], *, earlier: Sequence[Cast] = ()
) -> Iterator[Relation]:
    def bind(part: Cast) -> Claim:
        return claim_of[id(part.context)]

    yield from glosses(prepared, casts, bind)
    yield from average_bounds(prepared, casts[:MOST], bind)
    yield from confidence_bounds(prepared, casts[:MOST], bind)
    yield from exchanges(prepared, casts[:MOST], bind)
    yield from measured_rates(prepared, casts[:MOST], bind)
    yield from annual(prepared, casts[:MOST], bind)
    casts = [part for part in casts if part.part != "aside"]
    if len(casts) > MOST:
        return
    for together in parted(prepared, casts):
        for frame in FRAMES:
            yield from frame(prepared, together, bind)
        yield from sums(prepared, together, bind, earlier=earlier)
