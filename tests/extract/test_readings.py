"""Readings of damaged figures are ranked by what the rest of the case says, and each names what supports it."""

from decimal import Decimal

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
