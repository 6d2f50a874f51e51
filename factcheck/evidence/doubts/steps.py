"""Years in equal steps, one of which is off: the years of a cycle, of a games, on a page that a program has rewritten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.case import Case
from factcheck.evidence.doubts.doubt import Doubt, reading, standing
from factcheck.evidence.mending import stated
from factcheck.mention import Mention
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

# Games are put off (2020 to 2021) and elections called early (1992 in 1990), so a list must be long, its steps more than a year, one of
# its years damaged, and the one off its step by more years than that.
FEWEST, SHORTEST, PUT_OFF = 5, 2, 2
YEAR = lazy_pattern(r"[12]\d{3}")
JOIN = lazy_pattern(r"[ ]?(?:年|year)?[ ]?(?:,[ ]?and|,|、|，|and|和|及)?[ ]?")


def out_of_step(case: Case) -> Iterator[Doubt]:
    """The one year of a list that does not stand a step behind the one before, where all others do."""
    for years in _lists(case.mentions):
        numbers = [_year(mention) or 0 for mention in years]
        if any(mention.damage is not None for mention in years) and (found := _off(numbers)) is not None:
            which, step = found
            figure, expected = years[which], numbers[0] + which * step
            others = tuple(one for one in years if one is not figure)
            why = say("{step} years behind the one before, as the others are", step=str(step))
            values = [expected] if which < len(years) - 1 else [expected, expected + step]
            words = say("{figure} is out of step with the years beside it", figure=figure.number_text)
            readings = tuple(
                reading(figure, str(value), why=why, support=_steps(numbers, which), others=others) for value in values
            )
            yield Doubt("out-of-step", figure, words, (*readings, standing(figure)), others)


def _steps(numbers: Sequence[int], which: int) -> str:
    return say("{years} are in equal steps", years=", ".join(str(number) for place, number in enumerate(numbers) if place != which))


def _lists(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The runs of years with nothing but commas and "and" between."""
    run: list[Mention] = []
    for mention in mentions:
        if _year(mention) is None:
            continue
        if run and not _joined(run[-1], mention):
            if len(run) >= FEWEST:
                yield run
            run = []
        run.append(mention)
    if len(run) >= FEWEST:
        yield run


def _joined(first: Mention, second: Mention) -> bool:
    text = first.document.text
    return first.document is second.document and JOIN.fullmatch(text, first.span.end, second.span.start) is not None


def _year(mention: Mention) -> int | None:
    """The year that a mention states, or reads as; a bare number of four digits may be one."""
    value = stated(mention)
    if value is None:
        value = mention.readings[0].value if mention.readings else None
    text = value if isinstance(value, str) else mention.text if mention.kind == "count" and mention.unit is None else ""
    return int(text) if YEAR.fullmatch(text) is not None else None


def _off(numbers: Sequence[int]) -> tuple[int, int] | None:
    """Which number is off the steps of all others, and their step; None where none is, or where one in the middle is only left out."""
    last = len(numbers) - 1
    for which in range(1, len(numbers)):
        first, second = (1, last) if which != last else (0, last - 1)
        start, steps = (numbers[first], second - first)
        step, rest = divmod(numbers[second] - start, steps)
        origin = start - first * step
        if rest or step < SHORTEST or numbers[0] != origin:
            continue
        fits = [number == origin + place * step for place, number in enumerate(numbers)]
        apart = abs(numbers[which] - origin - which * step)
        if apart > PUT_OFF and sum(fits) == last and (numbers[which] - origin) % step:
            return which, step
    return None
