"""Dates and periods where they stand: values as EDTF, hedges, ranges, what is left to be a count, and what they mean to a document."""

import datetime
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.periods import PeriodFigure, document_date, find_periods, resolve
from factcheck.lexicon import fold
from factcheck.period import Period, Relative

SHARED = Path(__file__).resolve().parents[3] / "shared"


def values(text: str) -> list[str]:
    """The values of a text's dates, in reading order."""
    return [figure.period.edtf for figure in find_periods(fold(text))]


def words(text: str) -> list[tuple[str, str]]:
    """The words of a text's dates and of their numbers."""
    return [
        (text[figure.span.start : figure.span.end], text[figure.number.start : figure.number.end])
        for figure in find_periods(fold(text))
    ]


CHINESE = [
    ("合同签于2021年6月30日", "2021-06-30"),
    ("合同簽於２０２１年６月３０日", "2021-06-30"),
    ("2021 年 6 月 30 日", "2021-06-30"),
    ("2019年6月成立", "2019-06"),
    ("2020年2月份开通", "2020-02"),
    ("于5月15日举行", "XXXX-05-15"),
    ("12月30號", "XXXX-12-30"),
    ("二〇二一年三月二十一日", "2021-03-21"),
    ("二零二一年", "2021"),
    ("零八年北京奥运", "XX08"),
    ("98年5月", "XX98-05"),
    ("民國111年5月", "2022-05"),
    ("民國28年12月和29年5月", "1939-12 1940-05"),
    ("114年度預算", "2025"),
    ("昭和元年", "1926"),
    ("光緒二十四年", "1898"),
    ("乾隆四十七年（1782年）", "1782 1782"),
    ("建安五年（200年）", "0200 0200"),
    ("公元前221年", "-0220"),
    ("公元37年", "0037"),
    ("667年，大军南下", "0667"),
    ("2022年上半年", "2022-01-01/2022-06-30"),
    ("2022上半年", "2022-01-01/2022-06-30"),
    ("2019年下半年", "2019-07-01/2019-12-31"),
    ("去年上半年", "XXXX-01-01/XXXX-06-30"),
    ("一季度", "XXXX-01-01/XXXX-03-31"),
    ("今年第三季度", "XXXX-07-01/XXXX-09-30"),
    ("2022年三季报", "2022-07-01/2022-09-30"),
    ("2022年Q3", "2022-07-01/2022-09-30"),
    ("2022年半年报", "2022-01-01/2022-06-30"),
    ("前三季度", "XXXX-01-01/XXXX-09-30"),
    ("今年前9个月", "XXXX-01-01/XXXX-09-30"),
    ("2022年1—9月", "2022-01/2022-09"),
    ("2022财年", "2022"),
    ("2022年财年", "2022"),
    ("2020/21赛季", "2020/2021"),
    ("2013至2014年度", "2013/2014"),
    ("从2002年-2010年间", "2002/2010"),
    ("2010-2016年间", "2010/2016"),
    ("2013—2019年", "2013/2019"),
    ("1982-91年", "1982/1991"),
    ("2019年12月至2020年3月", "2019-12/2020-03"),
    ("2019年12月30日至3月5日", "2019-12-30/2020-03-05"),
    ("2月13-16日", "XXXX-02-13/XXXX-02-16"),
    ("10月3日至5日", "XXXX-10-03/XXXX-10-05"),
    ("1月20日到1月底", "XXXX-01-20/XXXX-01-31"),
    ("2016年之后", "2016/.."),
    ("自1998年起", "1998/.."),
    ("2030年前", "../2030"),
    ("2003、2005及2007年", "2003 2005 2007"),
    ("10月16及17日", "XXXX-10-16 XXXX-10-17"),
    ("1990年代", "199X"),
    ("90年代初", "XX9X"),
    ("20世纪90年代", "199X"),
    ("二十世紀八十年代", "198X"),
    ("1960至70年代", "196X/197X"),
    ("20世纪初", "19XX"),
    ("19世纪下半叶", "1851/1900"),
    ("15日，公司公告", "XXXX-XX-15"),
    ("本月15日", "XXXX-XX-15"),
    ("农历八月十五", "XXXX"),
    ("2022年9月30日上午9时30分", "2022-09-30T09:30"),
    ("下午3点半", "T15:30"),
    ("截至2022年9月30日止六个月", "2022-09-30"),
    ("较2021年底增加", "2021-12-31"),
    ("2019年底成立", "2019-12"),
    ("2022数字医疗论坛", "2022"),
    ("《行业报告（2021）》", "2021"),
    ("2月30日", "XXXX-02-30"),
    ("13月5日", "XXXX-13-05"),
    ("2021年夏季奥运会", "2021"),
    ("2021年中之前", "../2021-06"),
    ("3月5日零时9分9秒", "XXXX-03-05T00:09:09"),
    ("2021年春节", "2021"),
    ("2021年终于完工", "2021"),
    ("2021年底特律破产", "2021"),
    ("2021年尾气排放", "2021"),
    ("2021年末代皇帝", "2021"),
    ("2021年中山市农业", "2021"),
    ("2021年中，公司扩产", "2021-06"),
    ("早上7点半", "T07:30"),
    ("中午一点钟", "T13:00"),
    ("三年前三季度", "XXXX-01-01/XXXX-09-30"),
]

