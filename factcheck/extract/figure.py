"""A figure: a numeral with its unit, its hedge and its kind."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.numerals import Numeral
from factcheck.lexicon import Unit
from factcheck.lexicon.rates import Denominator, rate_name
from factcheck.mention import Kind
from factcheck.quantity import Hedge


@dataclass(slots=True)
class Figure:
    """A numeral with what stands around it: from `start`, where its hedge begins, to `end`, where its unit or hedge ends.

    `per` is what a rate is for: the share of 3.5元/股.
    """

    numeral: Numeral
    start: int
    end: int
    unit: Unit | None = None
    currency: Unit | None = None
    hedge: Hedge | None = None
    second: Numeral | None = None
    per: tuple[Denominator, ...] = ()
    ordinal: bool = False

    @property
    def kind(self) -> Kind:
        """What sort of figure its own words make it."""
        if self.ordinal:
            return "ordinal"
        if self.numeral.form == "percent":
            return "percent"
        if self.numeral.form == "fraction":
            return "ratio"
        if self.numeral.form == "multiple":
            return "multiple"
        unit = self.currency or self.unit
        return unit.kind if unit is not None else "count"  # type: ignore[return-value]

    @property
    def unit_name(self) -> str | None:
        """The unit's name, None for a bare number."""
        if self.numeral.form == "percent":
            return "percent"
        if self.kind == "age":
            return "year"
        if self.numeral.form == "multiple":
            return "multiple"
        unit = self.currency or self.unit
        name = unit.name if unit is not None else None
        return rate_name(name, self.per) if self.per else name
