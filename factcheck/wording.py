"""How messages write amounts and intervals: exact digits, the scale words of the language, the unit in its own words."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from typing import get_args

from factcheck import lexicon
from factcheck.claim import Claim
from factcheck.interval import Interval, Number
from factcheck.lexicon.rates import denominators, is_rate, numerator
from factcheck.mention import Kind
from factcheck.messages import Language, Said, chain, say
from factcheck.quantity import Hedge, decimal_text, power_of_ten

__all__ = [
    "Language",
    "bare",
    "between",
    "hedge_name",
    "kind_name",
    "language_of",
    "measure_name",
    "measured",
    "plain",
    "scope_names",
    "subject_name",
    "with_unit",
    "written_in",
]

# More digits than this behind the point and a scale word no longer helps: 131,345,678 rather than 131.345678 million.
SCALED_PLACES = 4
# A longer decimal is a computed one, and is rounded to `DIGITS` for the eye.
EXACT_DIGITS = 15
DIGITS = 4
SYMBOLS = frozenset("%‰")
# The kind of a mention, in words; what a claim is of is called a measure too, and is another thing.
KINDS: dict[Kind, str] = {kind: "physical quantity" if kind == "measure" else kind for kind in get_args(Kind)}
HEDGES: dict[Hedge, str] = {hedge: hedge.replace("_", " ") for hedge in get_args(Hedge)}


def language_of(text: str) -> Language:
    """The language whose scale words a text uses: Chinese where it holds a Han character."""
    return "zh" if any("\u4e00" <= character <= "\u9fff" for character in text) else "en"


def written_in(text: str) -> Language:
    """The language that most of a text is in: an English draft may hold a Chinese gloss. A Han character says about as much as three letters."""
    han = sum("\u4e00" <= character <= "\u9fff" for character in text)
    latin = sum(character.isascii() and character.isalpha() for character in text)
    return "zh" if han * 3 > latin else "en"


def plain(value: Number | int, *, unit: str | None = None, language: Language = "en") -> Said:
    """An amount in base units as a reader would write it: 13640000000 CNY is "13.64 billion yuan" or "136.4亿元".

    A value without a short exact decimal (a quotient) is rounded to four digits.
    """
    return Said(_plain(value, unit, language), lambda other: _plain(value, unit, other))


def _plain(value: Number | int, unit: str | None, language: Language) -> str:
    exact = Fraction(value)
    text = decimal_text(exact)
    if "/" in text or len(text) > EXACT_DIGITS:
        exact = _to_places(exact, _places(exact))
    return _with_unit(_scaled(exact, language), one=abs(exact) == 1, unit=unit, language=language)


def bare(value: Number | int, *, unit: str | None = None, language: Language = "en") -> Said:
    """An amount without the noun of what is counted, which stands in the text already: 110000 drivers is "110,000"."""
    known = lexicon.units().get(unit or "")
    return plain(value, unit=None if known is not None and known.kind == "count" else unit, language=language)


def measure_name(name: str) -> Said:
    """What is measured, in words: "active users" for `active_users`, in Chinese by the first word that the lexicon has for it."""
    measure = lexicon.measures().get(name)
    return _named(name, measure.words if measure is not None else ())


def measured(claim: Claim) -> str:
    """What a claim's figure measures: the name of its measure, else the words of the text; empty where that is unknown."""
    return measure_name(claim.measure) if claim.measure else claim.measure_text or ""


def scope_names(names: Iterable[str], *, by: str = ", ") -> Said:
    """What narrows a measure down, in words: "cumulative, overseas"."""
    words = lexicon.page("zh.toml")["scope"]
    return chain((_named(name, words.get(name, ())) for name in names), by=by)


def kind_name(kind: Kind) -> Said:
    """The kind of a mention."""
    return say(KINDS[kind])


def hedge_name(hedge: Hedge) -> Said:
    """What the words at a figure make of it: "at least", "about"."""
    return say(HEDGES[hedge])


def subject_name(name: str) -> Said:
    """A subject, in Chinese by the first name that the lexicon has for it; what it does not know keeps its own."""
    return _named(name, _entity_words().get(name, ()))


def with_unit(digits: str, unit: str | None) -> Said:
    """Digits as they are, with their unit in words: "136000 people", "15%"."""

    def rendered(language: Language) -> str:
        return _with_unit(digits, one=digits == "1", unit=unit, language=language)

    return Said(rendered("en"), rendered)


def _named(name: str, words: Iterable[str]) -> Said:
    english = name.replace("_", " ")
    chinese = next((word for word in words if language_of(word) == "zh"), english)
    return Said(english, lambda language: chinese if language == "zh" else english)


@cache
def _entity_words() -> dict[str, tuple[str, ...]]:
    return {row["name"]: lexicon.listed(row["words"]) for row in lexicon.page("entities.toml")["entity"]}


def between(interval: Interval, *, unit: str | None = None, language: Language = "en", decimals: int | None = None) -> Said:
    """An interval in words: "35.9–48.6%", "more than 5 km", "at most 3 people".

    `decimals` is the power of ten to which the figure in question is written: the ends are rounded inward to it, so that they are
    figures that would agree; where no such figure lies inside, or None is given, the ends are rounded to four digits.
    """
    return Said(
        _between(interval, unit, language, decimals=decimals), lambda other: _between(interval, unit, other, decimals=decimals)
    )


