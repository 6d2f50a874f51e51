"""A page that damage proves to be rewritten makes its other figures suspect, and suspects are corrected rather than contradicted."""

import factcheck
from factcheck.document import Document
from factcheck.evidence.trust import ONES, ZEROS, pages, suspects
from factcheck.extract import build

SPUN = "Tencent's revenue in 2019 was 317.3 billion yuan. Its library has 65,438+07 rooms and 40 desks."
SOUND = "Tencent's revenue in 2019 was 377.3 billion yuan."


def test_a_token_makes_every_1_of_its_page_suspect() -> None:
    """The figures with a 1 are suspect, those without one and those of other pages are not."""
    case = build([Document(SPUN, name="spun"), Document(SOUND, name="sound")])
    (page,) = pages(case.mentions, families=ONES)

    assert ["65,438+07 rooms"] == [mention.text for mention in page.proofs]
    assert ["2019", "317.3 billion yuan"] == [mention.text for mention in page.suspects]


def test_dropped_zeros_make_every_figure_suspect() -> None:
    """Any figure can have lost a zero; a token proves nothing about zeros."""
    case = build([Document("The port took 3,115,4 boxes in 28 halls.")])

    assert [["28"]] == [[mention.text for mention in page.suspects] for page in pages(case.mentions, families=ZEROS)]
    assert [] == pages(case.mentions, families=ONES)


def test_a_sound_page_has_no_suspects() -> None:
    """Without damage nothing is suspect."""

    assert frozenset() == suspects(build([Document(SOUND)]).mentions)


def test_a_sound_document_corrects_a_suspect_one() -> None:
    """The finding stands on the suspect figure, is a warning, and names the sound one."""
    report = factcheck.check([Document(SOUND, name="sound"), Document(SPUN, name="spun")], select=["consistency/same-key-conflict"])

    assert [("spun", "317.3 billion yuan", "warning")] == [(f.document.name, f.text, f.level) for f in report.findings]
    assert "377.3 billion yuan" in report.findings[0].message


def test_a_suspect_source_is_no_evidence() -> None:
    """A draft is not held against a source that a token proves to be rewritten."""
    report = factcheck.check(
        Document(SOUND, name="sound"), sources=[Document(SPUN, name="spun")], select=["consistency/same-key-conflict"]
    )

    assert () == report.findings
