"""A figure and its gloss in another unit of the same kind are the same amount.

Factors are exact (the international mile is 1.609344 km); both figures may be rounded, and trailing zeros are taken for rounding.
A bare ton, gallon, mile or calorie may be that of another country or trade. A difference of temperatures has no zero to be shifted:
"a rise of 2 °C (3.6 °F)". The gloss stands in brackets, or behind words such as "or about", 约合, 即. Left alone: measurements in two
units (6 ft 2 in) and currencies.

Bad:  The canal runs for 11 miles (⟦28 km⟧).
Bad:  运河全长11英里（⟦28公里⟧）。
Bad:  运河全长11英里，⟦约合28公里⟧。
Bad:  午后气温升至35℃（⟦85℉⟧）。
Bad:  地价每亩420万元（⟦8300元/平方米⟧）。
Bad:  Sand costs 450 yuan per tonne (⟦4.5 yuan per kilogram⟧).
Good: 地价每亩420万元（6300元/平方米）。
Good: The canal runs for 11 miles (18 km).
Good: 运河全长5英里（8公里）。
Good: 午后气温升至35℃（95℉）。
Good: The summers have warmed by 2 °C (3.6 °F).
Good: He stands 6 ft 2 in (188 cm) tall.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache

from factcheck import lexicon
from factcheck.agreement import Outcome, compare
from factcheck.case import Case
from factcheck.claim import Claim, Relation
from factcheck.document import Document, Span
from factcheck.evidence.vicinity import words_in
from factcheck.evidence.working import disagreement
from factcheck.finding import Checked, Finding
from factcheck.formula import Formula, converted
from factcheck.lexicon import Unit
from factcheck.lexicon.rates import is_rate, unit_named
from factcheck.quantity import Quantity, decimal_text

LEVEL = "error"
# How far the two parts of 6 ft 2 in stand apart, and how far in front of a temperature the word of change stands.
PARTS, CHANGE = 5, 40


def check(case: Case) -> Iterator[Finding | Checked]:
    """Convert every figure that is glossed in another unit. The finding stands on the gloss."""
    ends = {(id(mention.document), mention.span.end) for mention in case.mentions if mention.kind == "measure"}
    for relation in case.related("gloss"):
        figure, gloss = relation["figure"], relation["gloss"]
        first, second = (_measure(claim) for claim in (figure, gloss))
        if first is None or second is None or first[0].name == second[0].name or _second_part(figure, ends):
            continue
        comparisons = [_compared(first, second, formula) for formula in _formulas(first[0], second[0], figure)]
        # Any meaning of the units will do; where none does, the plain one is shown.
        formula, outcome = min(comparisons, key=lambda comparison: comparison[1].verdict == "disagrees")
        yield Checked((figure, gloss), outcome.verdict)
        if outcome.verdict == "disagrees":
            bound = Relation("gloss", {"amount": (figure,), "other": (gloss,)})
            figures = {"amount": [first[1]], "other": [second[1]]}
            yield disagreement(bound, formula, figures, outcome, phrase="{amount}")


def _measure(claim: Claim) -> tuple[Unit, Quantity] | None:
    """The unit and amount of a physical quantity or a rate, which is rounded however whole it looks."""
    unit = unit_named(claim.mention.unit)
    if claim.quantity is None or unit is None or not (unit.kind == "measure" or is_rate(unit.name)):
        return None
    # "close to 45 °C (114 °F)" does not say from which side the gloss was rounded.
    hedge = "about" if claim.quantity.hedge == "nearly" else claim.quantity.hedge
    return unit, replace(claim.quantity, counted=False, hedge=hedge)


def _second_part(figure: Claim, ends: set[tuple[int, int]]) -> bool:
    """Whether another measurement stands right in front: 6 ft 2 in, 5 lb 3 oz."""
    return any((id(figure.document), figure.span.start - distance) in ends for distance in range(PARTS + 1))


def _formulas(unit: Unit, other: Unit, figure: Claim) -> Iterator[Formula]:
    """Every conversion that the words allow, the plain one first."""
    for one in (unit, *_alternatives(unit)):
        for another in (other, *_alternatives(other)):
            if one.dimension != another.dimension:
                continue
            factor = Fraction(one.factor) / Fraction(another.factor)
            offset = (Fraction(one.offset) - Fraction(another.offset)) / Fraction(another.factor)
            yield _shown(converted(factor, offset), factor, offset)
            if offset and _is_difference(figure):
                yield _shown(converted(factor), factor, Fraction(0))


def _shown(formula: Formula, factor: Fraction, offset: Fraction) -> Formula:
    shift = f" {'+' if offset > 0 else '−'} {decimal_text(abs(offset))}" if offset else ""
    return replace(formula, text=f"amount × {decimal_text(factor)}{shift}")


@cache
def _page() -> dict[str, list[str]]:
    alternatives: dict[str, list[str]] = lexicon.page("alternatives.toml")["alternative"]
    return alternatives


def _alternatives(unit: Unit) -> list[Unit]:
    """What else the name of a unit can mean."""
    return [replace(unit, factor=factor) for factor in _page().get(unit.name, [])]


def _is_difference(figure: Claim) -> bool:
    """Whether a temperature is how far it moved and not where it stands."""
    document: Document = figure.document
    words = words_in(document, Span(max(0, figure.span.start - CHANGE), figure.span.start))
    return figure.role == "change" or any(token.has("change") and not token.has("join.to") for token in words)


def _compared(first: tuple[Unit, Quantity], second: tuple[Unit, Quantity], formula: Formula) -> tuple[Formula, Outcome]:
    return formula, compare(formula, amount=first[1], other=second[1])
