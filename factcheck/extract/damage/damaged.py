"""A damaged figure: where it stands, what happened to it, and every way to read it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.document import Span
from factcheck.mention import Kind, Reading
from factcheck.quantity import Hedge


@dataclass(frozen=True, slots=True)
class Damaged:
    """A figure that a machine or a typing slip has spoilt.

    `span` covers the figure with its unit and its hedge, `number` digits and scale alone. `family` is the name of the damage and
    of the check that reports it. `readings` are all that are possible, best first, in base units (EDTF for dates); none where the
    figure cannot be completed. `replaces` says that the figure has no value of its own; without it the figure reads all the same
    (`more than130,000`, `11 Ten thousand`) and the damage is a note on its mention.
    """

    span: Span
    number: Span
    family: str
    kind: Kind
    readings: tuple[Reading, ...] = ()
    replaces: bool = True
    hedge: Hedge = "exact"
