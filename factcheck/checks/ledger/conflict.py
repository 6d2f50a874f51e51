r"""A draft agrees with the ledger on what the ledger has a source for.

A figure is held against the ledger's of the same subject, measure, scope, date and unit; it agrees where the intervals that both were
rounded from meet. Another date is no conflict, nor is a damaged figure, whose readings the garble checks hold against the ledger, nor
a figure that words beside it narrow down to less than the ledger speaks of. An error where the sentence names subject and date itself,
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
from typing import TypeAlias

from factcheck.agreement import agree
from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.evidence.citing import cited, damaged_dates, dating, place
from factcheck.evidence.keys import Thing, extent, thing, time
from factcheck.evidence.slips import slip_lines
from factcheck.evidence.statements import Statements
from factcheck.evidence.trust import is_suspect, suspects
from factcheck.finding import Checked, Finding, on
from factcheck.lexicon import fold

LEVEL = "error"
Known: TypeAlias = tuple[str, Thing, str]


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare each claim with the ledger's of the same key."""
    ledger: dict[Known, list[Claim]] = {}
    for claim in case.ledger:
        about = _about(claim)
        if about is not None:
            ledger.setdefault(about, []).append(claim)
    if not ledger:
        return
    statements = Statements(case)
    damaged, doubtful = damaged_dates(case.mentions), suspects(case.mentions)
    for claim in case.claims:
        about = _about(claim)
        if about is None or about not in ledger or claim.mention.damage is not None or not statements.asserts(claim):
            continue
        beside = statements.beside(claim)
        for result in _compared(
            claim, [entry for entry in ledger[about] if _same_extent(claim, entry, beside)], statements, damaged
        ):
            yield _corrected(result) if isinstance(result, Finding) and is_suspect(claim, doubtful) else result


def _corrected(finding: Finding) -> Finding:
    """A figure of a rewritten page is no statement against the ledger: the ledger corrects it."""
    return replace(
        finding, level="warning", message=f"{finding.message}; damage proves its page rewritten, so the ledger corrects it"
    )


def _about(claim: Claim) -> Known | None:
    what, when = thing(claim), time(claim)
    if claim.subject is None or what is None or when is None or claim.quantity is None:
        return None
    return claim.subject, what, when


def _same_extent(claim: Claim, entry: Claim, beside: frozenset[str]) -> bool:
    """Whether draft and ledger narrow the measure in the same way: in the lexicon's scopes, or in words that the other has too."""
    if extent(claim) != extent(entry):
        return False
    known = fold(" ".join((entry.measure_text or "", entry.quote, *entry.scope)))
    spoken = " ".join(sorted(beside))
    others = [fold(scope) for scope in entry.scope if scope not in claim.scope and scope not in extent(entry)]
    return all(word in known for word in beside) and all(scope in spoken for scope in others)


def _compared(
    claim: Claim, entries: Sequence[Claim], statements: Statements, damaged: frozenset[tuple[int, str]]
) -> Iterator[Finding | Checked]:
    assert claim.quantity is not None
    verdicts = [agree([claim.quantity, entry.quantity]) for entry in entries if entry.quantity is not None]
    for entry, verdict in zip(entries, verdicts, strict=True):
        yield Checked((claim, entry), verdict)
    if not verdicts or any(verdict != "disagrees" for verdict in verdicts):
        return
    entry = entries[0]
    certain = dating(claim, damaged=damaged) == "stated" and statements.stands_alone(claim)
    source = ", ".join(part for part in (entry.source.publisher, entry.source.title) if part)
    message = f'"{claim.text}" is not what the ledger has in {place(entry.document, entry.span.start)}, "{entry.text}"'
    working = [
        cited(claim, damaged=damaged),
        *(cited(one) for one in entries),
        f"source of the ledger: {source or entry.source.id}",
        *slip_lines(claim, entry),
    ]
    yield on(claim, message, because=(claim, *entries), working=working, level="error" if certain else "warning")
