"""Figures of one thing at different dates, told by several documents, are shown side by side.

Doctors grow in number: 3万 in one article and 11万 in another are no conflict as long as both have a date. A note where every date is
known: stated, read from a damaged one, or that of the document. A warning where one of them has no date in its sentence or document
and agrees with none of the dated ones, since it cannot be told from a conflict. A group's name stands for its part where the text
has just named that part. Two that differ, of one date and of scopes that name no part, are a warning of their own. Left alone: series
within one document, which are normal prose; flows, which belong to their period; figures of which one says own, female or rural and
the other does not; measures too vague to be a key.

Bad:  截至2020年底，京东健康入驻医生11万名。 || 京东健康目前的医生数量⟦突破了3万⟧。
Bad:  截至2020年底，京东健康共有25个专科中心。 || 截至2021年6月30日，京东健康共有⟦24个专科中心⟧。
Bad:  Tencent had 85,858 employees at the end of 2020. || Tencent had ⟦112,771 employees⟧ at the end of 2021.
Bad:  Tencent has ⟦62,885 employees⟧. || Tencent had 85,858 employees at the end of 2020.
Bad:  截至2020年底，京东健康平台医生为11万名。 || 截至2020年底，京东健康自有和平台医生为⟦13万名⟧。
Good: 截至2020年底，京东健康入驻医生11万名，截至2021年6月30日，京东健康的医生数量为13万名。
Good: 截至2020年底，京东健康共有医生11万名。 || 京东健康自有医生超过200名。
Good: Tencent had 85,858 employees at the end of 2020. || Tencent had about 86,000 employees on 31 December 2020.
Good: Tencent had 85,858 employees at the end of 2020. || Baidu had 45,500 employees at the end of 2021.
"""

import bisect
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.document import Span
from factcheck.evidence.citing import cited, damaged_dates, dating, in_quotes, place
from factcheck.evidence.conversion import agree
from factcheck.evidence.keys import HANDFUL, Thing, extent, key, owners, thing, time
from factcheck.evidence.statements import Statements, distinct, statements_of
from factcheck.finding import Checked, Finding, on
from factcheck.lexicon import measures, places
from factcheck.messages import Said, chain, say
from factcheck.wording import measure_name, scope_names, subject_name

LEVEL = "warning"
Dates = frozenset[tuple[int, str]]


def check(case: Case) -> Iterator[Finding | Checked]:
    """Lay out each thing's figures of different dates."""
    statements = statements_of(case)
    damaged = damaged_dates(case.mentions)
    for claims in _by_thing(case, statements).values():
        for group in _by_subject(claims, statements):
            yield from _series(group, damaged)


def _by_thing(case: Case, statements: Statements) -> dict[tuple[Thing, frozenset[str]], list[Claim]]:
    groups: dict[tuple[Thing, frozenset[str]], list[Claim]] = {}
    for claim in case.claims:
        what = thing(claim)
        if (
            what is None
            or what.measure not in measures()
            or what.role != "level"
            or measures()[what.measure].flow
            or not _is_level(claim, statements)
        ):
            continue
        groups.setdefault((what, extent(claim)), []).append(claim)
    return {common: claims for common, claims in groups.items() if len({id(claim.document) for claim in claims}) > 1}


def _is_level(claim: Claim, statements: Statements) -> bool:
    """Whether a claim says how many or how much its subject has: by its own words, and no handful of something."""
    if claim.subject is None or claim.mention.kind not in ("count", "money", "percent") or {"measure", "owner"} & claim.carried:
        return False
    if claim.quantity is None or (claim.mention.kind == "count" and claim.quantity.value < HANDFUL):
        return False
    # A text that names a country speaks as often of a town, a line or a firm in it.
    return statements.asserts(claim) and not (claim.subject in places() and statements.beside(claim))


def _by_subject(claims: Sequence[Claim], statements: Statements) -> Iterator[list[Claim]]:
    """The claims of each subject that several documents speak of, those included that name its owner and mean it."""
    parts: dict[str, list[str]] = {}
    for subject in sorted({claim.subject for claim in claims if claim.subject is not None}):
        for owner in owners(subject):
            parts.setdefault(owner, []).append(subject)
    groups: dict[str | None, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_meant(claim, parts.get(claim.subject or "", ()), statements), []).append(claim)
    for group in groups.values():
        if len({id(claim.document) for claim in group}) > 1:
            yield distinct(group)


def _meant(claim: Claim, parts: Sequence[str], statements: Statements) -> str | None:
    """Whom a claim is of: the part that the text beside it names, where it says the owner for short."""
    if not parts:
        return claim.subject
    around = statements.named(claim.document, _around(claim))
    named = [part for part in parts if part in around]
    deepest = max(named, key=lambda part: (len(list(owners(part))), part), default=None)
    return deepest if deepest is not None and {deepest, *owners(deepest)}.issuperset(named) else claim.subject


def _around(claim: Claim) -> Span:
    """The block of a claim with the one before it and the one behind."""
    blocks = claim.document.blocks
    which = bisect.bisect_left(blocks, claim.span.end, key=lambda block: block.span.end)
    return Span(blocks[max(which - 1, 0)].span.start, blocks[min(which + 1, len(blocks) - 1)].span.end)


