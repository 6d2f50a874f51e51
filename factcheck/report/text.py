"""The report for a reader: each finding with its line, reason, working and every repair, and at the end what was looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from factcheck.claim import Claim, Source
from factcheck.document import Document, Span
from factcheck.engine import Report
from factcheck.evidence.mending import value_text
from factcheck.finding import LEVELS, Figure, Finding, Fix, SilencedBy
from factcheck.mention import Mention, Reading
from factcheck.messages import Language, Said, chain, in_language, say
from factcheck.report.excerpt import COLUMNS, excerpt, shown, width
from factcheck.wire import number_text, value_of
from factcheck.wording import hedge_name, kind_name, language_of, plain, with_unit

INDENT = "    "
# Columns that a quoted line takes in the narrowest terminal: fewer tell nothing.
LEAST = 30
RESET, BOLD, DIM = "\x1b[0m", "\x1b[1m", "\x1b[2m"
# What silences findings, in words.
SILENCED: dict[SilencedBy, str] = {"comment": "by comments", "configuration": "by the configuration", "baseline": "in the baseline"}
COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "note": "\x1b[1;36m"}


class Paint:
    """Colours words where colour is wanted, and leaves them as they are where it is not."""

    def __init__(self, *, colour: bool) -> None:
        self.colour = colour

    def __call__(self, words: str, code: str) -> str:
        """The words, coloured."""
        return f"{code}{words}{RESET}" if self.colour else words


PLAIN = Paint(colour=False)


def render(report: Report, *, colour: bool = False, columns: int | None = None) -> str:
    """The report as lines of text; `colour` adds ANSI colours, and quoted lines fit a terminal of so many `columns`."""
    paint = Paint(colour=colour)
    language = report.language or "en"
    parts = ["\n".join(finding_lines(finding, paint, language, columns)) for finding in report.counted()]
    return "\n\n".join([*parts, "\n".join(summary(report, paint))]) + "\n"


def finding_lines(finding: Finding, paint: Paint, language: Language = "en", columns: int | None = None) -> Iterator[str]:
    """Place, level and check; the quoted line; the sentence; then working, evidence, readings and fixes, each on a line."""
    level = finding.level or "error"
    yield f"{paint(place(finding.document, finding.span), BOLD)}: {paint(in_language(say(level), language), COLOURS[level])} {finding.check}"
    opening, closing = (paint(mark, COLOURS[level]) for mark in "⟦⟧")
    yield f"{INDENT}{excerpt(finding.document, finding.span, opening=opening, closing=closing, columns=room(columns))}"
    yield f"  {shown(finding.message)}"
    for line in finding.working:
        # What a reading says below is not said twice.
        if not any(reading.why in line for reading in finding.readings):
            yield f"    {shown(line)}"
    for figure in elsewhere(finding):
        where, whose = place(figure.document, figure.span), origin(figure)
        quoted = excerpt(figure.document, figure.span, columns=room(columns, beside=f"{where}: {whose}"))
        yield f"{INDENT}{paint(where, DIM)}: {quoted}{whose}"
    # A figure with one reading says it in its sentence, and each of several readings is a repair: neither is printed twice.
    several = len(finding.readings) > 1
    for number, reading in enumerate(finding.readings if several else (), start=1):
        yield from reading_lines(reading, number, finding, paint, language)
    for fix in () if several and len(finding.fixes) == len(finding.readings) else finding.fixes:
        yield f"    {shown(in_language(say('fix: {repair}', repair=repair(finding.document, fix)), language))}"


def room(columns: int | None, *, beside: str = "") -> int:
    """How many columns a quoted line may take of a terminal, where other words stand beside it; as many as anywhere without one."""
    if columns is None:
        return COLUMNS
    return max(LEAST, min(COLUMNS, columns - width(INDENT + "…⟦⟧…" + beside)))


def place(document: Document, span: Span) -> str:
    """`draft.md:12:5`, as editors and terminals take it, and where that is in a file that is no plain text: `(page 3)`."""
    line, column = document.place(span.start)
    anchor = document.anchor(span.start)
    return f"{shown(document.name)}:{line}:{column}" + (f" ({shown(str(anchor))})" if anchor is not None else "")


def elsewhere(finding: Finding) -> Iterator[Figure]:
    """The evidence that does not stand on the quoted lines, each place once."""
    lines = range(finding.document.place(finding.span.start).line, finding.document.place(finding.span.end).line + 1)
    seen = set()
    for figure in finding.because:
        here = figure.document is finding.document and figure.document.place(figure.span.start).line in lines
        key = (id(figure.document), figure.span)
        if not here and key not in seen:
            seen.add(key)
            yield figure


def origin(figure: Figure) -> str:
    """Who says so and when, where the evidence's source is known by more than its name."""
    if not isinstance(figure, Claim):
        return ""
    source: Source = figure.source
    title = source.title if source.title != figure.document.name else None
    known = [str(part) for part in (source.publisher, title, source.published) if part]
    return f" ({shown(', '.join(known))})" if known else ""


