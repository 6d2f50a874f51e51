r"""Statements of one thing agree, within a document and between documents.

Two statements are of one thing where subject, measure, scope, date and unit are known and the same; they agree where the intervals
that they were rounded from meet, so 1.3亿 beside 1.313亿 passes. Another date makes a series (consistency/series), another scope or any
word that may narrow one of the figures down ("cloud revenue") makes two things, and three different figures under one key in one
document are a list. An error where both sentences name subject and date themselves, a warning where one leans on its neighbours, and
where one stands on a page that a damaged figure proves to be rewritten: the sound one corrects it.

Bad:  京东健康2021年营收为306.8亿元。分析认为，京东健康2021年营收⟦326.8亿元⟧，仍在增长。
Bad:  Tencent's revenue in 2019 was 377.3 billion yuan. Tencent's revenue in 2019 was ⟦37.73 billion yuan⟧, the report said.
Bad:  Tencent had 85,858 employees at the end of 2020. || At the end of 2020, Tencent had ⟦89,228 employees⟧.
Bad:  截至2020年12月31日，腾讯共有员工85858人。 || 截至2020年12月31日，腾讯员工为⟦89228人⟧。
Bad:  去年，腾讯营收为5600亿元。腾讯去年营收⟦6500亿元⟧，创下新高。
Good: 京东健康2021年营收为306.8亿元，约合307亿元。
Good: 去年，腾讯营收为5600亿元。今年，腾讯营收为5500亿元。
Bad:  Tencent's revenue in 2019 was ⟦317.3 billion yuan⟧. Its library has 65,438+07 rooms. || Tencent's revenue in 2019 was 377.3 billion yuan.
Good: 京东健康2021年营收为306.8亿元，京东健康2020年营收为193.8亿元。
Good: Tencent's revenue in 2019 was 377.3 billion yuan. Tencent's advertising revenue in 2019 was 68.4 billion yuan.
Good: Tencent had 85,858 employees at the end of 2020. || At the end of 2020, Tencent had about 86,000 employees.
Good: 截至2020年12月31日，腾讯共有员工85858人。 || 截至2020年12月31日，腾讯海外员工为5000人。
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.evidence.citing import cited, damaged_dates, dating, distance, place
from factcheck.evidence.conversion import agree
from factcheck.evidence.keys import Key, key
from factcheck.evidence.slips import slip_lines
from factcheck.evidence.statements import Statements, distinct, statements_of
from factcheck.evidence.trust import is_suspect, suspects
from factcheck.finding import Checked, Finding, Where, on
from factcheck.messages import say
from factcheck.passage import passage
from factcheck.quantity import Quantity
from factcheck.wording import measure_name, subject_name

LEVEL = "error"
# A key under which one document states more figures than two is that of a list or a table, whose rows name what the key does not.
LIST = 3
# With how many earlier statements each is compared: in a long row of documents the first ones tell.
EARLIER = 16


class Known(NamedTuple):
    """What is known of the statements of a case: dates read from damaged ones, the claims of sources, the suspect figures."""

    damaged: frozenset[tuple[int, str]]
    evidence: frozenset[int]
    suspects: frozenset[Where]


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare the statements of each key, each with those before it."""
    statements = statements_of(case)
    mentions = (*case.mentions, *(claim.mention for claim in case.sources))
    known = Known(damaged_dates(case.mentions), frozenset(id(claim) for claim in case.sources), suspects(mentions))
    for common, claims in _by_key(case).items():
        for group in _alike(claims, statements):
            yield from _compared(common, group, statements, known)


def _by_key(case: Case) -> dict[Key, list[Claim]]:
    groups: dict[Key, list[Claim]] = {}
    for claim in (*case.sources, *case.claims):
        common = key(claim)
        if common is not None and claim.quantity is not None:
            groups.setdefault(common, []).append(claim)
    return groups


