"""Dates in figures alone: 2021-08-26 06:29:45, 30/9/2022, 2020/21, Q3 2022, 21:00."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from factcheck.extract.anchored import digit_runs, matches_at
from factcheck.extract.periods.moment import ZONES, Moment, Reader, Written, clock_text, half, months, quarter, scan
from factcheck.lexicon.calendar import alternatives, listed
from factcheck.pattern import lazy_pattern

ZONE = alternatives(word for word in ZONES if word.isascii())
RESULTS = alternatives(listed("results"))
YEAR = r"(?:1[0-9]|20|21)[0-9]{2}"
CLOCK = (
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?(?:\.[0-9]+)?(?P<zone>z(?![a-z])|[+-][0-9]{2}:?[0-9]{2})?"
)
DATES = rf"""
    # 2021-08-26, 2022/9/30, 2021-08-26T06:29:45+08:00
    (?P<ymd>(?P<y>{YEAR})(?P<ymd_mark>[-/.])(?P<m>[0-9]{{1,2}})(?P=ymd_mark)(?P<d>[0-9]{{1,2}})(?![0-9]|[-/.][0-9])
      (?:(?:t|\ {{1,2}}){CLOCK})?)
    # 30/9/2022
  | (?P<dmy>(?P<one>[0-9]{{1,2}})(?P<dmy_mark>[-/.])(?P<two>[0-9]{{1,2}})(?P=dmy_mark)(?P<year_last>{YEAR})(?![0-9]|[-/.][0-9]))
    # 9/11, 2001
  | (?P<slashed>(?P<slash_one>[0-9]{{1,2}})/(?P<slash_two>[0-9]{{1,2}}),\ (?P<slash_year>{YEAR})(?![0-9]|[-/.,][0-9]))
    # (973-1048)
  | (?P<life>(?<=[（(])(?P<life_from>[1-9][0-9]{{2}})\ ?[-–—]\ ?(?P<life_to>[1-9][0-9]{{2,3}})(?=[)）]|\ (?:ce|ad)))
    # 2009-2013, 2020/21, 2022-09
  | (?P<years>(?P<from>{YEAR})\ ?(?P<mark>[-–—~〜]|/)\ ?(?P<to>[0-9]{{4}}|[0-9]{{2}})(?![0-9%]|[-–/.][0-9]|,[0-9]{{1,3}}(?![0-9])))
    """
PARTS = rf"""
    # Q1-Q3 2021
    (?P<quarters>q(?P<q_from>[1-3])\ ?[-–—]\ ?q?(?P<q_to>[2-4])\ ?(?:of\ )?['’]?(?P<qs_year>{YEAR}|(?<!\ )[0-9]{{2}})?(?![0-9a-z]))
    # Q3, Q3 2022, 3Q22, Q3 FY2022
  | (?P<quarter_first>(?:q(?P<q1>[1-4])|(?P<q2>[1-4])q)\ ?(?:of\ )?(?P<q_fiscal>(?:fy|fiscal)\ ?)?['’/-]?(?P<q_year>{YEAR}|[0-9]{{2}})?(?![0-9a-z.]\w|[0-9a-z]))
    # Q5 2021: there is no such quarter, but the year is one
  | (?P<no_quarter>q[5-9]\ (?P<nq_year>{YEAR})(?![0-9a-z]))
    # 2022Q3
  | (?P<year_quarter>(?P<yq>{YEAR}|[0-9]{{2}})\ ?[-/]?q(?P<q3>[1-4])(?![0-9a-z]))
    # H1 2022, 1H22, H1 FY2022
  | (?P<half_first>(?:h(?P<h1>[12])|(?P<h2>[12])h)\ ?(?:of\ )?(?P<h_fiscal>(?:fy|fiscal)\ ?)?['’/-]?(?P<h_year>{YEAR}|(?<!\ )[0-9]{{2}})(?![0-9a-z]))
    # 2022H1
  | (?P<year_half>(?P<yh>{YEAR}|[0-9]{{2}})\ ?[-/]?h(?P<h3>[12])(?![0-9a-z]))
    # 9M 2021, 9M21
  | (?P<nine_months>9m(?:\ (?P<m_year>20[0-9]{{2}})|(?P<m_short>[0-9]{{2}}))(?![0-9a-z]))
    # in H1, H1 profit; the h1 of a web page is none
  | (?P<half_alone>(?:(?<=\bin\ )|(?<=\bfor\ )|(?<=\bduring\ )|(?=h[12]\ (?:{RESULTS})(?![a-z])))h(?P<h4>[12])(?![0-9a-z-]))
    # 21:00
  | (?P<clock>(?P<clock_hour>[0-9]{{1,2}})[:：](?P<clock_minute>[0-5][0-9])(?:[:：](?P<clock_second>[0-5][0-9]))?
      (?![0-9]|[:.][0-9]|[:：]|(?:(?:\ ?[-–—]\ ?|\ to\ )[0-9]{{1,2}}(?::[0-5][0-9])?)?\ ?[ap]\.?m(?![a-z]))(?:\ ?(?P<clock_zone>{ZONE})(?![a-z]))?)
    """
SCAN = lazy_pattern(f"{DATES} | {PARTS}", re.VERBOSE)
# The other end of a range of times of day: 7:30-9:00, "7:30 to 9:00"; where pm follows, the English patterns read it.
CLOCK_REACH = 10
CLOCK_TO = lazy_pattern(r"(?:[ ]?[-–—~〜至到][ ]?|[ ]to[ ])(?P<hour>[0-9]{1,2})[:：][0-5][0-9](?![0-9]|[:：.][0-9]|[ ]?[ap]\.?m)")
TO_CLOCK = lazy_pattern(r"(?<![0-9:：.])(?P<hour>[0-9]{1,2})[:：][0-5][0-9](?:[ ]?[-–—~〜至到][ ]?|[ ]to[ ])\Z")
ANCHOR = lazy_pattern(
    r"""
    (?:
      (?<![0-9.,/_$£€:])(?<![0-9]-)[0-9]{1,4}(?=\ ?[-/.:：–—~〜qhm])    # 2021 before -08-26
    | (?<=[0-9]-)[0-9]{1,2}(?=[:：])                                     # the second 21 of 21:00-21:54
    | (?<![a-z0-9.])[qh][1-9](?![0-9a-z])                               # q3
    )
    """,
    re.VERBOSE,
)
# A figure such as 3:15 may be a score or a verse; two digits for the hour, or a word of time before it, make it a time of day.
CLOCK_BEFORE = lazy_pattern(
    r"(?:\bat|\bby|\buntil|\btill|\bfrom|\bto|\baround|\bbetween|\band|于|在|至|到|时间|日|今晨|每晚|[-–—~])[ ]?$"
)
# GB 2760-2014 is the number of a standard, and what stands right behind a letter is no year.
STANDARD_BEFORE = lazy_pattern(r"(?:\b(?:gb|iso|iec|astm|din|en|bs|ansi|ieee|jis|yy|jb|hj|sn|ny|rfc)(?:/t|/z)?[ ]|[a-z])$")


# Found by its first stroke, of which there are few in a text.
SLASHED = lazy_pattern(r"/(?P<two>[0-9]{1,2})/[12][0-9]{3}(?![0-9])")
BEFORE_SLASH = lazy_pattern(r"(?<![0-9/])[0-9]{1,2}$")


def find_numeric(folded: str) -> Iterator[Moment]:
    """The dates of a text in reading order. Which of two numbers is the month, the text's other dates tell: 25/12/2020."""
    readers = READERS | {"dmy": partial(_dmy, day_first=_day_first(folded))}
    return scan(folded, anchors=matches_at(ANCHOR, folded, date_places(folded)), pattern=SCAN, readers=readers)


def date_places(folded: str) -> Iterator[int]:
    """Where a date in figures can begin: at digits, and at the q or h in front of them."""
    for start, _end in digit_runs(folded):
        if start and folded[start - 1] in "qh":
            yield start - 1
        yield start


def _day_first(folded: str) -> bool | None:
    """Whether the dates of a text that can be read one way only have the day before the month; None where none or both say so."""
    dates = [
        (int(one[0]), int(match["two"]))
        for match in SLASHED.finditer(folded)
        if (one := BEFORE_SLASH.search(folded, max(0, match.start() - 3), match.start())) is not None
    ]
    day, month = (any(date[which] > 12 >= date[1 - which] for date in dates) for which in (0, 1))
    return None if day is month else day


def _whole(match: re.Match[str], written: Written, stop: Written | None = None) -> Moment:
    return Moment(match.start(), match.end(), match.start(), match.end(), written, stop)


# a number of a paper or a case, not a date: No. 2023-13-5
NUMBER_BEFORE = lazy_pattern(r"(?:[a-z#/_-]|(?:\bno\.?|号|第)[ :：]?)$")


def _slip(folded: str, match: re.Match[str], month: int, day: int) -> bool:
    """Whether a date in the order of ISO 8601 has a month or a day that is one too many: 2023-13-31, 2024/3/38."""
    one_wrong = (13 <= month <= 19 and 1 <= day <= 31) or (1 <= month <= 12 and 32 <= day <= 39)
    if not one_wrong or match["ymd_mark"] == "." or match["y"] < "1900":
        return False
    return NUMBER_BEFORE.search(folded, max(0, match.start() - 5), match.start()) is None


def _ymd(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    month, day = int(match["m"]), int(match["d"])
    if not (1 <= month <= 12 and 1 <= day <= 31) and not _slip(folded, match, month, day):
        return
    clock = None
    if match["hour"]:
        clock = clock_text(int(match["hour"]), int(match["minute"]), int(match["second"]) if match["second"] else None)
        clock = clock and clock + (match["zone"] or "").upper()
    yield _whole(match, Written(match["y"], month, day, clock))


def _dmy(_: str, match: re.Match[str], *, day_first: bool | None) -> Iterator[Moment]:
    """30/9/2022 can be read one way only; of 3/4/2022 only other dates tell which is the month, except between dots: European."""
    one, two, year = int(match["one"]), int(match["two"]), match["year_last"]
    if one > 12 >= two >= 1 and one <= 31:
        yield _whole(match, Written(year, two, one))
    elif two > 12 >= one >= 1 and two <= 31:
        yield _whole(match, Written(year, one, two))
    elif 1 <= one <= 12 and 1 <= two <= 12:
        day_first = True if one == two or match["dmy_mark"] == "." else day_first
        month, day = (two, one) if day_first else (one, two)
        yield _whole(match, Written(year) if day_first is None else Written(year, month, day))


def _years(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    """2009-2013 are years, and so are 2020-21 and 2009-10; 2022-09 is a month, since 09 is neither the next year nor a later one."""
    since, to, mark = match["from"], match["to"], match["mark"]
    if STANDARD_BEFORE.search(folded, max(0, match.start() - 10), match.start()):
        return
    if len(to) == 4:
        if "1000" <= since < to <= "2199" and mark != "/":
            yield _whole(match, Written(since), Written(to))
    elif int(to) == (int(since) + 1) % 100 or (mark != "/" and int(to) > 12 and int(to) > int(since[2:])):
        century = int(since[:2]) + (int(to) < int(since[2:]))
        yield _whole(match, Written(since), Written(f"{century:02d}{to}"))
    elif 1 <= int(to) <= 12 and mark in "-/" and " " not in match[0] and since >= "1900":
        yield _whole(match, Written(since, int(to)))


def _life(_: str, match: re.Match[str]) -> Iterator[Moment]:
    """Two years in brackets that lie no further apart than a life."""
    since, to = int(match["life_from"]), int(match["life_to"])
    if since < to <= since + 120:
        yield _whole(match, Written(f"{since:04d}"), Written(f"{to:04d}"))


def _year(digits: str | None) -> str | None:
    return digits if digits is None or len(digits) == 4 else f"20{digits}"


def _quarter_first(_: str, match: re.Match[str]) -> Iterator[Moment]:
    if match["q1"] or match["q_year"]:
        end = match.end() if match["q_year"] else match.start() + 2
        stretch = quarter(int(match["q1"] or match["q2"]))
        moment = Moment(match.start(), end, match.start(), end, Written(_year(match["q_year"]), stretch=stretch))
        yield _of_fiscal_year(moment) if match["q_fiscal"] else moment


def _year_quarter(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written(_year(match["yq"]), stretch=quarter(int(match["q3"]))))


def _half_first(_: str, match: re.Match[str]) -> Iterator[Moment]:
    moment = _whole(match, Written(_year(match["h_year"]), stretch=half(int(match["h1"] or match["h2"]))))
    yield _of_fiscal_year(moment) if match["h_fiscal"] else moment


def _of_fiscal_year(moment: Moment) -> Moment:
    """A quarter or half of a fiscal year lies where its company's calendar puts it, which the words do not say."""
    return moment._replace(written=moment.written._replace(stretch=None), fiscal=moment.written.stretch)


def _quarters(_: str, match: re.Match[str]) -> Iterator[Moment]:
    first, last = quarter(int(match["q_from"])), quarter(int(match["q_to"]))
    if first < last:
        yield _whole(match, Written(_year(match["qs_year"]), stretch=(first[0], last[1])))


def _no_quarter(_: str, match: re.Match[str]) -> Iterator[Moment]:
    place = match.start("nq_year")
    yield Moment(place, match.end(), place, match.end(), Written(match["nq_year"]))


def _nine_months(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written(_year(match["m_year"] or match["m_short"]), stretch=months(9)))


def _slashed(_: str, match: re.Match[str]) -> Iterator[Moment]:
    """A year behind a comma is American, and so is the order: 9/11, 2001; 13/11, 2001 can be read one way only."""
    one, two = int(match["slash_one"]), int(match["slash_two"])
    month, day = (two, one) if one > 12 else (one, two)
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield _whole(match, Written(match["slash_year"], month, day))


def _year_half(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written(_year(match["yh"]), stretch=half(int(match["h3"]))))


def _half_alone(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written(stretch=half(int(match["h4"]))))


def _clock(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    clock = clock_text(
        int(match["clock_hour"]),
        int(match["clock_minute"]),
        int(match["clock_second"]) if match["clock_second"] else None,
        match["clock_zone"],
    )
    if clock is not None and _is_clock(folded, match):
        yield _whole(match, Written(clock=clock))


def _is_clock(folded: str, match: re.Match[str]) -> bool:
    """Whether a figure such as 7:30 is a time of day: 7:30-9:00 is a range of them, 1:15-1:20 one of proportions."""
    if len(match["clock_hour"]) == 2 or match["clock_zone"]:
        return True
    first = TO_CLOCK.search(folded, max(0, match.start() - CLOCK_REACH), match.start())
    other = first or CLOCK_TO.match(folded, match.end())
    if other is not None and other["hour"] != match["clock_hour"]:
        return True
    place = match.start() if first is None else first.start()  # from 7:30 to 7:45
    return CLOCK_BEFORE.search(folded, max(0, place - 9), place) is not None


READERS: dict[str, Reader] = {
    "ymd": _ymd, "slashed": _slashed, "life": _life, "years": _years, "quarters": _quarters, "quarter_first": _quarter_first,
    "no_quarter": _no_quarter, "year_quarter": _year_quarter, "half_first": _half_first, "year_half": _year_half,
    "nine_months": _nine_months, "half_alone": _half_alone, "clock": _clock,
}  # fmt: skip
