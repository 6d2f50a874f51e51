"""The engine runs checks over a case, and makes their findings comparable from one run to the next.

A check that fails does not take the others with it: its failure stands in the report.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from factcheck import registry
from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.coverage import coverage
from factcheck.document import Document
from factcheck.extract import build
from factcheck.failure import told
from factcheck.finding import LEVELS, Checked, Finding, Level
from factcheck.fingerprint import with_fingerprints
from factcheck.lexicon import Word
from factcheck.messages import Language
from factcheck.period import Period
from factcheck.profile import Profile
from factcheck.repair import with_safety
from factcheck.silences import Known, Silences

if TYPE_CHECKING:
    from factcheck.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Failure:
    """A check that raised instead of answering: a defect of the check, not of the draft."""

    check: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a run.

    `findings` stand in the order of the documents, then of the text, the gravest first. `claims` are what the documents say.
    `coverage` counts figures: `agrees`, `agrees_by_rounding`, `disagrees`, `undecidable` and `not_checked` add up to `figures`,
    each counted by the gravest verdict of the comparisons it took part in; `read` have a value, `damaged` have none; `comparisons`
    were made in all, and stand one by one in `comparisons`. `language` is the one that was chosen to tell it in, None for the usual:
    English, with amounts as the draft writes them.
    """

    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]
    coverage: Mapping[str, int]
    documents: tuple[Document, ...]
    failures: tuple[Failure, ...] = ()
    baselined: bool = False
    comparisons: tuple[Checked, ...] = ()
    language: Language | None = None
    profile: Profile | None = None

    def in_language(self, language: Language) -> Report:
        """The same report, told in a language."""
        return replace(
            self,
            findings=tuple(finding.in_language(language) for finding in self.findings),
            comparisons=tuple(comparison.in_language(language) for comparison in self.comparisons),
            language=language,
        )

    def counted(self) -> list[Finding]:
        """The findings that are not silenced."""
        return [finding for finding in self.findings if finding.silence is None]

    def worst(self) -> Level | None:
        """The gravest level of its findings that are not silenced, None where there are none."""
        levels = {finding.level for finding in self.counted()}
        return next((level for level in reversed(LEVELS) if level in levels), None)


def check(  # noqa: PLR0913 - the one door to a run, and each is named where it is given
    documents: Document | str | Iterable[Document | str],
    *,
    ledger: Ledger | None = None,
    sources: Iterable[Document | str] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    options: Mapping[str, Mapping[str, Any]] | None = None,
    per_file_ignores: Mapping[str, Iterable[str]] | None = None,
    baseline: Known | None = None,
    words: Iterable[Word] = (),
    progress: Callable[[Document], None] | None = None,
    messages: Language | None = None,
    profile: Profile | None = None,
) -> Report:
    """Check one document, or several as one set, also against a ledger and against sources (no finding stands on those).

    `select` and `ignore` hold names of checks or families, `options` the options of each check by its name, `per_file_ignores` names by
    pattern of a document's name; `baseline` knows the findings of before. Those and what comments in the drafts silence stay in the
    report, marked. `words` are names and words of the house. `messages` is the language in which findings are told, `profile` how grave they are. `progress` is
    called as each document is read. Raises CheckError for a name or an option that does not exist, TypeError for what is no document
    or no ledger.
    """
    if ledger is not None and not hasattr(ledger, "claims"):
        raise TypeError(f"expected a Ledger, got {type(ledger).__name__}; use factcheck.Ledger.load({ledger!r})")
    names = registry.chosen(select=select, ignore=ignore)
    given = options or {}
    settings = {name: registry.settings(registry.load(name), given[name]) for name in given}
    drafts = watched(as_documents(documents), progress)
    known, names_known = (ledger.claims, ledger.words) if ledger is not None else ((), ())
    case = build(drafts, sources=as_documents(sources), ledger=known, words=(*names_known, *words))
    today = day(settings.get("silence/expired", {}).get("today"))
    silences = Silences(case.documents, today=today, per_file=per_file_ignores, known=baseline)
    report = run(case, names, options=settings, silences=silences, profile=profile)
    return report if messages is None else report.in_language(messages)


def day(said: str | None) -> Period | None:
    """A day as YYYY-MM-DD, None for nothing. Raises CheckError for anything else."""
    if not said:
        return None
    try:
        return Period(datetime.date.fromisoformat(said).isoformat())
    except ValueError:
        raise registry.CheckError(f'check silence/expired: option today is a day as "2027-01-31", not {said!r}') from None


def compare(source: Document | str, draft: Document | str, *, ignore: Iterable[str] = ()) -> Report:
    """Hold a draft against what it was made from, also across languages: the checks of the family `source`.

    Raises CheckError for a name in `ignore` that does not exist, TypeError for what is no document.
    """
    return check(draft, sources=as_documents(source), select=("source",), ignore=ignore)


