"""A figure is of the time that the ledger has it of.

The number is the ledger's, of the same subject and measure, and is of another year there, or of the same quarter of another year, while
the ledger has none of the time that the draft gives: last year's revenue told as that of the year before. Two times that begin in
different months are left alone, since one may be told by the firm's calendar, and so is a level, which may hold for long; where the
ledger has the time that the draft gives, ledger/conflict compares.

Bad:  ledger: 腾讯2019年营收为3772.9亿元。 || 腾讯2018年营收为⟦3772.9亿元⟧。
Bad:  ledger: Tencent's revenue in 2019 was 377.3 billion yuan. || Tencent's revenue in 2021 was ⟦377.3 billion yuan⟧.
Good: ledger: 腾讯2019年营收为3772.9亿元。 || 腾讯2019年营收为3772.9亿元。
Good: ledger: 腾讯2019年营收为3772.9亿元。 || 腾讯2018年营收为3126.9亿元。
Good: ledger: Tencent's revenue in 2019 was 377.3 billion yuan. || Tencent's revenue for the year to 31 March 2020 was 377.3 billion yuan.
"""

from collections.abc import Iterator

from factcheck.agreement import significant_digits
from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.evidence.citing import cited
from factcheck.evidence.on_record import of_time, on_record, source_words
from factcheck.finding import Checked, Finding, on
from factcheck.lexicon import measures
from factcheck.messages import chain, say

LEVEL = "warning"
# Two flows of one year and the next have their first two digits in common now and then, and three by luck once in a thousand.
DIGITS = 3
# A leap year is as long a stretch as the one before.
SPARE = 1


def check(case: Case) -> Iterator[Finding | Checked]:
    """Look for the number of each flow among the ledger's of other times."""
    record = on_record(case)
    for claim, known in record.compared:
        figure, flow = claim.quantity, measures().get(claim.measure or "")
        if (
            figure is None
            or flow is None
            or not flow.flow
            or significant_digits(figure) < DIGITS
            or record.dating(claim) != "stated"
        ):
            continue
        entries = [one for one in known if one.quantity is not None and one.quantity.value == figure.value]
        if not entries or of_time(claim, known) or not all(_apart(claim, entry) for entry in entries):
            continue
        yield Checked((claim, *entries), "disagrees")
        times = chain(dict.fromkeys(entry.period.edtf for entry in entries if entry.period is not None), by=", ")
        message = say('"{claim}" is of another time in the ledger: {when}', claim=claim.text, when=times)
        working = [cited(claim, damaged=record.damaged), *map(cited, entries), source_words(entries[0])]
        yield on(claim, message, because=(claim, *entries), working=working)


def _apart(claim: Claim, entry: Claim) -> bool:
    """Whether two claims are of two stretches of one length that begin in one month of different years."""
    one, other = claim.period, entry.period
    if one is None or other is None or one.days is None or other.days is None or abs(one.days - other.days) > SPARE:
        return False
    return (
        one.start is not None
        and other.start is not None
        and one.start.month == other.start.month
        and one.start.year != other.start.year
    )
