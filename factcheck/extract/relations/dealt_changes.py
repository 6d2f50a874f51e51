"""Changes that a word deals out among several pairs of levels: 营收…（上年…），第三季度…（上年…），分别增长32.0%和36.4%."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import Cast

CHANGES = ("rate", "change", "points")


def dealt_out(prepared: Prepared, casts: Sequence[Cast], pairs: Sequence[tuple[Cast, Cast]]) -> Sequence[Cast | None] | None:
    """The change of each pair of levels where 分别 or "respectively" stands behind them all; None where no such word does.

    Where the changes are not as many as the pairs, 分别提高2.4和0.7个百分点, none is told of any of them.
    """
    if len(pairs) < 2:
        return None
    last = max(level.mention.span.end for pair in pairs for level in pair)
    if not any(token.has("part.respectively") for token in prepared.tokens_in(last, prepared.sentence(last).end)):
        return None
    behind = [one for one in casts if one.mention.span.start > last]
    # The verb stands in front of the first alone.
    told = len({one.mention.kind for one in behind}) == 1 and behind[0].part in CHANGES
    return behind if told and len(behind) == len(pairs) else [None] * len(pairs)
