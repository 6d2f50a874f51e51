"""Readings of damaged figures are ranked by what the rest of the case says, and each names what supports it."""

from decimal import Decimal

import pytest

from factcheck.document import Document
from factcheck.extract import build
from factcheck.mention import Mention

SPUN = "In the first half of 2021, the daily online consultations of JD Health exceeded 6.5438+0.4 million, an increase of about 40% compared with 2020."
BASE = "In 2020, the daily average online consultations of JD Health were about 100 thousand."


def damaged(*texts: str) -> list[Mention]:
    """The damaged figures of some documents, ranked."""
    documents = [Document(text, name=f"document {number}") for number, text in enumerate(texts, start=1)]
    return [mention for mention in build(documents).mentions if mention.readings]


def test_a_rate_beside_the_figure_leads_to_its_reading() -> None:
    """A rate of change from a level in another document supports one reading; the support rests on both figures."""
    (mention,) = damaged(SPUN, BASE)
    best = mention.readings[0]

    assert Decimal(140000) == best.value
    assert [("about 40%", "about 100 thousand")] == [tuple(figure.text for figure in support.mentions) for support in best.support]


def test_without_support_the_order_is_that_of_the_damage() -> None:
    """Where nothing speaks for a reading, none has support and the order stays."""
    (mention,) = damaged(SPUN)

    assert [(), (), ()] == [reading.support for reading in mention.readings]
    assert Decimal(140000) == mention.readings[0].value


def test_a_later_level_less_its_gain_leads_back() -> None:
    """A level of another document less its stated increase is what the figure said before."""
    spun = "By June 30, 2021, the number of active users of JD Health reached1240,000."
    later = "截至2022年6月30日，京东健康活跃用户为1.5亿，较2021年6月30日增加2600万。"
    (mention,) = damaged(spun, later)
    best = mention.readings[0]

    assert Decimal(124000000) == best.value
    assert [("1.5亿", "2600万")] == [tuple(figure.text for figure in support.mentions) for support in best.support]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("全市常住人口163万人，生产总值6543.8+02.42亿元，人均生产总值7620元。", 12_420_000_000),
        ("全市常住人口163萬人，生產總值6543.8+02.42億元，人均生產總值762元。", 1_242_000_000),
        ("The city has 1.63 million residents and a GDP of 6543.8+02.42 billion yuan, or 76,200 yuan per capita.", 124_200_000_000),
    ],
)
def test_an_amount_per_head_times_the_people_tells_the_scale_of_the_total(text: str, value: int) -> None:
    """Of the readings of a total, that one is the first which the people and the amount for each of them make."""
    (mention,) = (one for one in damaged(text) if one.kind == "money")

    assert value == mention.readings[0].value
    assert [2] == [len(support.mentions) for reading in mention.readings for support in reading.support]


def test_the_same_statement_elsewhere_supports_a_reading() -> None:
    """The same measure for the same day in another document decides among the readings."""
    spun = "By June 30, 2021, the number of active users of JD Health reached1240,000."
    other = "截至2021年6月30日，京东健康活跃用户为1240万。"
    (mention,) = damaged(spun, other)

    assert Decimal(12400000) == mention.readings[0].value
    assert ["1240万"] == [figure.text for support in mention.readings[0].support for figure in support.mentions]


def test_another_subject_supports_nothing() -> None:
    """What is said of someone else is no evidence."""
    spun = "By June 30, 2021, the number of active users of JD Health reached1240,000."
    (mention,) = damaged(spun, "截至2021年6月30日，腾讯活跃用户为1240万。")

    assert not any(reading.support for reading in mention.readings)


PROVED = [
    (
        "The group spent 2.1 billion yuan, 3.4 billion yuan and 6543.8+03.5 billion yuan, 6.85 billion yuan in total.",
        "1350000000",
        "makes 6.85 billion yuan",
    ),
    ("三个队分别有48人、30人和65438+09人，合计97人。", "19", "48人 + 30人 + 65438+09人 makes 97人"),
    ("Revenue rose from 10.2 billion yuan to 6543.8+05.3 billion yuan, up 50%.", "15300000000", "10.2 billion yuan − 1 makes 50%"),
    ("Sales were 6543.8+07.25 billion yuan (17.25亿元).", "1725000000", "17.25亿元 beside it in brackets is the same amount"),
]


@pytest.mark.parametrize(("sentence", "value", "proof"), PROVED)
def test_the_arithmetic_of_its_sentence_decides(sentence: str, value: str, proof: str) -> None:
    """The reading that makes a sum, a rate or a gloss come out stands first, and says so."""
    (mention,) = damaged(sentence)
    best = mention.readings[0]

    assert Decimal(value) == best.value
    assert any(proof in support.words for support in best.support)


def test_a_neighbour_of_another_size_decides() -> None:
    """Where the first reading is far from the amount beside it and another of its size, the neighbour decides."""
    (mention,) = damaged("The county spent 31 million yuan on roads and 654.38+0 billion yuan on bridges.")
    best = mention.readings[0]

    assert Decimal(100000000) == best.value
    assert ["31 million yuan beside it is of that size"] == [support.words for support in best.support]


def test_a_sum_is_not_bound_without_its_damaged_member() -> None:
    """A list that holds a figure which cannot be read is no sum of the others."""
    case = build([Document("The three teams scored 24, 65,438+05 and 8 goals, 47 goals in total.")])

    assert [] == list(case.related("sum"))


def test_the_season_beside_a_date_is_named() -> None:
    """What decides between January and October is the support of the first reading; without it there is none."""
    (hinted,) = damaged("灯会将于65438+10月6日春节前夕开幕。")
    (plain,) = damaged("灯会将于65438+10月6日开幕。")

    assert "XXXX-01-06" == hinted.readings[0].value
    assert ['"春节" beside it is of January'] == [support.words for support in hinted.readings[0].support]
    assert () == plain.readings[0].support
