"""The engine: what is run, what comes of it, and that one bad check spoils nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

import factcheck
from factcheck import Document, engine, registry
from factcheck.case import Case
from factcheck.coverage import coverage
from factcheck.finding import Checked
from factcheck.registry import CheckError

EVERY_FIGURE = '''
    """Every figure is looked at."""
    from factcheck.finding import Checked, on
    LEVEL = "warning"
    def check(case, *, level=None, verdict="agrees"):
        for mention in case.mentions:
            yield on(mention, f"{mention.text} is a figure", level=level)
            yield on(mention, f"{mention.text} is a figure again", level="note")
            yield Checked((mention,), verdict)
'''
BROKEN = '''
    """It breaks."""
    LEVEL = "error"
    def check(case):
        yield from ()
        raise KeyError("no such figure")
'''
STRAY = '''
    """It stands on a document of its own."""
    from factcheck.document import Document, Span
    from factcheck.finding import Finding
    LEVEL = "error"
    def check(case):
        yield Finding(Document("3"), Span(0, 1), "a finding on nothing")
'''
FIRST, SECOND = Document("营收3亿元，增长5%。", name="a.txt"), Document("营收4亿元。", name="b.txt")


def test_findings_are_named_and_in_order(house: Callable[..., None]) -> None:
    """The engine fills in name and level; findings go by document and text; a check says one thing of one place, the gravest."""
    house(figures=EVERY_FIGURE)
    report = factcheck.check([SECOND, FIRST], select=["house"])

    assert [("b.txt", "4亿元"), ("a.txt", "3亿元"), ("a.txt", "5%")] == [(f.document.name, f.text) for f in report.findings]
    assert {("house/figures", "warning")} == {(f.check, f.level) for f in report.findings}
    assert ("warning", (SECOND, FIRST)) == (report.worst(), report.documents)
    assert 3 == len({f.fingerprint for f in report.findings})


def test_options_reach_the_check(house: Callable[..., None]) -> None:
    """Options are keyword arguments of the check; those of a check that is not run are still looked at."""
    house(figures=EVERY_FIGURE)
    report = factcheck.check(FIRST, select=["house"], options={"house/figures": {"level": "error"}})

    assert {"error"} == {f.level for f in report.findings}
    with pytest.raises(CheckError, match='has no option "lvel"'):
        factcheck.check(FIRST, ignore=["house"], options={"house/figures": {"lvel": "error"}})
    with pytest.raises(CheckError, match='no check "house/figure"'):
        factcheck.check(FIRST, options={"house/figure": {}})


def test_a_check_that_raises_spoils_nothing(house: Callable[..., None]) -> None:
    """Its failure is in the report, with its place, and the other checks go on; a stray finding is a failure too."""
    house(broken=BROKEN, figures=EVERY_FIGURE, stray=STRAY)
    report = factcheck.check(FIRST, select=["house"])

    assert ["3亿元", "5%"] == [f.text for f in report.findings]
    assert ["house/broken", "house/stray"] == [failure.check for failure in report.failures]
    assert "KeyError: 'no such figure' (house_broken.py:5)" == report.failures[0].message
    assert "a finding stands on text, which is not a document under check" in report.failures[1].message


@pytest.mark.parametrize(
    ("verdicts", "key"),
    [
        (["agrees"], "agrees"),
        (["agrees", "undecidable"], "agrees"),
        (["agrees", "agrees by rounding"], "agrees_by_rounding"),
        (["undecidable", "disagrees", "agrees"], "disagrees"),
        (["undecidable"], "undecidable"),
        ([], "not_checked"),
    ],
)
def test_coverage_counts_each_figure_once(verdicts: list, key: str) -> None:
    """A figure counts by the gravest verdict of its comparisons, and what was not compared is counted as that."""
    case = engine.build([FIRST])
    first = case.mentions[0]
    counts = coverage(case, [Checked((first,), verdict) for verdict in verdicts])
    parts = ("agrees", "agrees_by_rounding", "disagrees", "undecidable", "not_checked")

    assert len(case.mentions) == counts["figures"] == sum(counts[part] for part in parts) == counts["read"] + counts["damaged"]
    assert len(verdicts) == counts["comparisons"]
    assert counts[key] == (2 if key == "not_checked" else 1)


def test_a_claim_and_its_mention_are_one_figure() -> None:
    """A check may compare claims or mentions: the figure is counted once."""
    case = engine.build([FIRST])
    counts = coverage(case, [Checked((case.claims[0], case.mentions[0]), "agrees")])

    assert 1 == counts["agrees"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (Path("a.md"), r"got a path; use factcheck.read\('a.md'\)"),
        ([3], "got int"),
        (3, "got int"),
        ([FIRST, None], "got NoneType"),
    ],
)
def test_what_is_no_document_is_refused(given: object, words: str) -> None:
    """A path is not read in silence, and not taken for a text."""
    with pytest.raises(TypeError, match=words):
        factcheck.check(given)  # type: ignore[arg-type]


def test_a_ledger_is_loaded_first() -> None:
    """The folder of a ledger is no ledger, and the error says what to do."""
    with pytest.raises(TypeError, match=r"expected a Ledger, got str; use factcheck.Ledger.load\('claims/'\)"):
        factcheck.check(FIRST, ledger="claims/")  # type: ignore[arg-type]


def test_texts_are_told_apart() -> None:
    """Several texts without a name get one each."""

    assert ["text 1", "b.txt", "text 3"] == [document.name for document in factcheck.check(["3%", SECOND, "4%"]).documents]


def test_sources_and_ledger_are_evidence_only(house: Callable[..., None]) -> None:
    """No finding stands on a source, but a check sees what it says."""
    house(figures=EVERY_FIGURE)
    report = factcheck.check(FIRST, sources=[SECOND], select=["house"])

    assert {"a.txt"} == {f.document.name for f in report.findings}
    assert (FIRST,) == report.documents


def test_progress_is_told_of_each_document() -> None:
    """A long run can show how far it has come."""
    told: list[str] = []
    factcheck.check([FIRST, SECOND], progress=lambda document: told.append(document.name))

    assert ["a.txt", "b.txt"] == told[:2]


def test_same_input_same_report() -> None:
    """Two runs over the same texts give the same findings."""
    texts = ["营收由3亿元增长5%至9亿元。2021年2月30日。", "Revenue grew 5% from 3 million to 9 million yuan on April 31, 2022."]
    rows = [[factcheck.to_row(finding) for finding in factcheck.check(texts).findings] for _ in range(2)]

    assert rows[0] == rows[1]


def test_an_empty_case_is_checked_in_silence() -> None:
    """No documents, no findings; no check stumbles over a text without figures."""

    assert ((), ()) == (factcheck.check([]).findings, factcheck.check([]).failures)
    assert ((), ()) == (factcheck.check("没有数字。").findings, factcheck.check("没有数字。").failures)
    assert () == engine.run(Case(documents=()), registry.chosen()).failures


def test_a_finding_behind_the_text_is_a_failure(house: Callable[..., None]) -> None:
    """A span that leaves the text is told, not printed."""
    source = STRAY.replace('Document("3"), Span(0, 1)', "case.documents[0], Span(0, 999)").replace(
        "a document of its own", "nothing"
    )
    house(stray=source)

    assert "ends at 999, behind the end of a.txt" in factcheck.check(FIRST, select=["house"]).failures[0].message
