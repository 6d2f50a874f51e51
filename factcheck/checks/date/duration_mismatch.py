"""A length of time is that between the dates it runs from and to.

Both ways of counting are accepted: from 2014 to 2020 there are six years, and seven with both ends. The dates may stand in clauses
of their own, where one tells of a beginning and the other of an end. Left alone: a length that no word ties to the dates, one in a
smaller unit than the dates are written in, and distances ("three years later").

Bad:  从2014年到2020年的⟦9年间⟧，他一直担任馆长。
Bad:  2月13日至16日共⟦8天⟧，平台解决了半数登记用户的需求。
Bad:  He ran the museum from 1990 to 1998, a term of ⟦12 years⟧.
Bad:  The ⟦11 years⟧ from 2001 to 2006 were lean.
Bad:  2001年至2006年，工程历时⟦11年⟧。
Bad:  大桥2015年开工，2019年通车，历时⟦七年⟧。
Bad:  The dam took ⟦eight years⟧ to build, from 1931 to 1936.
Bad:  Work began in 1931 and ended in 1936, lasting ⟦eight years⟧.
Good: 大桥2015年获批，2019年开工，历时七年建成。
Good: 大桥2015年开工，2019年通车，历时四年。
Good: 从2014年到2020年的7年间，他一直担任馆长。
Good: 从2014年到2020年，3年后他才卸任。
Good: He ran the museum from 1990 to 1998, a term of 8 years.
Good: From 1990 to 1998, in his 12 years as a writer, he published little.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.case import Case
from factcheck.document import Document, Span
from factcheck.evidence.rewriting import rewriting
from factcheck.evidence.vicinity import folded
from factcheck.finding import Checked, Finding, on
from factcheck.interval import Interval
from factcheck.lexicon.calendar import alternatives, listed
from factcheck.mention import Mention
from factcheck.messages import say
from factcheck.pattern import lazy_pattern
from factcheck.period import DATE, Period
from factcheck.quantity import decimal_text
from factcheck.wording import plain

LEVEL = "warning"
REACH = 30
BINDING = alternatives(listed("length", "binding"))
DISTANCE = lazy_pattern(rf"\ ?(?:{alternatives(listed('length', 'distance'))})", re.VERBOSE)
BEHIND_DATES = lazy_pattern(
    rf"(?P<comma>\ ?[,，:：]?\ ?[(（]?)\ ?(?:[\u3400-\u9fff]{{1,4}}(?=历时|历经|为期|持续))?(?P<words>(?:(?:{BINDING})\ ?){{0,3}})",
    re.VERBOSE,
)  # 的, ", a term of ", ，工程历时
BEFORE_DATES = lazy_pattern(
    r"""
      [间来里]?(?:时间)?[ ]?(?:[(（]|from|between|,?[ ]?from)[ ]?      # 间（, " from "
    | [ ]to[ ][a-z]{1,12}(?:[ ][a-z]{1,12})?,[ ]from[ ]              # "eight years to build, from "
    """,
    re.VERBOSE,
)
# 2015年开工，2019年通车，历时; "began in 1931 and ended in 1936, lasting "
BEGAN = lazy_pattern(rf"(?:{alternatives(listed('length', 'began'))})", re.VERBOSE)
ENDED = lazy_pattern(rf"(?:{alternatives(listed('length', 'ended'))})", re.VERBOSE)
LASTED = lazy_pattern(rf"[^，。；;0-9]{{0,10}}[,，]?\ ?(?:{alternatives(listed('length', 'lasted'))})\ ?$", re.VERBOSE)
CLAUSE_END = lazy_pattern(r"[,，。；;\n]|\.[ ]")
SENTENCE_END = lazy_pattern(r"[。；;!?！？\n]|\.[ ]")
GOES_ON = lazy_pattern(r"间|时间|来|里")
MONTHS_IN_YEAR, DAYS_IN_WEEK = 12, 7


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every length that stands beside a range of dates, tied to it by words, with the distance of its ends."""
    for document in case.documents:
        every = [mention for mention in case.of(document) if mention.kind in ("date", "period", "duration")]
        mentions = [mention for mention in every if mention.kind != "date"]
        for first, second in pairwise(mentions):
            if _is_range(first) and _tied_behind(document, first, second):
                yield from _compared(first.period, second, (first,))
            elif _is_range(second) and _tied_before(document, first, second):
                yield from _compared(second.period, first, (second,))
        for first, second, length in zip(every, every[1:], every[2:], strict=False):
            period = _from_to(document, first, second, length)
            if period is not None:
                yield from _compared(period, length, (first, second))


def _is_range(mention: Mention) -> bool:
    period = mention.period
    return period is not None and period.is_range and ".." not in period.edtf and not period.reversed and mention.damage is None


def _is_length(mention: Mention) -> bool:
    return mention.kind == "duration" and mention.quantity is not None and not mention.quantity.vague


def _tied_behind(document: Document, dates: Mention, length: Mention) -> bool:
    """Whether a length stands behind its dates: 2014年到2020年的8年间, "from 1990 to 1998, a term of 8 years"."""
    gap = Span(dates.span.end, max(dates.span.end, length.span.start))
    if not _is_length(length) or len(gap) > REACH:
        return False
    match = BEHIND_DATES.fullmatch(folded(document, gap))
    after = folded(document, Span(length.span.end, min(len(document.text), length.span.end + 10)))
    if match is None or DISTANCE.match(after):
        return False
    bracket = any(mark in match["comma"] for mark in "(（")
    bare = not match["words"].strip() and match["comma"].strip() and not bracket
    return not bare or GOES_ON.match(after) is not None or length.text.endswith("间")


def _tied_before(document: Document, length: Mention, dates: Mention) -> bool:
    """Whether a length stands before its dates: "the 11 years from 2001 to 2006", 8年间（2014—2020年）."""
    gap = Span(length.span.end, max(length.span.end, dates.span.start))
    return _is_length(length) and len(gap) <= REACH and BEFORE_DATES.fullmatch(folded(document, gap)) is not None


def _from_to(document: Document, first: Mention, second: Mention, length: Mention) -> Period | None:
    """The stretch from a date that something began at to the one behind it that it ended at, where a length is said to be that."""
    if first.period is None or second.period is None or second.period.is_range or not _is_length(length):
        return None
    start, ahead = first.period.edtf.removesuffix("/.."), Span(max(0, first.span.start - REACH), first.span.end)
    between, behind = Span(first.span.end, second.span.start), Span(second.span.end, length.span.start)
    if DATE.fullmatch(start) is None or max(len(between), len(behind)) > REACH:
        return None
    clause = CLAUSE_END.split(folded(document, ahead))[-1]
    began, ended = clause + folded(document, between), folded(document, Span(first.span.end, length.span.start))
    if BEGAN.search(began) is None or ENDED.search(ended) is None or SENTENCE_END.search(ended) is not None:
        return None
    tied = LASTED.fullmatch(folded(document, behind)) is not None
    return Period(f"{start}/{second.period.edtf}") if tied else None


def _compared(period: Period | None, length: Mention, dates: tuple[Mention, ...]) -> Iterator[Finding | Checked]:
    assert period is not None and length.quantity is not None
    bounds = _lengths(period, length.unit)
    if bounds is None:
        yield Checked((*dates, length), "undecidable")
        return
    admitted = Interval(Fraction(bounds[0]), Fraction(bounds[1]))
    agrees = admitted.meets(length.quantity.interval())
    first, last = period.edtf.split("/")
    yield Checked((*dates, length), "agrees" if agrees else "disagrees")
    if not agrees:
        shown = (
            plain(bounds[0], unit=length.unit)
            if bounds[0] == bounds[1]
            else say("{shorter}, or {longer} with both ends counted", shorter=plain(bounds[0], unit=length.unit), longer=bounds[1])
        )
        yield on(
            length,
            say("{dates} is {shown}, not {length}", dates=_said(dates), shown=shown, length=decimal_text(length.quantity.value)),
            because=(*dates, length),
            fixes=[fix for bound in sorted({*bounds}) for fix in rewriting(length, Fraction(bound))],
            working=(say("{first} to {last}: {shown}", first=first, last=last, shown=shown),),
        )


def _said(dates: tuple[Mention, ...]) -> str:
    return " – ".join(date.text for date in dates)


def _lengths(period: Period, unit: str | None) -> tuple[int, int] | None:
    """The shortest and the longest length between two dates in a unit; None where the dates are too coarse for it."""
    first, second = (DATE.fullmatch(part) for part in period.edtf.split("/"))
    if first is None or second is None or ("X" in first["year"]) != ("X" in second["year"]):
        return None
    if unit in ("day", "week"):
        days = _days(first, second)
        if days is None:
            return None
        return (days, days + 1) if unit == "day" else (days // DAYS_IN_WEEK, -(-(days + 1) // DAYS_IN_WEEK))
    months = _months(first, second)
    if months is None or unit not in ("month", "year"):
        return None
    if unit == "year":
        return months[0] // MONTHS_IN_YEAR, -(-months[1] // MONTHS_IN_YEAR)
    return months if first["month"] and second["month"] else None


def _days(first: re.Match[str], second: re.Match[str]) -> int | None:
    if not (first["day"] and second["day"]) or ("X" in (first["month"] + second["month"]) and first["month"] != second["month"]):
        return None
    dates = [Period(match[0].split("T")[0].replace("XXXX", "2001").replace("-XX-", "-01-")).start for match in (first, second)]
    if None in dates:
        return None
    start, end = (date for date in dates if isinstance(date, datetime.date))
    return (end - start).days if end >= start else None


def _months(first: re.Match[str], second: re.Match[str]) -> tuple[int, int] | None:
    """The months between two dates, ends excluded and included; a year alone leaves twelve of them open."""
    if "X" in first["year"] or "X" in second["year"]:
        return None
    years = int(second["year"]) - int(first["year"])
    if not (first["month"] and second["month"]):
        return years * MONTHS_IN_YEAR, (years + 1) * MONTHS_IN_YEAR
    months = years * MONTHS_IN_YEAR + int(second["month"]) - int(first["month"])
    if first["day"] and second["day"]:
        return months - (int(second["day"]) < int(first["day"])), months + (int(second["day"]) >= int(first["day"]))
    return months, months + 1