def _series(group: Sequence[Claim], damaged: Dates) -> Iterator[Finding | Checked]:
    verdict = agree(list(dict.fromkeys(claim.quantity for claim in group if claim.quantity is not None)))
    dated = [claim for claim in group if dating(claim, damaged=damaged) != "unknown"]
    undated = [claim for claim in group if dating(claim, damaged=damaged) == "unknown"]
    pairs = [(one, other) for one, other in combinations(dated, 2) if time(one) == time(other) and not _agree(one, other)]
    # What has one key altogether is held against each other by consistency/same-key-conflict.
    conflicts = [(one, other) for one, other in pairs if key(one) != key(other) and one.document is not other.document]
    for one, other in conflicts:
        yield _conflict(one, other, damaged)
    if verdict != "disagrees" or len({time(claim) for claim in dated}) + len(undated) < 2:
        yield Checked(tuple(group), verdict)
        return
    loose = [claim for claim in undated if not any(_agree(claim, other) for other in dated)]
    yield Checked(tuple(group), "undecidable" if loose else "agrees")
    yield _finding(group, dated, loose, damaged, apart=[pair for pair in pairs if pair not in conflicts])


def _conflict(one: Claim, other: Claim, damaged: Dates) -> Finding:
    """Two figures of one date that differ, of scopes that are no parts of each other: only one of them can hold, as far as the words tell."""
    message = say(
        '"{other}" and "{one}" in {place} are of one date, {when}, and cannot both be the {name} of {subjects}',
        other=other.text,
        one=one.text,
        place=place(one.document, one.span.start),
        when=_edtf(other),
        name=measure_name(other.measure or ""),
        subjects=_subjects((one, other)),
    )
    lines = [cited(claim, damaged=damaged) for claim in (one, other)]
    return on(other, message, because=(one, other), working=[*lines, *_scope_lines((one, other))], level="warning")


def _scope_lines(claims: Sequence[Claim]) -> list[str]:
    """The scopes that figures name, where they differ."""
    scopes = sorted({claim.scope for claim in claims})
    named = [scope_names(scope, by=" and ") if scope else say("none") for scope in scopes]
    return [say("the scopes named differ: {scopes}", scopes=chain(named, by="; "))] if len(scopes) > 1 else []


def _agree(first: Claim, second: Claim) -> bool:
    assert first.quantity is not None and second.quantity is not None
    return agree([first.quantity, second.quantity]) != "disagrees"


def _finding(
    group: Sequence[Claim],
    dated: Sequence[Claim],
    loose: Sequence[Claim],
    damaged: Dates,
    *,
    apart: Sequence[tuple[Claim, Claim]],
) -> Finding:
    in_order = sorted(group, key=lambda claim: (time(claim) or "", claim.document.name))
    figures = chain([in_quotes(claim.text) for claim in in_order], by=", ")
    message = say(
        "{count} figures for the {name} of {subjects}, {figures}",
        count=len(group),
        name=measure_name(group[0].measure or ""),
        subjects=_subjects(group),
        figures=figures,
    )
    lines = [*(cited(claim, damaged=damaged) for claim in group), *_scope_lines(group)]
    lines += [
        say(
            '"{one}" and "{other}" are of one date: a conflict, unless words beside them narrow one down',
            one=one.text,
            other=other.text,
        )
        for one, other in apart
    ]
    if loose:
        undated = say(': "{loose}" has no date, so a change cannot be told from a conflict', loose=loose[0].text)
        lines += [
            say('"{claim}" would agree if it is {fitting}', claim=claim.text, fitting=fitting(claim, dated)) for claim in loose
        ]
        return on(loose[0], chain([message, undated]), because=group, working=lines, level="warning")
    latest = max(dated, key=lambda claim: time(claim) or "")
    ending = say("{message}: two of one date", message=message) if apart else say("{message}: of different dates", message=message)
    return on(latest, ending, because=group, working=lines, level="note")


def _subjects(group: Sequence[Claim]) -> Said:
    return chain(map(subject_name, dict.fromkeys(claim.subject for claim in group if claim.subject is not None)), by=" / ")


def fitting(claim: Claim, dated: Sequence[Claim]) -> str:
    """Which date would make an undated figure one of the series: between its neighbours in size, where the series runs one way."""
    assert claim.quantity is not None
    ordered = sorted(dated, key=lambda one: time(one) or "")
    values = [one.quantity.value for one in ordered if one.quantity is not None]
    rising = all(first < second for first, second in pairwise(values))
    falling = all(first > second for first, second in pairwise(values))
    if len(values) < 2 or rising == falling:
        return say("of another date")
    passed = [(value < claim.quantity.value) is rising for value in values]
    earlier = [one for one, before in zip(ordered, passed, strict=True) if before]
    later = [one for one, before in zip(ordered, passed, strict=True) if not before]
    bounds = [say("after {edtf}", edtf=_edtf(earlier[-1]))] if earlier else []
    bounds += [say("before {edtf}", edtf=_edtf(later[0]))] if later else []
    return chain(bounds, by=" and ")


def _edtf(claim: Claim) -> str:
    period = claim.as_of or claim.period
    assert period is not None
    return period.edtf
