"""What other claims of its measure lead a damaged figure to: a rate or a step of change beside it, the same thing said elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from pathlib import PurePath

from factcheck.claim import Claim
from factcheck.interval import Interval
from factcheck.lexicon import Finder, Word, fold, measures, page
from factcheck.mention import Support
from factcheck.messages import say
from factcheck.pattern import lazy_pattern
from factcheck.period import Period
from factcheck.wording import plain

BESIDE = 160  # code points between a level and a change that belong together
YEAR = lazy_pattern(r"\d{4}")

# the interval that a figure should lie in, and why
Expected = tuple[Interval, Support]


def expectations(claim: Claim, neighbours: Sequence[Claim]) -> Iterator[Expected]:
    """The amounts that the claims of its measure lead a damaged figure to, each with what it rests on."""
    yield from _from_rates(claim, neighbours)
    yield from _from_changes(claim, neighbours)
    yield from _from_same(claim, neighbours)


def _from_rates(claim: Claim, neighbours: Sequence[Claim]) -> Iterator[Expected]:
    """A rate of change beside the figure, from a level that is stated elsewhere: about 60% more than 10万 in 2020."""
    for rate in neighbours:
        if rate.mention.kind != "percent" or rate.role != "change" or not beside(claim, rate):
            continue
        sign, base_time = _direction(rate), _base(claim, rate)
        if sign is None or base_time is None or rate.quantity is None:
            continue
        factor = rate.quantity.comparable().scaled(Fraction(sign, 100)) + 1
        for base in _levels(claim, neighbours, base_time):
            assert base.quantity is not None
            product = base.quantity.comparable().times(factor)
            if product is not None:
                more = say("more") if sign > 0 else say("less")
                words = say(
                    "{rate} {more} than {base} ({where}) leads to it", rate=rate.text, more=more, base=base.text, where=_where(base)
                )
                yield product, Support(words, (rate.mention, base.mention))


def _from_changes(claim: Claim, neighbours: Sequence[Claim]) -> Iterator[Expected]:
    """A later level less what it gained since: 1.313億, up 2270萬 on the time that the damaged figure speaks of."""
    time = _time(claim)
    if time is None or claim.role not in ("level", None):
        return
    for change in neighbours:
        sign = _direction(change) if change.role == "change" and change.mention.kind == claim.mention.kind else None
        if sign is None or not isinstance(change.against, Period) or not _same_time(change.against, time, flow=_is_flow(claim)):
            continue
        for level in neighbours:
            if (
                level.role == "level"
                and level.mention.kind == change.mention.kind
                and beside(level, change)
                and level.mention.unit == change.mention.unit
            ):
                yield _stepped_back(level, change, sign)


def _stepped_back(level: Claim, change: Claim, sign: int) -> Expected:
    assert level.quantity is not None and change.quantity is not None
    step = change.quantity.comparable()
    interval = level.quantity.comparable() - step if sign > 0 else level.quantity.comparable() + step
    middle = Fraction(level.quantity.value) - sign * Fraction(change.quantity.value)
    word = say("less") if sign > 0 else say("plus")
    words = say(
        "{level} {word} {change} ({where}) is {amount}",
        level=level.text,
        word=word,
        change=change.text,
        where=_where(level),
        amount=plain(middle, unit=level.quantity.unit),
    )
    return interval, Support(words, (level.mention, change.mention))


def _from_same(claim: Claim, neighbours: Sequence[Claim]) -> Iterator[Expected]:
    """The same measure, stated for the same time elsewhere."""
    time = _time(claim)
    if time is None:
        return
    for other in _levels(claim, neighbours, time):
        if other.mention is not claim.mention and claim.role == other.role:
            assert other.quantity is not None
            yield (
                other.quantity.comparable(),
                Support(
                    say("{other} ({where}) says the same of {edtf}", other=other.text, where=_where(other), edtf=time.edtf),
                    (other.mention,),
                ),
            )


def _levels(claim: Claim, neighbours: Sequence[Claim], time: Period) -> Iterator[Claim]:
    """Levels of the same kind that hold at a time."""
    for other in neighbours:
        at = _time(other)
        if (
            other.role in ("level", None)
            and other.mention.kind == claim.mention.kind
            and at is not None
            and _same_time(at, time, flow=_is_flow(claim))
        ):
            yield other


def beside(first: Claim, second: Claim) -> bool:
    """Whether two figures stand close enough in one document to belong together."""
    return (
        first.document is second.document
        and max(first.span.start, second.span.start) - min(first.span.end, second.span.end) <= BESIDE
    )


def _is_flow(claim: Claim) -> bool:
    measure = measures().get(claim.measure or "")
    return measure is not None and measure.flow


def _time(claim: Claim) -> Period | None:
    return claim.as_of or claim.period


def _base(claim: Claim, rate: Claim) -> Period | None:
    """The time that a rate is measured from; year on year, the figure's own a year before."""
    if isinstance(rate.against, Period):
        return rate.against
    time = _time(claim)
    if rate.against == "year_on_year" and time is not None and time.year_known:
        return Period(YEAR.sub(lambda match: str(int(match[0]) - 1), time.edtf))
    return None


def _same_time(first: Period, second: Period, *, flow: bool) -> bool:
    """Whether two periods end on one day; two stretches of a flow must begin on one too."""
    if first.end is None or first.end != second.end:
        return False
    return not flow or first.start == second.start or 1 in (first.days, second.days)


@cache
def _changes() -> Finder:
    rows = [page(name)["change"] for name in ("zh.toml", "en.toml")]
    return Finder(Word(fold(word), "change", meaning) for row in rows for meaning in ("up", "down") for word in row[meaning])


def _direction(change: Claim) -> int | None:
    """1 for a change upwards, -1 downwards, by the nearest word before the figure, else behind it; None where no word says."""
    nearest = _changes().tokens(fold(change.prefix))[-1:] or _changes().tokens(fold(change.suffix))[:1]
    if not nearest:
        return None
    return 1 if nearest[0].meaning("change") == "up" else -1


def _where(claim: Claim) -> str:
    return PurePath(claim.document.name).name
