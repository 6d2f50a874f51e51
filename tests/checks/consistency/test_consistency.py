"""Consistency: what the examples of the checks cannot say: levels, evidence, working."""

from __future__ import annotations

import datetime

import pytest

from factcheck import Document, Finding, check


def found(*texts: str | Document, select: str = "consistency", sources: tuple[str, ...] = ()) -> list[Finding]:
    """The findings of one check, or of the family, over documents named d1, d2 …"""
    documents = [
        text if isinstance(text, Document) else Document(text, name=f"d{number}") for number, text in enumerate(texts, start=1)
    ]
    report = check(documents, select=[select], sources=[Document(text, name="source") for text in sources])
    assert () == report.failures
    return list(report.findings)


def test_statements_that_stand_alone_are_an_error() -> None:
    """Both sentences name subject and date, so both cannot be true; both are quoted."""
    (finding,) = found("京东健康2021年营收为306.8亿元。", "2021年，京东健康实现营收326.8亿元。")

    assert "error" == finding.level
    assert ["306.8亿元", "326.8亿元"] == [claim.text for claim in finding.because]
    assert ('"306.8亿元", 2021 (stated) — d1:1', '"326.8亿元", 2021 (stated) — d2:1') == finding.working


def test_a_statement_that_leans_on_its_neighbours_is_a_warning() -> None:
    """The second sentence takes its subject from the first."""
    (finding,) = found("京东健康2021年营收为306.8亿元。2021年营收为326.8亿元。")

    assert "warning" == finding.level


def test_a_scale_slip_shows_both_repairs() -> None:
    """A ratio of a power of ten is named, with what each figure would have to be."""
    (finding,) = found("腾讯2019年营收为3772.9亿元。", "Tencent's revenue in 2019 was 37.729 billion yuan.")

    assert (
        "one is 10 times the other, so a scale may have slipped",
        '"3772.9亿元" would have to be 377.29亿元',
        '"37.729 billion yuan" would have to be 377.29 billion yuan',
    ) == finding.working[2:]


def test_no_finding_stands_on_a_source() -> None:
    """A source is evidence: the draft's statement is the one to look at."""
    (finding,) = found("腾讯2019年营收为3472亿元。", sources=("腾讯2019年营收为3772.9亿元。",))

    assert "d1" == finding.document.name
    assert ["source", "d1"] == [claim.document.name for claim in finding.because]


def test_a_series_with_every_date_is_a_note() -> None:
    """Each statement with its date and source, the latest one marked."""
    (finding,) = found("截至2020年底，腾讯员工为85858人。", "截至2021年底，腾讯员工为112771人。", select="consistency/series")

    assert "note" == finding.level
    assert "112771人" == finding.text
    assert ('"85858人", 2020-12-31 (stated) — d1:1', '"112771人", 2021-12-31 (stated) — d2:1') == finding.working


def test_a_series_says_which_date_would_make_it_agree() -> None:
    """An undated figure of a rising series belongs between its neighbours in size."""
    (finding,) = found(
        "截至2019年底，腾讯员工为62885人。",
        "截至2021年底，腾讯员工为112771人。",
        "腾讯员工为85858人。",
        select="consistency/series",
    )

    assert "warning" == finding.level
    assert '"85858人" would agree if it is after 2019-12-31 and before 2021-12-31' == finding.working[-1]


def test_an_undated_figure_that_a_dated_one_confirms_is_no_warning() -> None:
    """It can be told from a conflict: it is the figure of that date."""
    (finding,) = found(
        "截至2019年底，腾讯员工为62885人。", "截至2020年底，腾讯员工为85858人。", "腾讯员工近8.6万人。", select="consistency/series"
    )

    assert "note" == finding.level


def test_the_date_of_the_document_is_marked() -> None:
    """A level without a date of its own holds when its document was published, and the working says so."""
    undated = Document("腾讯目前有员工112771人。", name="d1", published=datetime.date(2022, 3, 23))
    (finding,) = found(undated, "截至2020年底，腾讯员工为85858人。", select="consistency/series")

    assert "note" == finding.level
    assert '"112771人", 2022-03-23 (the date of the document) — d1:1' == finding.working[0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("截至2020年底，京东集团员工为31万人。京东物流同日公布业绩。", "截至2021年底，京东物流员工为30万人。"),
        ("京东健康上线以来发展很快。京东集团目前的医生数量突破了3万。", "截至2020年底，京东健康入驻医生11万名。"),
    ],
)
def test_an_owner_stands_for_the_part_that_it_is_named_with(first: str, second: str) -> None:
    """Figures of an owner are shown beside those of its part where the text has just named the part."""

    assert [] != found(first, second, select="consistency/series")


def test_an_owner_alone_is_itself() -> None:
    """A group's figure is none of its part's."""

    assert [] == found("截至2020年底，京东集团员工为31万人。", "截至2021年底，京东物流员工为30万人。", select="consistency/series")


@pytest.mark.parametrize(
    "text",
    [
        "该校现有学生1860人。校长说，去年全校1680名学生参加了活动。",
        "该校现有学生1860人，新校区建成后，全校2680名学生将迁入。",
        "该校现有学生1860人。全市1680名学生参加了活动。",
        "The yard employs 2,150 people. All 2,510 people laid off in May were paid.",
        "The yard employs 2,150 people. In 2009 all 2,510 people there were paid.",
        "The yard employs about 2,150 people. All 2,160 people there will be paid.",
    ],
    ids=["last year", "to come", "another whole", "a participle", "another year", "an estimate"],
)
def test_another_whole_is_left_alone(text: str) -> None:
    """Another time, another place, and some of them are no second count."""

    assert [] == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The school has 1,240 pupils. The head said all of the school's 1,420 pupils would get one.",
        "The plant has a workforce of 1,541. Its entire workforce of 1,134 will be kept.",
        "该县现有企业1200家。负责人表示，全县1350家企业都已复工。",
        "该村共有村民1860人。村主任介绍，全村1680人都已搬迁。",
        "學校共有教師1240人，校方稱全校1420名教師均已返崗。",
    ],
)
def test_a_whole_is_taken_up_in_many_ways(text: str) -> None:
    """The noun stands behind the figure or in front of it, and either script will do."""

    assert ["warning"] == [finding.level for finding in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "# 净利润达38亿元\n\n公司商品利润为18亿元。第三季度净利润为20亿元，上年同期为18亿元。",
        "# 净利润增长22%\n\n公司第三季度净利润为18.3亿元，上年同期为15亿元。",
        "# 营收目标200亿元\n\n公司去年营收为136.4亿元。",
        "# Profit to reach 15.6 billion yuan\n\nProfit was 13.64 billion yuan.",
    ],
    ids=["a sum", "a growth", "a target", "a forecast"],
)
def test_a_headline_may_follow_from_the_text(text: str) -> None:
    """Sums and rates of two figures below are found; plans are not facts."""

    assert [] == found(text)


def test_the_first_line_of_plain_text_is_a_headline() -> None:
    """Drafts come without marks too: a short first line, no stop at its end, a blank line behind it."""
    (finding,) = found("京东健康上半年营收突破156亿元\n\n8月20日，京东健康公布业绩。上半年，京东健康营收为136.4亿元。")

    assert ("error", "突破156亿元") == (finding.level, finding.text)
    assert ["突破156亿元", "136.4亿元"] == [claim.text for claim in finding.because]
