"""What is said to lie above or below a threshold does so by the ledger.

"More than 109 million" is untrue of 108.6 million, and 不足三成 of 31%. The ledger's figure is taken as the interval that it was rounded
from, so a bound is only untrue where it fails for every value that the figure may stand for.

Bad:  ledger: 截至2020年12月31日，腾讯员工为85858人。 || 截至2020年12月31日，腾讯员工⟦超过8.6万人⟧。
Bad:  ledger: Tencent had 85,858 employees at the end of 2020. || At the end of 2020, Tencent had ⟦fewer than 85,000 employees⟧.
Good: ledger: 截至2020年12月31日，腾讯员工为85858人。 || 截至2020年12月31日，腾讯员工超过8.5万人。
Good: ledger: Tencent had 85,858 employees at the end of 2020. || At the end of 2020, Tencent had more than 85,000 employees.
Good: ledger: Tencent had about 86,000 employees at the end of 2020. || At the end of 2020, Tencent had more than 86,000 employees.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.citing import cited
from factcheck.evidence.on_record import of_time, on_record, source_words, threshold_untrue
from factcheck.finding import Checked, Finding, Level, on
from factcheck.messages import say
from factcheck.quantity import BOUNDS

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Hold each bound against the ledger's figures of the same key."""
    record = on_record(case)
    for claim, known in record.compared:
        entries = of_time(claim, known)
        if claim.quantity is None or claim.quantity.hedge not in BOUNDS or not entries:
            continue
        untrue = all(threshold_untrue(claim, entry) for entry in entries)
        yield Checked((claim, *entries), "disagrees" if untrue else "agrees")
        if untrue:
            message = say('"{claim}" is untrue of what the ledger has, "{entry}"', claim=claim.text, entry=entries[0].text)
            working = [cited(claim, damaged=record.damaged), *map(cited, entries), source_words(entries[0])]
            level: Level = "error" if record.certain(claim) and not record.is_suspect(claim) else "warning"
            yield on(claim, message, because=(claim, *entries), working=working, level=level)
