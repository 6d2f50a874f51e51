"""A change in percentage points is the difference of the two rates that it lies between.

Where the change is written in percent, either reading may be meant: it is an error here only if it fits neither as points nor as a
relative change (unit/percent-or-point asks which is meant). Basis points are hundredths of a point.

Bad:  出勤率由92.1%提高到94.3%，上升⟦4.5个百分点⟧。
Bad:  Attendance climbed from 92.1% to 94.3%, up ⟦4.5 percentage points⟧.
Good: 出勤率由92.1%提高到94.3%，上升2.2个百分点。
Good: 毛利率由22.1%提高到24.3%，净利率上升4.5个百分点。
Good: Attendance climbed from 92.1% to 94.3%, up 2.2 percentage points.
Good: The policy rate was raised from 4.5% to 5%, up 50 basis points.
"""

from collections.abc import Iterator

from factcheck.agreement import compare
from factcheck.case import Case
from factcheck.claim import Relation
from factcheck.evidence.working import figures_of, judged, sign_is_wrong
from factcheck.finding import Checked, Finding
from factcheck.formula import DECREASE, FALL, GROWTH, INCREASE

LEVEL = "error"
RISE, DROP = "the rise from {before} to {after}", "the drop from {before} to {after}"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every stated change of a rate with the difference of its two ends."""
    for name, formula, phrase in (("points-up", INCREASE, RISE), ("points-down", DECREASE, DROP)):
        for relation in case.related(name):
            if not sign_is_wrong(relation, formula):
                yield from judged(relation, formula, phrase=phrase)
    for relation in case.related("rate-change"):
        yield from _neither_reading(relation)


def _neither_reading(relation: Relation) -> Iterator[Finding | Checked]:
    figures = figures_of(relation, INCREASE)
    if figures is None:
        return
    ends = {"before": figures["before"], "after": figures["after"]}
    readings = [compare(formula, **ends, change=figures["change"]) for formula in (INCREASE, DECREASE)]
    readings += [compare(formula, **ends, rate=figures["change"]) for formula in (GROWTH, FALL)]
    if all(reading.verdict == "disagrees" for reading in readings):
        falls = figures["after"][0].value < figures["before"][0].value
        yield from judged(relation, DECREASE if falls else INCREASE, phrase=DROP if falls else RISE)
