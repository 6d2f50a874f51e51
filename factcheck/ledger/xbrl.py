"""Facts of a report in xBRL-JSON as entries of the ledger: what a listed company files is typed already.

The form is that of the Open Information Model (xBRL-JSON 1.0, https://www.xbrl.org/Specification/xbrl-json/REC-2021-10-13/): an object
`facts`, each with a value and its dimensions. The value stays the amount as printed; what it stands for with its unit and its `decimals`
is written as the reading.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from factcheck.document import Document
from factcheck.ledger.entries import ClaimEntry, SourceEntry
from factcheck.ledger.recording import Proposal, RecordError, loaded, slug
from factcheck.lexicon import measures, page, units
from factcheck.pattern import lazy_pattern
from factcheck.quantity import decimal_text

KIND = lazy_pattern(r"https?://(?:www\.)?xbrl\.org/.*/xbrl-json")
# Dimensions that the model names itself; any other is one of the taxonomy and narrows the fact down.
CORE = ("concept", "entity", "period", "unit", "language", "noteId")
WORDS = lazy_pattern(r"[A-Z]?[a-z]+ | [A-Z]+(?![a-z]) | [0-9]+", re.VERBOSE)  # OnlineRetail: Online, Retail
SCALES = {12: "trillion", 9: "billion", 6: "million", 3: "thousand", 0: ""}


class XbrlError(ValueError):
    """A text that is no report in xBRL-JSON; the message is one line."""


def imported(document: Document, *, subject: str, source: SourceEntry) -> Iterator[Proposal | RecordError]:
    """An entry for each numeric fact of a report, or why there is none. Raises XbrlError where the text is no xBRL-JSON."""
    for name, fact in facts(document).items():
        try:
            yield proposed(name, fact, document, subject=subject, source=source)
        except RecordError as error:
            yield error


def facts(document: Document) -> Mapping[str, dict[str, Any]]:
    """The facts of a report by their ids. Raises XbrlError."""
    try:
        report = json.loads(document.text, parse_float=str, parse_int=int)
    except (ValueError, RecursionError) as error:
        raise XbrlError(f"{document.name}: is not JSON: {error}") from None
    kind = report.get("documentInfo", {}).get("documentType", "") if isinstance(report, dict) else ""
    found = report.get("facts") if isinstance(report, dict) else None
    if not KIND.match(str(kind)) or not isinstance(found, dict):
        raise XbrlError(f"{document.name}: is no report in xBRL-JSON; its documentInfo.documentType is {kind!r}")
    return {name: fact for name, fact in found.items() if isinstance(fact, dict)}


def proposed(name: str, fact: Mapping[str, Any], document: Document, *, subject: str, source: SourceEntry) -> Proposal:
    """The entry of one fact. Raises RecordError."""
    about = fact.get("dimensions")
    dimensions: Mapping[str, Any] = about if isinstance(about, dict) else {}
    concept = str(dimensions.get("concept", "")).rpartition(":")[2]
    value, unit = number(name, fact), unit_of(name, dimensions.get("unit"))
    prefix = before(name, str(fact["value"]), document)
    measure = page("concepts.toml")["measure"].get(concept)
    known = measures().get(measure or "")
    when = period_of(name, dimensions.get("period"))
    flows = "/" in str(dimensions["period"])
    text, why = reading(value, fact.get("decimals"), unit)
    made = Proposal(
        subject,
        source,
        ClaimEntry(
            id=slug(subject, measure or " ".join(WORDS.findall(concept)), *scopes(dimensions), when),
            measure=measure if known is not None else None,
            measure_text=concept or None,
            scope=scopes(dimensions),
            role="level",
            amount=str(fact["value"]),
            reading=text,
            why=why,
            unit=unit if unit in units() and units()[unit].kind == "count" else None,
            source=source.id,
            quote=str(fact["value"]),
            prefix=prefix,
            period=when if flows else None,
            as_of=None if flows else when,
        ),
    )
    claim = loaded(made)
    if claim.quantity is None or abs(Fraction(claim.quantity.value) - Fraction(value)) > Fraction(step(fact.get("decimals"))) / 2:
        raise RecordError(f'would be read as "{claim.text}"', figure=f"fact {name}")
    return made


def number(name: str, fact: Mapping[str, Any]) -> Decimal:
    """The value of a numeric fact. Raises RecordError for text, dates and what is nil."""
    value, dimensions = fact.get("value"), fact.get("dimensions")
    numeric = "decimals" in fact or (isinstance(dimensions, dict) and "unit" in dimensions)
    try:
        if numeric and isinstance(value, str):
            read = Decimal(value)
            if read.is_finite():
                return read
    except InvalidOperation:
        pass
    raise RecordError("is no number", figure=f"fact {name}")


def unit_of(name: str, unit: object) -> str | None:
    """The lexicon's unit: a currency, shares, or none for a pure number. Raises RecordError for a compound one and any other."""
    if unit is None or unit == "xbrli:pure":
        return None
    word = str(unit).rpartition(":")[2]
    found = word if word in units() else word.removesuffix("s")
    if "/" in str(unit) or "*" in str(unit) or found not in units():
        raise RecordError(f"is in {unit}, for which the lexicon has no unit", figure=f"fact {name}")
    return found


