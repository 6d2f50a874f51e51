"""A time of day is one that the clock has.

After noon and in the evening no hour is called 0, and in the morning none is called 15; "15:30 am" mixes both clocks, and no hour has
75 minutes. Figures alone are a time where something begins or ends at them (began at 8:75, 25:61发车). Left alone: the hours 24 to 30 of
broadcasts without a word for the part of the day, scores and ratios (2:75), and 下午15点, where nothing but the word is one too many.

Bad:  会议定于⟦上午15点⟧开始。
Bad:  列车⟦下午3点75分⟧发车。
Bad:  The doors open at ⟦15:30 am⟧.
Bad:  The doors open at ⟦3:75 pm⟧.
Bad:  The meeting began at ⟦8:75⟧.
Bad:  列车⟦25:61⟧发车。
Bad:  The doors open at ⟦31:30⟧.
Good: 会议定于下午3点15分开始。
Good: 会议定于下午15点开始。
Good: The doors open at 15:30, or 3:30 pm.
Good: The night show starts at 25:30.
Good: The mix is best at 20:80.
Good: The home side won 2:75 of the bets, I am sure.
"""

import re
from collections.abc import Iterator
from functools import cache

from factcheck import lexicon
from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.usage import matches
from factcheck.finding import Finding
from factcheck.lexicon.calendar import alternatives
from factcheck.messages import Said, say
from factcheck.pattern import lazy_pattern

LEVEL = "warning"
HOURS, MINUTES = 12, 60
LATEST = 30  # broadcasts count the hours of a night on from midnight


def check(case: Case) -> Iterator[Finding]:
    """Look at every time that a part of the day, a half of the clock or a word of beginning stands beside."""
    for document, match in matches(case, _pattern()):
        bare = match["at"] or match["then"]
        fact = _impossible_bare(bare) if bare else _impossible(match)
        if fact is not None:
            span = Span(*(match.span("at" if match["at"] else "then") if bare else match.span()))
            time = document.text[span.start : span.end]
            yield Finding(document, span, say('the clock has no "{time}": {fact}', time=time, fact=fact))


def _impossible_bare(time: str) -> Said | None:
    hour, minutes = map(int, time.split(":"))
    if minutes >= MINUTES:
        return say("an hour has 60 minutes")
    return say("a day has 24 hours") if hour > LATEST else None


def _impossible(match: re.Match[str]) -> Said | None:
    hour, minutes = int(match["hour"] or match["digits"]), int(match["minutes"] or match["after"] or 0)
    if minutes >= MINUTES:
        return say("an hour has 60 minutes")
    if match["part"] is not None:
        return say("the morning ends at 12") if match["part"] in _mornings() and hour > HOURS else None
    return say("am and pm belong to a clock of 12 hours") if hour > HOURS else None


@cache
def _mornings() -> frozenset[str]:
    return frozenset(lexicon.page("usage.toml")["clock"]["morning"]["words"])


@cache
def _pattern() -> re.Pattern[str]:
    clock = lexicon.page("usage.toml")["clock"]
    begun, begins = alternatives(clock["begun"]), alternatives(clock["begins"])
    parts = alternatives([*clock["morning"]["words"], *clock["afternoon"]["words"]])
    return lazy_pattern(
        rf"""
        (?P<part>{parts})(?P<hour>[0-9]{{1,2}})(?:点|时|:)(?:(?P<minutes>[0-9]{{2}})分?)?(?![0-9:])    # 上午15点, 下午3点75分
      | (?<![0-9:.])(?P<digits>[0-9]{{1,2}}):(?P<after>[0-9]{{2}})\ ?(?:{alternatives(clock["half_day"])})(?![a-z])     # 15:30 am
      | (?<![a-z])(?:{begun})\ at\ (?P<at>[0-9]{{1,2}}:[0-9]{{2}})(?![0-9:]|\ ?[ap]\.?m)                                             # began at 8:75
      | (?<![0-9:.,])(?P<then>[0-9]{{1,2}}:[0-9]{{2}})(?:准时)?(?:{begins})                                                   # 25:61发车
        """,
        re.VERBOSE,
    )
