"""A finding as a card: how bad, where, the sentence, the working, the evidence, the readings, the repairs, and the way to its neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from factcheck.evidence.mending import value_text
from factcheck.finding import Figure, Finding
from factcheck.mention import Reading
from factcheck.messages import Language, say
from factcheck.report.html.actions import Actions
from factcheck.report.html.page import text, worded
from factcheck.report.text import SILENCED, elsewhere, origin, place, repair
from factcheck.wording import language_of

# Code points of its line that are shown on each side of a figure.
AROUND = 60


def card(finding: Finding, number: int, language: Language, *, last: int, actions: Actions) -> str:
    """A finding under its number, of `last` in all."""
    level = finding.level or "error"
    silence = finding.silence
    working = "".join(f"<li>{text(line)}</li>" for line in finding.working)
    parts = [
        f'<article class="finding {level}{" silenced" if silence else ""}" id="f{number}">',
        f'<h3><span class="number">{number}</span> <span class="level">{worded(say(level), language)}</span> '
        f'<a href="#wf{number}">{text(place(finding.document, finding.span))}</a></h3>',
        f"<p>{text(finding.message)}</p>",
        f'<p class="silence">{worded(say("silenced: {reason}", reason=silence.reason or say(SILENCED[silence.by])), language)}</p>'
        if silence
        else "",
        f'<ul class="working">{working}</ul>' if working else "",
        listed(say("Rests on"), (evidence(figure) for figure in elsewhere(finding)), language),
        listed(say("May be read as"), (reading(one, finding, language) for one in finding.readings), language),
        listed(
            say("Repairs"),
            (worded(repair(finding.document, fix), language) + actions.repair(finding, fix) for fix in finding.fixes),
            language,
        ),
        actions.finding(finding),
        f'<p class="check"><code>{escape(finding.check)}</code> {neighbours(number, last, language)}</p>',
        "</article>",
    ]
    return "\n".join(part for part in parts if part)


def neighbours(number: int, last: int, language: Language) -> str:
    """Links to the finding before and the one behind."""
    before = f'<a href="#f{number - 1}">{worded(say("previous"), language)}</a>' if number > 1 else ""
    behind = f'<a href="#f{number + 1}">{worded(say("next"), language)}</a>' if number < last else ""
    return f'<span class="neighbours">{before} {behind}</span>'


def listed(heading: str, items: Iterable[str], language: Language) -> str:
    """A list under a heading; nothing where it is empty."""
    lines = "".join(f"<li>{item}</li>" for item in items)
    return f"<h4>{worded(heading, language)}</h4><ul>{lines}</ul>" if lines else ""


def evidence(figure: Figure) -> str:
    """A figure that a finding rests on, with its line."""
    document, span = figure.document, figure.span
    line = document.line(document.place(span.start).line)
    start, end = max(line.start, span.start - AROUND), min(max(line.end, span.end), span.end + AROUND)
    before = ("…" if start > line.start else "") + document.text[start : span.start]
    after = document.text[span.end : end] + ("…" if end < line.end else "")
    quoted = f"{text(before)}<b>{text(figure.text)}</b>{text(after)}"
    return f'<span class="place">{text(place(document, span))}</span> {quoted}{text(origin(figure))}'


def reading(one: Reading, finding: Finding, language: Language) -> str:
    """One way to read a damaged figure, and what speaks for it."""
    written = language_of(finding.document.text)
    value = value_text(one, written, unit=one.unit)
    support = "; ".join(text(support.words) for support in one.support) or worded(say("nothing here speaks for it"), language)
    return f"<b>{text(value)}</b> – {text(one.why)}<br><small>{support}</small>"
