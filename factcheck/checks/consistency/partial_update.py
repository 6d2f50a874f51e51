"""A value that an edit changes in one place is changed wherever it stands.

A fact stated in five places and corrected in four is the commonest slip of an update. With an earlier version at hand (`check --diff
REV`), a figure that was changed is held against its twins: figures of the same value, about the same thing as far as both texts say,
that stood there before and stand there still. Left alone: another date or subject, a sentence that also has the new value ("raised
from 108 to 109"), numbers of one or two digits that no common measure binds, and years.

Bad:  before: 协会现有会员3860人。年会邀请会员3860人参加。 || 协会现有会员3920人。年会邀请会员⟦3860人⟧参加。
Bad:  before: The archive holds 41,200 letters. All 41,200 letters have been scanned. ||
      The archive holds 43,500 letters. All ⟦41,200 letters⟧ have been scanned.
Good: before: 协会现有会员3860人。年会邀请会员3860人参加。 || 协会现有会员3920人。年会邀请会员3920人参加。
Good: before: The archive holds 41,200 letters. All 41,200 letters have been scanned. ||
      The archive holds 43,500 letters. It grew from 41,200 letters to 43,500 letters.
"""

import bisect
from collections.abc import Iterator

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.document import Document, Span
from factcheck.evidence.citing import place
from factcheck.evidence.keys import subject, time
from factcheck.evidence.sourcing.alignment import Alignment, align
from factcheck.evidence.sourcing.replaced import replaced
from factcheck.evidence.sourcing.sayings import Saying, sayings
from factcheck.evidence.working import quoted
from factcheck.finding import Checked, Figure, Finding, on
from factcheck.messages import say
from factcheck.passage import passage

LEVEL = "warning"
# From three digits on two equal numbers are seldom a coincidence.
DIGITS = 3


class _Claims:
    """The claims of a case by their places."""

    def __init__(self, case: Case) -> None:
        self.known: dict[int, list[Claim]] = {}
        for claim in sorted(case.claims, key=lambda one: one.span):
            self.known.setdefault(id(claim.document), []).append(claim)

    def within(self, document: Document, span: Span) -> list[Claim]:
        """The claims of a stretch."""
        here = self.known.get(id(document), [])
        first, last = (bisect.bisect_left(here, end, key=lambda claim: claim.span.start) for end in (span.start, span.end))
        return here[first:last]

    def figure(self, saying: Saying) -> Figure:
        """The claim that a saying is, or its mention where it is none."""
        assert saying.mention is not None
        start = saying.span.start
        return next(iter(self.within(saying.document, Span(start, start + 1))), saying.mention)


def check(case: Case) -> Iterator[Finding | Checked]:
    """Find the twins of each figure that differs from the earlier version."""
    claims = _Claims(case)
    compared = [_changes(case, document) for document in case.documents if document.earlier is not None]
    kept = [
        alignment.draft[which]
        for alignment, _ in compared
        for which, other in alignment.pairs.items()
        if _same(alignment, which, other)
    ]
    for alignment, changes in compared:
        for which, other in changes.items():
            new, old = alignment.draft[which], alignment.source[other]
            for twin in kept:
                if _says(twin, old) and _of_one_thing(twin, new, old, claims):
                    yield from _finding(claims.figure(twin), claims.figure(new), old)


def _changes(case: Case, document: Document) -> tuple[Alignment, dict[int, int]]:
    earlier = [mention for mention in case.earlier_mentions if mention.document is document.earlier]
    alignment = align(sayings(case.of(document)), sayings(earlier))
    return alignment, replaced(alignment)


def _same(alignment: Alignment, which: int, other: int) -> bool:
    return _says(alignment.draft[which], alignment.source[other])


def _says(one: Saying, other: Saying) -> bool:
    """Whether two figures say the same number of the same unit."""
    return one.part == other.part == "amount" and (one.values, one.unit) == (other.values, other.unit)


def _of_one_thing(twin: Saying, new: Saying, old: Saying, claims: _Claims) -> bool:
    """Whether nothing says that a twin is of something else than the figure that was changed."""
    one, other = claims.figure(twin), claims.figure(new)
    found = passage(twin.document)
    here = found.sentence(twin.span.start)
    if twin.document is new.document and here.start <= new.span.start < here.end:
        return False
    if any(_says(new, said) for said in sayings(claim.mention for claim in claims.within(twin.document, here))):
        return False
    alike = False
    if isinstance(one, Claim) and isinstance(other, Claim):
        for mine, theirs in ((one.measure, other.measure), (subject(one), subject(other)), (time(one), time(other))):
            if mine is not None and theirs is not None and mine != theirs:
                return False
        alike = one.measure is not None and one.measure == other.measure
    return alike or len(str(old.written).strip("0").replace("/", "")) >= DIGITS


def _finding(twin: Figure, new: Figure, old: Saying) -> Iterator[Finding | Checked]:
    yield Checked((twin, new), "disagrees")
    changed = say(
        '{place} was changed from "{old}" to "{new}"',
        place=place(new.document, new.span.start),
        old=" ".join(old.text.split()),
        new=quoted(new),
    )
    yield on(twin, say("{twin} was left as it was, while {changed}", twin=quoted(twin), changed=changed), because=(new,))
