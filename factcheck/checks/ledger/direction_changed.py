"""A change goes the way that it goes in the ledger.

Up 6.2% is not down 6.2%: the number is the ledger's, of the same subject, measure, time and base, and goes the other way. Compared where
the words beside the draft's figure and those of the ledger's quote go one way each; "the decline narrowed" says neither.

Bad:  ledger: 2019年，腾讯营收同比增长20.7%。 || 2019年，腾讯营收同比下降⟦20.7%⟧。
Bad:  ledger: In 2019, Tencent's revenue rose 20.7% year on year. || In 2019, Tencent's revenue fell ⟦20.7%⟧ year on year.
Good: ledger: 2019年，腾讯营收同比增长20.7%。 || 2019年，腾讯营收同比上升20.7%。
Good: ledger: In 2019, Tencent's revenue rose 20.7% year on year. || In 2019, Tencent's revenue was up 20.7% year on year.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.citing import cited
from factcheck.evidence.on_record import of_time, on_record, source_words
from factcheck.evidence.sourcing.meaning import same_direction
from factcheck.finding import Checked, Finding, on
from factcheck.messages import say

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare the way of each change with that of the ledger's that have its number."""
    record = on_record(case)
    for claim, known in record.compared:
        figure = claim.quantity
        entries = [one for one in of_time(claim, known) if one.quantity and figure and one.quantity.value == figure.value]
        told = [same_direction(claim, entry) for entry in entries]
        if not told or None in told:
            continue
        yield Checked((claim, *entries), "agrees" if True in told else "disagrees")
        if True not in told:
            message = say(
                '"{claim}" goes the other way than what the ledger has, "{entry}"', claim=claim.text, entry=entries[0].text
            )
            working = [cited(claim, damaged=record.damaged), *map(cited, entries), source_words(entries[0])]
            yield on(claim, message, because=(claim, *entries), working=working, level=None if record.certain(claim) else "warning")
