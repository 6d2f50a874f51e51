"""Quantities: the interval that each written form stands for, and exact numbers as text."""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.interval import Interval, Number
from factcheck.quantity import Quantity, Rounding, decimal_text, quantity, significant_exponent
from tests.strategies import amounts, fractions, numbers, written


def interval(low: str | None, high: str | None, brackets: str) -> Interval:
    return Interval(
        None if low is None else Fraction(low), None if high is None else Fraction(high), brackets[0] == "(", brackets[1] == ")"
    )


def yuan(value: str, decimals: int, **options: object) -> Quantity:
    return quantity(Decimal(value), "CNY", decimals=decimals, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written_as", "figure", "rounding", "expected"),
    [
        ("1.313亿", yuan("131300000", 5), "nearest", interval("131250000", "131350000", "[]")),
        ("136亿", yuan("13600000000", 8), "nearest", interval("13550000000", "13650000000", "[]")),
        ("0.50", quantity(Decimal("0.50"), decimals=-2), "nearest", interval("0.495", "0.505", "[]")),
        ("0.50", quantity(Decimal("0.50"), decimals=-2), "loose", interval("0.49", "0.51", "()")),
        ("1.3亿", yuan("130000000", 7), "truncated", interval("130000000", "140000000", "[)")),
        ("−1.3亿", yuan("-130000000", 7), "truncated", interval("-140000000", "-130000000", "(]")),
        ("0.0", quantity(Decimal("0.0"), "percent", decimals=-1), "truncated", interval("-0.1", "0.1", "()")),
        ("1.3亿", yuan("130000000", 7), "robust", interval("120000000", "140000000", "()")),
        ("15,000", quantity(Decimal(15000)), "nearest", interval("14999.5", "15000.5", "[]")),
        ("15,000", quantity(Decimal(15000)), "robust", interval("14999", "15001", "()")),
        ("15,000", quantity(Decimal(15000)), "loose", interval("14000", "16000", "()")),
        ("20,000", quantity(Decimal(20000)), "loose", interval("19000", "21000", "()")),
        ("15,483", quantity(Decimal(15483)), "loose", interval("15482", "15484", "()")),
        ("3 people", quantity(Decimal(3), "person"), "loose", interval("3", "3", "[]")),
        ("24 people", quantity(Decimal(24), "person"), "nearest", interval("24", "24", "[]")),
        ("8 km", quantity(Decimal(8), "km", counted=False), "nearest", interval("7.5", "8.5", "[]")),
        ("120%", quantity(Decimal(120), "percent"), "loose", interval("119", "121", "()")),
        ("约1.3亿", yuan("130000000", 7, hedge="about"), "nearest", interval("120000000", "140000000", "[]")),
        ("about 20,000", quantity(Decimal(20000), hedge="about"), "nearest", interval("17000", "23000", "[]")),
        ("约15,000", quantity(Decimal(15000), hedge="about"), "nearest", interval("14000", "16000", "[]")),
        ("近9万", quantity(Decimal(90000), hedge="nearly", decimals=4), "loose", interval("70000", "90000", "[)")),
        ("不到5%", quantity(Decimal(5), "percent", hedge="under"), "loose", interval(None, "5", "()")),
        ("超过1.1亿", yuan("110000000", 7, hedge="over"), "loose", interval("110000000", None, "()")),
        ("至少30家", quantity(Decimal(30), hedge="at_least"), "loose", interval("30", None, "[)")),
        ("不超过3%", quantity(Decimal(3), "percent", hedge="at_most"), "loose", interval(None, "3", "(]")),
        ("8000万~1亿", yuan("80000000", 7, high=Decimal(100000000)), "nearest", interval("75000000", "105000000", "[]")),
        ("8,000–10,000", quantity(Decimal(8000), high=Decimal(10000)), "loose", interval("7000", "11000", "()")),
        ("3至5人", quantity(Decimal(3), "person", high=Decimal(5)), "nearest", interval("3", "5", "[]")),
    ],
)
def test_written_form_stands_for_an_interval(written_as: str, figure: Quantity, rounding: Rounding, expected: Interval) -> None:
    """Each row of the table of written forms, and its neighbours."""
    assert expected == figure.interval(rounding)


