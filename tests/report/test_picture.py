"""The picture of a dossier: a bar over what a figure stands for, a dot where it stands, and the same in a table."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest

from factcheck import Document, check
from factcheck.report import renderer
from factcheck.report.dossier.tables import tables
from factcheck.report.html.picture import picture, ruler, scale

TEXTS = (
    "截至2021年6月30日，海湾食品有限公司拥有1,250家门店。2020年海湾食品有限公司营收为36.5亿元。",
    "截至2022年6月30日，海湾食品有限公司拥有超过1,420家门店。2020年海湾食品有限公司营收为38.5亿元。",
)
REPORT = check([Document(text, name=f"<{number}>.md") for number, text in enumerate(TEXTS)])


def drawn(measure: str) -> str:
    (table,) = (table for table in tables(REPORT) if table.measure == measure)
    return picture(table, "en")


def test_each_statement_is_a_dot_in_its_place() -> None:
    """The larger value stands further right; all lies inside the picture; a conflict is marked."""
    svg = drawn("revenue")
    dots = [Decimal(place) for place in re.findall(r'cx="([\d.]+)%"', svg)]
    ends = [Decimal(place) for place in re.findall(r'x[12]="([\d.]+)%"', svg)]

    assert 2 == len(dots)
    assert dots[0] < dots[1]
    assert all(0 <= place <= 100 for place in (*dots, *ends))
    assert 2 == svg.count('class="conflict"')


def test_an_open_end_is_dashed() -> None:
    """Of "more than 1,420" nobody knows the upper end, and the bound itself is not meant: its dot is hollow."""
    assert 1 == drawn("stores").count("stroke-dasharray")
    assert 1 == drawn("stores").count('class="hollow"')


def test_a_range_has_no_dot() -> None:
    """ "30 to 40" names no value between its ends: the bar says all."""
    texts = ("截至2021年底，海湾食品有限公司有员工3万至4万人。", "截至2020年底，海湾食品有限公司有员工2万人。")
    report = check([Document(text, name=f"{number}.md") for number, text in enumerate(texts)])
    (svg,) = (picture(table, "en") for table in tables(report))

    assert 2 == svg.count("<g ")
    assert 1 == svg.count("<circle")


def test_units_of_one_dimension_share_a_ruler() -> None:
    """Employees stand beside people and kilometres beside metres, to scale; dollars do not stand beside yuan."""
    texts = (
        "截至2021年底，海湾食品有限公司有员工2000人。",
        "海湾食品有限公司 had 4,000 employees at the end of 2021.",
        "截至2020年底，海湾食品有限公司有员工3000人。",
    )
    report = check([Document(text, name=f"{number}.md") for number, text in enumerate(texts)])
    (svg,) = (picture(table, "en") for table in tables(report))

    assert 3 == svg.count("<circle")
    assert "in other units" not in svg
    assert ruler("m")[0] == ruler("km")[0]
    assert 1000 * ruler("m")[1] == ruler("km")[1]
    assert ruler("CNY")[0] != ruler("USD")[0]


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [
        (0, 100, [0, 50, 100]),
        ("0.82", "0.91", ["0.85", "0.9"]),
        (-3, 12, [0, 5, 10]),
        (1_200_000, 1_900_000, [1_200_000, 1_400_000, 1_600_000, 1_800_000]),
    ],
)
def test_the_scale_has_round_values(low: int | str, high: int | str, marks: list[int | str]) -> None:
    """Whatever the size of the figures, the marks at the foot are few and round."""
    assert [Fraction(mark) for mark in marks] == list(scale(Fraction(low), Fraction(high)))


def test_the_page_has_the_pictures_and_the_words() -> None:
    """In the report of several documents, and by itself; names of documents are no markup."""
    for page in (renderer("html")(REPORT), renderer("dossier", ending=".html")(REPORT)):
        assert 2 == page.count("<svg")
        assert "&lt;0&gt;.md:1:" in page
        assert "<0>" not in page


def test_without_statements_there_is_a_sentence() -> None:
    """A dossier of nothing says so."""
    assert "Nothing is said more than once" in renderer("dossier", ending=".html")(check("No figures."))
