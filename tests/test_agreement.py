"""Agreement: the golden figures agree, moved ones do not, and no honest text is ever contradicted."""

from __future__ import annotations

import itertools
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.agreement import Figures, Verdict, agree, compare, not_above, repairs, scale_slip
from factcheck.formula import AVERAGE, DECREASE, FALL, GROWTH, INCREASE, ONE_IN, PRODUCT, SHARE, SUM, Formula, compound, converted
from factcheck.quantity import Hedge, Quantity, power_of_ten, quantity
from tests.strategies import amounts, rates, rounded, written


def figure(text: str, unit: str | None = None, *, scale: int = 0, hedge: Hedge = "exact", counted: bool | None = None) -> Quantity:
    """A figure as written: `figure("1.313", "CNY", scale=8)` for 1.313亿元."""
    places = len(text.partition(".")[2])
    value, decimals = Fraction(text) * power_of_ten(scale), scale - places
    return quantity(value, unit, hedge=hedge, decimals=decimals, significant=decimals if places else None, counted=counted)


def yuan(text: str, *, scale: int = 8, hedge: Hedge = "exact") -> Quantity:
    return figure(text, "CNY", scale=scale, hedge=hedge)


def percent(text: str, *, hedge: Hedge = "exact") -> Quantity:
    return figure(text, "percent", hedge=hedge)


# JD Health, first half of 2022, as published: formula, figures, the interval of the computed value, and one figure moved past it.
GOLDEN: list[tuple[Formula, dict[str, Figures], tuple[str, str], dict[str, Figures]]] = [
    (
        GROWTH,
        {"before": yuan("136"), "after": yuan("202"), "rate": percent("48.3")},
        ("47.62", "49.45"),
        {"rate": percent("43.8")},
    ),
    (
        GROWTH,
        {"before": yuan("118"), "after": yuan("175"), "rate": percent("48.6")},
        ("47.26", "49.36"),
        {"after": yuan("157")},
    ),
    (
        GROWTH,
        {"before": yuan("19"), "after": yuan("27"), "rate": percent("46.2")},
        ("35.90", "48.65"),
        {"before": yuan("16")},
    ),
    (
        SUM,
        {"addend": [yuan("118"), yuan("19")], "total": yuan("136")},
        ("13600000000.00", "13800000000.00"),
        {"total": yuan("163")},
    ),
    (
        FALL,
        {"before": yuan("53.6"), "after": yuan("4.54"), "rate": percent("91.5")},
        ("91.51", "91.55"),
        {"rate": percent("95.1")},
    ),
]


def two_decimals(value: Fraction | None) -> str:
    assert value is not None
    hundredths = round(value * 100)
    return f"{hundredths // 100}.{hundredths % 100:02}"


@pytest.mark.parametrize(("formula", "figures", "expected", "moved"), GOLDEN)
def test_published_figures_agree(
    formula: Formula, figures: dict[str, Figures], expected: tuple[str, str], moved: dict[str, Figures]
) -> None:
    """Figures rounded for the press agree, though a naive check is off by up to four points; a figure moved disagrees."""
    outcome = compare(formula, **figures)

    assert outcome.computed is not None
    assert expected == (two_decimals(outcome.computed.low), two_decimals(outcome.computed.high))
    assert outcome.verdict == "agrees"
    assert outcome.gap == 0
    changed = compare(formula, **(figures | moved))
    assert changed.verdict == "disagrees"
    assert changed.gap > 0


def test_sum_printed_in_millions_agrees() -> None:
    """12,141,123 + 45,441,321 = 57,582,444 is printed as 12 + 45 = 58 (XBRL Calculations 1.1)."""
    millions = [figure(text, "USD", scale=6) for text in ("12", "45", "58")]
    dollars = [figure(text, "USD") for text in ("12141123", "45441321", "57582444")]

    assert compare(SUM, addend=millions[:2], total=millions[2]).verdict == "agrees"
    assert compare(SUM, addend=dollars[:2], total=dollars[2]).verdict == "agrees"


