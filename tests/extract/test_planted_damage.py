"""Damage planted at random in sound text, by the rules by which it comes about, is found and read."""

import json
import random
from pathlib import Path

import pytest

from tests.planting import RULES, Planted, outcome, passages, planted

CLEAN = Path(__file__).resolve().parents[3] / "shared" / "data" / "clean"
EVERY = 3  # of the passages, so that the test stays short; tools/planted_damage.py takes them all
SOUND = {
    "token": "全村共有17户人家。",
    "every 1 a token": "The park has 111 benches.",
    "token, scaled": "该公司去年营收为13.64亿元。",
    "placeholder": "The ferry carries 218 cars.",
    "token in a date": "展览于2019年11月16日开幕。",
    "token for a month": "It opens on December 9, 2019 in Leeds.",
    "blank before a 1": "The rate is 21% of the wage.",
    "blank in a year": "The mill closed in 2019 for good.",
    "blank behind a comma": "年降雨量为2,310毫米。",
    "glued": "A crowd of 130,000 people came.",
    "year infix": "公司于2021年6月30日上市。",
    "letter": "A bed costs $1,250 there.",
}


@pytest.mark.parametrize("rule", [name for name, _, _ in RULES])
def test_each_rule_is_undone(rule: str) -> None:
    """What a rule does to a figure is found, and the figure is the first reading."""
    chances = (planted(SOUND[rule], chance=random.Random(seed)) for seed in range(60))
    cases = [case for case in chances if case is not None and case.rule == rule]

    assert cases, "the rule fits its sentence"
    assert (True, True) == outcome(cases[0]), cases[0]


@pytest.mark.skipif(not CLEAN.is_dir(), reason="the measuring data is not at hand")
def test_planted_damage_is_found_and_read() -> None:
    """Of the damage planted in a third of the clean text, 98 % is found, and 95 % read as what stood there."""
    cases = list(_planted())
    outcomes = [outcome(case) for case in cases]
    missed = [(case.rule, case.text[case.start : case.end]) for case, (found, _) in zip(cases, outcomes, strict=True) if not found]

    assert len(cases) > 200
    assert sum(found for found, _ in outcomes) >= 0.98 * len(cases), missed
    assert sum(read for _, read in outcomes) >= 0.95 * len(cases)


def _planted() -> list[Planted]:
    chance = random.Random(1)
    texts = [json.loads(line) for path in sorted(CLEAN.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    found = [passage for row in texts for passage in passages(row if isinstance(row, str) else row["text"])]
    made = (planted(passage, chance=chance) for passage in found[::EVERY])
    return [case for case in made if case is not None]
