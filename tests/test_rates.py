"""Rates as units: their names, dimensions and factors."""

from fractions import Fraction

import pytest

from factcheck.lexicon.rates import Denominator, denominators, is_rate, numerator, rate_name, unit_named


@pytest.mark.parametrize(
    ("above", "below", "name"),
    [
        ("CNY", [Denominator(1, "share")], "CNY/share"),
        ("person", [Denominator(1000, "person")], "person/1000person"),
        ("CNY", [Denominator(1, "person"), Denominator(1, "year")], "CNY/(person·year)"),
        (None, [Denominator(100000, "person")], "1/100000person"),
        ("km", [Denominator(1, "hour")], "km/h"),
        ("m", [Denominator(1, "second")], "m/s"),
        ("L", [Denominator(100, "km")], "L/100km"),
        ("µg", [Denominator(1, "m³")], "µg/m³"),
        ("MB", [Denominator(1, "second")], "MB/s"),
        ("person", [Denominator(1, "km²")], "person/km²"),
    ],
)
def test_a_rate_is_named_as_a_quotient(above, below, name):
    """One stroke, brackets around two denominators; what the lexicon has as one unit is that unit."""
    assert name == rate_name(above, below)


def test_the_name_of_a_rate_can_be_taken_apart():
    """Numerator and denominators come back as they went in."""
    assert "CNY" == numerator("CNY/(person·year)")
    assert (Denominator(1, "person"), Denominator(1, "year")) == denominators("CNY/(person·year)")
    assert (Denominator(1000, "person"),) == denominators("1/1000person")
    assert numerator("1/1000person") is None


def test_a_unit_of_the_lexicon_is_no_rate():
    """km/h is one unit with a dimension of its own, yuan a share is made of two."""
    assert not is_rate("km/h")
    assert not is_rate("CNY")
    assert is_rate("CNY/share")


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        ("person/1000person", "person/10000person", Fraction(10)),
        ("CNY/m²", "CNY/mu", Fraction(2000, 3)),
        ("CNY/kg", "CNY/jin", Fraction(1, 2)),
        ("km/h", "m/s", Fraction(5, 18)),
        ("CNY/month", "CNY/year", Fraction(12)),
        ("t/day", "kg/hour", Fraction(1000, 24)),
    ],
)
def test_rates_of_one_dimension_are_converted_exactly(one, other, times):
    """One of the first unit is so many of the second."""
    first, second = unit_named(one), unit_named(other)

    assert first.dimension == second.dimension
    assert times == Fraction(first.factor) / Fraction(second.factor)


@pytest.mark.parametrize(
    ("one", "other"),
    [("CNY/share", "CNY"), ("CNY/share", "USD/share"), ("CNY/copy", "CNY/ticket"), ("person/day", "person/year"), ("km/h", "km")],
)
def test_what_cannot_be_converted_is_of_another_dimension(one, other):
    """A rate is no amount, no rate between currencies is known, and no year is a whole number of days."""
    assert unit_named(one).dimension != unit_named(other).dimension


def test_a_rate_of_unknown_units_is_unknown():
    """What the lexicon cannot take apart is None."""
    assert unit_named("parsnip/day") is None
    assert unit_named(None) is None
