"""Two articles on a firm that does not exist, in Chinese and in English, against its ledger: planted faults, and the corrected twins."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Ledger, Report, check
from factcheck.read import read_bytes

HEAD = """subject = "Skylark Mobility"
aliases = ["云雀出行", "雲雀出行", "Skylark"]

[[source]]
id = "annual-2023"
title = "2023年年度报告"
publisher = "云雀出行"
published = 2024-03-28

[[source]]
id = "interview"
title = "The long way to breaking even"
publisher = "Transit Weekly"
published = 2024-04-11
"""
YEAR, LAST_YEAR = 'period = "2023"', 'period = "2022"'
END, LAST_END = 'as_of = "2023-12-31"', 'as_of = "2022-12-31"'
CLAIMS = [
    ("revenue", YEAR, "level", "38.6亿元", "annual-2023", "全年营业收入38.6亿元"),
    ("revenue", LAST_YEAR, "level", "31.2亿元", "annual-2023", "上年营业收入31.2亿元"),
    ("revenue", f'{YEAR}\nagainst = "year_on_year"', "change", "23.7%", "annual-2023", "营业收入同比增长23.7%"),
    ("net_loss", YEAR, "level", "2.14亿元", "annual-2023", "净亏损收窄至2.14亿元"),
    ("net_loss", LAST_YEAR, "level", "4.9亿元", "annual-2023", "上年净亏损4.9亿元"),
    ("gross_margin", YEAR, "level", "18.4%", "annual-2023", "毛利率为18.4%"),
    ("rnd_expense", YEAR, "level", "5.27亿元", "annual-2023", "研发费用5.27亿元"),
    ("orders", YEAR, "level", "12.7亿单", "annual-2023", "全年完成订单12.7亿单"),
    ("registered_users", END, "level", "超过9600万人", "annual-2023", "注册用户超过9600万人"),
    ("monthly_active_users", YEAR, "level", "2350万人", "annual-2023", "月活跃用户2350万人"),
    ("employees", END, "level", "3,480人", "annual-2023", "员工3,480人"),
    ("employees", LAST_END, "level", "3,105人", "annual-2023", "上年末员工3,105人"),
    ("cities", END, "level", "142个城市", "annual-2023", "业务覆盖142个城市"),
    ("market_share", YEAR, "level", "about 17.5 percent", "interview", "its market share is about 17.5 percent"),
    (
        "drivers",
        END,
        "level",
        "410,000 drivers",
        "interview",
        "We did not ask our 410,000 drivers to work longer hours, we asked the software to waste fewer of them",
    ),
]
CHINESE = """云雀出行：亏损收窄过半

2024年4月15日

云雀出行公布的年报显示，2023年公司营业收入为38.6亿元，同比增长23.7%；2022年营业收入为31.2亿元。

2023年，云雀出行净亏损2.14亿元，比2022年的4.9亿元收窄56.3%。2023年毛利率为18.4%，研发费用为5.27亿元。

截至2023年12月31日，云雀出行注册用户超过9600万人，业务覆盖142个城市，员工3480人；2022年底，云雀出行有员工3105人。

2023年，云雀出行月活跃用户为2350万人，全年订单达12.7亿单，市场份额约为17.5%。
"""
ENGLISH = """Skylark Mobility halves its loss

15 April 2024

Skylark Mobility's revenue was 3.86 billion yuan in 2023, up 23.7 percent from a year earlier. In 2022, its revenue was 3.12 billion yuan.

In 2023, Skylark Mobility's net loss was 214 million yuan. Its gross margin was 18.4 percent in 2023, and Skylark Mobility spent 527 million yuan on
research and development in 2023.

As of 31 December 2023, Skylark Mobility had more than 96 million registered users and 3,480 employees, and operated in 142 cities. At the end of 2022,
Skylark Mobility had 3,105 employees.

In 2023, Skylark Mobility had 23.5 million monthly active users and a market share of about 17.5 percent.

