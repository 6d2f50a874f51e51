"""What the checks of wording find beyond their examples: the words that belong to other figures, and what is never a fall."""

import pytest

from factcheck import engine
from factcheck.finding import Finding


def found(text: str, *checks: str) -> list[Finding]:
    """The findings of some checks, the whole family where none is named."""
    report = engine.check(text, select=checks or ("wording",))

    assert () == report.failures

    return list(report.findings)


@pytest.mark.parametrize(
    "text",
    [
        "近三年来开了五家店。",  # the last three years
        "要等10天左右，过10天左右再来。",
        "约有三百多棵。",  # 多 belongs to the numeral
        "至少三百多棵。",
        "最高气温30度以上。",
        "招收年满18岁以上、35岁以下的学徒。",
        "至少要有一名工龄10年以上的师傅。",
        "An estimated 300 or so came.",
        "Pick a number above 100 and below 150.",
        "About 20 of the more than 300 shops have closed.",
    ],
)
def test_hedges_that_belong_elsewhere(text: str) -> None:
    """Time, numerals, words of degree, other figures: none is a second hedge of the figure."""

    assert [] == found(text, "wording/double-approximation", "wording/bound-conflict")


def test_a_doubled_hedge_loses_either_word() -> None:
    """Both repairs say what the two words said; which of them goes is a matter of style."""
    (finding,) = found("果园里大约有200棵左右的梨树。", "wording/double-approximation")

    assert [("", True), ("", True)] == [(fix.edits[0].text, fix.safe) for fix in finding.fixes]


@pytest.mark.parametrize(
    "text",
    [
        "净利润下降了120%。",
        "现金流减少了150%。",
        "The firm's earnings fell by 140%.",
        "产能利用率降至120%。",
        "Costs fell from 130% of target.",
        "销量增长了120%。",
    ],
)
def test_what_may_fall_by_more_than_it_was(text: str) -> None:
    """Profit and cash flow pass zero; a level and a rise are no fall."""

    assert [] == found(text, "wording/decrease-over-100")


@pytest.mark.parametrize(
    "text",
    [
        "人民币对美元汇率由6.4下调至6.8。",
        "公司由亏损2亿元升至盈利1亿元。",
        "气温由零下8度升至3度。",
        "The team rose from place 8 to place 5.",
        "The firm swung from a loss of $2 million, up to a profit of $1 million.",
    ],
)
def test_larger_is_not_always_more(text: str) -> None:
    """Exchange rates, losses, degrees below zero and ranks have no direction that a check could know."""

    assert [] == found(text, "wording/direction-conflict")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("空置率由8%上升到7%。", 1),  # written to one digit: rounding keeps the order
        ("空置率由8%上升到7.9%。", 0),  # 8 % may be 7.6 %
        ("人数由近500人上升到480人。", 0),  # hedged
    ],
)
def test_a_verb_alone_is_judged_by_the_order_that_rounding_keeps(text: str, count: int) -> None:
    """Figures of one precision keep their order however they were rounded; others need to be apart."""

    assert count == len(found(text, "wording/direction-conflict"))


def test_two_bounds_rest_on_both_figures() -> None:
    """The note stands on the first figure and shows the second."""
    finding = found("这笔手续费不会超过2%或者4%。")[0]

    assert ("note", "不会超过2%", ["不会超过2%", "4%"]) == (
        finding.level,
        finding.text,
        [figure.text for figure in finding.because],
    )


def test_the_working_of_an_impossible_multiple_names_what_may_be_meant() -> None:
    """Three times less is said for a third and for a quarter."""
    finding = found("改用新设备后，废品减少了3倍。")[0]

    assert ("down to 1/3 of it is a fall by 66.67%", "down to 1/4 of it is a fall by 75%") == finding.working


def test_the_scale_of_a_range_can_be_written_in() -> None:
    """The one fix puts the scale word behind the first end."""
    finding = engine.check("项目预计投资9~16亿元。", select=("numeral/range-elided-scale",)).findings[0]
    edit = finding.fixes[0].edits[0]
    text = finding.document.text

    assert "项目预计投资9亿~16亿元。" == text[: edit.span.start] + edit.text + text[edit.span.end :]
