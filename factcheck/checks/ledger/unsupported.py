"""What a draft says of a subject of the ledger is in the ledger.

A figure that the ledger has no entry for may be right; somebody has to look it up. One note a document, on the first such figure, with
the others in its working: a list to go through, not a defect each. Figures of subjects that the ledger is not about are left alone, and
so are those whose measure is unknown, and rates that the draft works out from two figures of the ledger.

Bad:  ledger: 腾讯2019年营收为3772.9亿元。 || 腾讯2019年营收为3772.9亿元，净利润为⟦933.1亿元⟧。
Bad:  ledger: Tencent had 85,858 employees at the end of 2020. || In 2019, Tencent's revenue was ⟦377.3 billion yuan⟧.
Good: ledger: 腾讯2019年营收为3772.9亿元。 || 腾讯2019年营收为3773亿元，京东营收为5769亿元。
Good: ledger: Tencent had 85,858 employees at the end of 2020. || At the end of 2020, Tencent had about 86,000 employees.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.case import Case
from factcheck.claim import Claim, Relation
from factcheck.evidence.citing import cited
from factcheck.evidence.conversion import agree
from factcheck.evidence.keys import thing
from factcheck.evidence.on_record import OnRecord, on_record
from factcheck.finding import Finding, on
from factcheck.messages import chain, say
from factcheck.wording import measured, subject_name

LEVEL = "note"


def check(case: Case, *, listed: int = 20) -> Iterator[Finding]:
    """Find the figures without an entry; `listed` is how many of a document are named."""
    record = on_record(case)
    derived = {id(claim) for relation in case.relations for claim in _derived(relation, record)}
    missing: dict[int, list[Claim]] = {}
    for claim in record.stated():
        if thing(claim) is not None and id(claim) not in derived and not _supported(claim, record):
            missing.setdefault(id(claim.document), []).append(claim)
    for claims in missing.values():
        more = say(" (and {count} more in this document)", count=len(claims) - 1) if len(claims) > 1 else ""
        lines = [_line(claim, record) for claim in claims[:listed]]
        rest = [say("and {count} more", count=len(claims) - listed)] if len(claims) > listed else []
        yield on(
            claims[0],
            say('"{claim}" has no entry in the ledger{more}', claim=claims[0].text, more=more),
            because=claims[:1],
            working=[*lines, *rest],
        )


def _derived(relation: Relation, record: OnRecord) -> tuple[Claim, ...]:
    """The rates that follow from other figures of their sentence, where the ledger has these: the arithmetic checks work them out."""
    rates = relation.all("rate")
    others = [claim for claim in relation if claim not in rates]
    return rates if len(others) > 1 and all(_supported(claim, record) for claim in others) else ()


def _supported(claim: Claim, record: OnRecord) -> bool:
    """Whether an entry of the subject may be the claim's: another date or extent is for other checks to judge."""
    return any(_near(claim, entry) for entry in record.of(claim.subject))


def _near(claim: Claim, entry: Claim) -> bool:
    return thing(entry) == thing(claim) or (
        entry.role == claim.role
        and entry.mention.kind == claim.mention.kind
        and claim.quantity is not None
        and entry.quantity is not None
        and agree([claim.quantity, entry.quantity]) == "agrees"
    )


def _line(claim: Claim, record: OnRecord) -> str:
    """The figure with what it is of, and what the ledger has of the same subject and kind that comes nearest."""
    kind = [one for one in record.of(claim.subject) if one.mention.kind == claim.mention.kind and one.quantity and claim.quantity]
    of = chain([part for part in (subject_name(claim.subject or ""), measured(claim)) if part], by=" ")
    if not kind or claim.quantity is None:
        return say("{cited}: {of}", cited=cited(claim, damaged=record.damaged), of=of)
    value = Fraction(claim.quantity.value)
    nearest = min(kind, key=lambda one: (abs(Fraction(one.quantity.value) - value) if one.quantity else value, one.id))
    return say(
        '{cited}: {of}; nearest in the ledger: "{nearest}", {id}',
        cited=cited(claim, damaged=record.damaged),
        of=of,
        nearest=nearest.text,
        id=nearest.id,
    )
