"""The working of a comparison, on figures made by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest

from factcheck.agreement import compare, repairs
from factcheck.claim import Claim, Relation, Source
from factcheck.document import Document, Span
from factcheck.evidence.working import (
    covering,
    exponent_of,
    figures_of,
    gap_words,
    in_points,
    only_hedged,
    repair_lines,
    sign_is_wrong,
    working,
)
from factcheck.formula import DECREASE, GROWTH, INCREASE
from factcheck.mention import Mention
from factcheck.quantity import Quantity, quantity


def claim(text: str, words: str, said: Quantity | None) -> Claim:
    """A claim on the first place of some words in a text."""
    start = text.index(words)
    span = Span(start, start + len(words))
    mention = Mention(Document(text), span, span, "count", quantity=said, hedge=said.hedge if said is not None else "exact")
    return Claim(id=words, mention=mention, source=Source(id="text"), quote=words)


def growth(before: Quantity | None, after: Quantity, rate: Quantity) -> Relation:
    """A relation of growth with the words of its figures."""
    text = "from BEFORE to AFTER, up RATE"
    figures = {"before": ("BEFORE", before), "after": ("AFTER", after), "rate": ("RATE", rate)}
    return Relation("growth", {role: (claim(text, words, said),) for role, (words, said) in figures.items()})


def percent(value: str) -> Quantity:
    """A percent as written."""
    return quantity(Decimal(value), "percent", decimals=min(0, Decimal(value).as_tuple().exponent))  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("value", "exponent"), [(Fraction(1000), 3), (Fraction(1, 100), -2), (Fraction(1), 0), (Fraction(2), None)]
)
def test_exponent_of(value: Fraction, exponent: int | None) -> None:
    """Only powers of ten have one."""

    assert exponent == exponent_of(value)


def test_basis_points_become_points() -> None:
    """50 basis points are half a point, written to a hundredth of one."""
    said = in_points(quantity(Decimal(50), "basis_point"))

    assert (Fraction(1, 2), "point", -2) == (said.value, said.unit, said.decimals)


def test_a_damaged_figure_is_not_compared() -> None:
    """What has no value takes part in no comparison."""

    assert figures_of(growth(None, quantity(Decimal(120), "tree"), percent("20")), GROWTH) is None


def test_kilometres_and_metres_are_compared_in_metres() -> None:
    """Units that a power of ten divides come to the smaller one; digits keep what they are worth."""
    text = "from LONG to LONGER by CHANGE"
    relation = Relation(
        "increase",
        {
            "before": (claim(text, "LONG", quantity(Decimal("1.2"), "km", decimals=-1)),),
            "after": (claim(text, "LONGER", quantity(Decimal("1.7"), "km", decimals=-1)),),
            "change": (claim(text, "CHANGE", quantity(Decimal(500), "m", counted=False)),),
        },
    )
    figures = figures_of(relation, INCREASE)

    assert figures is not None
    assert [Fraction(1200), Fraction(1700), Fraction(500)] == [figures[role][0].value for role in ("before", "after", "change")]
    assert 2 == figures["before"][0].decimals
    assert "agrees" == compare(INCREASE, **figures).verdict


def test_inches_and_centimetres_are_not_compared() -> None:
    """No power of ten leads from one to the other, and a converted figure has no digit of its own."""
    text = "from LONG to LONGER by CHANGE"
    lengths = {"before": ("LONG", "inch"), "after": ("LONGER", "cm"), "change": ("CHANGE", "cm")}
    relation = Relation(
        "increase", {role: (claim(text, words, quantity(Decimal(10), unit)),) for role, (words, unit) in lengths.items()}
    )

    assert figures_of(relation, INCREASE) is None


def test_sign_is_wrong_only_where_the_size_is_right() -> None:
    """From 500 to 450 is a fall of 10 %; called growth, the sign alone is wrong, unless the size is wrong as well."""
    before, after = quantity(Decimal(500), "sheep"), quantity(Decimal(450), "sheep")

    assert sign_is_wrong(growth(before, after, percent("10")), GROWTH)
    assert not sign_is_wrong(growth(before, after, percent("30")), GROWTH)
    assert not sign_is_wrong(growth(after, before, percent("11")), GROWTH)


def test_only_hedged() -> None:
    """About 120 is reached from 100 by 15 %, 120 is not."""
    about = {
        "before": [quantity(Decimal(100), "tree")],
        "after": [quantity(Decimal(120), "tree", hedge="about")],
        "rate": [percent("13")],
    }

    assert only_hedged(GROWTH, about)
    assert not only_hedged(GROWTH, about | {"rate": [percent("20")]})


def test_repairs_are_written_to_the_digits_of_the_figure() -> None:
    """A figure of whole trees is mended by whole trees; where no such figure lies inside, by one that rounds to it."""
    relation = growth(quantity(Decimal(1000), "tree"), quantity(Decimal(1250), "tree"), percent("45"))
    figures = figures_of(relation, GROWTH)

    assert figures is not None
    lines = working(relation, GROWTH, figures, compare(GROWTH, **figures))

    assert "AFTER / BEFORE − 1 = 25%" == lines[0]
    assert "RATE would have to be 25%" == lines[2]
    assert lines[3].startswith("AFTER would have to lie in 1,445–1,45")
    assert len(lines) == 5


def test_no_repair_makes_a_negative_amount() -> None:
    """10 less 30 is no way out: the trees left would have to be fewer than none."""
    text = "from BEFORE to AFTER, down CHANGE"
    figures = {"before": ("BEFORE", 10), "after": ("AFTER", 5), "change": ("CHANGE", 30)}
    relation = Relation(
        "decrease", {role: (claim(text, words, quantity(Decimal(value), "tree")),) for role, (words, value) in figures.items()}
    )
    found = figures_of(relation, DECREASE)

    assert found is not None
    assert [
        "CHANGE would have to be 5 trees",
        "BEFORE would have to be 35 trees",
    ] == list(repair_lines(relation, repairs(DECREASE, **found)))


@pytest.mark.parametrize(
    ("gap", "unit", "words"),
    [
        (Fraction(8992544, 1000000), "km", "8.99 km"),
        (Fraction(1, 3), "percent", "0.333 percentage points"),
        (Fraction(285000000), "CNY", "285 million yuan"),
    ],
)
def test_gap_words(gap: Fraction, unit: str, words: str) -> None:
    """Three digits tell how far apart two figures are."""

    assert words == gap_words(gap, unit=unit)


def test_covering() -> None:
    """From the first figure to the last, whatever the order."""
    text = "A and B"

    assert Span(0, 7) == covering([claim(text, "B", None), claim(text, "A", None)])