def test_more_than_reaches_the_next_round_step_beside_another_figure() -> None:
    """超过1.1亿 is written by someone who knows no more than 1.2亿; a floor (至少) promises nothing above."""
    assert interval("110000000", "120000000", "(]") == yuan("110000000", 7, hedge="over").comparable()
    assert interval("100", "200", "(]") == quantity(Decimal(100), hedge="over").comparable()
    assert interval("110000000", None, "[)") == yuan("110000000", 7, hedge="at_least").comparable()


def test_unhedged_figure_is_never_wider_than_the_hedged_one() -> None:
    """100 says at least as much as 约100."""
    for value in (10, 100, 300, 1000, 15000, 20000, 99000):
        plain, about = (quantity(Decimal(value), hedge=hedge, counted=False) for hedge in ("exact", "about"))  # type: ignore[arg-type]

        assert plain.interval("loose").within(about.interval("loose"))


def test_zeros_after_the_point_are_evidence() -> None:
    """13.60亿 is exact to a million, where its reader says so."""
    assert Fraction(10**6) == yuan("1360000000", 6, significant=6).unit_of_last_digit("loose")
    assert Fraction(10**7) == yuan("1360000000", 6).unit_of_last_digit("loose")


@given(st.data(), amounts)
def test_written_value_holds_its_true_value(data: st.DataObject, value: Fraction) -> None:
    """However an honest writer rounds or hedges a value, the loose interval holds it."""
    figure = data.draw(written(value))

    assert figure.comparable("loose").holds(value)


@given(st.data(), amounts)
def test_looser_reading_holds_the_stricter(data: st.DataObject, value: Fraction) -> None:
    """Nearest and truncated lie within robust, robust within loose."""
    figure = data.draw(written(value))

    assert figure.interval("nearest").within(figure.interval("robust"))
    assert figure.interval("truncated").within(figure.interval("robust"))
    assert figure.interval("robust").within(figure.interval("loose"))


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [(15000, 0, 3), (15483, 0, 0), (0, 0, 0), (1200000, 5, 5), (2000000, 5, 6), ("0.50", -2, -2), (7, 0, 0)],
)
def test_significant_exponent_skips_trailing_zeros_of_whole_numbers(value: int | str, decimals: int, expected: int) -> None:
    """Zeros that only fill a whole number are not counted; zeros after the point are."""
    assert expected == significant_exponent(Decimal(value), decimals)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("1.313E+8"), "131300000"),
        (Decimal("0.50"), "0.5"),
        (Decimal("-0.0"), "0"),
        (Fraction(2, 3), "2/3"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(10**40 + 1, 10**20), "100000000000000000000.00000000000000000001"),
        (Decimal("1" * 40 + ".5"), "1" * 40 + ".5"),
    ],
)
def test_decimal_text_writes_numbers_out(value: Number, expected: str) -> None:
    """No exponent, no trailing zeros, no negative zero, a fraction where no decimal is exact."""
    assert expected == decimal_text(value)


@given(numbers)
def test_decimal_text_is_exact(value: Number) -> None:
    """The text reads back as the very number, whatever the precision of the decimal context."""
    with decimal.localcontext() as context:
        context.prec = 3
        text = decimal_text(value)

    assert Fraction(value) == Fraction(text)
    assert "e" not in text.lower()


@given(fractions)
def test_interval_of_any_number_is_exact(value: Fraction) -> None:
    """No float enters: the ends are fractions around the very value."""
    stated = quantity(value, "CNY", decimals=-3).interval()

    assert (Fraction(value) - Fraction(1, 2000), Fraction(value) + Fraction(1, 2000)) == (stated.low, stated.high)
