"""The measure of a sentence: which of the lexicon's measures a figure is given."""

import tomllib
from pathlib import Path

import pytest

import factcheck

ROWS = tomllib.loads(Path(__file__).with_name("measures.toml").read_text(encoding="utf-8"))
SENTENCES = [(name, sentence) for name, sentences in ROWS.items() for sentence in sentences]

# The longer name is another thing than the measure that stands in it.
LONGER = [
    ("公司净利润率为8.2%。", "net_margin"),
    ("本期無形資產為3億元。", "intangible_assets"),
    ("人均GDP为8.57万元。", "gdp_per_capita"),
    ("現金殖利率為4.8%。", "dividend_yield"),
    ("股息率为4.8%。", "dividend_yield"),
    ("The operating profit margin was 9.1%.", "operating_margin"),
    ("The price-to-earnings ratio was 12.5.", "price_earnings_ratio"),
    ("Return on assets was 1.1%.", "return_on_assets"),
    ("The dividend yield was 4.8%.", "dividend_yield"),
    ("GDP per capita was $9,200.", "gdp_per_capita"),
    ("The average length of stay was 6.1 days.", "hospital_stay"),
    ("Net debt was $310 million.", "net_debt"),
]


def measure(sentence: str) -> str | None:
    """The measure of the last figure of a sentence: the 5 of "5岁以下" is part of a name."""
    return factcheck.claims(sentence)[-1].measure


@pytest.mark.parametrize(("name", "sentence"), SENTENCES)
def test_the_measure_of_a_sentence(name: str, sentence: str) -> None:
    """A plain sentence about a measure gives that measure, in Chinese and in English."""
    assert name == measure(sentence)


@pytest.mark.parametrize(("sentence", "name"), LONGER)
def test_the_longer_name_wins(sentence: str, name: str) -> None:
    """A name that holds another one is the measure: 净利润率 is not 净利润."""
    assert name == measure(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "东山水库库容3亿立方米，坝高120米。",
        "該館藏書120萬冊，年接待讀者85萬人次。",
        "The reservoir holds a volume of 3 million m³, and is 40 km long.",
    ],
)
def test_a_measure_is_not_carried_to_what_it_cannot_measure(sentence: str) -> None:
    """Metres are no capacity, and visits no books, though the clause before measures these."""
    assert measure(sentence) in (None, "length")


def test_rows_are_sorted() -> None:
    """The rows stand in the order of their names, each with a sentence in Chinese and one in English."""
    assert sorted(ROWS) == list(ROWS)
    assert {2} == {len(sentences) for sentences in ROWS.values()}