def period_of(name: str, period: object) -> str:
    """The days of a period or an instant as EDTF: midnight at the end belongs to the day before. Raises RecordError."""
    try:
        ends = [datetime.fromisoformat(end) for end in str(period).split("/")]
    except ValueError:
        raise RecordError("has no period", figure=f"fact {name}") from None
    last = ends[-1] - timedelta(days=1) if ends[-1].time() == time() else ends[-1]
    if len(ends) == 1:
        return last.date().isoformat()
    whole = (ends[0].month, ends[0].day, last.month, last.day) == (1, 1, 12, 31) and ends[0].year == last.year
    return str(last.year) if whole else f"{ends[0].date().isoformat()}/{last.date().isoformat()}"


def scopes(dimensions: Mapping[str, Any]) -> tuple[str, ...]:
    """The members of the taxonomy's own dimensions in plain words: OnlineRetailMember is "online retail"."""
    members = [str(member).rpartition(":")[2].removesuffix("Member") for key, member in dimensions.items() if key not in CORE]
    return tuple(" ".join(WORDS.findall(member)).lower() or member for member in members)


def step(decimals: object) -> Decimal:
    """The unit of the last digit that a fact is accurate to; nothing where it is exact."""
    return Decimal(1).scaleb(-decimals) if isinstance(decimals, int) else Decimal(0)


def reading(value: Decimal, decimals: object, unit: str | None) -> tuple[str, str]:
    """A value written to the digit that it is accurate to, with its unit, and why: -8 makes 105200000000 "105.2 billion"."""
    word = f" {unit}" if unit is not None and units()[unit].kind == "money" else ""
    if not isinstance(decimals, int):
        return f"{value:,f}{word}", "Reported exactly."
    exponent = min((scale for scale in SCALES if scale >= -decimals), default=0) if decimals < 0 else 0
    places = exponent + decimals
    shown = value.scaleb(-exponent).quantize(Decimal(1).scaleb(-places))
    scale = f" {SCALES[exponent]}" if exponent else ""
    return f"{shown:,f}{scale}{word}", f"Reported with decimals {decimals}: to the nearest {decimal_text(step(decimals))}."


def before(name: str, value: str, document: Document) -> str:
    """What stands in the text between the name of a fact and its value: by that the value is found again. Raises RecordError."""
    start = re.search(rf'"{re.escape(name)}"\s*:\s*\{{', document.text)
    found = None if start is None else lazy_pattern(rf'"value"\s*:\s*"(?={re.escape(value)}")').search(document.text, start.end())
    if start is None or found is None:
        raise RecordError("is not found in its text by its name", figure=f"fact {name}")
    return document.text[start.start() : found.end()]
