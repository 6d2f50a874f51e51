"""A draft with a fault of each kind against the ledger, and its corrected twin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck import Ledger, Report, check, read

LEDGER = """
subject = "Harbour Line"
aliases = ["海港航运", "海港航運"]

[[source]]
id = "annual-2023"
title = "Annual report 2023"
publisher = "Harbour Line"
published = 2024-03-20

[[source]]
id = "gazette"
title = "海港航运这一年"
publisher = "Port Gazette"
published = 2024-03-22
"""
CLAIMS = {
    "revenue-2023": ("revenue", 'period = "2023"', "12.64亿元", "annual-2023", "全年营收12.64亿元"),
    "revenue-2022": ("revenue", 'period = "2022"', "11.2亿元", "annual-2023", "上年营收11.2亿元"),
    "profit-2023": ("net_profit", 'period = "2023"', "1.37亿元", "annual-2023", "净利润1.37亿元"),
    "staff-2022": ("employees", 'as_of = "2022-12-31"', "2,310人", "annual-2023", "员工2,310人"),
    "staff-2023": ("employees", 'as_of = "2023-12-31"', "2,684人", "annual-2023", "员工2,684人"),
    "users-2023": ("registered_users", 'as_of = "2023-12-31"', "超过320万人", "annual-2023", "注册用户超过320万人"),
    "stores-2023": ("stores", 'as_of = "2023-12-31"', "148家", "annual-2023", "门店148家"),
    "stores-gazette": ("stores", 'as_of = "2023-12-31"', "152家", "gazette", "门店152家"),
    "quote-2023": ("customers", 'period = "2023"', "48,200人", "gazette", "董事长说新航线头一年载客48,200人，比预想的多得多"),
}
# Each line of the draft: the words, the check that finds a fault in them, and the words that mend it.
LINES = (
    ("2023年，海港航运营收为⟦14.62亿元⟧。", "ledger/conflict", "2023年，海港航运营收为12.64亿元。"),
    (
        "In 2022, Harbour Line's revenue was ⟦11.2 billion yuan⟧.",
        "ledger/conflict",
        "In 2022, Harbour Line's revenue was 1.12 billion yuan.",
    ),
    ("2023年，海港航运淨利潤為⟦1.37億美元⟧。", "ledger/unit-changed", "2023年，海港航运淨利潤為1.37億元。"),
    ("2023年，海港航运營業利潤達⟦1.37億元⟧。", "ledger/scope-mismatch", "2023年，海港航运淨利潤達1.37億元。"),
    ("海港航运拥有员工⟦2310人⟧。", "ledger/stale", "2023年末，海港航运拥有员工2684人。"),
    (
        "At the end of 2023, Harbour Line had ⟦more than 2,700 employees⟧.",
        "ledger/threshold-untrue",
        "At the end of 2023, Harbour Line had more than 2,600 employees.",
    ),
    (
        "截至2023年12月31日，海港航运注册用户为⟦320万人⟧。",
        "ledger/hedge-changed",
        "截至2023年12月31日，海港航运注册用户超过320万人。",
    ),
    ("At the end of 2023, Harbour Line had ⟦148 stores⟧.", "ledger/sources-disagree", "Harbour Line has a new store."),
    (
        "董事长说：“新航线头一年载客⟦42,800⟧人，比预想的多得多。”",
        "ledger/misquote",
        "董事长说：“新航线头一年载客48,200人，比预想的多得多。”",
    ),
    ("Harbour Line has ⟦2,684 employees⟧.", "ledger/as-of-missing", "At the end of 2023, Harbour Line had 2,684 employees."),
    ("2023年，海港航运总资产为⟦88.1亿元⟧。", "ledger/unsupported", "2023年，海港航运换了新船。"),
)
MARKED = re.compile("⟦(.*?)⟧")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """The ledger of a made-up shipping line."""
    entries = [
        f'\n[[claim]]\nid = "{name}"\nmeasure = "{measure}"\n{when}\nrole = "level"\namount = "{amount}"\n'
        f'source = "{source}"\nquote = "{quote}"\n'
        for name, (measure, when, amount, source, quote) in CLAIMS.items()
    ]
    (tmp_path / "harbour.toml").write_text(LEDGER.lstrip() + "".join(entries), encoding="utf-8")
    return Ledger.load(tmp_path / "harbour.toml")


def checked(tmp_path: Path, lines: list[str], ledger: Ledger) -> Report:
    """The report of a draft of these paragraphs."""
    path = tmp_path / "draft.md"
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    report = check(read(path), ledger=ledger, select=["ledger"])
    assert () == report.failures
    return report


def test_every_fault_is_found_once(tmp_path: Path, ledger: Ledger) -> None:
    """Each planted fault is found by its own check, on the figure, and by no other check of the family."""
    report = checked(tmp_path, [MARKED.sub(r"\1", text) for text, _, _ in LINES], ledger)
    planted = {(MARKED.findall(text)[0], check) for text, check, _ in LINES}

    assert planted == {(finding.text, finding.check) for finding in report.findings}


def test_the_corrected_twin_is_silent(tmp_path: Path, ledger: Ledger) -> None:
    """The same draft with its faults mended has no finding."""
    report = checked(tmp_path, [mended for _, _, mended in LINES], ledger)

    assert [] == [(finding.check, finding.text, finding.message) for finding in report.findings]


def test_a_repair_writes_what_the_ledger_has(tmp_path: Path, ledger: Ledger) -> None:
    """A conflict within one language offers the ledger's own words, one across languages offers none."""
    found = checked(tmp_path, [MARKED.sub(r"\1", LINES[0][0]), MARKED.sub(r"\1", LINES[1][0])], ledger).findings

    assert [["12.64亿元"], []] == [[edit.text for fix in finding.fixes for edit in fix.edits] for finding in found]
