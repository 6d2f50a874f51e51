"""Numbers glued to a word (`more than130,000`, `February19`) and scale words taken over literally (`11 Ten thousand`).

Both leave the figure readable: it keeps its value, the damage is noted. Names that end in digits (COVID19, iPhone15, H1N1) are no
damage: only the hedges, verbs and prepositions of the lexicon and the names of months count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.document import Span
from factcheck.extract.damage.damaged import Damaged
from factcheck.extract.damage.words import (
    Around,
    Page,
    behind,
    damaged_date,
    damaged_number,
    month_numbers,
    scaled,
    shown,
    unit_at,
    word_set,
    words,
)
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

GLUED = "glued-number"
LITERAL = "literal-scale-word"
LONGEST = 12  # the longest word that a number is found glued to

# more than130,000; by10.20 billion; of1534277
NUMBER = lazy_pattern(r"(?<=[a-z])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d,]?\d|[-_/]?[a-z@]|\.[a-z\d])")
# June,1840,47 ships: a year between two commas that lost their blanks
BETWEEN = lazy_pattern(r"(?<=,)(?P<number>(?:1[5-9]|20)\d\d)(?=,\d{1,3}(?![\d,]))")
MONTH_BEFORE = lazy_pattern(r"(?P<month>[a-z]+),\Z")
WORD_BEFORE = lazy_pattern(r"(?<![a-z0-9/._#@&=-])[a-z]+\Z")
YEAR = lazy_pattern(r"(?:1[89]|20)\d\d")


@cache
def _literal() -> re.Pattern[str]:
    spelled = "|".join(("one[ ]hundred[ ]million", "hundred[ ]million", "ten[ ]thousand"))
    number = r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    return lazy_pattern(
        rf"""
          (?<![\d.,:/]){number}[ ]?(?P<spelled>{spelled})\b                                      # 1961 one hundred million
        | (?<![\d.,:/])(?P<figure>\d{{1,4}}\.\d+|[1-9]\d{{2,3}})[ ](?P<digits>10,000|100[ ]million)(?=[ ][a-z])   # 128.5 100 million yuan
        | (?<![\d.,:/])(?P<tens>\d{{2,}}(?:\.\d+)?)[ ]?(?P<chinese>[十百]万)(?![亿年])          # 40百万
        | (?<![\d.,:/])(?P<high>\d+(?:\.\d+)?)[ ]billion[ ](?P<low>\d+(?:\.\d+)?)[ ]million\b  # 482 billion 200 million
        """,
        re.VERBOSE,
    )


def find_literal_scale_words(page: Page) -> Iterator[Damaged]:
    """Digits followed by the words of 亿, 万 or 百万, as a translation word for word prints them."""
    for match in page.matches(_literal()):
        found = _literal_figure(page.folded, match)
        if found is not None:
            yield found


def _literal_figure(folded: str, match: re.Match[str]) -> Damaged | None:
    number = Span(match.start(), match.end())
    end, unit, kind = unit_at(folded, match.end())
    around = Around(match.end(), 0, end, unit, kind)
    if match["high"]:
        value = scaled(match["high"], 9) + scaled(match["low"], 6)
        why = say("two scale words in one figure: {value}", value=shown(value))
        return damaged_number(folded, LITERAL, number=number, values=[(value, why)], around=around)  # the value of neither half
    if match["chinese"]:
        if kind == "money":
            return None  # 百万元 is the unit of Hong Kong accounts
        power = words()["scale"][match["chinese"]]
        value = scaled(match["tens"], power)
        why = say("{chinese} behind digits: {value}", chinese=match["chinese"], value=shown(value))
        return damaged_number(folded, LITERAL, number=number, values=[(value, why)], around=around, replaces=False)
    number_text = match["number"] or match["figure"]
    if YEAR.fullmatch(number_text) and _year_before(folded, match.start()):
        return None
    if match["digits"] and unit is None:
        return None
    power = words()["scale"][match["spelled"]] if match["spelled"] else {"10,000": 4, "100 million": 8}[match["digits"]]
    value = scaled(number_text, power)
    chinese = "亿" if power == 8 else "万"
    why = say(
        '"{words}" is {chinese} taken over word for word, not a second number: {value}',
        words=match["spelled"] or match["digits"],
        chinese=chinese,
        value=shown(value),
    )
    return damaged_number(
        folded, LITERAL, number=number, values=[(value, why)], around=around, replaces=match["digits"] is not None
    )


def _year_before(folded: str, start: int) -> bool:
    """In 1961 one hundred million people voted: a year and a number in words."""
    word = re.search(r"([a-z]+)[ ,]+\Z", folded[max(0, start - LONGEST) : start])
    return word is None or word[1] in word_set("before_year")


def find_glued_numbers(page: Page) -> Iterator[Damaged]:
    """Numbers, days and years that lost the blank before them."""
    folded, months, glue = page.folded, month_numbers(), word_set("glue")
    for match in page.matches(BETWEEN):
        named = MONTH_BEFORE.search(folded, max(0, match.start() - LONGEST), match.start())
        if named is not None and named["month"] in months:
            date = f"{match['number']}-{months[named['month']]:02d}"
            span, number = Span(named.start(), match.end()), Span(match.start(), match.end())
            yield damaged_date(GLUED, span=span, number=number, dates=[(date, say("the blanks behind the commas are lost"))])
    for match in page.matches(NUMBER):
        word = WORD_BEFORE.search(folded, max(0, match.start() - LONGEST), match.start())
        if word is None:
            continue
        text, span = match["number"], Span(match.start(), match.end())
        if word[0] in months:
            found = _glued_day(word, match)
            if found is not None:
                yield found
        elif word[0] in glue and (len(text) > 1 or _measured(folded, match.end())):
            if YEAR.fullmatch(text) and not _measured(folded, match.end()):
                yield damaged_date(
                    GLUED, span=Span(word.start(), span.end), number=span, dates=[(text, _why(word[0]))], replaces=False
                )
                continue
            around = behind(folded, match.end())
            value = scaled(text, around.power)
            yield damaged_number(
                folded,
                GLUED,
                number=Span(span.start, around.scale_end),
                values=[(value, say("{why}: {value}", why=_why(word[0]), value=shown(value)))],
                around=around,
                replaces=False,
            )


def _why(word: str) -> str:
    return say('the blank behind "{word}" is lost', word=word)


def _measured(folded: str, place: int) -> bool:
    around = behind(folded, place)
    return around.unit is not None or around.power > 0


def _glued_day(word: re.Match[str], match: re.Match[str]) -> Damaged | None:
    value = Decimal(match["number"].replace(",", ""))
    month = month_numbers()[word[0]]
    span = Span(word.start(), match.end())
    if YEAR.fullmatch(match["number"]):
        return damaged_date(
            GLUED,
            span=span,
            number=Span(match.start(), match.end()),
            dates=[(f"{match['number']}-{month:02d}", _why(word[0]))],
            replaces=False,
        )
    if value != int(value) or not 1 <= value <= 31:
        return None
    return damaged_date(
        GLUED,
        span=span,
        number=Span(match.start(), match.end()),
        dates=[(f"XXXX-{month:02d}-{int(value):02d}", _why(word[0]))],
        replaces=False,
    )
