"""Numerals: what a number says, in every written form."""

from decimal import Decimal
from fractions import Fraction

import pytest

from factcheck.extract import hanzi, number_words, numerals

HANZI = [
    ("二十五", 25, 0),
    ("一百零五", 105, 0),
    ("两百", 200, 2),
    ("三千零五十万", 30_500_000, 5),
    ("一亿二千万", 120_000_000, 7),
    ("二〇二一", 2021, 0),
    ("十二", 12, 0),
    ("廿八", 28, 0),
    ("一万五千亿", 1_500_000_000_000, 11),
]
WORDS = [
    ("one hundred and five", [105]),
    ("two hundred million", [200_000_000]),
    ("twenty-five thousand", [25_000]),
    ("half a million", [500_000]),
    ("a couple of hundred", [200]),
    ("two and three", [2, 3]),
    ("three dozen", [36]),
    ("forty two", [42]),
]
FORMS = [
    ("百分之三十", 30, None),
    ("三四年", 3, 4),
    ("七八十人", 70, 80),
    ("三五天", 3, 5),
    ("几千万", 20_000_000, 99_999_999),
    ("十几个", 11, 19),
    ("三点五亿", 350_000_000, None),
    ("上千人", 1000, None),
]


@pytest.mark.parametrize(("text", "value", "decimals"), HANZI)
def test_hanzi_value(text, value, decimals):
    """A run of Chinese numerals has one value, and its last digit stands at a power of ten."""
    assert hanzi.hanzi_value(text) == (value, decimals)


@pytest.mark.parametrize("text", ["三四", "十百", "五六七千八"])
def test_runs_that_make_no_number(text):
    """Digits that do not stand at falling places are no number, or a pair that is read elsewhere."""
    read = hanzi.hanzi_value(text)

    assert read is None or read[0] < 100


@pytest.mark.parametrize(("text", "values"), WORDS)
def test_number_words(text, values):
    """English number words join to one number where they make one, and stand apart where they do not."""
    match = number_words.number_words().search(text)

    assert match is not None
    assert [numeral.value for numeral in number_words.read_words(match)] == values


@pytest.mark.parametrize(("text", "value", "high"), FORMS)
def test_glued_forms(text, value, high):
    """What is glued to a Chinese numeral belongs to it: 百分之, 几, 上, neighbours that make a range."""
    match = hanzi.HANZI_RUN.search(text)
    assert match is not None
    numeral = hanzi.read_hanzi(text, match)

    assert numeral is not None
    assert (numeral.value, numeral.high) == (value, high)


DIGITS = [
    ("48.3%", Decimal("48.3"), -1),
    ("1.313亿", Decimal(131_300_000), 5),
    ("12,345", Decimal(12_345), 0),
    ("2,50,001", Decimal(250_001), 0),
    ("3万5千", Decimal(35_000), 3),
    ("23亿0,905万1千元", Decimal(2_309_051_000), 3),
    ("13.6 billion", Decimal(13_600_000_000), 8),
    ("1961 one hundred million", Decimal(196_100_000_000), 8),
    ("11 ten thousand", Decimal(110_000), 4),
    ("5bn", Decimal(5_000_000_000), 9),
    ("0.50", Decimal("0.50"), -2),
    (".134", Decimal(".134"), -3),
]


@pytest.mark.parametrize(("text", "value", "decimals"), DIGITS)
def test_digits(text, value, decimals):
    """Digits take the scale behind them; the last written digit keeps its place."""
    match = numerals.DIGITS.search(text)
    assert match is not None
    numeral = numerals.read_digits(text, match, {})

    assert (numeral.value, numeral.decimals) == (value, decimals)


def test_a_scale_that_belongs_to_the_unit():
    """5千米 is five kilometres."""
    match = numerals.DIGITS.search("5千米")
    assert match is not None

    assert numerals.read_digits("5千米", match, {1: 3}).value == 5


def test_fractions():
    """三分之二 is exact."""
    match = hanzi.HANZI_FRACTION.search("三分之二")
    assert match is not None
    numeral = hanzi.read_fraction(match)

    assert numeral is not None
    assert numeral.value == Fraction(2, 3)
