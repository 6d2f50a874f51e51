"""The working of a comparison: the formula with its operands as quoted, what follows from them, what is stated, every repair.

Arithmetic checks differ in the relation that they look at and in one phrase; the comparison itself and the way it is shown are here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from factcheck import agreement, lexicon
from factcheck.agreement import Outcome, Repair
from factcheck.claim import Claim, Relation
from factcheck.document import Span
from factcheck.evidence.rewriting import restoring
from factcheck.evidence.slips import slip_words
from factcheck.finding import Checked, Figure, Finding, Level, on
from factcheck.formula import OPPOSITE, Formula
from factcheck.interval import Interval
from factcheck.lexicon.rates import numerator
from factcheck.messages import Said, say
from factcheck.quantity import Quantity, power_of_ten
from factcheck.wording import Language, between, language_of, plain

Figures: TypeAlias = dict[str, list[Quantity]]

# The sign between the figures of a role that several can play.
SIGNS = {"addend": " + ", "share": " + ", "factor": " × "}


def judged(
    relation: Relation,
    formula: Formula,
    *,
    phrase: str,
    extra: Mapping[str, Quantity] | None = None,
    level: Level | None = None,
) -> Iterator[Finding | Checked]:
    """Compare the figures of a relation and say what came of it.

    `phrase` completes "25% is not …", with the roles of the relation in braces: "the growth from {before} to {after}". `extra` gives
    figures that no words state, such as the whole of 100 %. `level` is that of a finding,
    where it is not the check's own. Damaged figures and units without a common one are not compared.
    """
    figures = figures_of(relation, formula, extra=extra)
    if figures is None:
        return
    outcome = agreement.compare(formula, **figures)
    yield Checked(tuple(relation), outcome.verdict)
    stated = stated_claim(relation, formula)
    if outcome.verdict == "disagrees":
        yield disagreement(relation, formula, figures, outcome, phrase=phrase, level=level)
    elif outcome.verdict == "agrees by rounding":
        cut = _truncated(formula, figures)
        reason = say("a figure was cut off rather than rounded") if cut else say("trailing zeros stand for rounding")
        yield _narrowly(
            relation,
            stated,
            say(
                "{stated} is {described} only if {reason}",
                stated=quoted(stated),
                described=described(relation, phrase),
                reason=reason,
            ),
            working(relation, formula, figures, outcome),
        )
    elif outcome.verdict == "agrees" and only_hedged(formula, figures):
        words = say(
            "{stated} is {described} only because a figure is hedged", stated=quoted(stated), described=described(relation, phrase)
        )
        yield _narrowly(relation, stated, words, working(relation, formula, figures, outcome))


def disagreement(
    relation: Relation, formula: Formula, figures: Figures, outcome: Outcome, *, phrase: str, level: Level | None = None
) -> Finding:
    """The finding that the stated figure does not follow from the others. Stands on the stated figure."""
    stated = stated_claim(relation, formula)
    assert outcome.computed is not None
    unit = _shown_unit(formula, figures)
    language = language_of(quoted(stated))
    computed = between(outcome.computed, unit=unit, language=language)
    gap = gap_words(outcome.gap, unit=unit, language=language)
    message = say(
        "{stated} is not {described}, which is {computed}: {gap} apart",
        stated=quoted(stated),
        described=described(relation, phrase),
        computed=computed,
        gap=gap,
    )
    others = tuple(claim for claim in relation if claim is not stated)
    lines = working(relation, formula, figures, outcome)
    fixes = tuple(restoring(relation, agreement.repairs(formula, **figures)))
    return on(stated, message, because=others, working=lines, fixes=fixes, level=level)


def stated_claim(relation: Relation, formula: Formula) -> Claim:
    """The claim whose figure the others prove or disprove; the last figure where the formula states none that is written."""
    return relation.get(formula.stated) or list(relation)[-1]


def figures_of(relation: Relation, formula: Formula, *, extra: Mapping[str, Quantity] | None = None) -> Figures | None:
    """The quantities of a relation by role, in one unit; None where one is damaged, missing, or has a unit of its own."""
    found: Figures = {}
    for role in formula.solvers:
        claims = relation.all(role)
        quantities = [claim.quantity for claim in claims if claim.quantity is not None]
        if extra is not None and role in extra:
            quantities = [extra[role]]
        elif not quantities or len(quantities) != len(claims):
            return None
        found[role] = [in_points(quantity) for quantity in quantities]
    return _in_one_unit(found, formula)


def in_points(quantity: Quantity) -> Quantity:
    """Basis points as percentage points; any other quantity as it is."""
    if quantity.unit != "basis_point":
        return quantity
    return replace(quantity.scaled(-2), unit="point")


def _in_one_unit(figures: Figures, formula: Formula) -> Figures | None:
    """Figures that are added or divided, in the smallest of their units where powers of ten lead there (km and m, ha and m² a head)."""
    known = lexicon.units()
    named = {_above(quantity) for role in formula.alike for quantity in figures[role]}
    factors = {unit: Fraction(known[unit].factor) for unit in named if unit in known and known[unit].kind == "measure"}
    if len(factors) < 2:
        return figures
    smallest = min(factors, key=lambda unit: factors[unit])
    exponents = {unit: exponent_of(factor / factors[smallest]) for unit, factor in factors.items()}
    if any(exponent is None for exponent in exponents.values()):
        return None
    return {
        role: [_in_unit(quantity, smallest, exponents) if role in formula.alike else quantity for quantity in members]
        for role, members in figures.items()
    }


def _above(quantity: Quantity) -> str:
    """The unit that a quantity is so much of: m² of 15 m² a head."""
    return (numerator(quantity.unit) if quantity.unit is not None else None) or ""


def _in_unit(quantity: Quantity, unit: str, exponents: Mapping[str, int | None]) -> Quantity:
    """A quantity in a unit that a power of ten leads to; the denominator of a rate stays."""
    written = _above(quantity)
    below = (quantity.unit or "").removeprefix(written)
    return replace(quantity.scaled(exponents.get(written) or 0), unit=unit + below)


def exponent_of(value: Fraction) -> int | None:
    """The exponent of a power of ten; None where it is none.

    >>> exponent_of(Fraction(1000)), exponent_of(Fraction(1, 100)), exponent_of(Fraction(2))
    (3, -2, None)
    """
    exponent = len(str(value.numerator)) - len(str(value.denominator))
    return exponent if value == power_of_ten(exponent) else None


def only_hedged(formula: Formula, figures: Figures) -> bool:
    """Whether figures that agree, rounded to nearest, would not if 约, 近, about and nearly were left out."""
    if not any(quantity.hedge in ("about", "nearly") for members in figures.values() for quantity in members):
        return False
    plainly = {
        role: [replace(quantity, hedge="exact") if quantity.hedge in ("about", "nearly") else quantity for quantity in members]
        for role, members in figures.items()
    }
    return agreement.compare(formula, **plainly).verdict in ("disagrees", "agrees by rounding")


def sign_is_wrong(relation: Relation, formula: Formula) -> bool:
    """Whether the figures fit the formula of the opposite direction and not their own: the verb alone is against them."""
    opposite = OPPOSITE.get(relation.name)
    figures = figures_of(relation, formula)
    if opposite is None or figures is None or agreement.compare(formula, **figures).verdict != "disagrees":
        return False
    return agreement.compare(opposite, **figures).verdict in ("agrees", "agrees by rounding")


def working(relation: Relation, formula: Formula, figures: Figures, outcome: Outcome) -> tuple[str, ...]:
    """The lines that show how a verdict was reached, one line a repair at the end."""
    unit = _shown_unit(formula, figures)
    language = language_of(quoted(stated_claim(relation, formula)))
    point = formula.solve(formula.stated, {role: [_point(quantity) for quantity in members] for role, members in figures.items()})
    lines: list[str] = []
    if point is not None:
        result = between(point, unit=unit, language=language)
        lines.append(say("{expression} = {result}", expression=expression(relation, formula), result=result))
    if outcome.computed is not None:
        computed, stated = (between(interval, unit=unit, language=language) for interval in (outcome.computed, outcome.stated))
        apart = say("; {gap} apart", gap=gap_words(outcome.gap, unit=unit, language=language)) if outcome.gap else ""
        lines.append(say("as rounded: computed {computed}, stated {stated}{apart}", computed=computed, stated=stated, apart=apart))
    if outcome.verdict == "disagrees":
        lines += repair_lines(relation, agreement.repairs(formula, **figures))
    return tuple(lines)


def repair_lines(relation: Relation, repairs: Sequence[Repair]) -> Iterator[str]:
    """One line a repair: "46.2% would have to lie in 35.9–48.6%"."""
    for repair in repairs:
        claims = relation.all(repair.role)
        if repair.which >= len(claims) or not _possible(repair):
            continue
        claim = claims[repair.which]
        yield say(
            "{claim} would have to {needed}{slip}", claim=quoted(claim), needed=needed_words(repair, claim), slip=slip_words(repair)
        )


def needed_words(repair: Repair, claim: Claim) -> str:
    """What a figure would have to be, written to the digits and in the language of the figure itself."""
    unit, decimals = repair.figure.unit, repair.figure.decimals
    if claim.quantity is not None and claim.quantity.unit == unit:
        decimals = claim.quantity.decimals
    step = power_of_ten(decimals)
    inside, low, high = repair.needed, repair.needed.low, repair.needed.high
    if low is not None and high is not None and high // step * step < low:
        # No figure of so few digits lies inside: those that round to one that does.
        inside = Interval(low - step / 2, high + step / 2)
    needed = between(inside, unit=unit, language=language_of(quoted(claim)), decimals=decimals)
    return say("lie in {needed}", needed=needed) if "–" in needed or "…" in needed else say("be {needed}", needed=needed)


def _possible(repair: Repair) -> bool:
    """No repair makes a negative amount of a positive one."""
    high = repair.needed.high
    return high is None or high > 0 or repair.figure.value <= 0


def expression(relation: Relation, formula: Formula) -> str:
    """The formula with the operands as quoted: "130亿元 / 100亿元 − 1"."""
    for role in SIGNS:
        if relation.all(role):
            return listed(relation, role)
    return " ".join(quoted(relation[word]) if word in relation.roles else word for word in formula.text.split(" "))


def described(relation: Relation, phrase: str) -> Said:
    """A phrase with the roles in braces replaced by the words of their figures."""
    return say(phrase, **{role: listed(relation, role) for role in relation.roles})


def listed(relation: Relation, role: str) -> str:
    """The quoted figures of a role: "118亿元 + 19亿元"."""
    return SIGNS.get(role, ", ").join(quoted(claim) for claim in relation.all(role))


def quoted(figure: Figure) -> str:
    """The words of a figure in one line."""
    return " ".join(figure.text.split())


def covering(figures: Sequence[Figure]) -> Span:
    """The stretch from the first figure to the last."""
    return Span(min(figure.span.start for figure in figures), max(figure.span.end for figure in figures))


def _narrowly(relation: Relation, stated: Claim, message: str, lines: Sequence[str]) -> Finding:
    others = tuple(claim for claim in relation if claim is not stated)
    return replace(on(stated, message, because=others, working=lines, level="note"), narrow=True)


def _truncated(formula: Formula, figures: Figures) -> bool:
    """Whether truncation alone makes the figures agree, with trailing zeros taken at their word."""
    robust = {role: [quantity.comparable("robust") for quantity in members] for role, members in figures.items()}
    return bool(formula.holds(robust))


def gap_words(gap: Fraction, *, unit: str | None, language: Language = "en") -> str:
    """How far apart two figures are, to three digits; percents are points apart."""
    exponent = len(str(gap.numerator)) - len(str(gap.denominator)) - 3
    step = power_of_ten(exponent)
    return plain(
        round(gap / step) * step, unit="point" if unit == "percent" else unit, language="en" if unit == "percent" else language
    )


def _shown_unit(formula: Formula, figures: Figures) -> str | None:
    return figures[formula.stated][0].unit


def _point(quantity: Quantity) -> Interval:
    return Interval(Fraction(quantity.value), Fraction(quantity.high if quantity.high is not None else quantity.value))
