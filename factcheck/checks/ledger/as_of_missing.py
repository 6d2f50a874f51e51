"""A level that changes from date to date has one.

The ledger has several figures of the thing, of different dates; a figure that names none cannot be told from any of them, and will be
wrong as soon as the next one comes. A note, with the date that the ledger gives it.

Bad:  ledger: 截至2019年12月31日，腾讯员工为62885人。 || ledger: 截至2020年12月31日，腾讯员工为85858人。 || 腾讯拥有员工⟦85858人⟧。
Bad:  ledger: Tencent had 62,885 employees at the end of 2019. || ledger: Tencent had 85,858 employees at the end of 2020.
      || Tencent has ⟦85,858 employees⟧.
Good: ledger: 截至2020年12月31日，腾讯员工为85858人。 || 腾讯拥有员工85858人。
Good: ledger: Tencent had 62,885 employees at the end of 2019. || ledger: Tencent had 85,858 employees at the end of 2020.
      || At the end of 2020, Tencent had 85,858 employees.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.citing import cited
from factcheck.evidence.conversion import agree
from factcheck.evidence.on_record import on_record, series
from factcheck.finding import Checked, Finding, on
from factcheck.messages import say

LEVEL = "note"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Find the levels without a date of which the ledger has several that differ."""
    record = on_record(case)
    for claim, known in record.compared:
        entries = series(claim, known)
        quantities = [entry.claim.quantity for entry in entries if entry.claim.quantity is not None]
        if len({entry.time for entry in entries}) < 2 or not record.undated(claim) or agree(quantities) != "disagrees":
            continue
        assert claim.quantity is not None
        fitting = [
            entry for entry in entries if entry.claim.quantity and agree([claim.quantity, entry.claim.quantity]) != "disagrees"
        ]
        if fitting and fitting[-1].time != entries[-1].time:
            continue  # ledger/stale says so
        yield Checked((claim, *(entry.claim for entry in entries)), "undecidable")
        told = (
            say("the ledger has it as of {date}", date=fitting[-1].time.rpartition("/")[2])
            if fitting
            else say("it is none of those that the ledger has")
        )
        message = say('"{claim}" has no date, and the figure changes: {told}', claim=claim.text, told=told)
        because = (claim, *(entry.claim for entry in entries))
        yield on(claim, message, because=because, working=[cited(entry.claim) for entry in entries])
