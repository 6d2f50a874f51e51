"""Sentences with their times (periods.toml): what is written, and what it means beside the document's date."""

import datetime
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.extract.periods import find_periods, resolve
from factcheck.lexicon import fold

PAGE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "periods.toml").read_text(encoding="utf-8"))
# The forms of EDTF (levels 0 to 2) that are produced, and a time of day alone (ISO 8601-1).
END = r"""
    -?[0-9X]{4}                                                                   # 2021, XX98, 199X, -0220
    (?:-(?:0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?:0[1-9]|[12][0-9]|3[01]|XX))?)?          # 2021-06, 2021-22, XXXX-XX-15
    (?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?             # T06:29:45+08:00
"""
CLOCK = r"T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?"
EDTF = re.compile(rf"(?:{END}|{CLOCK})(?:/(?:{END}|{CLOCK}))?|{END}/\.\.|\.\./{END}", re.VERBOSE)


def sentences(table: str) -> Iterator[Any]:
    """The sentences of a table, each with what its group gives to all."""
    for group in PAGE[table]:
        shared = {name: value for name, value in group.items() if name != "sentences"}
        for sentence in group["sentences"]:
            yield pytest.param(shared | sentence, id=sentence["text"][:40])


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
