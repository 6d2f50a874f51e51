"""A figure without a date is the ledger's latest.

24 centres were right in June; the ledger has 25 of August, and a draft that gives no date of its own tells its reader what no longer
holds. A draft that says of when its figure is, or that was published before the newer one, is left alone; so is a flow, such as
revenue, which belongs to its period.

Bad:  ledger: 截至2019年12月31日，腾讯员工为62885人。 || ledger: 截至2020年12月31日，腾讯员工为85858人。 || 腾讯拥有员工⟦62885人⟧。
Bad:  ledger: Tencent had 62,885 employees at the end of 2019. || ledger: Tencent had 85,858 employees at the end of 2020.
      || Tencent has ⟦62,885 employees⟧.
Good: ledger: 截至2019年12月31日，腾讯员工为62885人。 || ledger: 截至2020年12月31日，腾讯员工为85858人。 || 2019年末，腾讯拥有员工62885人。
Good: ledger: Tencent had 62,885 employees at the end of 2019. || ledger: Tencent had 85,858 employees at the end of 2020.
      || Tencent has 85,858 employees.
"""

from collections.abc import Iterator, Sequence

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.evidence.citing import cited
from factcheck.evidence.conversion import agree
from factcheck.evidence.on_record import as_recorded, on_record, series, source_words
from factcheck.finding import Checked, Finding, on
from factcheck.messages import say

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Hold each level without a date against the ledger's latest."""
    record = on_record(case)
    for claim, known in record.compared:
        entries = series(claim, known)
        if len(entries) < 2 or not record.undated(claim):
            continue
        latest = [entry for entry in entries if entry.time == entries[-1].time]
        earlier = [entry.claim for entry in entries if entry.time != entries[-1].time and _agree(claim, [entry.claim])]
        newest = [entry.claim for entry in latest]
        if not earlier or _agree(claim, newest):
            continue
        yield Checked((claim, newest[0]), "undecidable")
        message = say(
            '"{claim}" is what the ledger has as of {when}; as of {later} it has "{newest}"',
            claim=claim.text,
            when=_when(earlier[-1]),
            later=_when(newest[0]),
            newest=newest[0].text,
        )
        working = [cited(claim, damaged=record.damaged), *map(cited, (*earlier, *newest)), source_words(newest[0])]
        yield on(claim, message, because=(claim, *earlier, *newest), working=working, fixes=as_recorded(claim, newest[0]))


def _agree(claim: Claim, entries: Sequence[Claim]) -> bool:
    """Whether a claim agrees with one of some entries."""
    return any(agree([claim.quantity, entry.quantity]) != "disagrees" for entry in entries if claim.quantity and entry.quantity)


def _when(entry: Claim) -> str:
    period = entry.as_of or entry.period
    return period.edtf if period is not None else say("no date")
