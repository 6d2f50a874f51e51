"""Dates in English, and in English translated word for word: "June 30th, 2021", "the third quarter", "2020 year 8 month"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.anchored import digit_starts, matches_at
from factcheck.extract.periods.english_clock import in_digits, spoken
from factcheck.extract.periods.english_patterns import (
    AMBIGUOUS,
    CARDINALS,
    COUNTS,
    DAY_ENDS,
    DIGIT_ANCHOR,
    ENDED,
    FISCAL,
    FROM_DIGITS,
    FROM_WORDS,
    MONTH_BEFORE,
    MONTH_TAIL,
    MONTHS,
    OF,
    ON_BEFORE,
    ON_REACH,
    OPENINGS,
    ORDINALS,
    RELATIVES,
    SAME,
    SEASONS,
    TENS,
    WEEKDAYS,
    WORD_ANCHOR,
)
from factcheck.extract.periods.moment import (
    WHOLE_YEAR,
    Moment,
    Written,
    before_christ,
    century,
    decade_of,
    half,
    half_century,
    months,
    quarter,
    quarters,
    scan,
)
from factcheck.extract.periods.years import COUNTED, NEXT_WORD
from factcheck.period import Relative, Step


def find_english(folded: str) -> Iterator[Moment]:
    """The dates of a text: those that begin with a digit, then those that begin with a word."""
    digits, words = matches_at(DIGIT_ANCHOR, folded, digit_starts(folded)), matches_at(WORD_ANCHOR, folded, OPENINGS.places(folded))
    yield from scan(folded, anchors=digits, pattern=FROM_DIGITS, readers=READERS)
    yield from scan(folded, anchors=words, pattern=FROM_WORDS, readers=READERS)


def _whole(match: re.Match[str], written: Written, stop: Written | None = None) -> Moment:
    return Moment(match.start(), match.end(), match.start(), match.end(), written, stop)


def _day_month(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    month, day, year = MONTHS[match["of_month"]], int(match["day"]), _full(match["day_year"])
    end = match.end() - (match[0].endswith(".") and match["of_month"] in ("may", "june", "july", "march", "april"))
    if match["of_month"] == "may" and year is None and not _dated(folded, match):
        return
    if not 1 <= day <= 31 and year is None:
        return
    first = match.start("day")
    if match["day_also"]:
        place, last = match.span("day_also")
        yield Moment(place, last, place, last, Written(year, month, int(match["day_also"])))
    written, stop = Written(year, month, day), None
    if match["day_from"]:
        first = match.start("day_from")
        written, stop = Written(year, month, int(match["day_from"])), written
    yield Moment(first, end, first, end, written, stop)


def _full(year: str | None) -> str | None:
    """A year as EDTF writes it: '21 leaves its century open."""
    return f"XX{year[1:]}" if year is not None and len(year) == 3 else year


def _dated(folded: str, match: re.Match[str]) -> bool:
    """Whether "8 may" is a date: after "on" or with an ordinal it is; "up to 8 may join" is none."""
    return (
        match["day"] + "th" in match[0]
        or " of " in match[0]
        or ON_BEFORE.search(folded, max(0, match.start() - ON_REACH), match.start()) is not None
    )