VERDICTS: list[tuple[str, Formula, dict[str, Figures], Verdict]] = [
    (
        "truncated to one digit",
        GROWTH,
        {"before": yuan("1.00"), "after": yuan("1.29"), "rate": percent("27.5")},
        "agrees by rounding",
    ),
    ("growth from what may be zero", GROWTH, {"before": yuan("0"), "after": yuan("5"), "rate": percent("10")}, "undecidable"),
    ("growth from a loss", GROWTH, {"before": yuan("-2"), "after": yuan("5"), "rate": percent("350")}, "undecidable"),
    ("from profit to loss", FALL, {"before": yuan("2.00"), "after": yuan("-1.00"), "rate": percent("150")}, "agrees"),
    ("two currencies", INCREASE, {"before": yuan("2"), "after": figure("9", "USD"), "change": yuan("7")}, "undecidable"),
    ("doubled", GROWTH, {"before": figure("40", "t"), "after": figure("130", "t"), "rate": percent("100")}, "disagrees"),
    (
        "only because hedged",
        PRODUCT,
        {"factor": [figure("15000", "visit"), figure("30", "CNY")], "product": yuan("50", scale=4, hedge="about")},
        "agrees",
    ),
    (
        "the same without hedge",
        PRODUCT,
        {"factor": [figure("15120", "visit"), figure("30.0", "CNY")], "product": yuan("60", scale=4)},
        "disagrees",
    ),
    ("points", INCREASE, {"before": percent("23.6"), "after": percent("25.2"), "change": figure("1.6", "point")}, "agrees"),
    ("points off", INCREASE, {"before": percent("23.6"), "after": percent("25.2"), "change": figure("1.9", "point")}, "disagrees"),
    ("fall in points", DECREASE, {"before": percent("6.2"), "after": percent("5.8"), "change": figure("0.4", "point")}, "agrees"),
    ("share", SHARE, {"part": yuan("117.6"), "whole": yuan("136.4"), "rate": percent("86")}, "agrees"),
    ("share off", SHARE, {"part": yuan("117.6"), "whole": yuan("136.4"), "rate": percent("76")}, "disagrees"),
    ("shares that close", SUM, {"addend": [percent("45"), percent("35"), percent("25")], "total": percent("100")}, "disagrees"),
    ("more than", GROWTH, {"before": yuan("100.0"), "after": yuan("126.0"), "rate": percent("25", hedge="over")}, "agrees"),
    ("more than less", GROWTH, {"before": yuan("100.0"), "after": yuan("123.0"), "rate": percent("25", hedge="over")}, "disagrees"),
    ("one in three", ONE_IN, {"number": figure("3"), "rate": percent("31")}, "agrees"),
    ("one in three off", ONE_IN, {"number": figure("3"), "rate": percent("16.7")}, "disagrees"),
    ("whole average", AVERAGE, {"total": figure("100"), "count": figure("30"), "average": figure("3", "item")}, "agrees"),
    ("compound", compound(3), {"before": yuan("100.0"), "after": yuan("133.0"), "rate": percent("10")}, "agrees"),
    ("compound off", compound(3), {"before": yuan("100.0"), "after": yuan("150.0"), "rate": percent("10")}, "disagrees"),
    (
        "five miles",
        converted(Fraction("1.609344")),
        {"amount": figure("5", "mile", counted=False), "other": figure("8", "km", counted=False)},
        "agrees",
    ),
    (
        "five miles off",
        converted(Fraction("1.609344")),
        {"amount": figure("5", "mile", counted=False), "other": figure("80", "km", counted=False)},
        "disagrees",
    ),
]


@pytest.mark.parametrize(("formula", "figures", "expected"), [row[1:] for row in VERDICTS], ids=[row[0] for row in VERDICTS])
def test_verdict(formula: Formula, figures: dict[str, Figures], expected: Verdict) -> None:
    """Agreement to nearest, agreement only by another rounding, disagreement, and what cannot be decided."""
    assert expected == compare(formula, **figures).verdict


def test_order_of_magnitude_never_disagrees() -> None:
    """几千万 proves nothing, in a formula or beside another statement."""
    vague = quantity(Decimal(10_000_000), "CNY", high=Decimal(99_999_999), decimals=7, vague=True)

    assert compare(SUM, addend=[vague, vague], total=yuan("9")).verdict == "undecidable"
    assert agree([vague, yuan("9")]) == "undecidable"
    assert not_above(yuan("9"), vague).verdict == "undecidable"


def test_compare_names_roles_that_are_wrong() -> None:
    """A missing or unknown role is a mistake of the caller, and is named."""
    with pytest.raises(TypeError, match=r"growth needs figures for rate, after, before; missing \['before'\], unknown \['from_'\]"):
        compare(GROWTH, from_=yuan("1"), after=yuan("2"), rate=percent("100"))


