"""Raised and lowered digits: marks of notes, powers of units, parts of formulas."""

import pytest

from factcheck.extract import extract
from factcheck.read import read_bytes


@pytest.mark.parametrize("name", ["page.html", "draft.md"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Visitors numbered 1,234<sup>1</sup> in May.", [("1,234", "visit")]),
        ('It has 19 shops<sup><a href="#n2">[2]</a></sup> now.', [("19 shops", "store")]),
        ('It has 19 shops<a role="doc-noteref" href="#n3">3</a> now.', [("19 shops", "store")]),
        ("面积30 km<sup>2</sup>。", [("30 km<sup>2</sup>", "km²")]),
        ("A tank of 5 m<sup>3</sup> stood there.", [("5 m<sup>3</sup>", "m³")]),
        ("They cut CO<sub>2</sub> by 27 tonnes.", [("27 tonnes", "t")]),
    ],
)
def test_raised_digits_state_no_number(name: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    """A note's mark and a formula's digit are masked; a power belongs to its unit."""
    found = [mention for mention in extract(read_bytes(text.encode(), name=name)) if mention.kind != "period"]

    figures = [(mention.text, mention.unit) for mention in found if mention.kind not in ("identifier", "date")]
    assert expected == figures
