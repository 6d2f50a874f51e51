"""Readings of damaged figures, ranked by what speaks for them: the arithmetic beside them, other statements, the ledger.

A damaged figure can be read in several ways; what it says is told by its neighbours. A rate of change leads from another level to
it (+60 % on 10万 in 2020 makes 160,000), another level less its stated increase leads back to it (1.313億 less 2270萬 makes 109
million a year before), and the same measure may be stated for the same time elsewhere. Each support names the figures that it
rests on. Where nothing speaks for any reading, the order is that of the damage alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import PurePath
from typing import cast

from factcheck.agreement import agree, compare
from factcheck.case import Case
from factcheck.claim import Claim, Relation
from factcheck.evidence.working import expression, figures_of, quoted, stated_claim
from factcheck.extract.supposed import Supposition, as_quantity
from factcheck.formula import FORMULAS
from factcheck.interval import Interval
from factcheck.lexicon import Finder, Word, fold, measures, page, parents
from factcheck.mention import Mention, Reading, Support
from factcheck.messages import say
from factcheck.pattern import lazy_pattern
from factcheck.period import Period
from factcheck.quantity import Number
from factcheck.wording import plain

# Of two amounts side by side one is seldom thirty times the other; a slip of a scale makes it a hundred times. Only where the first
# reading is as far as that, and another is of the neighbour's size, does the neighbour decide.
FAR, ALIKE = 30, 4
BESIDE = 160  # code points between a level and a change that belong together
YEAR = lazy_pattern(r"\d{4}")


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
        expected = list(_expectations(claim, neighbours))
        readings = tuple(_supported(mention, reading, expected, proofs[mention, reading]) for reading in mention.readings)
        if not any(reading.support for reading in readings):
            readings = sizes.ranked(claim)
        if any(reading.support for reading in readings):
            found[mention] = tuple(sorted(readings, key=lambda reading: -len(reading.support)))
    return found


Expected = tuple[Interval, Support]


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
        near = [other for other in amounts if _beside(claim, other)]
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


def _expectations(claim: Claim, neighbours: Sequence[Claim]) -> Iterator[Expected]:
    yield from _from_rates(claim, neighbours)
    yield from _from_changes(claim, neighbours)
    yield from _from_same(claim, neighbours)


def _from_rates(claim: Claim, neighbours: Sequence[Claim]) -> Iterator[Expected]:
    """A rate of change beside the figure, from a level that is stated elsewhere: about 60% more than 10万 in 2020."""
    for rate in neighbours:
        if rate.mention.kind != "percent" or rate.role != "change" or not _beside(claim, rate):
            continue
        sign, base_time = _direction(rate), _base(claim, rate)
        if sign is None or base_time is None or rate.quantity is None:
            continue
        factor = rate.quantity.comparable().scaled(Fraction(sign, 100)) + 1
        for base in _levels(claim, neighbours, base_time):
            assert base.quantity is not None
            product = base.quantity.comparable().times(factor)
            if product is not None:
                more = say("more") if sign > 0 else say("less")
                words = say(
                    "{rate} {more} than {base} ({where}) leads to it", rate=rate.text, more=more, base=base.text, where=_where(base)
                )
                yield product, Support(words, (rate.mention, base.mention))


def _from_changes(claim: Claim, neighbours: Sequence[Claim]) -> Iterator[Expected]:
    """A later level less what it gained since: 1.313億, up 2270萬 on the time that the damaged figure speaks of."""
    time = _time(claim)
    if time is None or claim.role not in ("level", None):
        return
    for change in neighbours:
        sign = _direction(change) if change.role == "change" and change.mention.kind == claim.mention.kind else None
        if sign is None or not isinstance(change.against, Period) or not _same_time(change.against, time, flow=_is_flow(claim)):
            continue
        for level in neighbours:
            if (
                level.role == "level"
                and level.mention.kind == change.mention.kind
                and _beside(level, change)
                and level.mention.unit == change.mention.unit
            ):
                yield _stepped_back(level, change, sign)


def _stepped_back(level: Claim, change: Claim, sign: int) -> Expected:
    assert level.quantity is not None and change.quantity is not None
    step = change.quantity.comparable()
    interval = level.quantity.comparable() - step if sign > 0 else level.quantity.comparable() + step
    middle = Fraction(level.quantity.value) - sign * Fraction(change.quantity.value)
    word = say("less") if sign > 0 else say("plus")
    words = say(
        "{level} {word} {change} ({where}) is {amount}",
        level=level.text,
        word=word,
        change=change.text,
        where=_where(level),
        amount=plain(middle, unit=level.quantity.unit),
    )
    return interval, Support(words, (level.mention, change.mention))


def _from_same(claim: Claim, neighbours: Sequence[Claim]) -> Iterator[Expected]:
    """The same measure, stated for the same time elsewhere."""
    time = _time(claim)
    if time is None:
        return
    for other in _levels(claim, neighbours, time):
        if other.mention is not claim.mention and claim.role == other.role:
            assert other.quantity is not None
            yield (
                other.quantity.comparable(),
                Support(
                    say("{other} ({where}) says the same of {edtf}", other=other.text, where=_where(other), edtf=time.edtf),
                    (other.mention,),
                ),
            )


def _levels(claim: Claim, neighbours: Sequence[Claim], time: Period) -> Iterator[Claim]:
    """Levels of the same kind that hold at a time."""
    for other in neighbours:
        at = _time(other)
        if (
            other.role in ("level", None)
            and other.mention.kind == claim.mention.kind
            and at is not None
            and _same_time(at, time, flow=_is_flow(claim))
        ):
            yield other


def _beside(first: Claim, second: Claim) -> bool:
    """Whether two figures stand close enough in one document to belong together."""
    return (
        first.document is second.document
        and max(first.span.start, second.span.start) - min(first.span.end, second.span.end) <= BESIDE
    )


def _related(first: str | None, second: str | None) -> bool:
    """Whether two subjects are one, or one owns the other."""
    if first is None or second is None:
        return False
    return first == second or parents().get(first) == second or parents().get(second) == first


def _is_flow(claim: Claim) -> bool:
    measure = measures().get(claim.measure or "")
    return measure is not None and measure.flow


def _time(claim: Claim) -> Period | None:
    return claim.as_of or claim.period


def _base(claim: Claim, rate: Claim) -> Period | None:
    """The time that a rate is measured from; year on year, the figure's own a year before."""
    if isinstance(rate.against, Period):
        return rate.against
    time = _time(claim)
    if rate.against == "year_on_year" and time is not None and time.year_known:
        return Period(YEAR.sub(lambda match: str(int(match[0]) - 1), time.edtf))
    return None


def _same_time(first: Period, second: Period, *, flow: bool) -> bool:
    """Whether two periods end on one day; two stretches of a flow must begin on one too."""
    if first.end is None or first.end != second.end:
        return False
    return not flow or first.start == second.start or 1 in (first.days, second.days)


@cache
def _changes() -> Finder:
    rows = [page(name)["change"] for name in ("zh.toml", "en.toml")]
    return Finder(Word(fold(word), "change", meaning) for row in rows for meaning in ("up", "down") for word in row[meaning])


def _direction(change: Claim) -> int | None:
    """1 for a change upwards, -1 downwards, by the nearest word before the figure, else behind it; None where no word says."""
    nearest = _changes().tokens(fold(change.prefix))[-1:] or _changes().tokens(fold(change.suffix))[:1]
    if not nearest:
        return None
    return 1 if nearest[0].meaning("change") == "up" else -1


def _where(claim: Claim) -> str:
    return PurePath(claim.document.name).name
