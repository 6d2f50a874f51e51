"""Numbers that name a part of a text or one of a series are identifiers, and look-alikes stay figures."""

from __future__ import annotations

import pytest

import factcheck


def identifiers(text: str) -> list[str]:
    """The identifiers of a text as they stand."""
    return [mention.text for mention in factcheck.extract(text) if mention.kind == "identifier"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Table 3 lists 40 hospitals.", ["3"]),
        ("Figs. 3 and 4 and Appendix 2 name 300 people.", ["3", "4", "2"]),
        ("As Figure 2.1 and Table 12a show, sales rose.", ["2.1", "12a"]),
        ("See pp. 14–16, §4, Section 3.2 and Clause 7.1.", ["14–16", "4", "3.2", "7.1"]),
        ("Under articles 9 and 10 the fine is due.", ["9", "10"]),
        ("Under article 11 citizens may appeal.", ["11"]),
        ("Output grew [1], as was shown [2,3] before.[4–6]", ["1", "2,3", "4–6"]),
        ("The group is a 501(c)(3) body.", ["501(c)(3)"]),
        ("The farm lies on Route 12 and the barn on SR 41.", ["12", "41"]),
        ("The shop stands west of the 99 freeway.", ["99"]),
        ("Both have type 2 diabetes and joined the phase 3 trial.", ["2", "3"]),
        ("She left it unfinished.:21,54 He sold it.", ["21,54"]),
        ("图3显示，附表2和表1-2列出了45家诊所，见附件3。", ["3", "2", "1-2", "3"]),
        ("圖3顯示，附錄2列出了45家診所。", ["3", "2"]),
        ("嫦娥5号与地铁10号线。", ["5", "10"]),
        ("氧-18和碳-14的比例。", ["18", "14"]),
        ("全市有三级甲等医院20家、二级乙等醫院5家。", ["三级甲等", "二级乙等"]),
        ("The city has 20 class 3A hospitals.", ["3A"]),
        ("Experts from top three hospitals see patients here.", ["top three"]),
        ("## 1.2 Results\n\nSales rose.", ["1.2"]),
        ("3.2 总体要求\n收入增长。", ["3.2"]),
    ],
)
def test_a_number_that_points_at_something_counts_nothing(text: str, names: list[str]) -> None:
    """Tables, sections, articles, notes, roads, kinds and headings bear their numbers as names."""
    assert names == identifiers(text)


@pytest.mark.parametrize(
    "text",
    [
        "The hall has a table 3 metres long and a line 14 km long.",
        "They paid for the 12 highway projects.",
        "In this phase 300 people were hired.",
        "The figure of 40 percent is the same as in section 5 percent.",
        "They sat at a table 6 feet wide.",
        "1.2 Million homes",
        "2.5 GB of data",
        "The mean was 20, CI [12, 34].",
        "The top three hospitals of the city took part.",
        "派出代表3人，买了手表3块和地图4张，发表论文3篇。",
        "增长-5%，共300号人。",
    ],
)
def test_an_amount_behind_such_a_word_stays_a_figure(text: str) -> None:
    """A unit, a scale or the rest of a longer word behind or before the number makes it an amount."""
    assert [] == identifiers(text)


def test_what_a_mask_leaves_of_another_is_masked_too() -> None:
    """The number of a link is not lost where a name overlaps the link's beginning."""
    assert [] == [mention.text for mention in factcheck.extract("http://a.b/1")]
