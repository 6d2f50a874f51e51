"""Whom or what figures are of and what they measure, by family of sentence: the rows of families.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factcheck import claims

ROWS = tomllib.loads(Path(__file__).with_name("families.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{family}: {row['text']}") for family, rows in ROWS.items() for row in rows])
def test_each_sentence_of_a_family_is_read_alike(row):
    """Subjects, measures and periods of all figures are what the row says of them; what it leaves out is not asked."""
    stated = claims(row["text"])
    times = [claim.period or claim.as_of for claim in stated]
    read = {
        "subjects": [claim.subject or "" for claim in stated],
        "measures": [claim.measure_text or "" for claim in stated],
        "periods": ["" if time is None else time.edtf for time in times],
    }

    assert {key: row[key] for key in read if key in row} == {key: read[key] for key in read if key in row}
