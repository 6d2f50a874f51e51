"""A slip of a scale is named, with every repair that a power of ten makes."""

import pytest

import factcheck

SLIPPED = [
    (
        "门票收入118亿元、餐饮收入1.9亿元，合计137亿元。",
        "1.9亿元 would have to lie in 18–20亿元, 10 times more: a scale may have slipped",
    ),
    (
        "Revenue rose from 136 million yuan to 2.02 billion yuan, up 48.5%.",
        "2.02 billion yuan would have to be 200 million yuan, 10 times less: a scale may have slipped",
    ),
]


@pytest.mark.parametrize(("sentence", "line"), SLIPPED)
def test_a_repair_by_a_power_of_ten_says_so(sentence: str, line: str) -> None:
    """Where ten times a figure would make the arithmetic come out, the working says that a scale may have slipped."""
    (finding,) = factcheck.check(sentence).findings

    assert line in finding.working


def test_any_other_repair_does_not() -> None:
    """A figure that is wrong by no power of ten has no slip in its working."""
    (finding,) = factcheck.check("门票收入118亿元、餐饮收入19亿元，合计157亿元。").findings

    assert not any("slipped" in line for line in finding.working)


@pytest.mark.parametrize(
    ("text", "swapped"),
    [
        ("At the end of 2021 Luckin Coffee had 16,024 stores. Luckin Coffee had 16,204 stores at the end of 2021.", True),
        ("瑞幸咖啡2021年营收为538.23亿元。2021年瑞幸咖啡营收为583.23亿元。", True),
        ("瑞幸咖啡2021年營收為538.23億元。2021年瑞幸咖啡營收為583.23億元。", True),
        ("瑞幸咖啡2021年营收为538.23亿元。2021年瑞幸咖啡营收为585.23亿元。", False),
        ("瑞幸咖啡2021年营收为12亿元。2021年瑞幸咖啡营收为21亿元。", False),
    ],
)
def test_two_figures_of_one_key_with_two_digits_swapped_say_so(text: str, swapped: bool) -> None:
    """Where subject, measure and period are the same, the working names the two digits that stand in each other's place."""
    (finding,) = factcheck.check(text).findings

    assert "consistency/same-key-conflict" == finding.check
    assert swapped == any("two digits swapped" in line for line in finding.working)
