"""A draft against the ledger: what the examples cannot say."""

from __future__ import annotations

from pathlib import Path

from factcheck import Finding, Ledger, check

HARBOUR = """
subject = "Harbour Line"
aliases = ["海港航运"]

[[source]]
id = "gazette"
title = "Harbour Line reports its year"
publisher = "Port Gazette"
published = 2024-02-01

[[claim]]
id = "revenue-2023"
measure = "revenue"
period = "2023"
role = "level"
amount = "12.6亿元"
source = "gazette"
quote = "全年营收12.6亿元"

[[claim]]
id = "growth-2023"
measure = "revenue"
period = "2023"
role = "change"
against = "year_on_year"
amount = "8.5%"
source = "gazette"
quote = "同比增长8.5%"

[[claim]]
id = "own-stores"
measure = "stores"
scope = ["Ferry Shop"]
as_of = "2023-12-31"
role = "level"
amount = "40家"
source = "gazette"
quote = "Ferry Shop门店40家"
"""


def found(tmp_path: Path, text: str) -> list[Finding]:
    """The findings of a draft against a ledger of one file."""
    path = tmp_path / "harbour.toml"
    path.write_text(HARBOUR.lstrip(), encoding="utf-8")
    report = check(text, ledger=Ledger.load(tmp_path), select=["ledger/conflict"])
    assert () == report.failures
    return list(report.findings)


def test_evidence_is_the_line_of_the_ledger(tmp_path: Path) -> None:
    """The finding names file and line of the entry, and who published it."""
    (finding,) = found(tmp_path, "海港航运2023年营收为16.2亿元。")

    assert "error" == finding.level
    assert f'"12.6亿元", 2023 (stated) — {(tmp_path / "harbour.toml").as_posix()}:15' == finding.working[1]
    assert "source of the ledger: Port Gazette, Harbour Line reports its year" == finding.working[2]
    assert ["16.2亿元", "12.6亿元"] == [claim.text for claim in finding.because]


def test_a_change_is_compared_from_the_same_base(tmp_path: Path) -> None:
    """A yearly growth is held against the ledger's yearly growth, a monthly one against none."""

    assert ["18.5%"] == [finding.text for finding in found(tmp_path, "海港航运2023年营收同比增长18.5%。")]
    assert [] == found(tmp_path, "海港航运2023年营收环比增长18.5%。")


def test_another_date_is_no_conflict(tmp_path: Path) -> None:
    """The ledger speaks of 2023 only."""

    assert [] == found(tmp_path, "海港航运2022年营收为11.6亿元，2023年上半年营收为6.1亿元。")


def test_a_scope_of_the_ledger_must_stand_in_the_draft(tmp_path: Path) -> None:
    """The ledger has a figure for one brand of stores, which is not that of all stores."""

    assert [] == found(tmp_path, "截至2023年12月31日，海港航运共有门店95家。")


def test_a_damaged_figure_is_no_conflict(tmp_path: Path) -> None:
    """What cannot be read is left to the checks of damage."""

    assert [] == found(tmp_path, "Harbour Line's revenue in 2023 was 1090,000 yuan.")
