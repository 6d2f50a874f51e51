"""A number of people or things, a weight, an area and a length of time are not below zero.

Left alone: changes, temperatures, heights above the sea, money, and what the lexicon knows to pass zero.

Bad:  该村现有村民人数为⟦-120人⟧。
Bad:  The parcel weighs ⟦-3 kg⟧.
Good: 该村村民比去年增加-120人。
Good: The mean difference in weight was -2.1 kg.
Good: 盆地海拔-154米，气温-12℃。
Good: The parcel weighs 3 kg, its contents around 2 -7 g.
"""

from collections.abc import Iterator

from factcheck import lexicon
from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.evidence.vicinity import clause, words_in
from factcheck.evidence.working import quoted
from factcheck.finding import Finding, on
from factcheck.messages import say

LEVEL = "warning"
# Dimensions that begin at zero; a length may be a height below the sea, a temperature one below zero.
FROM_ZERO = frozenset({"mass", "area", "volume", "person"})


def check(case: Case) -> Iterator[Finding]:
    """Look at every figure below zero of what cannot be."""
    for claim in case.claims:
        quantity = claim.quantity
        if quantity is None or quantity.value >= 0 or claim.role == "change" or claim.mention.kind not in ("count", "measure"):
            continue
        if _from_zero(claim) and not _range(claim) and not _changes(claim):
            yield on(
                claim,
                say("{claim} is below zero, and nothing of its kind is", claim=quoted(claim)),
                working=(f"{quoted(claim)} ≥ 0",),
            )


def _from_zero(claim: Claim) -> bool:
    unit = lexicon.units().get(claim.mention.unit or "")
    written = claim.mention.span.end > claim.mention.number.end
    return written and unit is not None and unit.dimension in FROM_ZERO


def _range(claim: Claim) -> bool:
    """Whether the sign is the dash of a range: 2 -7 g."""
    start = claim.mention.number.start
    return claim.document.text[max(0, start - 4) : start].rstrip()[-1:].isdigit()


def _changes(claim: Claim) -> bool:
    """Whether the clause speaks of a change or a balance, which may go either way."""
    words = words_in(claim.document, clause(claim.mention))
    known = lexicon.measures()
    named = [token.meaning("measure") for token in words]
    either = ("change", "scope.net", "part.gap", "sense.of_change")
    return any(token.has(kind) for token in words for kind in either) or any(
        name is not None and known[name].negative for name in named
    )
