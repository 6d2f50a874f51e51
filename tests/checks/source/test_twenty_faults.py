"""A draft about a firm that does not exist, with its release in the other language: twenty planted faults, and the corrected twin."""

from __future__ import annotations

import pytest

from factcheck import Document, Report, check

SOURCE = """青禾乳业公布2023年业绩

全年营收为86.4亿元，比2022年的72.0亿元增长20.0%；净利润为5.3亿元，毛利率为31.5%。

截至2022年底，公司有员工4200人；截至2023年12月31日，公司有员工5100人，其中技术人员1530人。

全年加工鲜奶128万吨，自有牧场37座，存栏奶牛18.64万头。乳粉出口额下降8.7%，至2.45亿美元。

公司在6个省建有14家工厂，最大的一家占地23.5公顷，日处理鲜奶1260吨。新工厂投资不低于9.8亿元，将于2025年6月18日投产。

应用注册用户达到640万，近三成用户每周下单。市场份额提高1.6个百分点，达到12.4%。

董事长说：“我们要用10年时间，把巴氏奶的销量提高到300万吨。”
"""

DRAFT = """Qinghe Dairy reports on 2023

Revenue came to 8.64 billion yuan, up 20.0% from 7.20 billion yuan in 2022. Net profit was 530 million yuan, and the gross margin was 31.5%.

At the end of 2022, the company had 4,200 employees; on 31 December 2023, the company had 5,100 employees, 1,530 of them technicians, or 30% of the staff.

It processed 1.28 million tonnes of milk and has 37 farms of its own with 186,000 cows. Exports of milk powder fell 8.7% to $245 million.

It has 14 plants in six provinces; the largest covers 23.5 hectares and takes in 1,260 tonnes of milk a day. A new plant will cost at least 980 million yuan
and start up on 18 June 2025.

The app has 6.4 million registered users. Nearly 30% of users place an order every week. Market share rose by 1.6 percentage points to 12.4%.

"We want to raise sales of pasteurised milk to 3 million tonnes within 10 years," the chairman said.
"""

# What is changed in the draft, what stands there then, and the checks of which one has to find it.
FAULTS = [
    ("two digits swapped", "8.64 billion", "8.46 billion", "source/contradicted"),
    ("亿 taken for a billion", "8.64 billion", "86.4 billion", "source/scale-slipped"),
    ("万 taken for a thousand", "1.28 million tonnes", "128,000 tonnes", "source/scale-slipped"),
    ("wrong currency", "$245 million", "245 million yuan", "source/unit-changed"),
    ("wrong derived rate", "30% of the staff", "36% of the staff", "source/not-found"),
    ("wrong growth", "up 20.0%", "up 25.0%", "source/contradicted"),
    ("stale", "on 31 December 2023, the company had 5,100", "on 31 December 2023, the company had 4,200", "source/other-time"),
    ("wrong year", "in 2022. Net", "in 2021. Net", "source/contradicted"),
    ("wrong day", "18 June 2025", "16 June 2025", "source/contradicted"),
    ("wrong month", "18 June 2025", "18 July 2025", "source/contradicted"),
    ("wrong scope", "registered users", "active users", "source/other-matter"),
    ("wrong measure", "Net profit was 530", "Revenue was 530", "source/other-matter"),
    ("rounded wrongly", "186,000 cows", "187,000 cows", "source/rounded-wrongly"),
    ("percent for points", "1.6 percentage points", "1.6%", "source/unit-changed"),
    ("wrong direction", "fell 8.7%", "rose 8.7%", "source/direction-changed"),
    ("hedge turned round", "Nearly 30%", "More than 30%", "source/hedge-changed"),
    ("wrong unit", "23.5 hectares", "23.5 acres", "source/unit-changed"),
    ("made up", "37 farms of its own", "37 farms of its own, 11,500 goats", "source/not-found"),
    ("misquote", "3 million tonnes within 10 years", "3 million tonnes within 15 years", "source/contradicted"),
    ("wrong share", "to 12.4%", "to 14.2%", "source/contradicted"),
]


def report(draft: str) -> Report:
    """What all checks say of a draft against its source."""
    return check(Document(draft, name="draft.md"), sources=[Document(SOURCE, name="release.md")])


def test_the_corrected_twin_is_silent():
    """The faithful draft has no finding at all."""
    assert [] == [(found.check, found.text, found.message) for found in report(DRAFT).findings]


@pytest.mark.parametrize(("old", "new", "name"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_each_fault_is_found_alone(old, new, name):
    """One fault in the draft is found by the check that names it, loudly."""
    assert 1 == DRAFT.count(old)
    loud = [found for found in report(DRAFT.replace(old, new)).findings if found.level != "note"]

    assert name in {found.check for found in loud}, [(found.check, found.text, found.message) for found in loud]


def test_all_faults_are_found_together():
    """With every fault that can stand beside the others in one draft, each changed stretch has a finding on it."""
    draft, places = DRAFT, []
    for _, old, new, _ in FAULTS:
        if old in draft and all(abs(draft.index(old) - start) > len(new) for start, _ in places):
            at = draft.index(old)
            draft = draft.replace(old, new)
            places = [
                (start + (len(new) - len(old)) * (start > at), end + (len(new) - len(old)) * (start > at)) for start, end in places
            ]
            places.append((at, at + len(new)))
    loud = [found for found in report(draft).findings if found.level != "note"]
    missed = [draft[start:end] for start, end in places if not any(f.span.start < end and start < f.span.end for f in loud)]

    assert len(places) >= 14
    assert [] == missed
