"""Whom a figure is of: names that only the document gives, words that take them up again, and names that are beside the point."""

from __future__ import annotations

import pytest

from factcheck import claims


def subjects(text):
    """The subject of each figure, with a mark where it was carried over."""
    return [(claim.subject, "subject" in claim.carried) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbor Foods had 1,520 stores.", "Harbor Foods"),
        ("The Meituan platform had 1,520 stores.", "Meituan"),
        ("By the end of 2020, JD Health platform has more than 9,000 doctors.", "JD Health"),
        ("The University of Millbrook had 900 students.", "University of Millbrook"),
        ("The Ministry of Fisheries and Ports employs 400 people.", "Ministry of Fisheries and Ports"),
        ("Quill & Fenn Ltd had 340 employees.", "Quill & Fenn Ltd"),
        ("The population of Stonehaven Falls was 34,210.", "Stonehaven Falls"),
        ("Harbor Foods’s revenue was $5 million.", "Harbor Foods"),
        ("Revenue of Oakridge Instruments plc was $5 million.", "Oakridge Instruments"),
        ("Oakridge Instruments plc had 2,140 employees.", "Oakridge Instruments"),
        ("海湾食品有限公司共有门店1520家。", "海湾食品有限公司"),
        ("据悉，青山县人口为52万人。", "青山县"),
        ("红山小学共有学生1860人。", "红山小学"),
        ("東湖銀行淨利潤為18.6億元。", "東湖銀行"),
    ],
)
def test_a_name_that_governs_is_the_subject(text, expected):
    """A name needs no ledger: its capitals, its last word or the way it is introduced tell."""

    assert [(expected, False)] == subjects(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Compared with Teal Motors, Larkspur Motors sold 12,000 cars.", "Larkspur Motors"),
        ("Larkspur Motors sold more than Teal Motors: 12,000 cars.", "Larkspur Motors"),
        ("Larkspur Motors bought Teal Motors for $3 billion.", "Larkspur Motors"),
        ("与东湖小学相比，红山小学学生为1860人。", "红山小学"),
        ("海湾食品公司收购远帆超市后，门店为1520家。", "海湾食品公司"),
        ("据青山县统计局数据显示，红山小学学生为1860人。", "红山小学"),
    ],
)
def test_a_name_beside_the_point_is_not_the_subject(text, expected):
    """Behind "with", "than", 与 and 收购 stands somebody else."""

    assert [expected] == [subject for subject, _ in subjects(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbor Foods grew. The company had 1,520 stores.", "Harbor Foods"),
        ("Harbor Foods grew. It had 1,520 stores.", "Harbor Foods"),
        ("Norwood Hospital lies in Elm County. The hospital had 620 beds.", "Norwood Hospital"),
        ("Norwood Hospital lies in Elm County. The county has a population of 5,000.", "Elm County"),
        ("仁和路医院位于青山县。该院有床位620张。", "仁和路医院"),
        ("海湾食品有限公司成立多年。截至目前，公司有门店1520家。", "海湾食品有限公司"),
        ("红山小学很大。该校共有学生1860人。", "红山小学"),
    ],
)
def test_a_word_that_takes_a_name_up_goes_back_to_one_of_its_kind(text, expected):
    """The hospital is no county; the step is marked as carried."""

    assert [(expected, True)] == subjects(text)


@pytest.mark.parametrize(
    "text",
    [
        "Harbor Foods grew. Its rival had 1,520 stores.",
        "Domestic trips rose by 16%.",
        "海湾食品公司的竞争对手有门店980家。",
        "两家科技公司共有员工300人。",
        "各县人口为30万人。",
        "In March, Revised Estimates Were Up 12 Per Cent",
    ],
)
def test_what_the_text_does_not_name_has_no_subject(text):
    """Somebody else's figure, a common noun and a line in capitals name nobody."""

    assert {None} == {subject for subject, _ in subjects(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青山县的山路很多。一期工程从河口到码头，总长12公里。", "一期工程"),
        ("海湾食品公司扩产。该生产线已投产，产能为30万吨。", "该生产线"),
        ("海湾食品公司参展。这座展馆设有展位1200个。", "这座展馆"),
        ("仁和路医院扩建。其儿科病房收治患者9200人。", "其儿科病房"),
        ("紅山小學重建。這棟校舍共有教室36間。", "這棟校舍"),
        ("Harbor Foods paid for it. The cohort included 1,520 patients.", "cohort"),
        ("Harbor Foods helped. This lighthouse has 212 steps.", "lighthouse"),
    ],
)
def test_a_clause_is_of_the_noun_that_it_opens_with(text, expected):
    """A common noun takes no name of another sentence; whose it is, is marked as told elsewhere."""
    claim = claims(text)[-1]

    assert expected == claim.subject
    assert "owner" in claim.carried


@pytest.mark.parametrize(
    "text",
    [
        "青山縣山多。二期工程由山腳至山頂，總長8公里。",
        "海湾食品公司成长快。冷冻食品业务收入为12亿元。",
        "海湾食品公司扩产。两个项目建成后，产能为30万吨。",
        "青山县民间乐团演出，有观众1200人。",
        "德國工匠修復了石橋，工人有150人。",
        "Treasury securities worth $30 billion were sold.",
        "UNICEF estimated that 300 children were at risk.",
        "Norwood Hospital grew. Its children's ward treated 9,200 patients.",
        "青山县和红河县共有人口80万人。",
        "海湾食品公司、远帆食品公司共有员工3000人。",
        "東湖銀行及南湖銀行共有分行120家。",
        "Harbor Foods and Teal Motors had 3,000 employees.",
        "青山县是34个贫困县之一。",
        "紅山小學是全市120所小學之一。",
        "Norwood Hospital is one of the 34 hospitals in the state.",
    ],
)
def test_a_name_that_does_not_govern_is_no_subject(text):
    """A name that describes a noun, reports, stands beside another or is one of many gives the figure no subject."""
    assert None is claims(text)[-1].subject


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("韩国企业在本地市场的占有率为16%。", "韩国企业"),
        ("日本遊客在夜市的消費額為3000萬元。", "日本遊客"),
        ("海湾食品公司创始人陈某持有股份1200万股。", "海湾食品公司创始人陈某"),
        ("海湾食品公司的上海工厂产能为30万吨。", "海湾食品公司的上海工厂"),
        ("The Kyoto delegation brought 120 people.", "Kyoto delegation"),
        ("Harbor Foods grew. Its rival Teal Motors had revenue of $5 million.", "Teal Motors"),
        ("青山镇，青山县下属的一个镇，面积70平方公里。", "青山镇"),
    ],
)
def test_what_a_name_is_part_of_is_another_subject(text, expected):
    """A figure of the Shanghai plant, the founder or the rival is not the firm's."""
    assert expected == claims(text)[-1].subject


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbor Foods opened 340 kiosks.", "kiosks"),
        ("The reservoir holds 30 million tonnes of water.", None),
        ("They counted 2,400 wild geese in May.", "wild geese"),
        ("动物园共有企鹅128只。", "企鹅"),
        ("全园有128只企鹅。", "企鹅"),
        ("The annual cap was raised to $2,000.", "annual cap"),
    ],
)
def test_a_measure_that_the_lexicon_lacks_is_the_words_of_the_text(text, expected):
    """The noun that is counted, or the one that the figure is linked to."""

    assert [expected] == [claim.measure_text for claim in claims(text) if claim.measure is None]
