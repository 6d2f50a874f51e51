"""The figures that are compared with each other since they stand close together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claim import Claim
from factcheck.passage import passage

# How many figures back the other one may stand.
BACK = 6


def nearby(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Sequence[Claim]]]:
    """Each claim with those before it, the nearest first, that stand in its sentence or in the one before."""
    sentences = [passage(claim.document).number(claim.span.start) for claim in claims]
    for place, later in enumerate(claims):
        first = place
        while (
            first > max(0, place - BACK)
            and claims[first - 1].document is later.document
            and sentences[place] - sentences[first - 1] <= 1
        ):
            first -= 1
        yield later, claims[first:place][::-1]
