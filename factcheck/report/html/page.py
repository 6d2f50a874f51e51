"""The page and its sections: summary, draft, findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from importlib import resources

from factcheck.document import Document, Span
from factcheck.engine import Report
from factcheck.evidence.mending import value_text
from factcheck.finding import LEVELS, Figure, Finding, Fix
from factcheck.mention import Reading
from factcheck.report.excerpt import shown
from factcheck.report.html.marks import marked, verdicts
from factcheck.report.html.words import Words
from factcheck.report.text import elsewhere, origin, place
from factcheck.wording import language_of, written_in

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
VERDICTS = ("agrees", "agrees_by_rounding", "disagrees", "undecidable", "not_checked")


@cache
def style() -> str:
    """The style sheet."""
    return resources.files("factcheck.report.html").joinpath("style.css").read_text(encoding="utf-8")


def page(body: str, *, title: str, words: Words, policy: str = POLICY) -> str:
    """A whole page around a body that is markup already."""
    return f"""<!DOCTYPE html>
<html lang="{words["lang"]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(title)}</title>
<style>
{style()}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def text(words: str) -> str:
    """Words of a draft or a finding as text: never markup, and nothing that turns the line around."""
    return escape(shown(words))


def summary_section(report: Report, words: Words) -> str:
    """How many findings of each level, what became of the figures, and what the marks mean."""
    counted = report.counted()
    levels = Counter(finding.level for finding in counted)
    said = words["counted"].format(**{level: levels[level] for level in LEVELS}, documents=len(report.documents))
    rest = [words["covered"].format(**report.coverage)]
    if report.coverage["damaged"]:
        rest.append(words["damaged"].format(**report.coverage))
    if len(counted) < len(report.findings):
        rest.append(words["silenced"].format(silenced=len(report.findings) - len(counted)))
    legend = "".join(f'<li><span class="figure {verdict}">{escape(words[verdict])}</span></li>' for verdict in VERDICTS)
    failures = "".join(f"<li>{text(f'{failure.check}: {failure.message}')}</li>" for failure in report.failures)
    return f"""<header>
<h1>{escape(words["title"])}</h1>
<p><strong>{escape(said)}</strong></p>
<p>{escape("; ".join(rest) if words["lang"] == "en" else "；".join(rest))}</p>
<ul class="legend" aria-label="{escape(words["legend"])}">{legend}</ul>
{f'<ul class="failures">{failures}</ul>' if failures else ""}
</header>"""


def document_section(
    document: Document,
    report: Report,
    words: Words,
    *,
    tools: Callable[[Document], str] = lambda _: "",
    actions: Callable[[Finding], str] = lambda _: "",
) -> str:
    """A draft with its marks, and its findings beside it. `tools` and `actions` make more markup for a draft and for a finding."""
    number = report.documents.index(document) + 1
    found = [(f"f{order}", finding) for order, finding in enumerate(report.findings, start=1) if finding.document is document]
    draft = marked(document, [(name, finding) for name, finding in found if finding.silence is None], verdicts(document, report))
    cards = "\n".join(card(finding, name, words, actions(finding)) for name, finding in found)
    language = written_in(document.text)
    return f"""<section class="document" aria-labelledby="d{number}">
<h2 id="d{number}">{text(document.name)}</h2>
<a class="skip" href="#s{number}">{escape(words["skip"])}</a>
{tools(document)}
<div class="columns">
<section class="draft" aria-label="{escape(words["draft"])} {number}" lang="{language}">{draft}</section>
<section class="findings" id="s{number}" aria-label="{escape(words["findings"])} {number}">
{cards or f"<p>{escape(words['no_findings'])}</p>"}
</section>
</div>
</section>"""


def card(finding: Finding, name: str, words: Words, actions: str = "") -> str:
    """One finding: where, how bad, which check, the sentence, the working, the evidence, the readings, the repairs.

    `actions` is more markup, such as buttons.
    """
    level = finding.level or "error"
    silence = (
        f'<p class="silence">{escape(words["silent"])}: {text(finding.silence.reason or finding.silence.by)}</p>'
        if finding.silence
        else ""
    )
    working = "".join(f"<li>{text(line)}</li>" for line in finding.working)
    parts = [
        f'<article class="finding {level}{" silenced" if finding.silence else ""}" id="{name}">',
        f'<h3><span class="level">{escape(words[level])}</span> <a href="#w{name}">{text(place(finding.document, finding.span))}</a></h3>',
        f"<p>{text(finding.message)}</p>",
        silence,
        f'<ul class="working">{working}</ul>' if working else "",
        listed(words["evidence"], (evidence(figure) for figure in elsewhere(finding))),
        listed(words["readings"], (reading(one, finding, words) for one in finding.readings)),
        listed(words["repairs"], (repair(finding.document, fix, words) for fix in finding.fixes)),
        actions,
        f'<p class="check"><code>{escape(finding.check)}</code></p>',
        "</article>",
    ]
    return "\n".join(part for part in parts if part)


def listed(heading: str, items: Iterable[str]) -> str:
    """A list under a heading; nothing where it is empty."""
    lines = "".join(f"<li>{item}</li>" for item in items)
    return f"<h4>{escape(heading)}</h4><ul>{lines}</ul>" if lines else ""


def evidence(figure: Figure) -> str:
    """A figure that a finding rests on, with its line."""
    line = figure.document.line(figure.document.place(figure.span.start).line)
    start, end = max(line.start, figure.span.start - 60), min(max(line.end, figure.span.end), figure.span.end + 60)
    before, after = figure.document.text[start : figure.span.start], figure.document.text[figure.span.end : end]
    quoted = f"{text(before)}<b>{text(figure.text)}</b>{text(after)}"
    return f'<span class="place">{text(place(figure.document, figure.span))}</span> {quoted}{text(origin(figure))}'


def reading(one: Reading, finding: Finding, words: Words) -> str:
    """One way to read a damaged figure, and what speaks for it."""
    language = language_of(finding.document.text)
    value = value_text(one, language, unit=one.unit)
    support = "; ".join(text(support.words) for support in one.support) or escape(words["nothing_decides"])
    return f"<b>{text(value)}</b> – {text(one.why)}<br><small>{support}</small>"


def repair(document: Document, fix: Fix, words: Words) -> str:
    """One way to mend a defect: what stands there and what would."""
    edits = "; ".join(text(edited(document, edit.span, edit.text, words)) for edit in fix.edits)
    caution = f" <small>{escape(words['changes'])}</small>" if fix.edits and not fix.safe else ""
    return f"{text(fix.label)}{f': {edits}' if edits else ''}{caution}"


def edited(document: Document, span: Span, new: str, words: Words) -> str:
    """One edit in a few words."""
    old = document.text[span.start : span.end]
    key = "replace" if old and new else "put_in" if new else "take_out"
    return words[key].format(old=old, new=new)
