"""A figure is of what the ledger's is of.

The number is the ledger's, of the same subject and date, and is of something else there: net profit given as revenue, registered users
as active ones, the doctors of a platform as its own. Compared only between words that no language mixes up, and where the ledger has
nothing of what the draft speaks of; otherwise ledger/conflict says what that is.

Bad:  ledger: 腾讯2022年净利润为1882.4亿元。 || 腾讯2022年营收为⟦1882.4亿元⟧。
Bad:  ledger: Tencent's net profit in 2022 was 188.2 billion yuan. || Tencent's revenue in 2022 was ⟦188.2 billion yuan⟧.
Good: ledger: 腾讯2022年净利润为1882.4亿元。 || 腾讯2022年净利润为1882.4亿元。
Good: ledger: Tencent's net profit in 2022 was 188.2 billion yuan. || In 2022, Tencent's net profit was 188.2 billion yuan.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.citing import cited
from factcheck.evidence.keys import dimension
from factcheck.evidence.on_record import of_time, on_record, source_words
from factcheck.evidence.sourcing.meaning import same_matter
from factcheck.finding import Checked, Finding, on
from factcheck.messages import chain, say
from factcheck.wording import measure_name, scope_names

LEVEL = "warning"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare what each figure is of with what the ledger's figures are of that have its number."""
    record = on_record(case)
    answered = {id(claim) for claim, known in record.compared if of_time(claim, known)}
    for claim, known in record.same_number():
        if id(claim) in answered:
            continue
        unit = claim.mention.unit
        entries = [one for one in known if one.mention.unit and unit and dimension(one.mention.unit) == dimension(unit)]
        told = [same_matter(claim, entry) for entry in entries]
        if not told or None in told or True in told:
            continue
        yield Checked((claim, *entries), "disagrees")
        theirs = chain(filter(None, (scope_names(entries[0].scope, by=" "), measure_name(entries[0].measure or ""))), by=" ")
        message = say(
            '"{claim}" is of something else in the ledger: "{entry}", {theirs}',
            claim=claim.text,
            entry=entries[0].text,
            theirs=theirs,
        )
        working = [cited(claim, damaged=record.damaged), *map(cited, entries), source_words(entries[0])]
        yield on(claim, message, because=(claim, *entries), working=working)
