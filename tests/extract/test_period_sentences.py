"""Sentences with their times (periods.toml): what is written, what it means beside the document's date, and what figures are of."""

import datetime
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck import Document, claims
from factcheck.extract.periods import find_periods, resolve
from factcheck.lexicon import fold

PAGE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "periods.toml").read_text(encoding="utf-8"))
MARKED = re.compile(r"⟦(.*?)⟧")
# The forms of EDTF (levels 0 to 2) that are produced, and a time of day alone (ISO 8601-1).
END = r"""
    -?[0-9X]{4}                                                                   # 2021, XX98, 199X, -0220
~?(?:-(?:0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?:0[1-9]|[12][0-9]|3[01]|XX))?)?          # 2021-06, 2021-22, XXXX-XX-15
    (?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?             # T06:29:45+08:00
"""
CLOCK = r"T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?"
EDTF = re.compile(rf"(?:{END}|{CLOCK})(?:/(?:{END}|{CLOCK}))?|{END}/\.\.|\.\./{END}", re.VERBOSE)


def sentences(table: str) -> list[Any]:
    """The sentences of a table, each with what its group gives to all."""
    return [
        pytest.param({name: value for name, value in group.items() if name != "sentences"} | sentence, id=sentence["text"][:40])
        for group in PAGE[table]
        for sentence in group["sentences"]
    ]


@pytest.mark.parametrize("row", sentences("time"))
def test_the_times_of_a_sentence(row: dict[str, Any]) -> None:
    """Every date and period has the value that its words give, and by the date of the document the one that they mean."""
    published: datetime.date | None = row.get("published")
    figures = resolve(find_periods(fold(row["text"]), words=row.get("words", False)), published=published)

    if "edtf" in row:
        assert row["edtf"] == [figure.period.edtf for figure in figures]
    if published is not None:
        assert row["resolved"] == [figure.resolved.edtf if figure.resolved else "" for figure in figures]


@pytest.mark.parametrize("row", sentences("time"))
def test_every_value_is_edtf(row: dict[str, Any]) -> None:
    """What is written and what it is resolved to is EDTF, but for days and months that no calendar has."""
    for figure in resolve(find_periods(fold(row["text"]), words=True), published=datetime.date(2022, 11, 30)):
        for period in (figure.period, figure.resolved):
            assert period is None or period.impossible or EDTF.fullmatch(period.edtf), figure


@pytest.mark.parametrize("row", sentences("figure"))
def test_the_time_of_a_figure(row: dict[str, Any]) -> None:
    """A figure is of the time that its sentence gives it, as a period or a date, marked where that is worked out."""
    marked = MARKED.search(row["text"])
    assert marked is not None
    document = Document(MARKED.sub(r"\1", row["text"]), name="text.md", published=row.get("published"))
    claim = next(claim for claim in claims(document) if claim.span.start == marked.start())
    name = "as_of" if "as_of" in row else "period"
    found, other = getattr(claim, name), getattr(claim, "period" if name == "as_of" else "as_of")

    assert other is None
    assert row[name] == (found.edtf if found else "")
    assert row.get("inferred", False) == (found is not None and found.inferred)
    assert row.get("relative") == (found.relative.duration if found is not None and found.relative else None)
