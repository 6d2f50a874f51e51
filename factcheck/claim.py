"""A claim: who says what of whom, when, with which figure, and where. The same type for a draft, a source and the ledger.

Claims cross files and wires, so they are pydantic models, frozen and strict, that name the field of a mistake.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

from factcheck.document import Document, Span
from factcheck.mention import Mention
from factcheck.period import Period
from factcheck.quantity import Quantity

Role = Literal["level", "change", "share"]
# The fields of a claim that hold a time.
TIMES = ("period", "as_of", "against")


class Model(BaseModel):
    """Frozen, no unknown fields, no silent conversions."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True)


class Source(Model):
    """Who published a statement, where and when."""

    id: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    sha256: str | None = None

    def row(self) -> dict[str, str | None]:
        """Every field as text, the day as ISO 8601 has it."""
        return {name: value.isoformat() if isinstance(value, datetime.date) else value for name, value in self}


class Claim(Model):
    """One numeric statement.

    `measure` is a name from the lexicon (`revenue`, `active_users`), `measure_text` the document's own words; None where unknown,
    never guessed. `period` is what a flow covers, `as_of` when a level holds, `against` the period that a change is measured from.
    `carried` names what was taken from outside the clause (`subject`, `period`), so that a check can ask for stated ones only; `owner`
    where the subject is a common noun (the cohort, 一期工程): whose it is, the text says elsewhere; `part` where a table names only the
    part that a figure is of (Groceries under "Revenue by segment").
    `quote` with `prefix` and `suffix` is a W3C TextQuoteSelector into the document.
    """

    id: str
    mention: Annotated[Mention, SkipValidation]
    subject: str | None = None
    measure: str | None = None
    measure_text: str | None = None
    scope: tuple[str, ...] = ()
    period: Annotated[Period | None, SkipValidation] = None
    as_of: Annotated[Period | None, SkipValidation] = None
    role: Role | None = None
    against: Annotated[Period | str | None, SkipValidation] = None
    source: Source
    quote: str
    prefix: str = ""
    suffix: str = ""
    carried: frozenset[str] = Field(default=frozenset())

    @property
    def document(self) -> Document:
        """Where the claim stands."""
        return self.mention.document

    @property
    def span(self) -> Span:
        """The place of its figure."""
        return self.mention.span

    @property
    def text(self) -> str:
        """The words of its figure."""
        return self.mention.text

    @property
    def quantity(self) -> Quantity | None:
        """What its figure says; None where it is damaged."""
        return self.mention.quantity


@dataclass(frozen=True, slots=True)
class Relation:
    """Claims that a sentence binds together: `name` is that of the relation, `roles` say which claim plays which part.

    For instance `growth` with `before`, `after`, `rate`; `sum` with `addend` (several) and `total`. A role holds its claims in
    reading order.
    """

    name: str
    roles: Mapping[str, tuple[Claim, ...]] = field(hash=False)

    def __getitem__(self, role: str) -> Claim:
        """The one claim of a role; KeyError where the relation has none."""
        return self.roles[role][0]

    def get(self, role: str) -> Claim | None:
        """The first claim of a role, None where there is none."""
        claims = self.roles.get(role)
        return claims[0] if claims else None

    def all(self, role: str) -> tuple[Claim, ...]:
        """Every claim of a role."""
        return self.roles.get(role, ())

    def __iter__(self) -> Iterator[Claim]:
        """Its claims in reading order."""
        return iter(sorted((claim for claims in self.roles.values() for claim in claims), key=lambda claim: claim.span))