def test_repairs_give_each_figure_a_way_out() -> None:
    """Whichever figure is taken for the wrong one, the values that would restore agreement are given."""
    found = repairs(GROWTH, before=yuan("19"), after=yuan("27"), rate=percent("62.4"))

    assert [repair.role for repair in found] == ["rate", "before", "after"]
    rate, before, after = (repair.needed for repair in found)
    assert (two_decimals(rate.low), two_decimals(rate.high)) == ("35.90", "48.65")
    assert after.holds(Fraction(31) * 10**8)
    assert not after.holds(Fraction(27) * 10**8)
    assert before.holds(Fraction(166, 10) * 10**8)


@given(st.data())
def test_repair_restores_agreement(data: st.DataObject) -> None:
    """A figure replaced by a value from its repair agrees."""
    figures = {role: data.draw(written(data.draw(amounts), hedged=False)) for role in ("part", "whole")}
    rate = data.draw(written(data.draw(rates), unit="percent", hedged=False))

    for repair in repairs(SHARE, **figures, rate=rate):
        assert repair.needed.low is not None
        mended = quantity(repair.needed.low, repair.figure.unit, counted=True)
        assert compare(SHARE, **(figures | {"rate": rate} | {repair.role: mended})).verdict == "agrees"


# Every formula with true values for its roles.
def truth(data: st.DataObject, name: str) -> tuple[Formula, dict[str, list[Fraction]]]:
    first, second, third = (data.draw(amounts) for _ in range(3))
    rate, whole = data.draw(rates), data.draw(st.integers(2, 400))
    periods = data.draw(st.integers(1, 6))
    rows: dict[str, tuple[Formula, dict[str, list[Fraction]]]] = {
        "growth": (GROWTH, {"before": [first], "after": [first * (1 + rate / 100)], "rate": [rate]}),
        "fall": (FALL, {"before": [first], "after": [first * (1 - rate / 100)], "rate": [rate]}),
        "increase": (INCREASE, {"before": [first], "after": [first + second], "change": [second]}),
        "decrease": (DECREASE, {"before": [first + second], "after": [first], "change": [second]}),
        "sum": (SUM, {"addend": [first, second, third], "total": [first + second + third]}),
        "share": (SHARE, {"part": [first * rate / 100], "whole": [first], "rate": [rate]}),
        "product": (PRODUCT, {"factor": [Fraction(whole), second], "product": [whole * second]}),
        "average": (AVERAGE, {"total": [first * whole], "count": [Fraction(whole)], "average": [first]}),
        "one-in": (ONE_IN, {"number": [100 / rate], "rate": [rate]}),
        "compound": (compound(periods), {"before": [first], "after": [first * (1 + rate / 100) ** periods], "rate": [rate]}),
        "converted": (converted(Fraction(9, 5), 32), {"amount": [first], "other": [first * Fraction(9, 5) + 32]}),
    }
    return rows[name]


NAMES = ("growth", "fall", "increase", "decrease", "sum", "share", "product", "average", "one-in", "compound", "converted")


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_true_figures_are_never_contradicted(name: str, data: st.DataObject) -> None:
    """Any true values, each rounded or hedged in any honest way, never disagree."""
    formula, values = truth(data, name)
    figures = {
        role: [data.draw(written(value, unit="percent" if role == "rate" else None)) for value in members]
        for role, members in values.items()
    }

    assert compare(formula, **figures).verdict != "disagrees"


@given(st.data(), amounts)
def test_statements_of_one_value_never_disagree(data: st.DataObject, value: Fraction) -> None:
    """One true value, written to different digits or rounded alike, never disagrees with itself; the order is of no matter."""
    figures = data.draw(st.lists(written(value), min_size=1, max_size=4))
    exact = [figure for figure in figures if figure.hedge == "exact"]
    by_digit: dict[Fraction, Quantity] = {}
    for one in exact:
        by_digit.setdefault(one.unit_of_last_digit("loose"), one)
    figures = [figure for figure in figures if figure.hedge != "exact"] + list(by_digit.values())

    verdict = agree(figures)

    assert verdict != "disagrees"
    assert {verdict} == {agree(list(order)) for order in itertools.permutations(figures)}


@given(st.data(), st.lists(amounts, min_size=2, max_size=3))
def test_agreement_is_symmetric(data: st.DataObject, values: list[Fraction]) -> None:
    """Agreement does not depend on which statement comes first, nor does a sum on its addends."""
    figures = [data.draw(written(value)) for value in values]
    total = data.draw(written(sum(values, Fraction(0))))

    assert len({agree(list(order)) for order in itertools.permutations(figures)}) == 1
    assert len({compare(SUM, addend=list(order), total=total).verdict for order in itertools.permutations(figures)}) == 1


