"""A power of ten has its exponent raised, and a temperature its degree sign.

2.23 × 1019 is 2.23 × 10¹⁹ with the exponent flattened into the line, 9oC is 9 °C. With a minus sign the reading is certain. Left
alone: sizes and races (3 x 105 mm, 4 x 100 m), an oven at 200C, flattened units (km2, CO2).

Bad:  The flux reached ⟦2.23 × 1019⟧ in the sample.
Bad:  The vessel was kept at ⟦10−5⟧ mbar overnight.
Bad:  In winter it falls to ⟦9oC⟧ at night.
Bad:  样品含有⟦4.3×106个⟧细胞。
Good: The flux reached 2.23 × 10^19 in the sample.
Good: They won the 4 x 100 m relay with a 3 x 105 mm baton.
Good: Bake the loaf at 200C for an hour.
Good: 样品尺寸为43×106毫米，面积3 km2。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.mending import unreadable
from factcheck.finding import Finding

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Report every figure with this damage, with its readings."""
    yield from unreadable(case, "lost-superscript")
