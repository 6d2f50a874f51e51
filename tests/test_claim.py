"""Claims: strict, frozen, and never without the way back to their words."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from pydantic import ValidationError

from factcheck.claim import Claim, Relation, Source
from factcheck.document import Document, Span
from factcheck.mention import Mention
from factcheck.period import Period
from factcheck.quantity import quantity

DOCUMENT = Document("营收由80亿元增长25%至100亿元。", name="memo")
SOURCE = Source(id="memo", published=datetime.date(2024, 3, 1))


def claim(start: int, end: int, value: int, unit: str, **fields: object) -> Claim:
    span = Span(start, end)
    mention = Mention(DOCUMENT, span, span, "money", quantity(Decimal(value), unit, decimals=8))
    return Claim(id=f"memo:{start}", mention=mention, source=SOURCE, quote=mention.text, **fields)  # type: ignore[arg-type]


BEFORE, RATE, AFTER = claim(3, 7, 8 * 10**9, "CNY"), claim(9, 12, 25, "percent"), claim(13, 18, 10**10, "CNY")


def test_claim_shows_its_figure() -> None:
    """Document, span, words and quantity are those of the mention."""
    assert DOCUMENT is BEFORE.document
    assert Span(3, 7) == BEFORE.span
    assert BEFORE.text == "80亿元"
    assert BEFORE.quantity is not None
    assert BEFORE.quantity.value == Decimal(8 * 10**9)


def test_unknown_parts_are_none() -> None:
    """What the text does not say is None, never guessed."""
    assert [BEFORE.subject, BEFORE.measure, BEFORE.period, BEFORE.as_of, BEFORE.role, BEFORE.against] == [None] * 6


@pytest.mark.parametrize(
    ("fields", "path"),
    [({"subjekt": "X"}, "subjekt"), ({"subject": 3}, "subject"), ({"role": "level of"}, "role"), ({"scope": ["own"]}, "scope")],
)
def test_mistakes_are_named_by_field(fields: dict[str, object], path: str) -> None:
    """An unknown field, a wrong type, a word outside the list: each error says where."""
    with pytest.raises(ValidationError) as caught:
        claim(3, 7, 80, "CNY", **fields)

    assert [path] == [error["loc"][0] for error in caught.value.errors()]


def test_claim_without_source_is_none() -> None:
    """A claim says who says so."""
    with pytest.raises(ValidationError, match="source"):
        Claim(id="x", mention=BEFORE.mention, quote="80亿元")  # type: ignore[call-arg]


def test_claim_is_frozen() -> None:
    """Nothing changes a claim once it is made."""
    with pytest.raises(ValidationError, match="frozen"):
        BEFORE.subject = "X"  # type: ignore[misc]


def test_relation_gives_claims_by_role() -> None:
    """One by role, all of a role, None where there is none, and all in reading order."""
    relation = Relation("growth", {"after": (AFTER,), "before": (BEFORE,), "rate": (RATE,)})

    assert relation["before"] is BEFORE
    assert relation.get("total") is None
    assert relation.all("rate") == (RATE,)
    assert relation.all("addend") == ()
    assert list(relation) == [BEFORE, RATE, AFTER]
    with pytest.raises(KeyError):
        relation["total"]


def test_period_may_be_inferred() -> None:
    """A period resolved with a date from elsewhere says so."""
    stated = claim(3, 7, 80, "CNY", as_of=Period("2023-12-31", inferred=True))

    assert stated.as_of is not None
    assert stated.as_of.inferred
