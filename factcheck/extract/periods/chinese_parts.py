"""What follows a year in a Chinese date, and what stands alone without one: half-years, quarters, months, days, times of day."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.extract.hanzi import hanzi_value
from factcheck.extract.periods.moment import ZONES, Written, clock_text, half, months, quarter, quarters
from factcheck.lexicon.calendar import alternatives, listed, numbered
from factcheck.pattern import lazy_pattern
from factcheck.quantity import Hedge

SMALL = "十廿卅一二三四五六七八九"
DASH = r"(?:\ ?(?:[-–—~〜−]{1,2}|至|到)\ ?)"
LIST = r"(?:\ ?[、,及和与]\ ?)"
# Between two times of day the day may change: 22点至次日6点.
CLOCK_TO = rf"{DASH}(?:次日|翌日|隔日|第二天)?"

NUMBER = rf"(?:[0-9]{{1,2}}|[{SMALL}]{{1,3}})"
# 年中国 and 月中心 open other words.
NO_EDGE = "国期央心医华东西间级文学考外共端次"
SEASONS = {word: number for word, number in numbered("season").items() if not word.isascii()}
ZONE = alternatives(word for word in ZONES if not word.isascii())
NO_HALF = "场身部叶夜生句截段区程旬月球天圈"
NO_NUMBER = "线楼院店馆车机井门房厅台矿文令"
PARTS_OF_DAY = {
    word: part for part in ("before_dawn", "morning", "noon", "afternoon", "night") for word in listed("part_of_day", part)
}
PART_OF_DAY = tuple(PARTS_OF_DAY)
LONGEST_MONTH = 31

PART = rf"""
    # 上半年, 下半年度
    (?P<half>[上下前后])半年度?
    # 半年报, 中报
  | (?P<interim>半年(?:度报告|报)|中报)
    # 前三季度
  | [前头首](?P<quarters>[二三两23])个?季度?
    # 一、二季度
  | 第?(?P<quarter_list>[一二三四])\ ?季?度?{LIST}第?(?P<quarter_last>[一二三四])\ ?季度
    # 一至三季度
  | 第?(?P<quarter_from>[一二三四1-4])\ ?季?度?{DASH}第?(?P<quarter_to>[一二三四1-4])\ ?季度
    # 第三季度, 三季报, q3
  | (?:第?(?P<quarter>[一二三四1-4])\ ?季[度报]|q(?P<code>[1-4])(?![0-9a-z]))
    # 首季度
  | (?P<first_quarter>首季)度?(?!军)
    # 8月, 8月份, 5、8、11月, 1-9月, 十二月
  | (?P<month_list>(?:[0-9]{{1,2}}\ ?月?{LIST}){{1,6}})?
      (?:(?P<month_from>[0-9]{{1,2}}|[{SMALL}]{{1,2}})\ ?月?份?{DASH})?
      (?P<month>[0-9]{{1,2}}|[{SMALL}]{{1,2}})\ ?月(?![球亮饼光嫂])份?
    """
AFTER_YEAR = lazy_pattern(
    rf"""
    \ ?(?:的|,\ ?)?(?:{PART}
    # 前9个月 only behind a year: alone it may be any nine months
  | [前头首](?P<months>[0-9]{{1,2}}|[{SMALL}]{{1,2}})个?月
    # 第三季业绩, | 第三季 |; 第三季 alone is that of a television series
  | 第?(?P<series>[一二三四1-4])\ ?季(?=\ ?[|<\t]|业绩|合并|每股|税后|归母|财|营|净|盈|收|毛|利|销|产|亏|出口|进口|国内|gdp|同比|环比|经济)
    # 上半, h1
  | (?P<half_short>[上下])半(?![{NO_HALF}])|h(?P<half_code>[12])(?![0-9a-z])
    # 年底, 初
  | 年?(?P<edge>(?:底(?!特|薪|部)|末(?!代|尾|位)|终(?![于身止审点究])|尾(?![气款矿随盘声部]))(?![端期{SMALL}])|(?:初|伊始)(?![{NO_EDGE}级步次选赛试{SMALL}])
        |中(?=[，,。、；）)\s的前后时起至到以召举]|之[前后]|$))
    # 春季, 秋; 春节, 夏令营, 秋瑾 and 夏季奥运会 are none
  | (?P<season>(?:{alternatives(word for word in SEASONS if len(word) == 2)})(?![奥残青世运联赛])|[春夏秋冬](?=[，,。、；）)\n]|$))
    )
    """,
    re.VERBOSE,
)
DAY = lazy_pattern(
    rf"""
    # 9日, 13-16日, 16及17日, 二十一日, 30号; 9号线 and 3日元 are none
    \ ?(?P<day_list>(?:{NUMBER}\ ?[日号]?{LIST}){{1,6}})?
    (?:(?P<day_from>{NUMBER})\ ?[日号]?{DASH})?
    (?P<day>{NUMBER})\ ?(?:日(?![均元圆])|号(?![{NO_NUMBER}]))
    """,
    re.VERBOSE,
)
# 5月初, 5月中旬, 1月底; 初五 counts by the moon
MONTH_EDGE = lazy_pattern(rf"初(?![{SMALL}])|[上中下]旬|中(?![{NO_EDGE}])|月?[底末]")
LISTED = lazy_pattern(rf"(?P<number>[0-9]+|[{SMALL}]+)[ ]?[月日号]?")
CLOCK = lazy_pattern(
    rf"""
    \ ?(?P<when>{alternatives(PART_OF_DAY)})?\ ?(?P<hour>[0-9]{{1,2}}|[{SMALL}零两]{{1,3}})
    (?:
      # 15:00, 9：30, 06:29:45
      [:：](?P<minute>[0-9]{{2}})(?:[:：](?P<second>[0-9]{{2}}))?(?![0-9:：])
      # 9时30分, 3点半, 八点一刻, 三点钟; 三点意见 are three of them, and so they are not read without more words of time
    | \ ?[时点](?![间代期刻段评击名赞心])
      (?:\ ?(?:(?P<half_hour>半(?!年))|整|钟|(?P<quarter_hours>[一三1-3])\ ?刻|(?P<minutes>[0-9]{{1,2}}|[{SMALL}零]{{1,3}})\ ?分(?![之钟])
          (?:\ ?(?P<seconds>[0-9]{{1,2}})\ ?秒)?))?
    )
    """,
    re.VERBOSE,
)


DASHED, TO_CLOCK = lazy_pattern(DASH, re.VERBOSE), lazy_pattern(CLOCK_TO, re.VERBOSE)


class Part(NamedTuple):
    """What was read: the part of the year, where its digits start and end, where its words end.

    `also` are the heads of a list (the 16 in 16及17日), each with the place of its digits.
    """

    first: int
    last: int
    end: int
    written: Written
    stop: Written | None = None
    hedge: Hedge = "exact"
    also: tuple[tuple[int, int, Written], ...] = ()

    @property
    def begin(self) -> int:
        """Where its first digit stands, that of a list included."""
        return self.also[0][0] if self.also else self.first


def small(text: str) -> int | None:
    """A day or month in digits or Chinese numerals: 21, 二十一, 廿一."""
    if text.isdecimal():
        return int(text)
    value = hanzi_value(text)
    return None if value is None else value[0]


def after_year(folded: str, position: int) -> Part | None:
    """The part of a year that stands at a position right behind one; None where none does."""
    match = AFTER_YEAR.match(folded, position)
    return None if match is None else read(folded, match)


def read(folded: str, match: re.Match[str]) -> Part | None:
    """What a match of the pattern of parts says."""
    groups = match.groupdict()
    if groups["month"] is not None:
        return _month(folded, match)
    if groups.get("edge"):
        return _edge(match)
    if groups["quarter_list"] is not None:
        return _quarter_list(match)
    if groups.get("season"):
        return Part(match.start(), match.end(), match.end(), Written(month=SEASONS[groups["season"]]))
    stretch = _stretch(groups)
    if stretch is None:
        return None
    return Part(match.start() + (folded[match.start()] == " "), match.end(), match.end(), Written(stretch=stretch))


def _stretch(groups: dict[str, str | None]) -> tuple[str, str] | None:
    """The days of a half-year, of quarters or of the first months of a year."""
    if groups["quarter_from"] and groups["quarter_to"]:
        return quarter(small(groups["quarter_from"]) or 1)[0], quarter(small(groups["quarter_to"]) or 1)[1]
    if groups["quarters"] is not None:
        return quarters(2 if groups["quarters"] == "两" else small(groups["quarters"]) or 1)
    if groups["first_quarter"] is not None:
        return quarter(1)
    if groups["interim"] is not None:
        return half(1)
    if (which := groups["half"] or groups.get("half_short") or groups.get("half_code")) is not None:
        return half(1 if which in "上前1" else 2)
    if (first := groups.get("months")) is not None:
        count = small(first)
        return months(count) if count is not None and 1 <= count <= 12 else None
    return quarter(small(groups["quarter"] or groups["code"] or groups["series"] or "1") or 1)


def _quarter_list(match: re.Match[str]) -> Part:
    """一、二季度: two quarters, each its own."""
    first, last = (Written(stretch=quarter(small(match[name]) or 1)) for name in ("quarter_list", "quarter_last"))
    place = match.start("quarter_list")
    return Part(match.start("quarter_last"), match.end(), match.end(), last, also=((place, place + 1, first),))


def _edge(match: re.Match[str]) -> Part:
    """年底 is December or nearly so, 年初 January or soon after, 年中 the middle of the year."""
    month = {"初": 1, "伊始": 1, "中": 6}.get(match["edge"], 12)
    return Part(match.start(), match.end(), match.end(), Written(month=month), hedge="about")


def _month(folded: str, match: re.Match[str]) -> Part | None:
    month = small(match["month"])
    if month is None:
        return None
    first = match.start("month_from") if match["month_from"] else match.start("month")
    last = match.end() - match[0].endswith("份")
    since = small(match["month_from"]) if match["month_from"] else None
    also = tuple((place, stop, Written(month=number)) for place, stop, number in _listed(match, "month_list") if 1 <= number <= 12)
    day = DAY.match(folded, match.end())
    if day is not None and since is None:
        return _day(folded, day, month=month, first=first, also=also)
    if not 1 <= month <= 12 or not 1 <= (since or 1) <= 12:
        # 13月 alone may be anything; behind a year or with a day it is a date that no calendar has
        behind_year = match.re.pattern == AFTER_YEAR.pattern
        return Part(first, last, match.end(), Written(month=month)) if behind_year and since is None and not also else None
    written, stop = (Written(month=month), None) if since is None else (Written(month=since), Written(month=month))
    edge = MONTH_EDGE.match(folded, match.end())
    if edge is not None:
        return Part(first, edge.end(), edge.end(), written, stop, hedge="about", also=also)
    return Part(first, last, match.end(), written, stop, also=also)


def _day(
    folded: str, match: re.Match[str], *, month: int | None, first: int, also: tuple[tuple[int, int, Written], ...]
) -> Part | None:
    day = small(match["day"])
    if day is None or (day > LONGEST_MONTH and "号" in match[0]):
        return None  # 38号 counts players and documents, 38日 can only be a day
    since = small(match["day_from"]) if match["day_from"] else None
    heads = tuple((place, stop, Written(month=month, day=number)) for place, stop, number in _listed(match, "day_list"))
    if heads:
        # The first head carries the month's digits: 10月16 of 10月16及17日.
        heads = ((first, heads[0][1], heads[0][2]), *heads[1:])
        first = match.start("day_from") if since is not None else match.start("day")
    written, stop = Written(month=month, day=day), None
    if since is not None:
        written, stop = Written(month=month, day=since), written
    end = match.end()
    clock = None if stop else CLOCK.match(folded, end)
    if clock is not None and (time := read_clock(clock)) is not None:
        written, end = written._replace(clock=time), clock.end()
    return Part(first, end, end, written, stop, also=also + heads)


def day_of_month(folded: str, position: int) -> Part | None:
    """A day whose month is told by a word before it: 本月15日."""
    match = DAY.match(folded, position)
    return None if match is None else _day(folded, match, month=None, first=position + (folded[position] == " "), also=())


def _listed(match: re.Match[str], group: str) -> list[tuple[int, int, int]]:
    """The numbers of a list before the last one, with their places."""
    if not match[group]:
        return []
    start = match.start(group)
    found = ((part.start() + start, part.end() + start, small(part["number"])) for part in LISTED.finditer(match[group]))
    return [(first, last, number) for first, last, number in found if number is not None]


def read_clock(clock: re.Match[str], *, zone: str | None = None, when: str | None = None) -> str | None:
    """A time of day: 下午3点半 is 15:30; `zone` is that of 北京时间, `when` the part of the day where the clock's own words name none.

    None where a day has none such.
    """
    hour, minute = _count(clock["hour"]), _count(clock["minute"] or clock["minutes"] or ("30" if clock["half_hour"] else "0"))
    if clock["quarter_hours"]:
        minute = 15 * _count(clock["quarter_hours"])
    match PARTS_OF_DAY.get(clock["when"] or when or ""):
        case "before_dawn" if hour == 12:
            hour = 0
        case "noon" if hour < 4:
            hour += 12
        case "afternoon" if 1 <= hour < 12:
            hour += 12
        case "night" if 5 <= hour <= 12:
            hour += 12  # 晚上12点 is the end of the day
    second = clock["second"] or clock["seconds"]
    return clock_text(hour, minute, int(second) if second else None, zone)


def _count(text: str) -> int:
    """A number of hours or minutes: 14, 十四, 两, 零五; one that is none is more than any clock has."""
    text = text.replace("两", "二")
    value = small(text.lstrip("零") or "0")
    return 99 if value is None else value
