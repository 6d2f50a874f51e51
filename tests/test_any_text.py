"""Any text can be checked: nothing raises, no check fails, and every row is made."""

from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck

MARKS = "0123456789０５.,，、。%％￥$€£+-–—~～:：;；()（）[]《》\n\r\t \u3000\xa0\u200b\u2028\x00\ud800😀²½①"
HAN = "〇零一二两三十百千万亿兆年月日元人个家第约超近至到由从增降倍番成折分之点半几多余"
WORDS = [
    "million", "billion", "more than", "June", "30th", "2021", "65438+0", "first half", "of the", "from", "to", "yuan", "US$", "percent", "people",
    "year", "up", "down", "total", "each", "average", "aged", "born", "died", "http://a.b", "<b>", "`x", "kloc-0", "×10", "10^6", "1.2.3", "1-2-3",
    "同比", "增长", "减少", "其中", "合计", "分别为", "人民币", "个百分点", "毛利率", "营收", "截至", "目前", "Q3", "三季报", "\r\n",
]  # fmt: skip
PIECES = st.sampled_from([*MARKS, *HAN, *WORDS])


def assert_checked(text):
    report = factcheck.check(factcheck.Document(text))
    rows = [factcheck.to_row(thing) for thing in (*report.findings, *report.claims, *factcheck.extract(text))]

    assert report.failures == ()
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_made_text(text):
    """Numbers, words and marks in any order."""
    assert_checked(text)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(categories=None), max_size=60))
def test_any_characters(text):
    """Any code points, half of a surrogate pair included."""
    assert_checked(text)
