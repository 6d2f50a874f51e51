"""Wording: amounts as a reader would write them, exact, in either language."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import lexicon
from factcheck.interval import Interval, Number
from factcheck.lexicon import page
from factcheck.messages import Said, in_language
from factcheck.wording import Language, between, language_of, measure_name, plain, scope_names, subject_name, with_unit, written_in
from tests.strategies import intervals

SCALES = {"trillion": 12, "billion": 9, "million": 6, "万亿": 12, "亿": 8, "万": 4, "": 0}


@pytest.mark.parametrize(
    ("value", "unit", "english", "chinese"),
    [
        (13_640_000_000, "CNY", "13.64 billion yuan", "136.4亿元"),
        (Decimal("48.53"), "percent", "48.53%", "48.53%"),
        (Fraction(3300, 68), "percent", "48.53%", "48.53%"),
        (15_000, "person", "15,000 people", "1.5万人"),
        (1, "person", "1 person", "1人"),
        (11, "age", "11 years old", "11岁"),
        (2_700, "km", "2,700 km", "2700公里"),
        (Decimal("3.5"), "CNY/share", "3.5 yuan per share", "3.5元/股"),
        (Decimal("2.9"), "person/1000person", "2.9 people per 1,000 people", "2.9人/千人"),
        (Decimal("7.5"), "case/100000person", "7.5 cases per 100,000 people", "7.5例/10万人"),
        (850, "CNY/(person·year)", "850 yuan per person per year", "850元/(人·年)"),
        (131_345_678, "person", "131,345,678 people", "131345678人"),
        (Decimal("1.6"), "point", "1.6 percentage points", "1.6个百分点"),
        (-5_000_000, "USD", "-5 million US dollars", "-500万美元"),
        (Decimal("-0.05"), "m", "-0.05 m", "-0.05米"),
        (3, "hospital", "3 hospitals", "3医院"),
        (7, "smoot", "7 smoot", "7smoot"),
        (Fraction(2, 3), None, "0.6667", "0.6667"),
        (1_961 * 10**8, None, "196.1 billion", "1961亿"),
        (2 * 10**12, None, "2 trillion", "2万亿"),
    ],
)
def test_amount(value: Number | int, unit: str | None, english: str, chinese: str) -> None:
    """Scale words where they help, all digits where they are exact, four where the value is a quotient."""
    assert english == plain(value, unit=unit)
    assert chinese == plain(value, unit=unit, language="zh")


@pytest.mark.parametrize(
    ("interval", "unit", "decimals", "english", "chinese"),
    [
        (Interval(Fraction(1400, 39), Fraction(1800, 37)), "percent", -1, "35.9–48.6%", "35.9–48.6%"),
        (Interval(Fraction(1400, 39), Fraction(1800, 37)), "percent", None, "35.9–48.65%", "35.9–48.65%"),
        (Interval(Fraction(270377, 100), Fraction(285187, 100)), None, None, "2,704–2,852", "2704–2852"),
        (Interval(Fraction(27 * 10**8), Fraction(285 * 10**7)), "CNY", 8, "2.7–2.8 billion yuan", "27–28亿元"),
        (Interval(Fraction(95 * 10**6), Fraction(12 * 10**7)), None, None, "95–120 million", "0.95–1.2亿"),
        (Interval(Fraction(101, 100), Fraction(109, 100)), "km", 0, "1.01–1.09 km", "1.01–1.09公里"),
        (Interval(Fraction(-1), Fraction(2)), "point", 0, "-1 … 2 percentage points", "-1 … 2个百分点"),
        (Interval(None, Fraction(5), high_open=True), "km", None, "less than 5 km", "低于5公里"),
        (Interval(None, Fraction(5)), "km", None, "at most 5 km", "不超过5公里"),
        (Interval(Fraction(3), None), None, 0, "at least 3", "不低于3"),
        (Interval(Fraction(3), None, low_open=True), None, 0, "more than 3", "超过3"),
        (Interval(None, None), None, None, "any value", "任何值"),
        (Interval.point(24), "day", None, "24 days", "24天"),
    ],
)
def test_interval(interval: Interval, unit: str | None, decimals: int | None, english: str, chinese: str) -> None:
    """Ends share their scale word and unit; they are rounded inward to the digit of the figure that is to be mended."""
    assert english == between(interval, unit=unit, decimals=decimals)
    assert chinese == between(interval, unit=unit, decimals=decimals, language="zh")


@given(st.integers(-(10**13), 10**13), st.integers(-3, 6), st.sampled_from(["en", "zh"]))
def test_short_amounts_are_exact(digits: int, exponent: int, language: Language) -> None:
    """An amount reads back as the very value, scale word included."""
    value = Fraction(digits) * Fraction(10) ** exponent
    if len(str(digits)) + max(exponent, 0) <= 12:
        number, word = re.fullmatch(r"(-?[\d,.]+) ?(\D*)", plain(value, language=language)).groups()  # type: ignore[union-attr]

        assert value == Fraction(number.replace(",", "")) * 10 ** SCALES[word]


@given(intervals(), st.one_of(st.none(), st.integers(-2, 2)), st.sampled_from(["en", "zh"]))
def test_every_interval_has_words(interval: Interval, decimals: int | None, language: Language) -> None:
    """No interval is without words, and none shows a fraction."""
    words = between(interval, unit="percent", language=language, decimals=decimals)

    assert words
    assert "/" not in words


def test_language_is_that_of_the_text() -> None:
    """A Han character makes a text Chinese."""
    assert language_of("营收12亿") == "zh"
    assert language_of("revenue of ¥12") == "en"


def test_display_words_are_those_of_known_units() -> None:
    """Every unit with display words is a unit of the lexicon, in order."""
    names = list(page("display.toml")["unit"])

    assert names == sorted(names)
    assert set(names) <= set(lexicon.units())


def test_a_text_is_in_the_language_of_most_of_it() -> None:
    """A gloss in brackets or a name in the other script changes nothing."""
    assert ["en", "zh", "en", "en"] == [
        written_in(text)
        for text in ("The fund holds 1.2 billion yuan (1.2亿元).", "海湾食品（Harbor Foods）公布年报，营收增长。", "", "20%")
    ]


@pytest.mark.parametrize(
    ("said", "english", "chinese"),
    [
        (measure_name("active_users"), "active users", "活跃用户"),
        (measure_name("unheard_of"), "unheard of", "unheard of"),
        (scope_names(["cumulative", "overseas"]), "cumulative, overseas", "累计，海外"),
        (subject_name("Tencent"), "Tencent", "腾讯"),
        (subject_name("Bay Foods"), "Bay Foods", "Bay Foods"),
        (with_unit("13600", "person"), "13600 people", "13600人"),
        (with_unit("1", "person"), "1 person", "1人"),
        (with_unit("15", "percent"), "15%", "15%"),
        (with_unit("15", None), "15", "15"),
    ],
)
def test_names_follow_the_reader(said: Said, english: str, chinese: str) -> None:
    """Measures, scopes, subjects and units are said in the reader's language where the lexicon has a word, and keep their own name else."""
    assert (english, chinese) == (said, in_language(said, "zh"))
