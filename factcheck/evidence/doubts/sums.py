"""Sums that hold to the last digit once one or two of their figures are moved."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.displacement import displaced
from factcheck.evidence.doubts.doubt import Doubt, reading, standing
from factcheck.evidence.rewriting import in_its_form
from factcheck.evidence.working import quoted
from factcheck.messages import say
from factcheck.quantity import Quantity


def displaced_sums(case: Case) -> Iterator[Doubt]:
    """The figures of a sum that holds to the last digit once one or two of them are moved; see `factcheck.displacement`."""
    for relation in case.related("displaced"):
        claims = (*relation.all("addend"), relation["total"])
        figures = [claim.quantity for claim in claims if claim.quantity is not None]
        moved = displaced(figures[:-1], figures[-1]) if len(figures) == len(claims) else ()
        restored = {move.which: move.restored for move in moved}
        amounts = [_amount(claim, restored.get(place)) for place, claim in enumerate(claims)]
        why = say("{addends} = {total} to the last digit", addends=" + ".join(amounts[:-1]), total=amounts[-1])
        for move in moved:
            claim = claims[move.which]
            others = tuple(one for one in relation if one is not claim)
            restored_reading = reading(claim, move.restored.value, why=say("its scale slipped"), support=why, others=others)
            words = say("{claim} does not fit the figures that it is summed with", claim=quoted(claim))
            yield Doubt("scale-slip", claim, words, (restored_reading, standing(claim)), others, "error")


def _amount(claim: Claim, restored: Quantity | None) -> str:
    return quoted(claim) if restored is None else in_its_form(claim.mention, Fraction(restored.value))