ENGLISH = [
    ("June 30th, 2021", "2021-06-30"),
    ("30 June 2021", "2021-06-30"),
    ("the 30th of June, 2021", "2021-06-30"),
    ("in May 2013", "2013-05"),
    ("October 8, 2015", "2015-10-08"),
    ("8 October 2015", "2015-10-08"),
    ("Oct. 8th", "XXXX-10-08"),
    ("In May, the group sold it", "XXXX-05"),
    ("on Monday 3 May", "XXXX-05-03"),
    ("March 15-20, 2021", "2021-03-15/2021-03-20"),
    ("15-20 March 2021", "2021-03-15/2021-03-20"),
    ("March 15 – April 2, 2021", "2021-03-15/2021-04-02"),
    ("May-June 2020", "2020-05/2020-06"),
    ("from June 2020 to May 2021", "2020-06/2021-05"),
    ("from 2009 to 2013", "2009/2013"),
    ("between 1998 and 2004", "1998/2004"),
    ("the years 2013 to 2009", "2013/2009"),
    ("the 2020/21 season", "2020/2021"),
    ("since 1998", "1998/.."),
    ("before 2010", "../2010"),
    ("first half of 2021", "2021-01-01/2021-06-30"),
    ("the first half of last year", "XXXX-01-01/XXXX-06-30"),
    ("third quarter of 2022", "2022-07-01/2022-09-30"),
    ("third-quarter revenue", "XXXX-07-01/XXXX-09-30"),
    ("second and third quarters of 2022", "2022-04-01/2022-09-30"),
    ("first nine months of 2022", "2022-01-01/2022-09-30"),
    ("Q3 2022", "2022-07-01/2022-09-30"),
    ("3Q22", "2022-07-01/2022-09-30"),
    ("H1 2022", "2022-01-01/2022-06-30"),
    ("fiscal year 2022", "2022"),
    ("FY2021/22", "2021/2022"),
    ("fourth fiscal quarter of 2022", "2022"),
    ("the 20th century", "19XX"),
    ("the 1990s", "199X"),
    ("the '90s", "XX9X"),
    ("221 BC", "-0220"),
    ("AD 79", "0079"),
    ("by the end of June 2021", "2021-06-30"),
    ("in 2015, sales", "2015"),
    ("the 2014 report", "2014"),
    ("World Cup 2014", "2014"),
    ("(1997–2005)", "1997/2005"),
    ("fiscal 2019, 2018 and 2017", "2019 2018 2017"),
    ("29 Feb 2023", "2023-02-29"),
    ("at 8:02 a.m.", "T08:02"),
    ("21:00-21:54", "T21:00/T21:54"),
    ("2021-08-26 06:29:45", "2021-08-26T06:29:45"),
    ("2022/9/30", "2022-09-30"),
    ("30/9/2022", "2022-09-30"),
    ("03/04/2021", "2021"),
]