def _alike(claims: Sequence[Claim], statements: Statements) -> Iterator[list[Claim]]:
    """The claims of a key that assert their figure, in groups that have the same words beside them."""
    if len({claim.quantity for claim in claims}) < 2:
        return
    groups: dict[frozenset[str], list[Claim]] = {}
    for claim in claims:
        if not statements.asserts(claim):
            continue
        beside = statements.beside(claim)
        # Where a sentence does not name its subject, an unknown name in it may be the one that it is of.
        if not beside or statements.names_subject(claim):
            groups.setdefault(beside, []).append(claim)
    for alike in groups.values():
        group = distinct(alike)
        figures = _different(group)
        yield [claim for claim in group if figures[id(claim.document)] < LIST]


def _different(claims: Sequence[Claim]) -> Counter[int]:
    """How many different figures each document gives; one that agrees with another (约53万 beside 53.2万) is none of its own."""
    kept: dict[int, list[Quantity]] = {}
    for claim in claims:
        others = kept.setdefault(id(claim.document), [])
        if (
            claim.quantity is not None
            and len(others) < LIST
            and all(agree([claim.quantity, other]) == "disagrees" for other in others)
        ):
            others.append(claim.quantity)
    return Counter({document: len(figures) for document, figures in kept.items()})


def _compared(common: Key, group: Sequence[Claim], statements: Statements, known: Known) -> Iterator[Finding | Checked]:
    for place_in_group, later in enumerate(group):
        for earlier in islice(group, min(place_in_group, EARLIER)):
            if _one_sentence(earlier, later) or {id(earlier), id(later)} <= known.evidence:
                continue
            assert earlier.quantity is not None and later.quantity is not None
            verdict = agree([earlier.quantity, later.quantity])
            yield Checked((earlier, later), verdict)
            if verdict == "disagrees":
                doubtful = [claim for claim in (earlier, later) if is_suspect(claim, known.suspects)]
                if len(doubtful) == 1 and earlier.document is not later.document:
                    yield from _corrected(common, doubtful[0], earlier if doubtful[0] is later else later, known)
                else:
                    yield _conflict(common, earlier, later, statements, known.damaged)
                break


def _one_sentence(first: Claim, second: Claim) -> bool:
    """Two figures of one sentence are told apart by it: before and after, from and to."""
    if first.document is not second.document:
        return False
    found = passage(first.document)
    return found.number(first.span.start) == found.number(second.span.start)


def _conflict(common: Key, earlier: Claim, later: Claim, statements: Statements, damaged: frozenset[tuple[int, str]]) -> Finding:
    certain = all(dating(claim, damaged=damaged) == "stated" and statements.stands_alone(claim) for claim in (earlier, later))
    name = measure_name(common.thing.measure)
    message = say(
        '"{later}" here and "{earlier}" in {place} cannot both be the {name} of {subject} {when}',
        later=later.text,
        earlier=earlier.text,
        place=place(earlier.document, earlier.span.start),
        name=name,
        subject=subject_name(common.subject),
        when=_when(later),
    )
    lines = [cited(claim, damaged=damaged) for claim in (earlier, later)]
    return on(
        later,
        message,
        because=(earlier, later),
        working=[*lines, *slip_lines(earlier, later)],
        level="error" if certain else "warning",
    )


def _corrected(common: Key, doubtful: Claim, sound: Claim, known: Known) -> Iterator[Finding]:
    """A figure of a rewritten page does not contradict a sound one, it is corrected by it; a source that is such a page says nothing."""
    if id(doubtful) in known.evidence:
        return
    name = measure_name(common.thing.measure)
    message = say(
        '"{doubtful}" stands on a page whose figures its own damage makes suspect; the {name} of {subject} {when} is "{sound}" in {place}',
        doubtful=doubtful.text,
        name=name,
        subject=subject_name(common.subject),
        when=_when(sound),
        sound=sound.text,
        place=place(sound.document, sound.span.start),
    )
    lines = [cited(claim, damaged=known.damaged) for claim in (doubtful, sound)]
    yield on(doubtful, message, because=(doubtful, sound), working=[*lines, *slip_lines(sound, doubtful)], level="warning")


def _when(claim: Claim) -> str:
    period = claim.period or claim.as_of
    assert period is not None
    if period.relative is not None:
        return say("at one time, {distance}", distance=distance(period.relative))
    return say("in {edtf}", edtf=period.edtf) if claim.period is not None else say("as of {edtf}", edtf=period.edtf)
