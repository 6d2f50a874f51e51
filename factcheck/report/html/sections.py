"""The sections of the page: summary, contents, and each draft with its findings beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.coverage import VERDICTS
from factcheck.document import Document
from factcheck.engine import Report
from factcheck.finding import LEVELS, Finding
from factcheck.messages import Language, say
from factcheck.report.dossier.tables import tables
from factcheck.report.html.actions import READING, Actions
from factcheck.report.html.cards import card
from factcheck.report.html.dossier import dossier_section
from factcheck.report.html.marks import UNCHECKED, marked, verdict_class, verdicts
from factcheck.report.html.page import choice, text, worded
from factcheck.report.text import count, level_counts, summary
from factcheck.wording import written_in


def report_sections(report: Report, language: Language, *, actions: Actions = READING) -> str:
    """Everything that a page says of a report: summary, contents, the drafts with their findings, the dossier."""
    parts = [
        summary_section(report, language),
        contents(report, language),
        *(document_section(document, report, language, actions=actions) for document in report.documents),
        over_time(report, language),
    ]
    return "\n".join(part for part in parts if part)


def summary_section(report: Report, language: Language) -> str:
    """How many findings of each level, what became of the figures, what the marks mean, which levels are shown."""
    first, *rest = summary(report)
    legend = "".join(
        f'<li><span class="figure {verdict_class(verdict)}">{worded(say(verdict), language)}</span></li>'
        for verdict in (*VERDICTS, UNCHECKED)
    )
    failures = "".join(f"<li>{text(f'{failure.check}: {failure.message}')}</li>" for failure in report.failures)
    return f"""<header>
<h1>{worded(say("Figures checked"), language)}</h1>
<p><strong>{text(first)}</strong></p>
{"".join(f"<p>{text(line)}</p>" for line in rest)}
<ul class="legend" aria-label="{worded(say("Marks"), language)}">{legend}</ul>
{f'<ul class="failures">{failures}</ul>' if failures else ""}
{level_choice(report.findings, language)}
</header>"""


def level_choice(findings: Sequence[Finding], language: Language) -> str:
    """A box for each level with the number of its findings."""
    levels = Counter(finding.level for finding in findings)
    return choice([(level, count(levels[level], level)) for level in reversed(LEVELS) if levels[level]], language)


def contents(report: Report, language: Language) -> str:
    """Links to the drafts, each with what was found in it; nothing for a single draft."""
    if len(report.documents) < 2:
        return ""
    found: dict[int, list[Finding]] = {}
    for finding in report.counted():
        found.setdefault(id(finding.document), []).append(finding)
    lines = "".join(
        f'<li><a href="#d{number}">{text(document.name)}</a> <small>{text(level_counts(found.get(id(document), []), language))}</small></li>'
        for number, document in enumerate(report.documents, start=1)
    )
    return f'<nav aria-label="{worded(say("Documents"), language)}"><ol>{lines}</ol></nav>'


def document_section(document: Document, report: Report, language: Language, *, actions: Actions) -> str:
    """A draft with its marks, and its findings beside it."""
    number = report.documents.index(document) + 1
    found = [(order, finding) for order, finding in enumerate(report.findings, start=1) if finding.document is document]
    draft = marked(document, found, verdicts(document, report))
    last = len(report.findings)
    cards = "\n".join(card(finding, order, language, last=last, actions=actions) for order, finding in found)
    return f"""<section class="document" aria-labelledby="d{number}">
<h2 id="d{number}">{text(document.name)}</h2>
<a class="skip" href="#s{number}">{worded(say("To the findings"), language)}</a>
{actions.draft(document)}
<div class="columns">
<section class="draft" aria-label="{worded(say("Draft {number}", number=number), language)}" tabindex="0" lang="{written_in(document.text)}">{draft}</section>
<section class="findings" id="s{number}" aria-label="{worded(say("Findings {number}", number=number), language)}">
{cards or f"<p>{worded(say('No findings. What was not checked is not thereby right.'), language)}</p>"}
</section>
</div>
</section>"""


def over_time(report: Report, language: Language) -> str:
    """The dossier. A thing that one document says twice and means is no news; two documents, a series or a conflict are."""
    news = [table for table in tables(report) if table.mark or len({id(one.claim.document) for one in table.statements}) > 1]
    return dossier_section(news, language)
