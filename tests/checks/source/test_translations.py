"""A draft against what it was made from: silent as it stands, loud where one figure was changed."""

import tomllib
from pathlib import Path

import pytest

from factcheck import Document, Report, compare

PAIRS = tomllib.loads((Path(__file__).parent / "translations.toml").read_text(encoding="utf-8"))["pair"]
CHANGES = [(pair, *change) for pair in PAIRS for change in pair["change"]]
LOUD = ("error", "warning")


def compared(source: str, draft: str) -> Report:
    """The report on a draft."""
    return compare(Document(source, name="source"), Document(draft, name="draft"))


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["name"] for pair in PAIRS])
def test_a_translation_is_silent(pair):
    """A faithful translation has no finding, whichever of the two is the source."""
    ways = [(pair["source"], pair["draft"])] + ([] if pair.get("one_way") else [(pair["draft"], pair["source"])])
    for source, draft in ways:
        report = compared(source, draft)

        assert [] == [(found.check, found.text, found.message) for found in report.findings]
        assert () == report.failures


@pytest.mark.parametrize(("pair", "old", "new", "check"), CHANGES, ids=[f"{c[0]['name']}: {c[1]} > {c[2]}" for c in CHANGES])
def test_a_changed_figure_is_found(pair, old, new, check):
    """One changed figure is found at its place, by the check that says what is wrong with it."""
    assert 1 == pair["draft"].count(old)
    start = pair["draft"].index(old)
    report = compared(pair["source"], pair["draft"].replace(old, new))
    loud = [found for found in report.findings if found.level in LOUD]

    assert [check] == [found.check for found in loud], [(found.text, found.message) for found in loud]
    assert loud[0].span.start <= start + len(new) and start <= loud[0].span.end
