"""Dates in English, and in English translated word for word: "June 30th, 2021", "the third quarter", "2020 year 8 month"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.moment import Moment, Relative, Written, before_christ, century, clock_text, half, months, quarter, quarters, scan
from factcheck.lexicon.calendar import alternatives, listed, numbered

MONTHS = numbered("month")
AMBIGUOUS = frozenset(listed("month_ambiguous"))
ORDINALS = numbered("ordinal")
CARDINALS = numbered("cardinal")
RELATIVES = {
    word: Relative(table.removeprefix("relative.").removeprefix("carried."), offset, base)  # type: ignore[arg-type]
    for table, base in (
        ("relative.year", "document"), ("relative.quarter", "document"), ("relative.month", "document"), ("relative.day", "document"),
        ("carried.year", "previous"), ("carried.month", "previous"),
    )
    for word, offset in numbered(table).items() if word.isascii()
}  # fmt: skip
SAME = {word: Relative("year", offset, "same") for word, offset in numbered("same").items() if word.isascii()}
MONTH = alternatives(MONTHS)
YEAR = r"[12][0-9]{3}(?![0-9]|,[0-9]{3}|\.[0-9])"
DAY = r"[0-9]{1,2}"
NTH = r"(?:st|nd|rd|th)?"
COMMA = r"(?:\ ?,\ ?|\ )"
TO = r"(?:\ ?[-–—~]\ ?|\ (?:to|through|until|till)\ (?:the\ )?)"

STRETCH = rf"""
    (?P<stretch>(?:(?P<year_before>{YEAR})(?:'s|\ year)?,?\ (?:in\ )?(?:the\ )?)?(?<![a-z-])
      (?:(?P<ordinal_from>first|second|third)\ and\ )?(?P<ordinal>first|second|third|fourth|final|latter|1st|2nd|3rd|4th)[\ -](?P<fiscal>fiscal[\ -])?
      (?:(?P<unit>half|quarter)s?(?:[\ -]year)?|(?P<count>{alternatives(CARDINALS)}|{DAY})[\ -](?P<counted>months|quarters))
      (?![a-z]|-?(?:century|final|back|time|mile|hour)))                        # third quarter, 2021 the first half, first nine months
    """
CENTURY = rf"""
    (?P<century>(?P<nth>{DAY}(?:st|nd|rd|th)|{alternatives(ORDINALS)})[\ -]centur(?:y|ies)(?:,?\ (?P<century_bc>b\.?c\.?(?:e\.?)?)(?![a-z]))?)   # 20th century
    """
FROM_DIGITS = re.compile(
    rf"""
      (?P<day_month>(?:(?P<day_also>{DAY}){NTH}(?:\ and|,|\ or|\ &)\ )?(?:(?P<day_from>{DAY}){NTH}{TO})?
        (?P<day>{DAY}){NTH}(?:\ day)?(?:\ of)?[\ -](?P<of_month>{MONTH})(?![a-z])\.?(?:(?:{COMMA}|-)(?P<day_year>{YEAR}))?)   # 30 June 2021, 15-20 March
    | (?P<literal>(?P<literal_year>{YEAR})\ year(?![a-z]|-|\ (?:old|history|ago|period|plan|term|span|end))
        (?:\ (?P<literal_month>{DAY})\ month(?![a-z])(?:\ (?P<literal_day>{DAY})\ (?:day|number)(?![a-z]))?)?(?!\ (?:in\ )?(?:the\ )?(?:first|second|third|fourth)\ ))    # 2020 year 8 month 20 day
    | (?P<month_day>(?P<number_month>{DAY})\ month\ (?P<number_day>{DAY})\ (?:day|number)(?![a-z]))         # 8 month 20 day
    | {STRETCH}
    | (?P<year_end>(?P<ending_year>{YEAR})(?:\ year)?,?\ (?:at\ )?(?:the\ )?(?:end\ of\ (?:the\ )?year|year[\ -]?end|end)(?![a-z]))   # 2020 end of the year
    | {CENTURY}
    | (?P<decade>(?P<tens>1[0-9]{{2}}0|20[0-9]0)['’]?s(?![a-z])|(?<=the\ )(?P<short_tens>[2-9]0|[1-9][0-9]0)['’]?s(?![a-z])|(?<=['’‘])(?P<quoted_tens>[2-9]0)s(?![a-z]))   # 1990s, the 90s
    | (?P<year_fiscal>(?P<yf>{YEAR})\ (?:fiscal|financial|calendar|academic|school|marketing)\ year)         # the 2022 fiscal year
    | (?P<bc>(?P<bc_year>[0-9]{{1,4}})\ ?b\.?c\.?(?:e\.?)?(?![a-z]))                                        # 221 BC
    | (?P<ce>(?P<ce_year>[0-9]{{1,4}})\ (?:a\.?d\.?|c\.?e\.?)(?![a-z.]))                                   # 618 CE
    | (?P<clock>(?P<hour>{DAY})(?:[:.](?P<minute>[0-9]{{2}})(?::(?P<second>[0-9]{{2}}))?)?\ ?(?P<half_day>[ap])\.?m(?![a-z])\.?)    # 8:02 a.m.
    """,
    re.VERBOSE,
)
FROM_WORDS = re.compile(
    rf"""
      {STRETCH}
    | {CENTURY}
    | (?P<month>(?:{MONTH})(?![a-z])\.?)                                                     # June, to be read on by MONTH_TAIL
    | (?P<fiscal_year>(?:(?:fiscal|financial)\ (?:year\ )?(?:\(fy\)\ )?|fy[\ -]?['’]?)(?P<fy>[12][0-9]{{3}}|[0-9]{{2}}(?![0-9]))
        (?:\ ?[-–/]\ ?(?P<fy_to>[0-9]{{4}}|[0-9]{{2}}))?(?![0-9]))                           # fiscal year 2022, FY2021/22
    | (?P<ad>a\.?d\.?\ (?P<ad_year>[0-9]{{1,4}})(?![0-9a-z]))                                # AD 79
    | (?P<same>(?:{alternatives(SAME)})(?![a-z]))                                             # a year earlier
    | (?P<word>(?:{alternatives(RELATIVES)})(?![a-z]))                                        # last year
    """,
    re.VERBOSE,
)
DIGIT_ANCHOR = re.compile(
    r"""
    (?=[0-9])(?<![0-9:/$£€])(?<![0-9][.,-])(?<![a-z])
    [0-9]{1,4}(?=(?:st|nd|rd|th)?[\ ,’'–—-]|['’]?s|[:.][0-9]{2}\ ?[ap]|[apb]\.?[mc])     # 30 before "th of June"
    """,
    re.VERBOSE,
)
OPENING = (*MONTHS, *ORDINALS, *SAME, *RELATIVES, "final", "latter", "fiscal", "financial", "fy", "ad ", "a.d")
WORD_ANCHOR = re.compile(
    rf"(?=[{''.join(sorted({word[0] for word in OPENING}))}])(?<![a-z0-9])(?:{alternatives(OPENING)})",
    re.VERBOSE,
)
MONTH_TAIL = re.compile(
    rf"""
      \ ?(?P<day>{DAY}){NTH}(?:(?P<to>{TO})(?P<day_to>{DAY}){NTH}(?!\ (?:{MONTH}))|(?P<and>(?:,|\ and|,\ and|\ &|\ or)\ )(?P<day_and>{DAY}){NTH}(?=,|\ |\.|$)(?!\ (?:{MONTH}|[a-z]+s\b)))?
        (?:{COMMA}(?P<day_year>{YEAR}))?(?![0-9a-z]|[.,:][0-9]|\ ?(?:%|percent|million|billion|thousand|a\.?m|p\.?m))      # 30th, 2021; 15-20, 2021
    | (?:\ of|\ ?,)?\ (?P<year>{YEAR})                                                        # 2013
    | (?={TO}(?:{MONTH})(?![a-z]))                                                            # May before "-June 2020"
    """,
    re.VERBOSE,
)
# A stretch "of" what is no year is none: the first half of the match.
OF = re.compile(
    rf"""
      ,?\ (?:of|in|for)\ (?:the\ )?(?:(?:fiscal|financial|calendar)\ )?(?:year\ )?(?P<year>{YEAR})(?:\ year)?   # of 2022, of fiscal year 2022
    | ,?\ (?P<year_behind>{YEAR})                                                                       # third quarter 2022
    | \ (?:of|in)\ (?P<word>{alternatives(RELATIVES)})(?![a-z])                                         # of last year
    | (?:\ (?:of|in)\ the\ (?:(?:fiscal|financial|calendar)\ )?year)(?![a-z-])                          # of the year
    | \ (?P<last>last\ year|this\ year)(?![a-z])                                                       # the second quarter last year
    """,
    re.VERBOSE,
)
ENDED = re.compile(r",?\ (?:ended|ending|to)\ ")
MONTH_BEFORE = re.compile(r"(?<![a-z])(?:in|by|since|of|during|until|till|from|to|last|next|this|early|late|mid|end|every|each|before|after|between|and|for|for\ the\ month\ of|through)[ -]$")
ON_BEFORE = re.compile(r"(?:\bon|\bby|\buntil|\bfrom|(?<!up )\bto|\band|\bsince|\bof|,|\(|-|–|day|night|morning)[ ]?$")


def find_english(folded: str) -> Iterator[Moment]:
    """The dates of a text: those that begin with a digit, then those that begin with a word."""
    yield from scan(folded, anchor=DIGIT_ANCHOR, pattern=FROM_DIGITS, readers=READERS)
    yield from scan(folded, anchor=WORD_ANCHOR, pattern=FROM_WORDS, readers=READERS)


def _whole(match: re.Match[str], written: Written, stop: Written | None = None) -> Moment:
    return Moment(match.start(), match.end(), match.start(), match.end(), written, stop)


def _day_month(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    month, day, year = MONTHS[match["of_month"]], int(match["day"]), match["day_year"]
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


def _dated(folded: str, match: re.Match[str]) -> bool:
    """Whether "8 may" is a date: after "on" or with an ordinal it is; "up to 8 may join" is none."""
    return match["day"] + "th" in match[0] or " of " in match[0] or ON_BEFORE.search(folded, max(0, match.start() - 10), match.start()) is not None


def _month(folded: str, match: re.Match[str]) -> Iterator[Moment]:
    name = match[0].rstrip(".")
    month = MONTHS[name]
    tail = MONTH_TAIL.match(folded, match.end())
    if tail is not None and tail["day"] and not _is_day(folded, match, tail):
        tail = None
    if tail is None or tail.end() == tail.start():
        end = match.end() - (match[0].endswith(".") and len(name) > 4)
        if tail is not None or name not in AMBIGUOUS or _prepositioned(folded, match):
            yield Moment(match.start(), end, match.start(), match.start() + len(name), Written(month=month))
        return
    if not tail["day"]:
        yield Moment(match.start(), tail.end(), match.start(), tail.end(), Written(tail["year"], month))
        return
    year, written = tail["day_year"], Written(tail["day_year"], month, int(tail["day"]))
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
    return bool(re.compile(r"[ ]?(?:[,.;:)\]!?]|$|at|in|and|to|for|when|with|the|-|–)").match(folded, tail.end())) or ON_BEFORE.search(
        folded, max(0, match.start() - 10), match.start()
    ) is not None


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
    if match["fiscal"] or ENDED.match(folded, end) or (of is not None and re.search(r"fiscal|financial", of[0])):
        # A fiscal quarter lies where its company's calendar puts it, which the words do not say.
        yield Moment(match.start(), end, match.start(), end, Written(year), relative=relative)
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
    number = ORDINALS.get(match["nth"]) or int(match["nth"][:-2])
    if 1 <= number <= 30:
        yield _whole(match, Written(century(number, before_christ=match["century_bc"] is not None)))


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
    yield _whole(match, Written(first), stop)._replace(first=match.start("fy"))


def _four(digits: str, century_digits: str) -> str:
    return digits if len(digits) == 4 else century_digits + digits


def _year_fiscal(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written(match["yf"]))._replace(last=match.end("yf"))


def _bc(_: str, match: re.Match[str]) -> Iterator[Moment]:
    if int(match["bc_year"]):
        yield _whole(match, Written(before_christ(int(match["bc_year"]))))._replace(last=match.end("bc_year"))


def _ad(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written(f"{int(match['ad_year']):04d}"))._replace(first=match.start("ad_year"))


def _ce(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written(f"{int(match['ce_year']):04d}"))._replace(last=match.end("ce_year"))


def _clock(_: str, match: re.Match[str]) -> Iterator[Moment]:
    hour = int(match["hour"])
    if not 1 <= hour <= 12:
        return
    hour = hour % 12 + (12 if match["half_day"] == "p" else 0)
    text = clock_text(hour, int(match["minute"] or 0), int(match["second"]) if match["second"] else None)
    if text is not None:
        yield _whole(match, Written(clock=text))


def _same(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written())._replace(relative=SAME[match[0]], numbered=False)


def _word(_: str, match: re.Match[str]) -> Iterator[Moment]:
    yield _whole(match, Written())._replace(relative=RELATIVES[match[0]], numbered=False)


READERS = {
    "day_month": _day_month, "month": _month, "literal": _literal, "month_day": _month_day, "stretch": _stretch, "year_end": _year_end,
    "century": _century, "decade": _decade, "fiscal_year": _fiscal_year, "year_fiscal": _year_fiscal, "bc": _bc, "ad": _ad, "ce": _ce, "clock": _clock,
    "same": _same, "word": _word,
}  # fmt: skip
