"""Rows: the one public schema, JSON-ready, every number an exact decimal string, what is absent null."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claim import Claim, Source
from factcheck.document import Document, Span
from factcheck.finding import Edit, Finding, Fix
from factcheck.mention import Mention, Reading, Support
from factcheck.period import Period
from factcheck.quantity import Number, quantity
from factcheck.wire import to_row
from tests.strategies import decimals, numbers

TEXT = "前言\r\n营收超过1.05亿元，or 65438+0.5 million visits。"
DOCUMENT = Document(TEXT, name="memo")
SPAN, NUMBER, BROKEN = Span(6, 14), Span(8, 13), Span(18, 29)
STATED = Mention(
    DOCUMENT,
    SPAN,
    NUMBER,
    "money",
    quantity(Decimal("1.05E+8"), "CNY", hedge="over", decimals=6, significant=6),
    hedge="over",
)
DAMAGED = Mention(
    DOCUMENT,
    BROKEN,
    BROKEN,
    "count",
    damage="digit-token",
    readings=(Reading(Fraction(1_500_000), "visit", "65438+0 stands for the digit 1", (Support("the same page", (STATED,)),)),),
)
SOURCE = Source(id="memo", title="Memo", published=datetime.date(2024, 3, 1))
CLAIM = Claim(
    id="memo:6",
    mention=STATED,
    measure="revenue",
    measure_text="营收",
    scope=("own",),
    period=Period("2023"),
    role="level",
    against="year-on-year",
    source=SOURCE,
    quote="营收超过1.05亿元",
    carried=frozenset({"subject", "period"}),
)
FINDING = Finding(
    DOCUMENT,
    BROKEN,
    "no number",
    because=(CLAIM, DAMAGED),
    working=("one line",),
    readings=DAMAGED.readings,
    fixes=(Fix("1.5 million", (Edit(BROKEN, "1.5 million"),)),),
    level="error",
    check="garble/digit-token",
    fingerprint="0123456789abcdef",
)

PLACE = {"document", "start", "end", "line", "column", "text"}
MENTION_FIELDS = PLACE | {
    "type",
    "number_start",
    "number_end",
    "kind",
    "value",
    "low",
    "high",
    "unit",
    "hedge",
    "decimals",
    "readings",
}
ABOUT = {"id", "subject", "measure", "measure_text", "scope", "period", "as_of", "role", "against", "source", "quote"}
CLAIM_FIELDS = MENTION_FIELDS | ABOUT
FINDING_FIELDS = PLACE | {"type", "check", "level", "message", "because", "readings", "fixes", "fingerprint"}


def leaves(row: Any) -> list[Any]:
    """Every value in a row that is no container."""
    if isinstance(row, dict):
        return [leaf for value in row.values() for leaf in leaves(value)]
    return [leaf for value in row for leaf in leaves(value)] if isinstance(row, list) else [row]


@pytest.mark.parametrize(("thing", "fields"), [(STATED, MENTION_FIELDS), (CLAIM, CLAIM_FIELDS), (FINDING, FINDING_FIELDS)])
def test_row_has_the_fields_of_the_contract(thing: Mention | Claim | Finding, fields: set[str]) -> None:
    """Fields may be added, never left out, and every row survives JSON unchanged."""
    row = to_row(thing)

    assert fields <= set(row)
    assert row == json.loads(json.dumps(row))
    assert not any(isinstance(leaf, float) or leaf == "" for leaf in leaves(row))


def test_mention_row() -> None:
    """Offsets are code points, lines and columns 1-based, numbers strings in base units."""
    row = to_row(STATED)

    assert row == {
        "type": "mention",
        "document": "memo",
        "start": 6,
        "end": 14,
        "line": 2,
        "column": 3,
        "text": "超过1.05亿元",
        "number_start": 8,
        "number_end": 13,
        "kind": "money",
        "value": "105000000",
        "low": "105000000",
        "high": None,
        "unit": "CNY",
        "hedge": "over",
        "decimals": 6,
        "readings": [],
    }


def test_damaged_figure_has_readings_but_no_value() -> None:
    """Nothing is repaired silently: value, interval and unit are null, the readings say why."""
    row = to_row(DAMAGED)

    assert [row[name] for name in ("value", "low", "high", "unit", "decimals")] == [None] * 5
    assert (row["readings"][0]["value"], row["readings"][0]["unit"]) == ("1500000", "visit")
    assert row["readings"][0]["support"][0]["mentions"] == [to_row(STATED)]


@pytest.mark.parametrize(
    ("edtf", "said"), [("XXXX-02", ("2", "month")), ("2022-02", ("2022-02", None)), ("XXXX-02-03", ("XXXX-02-03", None))]
)
def test_month_that_stands_alone_is_a_number_of_its_unit(edtf: str, said: tuple[str, str | None]) -> None:
    """A reading of a bare month gives its number; one with a year or a day is a date."""
    row = to_row(replace(DAMAGED, kind="date", readings=(Reading(edtf, None, "65438+ holds the 1 of the month"),)))["readings"][0]

    assert said == (row["value"], row["unit"])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"quantity": quantity(Fraction(2, 3))}, "2/3"),
        ({"quantity": quantity(Decimal(3), high=Decimal(5))}, ["3", "5"]),
        ({"period": Period("2022-01-01/2022-06-30")}, "2022-01-01/2022-06-30"),
        ({"period": Period("XXXX-08-20")}, "XXXX-08-20"),
        ({"label": "7×24"}, "7×24"),
        ({}, None),
    ],
)
def test_value_of_each_kind(fields: dict[str, Any], expected: object) -> None:
    """A fraction where no decimal is exact, a pair for a range, EDTF for time, the words of an identifier."""
    assert expected == to_row(Mention(DOCUMENT, SPAN, NUMBER, "other", **fields))["value"]


def test_claim_row_adds_what_the_figure_is_about() -> None:
    """A claim's row is its mention's, with subject to source; a base without a date stays a word."""
    row = to_row(CLAIM)

    assert row["type"] == "claim"
    assert row["text"] == STATED.text
    assert (row["measure"], row["subject"], row["period"], row["against"]) == ("revenue", None, "2023", "year-on-year")
    assert (row["scope"], row["carried"]) == (["own"], ["period", "subject"])
    assert row["source"]["published"] == "2024-03-01"
    assert row["source"]["url"] is None


def test_finding_row_shows_evidence_and_fixes() -> None:
    """Evidence keeps its order and type; edits are offsets of the document."""
    row = to_row(FINDING)

    assert [evidence["type"] for evidence in row["because"]] == ["claim", "mention"]
    assert row["fixes"] == [{"label": "1.5 million", "edits": [{"start": 18, "end": 29, "text": "1.5 million"}], "safe": False}]


def test_row_of_anything_else_is_refused() -> None:
    """The error says what a row is made of."""
    with pytest.raises(TypeError, match="got str"):
        to_row("12")  # type: ignore[arg-type]


@given(numbers, decimals, st.integers(-20, 20))
def test_numbers_of_rows_are_exact(value: Number, high: Decimal, last: int) -> None:
    """Value and ends read back as the very numbers; no exponent ever shows."""
    stated = quantity(value, "CNY", decimals=last, high=high)
    row = to_row(Mention(DOCUMENT, SPAN, NUMBER, "money", stated))

    assert [Fraction(value), Fraction(high)] == [Fraction(text) for text in row["value"]]
    assert (stated.interval().low, stated.interval().high) == (Fraction(row["low"]), Fraction(row["high"]))
    assert not any("e" in text.lower() for text in [*row["value"], row["low"], row["high"]])
