"""A draft's text with its figures marked: what each came to, and which findings stand on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import TypeVar

from factcheck.coverage import gravest
from factcheck.document import Document, Span
from factcheck.engine import Report
from factcheck.finding import Finding, where
from factcheck.report.excerpt import SHOWN

T = TypeVar("T")
# What a figure came to that no check compared.
UNCHECKED = "not checked"
# Lines and tabs stay, what a browser would obey does not.
TEXT = {code: sign for code, sign in SHOWN.items() if code not in (ord("\t"), ord("\n"), ord("\r"))}


def verdict_class(verdict: str) -> str:
    """The class of the style sheet for a verdict."""
    return verdict.replace(" ", "_")


def verdicts(document: Document, report: Report) -> dict[Span, str]:
    """What each figure of a draft came to: the gravest verdict of the comparisons that it took part in."""
    found = gravest(report.comparisons)
    return {claim.span: found.get(where(claim), UNCHECKED) for claim in report.claims if claim.document is document}


def marked(document: Document, findings: Sequence[tuple[int, Finding]], figures: Mapping[Span, str]) -> str:
    """The text as markup: figures as spans of their verdict, the words of findings as links to them.

    `findings` come with their numbers, in the order of the text; where several stand on the same words, the first is linked from the
    words and the others from their numbers behind them.
    """
    edges = {0, len(document.text)}
    for span in (*figures, *(finding.span for _, finding in findings)):
        edges |= {span.start, span.end}
    cuts = sorted(edges)
    at_figure = _covering(cuts, ((span, verdict) for span, verdict in figures.items()))
    # What counts lies over what is silenced, and of two that count the first lies over the other.
    ranked = sorted(findings, key=lambda one: (one[1].silence is None, -one[0]))
    at_finding = _covering(cuts, ((finding.span, (number, finding)) for number, finding in ranked))
    last_piece = {number: piece for piece, (number, _) in sorted(at_finding.items())}
    behind: dict[int, list[tuple[int, Finding]]] = {}
    for number, finding in findings:
        if number not in last_piece:
            behind.setdefault(finding.span.end, []).append((number, finding))
    pieces, named = [], set()
    for order, (start, end) in enumerate(pairwise(cuts)):
        words = escape(document.text[start:end].translate(TEXT))
        if order in at_finding:
            number, finding = at_finding[order]
            anchor = "" if number in named else f' id="wf{number}"'
            sign = f' data-number="{number}"' if last_piece[number] == order else ""
            named.add(number)
            words = f'<a class="{_class(finding)}" href="#f{number}"{anchor}{sign}>{words}</a>'
        elif order in at_figure:
            words = f'<span class="figure {verdict_class(at_figure[order])}">{words}</span>'
        pieces += [words, *(_number(number, finding) for number, finding in behind.pop(end, ()))]
    # An empty text has no piece for them to stand behind.
    return "".join([*pieces, *(_number(number, finding) for rest in behind.values() for number, finding in rest)])


def _number(number: int, finding: Finding) -> str:
    """A link to a finding that shows its number alone: the style sheet writes it, for it is no word of the text."""
    return f'<a class="{_class(finding)}" href="#f{number}" id="wf{number}" data-number="{number}" aria-label="{number}"></a>'


def _class(finding: Finding) -> str:
    return f"found {finding.level}{' silenced' if finding.silence else ''}"


def _covering(cuts: Sequence[int], spans: Iterable[tuple[Span, T]]) -> dict[int, T]:
    """What lies over each piece between two cuts; the last one given wins."""
    numbers = {cut: number for number, cut in enumerate(cuts)}
    return {number: what for span, what in spans for number in range(numbers[span.start], numbers[span.end])}
