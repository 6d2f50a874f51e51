"""The key of a claim: what two statements must have in common to be about one thing."""

from __future__ import annotations

import pytest

from factcheck.claim import Claim
from factcheck.document import Document
from factcheck.evidence.keys import extent, key, of_one_house, owners, thing, time
from factcheck.extract import build


def claim_of(text: str, *, which: int = 0) -> Claim:
    """One claim of a text."""
    return build([Document(text)]).claims[which]


def test_a_key_has_every_part() -> None:
    """Subject, measure, scope, time and dimension, each in the lexicon's words."""
    found = key(claim_of("京东健康2021年营收为306.8亿元。"))

    assert found is not None
    assert ("JD Health", "revenue", "level", "money") == (
        found.subject,
        found.thing.measure,
        found.thing.role,
        found.thing.dimension,
    )
    assert "2021-01-01/2021-12-31" == found.time


def test_two_languages_make_one_key() -> None:
    """What is said in Chinese and in English has one key."""
    chinese = key(claim_of("腾讯2019年营收为3772.9亿元。"))
    english = key(claim_of("Tencent's revenue in 2019 was 377.29 billion yuan."))

    assert chinese is not None
    assert chinese == english


@pytest.mark.parametrize(
    "text",
    ["2021年营收为306.8亿元。", "京东健康营收为306.8亿元。", "京东健康2021年数量为306.8亿元。", "京东健康在2021年有306.8亿元。"],
    ids=["no subject", "no date", "a measure that says nothing", "no measure"],
)
def test_a_claim_without_a_part_has_no_key(text: str) -> None:
    """A part that the text does not give is unknown, and nothing is guessed."""

    assert key(claim_of(text)) is None


def test_a_change_needs_its_base() -> None:
    """A growth is one thing with another only where both are measured from the same base."""
    yearly, monthly = claim_of("腾讯2019年营收同比增长21%。"), claim_of("腾讯2019年营收环比增长21%。")

    assert thing(yearly) is not None
    assert thing(yearly) != thing(monthly)
    assert thing(claim_of("腾讯2019年营收增长21%。")) is None


def test_a_share_is_a_thing_where_the_measure_says_of_what() -> None:
    """An entry that calls a market share a share is of one thing with a claim that calls it a level."""
    level = claim_of("腾讯2019年市场份额为21%。")
    share = level.model_copy(update={"role": "share"})

    assert thing(level) is not None
    assert thing(level) == thing(share)
    assert thing(share.model_copy(update={"measure": "revenue"})) is None


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("截至2021年6月30日，腾讯员工为9万人。", "At the end of June 2021, Tencent had 90,000 employees.", True),
        ("腾讯2021年营收为5601亿元。", "2021年上半年，腾讯营收为2736亿元。", False),
        ("截至2020年底，腾讯员工为8.6万人。", "截至2021年底，腾讯员工为11万人。", False),
    ],
)
def test_time_is_compared_in_days(first: str, second: str, *, same: bool) -> None:
    """A level at the end of a month is that of its last day; a year is not its half."""
    one, other = time(claim_of(first)), time(claim_of(second))

    assert None not in (one, other)
    assert same is (one == other)


def test_scopes_that_leave_nothing_out_cancel() -> None:
    """Own doctors are a part, own and external ones are all."""
    own = claim_of("京东健康自有医生200名。")
    both = own.model_copy(update={"scope": ("own", "platform")})
    registered = own.model_copy(update={"scope": ("registered",)})

    assert frozenset({"own"}) == extent(own)
    assert frozenset() == extent(both)
    assert frozenset() == extent(registered)


def test_owners_are_named_from_the_nearest() -> None:
    """A hospital of a company of a group."""

    assert ["JD Health", "JD.com"] == list(owners("JD Health Internet Hospital"))
    assert of_one_house("JD.com", "JD Health")
    assert of_one_house("JD Health", "JD Health")
    assert not of_one_house("JD Health", "Tencent")
    assert not of_one_house("JD Health", None)


def test_a_rate_has_a_key_of_its_own() -> None:
    """Revenue a share is no revenue; what the name of a measure is for belongs to its figure however that is written."""
    revenue, rate = (claim_of(f"腾讯2021年营收{amount}。") for amount in ("5600亿元", "58.6元/股"))
    plain, written = (claim_of(f"腾讯2021年每股收益为{amount}。") for amount in ("23.6元", "23.6元/股"))

    assert key(revenue) is not None
    assert key(rate) not in (None, key(revenue))
    assert key(plain) == key(written) is not None


def test_rates_that_can_be_converted_have_one_key() -> None:
    """Per 1,000 and per 10,000 are one dimension, and so are yuan a square metre and a mu."""
    nurses = [claim_of(f"China had {rate} people in 2021.") for rate in ("3.1 nurses per 1,000", "31 nurses per 10,000")]
    land = [thing(claim_of(f"2021年北京房价为{amount}。")) for amount in ("6.3万元/平方米", "4200万元/亩")]

    assert thing(nurses[0]) == thing(nurses[1]) is not None
    assert land[0] == land[1] is not None
