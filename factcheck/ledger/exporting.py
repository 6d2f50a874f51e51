"""A ledger in the forms that others read: schema.org and W3C Web Annotation as JSON-LD, CSV, Parquet.

Amounts are exact decimals as strings in all of them, as they are in rows.
"""

from __future__ import annotations

import base64
import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from factcheck.claim import Claim, Source
from factcheck.ledger.entries import ClaimEntry
from factcheck.ledger.listing import of_source, text_of
from factcheck.pattern import lazy_pattern
from factcheck.quantity import decimal_text

if TYPE_CHECKING:
    from factcheck.ledger import Ledger

# A cell that begins so is a formula to a spreadsheet, which runs it; -5% is none.
FORMULA = lazy_pattern(r"[=+@\t\r]|-(?![0-9.])")
COLUMNS = (
    "id", "subject", "measure", "measure_text", "scope", "period", "as_of", "role", "against", "text", "value", "high_value", "low", "high",
    "unit", "hedge", "quote", "source", *(name for name in Source.model_fields if name != "id"),
)  # fmt: skip


class ExportError(ValueError):
    """A form that needs a package that is not installed; the message says which."""


def schema_org(ledger: Ledger) -> bytes:
    """The claims as https://schema.org/Claim, each with the text that it appears in; a withdrawn one with a ClaimReview that says why."""
    graph = [*map(claim_node, ledger.claims), *(node for entry in ledger.withdrawn for node in review_nodes(entry))]
    return as_json({"@context": "https://schema.org", "@graph": graph})


def claim_node(claim: Claim) -> dict[str, Any]:
    """A claim with its figure as a PropertyValue and its source as the work in which it appears."""
    row = cells(claim)
    figure = {
        "@type": "PropertyValue",
        "propertyID": row["measure"],
        "name": row["measure_text"],
        "value": row["value"],
        "minValue": row["low"],
        "maxValue": row["high"],
        "unitText": row["unit"],
    }
    return said(
        {
            "@type": "Claim",
            "@id": f"#{quote(claim.id)}",
            "identifier": claim.id,
            "text": claim.quote,
            "about": {"@type": "Thing", "name": claim.subject} if claim.subject else None,
            "temporalCoverage": row["period"] or row["as_of"],
            "mainEntity": said(figure),
            "appearance": work(claim.source),
        }
    )


def work(source: Source) -> dict[str, Any]:
    """A source as a CreativeWork."""
    return said(
        {
            "@type": "CreativeWork",
            "@id": address(source),
            "name": source.title,
            "url": source.url,
            "datePublished": source.published.isoformat() if source.published else None,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
        }
    )


def review_nodes(entry: ClaimEntry) -> Iterator[dict[str, Any]]:
    """A claim that was withdrawn, and the review that says when and why."""
    yield {"@type": "Claim", "@id": f"#{quote(entry.id)}", "identifier": entry.id, "text": entry.quote}
    yield {
        "@type": "ClaimReview",
        "claimReviewed": entry.quote,
        "itemReviewed": {"@id": f"#{quote(entry.id)}"},
        "datePublished": str(entry.withdrawn),
        "reviewBody": entry.withdrawn_because,
        "reviewRating": {"@type": "Rating", "alternateName": "Withdrawn"},
    }


def web_annotation(ledger: Ledger) -> bytes:
    """The claims as annotations of their sources (W3C Web Annotation Data Model), each on its quote by a TextQuoteSelector."""
    items = [annotation(claim) for claim in ledger.claims]
    return as_json({"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items})


def annotation(claim: Claim) -> dict[str, Any]:
    """One claim as an annotation: what is said of whom, on the words that say it."""
    row = cells(claim)
    about = [row[key] for key in ("subject", "measure", "scope", "period", "as_of") if row[key]]
    body = {
        "type": "TextualBody",
        "value": f"{', '.join(map(str, about))}: {claim.text}",
        "format": "text/plain",
        "purpose": "describing",
    }
    selector = {"type": "TextQuoteSelector", "exact": claim.quote, "prefix": claim.prefix or None, "suffix": claim.suffix or None}
    return {
        "id": f"#{quote(claim.id)}",
        "type": "Annotation",
        "motivation": "describing",
        "body": body,
        "target": {"source": claim.source.url or address(claim.source), "selector": said(selector)},
    }


def address(source: Source) -> str:
    """A name for a source that others can check: its SHA-256 as a URI (RFC 6920), else its id within the ledger."""
    if source.sha256 is None:
        return f"#{quote(source.id)}"
    return f"ni:///sha-256;{base64.urlsafe_b64encode(bytes.fromhex(source.sha256)).decode().rstrip('=')}"


def comma_separated(ledger: Ledger) -> bytes:
    """A header and one record a claim (RFC 4180), with the mark by which a spreadsheet knows UTF-8."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for claim in ledger.claims:
        row = cells(claim)
        writer.writerow([harmless(row[column] or "") for column in COLUMNS])
    return ("\ufeff" + written.getvalue()).encode()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def parquet(ledger: Ledger) -> bytes:
    """The same columns as Parquet, for analysis beside a corpus. Raises ExportError where pyarrow is missing."""
    try:
        import pyarrow
        from pyarrow import parquet as tables
    except ImportError:
        raise ExportError("parquet needs the extra corpus; pip install 'factcheck-numbers[corpus]'") from None
    rows = [cells(claim) for claim in ledger.claims]
    fields = pyarrow.schema([(column, pyarrow.string()) for column in COLUMNS])
    table = pyarrow.table({column: [row[column] for row in rows] for column in COLUMNS}, schema=fields)
    written = io.BytesIO()
    tables.write_table(table, written)
    return written.getvalue()


def cells(claim: Claim) -> dict[str, str | None]:
    """What a claim says, a text for each column; None where it is unknown."""
    quantity = claim.quantity
    stated = quantity.interval() if quantity is not None else None
    ends = [None if end is None else decimal_text(end) for end in ((stated.low, stated.high) if stated else (None, None))]
    return {
        "id": claim.id,
        "subject": claim.subject,
        "measure": claim.measure,
        "measure_text": claim.measure_text,
        "scope": "; ".join(claim.scope) or None,
        "period": text_of(claim.period),
        "as_of": text_of(claim.as_of),
        "role": claim.role,
        "against": text_of(claim.against),
        "text": claim.text,
        "value": decimal_text(quantity.value) if quantity is not None else text_of(claim.mention.period),
        "high_value": decimal_text(quantity.high) if quantity is not None and quantity.high is not None else None,
        "low": ends[0],
        "high": ends[1],
        "unit": claim.mention.unit,
        "hedge": claim.mention.hedge,
        "quote": claim.quote,
        **of_source(claim.source),
    }


def said(node: dict[str, Any]) -> dict[str, Any]:
    """A node without what is unknown."""
    return {key: value for key, value in node.items() if value is not None}


def as_json(value: object) -> bytes:
    """JSON as a person can read it."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


FORMS: dict[str, Callable[[Ledger], bytes]] = {
    "schema.org": schema_org,
    "annotation": web_annotation,
    "csv": comma_separated,
    "parquet": parquet,
}
