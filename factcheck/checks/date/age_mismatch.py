"""An age is that of someone born and living at the dates in the same sentence.

Where only years are written, two ages are possible; in Chinese the traditional count, which adds one, is accepted too. Left alone:
an age whose date does not stand beside it, a sentence with two births, and ages that are hedged.

Bad:  他1921年出生，1997年去世，享年⟦86岁⟧。
Bad:  林先生（1921—1997）是作曲家，享年⟦66岁⟧。
Bad:  She was born in 1921 and died in 1997, aged ⟦86⟧.
Bad:  The composer (1921–1997) died at the age of ⟦66⟧.
Bad:  Born in 1921, he moved to Lyon in 1950 at the age of ⟦39⟧.
Bad:  他生于1921年，1944年大学毕业，时年⟦33岁⟧。
Good: 他生于1921年，1944年大学毕业，时年23岁。
Good: 他1921年出生，1997年去世，享年77岁。
Good: 她1921年出生，20岁到上海，1997年去世。
Good: She was born in 1921 and died in 1997, aged 75.
Good: She was born in 1921, married at the age of 20, and died in 1997.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

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

LEVEL = "warning"
# How long a sentence may be on either side of an age, and how far a word stands from the date it speaks of.
SENTENCE, NEAR = 200, 14
DEATH = 24  # "died at the age of"
SENTENCE_END = lazy_pattern(r"[。！？!?；;\n\r]|(?<![A-Z])\.(?=\s)")
AGED = alternatives(listed("aged"))
BORN_BEFORE = lazy_pattern(rf"(?<![a-z])(?:{alternatives(listed('born', 'before'))})(?:\ (?:in|on))?\ ?$", re.VERBOSE)
BORN_BEHIND = lazy_pattern(rf"\ ?(?:{alternatives(listed('born', 'behind'))})", re.VERBOSE)
# died in 1997, aged 86; 1997年去世，享年86岁; in 1950 at the age of 39
DATE_THEN_AGE = lazy_pattern(
    rf"""
      \ ?(?:{alternatives(listed("died"))})?\ ?[,，、]?\ ?(?:and\ was\ )?(?:{AGED})\ ?(?:only\ )?
    | [^，。；、0-9a-z]{{1,12}}，(?:{alternatives(listed("aged", "then"))})             # 年大学毕业，时年
    """,
    re.VERBOSE,
)
AGE_THEN_DATE = lazy_pattern(r"[ ]?(?:in|on)[ ]?")
AGED_BEFORE = lazy_pattern(rf"(?:{AGED})\ ?$", re.VERBOSE)
DIED = lazy_pattern(rf"(?<![a-z])(?:{alternatives(listed('died'))})", re.VERBOSE)


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every age with the birth in its sentence and the date that stands beside it."""
    for document in case.documents:
        mentions = [mention for mention in case.of(document) if mention.kind in ("date", "period", "age", "count")]
        for place, mention in enumerate(mentions):
            if mention.kind != "age" or mention.quantity is None or mention.hedge != "exact" or mention.quantity.high is not None:
                continue
            sentence = _sentence(document, mention)
            dates = [
                other
                for other in mentions[max(0, place - 8) : place + 3]
                if other.period is not None and sentence.contains(other.span)
            ]
            life = _life(document, mention, dates)
            if life is not None:
                yield from _compared(mention, *life)


def _sentence(document: Document, mention: Mention) -> Span:
    start, end = max(0, mention.span.start - SENTENCE), min(len(document.text), mention.span.end + SENTENCE)
    ends = [match.end() for match in SENTENCE_END.finditer(document.text, start, mention.span.start)]
    last = SENTENCE_END.search(document.text, mention.span.end, end)
    return Span(ends[-1] if ends else start, last.start() if last else end)