@given(st.data(), amounts, amounts)
def test_more_digits_never_turn_disagreement_into_agreement(data: st.DataObject, first: Fraction, second: Fraction) -> None:
    """A figure that disagrees still does when it is written to more digits."""
    other = data.draw(written(second))
    step = power_of_ten(len(str(int(first))) - 3)
    coarse, fine = (quantity(rounded(first, unit, "half up"), counted=False, decimals=0) for unit in (step, step / 10))
    assert fine.value == rounded(first, step / 10, "half up")
    if fine.comparable("loose").within(coarse.comparable("loose")) and agree([coarse, other]) == "disagrees":
        assert agree([fine, other]) == "disagrees" or coarse.unit_of_last_digit("loose") == other.unit_of_last_digit("loose")


AGREE: list[tuple[str, list[Quantity], Verdict]] = [
    ("rounding variants", [yuan("1.3"), yuan("1.313")], "agrees"),
    ("truncated variant", [yuan("1.3"), yuan("1.36")], "agrees by rounding"),
    ("one digit apart", [yuan("1.3"), yuan("1.4")], "disagrees"),
    ("counts apart", [figure("24", "center"), figure("25", "center")], "disagrees"),
    ("thousands apart", [figure("15000"), figure("16000")], "disagrees"),
    ("round beside precise", [figure("15000"), figure("15483")], "agrees by rounding"),
    ("more than beside precise", [yuan("1.1", hedge="over"), yuan("1.16")], "agrees"),
    ("more than beside far more", [yuan("1.1", hedge="over"), yuan("1.313")], "disagrees"),
    ("at least beside far more", [yuan("0.8", hedge="at_least"), yuan("1.313")], "agrees"),
    ("nearly beside less", [percent("60", hedge="nearly"), percent("59.1")], "agrees"),
    ("nearly beside more", [percent("60", hedge="nearly"), percent("63.4")], "disagrees"),
    ("two currencies", [yuan("1"), figure("1", "USD", scale=8)], "undecidable"),
    ("three in pairs", [yuan("1.3"), yuan("1.36"), yuan("1.357")], "agrees by rounding"),
    ("one alone", [yuan("1")], "agrees"),
]


@pytest.mark.parametrize(("quantities", "expected"), [row[1:] for row in AGREE], ids=[row[0] for row in AGREE])
def test_statements_of_one_thing(quantities: list[Quantity], expected: Verdict) -> None:
    """Statements agree where all their intervals have a point in common, unless they differ in the very digit both write."""
    assert expected == agree(quantities)


SLIPPED: list[tuple[str, Quantity, Quantity, int | None]] = [
    ("a digit", figure("360541000"), figure("36054100"), -1),
    ("亿 as billion", yuan("1961"), figure("1961", "CNY", scale=9), 1),
    ("万 and 亿", yuan("1.36", scale=4), yuan("1.36"), 4),
    ("万 lost", yuan("13.6", scale=8), figure("13.6", "CNY"), -8),
    ("rounded", yuan("1.3"), yuan("13.13"), 1),
    ("one digit", figure("3"), figure("300"), None),
    ("hundred", figure("20"), figure("2000"), None),
    ("no slip", yuan("1.3"), yuan("17.1"), None),
    ("equal", yuan("1.3"), yuan("1.3"), None),
    ("five powers", yuan("1.3"), yuan("130000"), None),
    ("zero", figure("0"), figure("120"), None),
]


@pytest.mark.parametrize(("first", "second", "expected"), [row[1:] for row in SLIPPED], ids=[row[0] for row in SLIPPED])
def test_scale_slip(first: Quantity, second: Quantity, expected: int | None) -> None:
    """A ratio within rounding of a power of ten, between figures of at least two digits, is a slip of the scale."""
    assert expected == scale_slip(first, second)
    assert scale_slip(second, first) == (None if expected is None else -expected)


@pytest.mark.parametrize(
    ("smaller", "larger", "expected"),
    [
        (figure("650", scale=4), figure("700", scale=4), "agrees"),
        (figure("700", scale=4), figure("650", scale=4), "disagrees"),
        (figure("136.8", "CNY", scale=8), yuan("136"), "agrees by rounding"),
        (percent("80", hedge="over"), percent("80"), "agrees"),
        (figure("5", "USD"), yuan("1"), "agrees"),
    ],
)
def test_part_is_at_most_its_whole(smaller: Quantity, larger: Quantity, expected: Verdict) -> None:
    """A part beyond its whole by more than rounding is a contradiction."""
    assert expected == not_above(smaller, larger).verdict
