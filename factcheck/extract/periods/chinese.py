"""Dates in Chinese: 2022年9月30日, 去年上半年, 三季报, 20世纪90年代, 民国111年, 二〇二一年.

One scan finds where a date begins; what follows it is read step by step: the year first, then its part, its day, its time of day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.extract.hanzi import hanzi_value
from factcheck.extract.periods import chinese_parts as parts
from factcheck.extract.periods.chinese_clock import clock_at
from factcheck.extract.periods.chinese_parts import Part
from factcheck.extract.periods.chinese_patterns import ANCHOR, COVER, ERAS, LUNAR_ERAS, SCAN, WORDS
from factcheck.extract.periods.chinese_years import LENGTH_BEFORE, before_years, written_years
from factcheck.extract.periods.moment import (
    WHOLE_YEAR,
    Moment,
    Reader,
    Written,
    before_christ,
    century,
    decade_of,
    half_century,
    offset_text,
    scan,
)
from factcheck.lexicon.calendar import listed, numbered
from factcheck.pattern import lazy_pattern
from factcheck.period import Relative, Step

FISCAL = frozenset(listed("cover", "fiscal"))
COVERED = lazy_pattern(rf"\ ?(?P<name>{COVER})", re.VERBOSE)
HAN = lazy_pattern(r"[\u3400-\u9fff]{2}")


AGO: dict[str, Step] = {"年": "year", "个月": "month", "周": "week", "天": "day"}
WEEKDAYS = numbered("weekday")


class Head(NamedTuple):
    """The year of a date: where its words and digits start, where they end, and what it says."""

    start: int
    first: int
    end: int
    year: str | None
    stop: str | None = None
    relative: Relative | None = None
    numbered: bool = True
    coarse: bool = False


def find_chinese(folded: str) -> Iterator[Moment]:
    """The dates of a text in reading order."""
    return scan(folded, anchors=ANCHOR.finditer(folded), pattern=SCAN, readers=READERS)


def _whole(match: re.Match[str], written: Written, stop: Written | None = None, *, relative: Relative | None = None) -> Moment:
    return Moment(match.start(), match.end(), match.start(), match.end(), written, stop, relative=relative)


def _century(_: str, match: re.Match[str]) -> Iterator[Moment]:
    number = parts.small(match["hundred"]) if match["hundred"] else None
    if match["hundred"] and number is None:
        return
    relative = Relative("century", 0 if match["this_century"] else -1) if number is None else None
    before = match["hundred_from"] or match["hundred_before"]
    first = parts.small(before) if before else None
    christ = match["bc"] is not None
    if number is not None and first is not None:
        last = first // 10 * 10 + number if match["hundred_before"] else number  # 十六七世纪: the ten is said once
        yield _whole(match, Written(century(first, before_christ=christ)), Written(century(last, before_christ=christ)))
        return
    year = "XXXX" if number is None else century(number, before_christ=christ)
    if match["ten_of_century"]:
        first_ten, last_ten = match["ten_of_century_from"], _of_ten(year, match["ten_of_century"])
        stop = Written(last_ten) if first_ten else None
        yield _whole(match, Written(_of_ten(year, first_ten) if first_ten else last_ten), stop, relative=relative)
        return
    if number is not None and not christ:
        if match["half_century"]:
            yield _whole(match, *half_century(number, second=match["half_century"] in "下后"))
            return
        if match["edge_of_century"]:
            year = decade_of(number, last=match["edge_of_century"].startswith("最后"))
    yield _whole(match, Written(year), relative=relative)._replace(numbered=number is not None)


def _of_ten(year: str, ten: str) -> str:
    """The ten years of a century: of 六 in 六七十年代, 60 in 60和70年代, 九十 in 九十年代."""
    value = parts.small(ten) or 0
    return year[:-2] + f"{value if ten in '一二三四五六七八九' else value // 10 % 10}X"


def _decade(_: str, match: re.Match[str]) -> Iterator[Moment]:
    first = match["ten_from"]
    if match["ten"]:
        text = match["ten"]
    else:
        value = hanzi_value(match["hanzi_ten"].replace("○", "〇"))
        text = str(value[0]) if value else ""
    if first is not None and len(text) < len(first):
        text = first[: len(first) - len(text)] + text
    stop = Written(_tens(text))
    yield _whole(match, Written(_tens(first)), stop) if first is not None else _whole(match, stop)


def _era_decade(_: str, match: re.Match[str]) -> Iterator[Moment]:
    """民国70年代: the ten years of the reign from its seventieth on."""
    first = ERAS[match["decade_era"]] + (parts.small(match["era_ten"]) or 10) - 1
    yield _whole(match, Written(f"{first:04d}"), Written(f"{first + 9:04d}"))


def _ago(_: str, match: re.Match[str]) -> Iterator[Moment]:
    """三年前: so far from the day of writing, as the length that it is read as besides."""
    count = parts.small(match["ago_count"].replace("两", "二"))
    if count:
        yield _whole(match, Written(), relative=Relative(AGO[match["ago_unit"]], -count))._replace(numbered=False)


def _weekday(_: str, match: re.Match[str]) -> Iterator[Moment]:
    moment = _whole(match, Written(), relative=WORDS[match["week"]])
    yield moment._replace(weekday=WEEKDAYS["周" + match["weekday_name"]], numbered=False)


def _tens(text: str) -> str:
    """The EDTF year of a decade: 1990 is 199X, and 90 without its century is XX9X."""
    return f"XX{text[0]}X" if len(text) == 2 else f"{text[:-1]:0>3}X"


def _years(_: str, match: re.Match[str]) -> Iterator[Moment]:
    for year in re.finditer(r"([12][0-9]{3})[ ]?年?", match[0]):
        first, last = match.start() + year.start(), match.start() + year.end()
        yield Moment(first, last, first, last, Written(year[1]))


def _year(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    years = written_years(folded, match)
    if years is not None:
        yield from _with_part(folded, Head(match.start(), match.start(), match.end(), *years))


def _cover(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    first, last = match["cover_from"], match["cover_to"]
    stop = None if last is None else first[:2] + last if len(last) == 2 else last
    if stop is not None and stop < first:
        return
    yield from _with_part(folded, Head(match.start(), match.start(), match.end(), first, stop))


def _short_cover(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    """A financial year or a season of two digits, as FY24 is read; "24财年" behind 连续 counts them."""
    first, last = int(match["short_from"]), match["short_to"]
    if before_years(folded, match.start()) in LENGTH_BEFORE or (last is not None and int(last) != (first + 1) % 100):
        return
    stop = None if last is None else f"{2001 + first}"
    yield from _with_part(folded, Head(match.start(), match.start(), match.end(), f"20{first:02d}", stop))


def _hanzi_year(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    value = hanzi_value(match["hanzi"].replace("○", "〇"))
    if value is None:
        return
    year = f"XX{value[0]:02d}" if len(match["hanzi"]) == 2 else f"{value[0]:04d}"
    yield from _with_part(folded, Head(match.start(), match.start(), match.end(), year))


def _era(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    count = 1 if match["count"] == "元" else parts.small(match["count"])
    if count:
        year = f"{ERAS[match['era']] + count - 1:04d}"
        yield from _with_part(
            folded, Head(match.start(), match.start("count"), match.end(), year, coarse=match["era"] in LUNAR_ERAS)
        )


def _glossed(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    """The year of a reign with that of the calendar behind it: whatever the reign, the brackets say which year it is."""
    start = match.start() - 2
    if start >= 0 and HAN.fullmatch(folded, start, match.start()):
        yield _whole(match, Written(f"{int(match['gloss']):04d}"))._replace(start=start)


def _bc_year(_: str, match: re.Match[str]) -> Iterator[Moment]:
    year = parts.small(match["before"])
    if year:
        yield _whole(match, Written(before_christ(year)))._replace(first=match.start("before"))


def _anno(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    head = Head(match.start(), match.start("anno_digits"), match.end(), f"{int(match['anno_digits']):04d}")
    yield from _with_part(folded, head)


def _word(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    relative = WORDS[match[0]]
    head = Head(match.start(), match.start(), match.end(), None, relative=relative, numbered=False)
    if relative.step == "month":
        day = parts.day_of_month(folded, match.end())
        yield from _joined(head, day) if day is not None else [_bare(head)]
    elif relative.step == "year" and relative.base != "same":
        yield from _with_part(folded, head)
    else:
        yield _bare(head)


def _with_part(folded: str, head: Head) -> Iterator[Moment]:
    """A year with what follows it: a fiscal year or season keeps the year alone, since no calendar of it is known."""
    covered = COVERED.match(folded, head.end)
    if covered is None and folded.startswith(("度", "份"), head.end) and head.numbered:
        head = head._replace(end=head.end + 1)
    if covered is not None and head.relative is None:
        # a quarter of a fiscal year lies where its company's calendar puts it: it is read with the year, and not as a stretch
        fiscal = WHOLE_YEAR if covered["name"] in FISCAL else None
        part = parts.after_year(folded, covered.end()) if fiscal else None
        if part is not None and part.written.stretch is not None:
            yield _bare(head)._replace(end=part.end, fiscal=part.written.stretch)
        else:
            yield _bare(head)._replace(end=covered.end(), fiscal=fiscal)
        return
    if head.relative is not None and folded.startswith("年", head.end) and folded[head.end - 1] != "年":
        head = head._replace(end=head.end + 1)
    part = None if head.stop or head.coarse else parts.after_year(folded, head.end)
    yield from _joined(head, part) if part is not None else [_bare(head)]


def _bare(head: Head) -> Moment:
    stop = Written(head.stop) if head.stop else None
    return Moment(
        head.start, head.end, head.first, head.end, Written(head.year), stop, relative=head.relative, numbered=head.numbered
    )


def _joined(head: Head, part: Part) -> Iterator[Moment]:
    """The moments of a year and its part; the heads of a list come first, each its own."""
    first = min(head.first, part.begin) if head.numbered else part.begin
    start = head.start
    for _, last, written in part.also:
        yield Moment(start, last, first, last, written._replace(year=head.year), relative=head.relative)
        start = first = last + 1
    if part.also:
        start = first = part.first
    stop = part.stop._replace(year=head.year) if part.stop else None
    written = part.written._replace(year=head.year)
    yield Moment(start, part.end, first, part.last, written, stop, part.hedge, head.relative)


def _part(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    part = parts.read(folded, match)
    if part is not None:
        yield from _joined(Head(match.start(), part.first, match.start(), None), part)


def _edge(_: str, match: re.Match[str]) -> Iterator[Moment]:
    moment = _whole(match, Written(month=1 if match[0][1] == "初" else 12), relative=Relative("year", 0))
    yield moment._replace(numbered=False, hedge="about")


def _lunar(_: str, match: re.Match[str]) -> Iterator[Moment]:
    """The months of the moon are not those of the calendar: the date is seen, its value stays open."""
    yield _whole(match, Written("XXXX"))


def _plan(_: str, match: re.Match[str]) -> Iterator[Moment]:
    """The years of a five-year plan: the third began in 1966, and each since where the one before it ended."""
    number = hanzi_value(match["plan_number"])
    if number is not None:
        first = 1966 + 5 * (number[0] - 3)
        yield _whole(match, Written(str(first)), Written(str(first + 4)))._replace(numbered=False)


def _day_alone(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    part = parts.day_of_month(folded, match.start())
    if part is not None and (part.written.day or 99) <= 31:
        yield from _joined(Head(match.start(), part.first, match.start(), None), part)


def _clock(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    yield from clock_at(folded, match.start())


def _zoned(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    """北京时间 before a date or a time of day: the zone is that of the clock behind it, and the date may stand between."""
    place = match.end()
    dated = SCAN.match(folded, place)
    if dated is None or dated.lastgroup not in ("year", "part"):
        yield from clock_at(folded, place, zone=match["zone"])
        return
    for moment in READERS[dated.lastgroup](folded, dated):
        clock = moment.written.clock
        written = moment.written._replace(clock=clock and clock + offset_text(match["zone"]))
        yield moment._replace(written=written)


READERS: dict[str, Reader] = {
    "century": _century, "decade": _decade, "years": _years, "year": _year, "cover": _cover, "short_cover": _short_cover, "hanzi_year": _hanzi_year,
    "era_year": _era, "glossed": _glossed, "bc_year": _bc_year, "anno": _anno, "word": _word, "lunar": _lunar, "plan": _plan, "edge": _edge,
    "part": _part, "day_alone": _day_alone, "clock": _clock, "zoned": _zoned, "ago": _ago, "era_decade": _era_decade, "weekday": _weekday,
}  # fmt: skip
