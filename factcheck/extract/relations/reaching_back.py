"""Lists of addends that reach back over what was summed up before: 房费共1140元；早餐48元，停车30元，合计1218元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extract.relations.agreeing import agree
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import amounts_in, of_one_noun
from factcheck.extract.relations.runs import LEVELS, value
from factcheck.formula import SUM

# A total does not reach back over more figures than a reader keeps in mind.
FURTHEST = 12


def reaching_back(earlier: Sequence[Cast], addends: Sequence[Cast], total: Cast) -> list[Cast]:
    """The addends of a total, those before the list among them where only so it is their sum.

    Words do not say how far back 合计 or "in all" goes: over the last list, over the sub-totals of the lists before, or over everything
    since the first figure. `earlier` are the figures before the list, of its own sentence and of those before it.
    """
    if agree(SUM, {"addend": addends, "total": [total]}):
        return list(addends)
    near = [one for one in amounts_in(earlier[-FURTHEST:]) if one.part in LEVELS and one.part != "part" and of_one_noun(one, total)]
    for before in (near, _with_sub_totals(near)):
        for wider in _lengthened(before, addends, total):
            if agree(SUM, {"addend": wider, "total": [total]}):
                return wider
    return list(addends)


def _lengthened(before: Sequence[Cast], addends: Sequence[Cast], total: Cast) -> Iterator[list[Cast]]:
    """A list with one more of the figures before it at a time, as long as they are not more than the total."""
    made, most = sum(value(one) for one in addends), value(total) * 2
    for place in reversed(range(len(before))):
        made += value(before[place])
        if made > most:
            return
        yield [*before[place:], *addends]


def _with_sub_totals(amounts: Sequence[Cast]) -> list[Cast]:
    """Amounts with each sub-total in the place of those that it sums up."""
    kept: list[Cast] = []
    for one in amounts:
        if one.part == "total":
            for length in range(2, len(kept) + 1):
                if agree(SUM, {"addend": kept[-length:], "total": [one]}):
                    del kept[-length:]
                    break
        kept.append(one)
    return kept
