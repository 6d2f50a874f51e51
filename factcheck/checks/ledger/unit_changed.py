"""A figure keeps the unit and the currency of the ledger.

80.75亿港元 is not 80.75亿元, a rise of two percentage points is not one of 2%, 人次 are no 人, and 12.7亿单 is not 12.7亿元. The number is the
ledger's, of the same subject, measure and date, and the unit is another. An amount that was converted has another number and is left
alone.

Bad:  ledger: 腾讯2019年营收为3772.9亿元。 || 腾讯2019年营收为⟦3772.9亿港元⟧。
Bad:  ledger: Tencent's revenue in 2019 was 377.3 billion yuan. || Tencent's revenue in 2019 was ⟦$377.3 billion⟧.
Bad:  ledger: 2020年底，腾讯员工为85858人。 || 2020年底，腾讯员工为⟦85858家⟧。
Good: ledger: 腾讯2019年营收为3772.9亿元。 || 腾讯2019年营收为3772.9亿元人民币。
Good: ledger: Tencent's revenue in 2019 was 377.3 billion yuan. || Tencent's revenue in 2019 was $54.1 billion.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.evidence.citing import cited
from factcheck.evidence.keys import dimension, fits
from factcheck.evidence.on_record import on_record, source_words
from factcheck.finding import Checked, Finding, on
from factcheck.lexicon import finder, measures
from factcheck.lexicon.rates import is_rate, numerator
from factcheck.messages import say
from factcheck.passage import passage

LEVEL = "error"
# Units that are taken for each other, by their dimensions: a change in one of them is no change in the other.
MISTAKEN = ({"percent", "point"}, {"person", "visit"})


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare the unit of each figure with those of the ledger's figures that have its number."""
    record = on_record(case)
    for claim, known in record.same_number():
        measured = {claim.measure} if claim.measure is not None else _named(claim)
        entries = [entry for entry in known if entry.measure in measured]
        changed = [entry for entry in entries if _changed(claim, entry)]
        if not changed or len(changed) < len(entries):
            continue
        yield Checked((claim, *changed), "disagrees")
        message = say('"{claim}" has another unit than what the ledger has, "{entry}"', claim=claim.text, entry=changed[0].text)
        working = [cited(claim, damaged=record.damaged), *map(cited, changed), source_words(changed[0])]
        yield on(claim, message, because=(claim, *changed), working=working, level=None if record.certain(claim) else "warning")


def _named(claim: Claim) -> set[str]:
    """The measures that the words beside a figure name, which it is in no unit of."""
    found = passage(claim.document)
    tokens = found.tokens(found.clause(claim.span.start), finder())
    return {word.meaning for token in tokens for word in token.words if word.kind == "measure"}


def _changed(claim: Claim, entry: Claim) -> bool:
    """Whether the units are two that are taken for each other (two currencies, percent and points), or one that measures another thing."""
    one, other = claim.mention.unit, entry.mention.unit
    if one is not None and other is not None and is_rate(one) != is_rate(other):
        one, other = numerator(one), numerator(other)  # one of the two leaves out what the price is for
    if one is None or other is None or one == other:
        return False
    if claim.mention.kind == entry.mention.kind == "money" or {dimension(one), dimension(other)} in MISTAKEN:
        return True
    measure = measures().get(entry.measure or "")
    return measure is not None and claim.role == "level" and fits(other, measure) and not fits(one, measure)
