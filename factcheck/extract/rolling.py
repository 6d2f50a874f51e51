"""Rolling stretches: lengths of time that are told from the day of writing, 近三年, "the past five years", 未来十年.

Their mention is a length. As a time they keep the figures of their sentence from taking another one, and where the day of writing is
known, a sum is of the stretch that runs up to it.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.extract.prepared import Prepared
from factcheck.lexicon.calendar import alternatives, listed
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern
from factcheck.period import Period

# The steps that an amount is told over; those of the calendar with how many months they have.
MONTHS: Final = {"year": 12, "quarter": 3, "month": 1}
STEPS: Final = frozenset({*MONTHS, "week", "day"})
# The longest word, with a blank.
REACH = 24
LEADING = lazy_pattern(
    rf"(?<![a-z])(?:(?P<past>{alternatives(listed('rolling', 'past'))})|{alternatives(listed('rolling', 'coming'))})[ ]?\Z".replace(
        r"\ ", "[ ]"
    )
)
# 过去三年后 tells of what came then; "the last three years of the war" ended on another day than that of writing.
OTHERWISE = lazy_pattern(r"[之以]?[后前]|[ ](?:of|after|before)(?![a-z])")


def is_rolling(prepared: Prepared, mention: Mention) -> bool:
    """Whether a mention is a length of time that runs up to the day of writing, or on from it."""
    return _leading(prepared, mention) is not None


def stretch_until(prepared: Prepared, mention: Mention, *, published: Period | None) -> Period | None:
    """The stretch of so many months or years up to the day of writing; None for one to come, and where that day is unknown."""
    leading, quantity = _leading(prepared, mention), mention.quantity
    if leading is None or leading["past"] is None or quantity is None or published is None or not published.is_day:
        return None
    if quantity.high is not None or quantity.hedge != "exact":
        return None
    months = quantity.value * MONTHS.get(quantity.unit or "", 0)
    return published.reaching_back(int(months)) if months == int(months) else None


def _leading(prepared: Prepared, mention: Mention) -> re.Match[str] | None:
    """The word in front of a length of time that says which time it is."""
    if mention.kind != "duration" or mention.quantity is None or mention.quantity.unit not in STEPS:
        return None
    start, end = mention.span.start, mention.span.end
    if OTHERWISE.match(prepared.folded, end) is not None:
        return None
    return LEADING.search(prepared.folded, max(0, start - REACH), start)