def watched(documents: Iterable[Document], progress: Callable[[Document], None] | None) -> Iterator[Document]:
    """Documents that tell which of them is taken, so that a long run can show how far it has come."""
    for document in documents:
        if progress is not None:
            progress(document)
        yield document


def as_documents(given: Document | str | Iterable[Document | str]) -> tuple[Document, ...]:
    """One document or text, or several, as documents. Raises TypeError for anything else."""
    if isinstance(given, PurePath):
        raise TypeError(f"expected a Document or a text, got a path; use factcheck.read({str(given)!r})")
    if isinstance(given, Document):
        return (given,)
    if isinstance(given, str):
        return (Document(given),)
    if not isinstance(given, Iterable):
        raise TypeError(f"expected a Document or a text, or several, got {type(given).__name__}")
    made = []
    for number, one in enumerate(given, start=1):
        if isinstance(one, str):
            made.append(Document(one, name=f"text {number}"))
        elif isinstance(one, Document):
            made.append(one)
        else:
            raise TypeError(f"expected a Document or a text, got {type(one).__name__}")
    return tuple(made)


def run(
    case: Case,
    names: Iterable[str],
    *,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    silences: Silences | None = None,
    profile: Profile | None = None,
) -> Report:
    """Run the checks of these names over a case. `options` are keyword arguments of the checks, by name, as they are passed."""
    kept = silences or Silences(case.documents)
    names = [name for name in names if registry.has_matter(name, case)]
    late = [name for name in names if registry.load(name).late]
    outcome = Outcome(case, options or {})
    outcome.add(name for name in names if name not in late)
    if late:
        # Whether a comment is of use is known when the checks that it names have run, asked for or not.
        unasked = Outcome(case, options or {})
        unasked.add(_late_needs(kept, {*names}))
        seen = replace(case, findings=(*outcome.findings, *unasked.findings), checks=tuple(registry.known()))
        after = Outcome(seen, options or {})
        after.add(late)
        outcome.join(after)
    if profile is not None and profile.levels:
        graded = [replace(found, level=profile.level(found, registry.load(found.check).level)) for found in outcome.findings]
        outcome.findings = graded
    ordered = kept.over(with_fingerprints(_in_order(case, outcome.findings)))
    covered = coverage(case, outcome.comparisons)
    return Report(
        tuple(ordered),
        case.claims,
        covered,
        case.documents,
        tuple(outcome.failures),
        baselined=kept.known is not None,
        comparisons=tuple(outcome.comparisons),
        profile=profile,
    )


def _late_needs(silences: Silences, names: set[str]) -> list[str]:
    """The checks that comments name and that do not run by themselves."""
    meant = {*silences.named()}
    return [name for name in registry.known() if name not in names and meant & {name, name.partition("/")[0]}]


class Outcome:
    """What some checks gave over a case."""

    def __init__(self, case: Case, options: Mapping[str, Mapping[str, Any]]) -> None:
        self.case, self.options = case, options
        self.findings: list[Finding] = []
        self.comparisons: list[Checked] = []
        self.failures: list[Failure] = []

    def add(self, names: Iterable[str]) -> None:
        """Run the checks of these names."""
        for name in names:
            try:
                found, compared = _run_one(self.case, name, self.options.get(name, {}))
            except Exception as error:  # whatever a check does wrong, the others go on
                self.failures.append(Failure(name, told(error)))
            else:
                self.findings += found
                self.comparisons += compared

    def join(self, other: Outcome) -> None:
        """Take in what another gave."""
        self.findings += other.findings
        self.comparisons += other.comparisons
        self.failures += other.failures


def _run_one(case: Case, name: str, options: Mapping[str, Any]) -> tuple[list[Finding], list[Checked]]:
    check, documents = registry.load(name), {id(document) for document in case.documents}
    findings, compared = [], []
    for result in check.run(case, **options):
        if isinstance(result, Checked):
            compared.append(replace(result, check=name))
            continue
        if id(result.document) not in documents:
            raise ValueError(f"a finding stands on {result.document.name}, which is not a document under check")
        if result.span.end > len(result.document.text):
            raise ValueError(f"a finding ends at {result.span.end}, behind the end of {result.document.name}")
        findings.append(with_safety(replace(result, check=name, level=result.level or check.level)))
    return findings, compared


def _in_order(case: Case, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Document order, then the text's; of what one check says twice of one place, the gravest."""
    places = {id(document): number for number, document in enumerate(case.documents)}

    def key(finding: Finding) -> tuple[int, int, int, str, int, str]:
        assert finding.level is not None
        gravity = -LEVELS.index(finding.level)
        return places[id(finding.document)], finding.span.start, gravity, finding.check, finding.span.end, finding.message

    seen = set()
    for finding in sorted(findings, key=key):
        place = (id(finding.document), finding.span, finding.check)
        if place not in seen:
            seen.add(place)
            yield finding
