"""Relations: figures of one sentence that the words bind together, so that the arithmetic checks need no search.

Each frame takes the parts that `roles` gave and says which claims play which role. What no frame takes is bound to nothing and counts
as not checked. A relation is bound only where the sentence leaves one way to bind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from factcheck.claim import Claim, Relation
from factcheck.extract.context import Context
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.changes import changes, point_changes
from factcheck.extract.relations.glosses import glosses
from factcheck.extract.relations.prices import averages, prices
from factcheck.extract.relations.roles import cast
from factcheck.extract.relations.wholes import closed_shares, one_in, shares, sums

# A "sentence" with more figures is a table or a list, which no words bind together; frames look at every pair.
MOST = 40
FRAMES = (changes, point_changes, sums, shares, prices, averages, one_in, closed_shares)


def find_relations(prepared: Prepared, contexts: Sequence[Context], claims: Sequence[Claim]) -> list[Relation]:
    """Every relation of a document. `claims` are those of the contexts, one to one."""
    claim_of = {id(context): claim for context, claim in zip(contexts, claims, strict=True)}

    def bind(part: Cast) -> Claim:
        return claim_of[id(part.context)]

    found: list[Relation] = []
    for _, group in groupby(contexts, key=lambda context: context.sentence):
        casts = [cast(prepared, context) for context in group if context.mention.quantity is not None]
        found.extend(glosses(prepared, casts, bind))
        casts = [part for part in casts if part.part != "aside"]
        if len(casts) > MOST:
            continue
        for frame in FRAMES:
            found.extend(frame(prepared, casts, bind))
    return found
