"""The claims that are shipped: they load, and every amount is what its quote and its source say."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Finding, check
from factcheck.claim import Claim
from factcheck.document import Document
from factcheck.ledger import Ledger
from factcheck.read import read

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


def doctors(documents: list[Document]) -> list[Finding]:
    """What is found of the doctors of the online hospital in several articles."""
    report = check(documents, select=["consistency/series"])
    return [finding for finding in report.findings if "doctors" in finding.message]


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not at hand")
def test_counts_of_doctors_are_a_series_until_two_have_one_date() -> None:
    """Three articles give three counts of two dates and none: a series. Given the date of the second, the third is in conflict with it."""
    articles = [read(str(path)) for path in sorted(ARTICLES.glob("*.txt"))]
    (series,) = doctors(articles)
    last = next(figure for figure in series.because if "130,000" in figure.text)
    text, end = last.document.text, last.span.start
    dated = text[: end - 200] + text[end - 200 : end].replace("June 30th, 20021year", "December 31st, 2020") + text[end:]
    _, conflict = doctors([Document(dated, name=one.name) if one is last.document else one for one in articles])

    assert 3 == len({figure.document.name for figure in series.because})
    assert not any("of one date" in line for line in (series.message, *series.working))
    assert ("warning", 2) == (conflict.level, len(conflict.because))
    assert "are of one date, 2020-12-31, and cannot both be the doctors of" in conflict.message
    assert "the scopes named differ: own and platform; platform" in conflict.working


def test_sources_of_the_ledger_disagree_once_two_counts_have_one_date(ledger: Ledger) -> None:
    """The shipped counts of doctors are of three dates and agree with a draft each; given one date, two of them disagree."""
    draft = "At the end of 2020, JD Health had more than 110,000 doctors."
    counts = {claim.id: claim for claim in ledger.claims if claim.measure == "doctors"}
    same = counts["jd-health-doctors-2021-h1"].model_copy(update={"as_of": counts["jd-health-doctors-2020"].as_of, "scope": ()})
    known = counts["jd-health-doctors-2020"].model_copy(update={"scope": ()})
    later = counts["jd-health-doctors-2021-h1"].model_copy(update={"scope": ()})

    def found(*claims: Claim) -> list[str]:
        return [one.check for one in check(draft, ledger=Ledger(path="ledger", claims=claims), select=["ledger"]).findings]

    assert [] == found(known, later)
    assert ["ledger/sources-disagree"] == found(known, same)
