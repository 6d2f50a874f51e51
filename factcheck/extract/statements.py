"""From contexts to claims: each figure with what it is about, its source and its way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.claim import Claim, Source
from factcheck.document import Document
from factcheck.extract.context import Context
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import measures
from factcheck.lexicon.rates import denominators, is_rate, numerator, rate_name, rate_of
from factcheck.mention import Mention
from factcheck.period import Period

QUOTE = 32
RATED = ("money", "count")


def source_of(document: Document, published: Period | None) -> Source:
    """The document as the source of its claims."""
    date = document.published or (published.start if published is not None and published.start == published.end else None)
    return Source(
        id=document.name,
        title=document.title,
        publisher=document.publisher,
        url=document.url,
        published=date,
        sha256=document.sha256,
    )


def find_claims(prepared: Prepared, contexts: Sequence[Context], source: Source) -> list[Claim]:
    """The claim of each context, in the same order."""
    return [_claim(prepared, context, source) for context in contexts]


def _claim(prepared: Prepared, context: Context, source: Source) -> Claim:
    text, span = prepared.document.text, context.mention.span
    return Claim(
        id=f"{prepared.document.name}#{span.start}-{span.end}",
        mention=context.mention,
        subject=context.subject,
        measure=context.measure,
        measure_text=context.measure_text,
        scope=context.scope,
        period=context.period,
        as_of=context.as_of,
        role=context.role,
        against=context.against,
        source=source,
        quote=text[span.start : span.end],
        prefix=text[max(0, span.start - QUOTE) : span.start],
        suffix=text[span.end : span.end + QUOTE],
        carried=frozenset(context.carried),
    )


def typed(contexts: Sequence[Context], prepared: Prepared) -> dict[Mention, Mention]:
    """Bare numbers with the kind and unit that their measure gives them: 市场规模3000亿 is money, 医生突破了3万 are persons."""
    changed: dict[Mention, Mention] = {}
    last: Context | None = None
    for context in contexts:
        mention = _typed(context, prepared, last)
        last = context
        if mention is not context.mention:
            changed[context.mention] = mention
            context.mention = mention
    return changed


def is_bare(mention: Mention) -> bool:
    """Whether a figure says itself neither what it counts nor that it is money."""
    return mention.kind == "count" and (mention.unit is None or numerator(mention.unit) is None)


def _typed(context: Context, prepared: Prepared, last: Context | None) -> Mention:
    mention = context.mention
    measure = measures()[context.measure] if context.measure is not None else None
    if measure is not None and measure.per is not None and mention.kind in RATED and mention.unit is not None:
        return mention if is_rate(mention.unit) else _with_unit(mention, rate_of(mention.unit, measure.per))
    if last is not None and _goes_on(context, last):
        return _with_unit(mention, last.mention.unit or "")
    if not is_bare(mention):
        return mention
    if measure is not None and measure.dimension == "money":
        return _money(mention, prepared)
    if measure is not None and not measure.broad:
        unit = measure.dimension if measure.per is None else rate_of(measure.dimension, measure.per)
        return _with_unit(mention, unit)
    if last is not None and last.sentence == context.sentence and last.mention.kind == "money":
        return _money(mention, prepared)  # 医美3000亿、体检2000多亿，总计超万亿
    return mention


def _goes_on(context: Context, last: Context) -> bool:
    """Whether a figure is the rate before it at another time, and does not say again what it is for: 人均收入2021年为8.1万元，2022年为8.6万元."""
    if (context.period or context.as_of) is None or "period" in context.carried or context.cue("part.total") is not None:
        return False
    same = last.sentence == context.sentence and last.measure == context.measure is not None and "measure" in context.carried
    unit = last.mention.unit
    return same and is_rate(unit) and numerator(unit or "") == context.mention.unit is not None


def _with_unit(mention: Mention, unit: str) -> Mention:
    if is_rate(mention.unit) and not is_rate(unit):
        unit = rate_name(unit, denominators(mention.unit or ""))
    quantity = None if mention.quantity is None else replace(mention.quantity, unit=unit)
    readings = tuple(replace(reading, unit=unit) if reading.unit is None else reading for reading in mention.readings)
    return replace(mention, quantity=quantity, readings=readings)


def _money(mention: Mention, prepared: Prepared) -> Mention:
    """A bare number beside a measure of money: 元 is understood in Chinese where a scale is written, no currency in English."""
    text = prepared.folded[mention.number.start : mention.number.end]
    if mention.quantity is None or mention.quantity.decimals < 3 or is_rate(mention.unit):
        return mention
    quantity = replace(mention.quantity, unit="CNY" if any(character in "万亿兆" for character in text) else None, counted=False)
    return replace(mention, kind="money", quantity=quantity)