"We did not ask our 410,000 drivers to work longer hours, we asked the software to waste fewer of them," the chief executive told Transit Weekly.
"""
# Each fault by its name: what is changed in the article, and what stands there then.
CHINESE_FAULTS = {
    "digits swapped": ("营业收入为38.6亿元", "营业收入为36.8亿元"),
    "亿 for 万": ("超过9600万人", "超过9600亿人"),
    "万 for 亿": ("5.27亿元", "5.27万元"),
    "wrong currency": ("净亏损2.14亿元", "净亏损2.14亿美元"),
    "wrong period": ("2022年营业收入为31.2亿元", "2021年营业收入为31.2亿元"),
    "wrong growth": ("同比增长23.7%", "同比增长32.7%"),
    "wrong derived rate": ("收窄56.3%", "收窄46.3%"),
    "stale": ("员工3480人；", "员工3105人；"),
    "dropped hedge": ("注册用户超过9600万人", "注册用户9600万人"),
    "sharpened hedge": ("注册用户超过9600万人", "注册用户近9600万人"),
    "threshold": ("注册用户超过9600万人", "注册用户超过1亿人"),
    "wrong scope": ("月活跃用户为2350万人", "日活跃用户为2350万人"),
    "percent for points": ("毛利率为18.4%", "毛利率为18.4个百分点"),
    "wrong unit": ("12.7亿单", "12.7亿元"),
    "wrong place of the point": ("毛利率为18.4%", "毛利率为1.84%"),
    "loss for profit": ("云雀出行净亏损2.14亿元", "云雀出行净利润2.14亿元"),
    "traditional script": ("业务覆盖142个城市", "業務覆蓋124個城市"),
    "numerals in words": ("业务覆盖142个城市", "业务覆盖一百二十四个城市"),
}
ENGLISH_FAULTS = {
    "亿 taken for a billion": ("3.86 billion yuan", "38.6 billion yuan"),
    "wrong currency": ("was 214 million yuan", "was $214 million"),
    "wrong year": ("In 2022, its revenue", "In 2021, its revenue"),
    "wrong direction": ("up 23.7 percent", "down 23.7 percent"),
    "wrong growth": ("up 23.7 percent", "up 27.3 percent"),
    "net loss for revenue": ("net loss was 214", "revenue was 214"),
    "profit for loss": ("net loss was 214", "net profit was 214"),
    "dropped hedge": ("more than 96 million registered", "96 million registered"),
    "hedge turned round": ("more than 96 million registered", "nearly 96 million registered"),
    "threshold": ("more than 96 million registered", "more than 100 million registered"),
    "wrong scope": ("96 million registered users", "96 million active users"),
    "stale": ("3,480 employees", "3,105 employees"),
    "percent for points": ("about 17.5 percent", "about 17.5 percentage points"),
    "sharpened": ("about 17.5 percent", "more than 17.5 percent"),
    "misquote": ("our 410,000 drivers", "our 140,000 drivers"),
    "misquote in words": ("our 410,000 drivers", "our four hundred thousand drivers"),
    "million for 万": ("23.5 million monthly", "2.35 million monthly"),
}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """The ledger of the firm."""
    entries = [
        f'\n[[claim]]\nid = "{number}-{measure}"\nmeasure = "{measure}"\n{when}\nrole = "{role}"\namount = "{amount}"\n'
        f'source = "{source}"\nquote = "{quote}"\n'
        for number, (measure, when, role, amount, source, quote) in enumerate(CLAIMS)
    ]
    (tmp_path / "skylark.toml").write_text(HEAD + "".join(entries), encoding="utf-8")
    return Ledger.load(tmp_path / "skylark.toml")


def report(article: str, ledger: Ledger) -> Report:
    """What all checks say of an article, read as a file is."""
    return check(read_bytes(article.encode(), name="article.md"), ledger=ledger)


@pytest.mark.parametrize("article", [CHINESE, ENGLISH], ids=["Chinese", "English"])
def test_the_corrected_twins_are_silent(article: str, ledger: Ledger) -> None:
    """The faithful article has no finding at all."""
    assert [] == [(found.check, found.text, found.message) for found in report(article, ledger).findings]


@pytest.mark.parametrize(
    ("article", "old", "new"),
    [
        (article, *change)
        for article, faults in ((CHINESE, CHINESE_FAULTS), (ENGLISH, ENGLISH_FAULTS))
        for change in faults.values()
    ],
    ids=[*CHINESE_FAULTS, *ENGLISH_FAULTS],
)
def test_each_fault_is_found(article: str, old: str, new: str, ledger: Ledger) -> None:
    """One fault in an article is found in the line where it stands."""
    assert 1 == article.count(old)
    draft = article.replace(old, new)
    line = draft.count("\n", 0, draft.index(new)) + 1
    found = [one for one in report(draft, ledger).findings if one.check != "ledger/unsupported"]

    assert line in {one.document.place(one.span.start).line for one in found}, [(one.check, one.text) for one in found]
