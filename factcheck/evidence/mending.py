"""What a finding says of a damaged figure: its best reading and why, what supports it, and one repair for each reading."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from factcheck.case import Case
from factcheck.evidence.rewriting import in_its_form
from factcheck.evidence.trust import pages
from factcheck.finding import Edit, Figure, Finding, Fix, Level, mention_of, on
from factcheck.mention import Mention, Reading
from factcheck.messages import chain, say
from factcheck.pattern import lazy_pattern
from factcheck.quantity import Number
from factcheck.wording import Language, bare, language_of

AROUND = 24  # how many code points around a figure tell the language that its repair is written in
DATE = lazy_pattern(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d))?")
DECADE = lazy_pattern(r"(\d{3})X")
LOUDEST_READABLE: Level = "warning"


def unreadable(case: Case, damage: str, *, spoilt: Callable[[Mention], Mention] = lambda mention: mention) -> Iterator[Finding]:
    """A finding for each figure with this damage. A figure that has its value all the same is at most a warning.

    `spoilt` gives the part of a figure that is damaged, with its own readings, where the rest of it is sound.
    """
    order = {id(document): place for place, document in enumerate(case.documents)}
    for mention in map(spoilt, (mention for mention in case.mentions if mention.damage == damage)):
        readings = mention.readings or tuple(_own(mention))
        because = {figure for reading in readings[:1] for support in reading.support for figure in support.mentions}
        yield on(
            mention,
            _message(mention, readings),
            because=sorted(because, key=lambda figure: (order.get(id(figure.document), len(order)), figure.span)),
            working=_working(mention, readings),
            readings=readings,
            fixes=tuple(_fixes(mention, readings)),
            level=None if mention.quantity is None and mention.period is None else LOUDEST_READABLE,
        )


def suspicion(case: Case, families: tuple[str, ...], *, cause: str, whose: str) -> Iterator[Finding]:
    """A finding for each page that damage of these families proves, with the count and the list of the figures that it makes suspect."""
    for proved in pages(case.mentions, families=families):
        first, count = proved.proofs[0], len(proved.suspects)
        if count:
            words = [", ".join(" ".join(mention.text.split()) for mention in proved.suspects)]
            yield on(
                first,
                say(
                    "{first} shows that this page was rewritten {cause}: {count} {whose}",
                    first=first.text,
                    cause=say(cause),
                    count=count,
                    whose=say(whose),
                ),
                because=proved.suspects,
                working=words,
            )


def doubted(
    figure: Figure, words: str, *, readings: tuple[Reading, ...], because: Sequence[Figure] = (), level: Level = "warning"
) -> Finding:
    """A finding on a figure that reads well and cannot be right. `words` say why; one of its readings may be to let it stand."""
    best, mention = readings[0], mention_of(figure)
    decision = (
        say("nothing beside it decides which of the two is wrong")
        if _stands(mention, best) and not best.support
        else say("best read as {words} ({why})", words=_in_its_form(mention, best), why=_reasons(best))
    )
    lines = [say("{value}: {reasons}", value=_in_its_form(mention, reading), reasons=_reasons(reading)) for reading in readings]
    fixes = tuple(_restoring(mention, reading) for reading in readings)
    return on(
        figure, chain([words, decision], by="; "), because=because, working=lines, readings=readings, fixes=fixes, level=level
    )


def stated(mention: Mention) -> Number | str | None:
    """What a figure says as it stands: its value, or the EDTF string of a date; None where it is damaged."""
    if mention.period is not None:
        return mention.period.edtf
    return mention.quantity.value if mention.quantity is not None else None


def _stands(mention: Mention, reading: Reading) -> bool:
    """Whether a reading is the figure as it stands."""
    return reading.value == stated(mention) and reading.unit == mention.unit


def _reasons(reading: Reading) -> str:
    return chain([reading.why, *(support.words for support in reading.support)], by="; ")


def _in_its_form(mention: Mention, reading: Reading) -> str:
    if _stands(mention, reading):
        return mention.number_text
    if reading.unit == "percent" != mention.unit:
        return f"{mention.number_text}%"
    if isinstance(reading.value, str):
        return value_text(reading, language_around(mention))
    return in_its_form(mention, Fraction(reading.value))


def _restoring(mention: Mention, reading: Reading) -> Fix:
    """The repair that writes a reading in the form that the figure has; to keep the figure where that is what it says."""
    words = _in_its_form(mention, reading)
    if words == mention.number_text:
        return Fix(say("keep {words}", words=words))
    blank = " " if mention.damage == "glued-number" else ""
    return Fix(say("write {words}", words=words), (Edit(mention.number, blank + words),))


def _own(mention: Mention) -> Iterator[Reading]:
    """The reading of a figure that is damaged and readable: its value."""
    if mention.quantity is not None:
        yield Reading(mention.quantity.value, mention.quantity.unit, say("the figure reads all the same"))
    elif mention.period is not None:
        yield Reading(mention.period.edtf, None, say("the date reads all the same"))


def language_around(mention: Mention) -> Language:
    """The language that a repair is written in: that of the words around the figure."""
    text = mention.document.text
    return language_of(text[max(0, mention.span.start - AROUND) : mention.span.end + AROUND])


def _message(mention: Mention, readings: tuple[Reading, ...]) -> str:
    if not readings:
        return say("{mention} is cut off: what it said cannot be told from what is left", mention=mention.text)
    best, *others = readings
    words = value_text(best, language_around(mention), unit=best.unit)
    readable = mention.quantity is not None or mention.period is not None
    opening = (
        say("{mention} is damaged: read as {words}", mention=mention.text, words=words)
        if readable
        else say("{mention} is no {noun}: best read as {words}", mention=mention.text, noun=_noun(best), words=words)
    )
    message = say("{opening} ({why})", opening=opening, why=best.why)
    if best.support:
        return chain([message, *(support.words for support in best.support)], by="; ")
    if others and not readable:
        rest = chain([value_text(reading, language_around(mention)) for reading in others[:2]], by=" or ")
        return say("{message}; nothing beside it decides between this and {rest}", message=message, rest=rest)
    return message


def _noun(reading: Reading) -> str:
    return say("date") if isinstance(reading.value, str) else say("number")


def _working(mention: Mention, readings: tuple[Reading, ...]) -> list[str]:
    language = language_around(mention)
    return [
        say(
            "{value}: {reasons}",
            value=value_text(reading, language, unit=reading.unit),
            reasons=_reasons(reading),
        )
        for reading in readings
        if len(readings) > 1
    ]


def _fixes(mention: Mention, readings: tuple[Reading, ...]) -> Iterator[Fix]:
    text, language = mention.document.text, language_around(mention)
    if mention.damage == "glued-number":
        yield Fix(say("set the blank"), (Edit(type(mention.span)(mention.number.start, mention.number.start), " "),))
        return
    whole = mention.kind == "measure" and mention.number.end == mention.span.end  # 9oC: the unit is a part of the damage
    for reading in readings:
        span = mention.span if isinstance(reading.value, str) else mention.number
        words = value_text(reading, language, unit=reading.unit if whole else None)
        if language == "zh" and text.startswith("年", span.end):
            words = words.removesuffix("年")
        if words and words != text[span.start : span.end]:
            yield Fix(say("write {words}", words=str(words)), (Edit(span, words),))


def value_text(reading: Reading, language: Language, *, unit: str | None = None) -> str:
    """A reading as a reader would write it: 13.64 billion, 136.4亿, June 30, 2021, 2021年上半年."""
    if not isinstance(reading.value, str):
        return bare(reading.value, unit=unit, language=language)
    first, _, last = reading.value.partition("/")
    if last and (half := _half(first, last, language)):
        return half
    ends = [_date_text(end, language) for end in (first, last) if end]
    return "–".join(ends)


def _half(first: str, last: str, language: Language) -> str | None:
    year = first[:4]
    halves = {
        (f"{year}-01-01", f"{year}-06-30"): ("the first half of", "上半年"),
        (f"{year}-07-01", f"{year}-12-31"): ("the second half of", "下半年"),
    }
    words = halves.get((first, last))
    if words is None:
        return None
    return f"{year}年{words[1]}" if language == "zh" else f"{words[0]} {year}"


def _date_text(edtf: str, language: Language) -> str:
    match = DATE.fullmatch(edtf)
    if decade := DECADE.fullmatch(edtf):
        return f"{decade[1]}0年代" if language == "zh" else f"the {decade[1]}0s"
    if match is None or match["month"] == "XX":
        return edtf
    year = "" if match["year"] == "XXXX" else match["year"]
    month, day = int(match["month"] or 0), int(match["day"] or 0)
    if not 0 <= month <= 12:
        return edtf
    if language == "zh":
        return (f"{year}年" if year else "") + (f"{month}月" if month else "") + (f"{day}日" if day else "")
    name = calendar.month_name[month] if month else ""
    if not month:
        return year
    return f"{name} {day}" + (f", {year}" if year else "") if day else f"{name} {year}".rstrip()