WORD_FOR_WORD = [
    ("2020 year 8 month", "2020-08"),
    ("2020 year 8 month 20 day", "2020-08-20"),
    ("8 month 20 day", "XXXX-08-20"),
    ("prominent ,2019 year 65 The share", "2019"),
    ("By 2020 end of the year", "2020-12-31"),
    ("2022 In the first half of the year", "2022-01-01/2022-06-30"),
    ("large ,2020 In, the scale", "2020"),
    ("poor ,2019 There are few", "2019"),
    ("《 2020 White paper", "2020"),
]

NO_DATES = [
    "17年的经验", "3年", "500年的历史", "2000年来", "3个月", "三四年", "15日后", "每1日平均", "第三季", "9号线", "1900多个家庭", "2600名工人",
    "上半场", "年产2000万台", "1000年间", "exceed 2700", "2000 people", "of 2000 people", "in 1500 cases", "rose to 1950", "increased by 1950",
    "fell from 2013 to 1985", "first half of the match", "may 15 people join", "up to 8 may join", "three years", "GB 2760-2014", "3:15",
    "phone 2021-3345", "2-4-5", "9/11", "version 2.0.2021",
    "早一点回家", "晚上一点也不困", "下午三点建议", "三点意见", "多达5000年前", "that summer 2000 people came", "Q5", "第五季度", "a 9m wall", "walls of '5",
    "it weighed 1900, 1950 and 1970 grams", "上周末", "前三年",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*CHINESE, *ENGLISH, *WORD_FOR_WORD])
def test_dates_are_read_as_written(text: str, expected: str) -> None:
    """Each date has the precision at which it is written, and what is not written stays open."""
    assert expected.split() == values(text)


@pytest.mark.parametrize("text", NO_DATES)
def test_lengths_and_counts_are_left_alone(text: str) -> None:
    """A length of time, a count, a score or a code is no date."""
    assert [] == values(text)


@pytest.mark.parametrize(
    ("text", "span", "number"),
    [
        ("体检在2000年前后出现", "2000年前后", "2000年"),
        ("今年5月初", "今年5月初", "5月初"),
        ("2016年之后", "2016年之后", "2016年"),
        ("2010-2016年间", "2010-2016年间", "2010-2016年"),
        ("大概在2017年底", "大概在2017年底", "2017年底"),
        ("2020年2月份", "2020年2月份", "2020年2月"),
        ("民国36年6月", "民国36年6月", "36年6月"),
        ("around 2010, he", "around 2010", "2010"),
        ("since October 8, 2015", "since October 8, 2015", "October 8, 2015"),
        ("the first half of this year", "first half of this year", "first half"),
        ("By 2020 end of the year", "2020 end of the year", "2020"),
    ],
)
def test_the_words_of_a_date_and_its_number(text: str, span: str, number: str) -> None:
    """The span holds the words that change a date's meaning, the number reaches from its first digit to its last."""
    assert [(span, number)] == words(text)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("2000年前后", "about"),
        ("今年5月初", "about"),
        ("8月中旬", "about"),
        ("2019年底", "about"),
        ("截至2019年底", "exact"),
        ("约2000年", "about"),
        ("20世纪末", "about"),
        ("circa 1890", "about"),
        ("early 2020", "about"),
        ("mid-1990s", "about"),
        ("at the end of June", "about"),
        ("by the end of June", "exact"),
        ("2019年6月", "exact"),
    ],
)
def test_hedges(text: str, hedge: str) -> None:
    """Early, late and round-about are hedges; an end at which something is counted is exact."""
    assert [hedge] == [figure.hedge for figure in find_periods(fold(text))]


def test_kinds() -> None:
    """What covers a stretch is a period, what dates an event a date."""
    kinds = [figure.kind for figure in find_periods(fold("2022年上半年，2022年9月30日，2010-2016年间，2019年6月，2020年"))]

    assert ["period", "date", "period", "date", "period"] == kinds


