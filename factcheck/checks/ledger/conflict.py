r"""A draft agrees with the ledger on what the ledger has a source for.

A figure is held against the ledger's of the same subject, measure, scope, date and unit; it agrees where the intervals that both were
rounded from meet. Another date is no conflict, nor is a damaged figure, whose readings the garble checks hold against the ledger, nor
a figure that words beside it narrow down to less than the ledger speaks of; "more than" and its kind are held by ledger/threshold-untrue.
An error where the sentence names subject and date itself,
a warning where it leans on its neighbours.

Bad:  ledger: 腾讯2019年营收为3772.9亿元。 || 腾讯2019年营收为⟦3472亿元⟧。
Bad:  ledger: Tencent had 85,858 employees at the end of 2020. || At the end of 2020, Tencent had ⟦95,858 employees⟧.
Good: ledger: 腾讯2019年营收为3772.9亿元。 || 腾讯2019年营收为3773亿元。
Good: ledger: 腾讯2019年营收为3772.9亿元。 || 腾讯2020年营收为4820.6亿元。
Good: ledger: Tencent had 85,858 employees at the end of 2020. || At the end of 2020, Tencent had nearly 86,000 employees.
Good: ledger: Tencent had 85,858 employees at the end of 2020. || At the end of 2020, Tencent had 5,400 overseas employees.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.evidence.citing import cited, place
from factcheck.evidence.conversion import agree
from factcheck.evidence.on_record import OnRecord, as_recorded, of_time, on_record, source_words, threshold_untrue
from factcheck.evidence.slips import slip_lines
from factcheck.finding import Checked, Finding, Level, on
from factcheck.messages import say
from factcheck.quantity import BOUNDS

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare each claim with the ledger's of the same key."""
    record = on_record(case)
    for claim, known in record.compared:
        for result in _compared(claim, of_time(claim, known), record):
            yield _corrected(result) if isinstance(result, Finding) and record.is_suspect(claim) else result


def _corrected(finding: Finding) -> Finding:
    """A figure of a rewritten page is no statement against the ledger: the ledger corrects it."""
    return replace(
        finding,
        level="warning",
        message=say("{message}; damage proves its page rewritten, so the ledger corrects it", message=finding.message),
    )


def _compared(claim: Claim, entries: Sequence[Claim], record: OnRecord) -> Iterator[Finding | Checked]:
    assert claim.quantity is not None
    verdicts = [agree([claim.quantity, entry.quantity]) for entry in entries if entry.quantity is not None]
    for entry, verdict in zip(entries, verdicts, strict=True):
        yield Checked((claim, entry), verdict)
    if not verdicts or any(verdict != "disagrees" for verdict in verdicts) or _untrue(claim, entries):
        return
    entry = entries[0]
    message = say(
        '"{claim}" is not what the ledger has in {place}, "{entry}"',
        claim=claim.text,
        place=place(entry.document, entry.span.start),
        entry=entry.text,
    )
    working = [
        cited(claim, damaged=record.damaged),
        *(cited(one) for one in entries),
        source_words(entry),
        *slip_lines(claim, entry),
    ]
    # "More than 100" is true of 467, if no help to a reader.
    level: Level = "error" if record.certain(claim) and claim.quantity.hedge not in BOUNDS else "warning"
    yield on(claim, message, because=(claim, *entries), working=working, level=level, fixes=as_recorded(claim, entry))


def _untrue(claim: Claim, entries: Sequence[Claim]) -> bool:
    """Whether it is a bound that is untrue, which ledger/threshold-untrue says."""
    return all(threshold_untrue(claim, entry) for entry in entries)
