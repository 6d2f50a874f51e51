"""The claims that are shipped: they load, and every amount is what its quote and its source say."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.ledger import Ledger

CLAIMS = Path(__file__).parent.parent / "claims"
ARTICLES = Path(__file__).parent.parent.parent / "shared" / "seeds"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    """The shipped ledger."""
    return Ledger.load(CLAIMS)


def test_shipped_claims_load(ledger: Ledger) -> None:
    """Both companies are there, with their figures."""
    assert {"JD Health", "Alibaba Health"} <= {subject.name for subject in ledger.subjects}
    assert len(ledger.claims) > 80


def test_every_amount_is_read_from_its_quote(ledger: Ledger) -> None:
    """Extraction from the quote gives the amount again."""
    assert list(map(str, ledger.verify().problems)) == []


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not at hand")
def test_every_amount_is_read_from_its_source(ledger: Ledger) -> None:
    """Every quote stands in its article once, and the figure there says the same."""
    verification = ledger.verify(texts=ARTICLES)

    assert (list(map(str, verification.problems)), verification.absent) == ([], ())
    assert verification.in_source == verification.claims


def test_quotes_are_short(ledger: Ledger) -> None:
    """A quote is the figure and the few words around it."""
    for claim in ledger.claims:
        words = claim.quote.split()
        chinese = any("一" <= character <= "鿿" for character in claim.quote)

        assert (len(claim.quote) <= 25) if chinese else (len(words) <= 12), claim.id


def test_damaged_amounts_say_why(ledger: Ledger) -> None:
    """Every reading of a damaged amount says what it rests on."""
    damaged = [entry for entry in ledger.entries if entry.reading is not None]

    assert damaged
    assert all(entry.why for entry in damaged)
