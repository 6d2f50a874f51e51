"""A figure is as sure as the ledger's source has it.

"At least 80 million" is not 80 million, and 近三成 is not 三成: a hedge that is dropped or put in makes another statement of the same
number. A warning where the hedge turns round, or where it changes within one language; a note across languages, which place 多 and
"about" by habit.

Bad:  ledger: 截至2022年12月31日，京东健康医生超过15万人。 || 截至2022年12月31日，京东健康医生为⟦15万人⟧。
Bad:  ledger: Tencent had nearly 86,000 employees at the end of 2020. || At the end of 2020, Tencent had ⟦86,000 employees⟧.
Good: ledger: 截至2022年12月31日，京东健康医生超过15万人。 || 截至2022年12月31日，京东健康医生逾15万人。
Good: ledger: Tencent had 85,858 employees at the end of 2020. || At the end of 2020, Tencent had about 86,000 employees.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.citing import cited
from factcheck.evidence.on_record import of_time, on_record, source_words, threshold_untrue
from factcheck.evidence.sourcing.meaning import side, sureness
from factcheck.finding import Checked, Finding, on
from factcheck.messages import say

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare the hedge of each figure with those of the ledger's figures of its key that have its number."""
    record = on_record(case)
    for claim, known in record.compared:
        figure = claim.quantity
        assert figure is not None
        same = [one for one in of_time(claim, known) if one.quantity is not None and one.quantity.value == figure.value]
        if figure.vague or not same or side(claim.mention) in {side(one.mention) for one in same}:
            continue
        # What cannot be true at all is said by the checks of the values.
        if all(threshold_untrue(claim, one) for one in same):
            continue
        yield Checked((claim, same[0]), "agrees by rounding")
        message = say('"{claim}" is not as sure as what the ledger has, "{entry}"', claim=claim.text, entry=same[0].text)
        working = [cited(claim, damaged=record.damaged), *map(cited, same), source_words(same[0])]
        yield on(claim, message, because=(claim, *same), working=working, level=sureness(claim, same))
