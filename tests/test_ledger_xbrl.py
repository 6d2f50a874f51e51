"""Facts of xBRL-JSON as entries of the ledger."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from factcheck.claim import Source
from factcheck.document import Document
from factcheck.ledger import Ledger, RecordError
from factcheck.ledger.book import Book
from factcheck.ledger.recording import source_entry
from factcheck.ledger.xbrl import XbrlError, imported, period_of, reading
from factcheck.lexicon import measures, page
from factcheck.read import read

REPORT = Path(__file__).parent / "files" / "report.xbrl.json"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A ledger that the report was taken into."""
    report, book = read(str(REPORT)), Book(tmp_path)
    source = source_entry(Source(id=report.name, sha256=report.sha256), report)
    for made in imported(report, subject="Harbour Line", source=source):
        if not isinstance(made, RecordError):
            book.add(made)
    book.write()
    return Ledger.load(tmp_path)


def test_facts_are_claims_with_their_accuracy(ledger: Ledger) -> None:
    """Concept, period, segment and unit become measure, time, scope and unit; the interval is that of the fact's decimals."""
    said = {
        claim.id: (claim.quantity.value, claim.quantity.unit, claim.quantity.decimals) for claim in ledger.claims if claim.quantity
    }

    assert {
        "harbour-line-revenue-2023": (Decimal(1264000000), "CNY", 6),
        "harbour-line-revenue-island-ferries-2023-04-01-2023-06-30": (Decimal(311500000), "CNY", 5),
        "harbour-line-total-assets-2023-12-31": (Decimal(8810250000), "CNY", 3),
        "harbour-line-net-profit-2022": (Decimal(-42100000), "CNY", 5),
        "harbour-line-number-of-ordinary-shares-issued-2023-12-31": (Decimal(96000000), "share", 0),
    } == said
    revenue = ledger.claim("harbour-line-revenue-island-ferries-2023-04-01-2023-06-30")
    assert (("island ferries",), "revenue") == (revenue.scope, revenue.measure)
    assert ledger.claim("harbour-line-total-assets-2023-12-31").as_of is not None
    stated = revenue.quantity
    assert stated is not None
    assert (Fraction(311450000), Fraction(311550000)) == (stated.interval().low, stated.interval().high)


def test_facts_verify_in_the_report(ledger: Ledger) -> None:
    """Each value is found at its fact, and reads as what the ledger says."""
    verification = ledger.verify(texts=REPORT)

    assert ((), 5, 5) == (verification.problems, verification.claims, verification.in_source)


def test_what_is_no_number_or_has_no_unit_is_told() -> None:
    """Text is no figure, and a unit that the lexicon does not know is not guessed."""
    report = read(str(REPORT))
    source = source_entry(Source(id=report.name), report)

    assert [
        "fact f6 is in iso4217:CNY/xbrli:shares, for which the lexicon has no unit",
        "fact f7 is no number",
    ] == [str(made) for made in imported(report, subject="Harbour Line", source=source) if isinstance(made, RecordError)]


@pytest.mark.parametrize(
    "text", ["{", "[]", "{}", '{"documentInfo": {"documentType": "https://example.org/x"}, "facts": {}}', "[" * 99999]
)
def test_other_json_is_refused(text: str) -> None:
    """The message is one line that names the file."""
    with pytest.raises(XbrlError, match=r"^a\.json: is no"):
        list(imported(Document(text, name="a.json"), subject="X", source=source_entry(Source(id="a"), Document(text))))


@pytest.mark.parametrize(
    ("value", "decimals", "unit", "expected"),
    [
        ("105200000000", -8, "CNY", "105.2 billion CNY"),
        ("1234000", -3, "USD", "1,234 thousand USD"),
        ("1234567", 0, "USD", "1,234,567 USD"),
        ("0.0525", 4, None, "0.0525"),
        ("-3250000", -5, "HKD", "-3.2 million HKD"),
        ("96000000", None, "share", "96,000,000"),
    ],
)
def test_a_value_is_written_to_its_last_accurate_digit(value: str, decimals: int | None, unit: str | None, expected: str) -> None:
    """The scale and the places say what `decimals` does."""
    assert expected == reading(Decimal(value), decimals, unit)[0]


def test_midnight_belongs_to_the_day_before() -> None:
    """Periods of the model end with the first instant that they do not hold."""
    assert "2023" == period_of("f", "2023-01-01T00:00:00/2024-01-01T00:00:00")
    assert "2023-04-01/2024-03-31" == period_of("f", "2023-04-01T00:00:00/2024-04-01T00:00:00")
    assert "2023-12-31" == period_of("f", "2024-01-01T00:00:00")


def test_concepts_are_measures_of_the_lexicon() -> None:
    """Every concept that is known is a measure of money that there is, and the page is in order."""
    concepts = page("concepts.toml")["measure"]

    assert sorted(concepts) == list(concepts)
    assert {"money"} == {measures()[name].dimension for name in concepts.values()}
    assert json.loads(REPORT.read_text(encoding="utf-8"))["documentInfo"]["documentType"].endswith("/xbrl-json")
