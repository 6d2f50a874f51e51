"""Mentions: a figure at its place, readable or damaged."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from factcheck.document import Document, Span
from factcheck.mention import Mention, Reading
from factcheck.quantity import quantity

DOCUMENT = Document("年度营收超过105.2亿元。Visitors: 1390,000 in all.")


def test_mention_gives_its_words() -> None:
    """The text is the whole mention, the number text its digits and scale."""
    mention = Mention(
        DOCUMENT,
        Span(4, 13),
        Span(6, 12),
        "money",
        quantity(Decimal(10_520_000_000), "CNY", hedge="over", decimals=7),
        hedge="over",
    )

    assert mention.text == "超过105.2亿元"
    assert mention.number_text == "105.2亿"
    assert mention.unit == "CNY"


def test_damaged_mention_has_the_unit_of_its_readings() -> None:
    """A damaged figure has no quantity; its best reading says what it counts."""
    span = Span(24, 32)
    mention = Mention(DOCUMENT, span, span, "count", damage="broken-grouping")
    read = mention.with_readings((Reading(Decimal(13_900_000), "visitor", "a zero too few"),))

    assert mention.text == "1390,000"
    assert mention.unit is None
    assert read.unit == "visitor"
    assert read.quantity is None
    assert mention.readings == ()


def test_mentions_are_told_apart_by_identity() -> None:
    """Two mentions at one place are two: a set of mentions loses none."""
    first, second = (Mention(DOCUMENT, Span(6, 12), Span(6, 12), "other") for _ in range(2))

    assert len({first, second}) == 2


def test_mention_is_frozen() -> None:
    """Nothing changes a mention once it is made."""
    mention = Mention(DOCUMENT, Span(6, 12), Span(6, 12), "other")

    with pytest.raises(dataclasses.FrozenInstanceError):
        mention.kind = "money"  # type: ignore[misc]
