"""A mention is a figure at its place: a quantity or a period, or a damaged figure with its readings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from factcheck.document import Document, Span
from factcheck.messages import Language, in_language
from factcheck.period import Period
from factcheck.quantity import Hedge, Number, Quantity

Kind = Literal[
    "money", "count", "percent", "point", "multiple", "ratio", "date", "period", "duration", "age", "measure", "ordinal",
    "identifier", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for a reading: one sentence, and the mentions that it rests on."""

    words: str
    mentions: tuple[Mention, ...] = ()

    def in_language(self, language: Language) -> Support:
        """The same, said in a language."""
        return replace(self, words=in_language(self.words, language))


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a damaged figure: a number in base units, or an EDTF string for a date."""

    value: Number | str
    unit: str | None
    why: str
    support: tuple[Support, ...] = ()

    def in_language(self, language: Language) -> Reading:
        """The same reading, explained in a language."""
        support = tuple(one.in_language(language) for one in self.support)
        return replace(self, why=in_language(self.why, language), support=support)


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A figure at its place.

    `span` covers number, scale, unit and the words glued to it that change its meaning; `number` the digits and scale alone.
    `damage` names the family of its damage: a figure that cannot be read has no quantity and no period but `readings`, best first;
    one that can be read all the same (`more than130,000`) keeps its quantity.
    `label` is the value of an identifier (`5G`, `2-4-5`); `hedge` repeats that of the quantity and holds that of a date ("around 2000").
    """

    document: Document
    span: Span
    number: Span
    kind: Kind
    quantity: Quantity | None = None
    period: Period | None = None
    label: str | None = None
    damage: str | None = None
    readings: tuple[Reading, ...] = ()
    hedge: Hedge = "exact"

    @property
    def text(self) -> str:
        """The words of the mention as they stand."""
        return self.document.text[self.span.start : self.span.end]

    @property
    def number_text(self) -> str:
        """The digits and scale as they stand."""
        return self.document.text[self.number.start : self.number.end]

    @property
    def unit(self) -> str | None:
        """The unit, also that of a damaged figure's readings."""
        if self.quantity is not None:
            return self.quantity.unit
        return self.readings[0].unit if self.readings else None

    def with_readings(self, readings: tuple[Reading, ...]) -> Mention:
        """The same mention with its readings ranked anew."""
        return replace(self, readings=readings)
