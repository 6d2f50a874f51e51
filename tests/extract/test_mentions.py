"""Mentions: values, units, hedges, kinds; and no digit is lost."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.extract.mentions import find_mentions
from factcheck.extract.prepared import prepare

# text, mention, kind, value, unit, hedge
FIGURES = [
    ("全年营收105.2亿元。", "105.2亿元", "money", "10520000000", "CNY", "exact"),
    ("盈利不少于人民幣8000萬元。", "不少于人民幣8000萬元", "money", "80000000", "CNY", "at_least"),
    ("年入不到百億元人民幣。", "不到百億元人民幣", "money", "10000000000", "CNY", "under"),
    ("以80.75億港元出售。", "80.75億港元", "money", "8075000000", "HKD", "exact"),
    ("合作诊所超过3000家。", "超过3000家", "count", "3000", "organization", "over"),
    ("来了200人以上。", "200人以上", "count", "200", "person", "at_least"),
    ("共有30多个城市。", "30多个城市", "count", "30", "city", "over"),
    ("毛利率上升1.8个百分点。", "1.8个百分点", "point", "1.8", "point", "exact"),
    ("超三成受访者支持。", "超三成", "percent", "30", "percent", "over"),
    ("投资9亿~16亿元。", "9亿~16亿元", "money", ["900000000", "1600000000"], "CNY", "exact"),
    ("The market reached 1961 One hundred million yuan.", "1961 One hundred million yuan", "money", "196100000000", "CNY", "exact"),
    ("It has more than 11 Ten thousand doctors.", "more than 11 Ten thousand doctors", "count", "110000", "doctor", "over"),
    ("Spending was nearly 60 billion yuan.", "nearly 60 billion yuan", "money", "60000000000", "CNY", "nearly"),
    ("It raised HK$5bn.", "HK$5bn", "money", "5000000000", "HKD", "exact"),
    ("It covers 2700+ hospitals.", "2700+ hospitals", "count", "2700", "hospital", "over"),
    (
        "Between $26 million to $31 million was lost.",
        "$26 million to $31 million",
        "money",
        ["26000000", "31000000"],
        "USD",
        "exact",
    ),
    ("Rates rose by 0.5 percentage points.", "0.5 percentage points", "point", "0.5", "point", "exact"),
    ("At least 40 people came.", "At least 40 people", "count", "40", "person", "at_least"),
    ("It took two decades.", "two decades", "duration", "20", "year", "exact"),
    ("历时两个十年。", "两个十年", "duration", "20", "year", "exact"),
    ("Forests took up 1.5 gigatons of carbon.", "1.5 gigatons", "measure", "1500000000", "t", "exact"),
    ("以百倍的价格卖出。", "百倍", "multiple", "100", "multiple", "exact"),
    ("近三年收入稳定。", "三年", "duration", "3", "year", "exact"),
    ("工程历时近三年。", "近三年", "duration", "3", "year", "nearly"),
    ("五年来一直如此。", "五年", "duration", "5", "year", "exact"),
    ("出土了两块石碑。", "两块", "count", "2", "item", "exact"),
    ("只要两块钱。", "两块钱", "money", "2", "CNY", "exact"),
    ("It is a market with a scale of 100 billion.", "100 billion", "money", "100000000000", None, "about"),
    ("The accumulated amount up to 35 million yuan.", "35 million yuan", "money", "35000000", "CNY", "exact"),
    ("The fee is up to 35 yuan.", "up to 35 yuan", "money", "35", "CNY", "at_most"),
    ("The lake lies 5千米 away.", "5千米", "measure", "5", "km", "exact"),
]


@pytest.mark.parametrize(("text", "words", "kind", "value", "unit", "hedge"), FIGURES)
def test_figures(text, words, kind, value, unit, hedge):
    """A figure has its number, unit and hedge, and the words that carry them."""
    rows = [factcheck.to_row(mention) for mention in factcheck.extract(text)]

    assert [(words, kind, value, unit, hedge)] == [
        (row["text"], row["kind"], row["value"], row["unit"], row["hedge"]) for row in rows
    ]


NO_QUANTITY = [
    "请看 https://example.org/2021/08/1234.html 的说明。",
    "Call 400-820-8820 or write to desk42@example.org.",
    "粤公网安备 44030502002758号",
    "她勇气百倍，付出百倍努力。",
    "Version 1.5.3 runs on 192.168.10.4.",
    "The 2-4-5 plan and 7×24 service use 5G and COVID-19 tests.",
    "统一之后，一些百货公司十分满意，唯一的问题是数字化。",
    '<input id="40y0o"><u id="x9"></u>',
]


@pytest.mark.parametrize("text", NO_QUANTITY)
def test_names_with_digits_are_no_quantities(text):
    """Links, codes, versions, licence numbers and idioms state no quantity."""
    assert [] == [mention.text for mention in factcheck.extract(text) if mention.quantity is not None]


def assert_no_digit_lost(text):
    prepared = prepare(factcheck.Document(text))
    found = find_mentions(prepared)
    spans = [mention.number for mention in found.mentions] + [mask.span for mask in found.masks]
    for match in re.finditer("[0-9０-９]", text):
        holders = sum(span.start <= match.start() < span.end for span in spans)
        assert holders == 1, (match.start(), text)


PIECES = st.sampled_from(
    ["1090,000", "3.5", "万", "亿", "元", "%", "约", "超过", "more than", " million", "-", "~", "至", "第", "年", "月", "日", "2021", "12", "0",
     "5G", "COVID-19", "http://a.b/1", "（", "）", "(", ")", "，", "。", ", ", ". ", "\n", "$", "US$", " people", "人", "家", "/", ":", "65438+0",
     "year", "June ", "30th", "半", "几", "三四", "百分之", "１２", "一", "x", "<b1>", "`8`", "to ", "from "]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_digit_is_lost_in_made_text(text):
    """Every digit stands in exactly one mention or one named mask."""
    assert_no_digit_lost(text)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="0123456789.,+-~/:%$€万亿元年月日第半 \nabckm六、（）", max_size=40))
def test_no_digit_is_lost_in_any_text(text):
    """Also where nothing makes sense."""
    assert_no_digit_lost(text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The ticket cost 9 pounds.", "GBP"),
        ("The parcel weighed 9 pounds.", "pound"),
        ("They ate 9 pounds of cherries.", "pound"),
        ("They had 9 pounds left.", None),
        ("a debt of 9 million pounds", "GBP"),
    ],
)
def test_pounds_are_money_or_weight_by_the_words_beside_them(text, unit):
    """The clause tells the currency from the weight; where it does not, the unit is unknown."""
    (mention,) = factcheck.extract(text)

    assert mention.unit == unit


def test_bounds_joined_by_and_belong_to_their_own_numbers():
    """Above the first, below the second."""
    assert [(mention.number_text, mention.hedge) for mention in factcheck.extract("above 1,200 and below 1,500")] == [
        ("1,200", "over"),
        ("1,500", "under"),
    ]
