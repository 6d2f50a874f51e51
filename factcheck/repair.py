"""Whether a fix is safe is computed: the edited text says the same quantities as before.

`~` for `-` in a range, or a blank between figure and unit, leaves every quantity as it was; another digit does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from factcheck.document import Document, Mask, Span
from factcheck.extract import parse
from factcheck.finding import Edit, Finding, Fix, edited
from factcheck.mention import Mention
from factcheck.passage import REACH, passage
from factcheck.pattern import lazy_pattern

# Code points on each side of an edit that are read with it: a long sentence in either language.
NEAR = 160
DIGITS = lazy_pattern("[0-9]")
Said: TypeAlias = tuple[object, ...]


def with_safety(finding: Finding) -> Finding:
    """The finding with `safe` computed for each of its fixes. Raises ValueError for edits that overlap or leave the text."""
    if not finding.fixes:
        return finding
    # One of several readings is a choice, whatever the text would say then; it needs no reading of the text to know.
    chosen = len(finding.readings) > 1
    return replace(finding, fixes=tuple(_judged(finding.document, fix, chosen=chosen) for fix in finding.fixes))


def _judged(document: Document, fix: Fix, *, chosen: bool) -> Fix:
    edits = ordered(document, fix.edits)
    if not edits or chosen or _other_digits(document, edits):
        return replace(fix, edits=edits, safe=False)
    return replace(fix, edits=edits, safe=all(_says_the_same(document, near) for near in _neighbours(edits)))


def _neighbours(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Edits that stand in reach of each other: one of a whole document's style leaves all between them as it was."""
    near: list[Edit] = []
    for edit in edits:
        if near and edit.span.start - near[-1].span.end > REACH:
            yield near
            near = []
        near.append(edit)
    yield near


def _says_the_same(document: Document, edits: Sequence[Edit]) -> bool:
    # What lies beyond its sentence decides nothing of a figure, nor what is far off in it: a text with many fixes stays quick.
    found = passage(document)
    first, last = edits[0].span.start, edits[-1].span.end
    around = Span(max(found.sentence(first).start, first - NEAR), min(found.sentence(last).end, last + NEAR))
    return quantities(excerpt(document, around)) == quantities(excerpt(document, around, edits))


def _other_digits(document: Document, edits: Sequence[Edit]) -> bool:
    """Whether the edits write other digits: then another number stands there, and the two texts need not be read to know.

    Zeros at the end may stand for a scale word: 11 Ten thousand is 110,000.
    """
    old = "".join(document.text[edit.span.start : edit.span.end] for edit in edits)
    return _told(old) != _told("".join(edit.text for edit in edits))


def _told(text: str) -> str:
    return "".join(DIGITS.findall(text)).rstrip("0")


def ordered(document: Document, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits in reading order. Raises ValueError where two overlap or one lies outside the text."""
    reached = 0
    found = tuple(sorted(edits, key=lambda edit: edit.span))
    for edit in found:
        if edit.span.start < reached or edit.span.end > len(document.text):
            raise ValueError(f"an edit at {edit.span.start}–{edit.span.end} of {document.name} overlaps another or leaves the text")
        reached = edit.span.end
    return found


def excerpt(document: Document, around: Span, edits: Sequence[Edit] = ()) -> Document:
    """A part of a document, edited, as a document of its own with the masks that lie in it."""
    masks = tuple(_moved(document.masks_over(around), around, edits))
    return replace(document, text=edited(document.text, edits, within=around), masks=masks, structure=None)


def _moved(masks: Sequence[Mask], around: Span, edits: Sequence[Edit]) -> Iterator[Mask]:
    for mask in masks:
        if not any(mask.span.overlaps(edit.span) for edit in edits):
            shift = sum(len(edit.text) - len(edit.span) for edit in edits if edit.span.end <= mask.span.start)
            start = max(mask.span.start, around.start) - around.start + shift
            yield Mask(Span(start, min(mask.span.end, around.end) - around.start + shift), mask.name)


def quantities(document: Document) -> list[Said]:
    """What the figures of a text say, in reading order and without their places. What they are about is not asked: no fix changes it."""
    return [_said(mention) for mention in parse(document, names=False).found.mentions]


def _said(mention: Mention) -> Said:
    if mention.quantity is not None:
        # 110,000 says no more than 11万: its zeros count as places that were written, not as places that are known.
        quantity = replace(mention.quantity, decimals=max(mention.quantity.decimals, mention.quantity.significant))
        return mention.kind, quantity, mention.hedge  # "more than130,000" says what it says with its blank
    if mention.period is not None:
        return mention.kind, mention.period, mention.hedge
    values = tuple(reading.value for reading in mention.readings)
    return mention.kind, mention.label, mention.damage, mention.hedge, values
