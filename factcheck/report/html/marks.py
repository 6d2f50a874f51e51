"""A draft's text with its figures marked: what each came to, and which findings stand on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import TypeVar

from factcheck.document import Document, Span
from factcheck.engine import VERDICTS, Report
from factcheck.finding import Finding
from factcheck.report.excerpt import SHOWN

T = TypeVar("T")
# Lines and tabs stay, what a browser would obey does not.
TEXT = {code: sign for code, sign in SHOWN.items() if code not in (ord("\t"), ord("\n"), ord("\r"))}


def verdicts(document: Document, report: Report) -> dict[Span, str]:
    """What each figure of a draft came to: the gravest verdict of the comparisons that it took part in."""
    found = {claim.span: "not_checked" for claim in report.claims if claim.document is document}
    ranks: dict[int, int] = {}
    for comparison in report.comparisons:
        for figure in comparison.figures:
            if figure.document is document:
                rank = VERDICTS.index(comparison.verdict)
                ranks[figure.span.start] = min(rank, ranks.get(figure.span.start, rank))
    for claim in report.claims:
        if claim.document is document and claim.span.start in ranks:
            found[claim.span] = VERDICTS[ranks[claim.span.start]].replace(" ", "_")
    return found


def marked(document: Document, findings: Sequence[tuple[str, Finding]], figures: Mapping[Span, str]) -> str:
    """The text as markup: figures as spans of their verdict, the words of findings as links to them.

    `findings` come with the names of their cards, in the order of the text; where two stand on the same words, the first is linked.
    """
    edges = {0, len(document.text)}
    for span in (*figures, *(finding.span for _, finding in findings)):
        edges |= {span.start, span.end}
    cuts = sorted(edges)
    at_figure = _covering(cuts, ((span, verdict) for span, verdict in figures.items()))
    at_finding = _covering(cuts, ((finding.span, (name, finding)) for name, finding in reversed(findings)))
    pieces, named = [], set()
    for number, (start, end) in enumerate(pairwise(cuts)):
        words = escape(document.text[start:end].translate(TEXT))
        if number in at_finding:
            name, finding = at_finding[number]
            anchor = "" if name in named else f' id="w{name}"'
            named.add(name)
            words = f'<a class="found {finding.level}" href="#{name}"{anchor}>{words}</a>'
        elif number in at_figure:
            words = f'<span class="figure {at_figure[number]}">{words}</span>'
        pieces.append(words)
    # Words without a place of their own (an empty span, words of another finding) still need where the card's link leads.
    lost = "".join(f'<span id="w{name}"></span>' for name, _ in findings if name not in named)
    return lost + "".join(pieces)


def _covering(cuts: Sequence[int], spans: Iterable[tuple[Span, T]]) -> dict[int, T]:
    """What lies over each piece between two cuts; the last one given wins."""
    numbers = {cut: number for number, cut in enumerate(cuts)}
    return {number: what for span, what in spans for number in range(numbers[span.start], numbers[span.end])}
