"""A fingerprint knows a finding again when lines move: it is made of what the finding says, not of where it stands."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.finding import Figure, Finding, mention_of
from factcheck.quantity import decimal_text


def with_fingerprints(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, in reading order, with their fingerprints: 16 hexadecimal digits, different within a document."""
    seen: Counter[tuple[int, str]] = Counter()
    for finding in findings:
        content = "\n".join((finding.check, folded(finding.text), *sorted(said(figure) for figure in finding.because)))
        seen[id(finding.document), content] += 1
        ordinal = seen[id(finding.document), content]
        # "增长3%" may be wrong in the same way twice: the second is told from the first by being the second.
        digest = hashlib.sha256((content if ordinal == 1 else f"{content}\n{ordinal}").encode("utf-8", "surrogatepass"))
        yield replace(finding, fingerprint=digest.hexdigest()[:16])


def folded(text: str) -> str:
    """The text with every stretch of white space as one blank, so that a line broken elsewhere changes nothing."""
    return " ".join(text.split())


def said(figure: Figure) -> str:
    """What an operand says, however it is written: value and unit, or the period; the words of what has neither."""
    mention = mention_of(figure)
    if mention.period is not None:
        return mention.period.edtf
    if mention.quantity is None:
        return folded(mention.text)
    quantity = mention.quantity
    ends = [decimal_text(end) for end in (quantity.value, quantity.high) if end is not None]
    return " ".join([quantity.hedge, *ends, quantity.unit or ""])
