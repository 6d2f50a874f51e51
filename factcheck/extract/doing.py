"""What a verb says that its figure measures: the employees of "employs 2,140", the research of "spent $3 million on research and development"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from factcheck.document import Span
from factcheck.extract.nouns import noun_behind
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import fold, page
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

# What hedges a figure between it and its verb, and the marks of aspect: 投入了约3200万元.
FILLED = lazy_pattern(r"(?:[ ](?:about|some|over|nearly|almost|more[ ]than|around|roughly|a[ ]record))?[ ]?|了?(?:约|近|超过?|逾)?")
# $3 million a year on research and development; 3200万元用于研发
TIED = lazy_pattern(r"(?:[ ](?:a[ ]year|last[ ]year|this[ ]year|annually))?[ ](?:on|in|into)[ ](?:its[ ]|the[ ])?|用于|用在|进行")
# 在研发上花费
AHEAD = lazy_pattern(r"(?:上|方面|领域)?$")
LONGEST_VERB = 16
LONGEST_OBJECT = 28


class Doing(NamedTuple):
    """A verb, what it is done to where that has to be said, the nouns that say no more than it does, and the measure that they name."""

    verb: str
    objects: tuple[str, ...]
    nouns: frozenset[str]
    measure: str


@cache
def _doings() -> tuple[Doing, ...]:
    """The verbs of the page, the longest first; of the same verb, that with an object."""
    rows = page("doing.toml")["doing"]
    found = [
        Doing(
            fold(verb),
            tuple(sorted(row.get("objects", ()), key=len, reverse=True)),
            frozenset(row.get("nouns", ())),
            row["measure"],
        )
        for row in rows
        for verb in row["verbs"]
    ]
    return tuple(sorted(found, key=lambda doing: (-len(doing.verb), not doing.objects, doing.verb)))


@cache
def _verb_ends() -> tuple[str, ...]:
    return tuple({doing.verb for doing in _doings()})


def done(prepared: Prepared, mention: Mention, floor: int) -> tuple[str, Span] | None:
    """The measure that the verb before a figure names, with the words that say it; `floor` is where its clause begins."""
    folded, start = prepared.folded, mention.span.start
    low = max(floor, start - LONGEST_VERB - LONGEST_OBJECT)
    reached = next((end for end in _ends(folded, low, start) if folded.endswith(_verb_ends(), low, end)), None)
    if reached is None:
        return None
    for doing in _doings():
        begin = reached - len(doing.verb)
        if (
            begin < low
            or not folded.startswith(doing.verb, begin)
            or (doing.verb[0].isascii() and folded[begin - 1 : begin].isalpha())
        ):
            continue
        noun = noun_behind(prepared, mention) if doing.nouns else None
        if noun is not None and folded[noun.start : noun.end] not in doing.nouns:
            return None
        said = Span(begin, reached) if not doing.objects else _object(folded, doing, Span(low, begin), mention.span.end)
        if said is not None:
            return doing.measure, said
    return None


def _ends(folded: str, low: int, start: int) -> tuple[int, ...]:
    """Where a verb may end before a figure: right before it, or before what hedges it."""
    return tuple(
        end for end in range(start, max(low, start - LONGEST_VERB), -1) if FILLED.fullmatch(folded, end, start) is not None
    )


def _object(folded: str, doing: Doing, before: Span, end: int) -> Span | None:
    """What something is done to, behind the figure or in front of the verb."""
    tied = TIED.match(folded, end)
    for word in doing.objects:
        if tied is not None and folded.startswith(word, tied.end()):
            return Span(tied.end(), tied.end() + len(word))
        place = folded.rfind(word, before.start, before.end)
        if place >= 0 and not word[0].isascii() and AHEAD.fullmatch(folded, place + len(word), before.end) is not None:
            return Span(place, place + len(word))
    return None
