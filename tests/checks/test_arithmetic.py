"""What the arithmetic checks find, how bad they call it, and the working that they show."""

import pytest

from factcheck import engine
from factcheck.finding import Finding


def found(text: str, *checks: str) -> list[Finding]:
    """The findings of some checks, the whole family where none is named."""
    report = engine.check(text, select=checks or ("arithmetic",))

    assert () == report.failures

    return list(report.findings)


def levels(text: str, *checks: str) -> list[tuple[str | None, str]]:
    """The level and the words of each finding."""
    return [(finding.level, finding.text) for finding in found(text, *checks)]


# The golden table of the interval semantics, told of another company.
SILENT = [
    "海塘文具的营收由136亿元增加48.3%至202亿元。",
    "海塘文具的纸品营收由118亿元增加48.6%至175亿元。",
    "海塘文具的维修营收由19亿元增加46.2%至27亿元。",
    "海塘文具纸品营收118亿元、维修营收19亿元，合计136亿元。",
    "海塘文具净亏损4.54亿元，上年同期53.6亿元，同比减少91.5%。",
    "Haitang's revenue rose 48.3% to 20.2 billion yuan, from 13.6 billion yuan a year earlier.",
    "Repairs brought in 2.7 billion yuan, up 46.2% from 1.9 billion yuan.",
]
MOVED = [
    ("海塘文具的营收由136亿元增加52.3%至202亿元。", "52.3%"),
    ("海塘文具的营收由136亿元增加48.3%至212亿元。", "48.3%"),
    ("海塘文具的纸品营收由108亿元增加48.6%至175亿元。", "48.6%"),
    ("海塘文具的维修营收由19亿元增加66.2%至27亿元。", "66.2%"),
    ("海塘文具纸品营收118亿元、维修营收19亿元，合计146亿元。", "146亿元"),
    ("海塘文具净亏损4.54亿元，上年同期53.6亿元，同比减少81.5%。", "81.5%"),
    ("Haitang's revenue rose 58.3% to 20.2 billion yuan, from 13.6 billion yuan a year earlier.", "58.3%"),
    ("Repairs brought in 2.7 billion yuan, up 76.2% from 1.9 billion yuan.", "76.2%"),
]


@pytest.mark.parametrize("text", SILENT)
def test_the_golden_table_is_silent(text: str) -> None:
    """Honest rounding passes, also where the point result is four points off."""

    assert [] == levels(text)


@pytest.mark.parametrize(("text", "place"), MOVED)
def test_one_figure_moved_is_one_error(text: str, place: str) -> None:
    """The same sentences with one figure beyond its rounding are one error each, on the figure that follows from the others."""

    assert [("error", place)] == levels(text)


def test_truncation_alone_is_a_note() -> None:
    """49.6 % is out of reach of rounding and within reach of truncation."""
    text = "海塘文具的营收由136亿元增加49.6%至202亿元。"

    assert [("note", "49.6%")] == levels(text)
    assert found(text)[0].message.endswith("only if a figure was cut off rather than rounded")


def test_trailing_zeros_that_stand_for_rounding_are_a_note() -> None:
    """15,000 tickets may be 15,400; an error needs that reading to fail as well."""
    finding = found("剧院售出15000张门票，每张30.00元，总收入46.1万元。")[0]

    assert ("note", "46.1万元") == (finding.level, finding.text)
    assert finding.message.endswith("only if trailing zeros stand for rounding")


def test_agreement_by_a_hedge_is_a_note_on_all_its_figures() -> None:
    """大概 makes figures agree that would not without it: the note rests on every figure of the product."""
    finding = found("摄影师接待了大概15,000人次，按照30元一单计算，已经获得了大概50万元的收入。")[0]

    assert ("note", "大概50万元") == (finding.level, finding.text)
    assert {"大概15,000人次", "30元", "大概50万元"} >= {figure.text for figure in finding.because}
    assert finding.message.endswith("only because a figure is hedged")


@pytest.mark.parametrize(
    ("text", "check", "level"),
    [
        ("合唱团36名成员共筹得10.8万元，人均3600元。", "arithmetic/average", "warning"),
        ("The bakery sold 1,500 pies at 6 dollars each, taking 12,400 dollars in all.", "arithmetic/product", "warning"),
        ("25%的村民会说方言，也就是每三人中就有一人。", "arithmetic/one-in-n", "warning"),
        ("The alloy consists of three metals: copper 45%, zinc 35% and tin 25%.", "arithmetic/shares-to-100", "warning"),
        ("三条步道分别长2.4公里、1.5公里和0.8公里，合计5.9公里。", "arithmetic/sum", "error"),
        ("出勤率由92.1%提高到94.3%，上升4.5个百分点。", "arithmetic/point-change", "error"),
    ],
)
def test_levels(text: str, check: str, level: str) -> None:
    """What other figures could explain is a warning; what no value of the figures allows is an error."""

    assert [(check, level)] == [(finding.check, finding.level) for finding in found(text)]


def test_the_working_shows_formula_intervals_and_every_repair() -> None:
    """The operands as quoted, what follows from them, what is stated, and one line a repair."""
    finding = found("海塘文具的维修营收由19亿元增加66.2%至27亿元。")[0]

    assert (
        "27亿元 / 19亿元 − 1 = 42.11%",
        "as rounded: computed 35.9–48.65%, stated 66.15–66.25%; 17.5 percentage points apart",
        "66.2% would have to lie in 35.9–48.6%",
        "27亿元 would have to lie in 31–32亿元",
        "19亿元 would have to be 16亿元",
    ) == finding.working
    assert "66.2% is not the growth from 19亿元 to 27亿元, which is 35.9–48.65%: 17.5 percentage points apart" == finding.message
    assert ["19亿元", "27亿元"] == [figure.text for figure in finding.because]


def test_units_of_one_dimension_are_brought_together() -> None:
    """Metres and kilometres are added in metres; an inch and a centimetre are not."""

    assert [] == levels("跑道由1.2公里延长至1.7公里，增加500米。")
    assert [("error", "900米")] == levels("跑道由1.2公里延长至1.7公里，增加900米。")


def test_basis_points_are_hundredths_of_a_point() -> None:
    """From 4.5 % to 5.0 % is 50 basis points."""

    assert [] == levels("The rate was raised from 4.5% to 5.0%, an increase of 50 basis points.")
    assert [("error", "150 basis points")] == levels("The rate was raised from 4.5% to 5.0%, an increase of 150 basis points.")


def test_a_list_may_begin_later_than_its_sentence() -> None:
    """The plan's whole stands in front of the instalments that are added up."""

    assert [] == levels("水渠工程预算60万元，前三年分别拨款20万元、21万元和12万元，累计拨款53万元。")


def test_two_currencies_are_not_computed() -> None:
    """Without a dated rate nothing follows from dollars for yuan."""

    assert [] == levels("奖金总额由8万美元增加至60万元，增长12%。")


def test_every_comparison_is_counted() -> None:
    """The report tells silence after a comparison from not having looked."""
    coverage = engine.check(SILENT[0], select=("arithmetic",)).coverage

    assert (3, 0) == (coverage["agrees"], coverage["not_checked"])


def test_a_verb_against_its_figures_is_left_to_the_check_of_wording() -> None:
    """The size is right and the sign is wrong: one finding, not two."""
    text = "The flock grew 10% to 450 sheep from 500."

    assert [] == levels(text)
    assert [("error", "10%")] == levels(text, "wording/direction-conflict")
