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
        ("四期工程采用新工艺，总投资12亿元。", "四期工程"),
        ("野生水獭主要生活在河口，数量约300只。", "野生水獭"),
        ("跨海大桥使用钢材4万吨。", "跨海大桥"),
        ("截至去年，环山步道全长36公里。", "环山步道"),
        ("在校园里现有古树128棵。", "校园"),
        ("School buses operate 14 routes.", "School buses"),
        ("Coastal marshes account for 30% of the land.", "Coastal marshes"),
        ("The scholarship generally lasts three years.", "scholarship"),
        ("The length of the tunnel was 12 km.", "tunnel"),
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
        ("The reservoir holds 30 million tonnes of water.", "water"),
        ("They counted 2,400 wild geese in May.", "wild geese"),
        ("动物园共有企鹅128只。", "企鹅"),
        ("全园有128只企鹅。", "企鹅"),
        ("The annual cap was raised to $2,000.", "annual cap"),
    ],
)
def test_a_measure_that_the_lexicon_lacks_is_the_words_of_the_text(text, expected):
    """The noun that is counted, or the one that the figure is linked to."""

    assert [expected] == [claim.measure_text for claim in claims(text) if claim.measure is None]


@pytest.mark.parametrize(
    "text",
    [
        "双方签订了12份合同。",
        "根据规划，投资约12亿元。",
        "这表明平均气温约为12摄氏度。",
        "最高气温高于35摄氏度。",
        "每公里约需12万元。",
        "Sales of used cars were $12 million.",
        "The number of patients rose to 1,200.",
        "Typical speeds are 3,600 revolutions per minute.",
        "工匠修复了石桥，用石料300吨。",
    ],
)
def test_what_is_measured_is_no_subject(text):
    """A pronoun, an adverbial, a measure or a verb that a clause opens with names nobody."""
    assert None is claims(text)[-1].subject


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("东坡厂、西坡厂产量分别为3万吨、2万吨。", ["东坡厂", "西坡厂"]),
        ("據統計，青山縣和紅河縣人口分別為50萬人、30萬人。", ["青山縣", "紅河縣"]),
        ("去年，食品业与造纸业的增加值分别增长5%和3%，全县出口12亿元。", ["食品业", "造纸业", None]),
        ("全县用电中，制造业占60%，农业12%。", ["制造业", "农业"]),
        ("能源消费中煤炭约占60%，天然气20%，水电8%。", ["煤炭", "天然气", "水电"]),
    ],
)
def test_a_list_gives_each_of_its_nouns_a_figure(text, expected):
    """What 分别 deals out, and the parts of a whole, are of one noun each."""
    assert expected == [claim.subject for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海港食品公司营收8亿元，其子公司三叶磨坊营收3亿元，竞争对手石滩粮油营收5亿元。", ["海港食品公司", None, None]),
        ("海港食品公司營收8億元，員工300人，母公司員工1200人。", ["海港食品公司", "海港食品公司", None]),
        ("三叶集团营收仅为12亿元，不及北海湾集团的20亿元。", ["三叶集团", "北海湾集团"]),
        ("海港食品公司营收8亿元，客户达300家，子公司12家。", ["海港食品公司"] * 3),
        (
            "Harbor Foods earned $8 million, while sales at its rival Delta Mills rose to $9 million.",
            ["Harbor Foods", "Delta Mills"],
        ),
        ("Harbor Foods has 300 stores, more than rival Delta Mills.", ["Harbor Foods"]),
    ],
)
def test_somebody_else_is_named_by_what_they_are_to_the_one_named(text, expected):
    """A rival or a subsidiary has figures of its own, and one that is counted has none."""
    assert expected == [claim.subject for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海湾食品公司收入、利润分别为3亿元、2亿元。", ["revenue", "profit"]),
        ("海湾食品公司收入和净利润分别增长5%和3%，分别达到3亿元和2亿元。", ["revenue", "net_profit", "revenue", "net_profit"]),
        ("海灣食品公司的員工和門店分別為1200人和86家。", ["employees", "stores"]),
    ],
)
def test_a_list_gives_each_of_its_measures_a_figure(text, expected):
    """Measures that are listed before 分别 have the figures behind it in their order."""
    assert expected == [claim.measure for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("仁和路医院位于河口。下设12个科室。", "仁和路医院"),
        ("2022年，青山县产值为28亿元；人均生产总值88900元。", "青山县"),
        ("红山小学是青山县的一所小学。学校共有学生1200人。", "红山小学"),
        ("石角站是青山线上的一座车站。车站距县城30公里，站台2座。", "石角站"),
        ("青山县多山，最高峰为云台山，海拔1952米。", "云台山"),
        ("金鳞鱼是鲤科的一种鱼类。栖息于山溪。体长约9厘米。", "金鳞鱼"),
    ],
)
def test_a_subject_that_is_left_out_is_that_of_the_sentence_before(text, expected):
    """Chinese leaves out a subject that goes on, and names it by what it is."""
    claim = claims(text)[-1]

    assert (expected, True) == (claim.subject, "subject" in claim.carried)


def test_a_survey_is_not_of_whoever_made_it():
    """What a survey finds is of those who were asked."""
    assert [None] == [claim.subject for claim in claims("青山研究所的调查发现，每年约有1200人迁往外地。")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("双方签订了为期两年的合同。", "合同"),
        ("国家承担80%的基本费用。", "基本费用"),
        ("大厅长64米，宽27米。", "宽"),
        ("The rates offered for homes and offices rose by 5%.", "rates offered"),
        ("The length of the tunnel was 12 km.", "length"),
    ],
)
def test_what_is_measured_stands_in_the_words_of_the_text(text, expected):
    """Behind 的 stands what a figure describes; in front of "of" what something has."""
    assert expected == claims(text)[-1].measure_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("红山小学的学校操场有单杠12副。", None),
        ("仁和路医院开展义诊128场。", None),
        ("The clinic saw 120 inpatients and 340 relatives.", None),
        ("The income of Clearwater Trust in 2021 was $24 million.", "revenue"),
        ("The cost was $5 million.", "cost"),
        ("车站距县城30公里。", None),
    ],
)
def test_a_count_with_a_noun_of_its_own_has_no_other_measure(text, expected):
    """A measure further off is not what a count is of, and what is measured in another unit is not either."""
    assert expected == claims(text)[-1].measure


def test_a_person_is_named_with_and_without_what_they_do():
    """What a person does is no part of the name, and a family name is short for the whole."""
    assert {"Tom Adeyo"} == {
        subject for subject, _ in subjects("Striker Tom Adeyo scored 24 goals. Striker Adeyo scored 14 goals away.")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Results of 2021\n\nHarbor Foods had revenue of £412 million (2020: £388 million).", ["2021", "2020"]),
        ("# 青山县2021年统计公报\n\n年末青山县人口为61万人。", ["2021-12"]),
        ("# 青山县2021年统计公报\n\n今年底青山县人口将达61万人。", ["XXXX-12"]),
        ("海湾食品公司2021年第三季合并营收为128亿元。", ["2021-07-01/2021-09-30"]),
    ],
)
def test_the_time_of_a_figure_is_that_of_its_own_words_or_of_the_heading(text, expected):
    """A year in brackets with a colon is that of the figure behind it; 年末 is the end of the year that the heading names."""
    assert expected == [when.edtf for claim in claims(text) if (when := claim.period or claim.as_of) is not None]