def _life(document: Document, age: Mention, dates: list[Mention]) -> tuple[Period, Period, tuple[Mention, ...]] | None:
    """The birth and the date of an age, with the mentions that say so."""
    born = [date for date in dates if _is_birth(document, date)]
    event = next((date for date in dates if _is_beside(document, date, age)), None)
    if len(born) == 1 and event is not None and event is not born[0]:
        assert born[0].period is not None and event.period is not None
        return born[0].period, event.period, (born[0], event)
    lives = [date for date in dates if _is_life(document, date)]
    if len(lives) != 1 or born or not _is_of_death(folded(document, Span(max(0, age.number.start - DEATH), age.number.start))):
        return None
    assert lives[0].period is not None
    first, last = lives[0].period.edtf.split("/")
    return Period(first), Period(last), (lives[0],)


def _is_of_death(before: str) -> bool:
    """Whether the words before an age say that it is the last one: 享年, "died aged"."""
    if before.rstrip().endswith(tuple(listed("aged", "of_death"))):
        return True
    return AGED_BEFORE.search(before) is not None and DIED.search(before) is not None


def _is_birth(document: Document, date: Mention) -> bool:
    before = folded(document, Span(max(0, date.span.start - NEAR), date.span.start))
    behind = folded(document, Span(date.span.end, min(len(document.text), date.span.end + NEAR)))
    return BORN_BEFORE.search(before) is not None or BORN_BEHIND.match(behind) is not None


def _is_life(document: Document, date: Mention) -> bool:
    """Whether a range of years in brackets may be a life: 林先生（1921—1997）."""
    period = date.period
    start, end = date.span.start, date.span.end
    bracketed = document.text[max(0, start - 1) : start] in ("(", "（") and document.text[end : end + 1] in (")", "）")
    return period is not None and bracketed and period.is_range and ".." not in period.edtf and not period.reversed


def _is_beside(document: Document, date: Mention, age: Mention) -> bool:
    if date.period is None or date.period.is_range:
        return False
    if date.span.end <= age.span.start:
        return DATE_THEN_AGE.fullmatch(folded(document, Span(date.span.end, age.number.start))) is not None
    return AGE_THEN_DATE.fullmatch(folded(document, Span(age.span.end, max(age.span.end, date.span.start)))) is not None


def _compared(age: Mention, birth: Period, event: Period, because: tuple[Mention, ...]) -> Iterator[Finding | Checked]:
    assert age.quantity is not None
    ages = _ages(birth, event)
    if ages is None or ages[0] < 0:
        yield Checked((age, *because), "undecidable")
        return
    # The traditional count begins with one and adds one at each new year (虚岁).
    traditional = any(not character.isascii() for character in age.text)
    admitted = Interval(Fraction(ages[0]), Fraction(ages[1] + traditional))
    agrees = admitted.meets(age.quantity.interval())
    yield Checked((age, *because), "agrees" if agrees else "disagrees")
    if not agrees:
        shown = str(ages[0]) if ages[0] == ages[1] else say("{youngest} or {oldest}", youngest=ages[0], oldest=ages[1])
        yield on(
            age,
            say(
                "who is born {birth} is {shown} at {event}, not {age}",
                birth=birth.edtf,
                shown=shown,
                event=event.edtf,
                age=decimal_text(age.quantity.value),
            ),
            because=(*because, age),
            fixes=[fix for years in sorted({*ages}, reverse=True) for fix in rewriting(age, Fraction(years))],
            working=(f"{event.edtf[:4]} − {birth.edtf[:4]} = {ages[1]}",),
        )


def _ages(birth: Period, event: Period) -> tuple[int, int] | None:
    """The lowest and highest age between two dates as precise as they are; None where a year is not known."""
    first, second = DATE.fullmatch(birth.edtf), DATE.fullmatch(event.edtf)
    if first is None or second is None or not (first["year"].isdecimal() and second["year"].isdecimal()):
        return None
    years = int(second["year"]) - int(first["year"])
    if first["month"] and second["month"] and first["month"] != second["month"]:
        exact = years - (second["month"] < first["month"])
        return exact, exact
    if first["day"] and second["day"] and first["month"] and second["month"]:
        exact = years - (second["day"] < first["day"])
        return exact, exact
    return years - 1, years
