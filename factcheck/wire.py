"""Rows: the one public schema. Plain dicts, JSON-ready, every number an exact decimal string, absent is None."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, TypeAlias

from factcheck.claim import TIMES, Claim
from factcheck.document import Document, Span
from factcheck.finding import Figure, Finding, Fix
from factcheck.mention import Mention, Reading, Support
from factcheck.pattern import lazy_pattern
from factcheck.period import Period
from factcheck.quantity import Number, decimal_text

Row: TypeAlias = dict[str, Any]
BARE_MONTH = lazy_pattern(r"XXXX-(?P<month>\d\d)")


def to_row(thing: Mention | Claim | Finding) -> Row:
    """The public row of a mention, a claim or a finding. Raises TypeError for anything else."""
    match thing:
        case Mention():
            return mention_row(thing)
        case Claim():
            return claim_row(thing)
        case Finding():
            return finding_row(thing)
    raise TypeError(f"a row is made of a Mention, a Claim or a Finding, got {type(thing).__name__}")


def place_row(document: Document, span: Span) -> Row:
    """Where something stands."""
    line, column = document.place(span.start)
    row: Row = {"document": document.name, "start": span.start, "end": span.end, "line": line, "column": column}
    # Only a file that is no plain text has anchors; most rows go without the key.
    anchor = document.anchor(span.start)
    return row | {"anchor": dict(anchor.parts)} if anchor is not None else row


def mention_row(mention: Mention) -> Row:
    """The row of a mention."""
    quantity = mention.quantity
    stated = quantity.interval() if quantity is not None else None
    return {
        "type": "mention",
        **place_row(mention.document, mention.span),
        "text": mention.text,
        "number_start": mention.number.start,
        "number_end": mention.number.end,
        "kind": mention.kind,
        "value": value_of(mention),
        "low": bound(stated.low) if stated else None,
        "high": bound(stated.high) if stated else None,
        "unit": quantity.unit if quantity is not None else None,
        "hedge": mention.hedge,
        "decimals": quantity.decimals if quantity is not None else None,
        "readings": [reading_row(reading) for reading in mention.readings],
    }


def value_of(mention: Mention) -> str | list[str] | None:
    """One decimal string, a pair for a range, an EDTF string for a date, None where the figure is damaged."""
    if mention.period is not None:
        return mention.period.edtf
    if mention.quantity is not None:
        first = decimal_text(mention.quantity.value)
        return first if mention.quantity.high is None else [first, decimal_text(mention.quantity.high)]
    return mention.label


def bound(value: Fraction | None) -> str | None:
    """One end of an interval."""
    return None if value is None else decimal_text(value)


def number_text(value: Number | str) -> str:
    """A value as a row gives it."""
    return value if isinstance(value, str) else decimal_text(value)


def reading_row(reading: Reading) -> Row:
    """One way to read a damaged figure. A month that stands alone is a number with the unit `month`: 12, not XXXX-12."""
    month = BARE_MONTH.fullmatch(reading.value) if isinstance(reading.value, str) else None
    return {
        "value": number_text(reading.value) if month is None else str(int(month["month"])),
        "unit": reading.unit if month is None else "month",
        "why": reading.why,
        "support": [support_row(support) for support in reading.support],
    }


def support_row(support: Support) -> Row:
    """What speaks for a reading."""
    return {"why": support.words, "mentions": [mention_row(mention) for mention in support.mentions]}


def claim_row(claim: Claim) -> Row:
    """The row of a claim: a mention's fields and what they are about.

    `carried` names what was taken from outside the clause, `inferred` the times that were resolved with another date, and
    `relative` gives those that are known only by how far they lie from the day of writing, as ISO 8601 durations.
    """
    times = {name: time for name in TIMES if isinstance(time := getattr(claim, name), Period)}
    return mention_row(claim.mention) | {
        "type": "claim",
        "id": claim.id,
        "subject": claim.subject,
        "measure": claim.measure,
        "measure_text": claim.measure_text,
        "scope": list(claim.scope),
        "period": period_text(claim.period),
        "as_of": period_text(claim.as_of),
        "role": claim.role,
        "against": period_text(claim.against),
        "source": claim.source.row(),
        "quote": claim.quote,
        "prefix": claim.prefix or None,
        "suffix": claim.suffix or None,
        "carried": sorted(claim.carried),
        "inferred": [name for name, time in times.items() if time.inferred],
        "relative": {name: time.relative.duration for name, time in times.items() if time.relative is not None},
    }


def period_text(period: Period | str | None) -> str | None:
    """A period as an EDTF string; a relation such as `year-on-year` whose base is not dated stays a word."""
    return period.edtf if isinstance(period, Period) else period


def finding_row(finding: Finding) -> Row:
    """The row of a finding."""
    return {
        "type": "finding",
        "check": finding.check or None,
        "level": finding.level,
        **place_row(finding.document, finding.span),
        "text": finding.text,
        "message": finding.message,
        "working": list(finding.working),
        "because": [figure_row(figure) for figure in finding.because],
        "readings": [reading_row(reading) for reading in finding.readings],
        "fixes": [fix_row(fix) for fix in finding.fixes],
        "fingerprint": finding.fingerprint or None,
        "silence": {"by": finding.silence.by, "reason": finding.silence.reason} if finding.silence else None,
    }


def figure_row(figure: Figure) -> Row:
    """What a finding rests on."""
    return claim_row(figure) if isinstance(figure, Claim) else mention_row(figure)


def fix_row(fix: Fix) -> Row:
    """One way to mend a defect."""
    return {
        "label": fix.label,
        "edits": [{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in fix.edits],
        "safe": fix.safe,
    }
