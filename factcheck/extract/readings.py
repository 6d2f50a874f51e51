"""Readings of damaged figures, ranked by what speaks for them: the arithmetic beside them, other statements, the ledger.

A damaged figure can be read in several ways; what it says is told by its neighbours. A rate of change leads from another level to
it (+60 % on 10万 in 2020 makes 160,000), another level less its stated increase leads back to it (1.313億 less 2270萬 makes 109
million a year before), and the same measure may be stated for the same time elsewhere. Each support names the figures that it
rests on. Where nothing speaks for any reading, the order is that of the damage alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import cast

from factcheck.agreement import agree, compare
from factcheck.case import Case
from factcheck.claim import Claim, Relation
from factcheck.evidence.working import expression, figures_of, quoted, stated_claim
from factcheck.extract.expectations import Expected, beside, expectations
from factcheck.extract.supposed import Supposition, as_quantity
from factcheck.formula import FORMULAS
from factcheck.lexicon import parents
from factcheck.mention import Mention, Reading, Support
from factcheck.messages import say
from factcheck.quantity import Number

# Of two amounts side by side one is seldom thirty times the other; a slip of a scale makes it a hundred times. Only where the first
# reading is as far as that, and another is of the neighbour's size, does the neighbour decide.
FAR, ALIKE = 30, 4


def ranked(case: Case, *, suppositions: Iterable[Supposition] = ()) -> Case:
    """The case with the readings of its damaged figures ranked by the rest of it; `suppositions` are what its sentences would say."""
    order = rank(case.claims, evidence=(*case.sources, *case.ledger), suppositions=suppositions)
    if not order:
        return case
    mended = {mention: mention.with_readings(readings) for mention, readings in order.items()}
    claims = {claim.mention: _with_mention(claim, mended) for claim in case.claims if claim.mention in mended}
    return replace(
        case,
        mentions=tuple(mended.get(mention, mention) for mention in case.mentions),
        claims=tuple(_with_mention(claim, mended) for claim in case.claims),
        relations=tuple(_with_claims(relation, claims) for relation in case.relations),
    )


def _with_mention(claim: Claim, mended: Mapping[Mention, Mention]) -> Claim:
    return claim.model_copy(update={"mention": mended[claim.mention]}) if claim.mention in mended else claim


def _with_claims(relation: Relation, claims: Mapping[Mention, Claim]) -> Relation:
    if not any(claim.mention in claims for claim in relation):
        return relation
    return Relation(
        relation.name, {role: tuple(claims.get(claim.mention, claim) for claim in found) for role, found in relation.roles.items()}
    )


def rank(
    claims: Sequence[Claim], *, evidence: Iterable[Claim] = (), suppositions: Iterable[Supposition] = ()
) -> dict[Mention, tuple[Reading, ...]]:
    """The readings of each damaged figure that anything speaks for, those with most support first.

    `claims` are what the documents say, `evidence` what sources and the ledger say. Figures that nothing speaks for are left out.
    """
    damaged = [claim for claim in claims if claim.quantity is None and claim.mention.readings]
    if not damaged:
        return {}
    by_measure: dict[str, list[Claim]] = defaultdict(list)
    for claim in (*claims, *evidence):
        if claim.measure is not None and claim.quantity is not None:
            by_measure[claim.measure].append(claim)
    proofs = _proofs(suppositions)
    sizes = Sizes(claims)
    found = {}
    for claim in damaged:
        mention = claim.mention
        neighbours = [other for other in by_measure.get(claim.measure or "", ()) if _related(claim.subject, other.subject)]
        expected = list(expectations(claim, neighbours))
        readings = tuple(_supported(mention, reading, expected, proofs[mention, reading]) for reading in mention.readings)
        if not any(reading.support for reading in readings):
            readings = sizes.ranked(claim)
        if any(reading.support for reading in readings):
            found[mention] = tuple(sorted(readings, key=lambda reading: -len(reading.support)))
    return found


def _supported(mention: Mention, reading: Reading, expected: Sequence[Expected], proofs: Sequence[Support]) -> Reading:
    """The reading with every expectation that it meets."""
    if isinstance(reading.value, str) or not (expected or proofs):
        return reading
    values = as_quantity(reading.value, mention).comparable()
    met = (support for interval, support in expected if interval.meets(values))
    return replace(reading, support=(*reading.support, *met, *proofs))


def _proofs(suppositions: Iterable[Supposition]) -> Mapping[tuple[Mention, Reading], list[Support]]:
    """What the arithmetic of its own sentence says for each reading of a figure."""
    found: dict[tuple[Mention, Reading], list[Support]] = defaultdict(list)
    for supposition in suppositions:
        words = _proof(supposition)
        if words is not None:
            support = Support(words, tuple(claim.mention for claim in supposition.others))
            found[supposition.mention, supposition.reading].append(support)
    return found


def _proof(supposition: Supposition) -> str | None:
    """Why a reading fits its sentence; None where it does not."""
    relation = supposition.relation
    formula = FORMULAS.get(relation.name)
    if formula is None:
        other = (
            relation.get("figure" if relation["gloss"].span == supposition.mention.span else "gloss")
            if relation.name == "gloss"
            else None
        )
        if other is None or other.quantity is None or other.mention.unit != supposition.mention.unit:
            return None
        value = as_quantity(cast(Decimal, supposition.reading.value), supposition.mention)
        return (
            say("{other} beside it in brackets is the same amount", other=quoted(other))
            if agree((value, other.quantity)) == "agrees"
            else None
        )
    figures = figures_of(relation, formula)
    if figures is None or compare(formula, **figures).verdict not in ("agrees", "agrees by rounding"):
        return None
    stated = stated_claim(relation, formula)
    if stated.span == supposition.mention.span:
        return say("{expression} makes it", expression=expression(relation, formula))
    return say("with it {expression} makes {stated}", expression=expression(relation, formula), stated=quoted(stated))


class Sizes:
    """The amounts of each document by kind and unit: a figure is more often of the size of its neighbours than a hundred times theirs."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.amounts: dict[tuple[int, str, str | None], list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.quantity is not None and claim.quantity.value > 0:
                self.amounts[id(claim.document), claim.mention.kind, claim.mention.unit].append(claim)

    def ranked(self, claim: Claim) -> tuple[Reading, ...]:
        """The readings of a figure, that of its neighbour's size in front where the first one is far from it."""
        readings = claim.mention.readings
        if len(readings) < 2 or claim.mention.unit is None:
            return readings
        amounts = self.amounts.get((id(claim.document), claim.mention.kind, claim.mention.unit), ())
        near = [other for other in amounts if beside(claim, other)]
        if not near:
            return readings
        nearest = min(near, key=lambda other: abs(other.span.start - claim.span.start))
        assert nearest.quantity is not None
        apart = [_apart(reading.value, nearest.quantity.value) for reading in readings]
        best = min(range(len(readings)), key=lambda place: apart[place])
        if apart[0] < FAR or apart[best] > ALIKE:
            return readings
        support = Support(say("{nearest} beside it is of that size", nearest=quoted(nearest)), (nearest.mention,))
        return tuple(
            replace(reading, support=(*reading.support, support)) if place == best else reading
            for place, reading in enumerate(readings)
        )


def _apart(value: Number | str, other: Number) -> Fraction:
    """How many times one amount is the other."""
    if isinstance(value, str) or value <= 0:
        return Fraction(FAR)
    ratio = Fraction(value) / Fraction(other)
    return max(ratio, 1 / ratio)


def _related(first: str | None, second: str | None) -> bool:
    """Whether two subjects are one, or one owns the other."""
    if first is None or second is None:
        return False
    return first == second or parents().get(first) == second or parents().get(second) == first
