"""The JSON Schema of what the ledger takes in and what it gives out: a ledger file, and the row of a claim."""

from __future__ import annotations

from typing import Any, TypeAlias, get_args

from pydantic.json_schema import models_json_schema

from factcheck.claim import TIMES, Role
from factcheck.ledger.entries import ClaimEntry, Head, SourceEntry
from factcheck.mention import Kind
from factcheck.quantity import Hedge

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DECIMAL = r"^-?[0-9]+(\.[0-9]+)?(/[0-9]+)?$"


def schema() -> Schema:
    """The schema of a ledger file (`#/$defs/ledger`) and of a claim row (`#/$defs/claim`); a document is one of the two."""
    return {
        "$schema": DIALECT,
        "title": "factcheck",
        "anyOf": [{"$ref": "#/$defs/ledger"}, {"$ref": "#/$defs/claim"}],
        "$defs": {**file_definitions(), **row_definitions()},
    }


def file_definitions() -> dict[str, Schema]:
    """What stands in a ledger file."""
    models = [(model, "validation") for model in (Head, SourceEntry, ClaimEntry)]
    _, generated = models_json_schema(models, ref_template="#/$defs/{model}")  # type: ignore[arg-type]
    definitions: dict[str, Schema] = generated["$defs"]
    head = definitions.pop("Head")
    entries = {"source": "SourceEntry", "claim": "ClaimEntry"}
    tables = {name: {"type": "array", "items": {"$ref": f"#/$defs/{model}"}} for name, model in entries.items()}
    return {"ledger": head | {"title": "ledger file", "properties": head["properties"] | tables}, **definitions}


def row_definitions() -> dict[str, Schema]:
    """What stands in the row of a claim: every field is always there, null where it is unknown."""
    return {
        "claim": closed("claim row", mention_fields() | claim_fields()),
        "mention": closed("mention row", mention_fields() | {"type": {"const": "mention"}}),
        "reading": closed(
            "one way to read a damaged figure",
            {
                "value": text("a decimal in base units, or an EDTF date"),
                "unit": nullable(text("as in a mention")),
                "why": text("how the damage is undone"),
                "support": array(
                    closed("what speaks for it", {"why": text("one sentence"), "mentions": array({"$ref": "#/$defs/mention"})})
                ),
            },
        ),
        "source": closed(
            "who published it",
            {
                "id": text("the name by which claims refer to the source"),
                "title": nullable(text()),
                "publisher": nullable(text()),
                "url": nullable(text()),
                "published": nullable({"type": "string", "format": "date"}),
                "sha256": nullable({"type": "string", "pattern": "^[0-9a-f]{64}$"}),
            },
        ),
    }


def mention_fields() -> dict[str, Schema]:
    """The fields that a claim row shares with the row of a mention."""
    offset: Schema = {"type": "integer", "minimum": 0, "description": "code points from the beginning of the document"}
    counted: Schema = {"type": "integer", "minimum": 1}
    decimal: Schema = {"type": "string", "pattern": DECIMAL, "description": "an exact decimal in base units, or a fraction"}
    return {
        "type": {"const": "claim"},
        "document": text("the document's name"),
        "start": offset,
        "end": offset,
        "line": counted,
        "column": counted,
        "text": text("document[start:end]: the figure with the words that change its meaning"),
        "number_start": offset,
        "number_end": offset,
        "kind": {"enum": list(get_args(Kind))},
        "value": nullable(text("a decimal, a fraction, or an EDTF date; null where the figure is damaged"), array(decimal)),
        "low": nullable(decimal),
        "high": nullable(decimal),
        "unit": nullable(text("ISO 4217 for money, percent, point, an SI symbol, otherwise an English singular")),
        "hedge": {"enum": list(get_args(Hedge))},
        "decimals": nullable({"type": "integer", "description": "the power of ten of the last written digit, scale included"}),
        "readings": array({"$ref": "#/$defs/reading"}),
    }


def claim_fields() -> dict[str, Schema]:
    """The fields that say what a figure is about."""
    date = text("an EDTF date or interval")
    return {
        "id": text(),
        "subject": nullable(text("whom the claim is about")),
        "measure": nullable(text("a name of the lexicon, such as revenue")),
        "measure_text": nullable(text("the document's own words")),
        "scope": array(text()),
        "period": nullable(date),
        "as_of": nullable(date),
        "role": nullable({"enum": list(get_args(Role))}),
        "against": nullable(text("an EDTF date, or a relation such as year_on_year")),
        "source": {"$ref": "#/$defs/source"},
        "quote": text(),
        "prefix": nullable(text()),
        "suffix": nullable(text()),
        "carried": array(text("a field that was taken from outside the clause")),
        "inferred": array({"enum": list(TIMES), "description": "a time that was resolved with another date"}),
        "relative": {
            "type": "object",
            "description": "times known by their distance from the unknown day of writing only, as ISO 8601 durations",
            "properties": {name: text() for name in TIMES},
            "additionalProperties": False,
        },
    }


def text(description: str | None = None) -> Schema:
    """A string."""
    return {"type": "string"} | ({"description": description} if description else {})


def array(items: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": items}


def nullable(*schemas: Schema) -> Schema:
    """One of the schemas, or null where it is unknown."""
    return {"anyOf": [*schemas, {"type": "null"}]}


def closed(title: str, fields: dict[str, Schema]) -> Schema:
    """An object with exactly these fields."""
    return {"title": title, "type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