def reading_lines(reading: Reading, number: int, finding: Finding, paint: Paint, language: Language) -> Iterator[str]:
    """One way to read a damaged figure, and what speaks for it."""
    line = finding.document.line(finding.document.place(finding.span.start).line)
    written = language_of(finding.document.text[line.start : line.end])
    value = value_text(reading, written, unit=reading.unit)
    heading = in_language(say("reading {number}", number=number), language)
    yield f"    {heading}: {paint(value, BOLD)} – {shown(reading.why)}"
    for support in reading.support:
        places = ", ".join(place(mention.document, mention.span) for mention in support.mentions)
        yield f"      {shown(support.words)}{f' ({places})' if places else ''}"


def repair(document: Document, fix: Fix) -> Said:
    """A way to mend a defect, and what it changes."""
    return say("{label}{change}", label=fix.label, change=change(document, fix))


def change(document: Document, fix: Fix) -> Said:
    """The edits of a fix where its label does not name them: what stands there and what would; and a warning where that says something else."""
    edits = [(shown(document.text[edit.span.start : edit.span.end]), shown(edit.text)) for edit in fix.edits]
    # "write 71.2 for 25.4" says what stands there and what would.
    told = len(edits) == 1 and all(not words or (words.strip() and words in fix.label) for words in edits[0])
    parts = [] if told else [replaced(old, new) for old, new in edits]
    if edits and not fix.safe:
        parts.append(say("changes what is said"))
    return say(" ({changes})", changes=chain(parts, by="; ")) if parts else say("")


def replaced(old: str, new: str) -> Said:
    """One edit in a few words."""
    if old and new:
        return say("{old} → {new}", old=old, new=new)
    return say('put in "{new}"', new=new) if new else say('take out "{old}"', old=old)


def summary(report: Report, paint: Paint = PLAIN) -> Iterator[str]:
    """How many findings of each level, and what became of the figures."""
    language = report.language or "en"
    counted = level_counts(report.counted(), language, paint)
    line = say("{counted} in {documents}", counted=counted, documents=count(len(report.documents), "document"))
    yield in_language(chain([line, silenced(report)]), language)
    yield in_language(covered(report.coverage), language)
    if (rate := counted_errors(report)) is not None:
        yield in_language(rate, language)


def level_counts(findings: Iterable[Finding], language: Language, paint: Paint = PLAIN) -> str:
    """`2 errors, 1 note`: how many there are of each level, the gravest first."""
    levels = Counter(finding.level for finding in findings)
    counts = [
        paint(in_language(count(levels[level], level), language), COLOURS[level]) for level in reversed(LEVELS) if levels[level]
    ]
    return in_language(chain(counts, by=", ") if counts else say("no findings"), language)


def counted_errors(report: Report) -> Said | None:
    """The errors per 10,000 characters, where the profile counts them: 《图书质量管理规定》 passes a book with at most one."""
    profile, characters = report.profile, report.coverage["characters"]
    rate = profile.rate(report.findings, characters=characters) if profile is not None else None
    if profile is None or profile.most is None or rate is None:
        return None
    template = "{rate} errors in 10,000 characters, of at most {most}: not up to the standard"
    if rate <= profile.most:
        template = "{rate} errors in 10,000 characters, of at most {most}: up to the standard"
    return say(template, rate=plain(rate), most=plain(profile.most))


def silenced(report: Report) -> Said:
    """How many findings are silenced, and by what: they are not forgotten."""
    kinds = Counter(finding.silence.by for finding in report.findings if finding.silence is not None)
    parts = [say("{number} {phrase}", number=kinds[by], phrase=say(phrase)) for by, phrase in SILENCED.items() if kinds[by]]
    return say("; silenced: {parts}", parts=chain(parts, by=", ")) if parts else say("")


def covered(coverage: Mapping[str, int]) -> Said:
    """What was checked, what could not be decided and what was not checked, so that silence is not taken for a verdict."""
    words = ("agree", "by rounding", "disagree", "undecidable", "not checked")
    keys = ("agrees", "agrees_by_rounding", "disagrees", "undecidable", "not_checked")
    parts = chain(
        (say("{number} {phrase}", number=coverage[key], phrase=say(word)) for key, word in zip(keys, words, strict=True)), by=", "
    )
    damaged = say("; {figures} damaged", figures=count(coverage["damaged"], "figure")) if coverage["damaged"] else ""
    return say("{figures}: {parts}{damaged}", figures=count(coverage["figures"], "figure"), parts=parts, damaged=damaged)


def count(number: int, noun: str) -> Said:
    """`1 error`, `2 errors`."""
    return say(f"{{number}} {noun}{'' if number == 1 else 's'}", number=number)


def render_mentions(mentions: Iterable[Mention], *, language: Language = "en") -> str:
    """One mention a line: where, what it says as it stands, what kind it is, and the value it was read as."""
    lines = []
    for mention in mentions:
        kind = [kind_name(mention.kind), *([hedge_name(mention.hedge)] if mention.hedge != "exact" else [])]
        said = in_language(chain([chain(kind, by=" "), value_words(mention)], by="  "), language)
        lines.append(f"{place(mention.document, mention.span)}: {shown(mention.text)}  {said}\n")
    return "".join(lines)


def value_words(mention: Mention) -> str:
    """The value as plain digits, with its unit in words; of a damaged figure what it may be."""
    value = value_of(mention)
    if value is None:
        readings = [with_unit(number_text(reading.value), reading.unit) for reading in mention.readings]
        return say("{values} (damaged)", values=chain(readings, by=" or ")) if readings else say("damaged")
    return with_unit("–".join(value) if isinstance(value, list) else value, mention.unit)
