"""A figure cast for a part in its sentence, and what the parts of rates and of amounts have in common."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from factcheck import lexicon
from factcheck.extract.context import Context
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import Token
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

Part = Literal[
    "before", "after", "level", "change", "rate", "share", "points", "part", "whole", "total", "average", "each", "one_in", "aside"
]
# What stands between 较 and the level behind it is a time and at most a noun: 较2021年的, 比去年同期的, 较113年度预算数.
TIME = "0-9年月日号季度底末初同期上下半去前今本一二三四五六七八九十第财全当历史届次场"
TIME_OF = lazy_pattern(rf"(?P<time>[{TIME}][{TIME} ]{{0,11}})(?P<noun>[^，。,；;、0-9]{{0,6}})$")
# "than last year's", "compared with the previous quarter's", "than this year's" of a budget for the next
LAST_TIME = lazy_pattern(
    r"(?<![a-z])(?:than|from|with|against|versus|compared[ ]to|on|over)[ ](?:the[ ])?(?:last|previous|prior|this|current)[ ]"
    r"(?:year|month|quarter|week|season)'s[ ](?:record[ ]|total[ ]of[ ])?$"
)
# （2021年：7.4亿元）, "(2021: £40.0m)", "(FY21: £40.0m)", "(H1 2021: £40.0m)"
BRACKETED = lazy_pattern(
    r"""
    [（(][ ]?(?:in[ ])?(?:[hq][1-4][ ])?(?:fy[ ]?)?
    (?:(?:19|20)[0-9]{2}(?:[/-][0-9]{2})?|(?<=fy)[0-9]{2})(?:年(?:同期|度)?)?[ ]?[:：,，]?[ ]?为?$
    """,
    re.VERBOSE,
)
# "since 2018, when they were $40.0 million"
WHEN = lazy_pattern(r"[0-9]{4},[ ]when[ ](?:[a-z]+[ ]){0,3}$")
REACH = 20
# "an improvement on the 5.0 million", "up 48.5% over the 13.6 billion", ", or 5.0%, on the current"
ON_THE = lazy_pattern(r",?[ ](?:on|over)[ ](?:the|its|their|last[ ]year's|this[ ]year's|the[ ]previous[ ]year's|the[ ]current)[ ]$")
# How far 去年 may stand in front of a level.
WEAK_REACH = 60
# A figure ends here: "4,000", "12%", "$24.0 million".
SCALED = lazy_pattern(r"(?:[0-9%]|(?:thousand|million|billion|trillion))$")
# Characters of Chinese that bind words without adding to what they say.
PARTICLES = frozenset("了的是之已")


@dataclass(slots=True)
class Cast:
    """A figure, its part, and the direction of the change that it belongs to (+1, −1, 0 unknown).

    `weak_before` marks a level that its clause places in the time before (去年) though no word makes it the base of a change.
    """

    context: Context
    part: Part
    direction: int = 0
    weak_before: bool = False

    @property
    def mention(self) -> Mention:
        """The figure itself."""
        return self.context.mention


def direction_of(token: Token | None) -> int:
    """Which way a word of change goes: +1 up, −1 down, 0 where it is none."""
    if token is None:
        return 0
    return 1 if token.has("change.up") else -1 if token.has("change.down") else 0


def lands(prepared: Prepared, cue: Token, context: Context) -> bool:
    """Whether a word of change leads to the new level: 增至, "rose to"."""
    return cue.has("join.to") or "to" in prepared.folded[cue.end : context.mention.number.start].split()


def leads(prepared: Prepared, cue: Token, context: Context) -> bool:
    """Whether a word such as "from" belongs to the figure: nothing but hedges and articles stands between in English, no comma in Chinese.

    "$15 million from shops and $8 million from services" moves from nowhere to nowhere.
    """
    start = context.mention.span.start
    between = prepared.folded[cue.end : start]
    if "," in between or (not cue.words[0].text.isascii() and "，" in between):
        return False
    return not cue.words[0].text.isascii() or says_only(prepared, cue.end, start, "hedge", "join.before", "join.filler", "unit")


def says_only(prepared: Prepared, start: int, end: int, *kinds: str) -> bool:
    """Whether a stretch has no other words than those of some kinds; marks, digits and particles are no words."""
    covered = {
        place
        for token in prepared.tokens_in(start, end)
        if not token.kinds.isdisjoint(kinds)
        for place in range(token.start, token.end)
    }
    stretch = prepared.folded[start:end]
    return all(
        not character.isalpha() or character in PARTICLES or start + place in covered for place, character in enumerate(stretch)
    )


def compared(prepared: Prepared, context: Context) -> bool:
    """Whether a word of comparison leads to a level over its date: 较2021年的7亿元, 由去年的25.2%, "(2021: £40.0m)"."""
    place = context.mention.span.start
    ahead = prepared.folded[max(0, place - 40) : place]
    if (
        BRACKETED.search(ahead) is not None
        or LAST_TIME.search(ahead) is not None
        or WHEN.search(ahead) is not None
        or _on_the(prepared, context)
    ):
        return True
    words = prepared.tokens_in(max(context.clause.start, place - REACH), place)
    base = next((token for token in reversed(words) if token.has("join.compared") or token.has("join.from")), None)
    if base is None or any(token.has("change") or token.has("join.to") for token in words if token.start >= base.end):
        return False
    # 较上年同期 is one word, 较 and 2021年 are two.
    between = prepared.folded[base.end : place]
    if not between and base.words[0].text[0] in "较比":
        behind = prepared.starting.get(context.mention.span.end)
        return behind is not None and behind.has("change")  # 较去年同期29.8%增加; 较去年同期5%的增长 is a growth
    return between == "的" or TIME_OF.fullmatch(between) is not None


def _on_the(prepared: Prepared, context: Context) -> bool:
    """Whether "on the" or "over the" behind a word of change or a percent leads to the level before."""
    folded, place = prepared.folded, context.mention.span.start
    match = ON_THE.search(folded, max(0, place - 28), place)
    if match is None:
        return False
    token = prepared.ending.get(match.start())
    return folded.endswith(("%", "percent", "per cent", "points", "point"), 0, match.start()) or (
        token is not None and token.has("change")
    )


def averaged(context: Context, prepared: Prepared) -> bool:
    """Whether a word for an average leads to a figure, also one that opens a noun: 户均收入, "the average salary is"."""
    start = behind_word(context, "part.average")
    if start is None:
        return False
    words = prepared.tokens_in(start, context.mention.span.start)
    parting = ("join.before", "join.compared", "join.from", "part.total")
    if any((token.has("change") and not token.has("change.rate")) or any(token.has(kind) for kind in parting) for token in words):
        return False
    return context.mention.span.start - start <= REACH


def behind_word(context: Context, kind: str) -> int | None:
    """Where the nearest word of a class in a figure's clause ends, also one that opens a measure's name: the 平均 of 平均气温."""
    for token in reversed(context.before):
        if token.start < context.clause.start:
            return None
        text = token.words[0].text
        opening = next((word for word in opening_words(kind) if text.startswith(word)), None) if token.has("measure") else None
        if opening is not None:
            return token.start + len(opening.rstrip())
        if token.has(kind):
            return token.end
    return None


@cache
def opening_words(kind: str) -> tuple[str, ...]:
    """The words of a class that can open the name of a measure, longest first."""
    family, name = kind.split(".")
    words = [*lexicon.page("zh.toml")[family][name], *(f"{word} " for word in lexicon.page("en.toml")[family][name])]
    return tuple(sorted(words, key=len, reverse=True))


def of_the_figure_before(prepared: Prepared, token: Token) -> bool:
    """Whether an English word stands right behind a figure, and so is that figure's: "4,000 last year and 8,000 this year"."""
    if not token.words[0].text.isascii():
        return False
    ahead = prepared.folded[max(0, token.start - 12) : token.start].rstrip()
    unit = prepared.ending.get(token.start - 1)
    return SCALED.search(ahead) is not None or (unit is not None and unit.has("unit"))


def weak_before(prepared: Prepared, context: Context) -> bool:
    """Whether the clause speaks of the time before: 去年出口额为…."""
    place = context.mention.number.start
    tokens = prepared.tokens_in(max(context.clause.start, place - WEAK_REACH), place)
    behind = context.after[0] if context.after else None
    if behind is not None and behind.has("join.before") and of_the_figure_before(prepared, behind):
        return True
    return any(token.has("join.before") and not of_the_figure_before(prepared, token) for token in tokens)