def _between(interval: Interval, unit: str | None, language: Language, *, decimals: int | None) -> str:
    low, high = _ends(interval, decimals)
    if low is None and high is None:
        return "any value" if language == "en" else "任何值"
    if low is None or high is None:
        words = _BOUNDS[language, low is not None, interval.low_open if high is None else interval.high_open]
        amount = _plain(low if low is not None else high or 0, unit, language)
        return f"{words}{' ' if language == 'en' else ''}{amount}"
    if low == high:
        return _plain(low, unit, language)
    exponent = _common_scale(low, high, language)
    first, second = (decimal_text(end / power_of_ten(exponent)) if exponent else _grouped(end, language) for end in (low, high))
    joined = f"{first}–{second}" if low >= 0 else f"{first} … {second}"
    return _with_unit(joined + _scale_word(exponent, language), one=False, unit=unit, language=language)


_BOUNDS: dict[tuple[Language, bool, bool], str] = {
    ("en", True, True): "more than",
    ("en", True, False): "at least",
    ("en", False, True): "less than",
    ("en", False, False): "at most",
    ("zh", True, True): "超过",
    ("zh", True, False): "不低于",
    ("zh", False, True): "低于",
    ("zh", False, False): "不超过",
}


def _ends(interval: Interval, decimals: int | None) -> tuple[Fraction | None, Fraction | None]:
    low, high = interval.low, interval.high
    if decimals is not None:
        step = power_of_ten(decimals)
        inner_low = None if low is None else -(-low // step) * step
        inner_high = None if high is None else high // step * step
        if inner_low is None or inner_high is None or inner_low <= inner_high:
            return inner_low, inner_high
    places = max((_places(end) for end in (low, high) if end), default=0)
    if low is not None and high is not None and low != high:
        # Close ends need the digits that tell them apart.
        places = max(places, _places(high - low) - DIGITS + 2)
    return (None if low is None else _to_places(low, places), None if high is None else _to_places(high, places))


def _places(value: Fraction) -> int:
    """How many places behind the point four significant digits take; negative in front of it."""
    if value == 0:
        return 0
    exponent = len(str(abs(value.numerator))) - len(str(value.denominator))
    if abs(value) < power_of_ten(exponent):
        exponent -= 1
    return DIGITS - 1 - exponent


def _to_places(value: Fraction, places: int) -> Fraction:
    return Fraction(round(value * power_of_ten(places))) / power_of_ten(places)


def _common_scale(low: Fraction, high: Fraction, language: Language) -> int:
    """The scale of the larger end, where it leaves both ends few digits behind the point; 0 for none."""
    largest = max(abs(low), abs(high))
    exponent = next((scale for scale in _scales(language).values() if largest >= power_of_ten(scale)), 0)
    short = all((end / power_of_ten(exponent) * 10**SCALED_PLACES).denominator == 1 for end in (low, high))
    return exponent if short else 0


def _scaled(value: Fraction, language: Language) -> str:
    exponent = _common_scale(value, value, language)
    return decimal_text(value / power_of_ten(exponent)) + _scale_word(exponent, language) if exponent else _grouped(value, language)


def _scale_word(exponent: int, language: Language) -> str:
    if not exponent:
        return ""
    word = next(word for word, scale in _scales(language).items() if scale == exponent)
    return f" {word}" if language == "en" else word


def _grouped(value: Fraction, language: Language) -> str:
    """An amount without a scale word; English groups its thousands, Chinese leaves them to 万."""
    text = decimal_text(value)
    if language == "zh":
        return text
    whole, _, rest = text.partition(".")
    # The sign is kept by hand: int("-0") would lose that of −0.5.
    grouped = ("-" if whole.startswith("-") else "") + f"{int(whole.lstrip('-')):,}"
    return f"{grouped}.{rest}" if rest else grouped


def _with_unit(number: str, *, one: bool, unit: str | None, language: Language) -> str:
    if unit is None:
        return number
    word = _unit_word(unit, language, one=one)
    return number + word if language == "zh" or word in SYMBOLS else f"{number} {word}"


@cache
def _scales(language: Language) -> dict[str, int]:
    scales: dict[str, int] = lexicon.page("display.toml")["scale"][language]
    return dict(sorted(scales.items(), key=lambda item: -item[1]))


@cache
def _unit_word(unit: str, language: Language, *, one: bool) -> str:
    if is_rate(unit):
        return _rate_words(unit, language, one=one)
    words = lexicon.page("display.toml")["unit"].get(unit)
    if words is not None:
        return str(words["zh"] if language == "zh" else words["one"] if one else words["many"])
    known = lexicon.units().get(unit)
    name = unit.replace("_", " ")
    if known is None:
        return name
    if language == "zh":
        return next((word for word in known.words if language_of(word) == "zh"), unit)
    plurals = (f"{name}s", f"{name}es", f"{name[:-1]}ies")
    return name if one else next((plural for plural in plurals if plural in known.words), name)


def _rate_words(unit: str, language: Language, *, one: bool) -> str:
    """What a rate is in words: "yuan per share", 元/股, "people per 1,000 people"."""
    above, below = numerator(unit), denominators(unit)
    head = "" if above is None else _unit_word(above, language, one=one)
    if language == "zh":
        parts = "·".join(f"{_grouped_number(part.number, language)}{_unit_word(part.unit, language, one=True)}" for part in below)
        return f"{head}/{parts if len(below) == 1 else f'({parts})'}"
    each = (
        f"per {_grouped_number(part.number, language)}{_unit_word(part.unit, language, one=part.number == 1)}" for part in below
    )
    return " ".join([head, *each]).strip()


def _grouped_number(number: int, language: Language) -> str:
    """How many a rate is for, nothing for one: "1,000 ", 千."""
    if number == 1:
        return ""
    if language == "en":
        return _grouped(Fraction(number), language) + " "
    return {100: "百", 1000: "千", 10000: "万"}.get(number) or _scaled(Fraction(number), language)
