"""Rates: a figure that is so much for each of something has a quotient for its unit."""

import tomllib
from pathlib import Path

import pytest

import factcheck

ROWS = tomllib.loads(Path(__file__).with_name("rates.toml").read_text(encoding="utf-8"))


def unit(sentence: str, text: str) -> str | None:
    """The unit of a figure of a sentence."""
    return next(mention.unit for mention in factcheck.extract(sentence) if mention.text == text)


@pytest.mark.parametrize(("sentence", "text", "expected"), ROWS["behind"] + ROWS["ahead"])
def test_what_a_figure_is_for_is_in_its_unit(sentence, text, expected):
    """A denominator behind a figure or in front of it makes a rate of it, in Chinese of both scripts and in English."""
    assert expected == unit(sentence, text)


@pytest.mark.parametrize(("sentence", "text", "expected"), ROWS["plain"])
def test_what_only_looks_like_a_rate_is_none(sentence, text, expected):
    """A moment, a share, a sum of all and a percent keep their plain unit."""
    assert expected == unit(sentence, text)


def test_a_rate_keeps_the_kind_of_its_numerator():
    """A price is money, a frequency a count."""
    assert ["money", "count"] == [mention.kind for mention in factcheck.extract("票价50元/张，一年3次。")]


def test_the_number_of_a_denominator_is_a_figure_of_its_own():
    """No digit is lost: the 1,000 of "per 1,000 people" is a mention."""
    assert ["3.1 nurses", "1,000 people"] == [
        mention.text for mention in factcheck.extract("There are 3.1 nurses per 1,000 people.")
    ]
