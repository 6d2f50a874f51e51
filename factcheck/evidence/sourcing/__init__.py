"""Sourcing: what becomes of each figure of a draft when it is held against the sources that the draft was made from.

Works within a language and across: figures are compared by what they say, not by how they are written. What answers for a figure is
looked for by its value first and by its place next (`alignment`); what is left over on both sides at one place was changed
(`replaced`); what no source says may follow from what one says (`derivation`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from factcheck.agreement import scale_slip
from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.document import Document
from factcheck.evidence.sourcing.alignment import Alignment, Known, align
from factcheck.evidence.sourcing.derivation import Derivation, Reckoning
from factcheck.evidence.sourcing.likeness import nearly_rounded, same_amount
from factcheck.evidence.sourcing.replaced import CHANGED, bare_words, incidental, replaced, unlikeness
from factcheck.evidence.sourcing.sayings import LOOSE, Saying, hints, plainly, sayings
from factcheck.finding import Figure, Where, where
from factcheck.mention import Mention

__all__ = ["Answer", "Answers", "Status", "answers", "weighty"]

Status: TypeAlias = Literal[
    "supported", "derived", "not compared", "not found", "contradicted", "rounded wrongly", "scale slipped", "unit changed"
]
# From the best answer that a source can give to the worst: one source that has the figure is enough, one part of a date that is
# contradicted is too.
STATUSES: tuple[Status, ...] = (
    "supported",
    "derived",
    "not compared",
    "rounded wrongly",
    "scale slipped",
    "unit changed",
    "contradicted",
    "not found",
)


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What the sources say to one figure of the draft.

    `figures` are those of a source that answer for it: the one that says the same, the operands that it follows from, or the one that
    stands in its place. `working` shows a derivation. `certain` is False where a figure of another place, or the place alone, binds the two. `alike` are the
    figures of the source that say the same: what they are about can be held against each other.
    """

    figure: Figure
    status: Status
    figures: tuple[Figure, ...] = ()
    working: tuple[str, ...] = ()
    certain: bool = True
    alike: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What the sources say to every figure of the drafts, in reading order, and the figures of a source that no draft has.

    `left_out` holds each of those with the figure of the draft behind which it would stand.
    """

    given: tuple[Answer, ...] = ()
    left_out: tuple[tuple[Figure, Figure], ...] = ()


@lru_cache(maxsize=2)
def answers(case: Case) -> Answers:
    """What the sources of a case say to the figures of its documents. Made once for all checks that ask."""
    if not case.source_documents:
        return Answers()
    claims = {where(claim): claim for claim in (*case.claims, *case.sources)}
    sources = [list(_read(document, case.source_mentions)) for document in case.source_documents]
    given: list[Answer] = []
    left_out: list[tuple[Figure, Figure]] = []
    for document in case.documents:
        said = sayings(case.of(document))
        compared = [_compared(said, source) for source in sources]
        given += _answers(list(case.of(document)), said, compared, claims)
        if len(sources) == 1:
            left_out += _left_out(compared[0], claims)
    return Answers(tuple(given), tuple(left_out))


def _read(document: Document, mentions: Iterable[Mention]) -> Iterator[Saying]:
    own = [mention for mention in mentions if mention.document is document]
    yield from sorted([*sayings(own), *hints(document, own)], key=lambda saying: saying.span)


@dataclass(slots=True)
class _Compared:
    alignment: Alignment
    replaced: dict[int, int]
    known: Known
    reckoning: Reckoning


def _compared(draft: list[Saying], source: list[Saying]) -> _Compared:
    alignment = align(draft, source)
    return _Compared(alignment, replaced(alignment), Known(source), Reckoning(alignment))


Claims: TypeAlias = dict[Where, Claim]


def _answers(mentions: list[Mention], said: list[Saying], compared: list[_Compared], claims: Claims) -> Iterator[Answer]:
    """The answer to each mention: the worst of its parts, each answered by the source that answers best."""
    parts: dict[int, list[Answer]] = {}
    for which, saying in enumerate(said):
        answer = min((_answer(which, saying, one, claims) for one in compared), key=lambda answer: STATUSES.index(answer.status))
        parts.setdefault(id(saying.mention), []).append(answer)
    for mention in mentions:
        if id(mention) in parts:
            yield max(parts[id(mention)], key=lambda answer: STATUSES.index(answer.status))
        else:
            yield Answer(_figure(mention, claims), "not compared")


def _answer(which: int, saying: Saying, compared: _Compared, claims: Claims) -> Answer:
    """What one source says to one saying of the draft."""
    alignment = compared.alignment
    figure = _figure(saying.mention, claims) if saying.mention is not None else None
    assert figure is not None
    other = compared.replaced.get(which)
    if which in alignment.pairs and other is None:
        return _supported(figure, saying, alignment.source[alignment.pairs[which]], compared, claims, certain=True)
    unlike = None if other is None else unlikeness(saying, alignment.source[other])
    if other is None or unlike is None or unlike > CHANGED:
        again = compared.known.same(saying) or compared.known.rounded(saying) or compared.known.parts(saying)
        if again is not None:
            return _supported(figure, saying, again, compared, claims, certain=False)
        follows = compared.reckoning.derived(which)
        if follows is not None:
            return Answer(figure, "derived", _operands(follows, claims), follows.working)
    if other is not None:
        return _against(figure, saying, alignment.source[other], claims)
    if incidental(saying) or bare_words(saying) or saying.family == "label":
        return Answer(figure, "not compared")
    nearest = compared.known.nearest(saying)
    return Answer(figure, "not found", () if nearest is None else _figures(nearest, claims))


def _supported(figure: Figure, saying: Saying, other: Saying, compared: _Compared, claims: Claims, *, certain: bool) -> Answer:
    """The answer of a source that has the figure, with every other that says the same there."""
    alike = dict.fromkeys(one for same in (other, *compared.known.alike(saying)) for one in _figures(same, claims))
    return Answer(figure, "supported", _figures(other, claims), alike=tuple(alike), certain=certain)


def _against(figure: Figure, saying: Saying, other: Saying, claims: Claims) -> Answer:
    """The answer of a source that has another figure in the place of the draft's."""
    against = _figures(other, claims)
    unlike = unlikeness(saying, other)
    if saying.written is not None and saying.written == other.written:
        return Answer(figure, "unit changed", against)
    if saying.family != other.family:
        saying, other = plainly(saying), plainly(other)
    if saying.amount is not None and other.amount is not None and saying.family == other.family:
        if scale_slip(saying.amount, other.amount) is not None:
            return Answer(figure, "scale slipped", against)
        if nearly_rounded(saying, other):
            return Answer(figure, "rounded wrongly", against)
    return Answer(figure, "contradicted", against, certain=unlike is not None and unlike <= CHANGED)