def test_impossible_dates_are_found_with_the_fact_they_run_against() -> None:
    """A date that no calendar has is not lost: it is kept as written and says why."""
    figures = find_periods(fold("于2023年2月30日签署；signed on April 31, 2019"))

    assert ["2023-02-30", "2019-04-31"] == [figure.period.edtf for figure in figures]
    assert ["February 2023 has 28 days", "April has 30 days"] == [figure.impossible for figure in figures]


def test_words_without_a_number_are_found_when_asked_for() -> None:
    """去年 and "a year earlier" place other figures in time, but are no figures themselves."""
    text = fold("去年营收下降，上年同期为90亿元。 Sales rose last year from $2m a year earlier.")

    assert [] == find_periods(text)
    assert [
        Relative("year", -1), Relative("year", -1, "same"), Relative("year", -1), Relative("year", -1, "same"),
    ] == [figure.relative for figure in find_periods(text, words=True)]  # fmt: skip


def resolved(text: str, published: datetime.date | None) -> list[str | None]:
    """What the dates of a text are resolved to."""
    figures = resolve(find_periods(fold(text), words=True), published=published)
    return [figure.resolved.edtf if figure.resolved else None for figure in figures]


NOVEMBER = datetime.date(2022, 11, 30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8月20日", "2022-08-20"),
        ("12月20日", "2021-12-20"),
        ("将于12月20日举行", "2022-12-20"),
        ("will open on 20 December", "2022-12-20"),
        ("今年上半年", "2022-01-01/2022-06-30"),
        ("去年", "2021"),
        ("last year", "2021"),
        ("the first half of last year", "2021-01-01/2021-06-30"),
        ("去年底", "2021-12"),
        ("上月", "2022-10"),
        ("本月15日", "2022-11-15"),
        ("15日，公司公告", "2022-11-15"),
        ("上季度", "2022-07/2022-09"),
        ("昨日", "2022-11-29"),
        ("上世纪90年代", "199X"),
        ("98年5月", "1998-05"),
        ("零八年", "2008"),
        ("第三季度", "2022-07-01/2022-09-30"),
        ("12月30日至3月30日", "2021-12-30/2022-03-30"),
    ],
)
def test_relative_and_yearless_dates_by_the_date_of_the_document(text: str, expected: str) -> None:
    """The nearest such date not later than the publication, unless the words speak of the future."""
    assert [expected] == resolved(text, NOVEMBER)


def test_without_a_date_of_the_document_no_year_is_guessed() -> None:
    """去年 of an undated text is of an unknown year, but not that of 今年; a date without a year says nothing of its year."""
    figures = resolve(
        find_periods(fold("去年增长。今年上半年下降，4月回升。去年底停产。昨日复产。2月8日发布。"), words=True), published=None
    )

    assert [
        Period("XXXX", relative=Relative("year", -1)),
        Period("XXXX-01-01/XXXX-06-30", relative=Relative("year", 0)),
        Period("XXXX-04", relative=Relative("year", 0)),
        Period("XXXX-12", relative=Relative("year", -1)),
        Period("XXXX-XX-XX", relative=Relative("day", -1)),
        None,
    ] == [figure.resolved for figure in figures]


def test_the_year_before_an_unknown_year() -> None:
    """上年同期 and 次年 beside 今年 are as far from the day of writing as the words say."""
    figures = resolve(find_periods(fold("今年上半年为90亿元，上年同期为80亿元。去年动工，次年完工。"), words=True), published=None)

    assert [0, -1, -1, 0] == [figure.resolved.relative.offset for figure in figures if figure.resolved and figure.resolved.relative]


def test_dates_by_the_one_spoken_of_before() -> None:
    """同年, "a year earlier" and a month in the same sentence hang on the last year that was named."""
    assert [None, "2020-10", "2021"] == resolved("2020年5月开工，同年10月停工，次年复工。", NOVEMBER)
    assert [None, "2021-07-01/2021-09-30"] == resolved("2022年三季度营收为100亿元，上年同期为90亿元。", None)
    assert [None, "2019-04"] == resolved("2019年3月开店，4月闭店。", NOVEMBER)
    assert [None, "2022-04"] == resolved("2019年3月开店。4月闭店。", NOVEMBER)


