"""The sources of the ledger agree on what a draft takes from it.

Where two sources give two figures for one subject, measure, scope and date, a draft that has one of them chooses between the two, and a
reader should know. Figures of different dates are a series and no disagreement; neither are two that were rounded from one value.

Bad:  ledger: 腾讯2019年营收为3772.9亿元。 || ledger: 腾讯2019年营收为3472.9亿元。 || 腾讯2019年营收为⟦3772.9亿元⟧。
Bad:  ledger: Tencent had 85,858 employees at the end of 2020. || ledger: Tencent had 89,228 employees at the end of 2020.
      || At the end of 2020, Tencent had ⟦85,858 employees⟧.
Good: ledger: 腾讯2019年营收为3772.9亿元。 || ledger: 腾讯2019年营收为3773亿元。 || 腾讯2019年营收为3772.9亿元。
Good: ledger: Tencent had 85,858 employees at the end of 2020. || ledger: Tencent had 89,228 employees at the end of 2021.
      || At the end of 2020, Tencent had 85,858 employees.
"""

from collections.abc import Iterator
from itertools import combinations

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.evidence.citing import cited
from factcheck.evidence.conversion import agree
from factcheck.evidence.on_record import of_time, on_record
from factcheck.finding import Checked, Finding, on
from factcheck.messages import say

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare the ledger's figures of one key with each other, where the draft has one of them."""
    record = on_record(case)
    for claim, known in record.compared:
        entries = of_time(claim, known)
        apart = next((pair for pair in combinations(entries, 2) if _disagree(*pair)), None)
        if apart is None or all(_disagree(claim, entry) for entry in entries):
            continue
        yield Checked((claim, *apart), "undecidable")
        message = say(
            'the sources of the ledger disagree about "{claim}": "{one}" and "{other}"',
            claim=claim.text,
            one=apart[0].text,
            other=apart[1].text,
        )
        yield on(
            claim,
            message,
            because=(claim, *entries),
            working=[say("{cited} ({who})", cited=cited(one), who=_who(one)) for one in entries],
        )


def _disagree(first: Claim, second: Claim) -> bool:
    assert first.quantity is not None and second.quantity is not None
    return agree([first.quantity, second.quantity]) == "disagrees"


def _who(entry: Claim) -> str:
    """Who says it, and when: what a reader weighs sources by."""
    published = entry.source.published.isoformat() if entry.source.published else None
    return ", ".join(part for part in (entry.source.publisher, entry.source.title, published) if part) or entry.source.id
