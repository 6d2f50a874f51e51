"""What the checks of units find beyond their examples: levels, repairs, and units whose name means several things."""

import pytest

from factcheck import engine
from factcheck.finding import Finding


def found(text: str, *checks: str) -> list[Finding]:
    """The findings of some checks, the whole family where none is named."""
    report = engine.check(text, select=checks or ("unit",))

    assert () == report.failures

    return list(report.findings)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("空置率从8.4%降至7.9%，下降0.5%。", "error"),  # 0.5 % of 8.4 % is out of reach
        ("The vacancy rate slipped from 20% to 18%, down 2%.", "warning"),  # 19.6 % to 19.4 % rounds to the same figures
        ("公司上半年的毛利率下降了2%。", "warning"),
        ("Its operating margin shrank by more than 2% in the first half.", "warning"),
    ],
)
def test_percent_or_point_is_an_error_only_where_it_is_proved(text: str, level: str) -> None:
    """An error needs both ends, and a percentage that no rounding of them allows."""

    assert [("unit/percent-or-point", level)] == [(finding.check, finding.level) for finding in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "空置率从8.4%降至7.9%，下降6%。",  # fits as a percentage only
        "空置率从8.4%降至7.9%，同比下降12%。",  # fits neither way: arithmetic/point-change
        "居民消费价格指数同比上涨2%。",
        "出租率提高到95%，租金上涨2%。",
        "A 2 percent tax rate is in force.",
    ],
)
def test_percent_or_point_leaves_alone(text: str) -> None:
    """A percentage that fits, one that fits nothing, an index, a level, and a change of something that is no rate."""

    assert [] == found(text, "unit/percent-or-point")


def test_a_change_that_fits_neither_way_is_one_arithmetic_error() -> None:
    """Neither points nor percent: the figures themselves are wrong."""
    findings = found("空置率从8.4%降至7.9%，下降12%。", "unit", "arithmetic")

    assert [("arithmetic/point-change", "error")] == [(finding.check, finding.level) for finding in findings]


def test_a_scale_slip_shows_both_repairs() -> None:
    """The text does not say which of the two is wrong."""
    finding = found("The fund holds 1.25 billion yuan (125亿元).")[0]

    assert ("unit/scale-slip", "error", "125亿元") == (finding.check, finding.level, finding.text)
    assert (
        "125亿元 would have to be 12.5亿元",
        "1.25 billion yuan would have to be 12.5 billion yuan",
    ) == finding.working


@pytest.mark.parametrize(
    "text",
    [
        "It burns 10 gallons (45 litres) a day.",  # imperial
        "It burns 10 gallons (38 litres) a day.",  # American
        "The snack has 250 calories (1,046 kJ).",  # the calories of food labels
        "The wreck lies 30 miles (56 km) off the coast.",  # nautical miles
        "It carries 100 tons (200,000 lb) of ore.",  # short tons
        "约5公斤（11磅）重。",
        "The lake lies at 300 m (1,000 ft).",  # loosely rounded
        "The summers have warmed by 2 °C (3.6 °F).",
        "The pole is 4 ft 2 in (127 cm) long.",
    ],
)
def test_glosses_that_are_right_in_some_reading(text: str) -> None:
    """A bare unit may be that of another country; loose rounding, differences and compound measurements pass."""

    assert [] == found(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It burns 10 gallons (60 litres) a day.", "60 litres"),
        ("The lake lies at 300 m (3,000 ft).", "3,000 ft"),
        ("最低气温-10℃（24℉）。", "24℉"),
        ("约5公斤（21磅）重。", "21磅"),
    ],
)
def test_glosses_that_are_wrong_in_every_reading(text: str, place: str) -> None:
    """No meaning of the units makes the two one amount."""

    assert [("error", place)] == [(finding.level, finding.text) for finding in found(text)]


def test_the_plain_reading_of_a_unit_is_shown() -> None:
    """The working converts by the common factor, not by one that was only tried."""
    finding = found("The canal runs for 11 miles (28 km).")[0]

    assert "11 miles × 1.609344 = 17.7 km" == finding.working[0]


def test_a_bracket_in_the_same_language_is_often_another_year() -> None:
    """Two figures of one language are not taken for a figure and its gloss, unless a word says so."""

    assert [] == found("利润为18亿元（12亿元）。")
    assert [("unit/gloss-mismatch", "12亿元")] == [(one.check, one.text) for one in found("利润为18亿元（即12亿元）。")]