def test_resolving_keeps_what_is_written() -> None:
    """The written value stays; the resolved one stands beside it and is marked."""
    (figure,) = resolve(find_periods(fold("8月20日")), published=NOVEMBER)

    assert figure.period.edtf == "XXXX-08-20"
    assert figure.resolved is not None
    assert figure.resolved.inferred


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("标题\n\n2022-11-30 09:40\n作者\n\n正文写道，2019年6月1日成立。", "2022-11-30"),
        ("A title\n\n2021-08-26 06:29:45 Anna Lee\n\nBody of 2019-01-01.", "2021-08-26"),
        ("Title\nPublished: June 3, 2021\nOn May 1, 2020 it rained for the whole of the day, and then some.", "2021-06-03"),
        ("标题\n来源：某报 2022年5月3日 作者：某人\n正文", "2022-05-03"),
        ("The bridge was opened on June 3, 2021 by the mayor and his wife, who had come a long way for it.", None),
        ("2021年\n正文", None),
        ("没有日期的正文。", None),
    ],
)
def test_the_date_line_of_a_document(text: str, date: str | None) -> None:
    """A full date on a line of its own, or with the words of a byline, near the top."""
    folded = fold(text)
    found = document_date(folded, find_periods(folded))

    assert date == (found.edtf if found else None)


PIECES = st.sampled_from(
    [*"0123456789年月日号季半上下前后至到-–~、,，。.()（） 一二三十廿〇世纪代初底中约时:/第", "2021", "今年", "上年同期", "民国", "june", "may ",
     "first half", " of ", "the ", " year", "q3", "bc", "1990s", " to ", " and ", "end of ", "a.m.", "month", "公元前", "in ",
     "上周五", "春季", "财年", "北京时间", "下午", "两点半", "本世纪", "三年前",
     "fy", "fiscal ", "summer of ", " ago", "9m", "止六个月", "year ended ", "/", "'21"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=24).map("".join))
def test_any_text_is_read(text: str) -> None:
    """Whatever the text, dates stand in order without overlap, with their number inside, and resolve without failing."""
    folded = fold(text)
    figures = resolve(find_periods(folded, words=True), published=NOVEMBER)
    document_date(folded, figures)

    end = 0
    for figure in figures:
        assert figure.span.start >= end
        assert figure.span.contains(figure.number)
        assert len(figure.number) > 0
        end = figure.span.end


def test_reading_is_linear() -> None:
    """Four times the text takes about four times as long, also where it is nothing but the beginnings of dates."""
    for piece in ("2021、", "1月、", "5月", "上半年", "first half ", "in 2015 "):
        short, long = (min(_seconds(piece * (size // len(piece))) for _ in range(3)) for size in (2_000, 8_000))
        assert long < 8 * short + 0.01, piece


def _seconds(text: str) -> float:
    started = time.process_time()
    find_periods(text)
    return time.process_time() - started


def _overlaps(figure: PeriodFigure, row: dict[str, int]) -> bool:
    return figure.number.start < row["num_end"] and row["num_start"] < figure.number.end


@pytest.mark.skipif(not SHARED.exists(), reason="the annotated articles are not at hand")
def test_annotated_articles() -> None:
    """Every date that was annotated by hand is found with its value."""
    rows = [
        json.loads(line) for line in (SHARED / "data" / "mentions_001_003.jsonl").read_text(encoding="utf-8").splitlines() if line
    ]
    for name in {row["doc"] for row in rows}:
        folded = fold((SHARED / "seeds" / name).read_bytes().decode("utf-8"))
        figures = find_periods(folded)
        for row in rows:
            if row["doc"] == name and row["kind"] in ("date", "period"):
                assert [row["value"]] == [figure.period.edtf for figure in figures if _overlaps(figure, row)], row["surface"]