def _month(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    name = match[0].rstrip(". ")
    month = MONTHS[name]
    tail = MONTH_TAIL.match(folded, match.end())
    stopped = match[0].endswith(".") and (len(name) > 4 or name in ("may", "june", "july"))
    if stopped or (tail is not None and tail["day"] and not _is_day(folded, match, tail)):
        tail = None
    if tail is None or tail.end() == tail.start():
        end = match.end() - stopped
        if tail is not None or name not in AMBIGUOUS or _prepositioned(folded, match):
            yield Moment(match.start(), end, match.start(), match.start() + len(name), Written(month=month))
        return
    if tail["relative_year"]:
        moment = Moment(match.start(), tail.end(), match.start(), match.end(), Written(month=month))
        yield moment._replace(relative=RELATIVES[tail["relative_year"]])
        return
    if not tail["day"]:
        yield Moment(match.start(), tail.end(), match.start(), tail.end(), Written(_full(tail["year"]), month))
        return
    year = _full(tail["day_year"])
    written = Written(year, month, int(tail["day"]))
    if tail["day_and"]:
        cut = tail.start("and")
        yield Moment(match.start(), cut, match.start(), cut, written)
        first = tail.start("day_and")
        yield Moment(first, tail.end(), first, tail.end(), Written(year, month, int(tail["day_and"])))
        return
    stop = Written(year, month, int(tail["day_to"])) if tail["day_to"] else None
    yield Moment(match.start(), tail.end(), match.start(), tail.end(), written, stop)


def _is_day(folded: str, match: re.Match[str], tail: re.Match[str]) -> bool:
    """Whether the number behind a month is a day of it: "may 15 people" is none, "april 31" is one that no calendar has."""
    if not 1 <= int(tail["day"]) <= 31 and tail["day_year"] is None:
        return False
    if match[0] not in ("may", "march", "mar") or tail["day_year"] is not None:
        return True
    before = ON_BEFORE.search(folded, max(0, match.start() - ON_REACH), match.start())
    return before is not None or DAY_ENDS.match(folded, tail.end()) is not None


def _prepositioned(folded: str, match: re.Match[str]) -> bool:
    return MONTH_BEFORE.search(folded, max(0, match.start() - 24), match.start()) is not None


def _literal(_: str, match: re.Match[str]) -> Iterator[Moment]:
    month, day = (int(match[name]) if match[name] else None for name in ("literal_month", "literal_day"))
    if "1000" <= match["literal_year"] <= "2199" and (month is None or 1 <= month <= 12):
        yield _whole(match, Written(match["literal_year"], month, day))


def _month_day(_: str, match: re.Match[str]) -> Iterator[Moment]:
    month, day = int(match["number_month"]), int(match["number_day"])
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield _whole(match, Written(month=month, day=day))


def _stretch(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    year, end, relative = match["year_before"], match.end(), None
    of = OF.match(folded, end)
    if of is not None:
        year = of["year"] or of["year_behind"] or year
        relative = RELATIVES.get(of["word"] or of["last"] or "")
        end = of.end()
    elif folded.startswith((" of ", "-of-"), end) and year is None:
        return
    stretch = _stretch_of(match)
    if stretch is None or (match["count"] and of is None and year is None):
        return
    if match["fiscal"] or ENDED.match(folded, end) or (of is not None and FISCAL.search(of[0])):
        # A fiscal quarter lies where its company's calendar puts it, which the words do not say.
        told = match["fiscal"] or (of is not None and FISCAL.search(of[0]))
        yield Moment(match.start(), end, match.start(), end, Written(year), relative=relative, fiscal=stretch if told else None)
        return
    last = of.end() if of is not None and (of["year"] or of["year_behind"]) else match.end()
    yield Moment(match.start(), end, match.start(), last, Written(year, stretch=stretch), relative=relative)


def _stretch_of(match: re.Match[str]) -> tuple[str, str] | None:
    if match["count"]:
        count = CARDINALS.get(match["count"]) or (int(match["count"]) if match["count"].isdecimal() else 0)
        if match["ordinal"] != "first" or not 1 <= count <= 12:
            return None
        return months(count) if match["counted"] == "months" else quarters(min(count, 4))
    which = {"latter": 2, "final": 4}.get(match["ordinal"]) or ORDINALS.get(match["ordinal"]) or int(match["ordinal"][0])
    if match["unit"] == "quarter":
        return quarter(ORDINALS.get(match["ordinal_from"], which))[0], quarter(which)[1]
    return half(which) if which <= 2 else None


def _year_end(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written(match["ending_year"], 12))._replace(last=match.end("ending_year"), hedge="about")


def _century(_: str, match: re.Match[str]) -> Iterator[Moment]:
    christ = match["century_bc"] is not None
    numbers = [ORDINALS.get(nth) or int(nth[:-2]) for nth in (match["nth_from"], match["nth"]) if nth]
    if not all(1 <= number <= 30 for number in numbers):
        return
    part = match["part_of_century"]
    if part is not None and not christ and len(numbers) == 1:
        if match["half_of"]:
            yield _whole(match, *half_century(numbers[0], second=part not in ("first", "earlier")))
        else:
            yield _whole(match, Written(decade_of(numbers[0], last=part not in ("first", "opening"))))
        return
    first, *last = (Written(century(number, before_christ=christ)) for number in numbers)
    yield _whole(match, first, last[0] if last else None)


def _decade(_: str, match: re.Match[str]) -> Iterator[Moment]:
    """The 1990s are ten years; the 1800s are a hundred."""
    tens = match["tens"]
    if tens is None:
        tens = match["short_tens"] or match["quoted_tens"]
        yield _whole(match, Written(f"XX{tens[0]}X" if len(tens) == 2 else f"0{tens[:2]}X"))
    else:
        yield _whole(match, Written(f"{tens[:2]}XX" if tens.endswith("00") and tens < "1900" else f"{tens[:3]}X"))


def _fiscal_year(_: str, match: re.Match[str]) -> Iterator[Moment]:
    first = _four(match["fy"], "20")
    stop = Written(_four(match["fy_to"], first[:2])) if match["fy_to"] else None
    yield _whole(match, Written(first), stop)._replace(first=match.start("fy"), fiscal=WHOLE_YEAR)


def _four(digits: str, century_digits: str) -> str:
    return digits if len(digits) == 4 else century_digits + digits


def _year_fiscal(_: str, match: re.Match[str]) -> Iterator[Moment]:
    fiscal = (
        WHOLE_YEAR if FISCAL.search(match[0]) else None
    )  # the calendar year has no calendar of its own, a school year no company's
    yield _whole(match, Written(match["yf"]))._replace(last=match.end("yf"), fiscal=fiscal)


def _bc(_: str, match: re.Match[str]) -> Iterator[Moment]:
    year, since = int(match["bc_year"]), int(match["bc_from"] or 0)
    if not year:
        return
    if since > year:
        yield _whole(match, Written(before_christ(since)), Written(before_christ(year)))._replace(last=match.end("bc_year"))
    else:
        place = match.start("bc_year")
        yield Moment(place, match.end(), place, match.end("bc_year"), Written(before_christ(year)))


def _ad(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written(f"{int(match['ad_year']):04d}"))._replace(first=match.start("ad_year"))


def _ce(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written(f"{int(match['ce_year']):04d}"))._replace(last=match.end("ce_year"))


def _same(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written())._replace(relative=SAME[match[0]], numbered=False)


def _word(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written())._replace(relative=RELATIVES[match[0]], numbered=False)


def _ago(_: str, match: re.Match[str]) -> Iterator[Moment]:
    """Three years ago: so far from the day of writing, as the length that it is read as besides."""
    digits = match.lastgroup == "ago_digits"
    count = int(match["ago_count"]) if digits else COUNTS[match["ago_words"]]
    step: Step = match["ago_unit" if digits else "ago_word_unit"]  # type: ignore[assignment]
    yield _whole(match, Written())._replace(relative=Relative(step, -count), numbered=False)


def _word_day(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written(match["nth_year"], MONTHS[match["nth_month"]], ORDINALS[match["nth_day"]]))


def _short_year(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written(f"XX{match['short']}"))._replace(start=match.start() - 1)


def _word_decade(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written(f"19{TENS[match['word_tens']]}X"))


def _season(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    following = NEXT_WORD.match(folded, match.end())
    if following is None or following["word"] not in COUNTED:  # "that summer 2000 people came"
        yield _whole(match, Written(match["season_year"], SEASONS[match["season_name"]]))


def _end_year(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written(match["ended_year"], 12))._replace(first=match.start("ended_year"), hedge="about")


def _weekday(_: str, match: re.Match[str]) -> Iterator[Moment]:
    """The last Friday before the day of writing; of a Friday itself the one a week before."""
    yield _whole(match, Written())._replace(relative=Relative("week", -1), weekday=WEEKDAYS[match["weekday_name"]], numbered=False)


READERS = {
    "day_month": _day_month, "month": _month, "literal": _literal, "month_day": _month_day, "stretch": _stretch, "year_end": _year_end,
    "century": _century, "decade": _decade, "fiscal_year": _fiscal_year, "year_fiscal": _year_fiscal, "bc": _bc, "ad": _ad, "ce": _ce,
    "clock": in_digits, "oclock": spoken, "spoken_clock": spoken,
    "short_year": _short_year, "ago": _ago, "ago_digits": _ago, "word_day": _word_day, "word_decade": _word_decade,
    "season": _season, "end_year": _end_year, "weekday": _weekday, "same": _same, "word": _word,
}  # fmt: skip
