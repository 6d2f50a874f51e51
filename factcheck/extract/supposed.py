"""What a sentence would bind together if a damaged figure read in one way: each reading is tried in the place of its figure.

A sentence that says "48, 30 and 65,438+07, 95 in total" leaves one reading of the damaged figure. So that the arithmetic can tell, the
relations of its sentence are looked for once more with each reading as its value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from factcheck.claim import Claim, Relation
from factcheck.extract.context import Context
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations import MOST, bound
from factcheck.mention import Mention, Reading
from factcheck.quantity import Quantity, quantity

LARGEST = 10**30
KEPT_DIGITS = 2  # digits of a reading that are taken as written, however many zeros follow


@dataclass(frozen=True, slots=True)
class Supposition:
    """A relation that the sentence of a damaged figure has if that reads in one way. `mention` and `reading` are the figure's own."""

    mention: Mention
    reading: Reading
    relation: Relation

    @property
    def others(self) -> tuple[Claim, ...]:
        """The claims of the relation apart from the damaged figure's."""
        return tuple(claim for claim in self.relation if claim.span != self.mention.span)


def find_suppositions(prepared: Prepared, contexts: Sequence[Context], claims: Sequence[Claim]) -> list[Supposition]:
    """Every relation of a document that a reading of a damaged figure takes part in. `claims` are those of the contexts, one to one."""
    if not any(map(_is_open, contexts)):
        return []
    claim_of = {id(context): claim for context, claim in zip(contexts, claims, strict=True)}
    return [
        supposition
        for _, group in groupby(contexts, key=lambda context: context.sentence)
        for supposition in _of_sentence(prepared, list(group), claim_of)
    ]


def _is_open(context: Context) -> bool:
    """Whether a figure is damaged and has readings that are numbers, of a size that something is counted in."""
    mention = context.mention
    values = [reading.value for reading in mention.readings if not isinstance(reading.value, str)]
    return mention.quantity is None and bool(values) and all(-LARGEST < value < LARGEST for value in values)


def _of_sentence(prepared: Prepared, members: list[Context], claim_of: dict[int, Claim]) -> Iterator[Supposition]:
    damaged = [context for context in members if _is_open(context)]
    if not damaged or len(members) > MOST:
        return
    # Beside the one that is tried, a figure with a single reading counts as read.
    read = {
        id(context): _supposing(context, context.mention.readings[0]) for context in damaged if len(context.mention.readings) == 1
    }
    for tried in damaged:
        for reading in tried.mention.readings:
            supposed = {**read, id(tried): _supposing(tried, reading)}
            contexts = [supposed.get(id(context), context) for context in members]
            claims = {
                id(new): claim_of[id(old)].model_copy(update={"mention": new.mention})
                for old, new in zip(members, contexts, strict=True)
            }
            for relation in bound(prepared, contexts, claims):
                if any(claim.span == tried.mention.span for claim in relation):
                    yield Supposition(tried.mention, reading, relation)


def _supposing(context: Context, reading: Reading) -> Context:
    mention = context.mention
    if isinstance(reading.value, str):
        return context
    return replace(context, mention=replace(mention, quantity=as_quantity(reading.value, mention)))


def as_quantity(value: Decimal | Fraction, mention: Mention) -> Quantity:
    """A reading as a figure rounded to its last digit that is no zero, two digits at least."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    if isinstance(exponent, int) and exponent < 0:
        return quantity(value, mention.unit, hedge=mention.hedge, decimals=exponent, counted=False)
    digits = f"{abs(value):f}" if isinstance(value, Decimal) else ""  # int() and str() refuse a number of thousands of digits
    zeros = min(len(digits) - len(digits.rstrip("0")), max(0, len(digits) - KEPT_DIGITS))
    return quantity(value, mention.unit, hedge=mention.hedge, decimals=zeros, counted=False)