def weighty(saying: Saying) -> bool:
    """Whether a text would not put a figure in or leave it out for style: an amount with a unit of measure, or a number of weight."""
    return saying.part == "amount" and not incidental(saying) and (saying.family not in LOOSE or saying.family == "count")


def _left_out(compared: _Compared, claims: Claims) -> Iterator[tuple[Figure, Figure]]:
    """The figures of weight that no draft figure stands for, in a source of which the draft follows the rest."""
    alignment = compared.alignment
    gone = set(range(len(alignment.source))) - alignment.taken - set(compared.replaced.values())
    before: Saying | None = None
    drafted = Known(alignment.draft)
    followed = {other: which for which, other in alignment.pairs.items()}
    for other, saying in enumerate(alignment.source):
        if other in followed:
            before = alignment.draft[followed[other]]
            continue
        if other not in gone or before is None or before.mention is None or saying.mention is None or not weighty(saying):
            continue
        if drafted.same(saying) is None and not any(same_amount(one, saying) for one in drafted.around(saying)):
            yield _figure(before.mention, claims), _figure(saying.mention, claims)


def _figure(mention: Mention, claims: Claims) -> Figure:
    return claims.get(where(mention), mention)


def _figures(saying: Saying, claims: Claims) -> tuple[Figure, ...]:
    return () if saying.mention is None else (_figure(saying.mention, claims),)


def _operands(follows: Derivation, claims: Claims) -> tuple[Figure, ...]:
    return tuple(figure for saying in follows.operands for figure in _figures(saying, claims))
